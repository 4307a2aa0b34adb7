import type { StoreApi } from 'zustand/vanilla'
import type { Build } from '@/lib/build/types'
import type { Step } from '@/lib/commands/steps'
import type { Command, Place, TextEdit } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import type { Settings } from '@/lib/promise/settings'
import type { Installed } from '@/lib/rules/rule'
import type { Problem } from './analysis'
import type { SaveState } from './autosave'
import type { DraftWords, SavedDraft } from './drafts'
import type { FixOutcome } from './fix-each'
import type { KeptNote } from './notes'
import type { Reading } from './reading'
import type { Section } from './section'

/** How a place came to be selected: a region that made the selection does not move itself. */
export type PlaceOrigin = 'form' | 'editor' | 'history' | 'link' | 'problem'

export interface DesignerState {
  readonly draft: {
    readonly id: string
    readonly createdAt: number
    /** What became of the files that it was opened from; plain data, to be checked. */
    readonly report?: unknown
  }
  readonly files: Files
  readonly reading: Reading
  readonly settings: Settings
  readonly steps: readonly Step[]
  /** May lag behind `files` by a pause in typing. */
  readonly problems: readonly Problem[]
  /** May lag behind `files` by a pause in typing. */
  readonly build: Build
  readonly undoLabel: string | undefined
  readonly redoLabel: string | undefined
  /** The files that undo would give back: another object for each step of the history. */
  readonly undoesTo: Files | undefined
  readonly save: SaveState
  /** Another tab changes this draft: here it can be looked at. */
  readonly watching: boolean
  readonly place: Place
  readonly placeFrom: PlaceOrigin
  /** Counts selections, so that selecting the same place again is seen. */
  readonly selections: number
  readonly section: Section
  readonly openFile: string
  /** The last command was refused: why, and what may be done instead. */
  readonly refusal: { readonly reason: string; readonly ways: readonly Command[] } | undefined
  /** What changes left for the user to look at, until it is dismissed or dealt with. */
  readonly notes: readonly KeptNote[]
  /** What followed the latest change by a merge, to be told once; another object each time. */
  readonly followed: { readonly label: string; readonly paths: readonly string[] } | undefined
  /** A range of a file that the user was sent to, until something else is selected. */
  readonly target: { readonly file: string; readonly from: number; readonly to: number } | undefined
  /** Set when the analysis itself failed: a fault of ours, not of the user. */
  readonly fault: string | undefined

  /**
   * Applies a command; true when it changed something. With `later` a long text is read by the
   * worker: for commands that move much and fill no input of the form.
   */
  run(command: Command, reading?: 'now' | 'later'): boolean
  /** A text edit of the code editor, in any file; a generated file becomes an edited one. */
  editText(path: string, edits: readonly TextEdit[]): void
  undo(): void
  redo(): void
  /** Selects a place; `range` shows a part of its file that no path names. */
  select(place: Place, from: PlaceOrigin, range?: { from: number; to: number }): void
  goTo(section: Section): void
  open(path: string): void
  dismissRefusal(): void
  /** Takes notes off the list; all of them without ids. */
  dismissNotes(ids?: readonly number[]): void
  /**
   * Runs a cure of a problem as it is now: its fix, or the suggestion that bears `label`. Rejects
   * when our own code failed or cannot be loaded.
   */
  fix(problem: Problem, label?: string): Promise<FixOutcome>
  /**
   * Runs the fix of each problem that has one, the next one on what the last one left, as one change;
   * gives how many did something. Rejects when our own code failed or cannot be loaded.
   */
  fixAll(problems: readonly Problem[]): Promise<FixOutcome>
  /** What the rules on updates compare with from now on; the same object again changes nothing. */
  compareWith(before: Installed | undefined): Promise<void>
  /** The build of the files as they are this moment, for a download. */
  buildNow(): Promise<Build>
  /** Saves at once what is not saved yet. */
  flush(): Promise<void>
  /**
   * Sets what is said about the draft beside its files. @throws ChangedElsewhere when another tab
   * has the draft.
   */
  describe(words: DraftWords): Promise<void>
  /** `flush` from now on also waits for `save`, of what is kept beside the files; it must not reject. */
  flushWith(save: () => Promise<void>): void
  /** From now on `read` is called, too, when another tab has saved and this one looks on. */
  followWith(read: () => void): void
  /** Begins or ends to look on only. */
  watch(on: boolean): void
  /** Takes over what another tab has saved of this draft. Undo does not reach back past it. */
  follow(draft: SavedDraft): void
  /** Ends timers and the worker. */
  stop(): void
}

export type DesignerStore = StoreApi<DesignerState>
