import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { zip } from '@/lib/bundle/zip'
import { addProperty } from '@/lib/commands/add-property'
import { bumpVersion } from '@/lib/commands/bump-version'
import { editGenerated } from '@/lib/commands/edit-generated'
import { importInput } from '@/lib/importers'
import { gitApply, plainTree, readTree, withTree } from '@/lib/patch/testing'
import { unifiedPatch } from '@/lib/patch/unified-patch'
import { type Command, runCommand, sequence } from '@/lib/promise/command'
import { FileContent, type Files } from '@/lib/promise/files'
import { specPropertiesPath } from '@/lib/schema/properties'
import { build } from './build'
import { openedTree } from './opened'
import { adopt } from './provenance'
import { RENDER, redisFiles } from './testing'

type Change = (files: Files) => Files

const SCHEMA = ['spec', 'api', 'spec', 'versions', 0, 'schema', 'openAPIV3Schema']
const command = fc
  .oneof(
    fc
      .constantFrom('replicas', 'region', 'zone')
      .map((name): Command => addProperty(specPropertiesPath(SCHEMA), name, 'string')),
    fc.constantFrom('major', 'minor', 'patch').map((bump): Command => bumpVersion(bump)),
  )
  .map(
    (one): Change =>
      (files) => {
        // A property of this name may be there already.
        return one.run(files).kind === 'refused' ? files : runCommand(files, sequence('', [one]))
      },
  )
/** The user edits a generated file. */
const edited = fc
  .tuple(
    fc.constantFrom('README.md', 'Makefile', `${RENDER}Dockerfile`),
    fc.constantFrom('# mine\n', '\r\n', 'x'),
  )
  .map(
    ([path, added]): Change =>
      (files) => {
        const generated = build(files).files.get(path)?.content
        if (!generated || files.has(path)) return files
        const content = FileContent.fromText(`${generated.text}${added}`)
        return runCommand(files, editGenerated(path, generated, content))
      },
  )
const encoded = (text: string) => new TextEncoder().encode(text)
const own = fc
  .tuple(
    fc.constantFrom('docs/own é.md', 'hack/a.sh', 'hack/a', 'a.bin', `${RENDER}resources/x.yaml`),
    fc.oneof(
      fc.constantFrom('', '#!/bin/sh\necho\n', '\ufeffa: 1\r\nb: 2', 'no end').map(encoded),
      fc.uint8Array({ maxLength: 200 }),
    ),
  )
  .map(([path, bytes]): Change => {
    const content = FileContent.fromBytes(bytes)
    return (files) => new Map([...files, [path, content]])
  })
const repository = fc
  .tuple(
    fc.constantFrom('go', 'typescript', 'python'),
    fc.array(fc.oneof(command, edited, own), { maxLength: 6 }),
  )
  .map(([language, changes]) =>
    changes.reduce((files, change) => change(files), redisFiles(language)),
  )

test('an export that is opened is what was exported, and exports the same bytes again', () => {
  fc.assert(
    fc.property(repository, (authored) => {
      const built = build(authored).files
      const bytes = zip(built.values(), 'redis-promise')
      const imported = importInput({ kind: 'file', name: 'redis-promise.zip', bytes })
      if (imported.kind !== 'ok') throw new Error(imported.kind)
      const opened = adopt(imported.files).files
      expect(plainTree(openedTree(imported.files, opened))).toEqual(plainTree(built))
      expect(zip(build(opened).files.values(), 'redis-promise')).toEqual(bytes)
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('git apply makes of one export the next one', () => {
  fc.assert(
    fc.property(repository, repository, (a, b) => {
      const [before, after] = [build(a).files, build(b).files]
      const patch = unifiedPatch(before, after)
      withTree(before, (folder) => {
        if (patch !== '') gitApply(folder, patch)
        expect(plainTree(readTree(folder))).toEqual(plainTree(after))
      })
    }),
    { numRuns: 15 },
  )
}, 120_000)
