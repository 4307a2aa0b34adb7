import { LIMITS, NOTHING_DONE, type ProgramAnswer, type ProgramCall } from '@/lib/sandbox/call'
import { PrintedLines } from '@/lib/sandbox/printed-lines'
import { readAnswer } from '@/lib/sandbox/read-answer'
import { RUNNING } from '@/lib/sandbox/wire'
import { loadWorker } from './load-worker'

/** So long the frame, and then its worker, may take to be there, in milliseconds. */
const LOADING = 30_000
/** The interpreter of Python is large. */
const BEGINNING = { typescript: LOADING, python: 60_000 } as const

/**
 * Runs one program in a frame of its own that has no origin, no network and no storage, and goes when
 * the program has ended, or has taken too long. After its word that it runs, only the lines that it
 * prints, as many as a log may have, and one answer are read.
 * @throws Error when the sandbox cannot be loaded; the reason of `signal` when it is aborted
 */
export async function runInSandbox(call: ProgramCall, signal: AbortSignal): Promise<ProgramAnswer> {
  const worker = await loadWorker(call.language)
  signal.throwIfAborted()
  const frame = document.createElement('iframe')
  const [answers, controls] = [new MessageChannel(), new MessageChannel()]
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<ProgramAnswer>((resolve, reject) => {
      const printed = new PrintedLines()
      const stopped = (reason: string) => {
        const took = performance.now() - began
        resolve({ ...NOTHING_DONE, end: { kind: 'stopped', reason }, log: printed.lines, took })
      }
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      let running = false
      let began = performance.now()
      answers.port1.onmessage = ({ data }) => {
        if (data === RUNNING && !running) {
          running = true
          began = performance.now()
          clearTimeout(timer)
          const late = `It did not end within ${LIMITS.time / 1000} seconds and was stopped here.`
          timer = setTimeout(() => stopped(late), LIMITS.time)
          return
        }
        if (running && printed.take(data)) return
        answers.port1.close()
        const answer = readAnswer(data)
        if (answer) resolve(answer)
        else stopped('It answered with more than, or other than, what a program may.')
      }
      controls.port1.onmessage = ({ data }) => {
        if (!running) clearTimeout(timer)
        if (data?.started !== true) return stopped(`It was ended by the browser: ${faultOf(data)}`)
        if (running) return
        timer = setTimeout(
          () => reject(new Error('the worker does not begin')),
          BEGINNING[call.language],
        )
      }
      timer = setTimeout(() => reject(new Error('frame.html does not answer')), LOADING)
      frame.setAttribute('sandbox', 'allow-scripts')
      frame.referrerPolicy = 'no-referrer'
      frame.title = 'Runs the programs of steps'
      frame.tabIndex = -1
      frame.hidden = true
      frame.src = '/sandbox/frame.html'
      frame.addEventListener('load', () => {
        // Its origin is its own, so it has no name to send to; what is sent is the user's program.
        const ports = [answers.port2, controls.port2]
        frame.contentWindow?.postMessage({ ...worker, call }, '*', ports)
      })
      document.body.append(frame)
    })
  } finally {
    clearTimeout(timer)
    frame.remove()
    answers.port1.close()
    controls.port1.close()
  }
}

function faultOf(data: unknown): string {
  const fault =
    typeof data === 'object' && data !== null && 'fault' in data ? data.fault : undefined
  return typeof fault === 'string' ? fault.slice(0, 200) : 'it gave no reason'
}
