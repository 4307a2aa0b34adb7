import { expect, test } from 'vitest'
import { FileContent } from '@/lib/promise/files'
import { checkPromise } from './check'
import { promiseFile } from './promise-file'
import { GOOD, report } from './testing'

test('promise.yaml is there, and is text', () => {
  expect(report(promiseFile, GOOD)).toEqual([])
  expect(report(promiseFile, { 'README.md': '' })).toEqual([
    'error : The file promise.yaml is missing.',
  ])
  const binary = new Map([['promise.yaml', FileContent.fromBytes(new Uint8Array([0xff]))]])
  expect(checkPromise(binary, [promiseFile])[0]?.message).toContain('not UTF-8')
})
