import { expect, test } from 'vitest'
import { type Command, runCommand } from '@/lib/promise/command'
import { FileContent, PROMISE_FILE } from '@/lib/promise/files'
import {
  addSelector,
  addSelectorLabel,
  removeSelector,
  removeSelectorLabel,
  renameSelectorLabel,
  setSelectorLabel,
} from './destination-selectors'

const bare = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: redis # ours
spec: {}
`

function after(text: string, ...commands: readonly Command[]): string {
  let files: ReadonlyMap<string, FileContent> = new Map([
    [PROMISE_FILE, FileContent.fromText(text)],
  ])
  for (const command of commands) files = runCommand(files, command)
  return files.get(PROMISE_FILE)?.text ?? ''
}

test('a rule comes with its list, and the list goes with its last rule', () => {
  const one = after(bare, addSelector(0, 'environment', 'dev'))
  expect(one).toContain('environment')
  expect(one).toContain('name: redis # ours')
  expect(after(one, removeSelector(0))).toBe(bare)
})

test('labels of a rule can be added, set, renamed and removed', () => {
  const two = after(bare, addSelector(0, 'environment', 'dev'), addSelectorLabel(0, 'zone', 'a'))
  const changed = after(
    two,
    setSelectorLabel(0, 'zone', 'b'),
    renameSelectorLabel(0, 'zone', 'area'),
  )
  expect(changed).toContain('area')
  expect(changed).not.toContain('zone')
  expect(after(changed, removeSelectorLabel(0, 'area'))).not.toContain('area')
})

test('a value that YAML would read as something else is quoted', () => {
  expect(after(bare, addSelector(0, 'on', 'true'))).toMatch(/"true"|'true'/)
})
