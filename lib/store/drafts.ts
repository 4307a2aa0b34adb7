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
  readonly name: string
  readonly version: string
  readonly group: string
  readonly kind: string
  readonly apiVersion: string
  readonly properties: number
  readonly steps: number
  readonly savedAt: number
}

/**
 * Where drafts live. `save` is atomic: after a crash the draft is the old one or the new one; it
 * rejects when the stored version is not the one that the draft continues (another tab saved it).
 * Every method rejects with an Error that a person can read when the browser refuses.
 */
export interface DraftStorage {
  list(): Promise<readonly DraftSummary[]>
  load(id: string): Promise<SavedDraft | undefined>
  save(draft: SavedDraft): Promise<void>
  remove(id: string): Promise<void>
}

/** Summary of a design for the list of drafts. */
export function summarise(
  id: string,
  view: PromiseView,
  properties: number,
  savedAt: number,
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
  }
}

/** Another tab saved the draft meanwhile: saving it from here would overwrite that. */
export class ChangedElsewhere extends Error {
  constructor() {
    super('This draft was changed in another tab. Reload to go on from there.')
  }
}

/** @throws ChangedElsewhere when the stored version is not the one that `draft` continues. */
export function refuseStale(stored: number | undefined, draft: SavedDraft): void {
  if (stored !== undefined && stored !== draft.basedOn) throw new ChangedElsewhere()
}

/** A storage that forgets: for tests, and where the browser offers none. */
export function memoryStorage(): DraftStorage {
  const drafts = new Map<string, SavedDraft>()
  return {
    list: async () => [...drafts.values()].map((draft) => draft.summary),
    load: async (id) => drafts.get(id),
    save: async (draft) => {
      refuseStale(drafts.get(draft.id)?.savedAt, draft)
      drafts.set(draft.id, draft)
    },
    remove: async (id) => {
      drafts.delete(id)
    },
  }
}
