import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editGenerated } from '@/lib/commands/edit-generated'
import { runCommand } from '@/lib/promise/command'
import {
  BASE_FOLDER,
  FileContent,
  type Files,
  PROMISE_FILE,
  SETTINGS_FILE,
} from '@/lib/promise/files'
import { build } from './build'
import { adopt } from './provenance'
import { contentsOf, filesOf, RENDER, redisFiles, textOf } from './testing'
import { unreadableIn } from './unreadable'

/** Path -> hash: what must be equal when two repositories are. */
const hashes = (files: Files) =>
  Object.fromEntries([...files].map(([path, { hash }]) => [path, hash]))
const exported = (files: Files) => contentsOf(build(files))
const readme = 'README.md'
const program = `${RENDER}scripts/pipeline.ts`

function having(files: Files, texts: Readonly<Record<string, string>>): Files {
  return new Map([...files, ...filesOf(texts)])
}

describe('opening a repository', () => {
  test('gives the authored files again, and the record', () => {
    const authored = redisFiles()
    const opened = adopt(exported(authored)).files
    expect([...opened.keys()].sort()).toEqual([...authored.keys()].sort())
    for (const [path, { hash }] of authored) {
      if (path !== SETTINGS_FILE) expect(opened.get(path)?.hash, path).toBe(hash)
    }
  })
  test('knows a file that was edited elsewhere, and finds its base', () => {
    const shipped = exported(redisFiles())
    const generated = shipped.get(program)?.text ?? ''
    const opened = adopt(having(shipped, { [program]: `${generated}// mine\n` })).files
    expect(opened.get(program)?.text).toBe(`${generated}// mine\n`)
    expect(opened.get(BASE_FOLDER + program)?.text).toBe(generated)
    expect(build(opened).files.get(program)?.origin).toBe('edited')
  })
  test('knows an edited file also when its base cannot be made any more', () => {
    const shipped = exported(redisFiles())
    const settings = shipped.get(SETTINGS_FILE)?.text ?? ''
    const hash = shipped.get(readme)?.hash ?? ''
    const opened = adopt(
      having(shipped, {
        [readme]: '# Mine\n',
        [SETTINGS_FILE]: settings.replace(hash, 'b'.repeat(64)),
      }),
    ).files
    expect(opened.has(BASE_FOLDER + readme)).toBe(false)
    const built = build(opened)
    expect(built.files.get(readme)?.origin).toBe('edited')
    expect(textOf(built, SETTINGS_FILE)).toContain('b'.repeat(64))
  })
  test('leaves what is not recorded to the user', () => {
    const opened = adopt(having(exported(redisFiles()), { 'docs/own.md': '# Own\n' })).files
    expect(build(opened).files.get('docs/own.md')?.origin).toBe('authored')
  })
  test('changes nothing in a foreign repository', () => {
    const files = filesOf({ [PROMISE_FILE]: 'kind: Promise\n', 'README.md': '# Theirs\n' })
    expect(hashes(adopt(files).files)).toEqual(hashes(files))
    expect(hashes(exported(adopt(files).files))).toEqual(hashes(files))
  })
  test('keeps a lone Promise as it is, and a repository of ours from then on', () => {
    const text = redisFiles().get(PROMISE_FILE)?.text ?? ''
    const opened = adopt(filesOf({ [PROMISE_FILE]: text })).files
    expect(opened.get(PROMISE_FILE)?.text).toBe(text)
    const later = having(opened, { 'docs/own.md': '# Own\n' })
    expect(build(later).files.has('Makefile')).toBe(true)
  })
  test('drops no document, whatever the record says', () => {
    const promise = FileContent.fromText('kind: Promise\n')
    const files = having(new Map([[PROMISE_FILE, promise]]), {
      [SETTINGS_FILE]: `version: 1\ngenerated:\n  by: x\n  files:\n    promise.yaml: ${promise.hash}\n`,
    })
    expect(adopt(files).files.has(PROMISE_FILE)).toBe(true)
  })
  test('drops nothing that is not made again, whatever the record says', () => {
    const own = FileContent.fromText('my own notes\n')
    const shipped = exported(redisFiles())
    const settings = shipped.get(SETTINGS_FILE)?.text ?? ''
    const wrong = settings.replace(/\n( +)README\.md: /, `\n$1notes.md: ${own.hash}$&`)
    const { files, items } = adopt(
      having(shipped, { 'notes.md': 'my own notes\n', [SETTINGS_FILE]: wrong }),
    )
    expect(build(files).files.get('notes.md')?.origin).toBe('authored')
    expect(items.find(({ path }) => path === 'notes.md')).toMatchObject({
      fate: 'kept',
      news: true,
    })
  })
  test('keeps what was generated while the Promise cannot be read, and makes it again later', () => {
    const shipped = exported(redisFiles())
    const text = shipped.get(PROMISE_FILE)?.text ?? ''
    for (const broken of [`${text}\n  : [\n`, 'kind: Deployment\n']) {
      const received = having(shipped, { [PROMISE_FILE]: broken })
      const { files } = adopt(received)
      expect(hashes(exported(files))).toEqual(hashes(received))
      expect(unreadableIn(build(files))?.code).toBe('build-unreadable')
      const mended = build(having(files, { [PROMISE_FILE]: text }))
      expect(unreadableIn(mended)).toBeUndefined()
      expect(mended.files.get(readme)?.origin).toBe('generated')
      expect(hashes(contentsOf(mended))).toEqual(hashes(shipped))
    }
  })
})

describe('build after adopt after build', () => {
  const paths = [
    ...['README.md', 'Makefile', 'example-resource.yaml', '.gitignore'],
    ...['Dockerfile', 'scripts/pipeline.ts', 'tests/object.yaml'].map((path) => RENDER + path),
    ...['notes.txt', `${RENDER}resources/more.yaml`, `${BASE_FOLDER}README.md`],
  ]
  const settings = redisFiles().get(SETTINGS_FILE)?.text ?? ''
  const record = textOf(build(redisFiles()), SETTINGS_FILE)
  const anyFiles = fc
    .tuple(
      fc.dictionary(
        fc.constantFrom(...paths),
        fc.constantFrom('', 'a: 1\n', '# x\r\n', 'generated'),
      ),
      fc.constantFrom(settings, record, settings.replaceAll('\n', '\r\n'), 'version: 1\n', ''),
      fc.subarray([PROMISE_FILE, `${RENDER}resources/redis-failover.yaml`]),
    )
    .map(([texts, settingsText, gone]) => {
      const base = exported(redisFiles())
      const files = new Map(redisFiles())
      for (const [path, text] of Object.entries(texts)) {
        const generated = base.get(path)
        files.set(path, text === 'generated' && generated ? generated : FileContent.fromText(text))
      }
      if (settingsText === '') files.delete(SETTINGS_FILE)
      else files.set(SETTINGS_FILE, FileContent.fromText(settingsText))
      for (const path of gone) if (path !== PROMISE_FILE) files.delete(path)
      return files
    })

  test('is the same, byte for byte, whatever is edited, removed or added', () => {
    fc.assert(
      fc.property(anyFiles, (files) => {
        const once = exported(files)
        expect(hashes(exported(adopt(once).files))).toEqual(hashes(once))
      }),
      { numRuns: 60 },
    )
  })
  test('is the same after edits through the editor', () => {
    const generated = build(redisFiles()).files.get(program)?.content
    if (!generated) throw new Error('no program')
    const command = editGenerated(program, generated, FileContent.fromText('// mine\n'))
    const once = exported(runCommand(redisFiles(), command))
    expect(once.get(BASE_FOLDER + program)?.hash).toBe(generated.hash)
    expect(hashes(exported(adopt(once).files))).toEqual(hashes(once))
  })
})
