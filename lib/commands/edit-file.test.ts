import { expect, test } from 'vitest'
import { FileContent } from '@/lib/promise/files'
import { editFile } from './edit-file'
import { editGenerated } from './edit-generated'
import { removeFile } from './remove-file'
import { renameFile } from './rename-file'
import { revertToGenerated } from './revert-to-generated'
import { after, filesOf, refusal } from './testing'
import { writeFile } from './write-file'

const text = FileContent.fromText
const plain = { 'promise.yaml': 'kind: Promise\n', 'notes/a.txt': 'one\n' }

test('text edits arrive as edits', () => {
  const edits = [{ from: 0, to: 3, insert: 'two' }]
  const outcome = editFile('notes/a.txt', edits).run(filesOf(plain))
  expect(outcome).toMatchObject({ edits: [{ kind: 'text', path: 'notes/a.txt', edits }] })
  expect(
    editFile('notes/a.txt', [{ from: 0, to: 3, insert: 'one' }]).run(filesOf(plain)).kind,
  ).toBe('unchanged')
  expect(refusal(plain, editFile('gone', edits))).toContain('gone')
})

test('the first edit of a generated file keeps its base, and going back to it drops both', () => {
  const generated = text('FROM a\n')
  const edited = after(plain, editGenerated('w/Dockerfile', generated, text('FROM b\n')))
  expect(edited).toEqual({
    ...plain,
    'w/Dockerfile': 'FROM b\n',
    '.promise-designer/base/w/Dockerfile': 'FROM a\n',
  })
  const again = after(edited, editFile('w/Dockerfile', [{ from: 5, to: 6, insert: 'c' }]))
  expect(again['w/Dockerfile']).toBe('FROM c\n')
  expect(again['.promise-designer/base/w/Dockerfile']).toBe('FROM a\n')
  expect(after(again, editFile('w/Dockerfile', [{ from: 5, to: 6, insert: 'a' }]))).toEqual(plain)
  expect(after(again, editGenerated('w/Dockerfile', generated, generated))).toEqual(plain)
  expect(after(again, revertToGenerated('w/Dockerfile'))).toEqual(plain)
  expect(after(again, removeFile('w/Dockerfile'))).toEqual(plain)
})

test('a generator that moved on does not replace the base that the edits began with', () => {
  const edited = after(plain, editGenerated('Makefile', text('1'), text('mine')))
  const later = after(edited, editGenerated('Makefile', text('2'), text('mine too')))
  expect(later['.promise-designer/base/Makefile']).toBe('1')
  expect(after(edited, editGenerated('Makefile', text('2'), text('2')))).toEqual(plain)
})

test('an authored file is never taken for a generated one', () => {
  const authored = { ...plain, Makefile: 'mine' }
  expect(after(authored, editGenerated('Makefile', text('1'), text('1')))).toEqual({
    ...plain,
    Makefile: '1',
  })
})

test('files are written, renamed and removed within the repository only', () => {
  expect(after(plain, writeFile('b', text('x')))).toEqual({ ...plain, b: 'x' })
  expect(after(plain, renameFile('notes/a.txt', 'notes'))).toEqual({
    'promise.yaml': plain['promise.yaml'],
    notes: 'one\n',
  })
  expect(after(plain, removeFile('notes/a.txt'))).toEqual({ 'promise.yaml': plain['promise.yaml'] })
  for (const path of [
    '../x',
    '/x',
    'a/../b',
    'a\\b',
    'C:x',
    '',
    'a\u0000',
    'notes',
    'notes/a.txt/b',
  ]) {
    expect(refusal(plain, writeFile(path, text('x')))).not.toBe('')
    expect(refusal(plain, editGenerated(path, text('g'), text('x')))).not.toBe('')
  }
  expect(refusal(plain, writeFile('.promise-designer/base/x', text('x')))).toContain('kept')
  const base = '.promise-designer/base/Makefile'
  expect(
    refusal({ ...plain, [base]: '1' }, editFile(base, [{ from: 0, to: 0, insert: 'x' }])),
  ).toContain('edit Makefile')
  expect(refusal(plain, removeFile('promise.yaml'))).toContain('Promise')
  expect(refusal(plain, renameFile('promise.yaml', 'x'))).toContain('name')
  expect(refusal(plain, renameFile('notes/a.txt', 'promise.yaml'))).toContain('name')
})
