import { describe, expect, test } from 'vitest'
import { asNamed } from '@/lib/build/as-named'
import { build } from '@/lib/build/build'
import { redisFiles } from '@/lib/build/testing'
import { bumpVersion } from '@/lib/commands/bump-version'
import { setPromiseName } from '@/lib/commands/set-promise-name'
import { MemoryFolder } from '@/lib/folder/testing'
import { writePlan } from '@/lib/folder/write-plan'
import { type Command, runCommand } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import type { Snapshot } from './drafts'
import { lookAtFolder } from './look-at-folder'
import { snapshotOf } from './testing'

const treeOf = (files: Files) => build(files).files
const diskOf = (files: Files) =>
  new MemoryFolder(
    Object.fromEntries([...treeOf(files)].map(([path, { content }]) => [path, content.text ?? ''])),
  )
const keptOf = (files: Files): Snapshot => snapshotOf('s', 'd', files, { built: treeOf(files) })
const changedBy = (command: Command) => runCommand(redisFiles(), command)
const none = { states: [], record: undefined }
const MADE = 'docs/made.md'

async function actions(folder: MemoryFolder, input: Parameters<typeof lookAtFolder>[1]) {
  const { items, other } = await lookAtFolder(folder, input)
  const of = (...wanted: readonly string[]) =>
    items.filter(({ action }) => wanted.includes(action)).map(({ path }) => path)
  return { of, other, items }
}

/** A record of a file that was generated once, in the settings file on the disk. */
function recordOnDisk(folder: MemoryFolder): void {
  const made = treeOf(redisFiles()).get('README.md')?.content
  const settings = folder.files.get('.promise-designer.yaml') ?? ''
  folder.put(MADE, made?.text ?? '')
  const line = /\n( +)README\.md: .*\n/.exec(settings)
  folder.put(
    '.promise-designer.yaml',
    settings.replace(line?.[0] ?? '', `${line?.[0]}${line?.[1]}${MADE}: ${made?.hash}\n`),
  )
}

describe('looking at a folder', () => {
  test('finds nothing to do where the same repository lies', async () => {
    const { of, other } = await actions(diskOf(redisFiles()), {
      files: treeOf(redisFiles()),
      ...none,
    })
    expect(other).toBeUndefined()
    expect(of('create', 'replace', 'changed', 'remove', 'stays', 'blocked')).toEqual([])
  })

  test('replaces generated files that the settings file there vouches for, and asks for others', async () => {
    const files = treeOf(changedBy(bumpVersion('minor')))
    const folder = diskOf(redisFiles())
    folder.put('Makefile', '# theirs\n')
    const { of } = await actions(folder, { files, ...none })
    expect(of('replace')).toContain('README.md')
    expect(of('changed').sort()).toEqual(
      expect.arrayContaining(['.promise-designer.yaml', 'promise.yaml']),
    )
    expect(of('replace')).not.toContain('Makefile')
  })

  test('replaces what is as in a kept state', async () => {
    const files = treeOf(changedBy(bumpVersion('minor')))
    const states = [keptOf(redisFiles())]
    const { of } = await actions(diskOf(redisFiles()), { files, states, record: undefined })
    expect(of('replace')).toContain('promise.yaml')
    expect(of('changed')).toEqual([])
  })

  test('removes what the settings file there vouches for and nobody makes any more', async () => {
    const folder = diskOf(redisFiles())
    recordOnDisk(folder)
    const { of, items } = await actions(folder, { files: treeOf(redisFiles()), ...none })
    expect(of('remove')).toEqual([MADE])
    await writePlan(folder, items, { chosen: new Set(), before: new Map() })
    expect(folder.files.has(MADE)).toBe(false)
  })

  test('trusts no settings file of another Promise', async () => {
    const folder = diskOf(changedBy(setPromiseName('kafka')))
    recordOnDisk(folder)
    const { of, other } = await actions(folder, { files: treeOf(redisFiles()), ...none })
    expect(other).toBe('kafka')
    expect(of('remove', 'replace')).toEqual([])
    expect(of('changed')).toContain('README.md')
    expect(of('stays')).toEqual([])
  })

  test('trusts no record of a folder that holds another Promise by now', async () => {
    const written = treeOf(redisFiles())
    const folder = diskOf(changedBy(setPromiseName('kafka')))
    recordOnDisk(folder)
    const record = new Map([...written].map(([path, { content }]) => [path, content.hash]))
    const files = treeOf(changedBy(bumpVersion('minor')))
    for (const remembered of [record, new Map<string, string>()]) {
      const states = [keptOf(redisFiles())]
      const { of, other } = await actions(folder, { files, states, record: remembered })
      expect(other).toBe('kafka')
      expect(of('remove', 'replace')).toEqual([])
    }
  })

  test('trusts its record where the Promise in the folder has no name any more', async () => {
    const folder = diskOf(redisFiles())
    folder.put('promise.yaml', '# broken\n')
    const made = treeOf(redisFiles())
    const record = new Map([...made].map(([path, { content }]) => [path, content.hash]))
    const { of, other } = await actions(folder, { files: made, states: [], record })
    expect(other).toBeUndefined()
    expect(of('changed')).toEqual(['promise.yaml'])
    expect((await actions(folder, { files: made, ...none })).other).toBe('')
  })

  test('judges a folder by the name that the file of its Promise has there', async () => {
    const named = (files: Files) =>
      asNamed(treeOf(files), { root: '', promise: 'redis-promise.yaml' })
    const folder = (files: Files) =>
      new MemoryFolder(
        Object.fromEntries(
          [...named(files)].map(([path, { content }]) => [path, content.text ?? '']),
        ),
      )
    const files = named(redisFiles())
    const input = { files, ...none, promise: 'redis-promise.yaml' }
    const own = await actions(folder(redisFiles()), input)
    expect([own.other, own.of('create', 'replace', 'changed')]).toEqual([undefined, []])
    const other = await actions(folder(changedBy(setPromiseName('kafka'))), input)
    expect(other.other).toBe('kafka')
  })

  test('knows the folder of its own Promise by another name', async () => {
    const folder = diskOf(redisFiles())
    const files = treeOf(changedBy(setPromiseName('cache')))
    const states = [keptOf(redisFiles())]
    expect((await actions(folder, { files, states, record: undefined })).other).toBeUndefined()
    const promise = redisFiles().get('promise.yaml')
    const record = new Map([['promise.yaml', promise?.hash ?? '']])
    expect((await actions(folder, { files, states: [], record })).other).toBeUndefined()
    expect((await actions(folder, { files, ...none })).other).toBe('redis')
  })
})
