import { PROTOCOL, type ProgramAnswer, type ProgramCall } from './call'
import { lockDown } from './machine/lockdown'
import { runProgram } from './machine/run-program'

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

listen('message', (event: MessageEvent<ProgramCall>) => {
  const [port] = event.ports
  if (!port) throw new Error('a program comes with a port for its answer')
  const send = port.postMessage.bind(port)
  const left = lockDown(globalThis)
  if (left.length > 0) throw new Error(`the sandbox cannot be closed: ${left.join(', ')}`)
  void runProgram(event.data, surface).then((answer) => send(message(answer)))
})

/** Statuses go as text: whatever a program made of the prototypes here, JSON is data there. */
function message({ published, ...answer }: ProgramAnswer): unknown {
  return {
    protocol: PROTOCOL,
    answer: { ...answer, published: published.map((one) => JSON.stringify(one)) },
  }
}
