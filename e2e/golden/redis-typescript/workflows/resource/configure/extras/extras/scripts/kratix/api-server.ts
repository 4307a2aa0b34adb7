import { readFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'

/** Environment variables by their name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The one call that a pipeline makes to the API server. Tests pass their own. */
export interface ObjectClient {
  /** A JSON merge patch of the object at `path`. @throws Error when it is refused. */
  patch(path: string, body: unknown): Promise<void>
}

const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount'
const TIMEOUT = 10_000

/**
 * The API server of the cluster that the pipeline runs in, as its service account. Elsewhere set
 * `KRATIX_API_SERVER` to the address of a proxy that signs in by itself, for instance
 * `http://127.0.0.1:8001` while `kubectl proxy` runs.
 */
export class ApiServer implements ObjectClient {
  readonly #env: Environment

  constructor(env: Environment = process.env) {
    this.#env = env
  }

  async patch(path: string, body: unknown): Promise<void> {
    const { url, options } = await this.#server(path)
    const payload = JSON.stringify(body)
    const headers: Record<string, string> = {
      ...options.headers,
      Accept: 'application/json',
      'Content-Type': 'application/merge-patch+json',
      'Content-Length': String(Buffer.byteLength(payload)),
    }
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const answer = await new Promise<{ code: number; text: string }>((resolve, reject) => {
      const call = send(
        url,
        { ...options, method: 'PATCH', headers, timeout: TIMEOUT },
        (response) => {
          readAll(response).then(
            (text) => resolve({ code: response.statusCode ?? 0, text }),
            reject,
          )
        },
      )
      call.on('timeout', () => call.destroy(new Error(`no answer within ${TIMEOUT / 1000} s`)))
      call.on('error', reject)
      call.end(payload)
    })
    if (answer.code < 200 || answer.code > 299) {
      throw new Error(`PATCH ${path}: ${answer.code} ${reason(answer.text)}`.trimEnd())
    }
  }

  async #server(path: string): Promise<{
    url: URL
    options: { ca?: Buffer; headers?: Record<string, string> }
  }> {
    const proxy = this.#env.KRATIX_API_SERVER
    if (proxy) return { url: new URL(proxy.replace(/\/+$/, '') + path), options: {} }
    const host = this.#env.KUBERNETES_SERVICE_HOST
    if (!host) throw new Error('not in a cluster: KUBERNETES_SERVICE_HOST is not set')
    const address = host.includes(':') ? `[${host}]` : host
    const port = this.#env.KUBERNETES_SERVICE_PORT || '443'
    const token = (await readFile(`${ACCOUNT}/token`, 'utf8')).trim()
    return {
      url: new URL(`https://${address}:${port}${path}`),
      options: {
        ca: await readFile(`${ACCOUNT}/ca.crt`),
        headers: { Authorization: `Bearer ${token}` },
      },
    }
  }
}

async function readAll(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** The message of a Kubernetes error, else the start of what the server said. */
function reason(text: string): string {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer === 'object' && answer !== null && 'message' in answer) {
      return String(answer.message)
    }
  } catch {
    // not JSON: a proxy's own page
  }
  return text.slice(0, 200)
}
