import { createStore, type StoreApi } from 'zustand/vanilla'
import { authoredOnly } from '@/lib/build/authored'
import type { Build } from '@/lib/build/types'
import { editFile } from '@/lib/commands/edit-file'
import { editGenerated } from '@/lib/commands/edit-generated'
import { mergeGenerated, type Update } from '@/lib/commands/merge-generated'
import { readSettings } from '@/lib/commands/settings'
import { type Step, stepsOf } from '@/lib/commands/steps'
import { writeFile } from '@/lib/commands/write-file'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { layoutOf, promiseContent, shiftAssembled } from '@/lib/layout/assemble'
import { runAssembled } from '@/lib/layout/distribute'
import { toPromise, toReal } from '@/lib/layout/places'
import {
  applyFileEdits,
  applyTextEdits,
  type Command,
  type FileEdit,
  type Note,
  type Place,
  type TextEdit,
} from '@/lib/promise/command'
import { FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { samePath } from '@/lib/promise/path'
import type { Settings } from '@/lib/promise/settings'
import { shiftDocuments } from '@/lib/yaml/document'
import { type Analyst, findFix, type Problem, primeReading, toProblem } from './analysis'
import { autosave, type SaveState } from './autosave'
import { type DraftStorage, type SavedDraft, summarise } from './drafts'
import { followUp } from './follow-up'
import {
  emptyHistory,
  extended,
  type History,
  type HistoryEntry,
  joined,
  record,
  redone,
  undone,
} from './history'
import { addNotes, carryNotes, equalFiles, type KeptNote } from './notes'
import { countProperties } from './properties'
import { emptyReading, type Reading, read } from './reading'
import { type Section, sectionOf, startOf } from './section'

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
  /** Runs the fix of a problem as it is now; false when it does not apply any more. */
  fix(problem: Problem): Promise<boolean>
  /** The build of the files as they are this moment, for a download. */
  buildNow(): Promise<Build>
  /** Saves at once what is not saved yet. */
  flush(): Promise<void>
  /** Begins or ends to look on only. */
  watch(on: boolean): void
  /** Takes over what another tab has saved of this draft. Undo does not reach back past it. */
  follow(draft: SavedDraft): void
  /** Ends timers and the worker. */
  stop(): void
}

export type DesignerStore = StoreApi<DesignerState>

export interface DesignerOptions {
  readonly draft: SavedDraft
  readonly storage: DraftStorage
  readonly analyst: Analyst
  /** Milliseconds; for grouping undo and dating drafts. */
  readonly now?: () => number
}

/** Why nothing can be changed while another tab has the draft. */
const WATCHING =
  'This draft is open in another tab, which may change it. Take it over, or edit a copy: both stand above the form.'

/** Up to this many characters promise.yaml is read at once; beyond, the worker reads it. */
const READ_AT_ONCE = 40_000
/** Rules and build wait for this pause in typing (milliseconds). */
const PAUSE = 120

// Generator and rules are as large as the rest of the page and wanted a moment after it.
const generator = () => import('@/lib/build/build')
const judge = () => import('@/lib/rules/check')

/** The one store of an open design: files, history, reading, selection, saving. */
export function createDesigner(options: DesignerOptions): DesignerStore {
  const { analyst, storage, now = Date.now } = options
  const { id, createdAt, report } = options.draft
  let history: History = emptyHistory
  let basedOn = options.draft.basedOn
  let pause: ReturnType<typeof setTimeout> | undefined
  const follower = followUp()
  const dismissed = new Set<number>()
  let noted = 0
  let toldFor: Files | undefined

  const store = createStore<DesignerState>()((set, get) => {
    /**
     * Takes `files` as the state and asks for what takes longer. A form is read at once, since its
     * inputs show the reading; after typing in the editor a long text may wait for the worker.
     */
    const adopt = (files: Files, more: Partial<DesignerState>, later = false): void => {
      show(files, more, later)
      saver.changed()
    }

    const show = (files: Files, more: Partial<DesignerState>, later = false): void => {
      const before = get()
      const wait = later && !readable(files, before.files)
      const reading = wait ? before.reading : read(files, before.reading)
      const { target } = before
      const moved = target && files.get(target.file) !== before.files.get(target.file)
      set({
        files,
        reading,
        ...derived(files, reading, before),
        target: moved ? undefined : target,
        notes: carryNotes(before.notes, before.files, files),
        ...labels(),
        ...more,
      })
      clearTimeout(pause)
      pause = setTimeout(settle, reading === before.reading ? 0 : PAUSE)
    }

    const labels = (): Pick<DesignerState, 'undoLabel' | 'redoLabel'> => ({
      undoLabel: history.past.at(-1)?.label,
      redoLabel: history.future[0]?.label,
    })

    const settle = (): void => {
      const { files } = get()
      Promise.all([analyst.analyse(files), generator()]).then(
        ([analysis, { build }]) => {
          const current = get()
          if (!analysis || current.files !== files) return
          const promise = promiseContent(files)
          if (promise && !readable(files, undefined)) primeReading(promise, analysis)
          const reading = read(files, current.reading)
          const built = build(files)
          if (mergeIn(follower.next(files, history.past.at(-1)?.before, build))) return
          set({
            reading,
            ...derived(files, reading, current),
            build: built,
            problems: [...analysis.problems, ...built.diagnostics.filter(isNews).map(toProblem)],
            fault: undefined,
          })
        },
        (error: unknown) => set({ fault: error instanceof Error ? error.message : String(error) }),
      )
    }

    /** Lets edited files follow the latest change, as a part of it; false when none does. */
    const mergeIn = (updates: readonly Update[]): boolean => {
      const { files: before, notes, followed, watching } = get()
      if (watching) return false
      const outcome = mergeGenerated(updates).run(before)
      if (outcome.kind !== 'change') return false
      const after = applyFileEdits(before, outcome.edits)
      const longer = extended(history, before, after, carryNotes(notes, before, after))
      const change = longer?.past.at(-1)
      if (!longer || !change) return false
      history = longer
      const paths = updates.map(({ path }) => path)
      // While a word is typed the files follow with each letter: that is told once.
      const told = toldFor === change.before && followed?.paths.join() === paths.join()
      toldFor = change.before
      adopt(after, told ? {} : { followed: { label: change.label, paths } })
      return true
    }

    /** Puts a change into the history; gives the notes as they are after it. */
    const remember = (
      { label, group }: Command,
      after: Files,
      place: Place,
      fresh: readonly Note[],
    ): readonly KeptNote[] => {
      const { files: before, section, notes } = get()
      const change = { label, group, before, after, place, section, time: now() }
      const last = joined(history, change)
      const carried = carryNotes(notes, before, after)
      // A name that is typed leaves notes for what it was, not for each letter on the way.
      const next = last ? carried : addNotes(carried, fresh, () => ++noted)
      const kept = last && equalFiles(last.before, after) ? last.notes.before : next
      history = record(history, { ...change, notes: { before: notes, after: kept } })
      return kept
    }

    const apply = (command: Command, how: 'form' | 'large' | 'typed' = 'form'): boolean => {
      const before = get()
      if (before.watching) {
        set({ refusal: { reason: WATCHING, ways: [] } })
        return false
      }
      // What is typed is typed into the file itself; all else is done to the Promise as a whole.
      const outcome =
        how === 'typed' ? command.run(before.files) : runAssembled(before.files, command)
      if (outcome.kind === 'unchanged') return false
      if (outcome.kind === 'refused') {
        set({ refusal: { reason: outcome.reason, ways: outcome.ways } })
        return false
      }
      const after = applyAndShift(before.files, outcome.edits)
      // Typing names its file alone; the place within is where the cursor was.
      const here = how === 'typed' && outcome.place?.file === fileOf(before.files, before.place)
      const named = here || !outcome.place ? undefined : inPromise(after, outcome.place)
      const place = named ?? before.place
      const fresh = (outcome.notes ?? []).map((note) => inFile(after, note))
      const notes = remember(command, after, place, fresh)
      follower.commanded()
      const moved = named && !samePlace(place, before.place)
      // The form stays where it is: adding dependencies also writes a workflow, but shows none.
      const { section } = before
      const selected = moved
        ? { ...selection(place, before), section, placeFrom: 'form' as const }
        : {}
      adopt(after, { ...selected, notes, refusal: undefined }, how !== 'form')
      return true
    }

    /** Goes to where an undone or redone change happened. */
    const travel = (to: 'before' | 'after', entry: HistoryEntry): void => {
      const { place, section } = entry
      const files = entry[to]
      const file = shownFor(files, place, get().openFile)
      follower.travelled()
      adopt(files, {
        notes: entry.notes[to].filter(({ id }) => !dismissed.has(id)),
        ...selection(place, get()),
        section,
        placeFrom: 'history',
        openFile: files.has(file) || layoutOf(files) ? file : get().openFile,
      })
    }

    const saver = autosave(
      storage,
      () => {
        const { files, place, reading } = get()
        const savedAt = Math.max(now(), (basedOn ?? 0) + 1)
        const summary = summarise(id, reading.view, countProperties(reading.view), savedAt, files)
        return { ...options.draft, savedAt, basedOn, files, place, summary }
      },
      (save, saved) => {
        if (saved) basedOn = saved.savedAt
        set({ save })
      },
    )

    const files = options.draft.files
    const reading = read(files, emptyReading)
    const place = options.draft.place ?? startOf('overview')
    setTimeout(settle, 0)
    // What is not in the storage yet is saved at once, and a refusal is told at once.
    if (basedOn === undefined) setTimeout(() => saver.changed(), 0)
    return {
      draft: { id, createdAt, report },
      files,
      reading,
      ...derived(files, reading, undefined),
      problems: [],
      build: authoredOnly(files),
      undoLabel: undefined,
      redoLabel: undefined,
      save: { state: 'saved' },
      watching: false,
      place,
      placeFrom: 'link',
      selections: 0,
      section: sectionOf(place) ?? 'overview',
      openFile: fileOf(files, place),
      refusal: undefined,
      notes: [],
      followed: undefined,
      target: undefined,
      fault: undefined,

      run: (command, reading = 'now') => apply(command, reading === 'later' ? 'large' : 'form'),
      editText(path, edits) {
        const { build: built, files } = get()
        const file = built.files.get(path)
        const generated =
          !files.has(path) && file?.origin === 'generated' ? file.content : undefined
        const head = path === PROMISE_FILE && !files.has(path) ? layoutOf(files)?.head : undefined
        if (head) {
          // The head of a split repository becomes a file with the first letter typed into it.
          const content = FileContent.fromText(applyTextEdits(head.text ?? '', edits))
          apply(writeFile(path, content, `Edit ${path}`), 'typed')
        } else if (!generated) apply(editFile(path, edits), 'typed')
        else if (generated.text !== null) {
          const content = FileContent.fromText(applyTextEdits(generated.text, edits))
          apply(editGenerated(path, generated, content))
        }
      },

      undo() {
        const step = get().watching ? undefined : undone(history)
        if (!step) return
        history = step.history
        travel('before', step.entry)
      },
      redo() {
        const step = get().watching ? undefined : redone(history)
        if (!step) return
        history = step.history
        travel('after', step.entry)
      },

      select(at, from, range) {
        const { files, openFile } = get()
        const place = inPromise(files, at)
        const real = toReal(files, at, range)
        set({
          ...selection(place, get()),
          placeFrom: from,
          openFile: real.range ? real.file : shownFor(files, place, openFile),
          target: real.range && { file: real.file, from: real.range.from, to: real.range.to },
        })
      },
      goTo: (section) =>
        set({
          ...selection(startOf(section), get()),
          section,
          placeFrom: 'form',
          openFile: shownFor(get().files, startOf(section), get().openFile),
        }),
      open: (path) => set({ openFile: path }),
      dismissRefusal: () => set({ refusal: undefined }),
      dismissNotes(ids) {
        const gone = new Set(ids ?? get().notes.map(({ id }) => id))
        for (const id of gone) dismissed.add(id)
        set({ notes: get().notes.filter(({ id }) => !gone.has(id)) })
      },
      async fix(problem) {
        const [{ build }, { checkPromise }] = await Promise.all([generator(), judge()])
        const { files, run } = get()
        const command = findFix([...checkPromise(files), ...build(files).diagnostics], problem)
        return command ? run(command) : false
      },
      async buildNow() {
        const { build } = await generator()
        const built = build(get().files)
        set({ build: built })
        return built
      },
      flush: () => saver.flush(),
      watch: (watching) =>
        set({
          watching,
          ...(watching ? { undoLabel: undefined, redoLabel: undefined } : labels()),
        }),
      follow(draft) {
        basedOn = draft.basedOn
        saver.settled()
        const files = sameWhereEqual(draft.files, get().files)
        if (files === get().files) return
        history = emptyHistory
        follower.travelled()
        show(files, {})
      },
      stop() {
        clearTimeout(pause)
        saver.stop()
        analyst.stop()
      },
    }
  })
  return store
}

/** That nothing is generated from a broken text need not be said beside what breaks it. */
function isNews({ code }: Diagnostic): boolean {
  return code !== 'build-unreadable'
}

/** What follows from the files; parts that did not change keep their identity. */
function derived(
  files: Files,
  reading: Reading,
  before: DesignerState | undefined,
): Pick<DesignerState, 'settings' | 'steps'> {
  const { settings } = readSettings(files)
  const same = before && before.settings === settings && before.reading.view === reading.view
  return { settings, steps: same ? before.steps : stepsOf(reading.view, settings) }
}

/** True when promise.yaml need not wait for the worker. */
function readable(files: Files, before: Files | undefined): boolean {
  const content = promiseContent(files)
  if (!content || (before && content === promiseContent(before))) return true
  return shifted.has(content) || (content.text?.length ?? 0) <= READ_AT_ONCE
}

/** Contents whose documents were shifted along with an edit: reading them costs nothing. */
const shifted = new WeakSet<FileContent>()

/** The files after `edits`, with the ranges of their documents moved along where that is sound. */
function applyAndShift(files: Files, edits: readonly FileEdit[]): Files {
  let here = files
  for (const edit of edits) {
    const next = applyFileEdits(here, [edit])
    if (edit.kind === 'text') {
      const [before, after] = [here.get(edit.path), next.get(edit.path)]
      if (before && after && shiftDocuments(before, edit.edits, after)) shifted.add(after)
    }
    here = next
  }
  const promise = promiseContent(here)
  if (promise && shiftAssembled(files, here)) shifted.add(promise)
  return here
}

/** The file in which `place` lies: of a place of the Promise the part that holds it. */
function fileOf(files: Files, place: Place): string {
  return toReal(files, place).file
}

/** The place as forms know it: what lies in a part of the Promise is a place of `promise.yaml`. */
function inPromise(files: Files, { file, path }: Place): Place {
  return toPromise(files, file, path)
}

/** A note at its place in the file that holds it. */
function inFile(files: Files, note: Note): Note {
  const { file, path, range } = toReal(files, note.place, note.range)
  return { ...note, place: { file, path }, ...(range && { range }) }
}

/** The file to show for a place; `open` stays where the place has no file yet. */
function shownFor(files: Files, place: Place, open: string): string {
  const file = fileOf(files, place)
  const isHead = file === PROMISE_FILE && layoutOf(files)?.virtual === true
  return isHead && place.path[0] === 'spec' ? open : file
}

/** `files` with the contents of `before` where they are equal; `before` itself when all are. */
function sameWhereEqual(files: Files, before: Files): Files {
  const merged = new Map(
    [...files].map(([path, content]) => {
      const old = before.get(path)
      return [path, old?.equals(content) ? old : content]
    }),
  )
  const same = ([path, content]: [string, FileContent]) => before.get(path) === content
  return merged.size === before.size && [...merged].every(same) ? before : merged
}

function selection(
  place: Place,
  before: DesignerState,
): Pick<DesignerState, 'place' | 'section' | 'selections' | 'target'> {
  return {
    place,
    section: sectionOf(place) ?? before.section,
    selections: before.selections + 1,
    target: undefined,
  }
}

function samePlace(a: Place, b: Place): boolean {
  return a.file === b.file && samePath(a.path, b.path)
}
