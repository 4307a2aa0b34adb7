import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addProperty } from '@/lib/commands/add-property'
import { editGenerated } from '@/lib/commands/edit-generated'
import { keepMine } from '@/lib/commands/keep-mine'
import { mergeGenerated, mergeOf } from '@/lib/commands/merge-generated'
import { renameProperty } from '@/lib/commands/rename-property'
import { setApiNames } from '@/lib/commands/set-api-names'
import { setPromiseName } from '@/lib/commands/set-promise-name'
import { setStepLanguage } from '@/lib/commands/set-step-language'
import { type Command, runCommand } from '@/lib/promise/command'
import { BASE_FOLDER, FileContent, type Files, SETTINGS_FILE } from '@/lib/promise/files'
import { build } from './build'
import { updatesOf } from './moved'
import { adopt } from './provenance'
import { contentsOf, RENDER, redisFiles, textOf } from './testing'

/** The repository after the user changed the text of a generated file. */
function edited(files: Files, path: string, change: (text: string) => string): Files {
  const content = build(files).files.get(path)?.content
  if (!content) throw new Error(`no ${path}`)
  const mine = FileContent.fromText(change(content.text ?? ''))
  return runCommand(files, editGenerated(path, content, mine))
}
const README = 'README.md'
const below = (text: string): string => `${text}\n## Ours\n`
const rename = setApiNames({ kind: 'Cache' })

describe('an edited file whose generated version moves on', () => {
  test('is not moved while nothing changes, also when the user edits it again', () => {
    const files = edited(redisFiles(), README, below)
    expect(build(files).files.get(README)).toMatchObject({ origin: 'edited' })
    expect(build(files).files.get(README)?.moved).toBeUndefined()
    expect(updatesOf(build(files), files)).toEqual([])
  })
  test('carries what it was made from and what is generated now', () => {
    const before = build(redisFiles()).files.get(README)?.content
    const files = runCommand(edited(redisFiles(), README, below), rename)
    const { moved, content } = build(files).files.get(README) ?? {}
    expect(moved?.base?.text).toBe(before?.text)
    expect(moved?.now.text).toContain('Cache')
    expect(content?.text).not.toContain('Cache')
  })
  test('is a warning with a merge that makes it up to date', () => {
    const files = runCommand(edited(redisFiles(), README, below), rename)
    const { diagnostics } = build(files)
    const [news] = diagnostics.filter(({ code }) => code === 'generated-moved')
    expect(news).toMatchObject({ severity: 'warning', place: { file: README, path: [] } })
    expect(news?.message).toContain('fit together')
    const merged = runCommand(files, news?.fix ?? rename)
    expect(build(merged).files.get(README)?.moved).toBeUndefined()
    expect(textOf(build(merged), README)).toMatch(/Cache[\s\S]*## Ours\n$/)
  })
  test('says in how many places both changed, and offers no merge then', () => {
    const own = edited(redisFiles(), README, (text) => text.replaceAll('Redis', 'Our Redis'))
    const [news] = build(runCommand(own, rename)).diagnostics
    expect(news?.message).toMatch(/in (one place|\d+ places) that you changed/)
    expect(news?.fix).toBeUndefined()
  })
  test('is up to date once the user keeps their own', () => {
    const files = runCommand(edited(redisFiles(), README, below), rename)
    const [update] = updatesOf(build(files), files)
    if (!update) throw new Error('nothing moved')
    const kept = runCommand(files, keepMine(update))
    expect(updatesOf(build(files), kept)).toEqual([]) // at once, before the next build
    expect(build(kept).files.get(README)?.moved).toBeUndefined()
    expect(kept.get(README)).toBe(files.get(README))
  })
})

describe('a repository that was opened', () => {
  test('with a newer generator shows what has moved since', () => {
    const files = edited(redisFiles(), README, below)
    const shipped = contentsOf(build(files))
    // As an older generator wrote it: another base, and the record of it.
    const old = FileContent.fromText(
      `# An older readme\n${shipped.get(BASE_FOLDER + README)?.text}`,
    )
    const record = shipped.get(SETTINGS_FILE)?.text ?? ''
    const { files: opened } = adopt(
      new Map([
        ...shipped,
        [README, FileContent.fromText(`${old.text}\n## Ours\n`)],
        [BASE_FOLDER + README, old],
        [
          SETTINGS_FILE,
          FileContent.fromText(
            record.replace(shipped.get(BASE_FOLDER + README)?.hash ?? 'none', old.hash),
          ),
        ],
      ]),
    )
    const moved = build(opened).files.get(README)?.moved
    expect(moved?.base?.hash).toBe(old.hash)
    const merged = runCommand(opened, mergeGenerated(updatesOf(build(opened), opened)))
    expect(merged.get(README)?.text).toBe(files.get(README)?.text)
  })
  test('without the base of a file says that it has moved, from nobody knows what', () => {
    const shipped = contentsOf(build(redisFiles()))
    const hash = shipped.get(README)?.hash ?? ''
    const settings = (shipped.get(SETTINGS_FILE)?.text ?? '').replace(hash, 'b'.repeat(64))
    const { files: opened } = adopt(
      new Map([
        ...shipped,
        [README, FileContent.fromText('# Mine\n')],
        [SETTINGS_FILE, FileContent.fromText(settings)],
      ]),
    )
    const built = build(opened)
    expect(built.files.get(README)?.moved).toMatchObject({ base: undefined })
    expect(built.diagnostics.map(({ message }) => message).join()).toContain('was not kept')
  })
})

/** The text with other lines in the place of some. */
function spliced(
  text: string,
  { at, remove, add }: { at: number; remove: number; add: readonly string[] },
  end = '\n',
): string {
  const lines = text.split('\n')
  lines.splice(at % lines.length, remove, ...add)
  return lines.join(end)
}

/** Each line that says something, and how often it is there. */
function linesOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() !== '') counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return counts
}

test('whatever the user edits and whatever moves, no line of theirs is lost in silence', () => {
  const paths = [
    ...[README, 'Makefile', 'example-resource.yaml', `${RENDER}tests/object.yaml`],
    ...['Dockerfile', 'scripts/pipeline.ts', 'tests/expected-metadata/status.yaml'].map(
      (path) => RENDER + path,
    ),
  ]
  const spec = ['spec', 'api', 'spec', 'versions', 0, 'schema', 'openAPIV3Schema']
  const properties = [...spec, 'properties', 'spec', 'properties']
  const moves: readonly Command[] = [
    setApiNames({ kind: 'Cache' }),
    setApiNames({ group: 'acme.dev' }),
    setPromiseName('cache'),
    addProperty(properties, 'region', 'string'),
    renameProperty([...properties, 'size'], 'tier'),
    setStepLanguage('resource/configure/instance/render', 'python'),
  ]
  const edit = fc.record({
    path: fc.constantFrom(...paths),
    at: fc.nat(60),
    remove: fc.nat(2),
    end: fc.constantFrom('\n', '\r\n'),
    add: fc.array(fc.constantFrom('# mine', 'kind: Mine', '', '  both: 1'), { maxLength: 3 }),
    // An older generator may have made it from other lines.
    older: fc.option(
      fc.record({
        at: fc.nat(60),
        remove: fc.nat(3),
        add: fc.array(fc.constantFrom('# old', '# mine', 'kind: Old', ''), { maxLength: 3 }),
      }),
    ),
  })
  const edits = fc.uniqueArray(edit, { selector: ({ path }) => path, minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(edits, fc.subarray([...moves.keys()], { minLength: 1 }), (changes, which) => {
      let files = redisFiles()
      for (const { path, at, remove, add, end, older } of changes) {
        const made = build(files).files.get(path)?.content.text
        if (made === undefined || made === null) continue
        // The example, from an older base, is left out: it can still be behind once it is merged.
        if (older && path !== 'example-resource.yaml') {
          const base = spliced(made, older)
          const mine = spliced(base, { at, remove, add }, end)
          files = new Map(files)
            .set(path, FileContent.fromText(mine))
            .set(BASE_FOLDER + path, FileContent.fromText(base))
          continue
        }
        files = edited(files, path, (text) => spliced(text, { at, remove, add }, end))
      }
      for (const index of which) {
        const command = moves[index]
        if (!command) continue
        const outcome = command.run(files)
        if (outcome.kind === 'change') files = runCommand(files, command)
      }
      const built = build(files)
      for (const { path } of updatesOf(built, files)) {
        // Merging the example moves what is made of it, so each is looked at anew.
        const update = updatesOf(build(files), files).find((one) => one.path === path)
        if (!update) continue
        const mine = files.get(update.path)
        const merge = mine && mergeOf(mine, update)
        if (!mine || !merge) throw new Error('not text')
        const kept = linesOf(
          merge.hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : hunk.mine)).join(''),
        )
        const [own, base] = [linesOf(mine.text ?? ''), linesOf(update.base?.text ?? '')]
        for (const [line, count] of own) {
          const added = count - (base.get(line) ?? 0)
          expect(kept.get(line) ?? 0, line).toBeGreaterThanOrEqual(added)
        }
        const clean = merge.text !== undefined
        const outcome = mergeGenerated([update]).run(files)
        expect(outcome.kind).toBe(clean ? 'change' : 'refused')
        if (!clean) continue
        files = runCommand(files, mergeGenerated([update]))
        expect(build(files).files.get(path)?.moved).toBeUndefined()
      }
      // Nothing else has changed: what was generated is generated, and the document is as it was.
      for (const [path, file] of built.files) {
        if (file.origin === 'authored' && !path.startsWith(BASE_FOLDER) && path !== SETTINGS_FILE)
          expect(files.get(path), path).toBe(file.content)
      }
    }),
    { numRuns: 120 },
  )
})
