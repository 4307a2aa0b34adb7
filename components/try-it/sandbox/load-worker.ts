import type { ProgramLanguage, PythonParts } from '@/lib/sandbox/call'

/** A worker as a text, and what it needs besides: the frame can fetch nothing. */
export interface WorkerSource {
  readonly source: string
  readonly parts?: PythonParts
}

/** So long a part may take on a slow network, in milliseconds: Python has 6 MB. */
const FETCHING: Readonly<Record<ProgramLanguage, number>> = { typescript: 60_000, python: 300_000 }

const loaded: Partial<Record<ProgramLanguage, Promise<WorkerSource>>> = {}

/** Fetched once. @throws Error when it cannot be loaded; the next call tries again */
export function loadWorker(language: ProgramLanguage): Promise<WorkerSource> {
  const loading = loaded[language] ?? LOAD[language]()
  loaded[language] = loading
  loading.catch(() => {
    // The network may be back for the next program.
    if (loaded[language] === loading) delete loaded[language]
  })
  return loading
}

const LOAD: Readonly<Record<ProgramLanguage, () => Promise<WorkerSource>>> = {
  async typescript() {
    return { source: await (await get('program.js', FETCHING.typescript)).text() }
  },
  async python() {
    const [worker, texts, wasm, library] = await Promise.all(
      ['worker', 'texts', 'wasm', 'library'].map(unpacked),
    )
    const source = new TextDecoder().decode(worker)
    const { lock, machine, files } = JSON.parse(new TextDecoder().decode(texts)) as PythonParts
    if (!wasm || !library) throw new Error('a part of Python is missing')
    return { source, parts: { wasm, library, lock, machine, files } }
  },
}

async function unpacked(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const { body } = await get(`python/${name}.bin`, FETCHING.python)
  if (!body) throw new Error(`${name}.bin is empty`)
  const stream = body.pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

async function get(path: string, limit: number): Promise<Response> {
  const response = await fetch(`/sandbox/${path}`, { signal: AbortSignal.timeout(limit) })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response
}
