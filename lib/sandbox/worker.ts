import { LIMITS, type ProgramCall } from './call'
import { lockDown } from './machine/lockdown'
import { runProgram } from './machine/run-program'
import { LINE, RUNNING, toWire } from './wire'

// The worker in the frame of the sandbox. It is given one program, and answers once through the port
// that came with it; then the page throws frame and worker away.

const scope = globalThis as unknown as {
  setTimeout(run: () => void, wait: number): number
  clearTimeout(timer: number): void
  addEventListener(type: string, listener: (event: never) => void): void
}
const listen = scope.addEventListener.bind(scope)
const surface = {
  setTimeout: scope.setTimeout.bind(scope),
  clearTimeout: scope.clearTimeout.bind(scope),
  now: performance.now.bind(performance),
  crypto,
  onUnhandled: (listener: (reason: unknown) => void) =>
    listen('unhandledrejection', (event: PromiseRejectionEvent) => {
      event.preventDefault()
      listener(event.reason)
    }),
}

listen('message', async (event: MessageEvent<{ call: ProgramCall }>) => {
  const [port] = event.ports
  if (!port) throw new Error('a program comes with a port for its answer')
  const send = port.postMessage.bind(port)
  const left = lockDown(globalThis)
  if (left.length > 0) throw new Error(`the sandbox cannot be closed: ${left.join(', ')}`)
  send(RUNNING)
  const onLine = (line: string) => send(LINE + line)
  const text: unknown = toWire(await runProgram(event.data.call, { ...surface, onLine }))
  // A program may have changed what `toWire` is made of. The page trusts none of it, but has to take
  // what is sent: so it is a text, and no longer than an answer is.
  send(typeof text === 'string' && text.length <= LIMITS.answer ? text : '')
})
