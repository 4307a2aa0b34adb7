import type { ProgramEnd } from '../call'

/** What the parts of the machine may do to the program that runs on it. */
export interface Ending {
  /** Ends the program; it hears of no more than an error. */
  end(how: ProgramEnd): never
  /** The program wants what is not there: what it would do elsewhere is not known. */
  notHere(reason: string): never
}

/** What a program gets that is ended: nothing it does from here on counts. */
export class Ended extends Error {
  override readonly name = 'Ended'
}
