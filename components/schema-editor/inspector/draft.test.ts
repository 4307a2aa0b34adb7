import { expect, test } from 'vitest'
import { type Draft, type DraftReading, shownText, typed } from '@/components/ui/draft'
import { parseDefault } from '@/lib/schema/parse-default'
import { readValueText, valueText } from '@/lib/schema/value-text'

/** Presses the keys of `text` at the end of a field, one after the other. */
function type(text: string, value: string, reading: DraftReading) {
  let [committed, draft]: [string, Draft | undefined] = [value, undefined]
  const commits: string[] = []
  for (const key of text) {
    const now = shownText(committed, draft) + key
    const next = typed(now, committed, reading)
    draft = next.draft
    if (!next.commits) continue
    commits.push(now)
    committed = reading.means(now)
  }
  return { shown: shownText(committed, draft), committed, commits }
}

const number: DraftReading = {
  check: (text) => {
    const read = parseDefault(text, 'number')
    return text === '' || read.ok ? undefined : read.reason
  },
  means: (text) => {
    const read = parseDefault(text, 'number')
    return read.ok ? String(read.value) : ''
  },
}

test.each(['1.5', '0.05', '-0.5', '1.50', '1e3', '.5', '-0'])('%s can be typed', (text) => {
  const { shown, committed } = type(text, '', number)
  expect(shown).toBe(text)
  expect(committed).toBe(String(Number(text)))
})

test('only what changes the value is committed', () => {
  expect(type('1.05', '', number).commits).toEqual(['1', '1.05'])
})

test.each([
  [{ type: 'number' }, '0.05'],
  [{ 'x-kubernetes-int-or-string': true }, '"80"'],
  [{ type: 'string' }, '""'],
])('a value of %j is shown as it is typed: %s', (schema, text) => {
  const reading: DraftReading = {
    check: (one) => {
      const read = readValueText(one, schema)
      return one === '' || read.ok ? undefined : read.reason
    },
    means: (one) => {
      const read = readValueText(one, schema)
      return one === '' || !read.ok ? '' : valueText(read.value, schema)
    },
  }
  expect(type(text, '', reading).shown).toBe(text)
})

test('what is refused stays in sight until the value changes', () => {
  const { draft, commits } = typed('x', '1', number)
  expect(commits).toBe(false)
  expect(shownText('1', draft)).toBe('x')
  expect(shownText('2', draft)).toBe('2')
})

test('a value that changes from outside wins over a text that was committed', () => {
  const { draft } = typed('1.', '', number)
  expect(shownText('1', draft)).toBe('1.')
  expect(shownText('7', draft)).toBe('7')
})
