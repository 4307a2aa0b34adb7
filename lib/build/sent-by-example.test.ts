import { expect, test } from 'vitest'
import { FileContent } from '@/lib/promise/files'
import { build } from './build'
import { RENDER, redisFiles, textOf } from './testing'

/** The smoke test of a repository in which a test of the render step expects these selectors. */
function smokeOf(selectors: string): string {
  const expected = `${RENDER}tests/expected-metadata/destination-selectors.yaml`
  const files = new Map(redisFiles()).set(expected, FileContent.fromText(selectors))
  return textOf(build(files), 'hack/kind-smoke.sh')
}

const plain = smokeOf('[]\n')

test.each([
  ['a folder that leads out', '- {directory: ../../../home, matchLabels: {gpu: a}}\n'],
  ['a folder below a folder', '- {directory: edge/deep, matchLabels: {gpu: a}}\n'],
  ['a folder that is an option', '- {directory: --all, matchLabels: {gpu: a}}\n'],
  ['a label that is an option', '- matchLabels: {"--all": a}\n'],
  ['a value that is none of a label', '- matchLabels: {gpu: "a; b"}\n'],
  ['a value that is no text', '- matchLabels: {gpu: 1}\n'],
])('nothing is taken from selectors with %s', (_, selectors) => {
  expect(smokeOf(selectors)).toBe(plain)
})

test('what Kratix takes for the output itself is the rest of it, and a value may be empty', () => {
  for (const directory of ['.', './', '""']) {
    expect(smokeOf(`- {directory: ${directory}, matchLabels: {gpu: ""}}\n`)).toContain('gpu=')
  }
  expect(smokeOf('- {directory: ./edge/, matchLabels: {environment: x}}\n')).toMatch(
    /^expect_objects \S+ edge$/m,
  )
})
