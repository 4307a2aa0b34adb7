import type { ProgramAnswer, ProgramCall } from '@/lib/sandbox/call'

/** The programs of one run: what is known of them, and which have to run before more is known. */
export class Programs {
  readonly #answers: Readonly<Record<string, ProgramAnswer>>
  readonly #calls = new Map<string, ProgramCall>()

  /** @param python whether programs in Python run, too */
  constructor(
    answers: Readonly<Record<string, ProgramAnswer>> = {},
    readonly python = false,
  ) {
    this.#answers = answers
  }

  /** What the program did; `undefined` until it has run, which is then asked for. */
  answerTo(call: ProgramCall): ProgramAnswer | undefined {
    if (Object.hasOwn(this.#answers, call.key)) return this.#answers[call.key]
    this.#calls.set(call.key, call)
    return undefined
  }

  /** What was asked for, each program with the same input once, in the order of the run. */
  get calls(): readonly ProgramCall[] {
    return [...this.#calls.values()]
  }
}
