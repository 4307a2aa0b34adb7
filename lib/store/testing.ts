import { FileContent, type Files } from '@/lib/promise/files'
import type { SavedDraft, Snapshot } from './drafts'

// Drafts and kept states for tests of the store.

/** Files of these texts. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  return new Map(Object.entries(texts).map(([path, text]) => [path, FileContent.fromText(text)]))
}

/** A draft called `redis`, saved at `savedAt`. */
export function draftOf(id: string, files: Files, more: Partial<SavedDraft> = {}): SavedDraft {
  const savedAt = more.savedAt ?? 1
  const summary = {
    id,
    name: 'redis',
    version: 'v1.0.0',
    group: 'mygroup.org',
    kind: 'Redis',
    apiVersion: 'v1',
    properties: 1,
    steps: 2,
    savedAt,
    bytes: 3,
  }
  return {
    id,
    createdAt: 1,
    savedAt,
    basedOn: undefined,
    files,
    place: undefined,
    summary,
    ...more,
  }
}

/** A download of `files`, kept for the draft `draftId`. */
export function snapshotOf(
  id: string,
  draftId: string,
  files: Files,
  more: Partial<Snapshot> = {},
): Snapshot {
  return {
    id,
    draftId,
    kind: 'download',
    name: 'redis-promise.zip',
    at: 1,
    files: files.size,
    bytes: 3,
    authored: files,
    built: new Map([...files].map(([path, content]) => [path, { content, executable: true }])),
    ...more,
  }
}
