import type { Command, Place } from '@/lib/promise/command'

export type Severity = 'error' | 'warning' | 'info'

/** A fault in the user's repository: data, never thrown. */
export interface Diagnostic {
  /** The rule that found it, kebab-case: the name of its file and of its docs page. */
  readonly code: string
  readonly severity: Severity
  /** One sentence that names the fault and the value at fault. */
  readonly message: string
  readonly place: Place
  /** UTF-16 range in the file, where the place alone does not tell (syntax errors). */
  readonly range?: { readonly from: number; readonly to: number }
  /** The certain cure, if there is one. */
  readonly fix?: Command
  /** Cures to choose from, likeliest first, where no one of them is certain. */
  readonly suggestions?: readonly Command[]
}
