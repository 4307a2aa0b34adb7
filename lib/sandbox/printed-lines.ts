import { LIMITS } from './call'
import { LINE } from './wire'

/** The lines that a program has printed so far: all that is known of one that is stopped. */
export class PrintedLines {
  readonly lines: string[] = []
  #size = 0

  /** `false` for what is no line, and for more than a log may have: then it is no honest sandbox. */
  take(message: unknown): boolean {
    if (typeof message !== 'string' || !message.startsWith(LINE)) return false
    const line = message.slice(LINE.length)
    this.#size += line.length
    // One line more says that the rest is not kept.
    if (this.lines.length > LIMITS.lines || this.#size > LIMITS.log * 2) return false
    this.lines.push(line)
    return true
  }
}
