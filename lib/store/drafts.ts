import type { Place } from '@/lib/promise/command'
import type { FileContent, Files } from '@/lib/promise/files'
import { type PromiseView, storageVersion } from '@/lib/promise/view'

/** A design as it is kept between visits. */
export interface SavedDraft {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly savedAt: number
  /** `savedAt` of the stored version that this one continues; absent for a new draft. */
  readonly basedOn: number | undefined
  readonly files: Files
  /** Where the user was. */
  readonly place: Place | undefined
  readonly summary: DraftSummary
  /** Name that the user gave the draft; without one it goes by the name of the Promise. */
  readonly title?: string
  /** What was found on opening, as plain data; whoever shows it checks its shape. */
  readonly report?: unknown
}

/** Why a state of the repository was kept. */
export type SnapshotKind =
  /** As it was on opening: every file as it lay there, generated ones too. */
  | 'opened'
  /** Downloaded as a zip, as changed files or as a patch. */
  | 'download'
  /** Written into a folder. */
  | 'folder'
  /** Kept by name by the user. */
  | 'named'

/** What the list of kept states shows. */
export interface SnapshotSummary {
  readonly id: string
  readonly draftId: string
  readonly kind: SnapshotKind
  /** Given by the user for `named`; else the name of the file or folder. */
  readonly name: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly files: number
  readonly bytes: number
}

/** A state of the repository that is kept: to compare with, and to go back to. */
export interface Snapshot extends SnapshotSummary {
  /** What going back restores. */
  readonly authored: Files
  /** Every file of the repository at that time: what is compared. */
  readonly built: ReadonlyMap<string, SnapshotFile>
}

export interface SnapshotFile {
  readonly content: FileContent
  readonly executable: boolean
}

/** What the home page shows of a draft. */
export interface DraftSummary {
  readonly id: string
  /** Name of the Promise. */
  readonly name: string
  readonly version: string
  readonly group: string
  readonly kind: string
  readonly apiVersion: string
  readonly properties: number
  readonly steps: number
  readonly savedAt: number
  /** Size of the authored files; absent in a draft that an older version of us stored. */
  readonly bytes?: number
  readonly title?: string
  /** As they were counted last; absent until somebody has counted. */
  readonly problems?: ProblemCounts
}

export interface ProblemCounts {
  readonly errors: number
  readonly warnings: number
}

/** A stored draft that this version cannot read. It is left as it is. */
export interface UnreadableDraft {
  readonly id: string
  /** As far as a name can be made out. */
  readonly name: string
  readonly reason: string
}

/** A kept state that this version cannot read. It is left as it is. */
export interface UnreadableSnapshot {
  readonly id: string
  /** As far as a name can be made out. */
  readonly name: string
  readonly reason: string
}

/** All that was stored of a draft, kept states and unreadable records too: for `restore`. */
export interface RemovedDraft {
  readonly id: string
  /** Known to the storage alone. */
  readonly stored: unknown
}

/**
 * Where drafts live. Every change is atomic: after a crash it is there as a whole or not at all.
 * Every method rejects with an Error that a person can read when the browser refuses.
 */
export interface DraftStorage {
  /** The drafts that can be read, latest first. */
  list(): Promise<readonly DraftSummary[]>
  /** The others. */
  unreadable(): Promise<readonly UnreadableDraft[]>
  /** @throws Error when it is there and cannot be read. */
  load(id: string): Promise<SavedDraft | undefined>
  /**
   * Stores a draft. Title and count of problems of a stored draft stay: `describe` sets them.
   * `may` is asked right before the write, when waiting for the storage is over.
   * @throws ChangedElsewhere when the stored version is not the one that `draft` continues, or
   * `may` says no.
   */
  save(draft: SavedDraft, may?: () => boolean): Promise<void>
  /** What Try it keeps of a draft, all parts; whoever reads it checks their shape. */
  tryout(id: string): Promise<Readonly<Record<string, unknown>> | undefined>
  /**
   * Sets what is said about a draft; neither its files nor its date change. A draft that is not
   * there stays so. @throws ChangedElsewhere when what was tried with it could not be kept therefore.
   */
  describe(id: string, words: DraftWords): Promise<void>
  /** Makes a draft with the files and kept states of another one, and what Try it keeps of it. */
  duplicate(id: string, copy: DraftCopy): Promise<void>
  /** Deletes a draft with its kept states; gives what brings them back, if it was there. */
  remove(id: string): Promise<RemovedDraft | undefined>
  /** Brings back what is not there; a draft that came back meanwhile stays as it is. */
  restore(removed: RemovedDraft): Promise<void>
  /** What can be got out of a draft that cannot be read: path -> bytes. */
  salvage(id: string): Promise<ReadonlyMap<string, Uint8Array>>

  /** The kept states of a draft that can be read, latest first. */
  snapshots(draftId: string): Promise<readonly SnapshotSummary[]>
  /** The others. */
  unreadableSnapshots(draftId: string): Promise<readonly UnreadableSnapshot[]>
  /** What can be got out of a kept state that cannot be read: path -> bytes. */
  salvageSnapshot(id: string): Promise<ReadonlyMap<string, Uint8Array>>
  snapshot(id: string): Promise<Snapshot | undefined>
  /** Keeps a state, replacing one of the same id. @throws Error when its draft is not stored. */
  keep(snapshot: Snapshot): Promise<void>
  /** Deletes a kept state. */
  forget(id: string): Promise<void>
}

export interface DraftWords {
  /** An empty title: the draft goes by the name of the Promise again. */
  readonly title?: string
  readonly problems?: ProblemCounts
  /** Parts of what Try it keeps, as plain data: the others stay, one that is `undefined` goes. */
  readonly tryout?: Readonly<Record<string, unknown>>
}

export interface DraftCopy {
  readonly id: string
  readonly title: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Summary of a design for the list of drafts. */
export function summarise(
  id: string,
  view: PromiseView,
  properties: number,
  savedAt: number,
  files?: Files,
): DraftSummary {
  const api = view.api
  return {
    id,
    name: view.name,
    version: view.version,
    group: api?.group ?? '',
    kind: api?.kind ?? '',
    apiVersion: (api && storageVersion(api)?.name) ?? '',
    properties,
    steps: view.workflows
      .flatMap((workflow) => workflow.pipelines)
      .reduce((sum, pipeline) => sum + pipeline.steps.length, 0),
    savedAt,
    ...(files && { bytes: sizeOf(files) }),
  }
}

function sizeOf(files: Files): number {
  return [...files.values()].reduce((sum, content) => sum + content.size, 0)
}

/** The order of lists: latest first. */
export function byDate(a: DraftSummary, b: DraftSummary): number {
  return b.savedAt - a.savedAt || a.id.localeCompare(b.id)
}

/** What a draft is called. */
export function nameOf({ title, name }: Pick<DraftSummary, 'title' | 'name'>): string {
  return title || name || 'Promise without a name'
}

/** The draft went on without this tab: saving it from here would overwrite or revive it. */
export class ChangedElsewhere extends Error {
  constructor(how: keyof typeof ELSEWHERE = 'changed') {
    super(ELSEWHERE[how])
  }
}

const ELSEWHERE = {
  changed: 'This draft was changed in another tab. Reload to go on from there.',
  taken: 'Another tab took this draft over before this was saved.',
  deleted:
    'This draft is not stored any more: it was deleted in another tab, or with the data of this site.',
} as const

/** @throws ChangedElsewhere when `draft` must not be written: see `DraftStorage.save`. */
export function refuseStale(
  stored: number | undefined,
  draft: SavedDraft,
  may: () => boolean = () => true,
): void {
  if (!may()) throw new ChangedElsewhere('taken')
  if (stored === draft.basedOn) return
  // A new draft that is there already is not overwritten, and a deleted one does not come back
  // without its kept states.
  throw new ChangedElsewhere(stored === undefined ? 'deleted' : 'changed')
}
