import type { StepKey } from '@/lib/promise/workflows'
import type { FileEntry, ProgramAnswer, ProgramCall } from '@/lib/sandbox/call'

/** A program that takes longer runs when the user asks for it (milliseconds). */
export const SLOW = 1000
/** All answers that are remembered, in characters and bytes. */
const MOST = 8_000_000
const MOST_ANSWERS = 50

/** What programs did, as long as the page is open: the same program with the same input runs once. */
export class ProgramBook {
  readonly #answers = new Map<
    string,
    { readonly step: StepKey; readonly answer: ProgramAnswer; readonly size: number }
  >()
  readonly #slow = new Set<StepKey>()

  get answers(): Readonly<Record<string, ProgramAnswer>> {
    return Object.fromEntries([...this.#answers].map(([key, { answer }]) => [key, answer]))
  }

  /** The program of the step took long the last time. */
  isSlow(step: StepKey): boolean {
    return this.#slow.has(step)
  }

  note({ key, step }: Pick<ProgramCall, 'key' | 'step'>, answer: ProgramAnswer): void {
    const size = [...answer.output, ...answer.metadata].reduce((sum, file) => sum + sizeOf(file), 0)
    this.#answers.delete(key)
    this.#answers.set(key, { step, answer, size })
    // What was stopped, for whatever reason, does not start again at each change.
    if (answer.took > SLOW || answer.end.kind === 'stopped') this.#slow.add(step)
    else this.#slow.delete(step)
    let all = [...this.#answers.values()].reduce((sum, one) => sum + one.size, 0)
    for (const [old, one] of this.#answers) {
      if (all <= MOST && this.#answers.size <= MOST_ANSWERS) break
      if (old === key) break // what has just been asked for is needed
      this.#answers.delete(old)
      all -= one.size
    }
  }

  /** Forgets what a step did: it runs again. */
  forget(step: StepKey): void {
    for (const [key, one] of this.#answers) if (one.step === step) this.#answers.delete(key)
  }
}

function sizeOf([path, content]: FileEntry): number {
  return path.length + content.length
}
