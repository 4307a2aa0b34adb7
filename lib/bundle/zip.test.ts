import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { FileContent } from '@/lib/promise/files'
import { bundleName } from './bundle-name'
import { type BundleFile, zip, zipInSteps } from './zip'

const file = (path: string, text: string, executable = false): BundleFile => ({
  path,
  content: FileContent.fromText(text),
  executable,
})

test('the same files in any order give the same bytes, sorted below one root folder', () => {
  const a = file('promise.yaml', 'kind: Promise\n')
  const b = file('hack/kind-smoke.sh', '#!/bin/sh\n', true)
  const bytes = zip([a, b], 'redis-promise')
  expect(zip([b, a], 'redis-promise')).toEqual(bytes)
  expect(Object.keys(unzipSync(bytes))).toEqual([
    'redis-promise/hack/kind-smoke.sh',
    'redis-promise/promise.yaml',
  ])
})

test('another zip reader finds every byte of any files', () => {
  const name = fc.stringMatching(/^[a-zé雪 ._-]{1,12}$/)
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 3000 }),
    fc.string({ maxLength: 50 }).map((text) => new TextEncoder().encode(text.repeat(200))),
  )
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(name, bytes), { selector: ([path]) => path }), (files) => {
      const zipped = zip(
        files.map(([path, content]) => ({
          path: `f/${path}`,
          content: FileContent.fromBytes(content),
          executable: false,
        })),
        '',
      )
      const read = new Map(Object.entries(unzipSync(zipped)))
      expect(read.size).toBe(files.length)
      for (const [path, content] of files) expect(read.get(`f/${path}`)).toEqual(content)
    }),
    { numRuns: 60 },
  )
})

test('a file named __proto__ stays a file', () => {
  const bytes = zip([file('__proto__', 'text'), file('constructor', 'text')], '')
  expect(new TextDecoder('latin1').decode(bytes)).toContain('__proto__')
  expect(({} as Record<string, unknown>).text).toBeUndefined()
})

test('progress reaches the total, and the bytes are those of the one-go variant', () => {
  const files = [file('a', 'x'.repeat(3_000_000)), file('b', ''), file('c', 'y')]
  const steps = zipInSteps(files, 'r')
  const seen: number[] = []
  let step = steps.next()
  while (!step.done) {
    expect(step.value.total).toBe(3_000_001)
    seen.push(step.value.done)
    step = steps.next()
  }
  expect(seen).toEqual([1_048_576, 2_097_152, 3_000_000, 3_000_000, 3_000_001])
  expect(step.value).toEqual(zip(files, 'r'))
  const read = files.map(({ path, content }) => ({
    path,
    content: FileContent.fromBytes(content.bytes.slice()),
    executable: false,
  }))
  expect(zip(read, 'r')).toEqual(step.value)
})

test.each(['unzip', 'python3'])('%s reads it: contents, modes, time, no warning', (tool) => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-test-'))
  try {
    writeFileSync(
      join(folder, 'a.zip'),
      zip(
        [file('run.sh', '#!/bin/sh\n'.repeat(99), true), file('é.txt', ''), file('d/t', 'x')],
        'r',
      ),
    )
    try {
      if (tool === 'unzip') execFileSync('unzip', ['-q', 'a.zip'], { cwd: folder, stdio: 'pipe' })
      else execFileSync('python3', ['-m', 'zipfile', '-t', 'a.zip'], { cwd: folder, stdio: 'pipe' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return // the tool is not installed
      throw error
    }
    if (tool !== 'unzip') return
    expect(readFileSync(join(folder, 'r/run.sh'), 'utf8')).toBe('#!/bin/sh\n'.repeat(99))
    expect(readFileSync(join(folder, 'r/é.txt'), 'utf8')).toBe('')
    expect(statSync(join(folder, 'r/run.sh')).mode & 0o777).toBe(0o755)
    expect(statSync(join(folder, 'r/d/t')).mode & 0o777).toBe(0o644)
    expect(statSync(join(folder, 'r/d/t')).mtime.getFullYear()).toBe(1980)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the bytes do not depend on the time zone', () => {
  const before = process.env.TZ
  const zoned = ['UTC', 'America/New_York', 'Asia/Kolkata'].map((zone) => {
    process.env.TZ = zone
    return zip([file('a', 'b')], 'r')
  })
  if (before === undefined) delete process.env.TZ
  else process.env.TZ = before
  expect(zoned[1]).toEqual(zoned[0])
  expect(zoned[2]).toEqual(zoned[0])
})

test.each([
  ['redis', 'redis-promise'],
  ['redis-promise', 'redis-promise'],
  ['promise', 'promise'],
  ['', 'promise'],
  ['../../etc', 'etc-promise'],
  ['Ünï/cödé', 'n-c-d-promise'],
  ['-', 'promise'],
])('the repository of promise %j is called %j', (promise, name) => {
  expect(bundleName(promise)).toBe(name)
})
