import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { updatesOf } from '@/lib/build/moved'
import { RENDER, redisFiles } from '@/lib/build/testing'
import { addProperty } from '@/lib/commands/add-property'
import { renameProperty } from '@/lib/commands/rename-property'
import { revertToGenerated } from '@/lib/commands/revert-to-generated'
import { setApiNames } from '@/lib/commands/set-api-names'
import { setPromiseName } from '@/lib/commands/set-promise-name'
import { type Command, runCommand } from '@/lib/promise/command'
import { BASE_FOLDER, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { directAnalyst } from './analyse'
import { createDesigner, type DesignerStore } from './designer'
import { summarise } from './drafts'
import { memoryStorage } from './memory-storage'
import { emptyReading } from './reading'

const README = 'README.md'
const OBJECT = `${RENDER}tests/object.yaml`

let open: DesignerStore | undefined
afterEach(() => open?.getState().stop())

function designer(files: Files = redisFiles(), now = () => 1): DesignerStore {
  open?.getState().stop()
  const summary = summarise('draft', emptyReading.view, 0, 0, files)
  open = createDesigner({
    draft: { id: 'draft', createdAt: 0, savedAt: 0, basedOn: 0, files, place: undefined, summary },
    storage: memoryStorage(),
    analyst: directAnalyst,
    now, // by default what is typed is one undo step, however slow the machine
  })
  return open
}

/** Waits until the build is that of the files, with nothing left to follow. */
async function settled(store: DesignerStore): Promise<void> {
  const { build } = await import('@/lib/build/build')
  await vi.waitFor(() => expect(store.getState().build).toBe(build(store.getState().files)), {
    timeout: 20_000,
  })
}

const textOf = (store: DesignerStore, path: string) => store.getState().files.get(path)?.text ?? ''
const waiting = ({ build, files }: { build: Parameters<typeof updatesOf>[0]; files: Files }) =>
  updatesOf(build, files).map(({ path }) => path)

/** Adds a line at the end of a generated file, as the user types it. */
async function typeBelow(store: DesignerStore, path: string, line: string): Promise<void> {
  await settled(store)
  const { build, files, editText } = store.getState()
  const text = (files.get(path) ?? build.files.get(path)?.content)?.text ?? ''
  editText(path, [{ from: text.length, to: text.length, insert: line }])
  await settled(store)
}

describe('an edited file under a command that moves what is generated', () => {
  it('follows as a part of that command, which is told', async () => {
    const store = designer()
    await typeBelow(store, README, '\n## Ours\n')
    const before = store.getState().files
    store.getState().run(setApiNames({ kind: 'Cache' }))
    await settled(store)
    expect(textOf(store, README)).toMatch(/Cache[\s\S]*## Ours\n$/)
    expect(textOf(store, BASE_FOLDER + README)).toContain('Cache')
    expect(store.getState().followed).toEqual({ label: 'Set kind', paths: [README] })
    store.getState().undo()
    expect([...store.getState().files]).toEqual([...before])
    await settled(store)
    expect(textOf(store, README)).not.toContain('Cache')
    store.getState().redo()
    expect(textOf(store, README)).toContain('Cache')
  })

  it('follows each letter that is typed, is told once, and goes back in one undo', async () => {
    const store = designer()
    await typeBelow(store, README, '\n## Ours\n')
    const before = store.getState().files
    const told = new Set()
    store.subscribe(({ followed }) => told.add(followed))
    for (const kind of ['Cach', 'Cache', 'Caches']) {
      store.getState().run(setApiNames({ kind }))
      await settled(store)
      expect(textOf(store, README)).toContain(`kind: ${kind}\n`)
    }
    expect(textOf(store, README)).toMatch(/## Ours\n$/)
    told.delete(undefined)
    expect([...told]).toEqual([{ label: 'Set kind', paths: [README] }])
    store.getState().undo()
    expect(store.getState().files).toBe(before)
  })

  it('follows a name that is typed in the text, through states that cannot be read', async () => {
    let time = 0
    const store = designer(redisFiles(), () => time)
    await typeBelow(store, README, '\n## Ours\n')
    for (const name of ['"cac', '"cache"']) {
      const text = textOf(store, PROMISE_FILE)
      const from = text.indexOf('\n  name: ') + '\n  name: '.length
      const to = text.indexOf('\n', from)
      time += 60_000 // an undo step of its own
      store.getState().editText(PROMISE_FILE, [{ from, to, insert: name }])
      await settled(store)
    }
    expect(waiting(store.getState())).toEqual([])
    expect(textOf(store, README)).toMatch(/cache[\s\S]*## Ours\n$/)
  })

  it('waits where both changed the same lines, until the user decides', async () => {
    const store = designer()
    await settled(store)
    store.getState().editText(README, [{ from: 0, to: 0, insert: 'Mine. ' }])
    await settled(store)
    store.getState().run(setPromiseName('cache'))
    await settled(store)
    expect(waiting(store.getState())).toEqual([README])
    expect(textOf(store, README)).toMatch(/^Mine\. /)
    const found = store.getState().problems.find(({ code }) => code === 'generated-moved')
    expect(found).toMatchObject({ fix: undefined, place: { file: README } })
    // A later command, which it could follow by itself, does not touch what waits.
    store.getState().run(addProperty(PROPERTIES, 'region', 'string'))
    await settled(store)
    expect(waiting(store.getState())).toEqual([README])
  })

  it('that was behind when it was opened waits, with the merge as a fix', async () => {
    const first = designer()
    await typeBelow(first, README, '\n## Ours\n')
    const files = runCommand(first.getState().files, setApiNames({ kind: 'Cache' }))
    const store = designer(files)
    await settled(store)
    expect(waiting(store.getState())).toEqual([README])
    store.getState().run(addProperty(PROPERTIES, 'region', 'string'))
    await settled(store)
    expect(waiting(store.getState())).toEqual([README])
    const [problem] = store.getState().problems.filter(({ code }) => code === 'generated-moved')
    if (!problem) throw new Error('no problem')
    expect(problem.fix).toBe('Merge README.md')
    expect(await store.getState().fix(problem)).toEqual({ kind: 'fixed', count: 1 })
    await settled(store)
    expect(waiting(store.getState())).toEqual([])
    expect(textOf(store, README)).toMatch(/Cache[\s\S]*## Ours\n$/)
  })
})

const PROPERTIES = [
  ...['spec', 'api', 'spec', 'versions', 0, 'schema', 'openAPIV3Schema'],
  ...['properties', 'spec', 'properties'],
]

it('any commands and merges undo to the start and redo to the end, to the same bytes', async () => {
  const commands: readonly Command[] = [
    setApiNames({ kind: 'Cache' }),
    setApiNames({ group: 'acme.dev' }),
    setPromiseName('cache'),
    addProperty(PROPERTIES, 'region', 'string'),
    renameProperty([...PROPERTIES, 'size'], 'tier'),
    renameProperty([...PROPERTIES, 'tier'], 'size'),
    revertToGenerated(README),
  ]
  const step = fc.oneof(
    fc.record({ command: fc.nat(commands.length - 1), wait: fc.boolean() }),
    fc.record({ type: fc.constantFrom(README, OBJECT, 'Makefile'), first: fc.boolean() }),
  )
  const bytes = (files: Files) => [...files].map(([path, { hash }]) => `${path} ${hash}`).sort()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
      const store = designer()
      await settled(store)
      const start = bytes(store.getState().files)
      for (const one of steps) {
        if ('command' in one) {
          const command = commands[one.command]
          if (command) store.getState().run({ ...command, group: undefined })
          store.getState().dismissRefusal()
          if (one.wait) await settled(store)
        } else {
          await settled(store)
          const { build, files, editText } = store.getState()
          const text = (files.get(one.type) ?? build.files.get(one.type)?.content)?.text ?? ''
          const at = one.first ? 0 : text.length
          editText(one.type, [{ from: at, to: at, insert: '# mine\n' }])
        }
      }
      await settled(store)
      const end = bytes(store.getState().files)
      const { undo, redo } = store.getState()
      let count = 0
      while (store.getState().undoLabel !== undefined) {
        undo()
        count += 1
      }
      expect(bytes(store.getState().files)).toEqual(start)
      await settled(store)
      for (let i = 0; i < count; i++) redo()
      expect(bytes(store.getState().files)).toEqual(end)
      await settled(store)
      expect(bytes(store.getState().files)).toEqual(end)
    }),
    { numRuns: 12 },
  )
})
