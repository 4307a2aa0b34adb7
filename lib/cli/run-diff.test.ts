import { chmodSync } from 'node:fs'
import { expect, test } from 'vitest'
import { gitApply, plainTree, readTree } from '@/lib/patch/testing'
import { commandLine } from './testing'

const PROMISE = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: redis
`

const { at, write, designer } = commandLine()

test('the patch from one folder to another is one that git applies', async () => {
  write('a/promise.yaml', PROMISE)
  write('a/notes.md', 'one\n')
  write('b/promise.yaml', PROMISE.replace('redis', 'cache'))
  write('b/hack/run.sh', '#!/bin/sh\n')
  const { code, out, err } = await designer(['diff', 'a', 'b'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  gitApply(at('a'), out)
  // Scripts are executable in what we write, whatever the disk says.
  chmodSync(at('b/hack/run.sh'), 0o755)
  expect(plainTree(readTree(at('a')))).toEqual(plainTree(readTree(at('b'))))
})

test('a file, its zip and standard input are compared alike; what is the same prints nothing', async () => {
  write('promise.yaml', PROMISE)
  expect(await designer(['diff', 'promise.yaml', '-'], PROMISE)).toEqual({
    code: 0,
    out: '',
    err: '',
  })
  const { out } = await designer(['diff', '-', 'promise.yaml'], PROMISE.replace('redis', 'cache'))
  expect(out).toContain('--- a/promise.yaml\n+++ b/promise.yaml\n')
  expect(out).toContain('-  name: cache\n+  name: redis\n')
})

test('a Promise of another name keeps it in the patch', async () => {
  write('a/redis.yaml', PROMISE)
  write('a/x', '')
  write('b/redis.yaml', PROMISE.replace('redis', 'cache'))
  write('b/x', '')
  expect((await designer(['diff', 'a', 'b'])).out).toContain('+++ b/redis.yaml\n')
})

test.each([
  [['diff'], 'diff: FROM is missing'],
  [['diff', 'a'], 'diff: TO is missing'],
  [['diff', 'a', 'b', 'c'], 'diff: two inputs, not also "c"'],
  [['diff', '-', '-'], 'diff: only one of FROM and TO can be -'],
  [['diff', 'a', 'b', '--out', 'c'], 'diff prints to standard output: no --out, no --force'],
])('wrong usage %j exits 2 with a line', async (argv, message) => {
  const { code, out, err } = await designer(argv)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(`designer: ${message}`)
})

test('what cannot be opened is named, and nothing is printed', async () => {
  write('a/promise.yaml', PROMISE)
  write('b.yaml', 'kind: Other\n')
  const { code, out, err } = await designer(['diff', 'a', 'b.yaml'])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^b\.yaml:1:1: error: /)
})
