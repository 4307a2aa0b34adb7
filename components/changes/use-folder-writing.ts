import { useCallback, useRef, useState } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { useDraftStorage, useKeptStatesStore } from '@/components/designer/use-kept-states'
import { unreadableIn } from '@/lib/build/unreadable'
import { type Written, writePlan } from '@/lib/folder/write-plan'
import type { Tree } from '@/lib/patch/compare'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import type { DraftStorage, Snapshot } from '@/lib/store/drafts'
import { type FolderRecord, folderRecords } from '@/lib/store/folder-records'
import { type FolderLook, lookAtFolder } from '@/lib/store/look-at-folder'
import { folderPort, isFolderHandle, mayWrite, pickFolder } from './browser-folder'
import { useOwnNames } from './use-own-names'

/** Where writing into a folder stands. */
export type Writing =
  | { readonly state: 'choosing'; readonly fault?: string }
  | { readonly state: 'looking'; readonly name: string }
  | ({ readonly state: 'planned' } & Planned)
  | { readonly state: 'writing'; readonly done: number; readonly total: number }
  | {
      readonly state: 'done'
      readonly name: string
      readonly result: Written
      /** Written scripts: a browser cannot mark files as executable. */
      readonly scripts: readonly string[]
      /** Why the state could not be kept in the list of states. */
      readonly notKept?: string
    }

export interface Planned {
  readonly handle: FileSystemDirectoryHandle
  readonly look: FolderLook
  readonly authored: Files
  /** As they are named in the folder. */
  readonly files: Tree
  /** As they are named in the design. */
  readonly built: Tree
  readonly record: FolderRecord['written'] | undefined
}

export interface FolderWriting {
  readonly writing: Writing
  /** The folder that was used last for this draft. */
  readonly remembered: FileSystemDirectoryHandle | undefined
  /** Begins anew: reads which folder is remembered. */
  readonly begin: () => void
  readonly choose: () => void
  readonly again: () => void
  readonly write: (planned: Planned, chosen: ReadonlySet<string>) => void
}

/** The steps from a folder to the written files. What is thrown on the way is told as `fault`. */
export function useFolderWriting(): FolderWriting {
  const designer = useDesignerStore()
  const states = useKeptStatesStore()
  const storage = useDraftStorage()
  const ownNames = useOwnNames()
  const [records] = useState(folderRecords)
  const [writing, setWriting] = useState<Writing>({ state: 'choosing' })
  const [record, setRecord] = useState<FolderRecord>()
  /** Counts beginnings: what an earlier one still waits for must not show any more. */
  const turn = useRef(0)
  const busy = useRef(false)
  const { id: draftId } = designer.getState().draft
  const remembered = isFolderHandle(record?.handle) ? record.handle : undefined

  const attempt = useCallback((work: (current: () => boolean) => Promise<void>) => {
    const mine = turn.current
    const current = () => turn.current === mine
    work(current).catch((error: unknown) => {
      const fault = error instanceof Error ? error.message : String(error)
      if (current()) setWriting({ state: 'choosing', fault })
    })
  }, [])

  const begin = useCallback(() => {
    if (busy.current) return // it goes on, and tells when it is done
    turn.current += 1
    setWriting({ state: 'choosing' })
    attempt(async (current) => {
      const drafts = await storage.list()
      await records.prune(new Set([draftId, ...drafts.map(({ id }) => id)]))
      const found = await records.load(draftId)
      if (current()) setRecord(found)
    })
  }, [attempt, storage, records, draftId])

  const look = async (
    handle: FileSystemDirectoryHandle,
    written: FolderRecord['written'] | undefined,
    current: () => boolean,
  ): Promise<void> => {
    setWriting({ state: 'looking', name: handle.name })
    if (!(await mayWrite(handle))) {
      throw new Error(
        `The browser may not write into ${handle.name}. Choose it again and allow it.`,
      )
    }
    const { files: authored, buildNow } = designer.getState()
    const built = await buildNow()
    const unreadable = unreadableIn(built)
    // What is not generated for now would count as removed from the design.
    if (unreadable) throw new Error(unreadable.message)
    const files = ownNames(built.files)
    const kept = await keptStates(storage, draftId)
    const states = kept.map((state) => ({ ...state, built: ownNames(state.built) }))
    const promise = [...files].find(([, file]) => file === built.files.get(PROMISE_FILE))?.[0]
    const found = await lookAtFolder(folderPort(handle), {
      files,
      states,
      record: written,
      promise,
    })
    if (current()) {
      setWriting({
        state: 'planned',
        handle,
        look: found,
        authored,
        files,
        built: built.files,
        record: written,
      })
    }
  }

  const choose = (): void =>
    attempt(async (current) => {
      const handle = await pickFolder()
      if (!handle) return
      const same = remembered && (await remembered.isSameEntry(handle))
      await look(handle, same ? record?.written : undefined, current)
    })
  const again = (): void =>
    attempt(async (current) => {
      if (remembered) await look(remembered, record?.written, current)
    })

  const write = (
    { handle, look, authored, files, built, record: before }: Planned,
    chosen: ReadonlySet<string>,
  ) =>
    attempt(async (current) => {
      busy.current = true
      const result = await writePlan(folderPort(handle), look.items, {
        chosen,
        before: before ?? new Map(),
        progress: (done, total) => setWriting({ state: 'writing', done, total }),
      }).finally(() => {
        busy.current = false
      })
      const next = { draftId, handle, written: result.hashes }
      const scripts = result.written.filter((path) => files.get(path)?.executable)
      const done = { state: 'done', name: handle.name, result, scripts } as const
      try {
        await records.save(next)
        setRecord(next)
        if (!result.failure)
          await states.getState().keep('folder', handle.name, { authored, built })
        if (current()) setWriting(done)
      } catch (error) {
        const notKept = error instanceof Error ? error.message : String(error)
        if (current()) setWriting({ ...done, notKept })
      }
    })

  return { writing, remembered, begin, choose, again, write }
}

/** So many of the latest kept states are looked at, beside the one that was opened. */
const LATEST = 5

/** The states that the folder may well hold. */
async function keptStates(storage: DraftStorage, draftId: string): Promise<readonly Snapshot[]> {
  const list = await storage.snapshots(draftId)
  const wanted = list.filter(({ kind }, i) => kind === 'opened' || i < LATEST)
  const states = await Promise.all(wanted.map(({ id }) => storage.snapshot(id)))
  return states.filter((state) => state !== undefined)
}
