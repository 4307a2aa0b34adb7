import { displayBytes, LIMITS } from '../limits'
import type { Address } from './read-address'

/** What came from an address. */
export type Fetched =
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly ok: false
      readonly reason: string
      /** The file is there, but this page may not have it: fetching it by hand would do. */
      readonly byHand: boolean
    }

export interface FetchOptions {
  /** As the platform's own. */
  readonly fetch: typeof fetch
  /** Stops the attempt. @throws the signal's reason when it was the user who did. */
  readonly signal?: AbortSignal
  /** Milliseconds for the whole of it. */
  readonly timeout?: number
}

const TIMEOUT = 20_000

/**
 * Fetches one file, without credentials, and no more of it than can be opened. Never throws but
 * when `signal` stops it.
 */
export async function fetchAddress(
  { url, name }: Extract<Address, { readonly ok: true }>,
  { fetch, signal, timeout = TIMEOUT }: FetchOptions,
): Promise<Fetched> {
  const { host } = new URL(url)
  const late = AbortSignal.timeout(timeout)
  const stop = signal ? AbortSignal.any([signal, late]) : late
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      signal: stop,
    })
    if (!response.ok) return refusedBy(host, response)
    if (/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) return page(host)
    const bytes = await readUpTo(response, LIMITS.inputBytes)
    if (!bytes) {
      const limit = displayBytes(LIMITS.inputBytes)
      return failed(`${name} has more than ${limit}, which is the most that can be opened.`)
    }
    return looksLikePage(bytes) ? page(host) : { ok: true, name, bytes }
  } catch (error) {
    signal?.throwIfAborted()
    if (late.aborted)
      return failed(`${host} did not answer within ${timeout / 1000} seconds.`, true)
    if (!(error instanceof TypeError)) {
      const why = error instanceof Error ? error.message : String(error)
      return failed(`${host} could not be read: ${why || 'the answer broke off'}.`, true)
    }
    // Browsers give one and the same error for all of these, so that pages cannot spy.
    return failed(
      `${host} does not let other pages read its files (CORS), or it cannot be reached.`,
      true,
    )
  }
}

function failed(reason: string, byHand = false): Fetched {
  return { ok: false, reason, byHand }
}

function refusedBy(host: string, { status, statusText }: Response): Fetched {
  const answer = `${host} answers ${status}${statusText ? ` ${statusText}` : ''}`
  if (status === 404) return failed(`${answer}: there is nothing, or it takes a sign-in to see it.`)
  if (status === 401 || status === 403) {
    return failed(`${answer}: it takes a sign-in, and this page has none.`, true)
  }
  return failed(`${answer}.`)
}

function page(host: string): Fetched {
  return failed(
    `${host} answers with a web page, not with a file. Look for a link to the raw file or to the download.`,
  )
}

/** The whole body, or nothing when it is longer than `limit`. */
async function readUpTo(response: Response, limit: number): Promise<Uint8Array | undefined> {
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (announced > limit) {
    await response.body?.cancel()
    return undefined
  }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || !value) break
    size += value.length
    if (size > limit) {
      await reader?.cancel()
      return undefined
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function looksLikePage(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 500))
  return /^\ufeff?\s*(<!doctype html|<html[\s>])/i.test(head)
}
