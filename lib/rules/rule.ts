import type { Severity } from '@/lib/diagnostics/diagnostic'
import type { Command } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import type { Settings } from '@/lib/promise/settings'
import type { PromiseView } from '@/lib/promise/view'
import type { YamlDocument } from '@/lib/yaml/document'

/** All that a rule may know. Everything in it is read once and shared by the rules. */
export interface RuleContext {
  readonly files: Files
  /** `promise.yaml`; `undefined` when the file is absent or not text. */
  readonly document: YamlDocument | undefined
  /** What the document says, as plain data. */
  readonly value: unknown
  readonly promise: PromiseView
  readonly settings: Settings
  /**
   * The Promise as it is installed, as far as one can know: as it was opened or last handed over.
   * `undefined` when there is none, or one that cannot have been installed, since it has errors.
   */
  readonly before: Before | undefined
}

/** What is compared with, for rules on what an update may do. */
export type Before = Pick<RuleContext, 'value' | 'promise' | 'settings'> & {
  /** {@link Installed.called} */
  readonly called?: string | undefined
}

/** A repository as it is installed, as far as one can know. */
export interface Installed {
  readonly files: Files
  /** What it is, as messages say it: "the download redis.zip of 22 Nov 2026, 10:53". */
  readonly called?: string | undefined
}

/** What a rule reports; {@link Rule.id} becomes the code. */
export interface Finding {
  readonly severity: Severity
  /** One sentence that names the fault and the value at fault. */
  readonly message: string
  /** The place in the file. */
  readonly at: Path
  /** `promise.yaml` when absent. */
  readonly file?: string
  readonly range?: { readonly from: number; readonly to: number }
  /** Only when it is certainly right. */
  readonly fix?: Command
  /** Cures to choose from, likeliest first; the label of each is what the user reads. */
  readonly suggestions?: readonly Command[]
}

/** One demand on a repository: one file here, its test beside it, one line in `index.ts`. */
export interface Rule {
  /** Kebab-case: the name of the file, and the code of its diagnostics. */
  readonly id: string
  /**
   * What the rule judges. `promise` (the default) is passed over while `promise.yaml` cannot be
   * read, since a half-read text would accuse the user of faults that are not there.
   */
  readonly judges?: 'promise' | 'files'
  check(context: RuleContext, report: (finding: Finding) => void): void
}
