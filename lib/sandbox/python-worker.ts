import './without-loaders'
import { LIMITS, type ProgramAnswer, type ProgramCall, type PythonParts } from './call'
import { lockDown } from './machine/lockdown'
import { runPython } from './machine/run-python'
import { startPython } from './machine/start-python'
import { LINE, RUNNING, toWire } from './wire'

// The worker for programs in Python. The interpreter starts with the bytes that the page hands in, then
// the global scope is emptied, and then the program runs.

const scope = globalThis as unknown as {
  addEventListener(type: string, listener: (event: never) => void): void
  setTimeout(run: () => void): void
  fetch: unknown
}
const now = performance.now.bind(performance)
/** Nothing is there: the interpreter's parts have names below it. */
const NOWHERE = 'https://python.invalid/'
/** What the interpreter itself goes on using; with none of it anything can be reached. */
const ITS_OWN = ['WebAssembly', 'crypto', 'setTimeout', 'clearTimeout', 'console']

scope.addEventListener(
  'message',
  (event: MessageEvent<{ call: ProgramCall; parts: PythonParts }>) => {
    const [port] = event.ports
    const { call, parts } = event.data
    if (!port) throw new Error('a program comes with a port for its answer')
    const send = port.postMessage.bind(port)
    const later = scope.setTimeout.bind(scope)
    scope.fetch = (address: URL | string) => handedIn(String(address), parts)
    const run = async (): Promise<void> => {
      const python = await startPython(parts, NOWHERE)
      const left = lockDown(globalThis, ITS_OWN)
      if (left.length > 0) throw new Error(`the sandbox cannot be closed: ${left.join(', ')}`)
      send(RUNNING)
      const answer = (given: ProgramAnswer) => {
        const text = toWire(given)
        send(text.length <= LIMITS.answer ? text : '')
      }
      runPython(python, parts, call, now, answer, (line) => send(LINE + line))
    }
    run().catch((fault: unknown) => {
      later(() => {
        throw fault // so that the frame hears of it
      })
    })
  },
)

async function handedIn(address: string, { wasm, library }: PythonParts): Promise<Response> {
  if (address.endsWith('.wasm')) {
    return new Response(wasm, { headers: { 'Content-Type': 'application/wasm' } })
  }
  if (address.endsWith('.zip')) return new Response(library)
  return new Response(null, { status: 404 })
}
