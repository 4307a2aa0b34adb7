import { createStore } from 'zustand/vanilla'
import { authoredOnly } from '@/lib/build/authored'
import { UNREADABLE } from '@/lib/build/unreadable'
import { editFile } from '@/lib/commands/edit-file'
import { editGenerated } from '@/lib/commands/edit-generated'
import { mergeGenerated, type Update } from '@/lib/commands/merge-generated'
import { writeFile } from '@/lib/commands/write-file'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { layoutOf, promiseContent } from '@/lib/layout/assemble'
import { runAssembled } from '@/lib/layout/distribute'
import { toReal } from '@/lib/layout/places'
import {
  applyFileEdits,
  applyTextEdits,
  type Command,
  type Note,
  type Place,
} from '@/lib/promise/command'
import { FileContent, type Files, PROMISE_FILE, sameFiles } from '@/lib/promise/files'
import type { Installed } from '@/lib/rules/rule'
import { type Analyst, findFix, primeReading, toProblem } from './analysis'
import { autosave } from './autosave'
import { applyAndShift, derived, readable, sameWhereEqual, shiftChanged } from './derived'
import type { DesignerState, DesignerStore } from './designer-state'
import { type DraftStorage, type SavedDraft, summarise } from './drafts'
import { type FixOutcome, fixEach } from './fix-each'
import { followUp } from './follow-up'
import { hashAhead } from './hash-ahead'
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
import { relieve } from './history-memory'
import { addNotes, carryNotes, type KeptNote } from './notes'
import { countProperties } from './properties'
import { emptyReading, read } from './reading'
import { sectionOf, startOf } from './section'
import { fileOf, inFile, inPromise, samePlace, selection, shownFor } from './selection'

export type { DesignerState, DesignerStore, PlaceOrigin } from './designer-state'

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
  /** What else is saved when the design is. */
  const besides: (() => Promise<void>)[] = []
  const followers: (() => void)[] = []
  let noted = 0
  let toldFor: Files | undefined
  let installed: Installed | undefined
  let baseline: Installed | undefined

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

    const labels = (): Pick<DesignerState, 'undoLabel' | 'redoLabel' | 'undoesTo'> => ({
      undoLabel: history.past.at(-1)?.label,
      redoLabel: history.future[0]?.label,
      undoesTo: history.past.at(-1)?.before,
    })

    const settle = (): void => {
      const { files } = get()
      // What is read already need not come back from the worker: a large tree takes long to copy.
      const wanted = !readable(files, undefined)
      Promise.all([analyst.analyse(files, baseline, wanted), generator()]).then(
        ([analysis, { build }]) => {
          const current = get()
          if (!analysis || current.files !== files) return
          const promise = promiseContent(files)
          if (promise && wanted) primeReading(promise, analysis)
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
      const kept = last && sameFiles(last.before, after) ? last.notes.before : next
      history = record(history, { ...change, notes: { before: notes, after: kept } })
      relieve(history, after)
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
      // Who types beside Try it goes on trying.
      const here =
        how === 'typed' &&
        (before.section === 'try-it' || outcome.place?.file === fileOf(before.files, before.place))
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

    /** Runs what mends so many problems; `otherwise`: what it means when that does nothing. */
    const attempt = (
      command: Command,
      count: number,
      otherwise: 'changed' | 'gone',
    ): FixOutcome => {
      const before = get().refusal
      if (apply(command)) return { kind: 'fixed', count }
      return get().refusal === before ? { kind: otherwise } : { kind: 'refused', reason: undefined }
    }

    /** Goes to where an undone or redone change happened. */
    const travel = (to: 'before' | 'after', entry: HistoryEntry): void => {
      const { place, section } = entry
      const files = entry[to]
      shiftChanged(get().files, files)
      relieve(history, files)
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
      () => hashAhead(get().files),
    )

    const files = options.draft.files
    const reading = read(files, emptyReading)
    const place = options.draft.place ?? startOf('overview')
    setTimeout(settle, 0)
    // What is not in the storage yet, or in an older version alone, is saved at once, and a refusal
    // is told at once.
    const stored = basedOn === options.draft.savedAt
    if (!stored) setTimeout(() => saver.changed(), 0)
    return {
      draft: { id, createdAt, report },
      files,
      reading,
      ...derived(files, reading, undefined),
      problems: [],
      build: authoredOnly(files),
      undoLabel: undefined,
      redoLabel: undefined,
      undoesTo: undefined,
      save: { state: stored ? 'saved' : 'pending' },
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
        const { files, openFile, section } = get()
        if (from === 'editor' && section === 'try-it') return // see above: the cursor moves along
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
      async fix(problem, label) {
        const [{ build }, { checkPromise }] = await Promise.all([generator(), judge()])
        const { files, problems } = get()
        const found = [...checkPromise(files, undefined, baseline), ...build(files).diagnostics]
        const command = findFix(found, problem, { label, known: problems })
        return command ? attempt(command, 1, 'gone') : { kind: 'gone' }
      },
      async fixAll(problems) {
        const [{ build }, { checkRules }] = await Promise.all([generator(), judge()])
        const { files, problems: known } = get()
        const diagnose = (now: Files, code: string) =>
          checkRules(now, [code], baseline) ?? build(now).diagnostics
        const current = () => get().files === files
        const found = await fixEach(files, problems, diagnose, current, known)
        return found.kind === 'found' ? attempt(found.command, found.count, 'changed') : found
      },
      async compareWith(before) {
        if (before === installed) return
        installed = before
        const { baselineOf } = await judge()
        if (before !== installed) return // told of another meanwhile
        baseline = before && { ...before, files: baselineOf(before.files) }
        settle()
      },
      async buildNow() {
        const { build } = await generator()
        const built = build(get().files)
        set({ build: built })
        return built
      },
      async flush() {
        await Promise.all([saver.flush(), ...besides.map((save) => save())])
      },
      describe: (words) => storage.describe(id, words),
      flushWith: (save) => void besides.push(save),
      followWith: (read) => void followers.push(read),
      watch: (watching) =>
        set({
          watching,
          ...(watching
            ? { undoLabel: undefined, redoLabel: undefined, undoesTo: undefined }
            : labels()),
        }),
      follow(draft) {
        basedOn = draft.basedOn
        saver.settled()
        for (const read of followers) read()
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
  return code !== UNREADABLE
}
