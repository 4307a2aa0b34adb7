import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyTextEdits } from '@/lib/promise/command'
import { FileContent } from '@/lib/promise/files'
import { parseYaml } from './document'
import { documents, pathsOf } from './test-support'

describe('random documents', () => {
  test('are read without an error', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const [document] = parseYaml(text)
        expect(document?.problems).toEqual([])
        expect(document?.broken).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
void applyTextEdits
void FileContent
void pathsOf
