import type { KeyboardEvent } from 'react'
import { expect, test, vi } from 'vitest'
import { onProblemKey } from './problem-keys'

/** A key that is pressed in a list of one row. */
function press(key: string, inList: boolean, defaultPrevented = false) {
  const row = { focus: vi.fn(), parentElement: undefined }
  const event = {
    key,
    defaultPrevented,
    target: {},
    currentTarget: { contains: () => inList, querySelectorAll: () => [row] },
    preventDefault: vi.fn(),
  }
  onProblemKey(event as unknown as KeyboardEvent<HTMLElement>)
  return {
    moved: row.focus.mock.calls.length > 0,
    prevented: event.preventDefault.mock.calls.length,
  }
}

test('the arrows walk the rows', () => {
  vi.stubGlobal('document', { activeElement: null })
  expect(press('ArrowDown', true)).toEqual({ moved: true, prevented: 1 })
  expect(press('x', true)).toEqual({ moved: false, prevented: 0 })
  vi.unstubAllGlobals()
})

test('what is pressed in a menu of a row is not for the list', () => {
  vi.stubGlobal('document', { activeElement: null })
  for (const key of ['ArrowDown', 'Home', 'f', 's']) {
    expect(press(key, false)).toEqual({ moved: false, prevented: 0 })
    expect(press(key, true, true)).toEqual({ moved: false, prevented: 0 })
  }
  vi.unstubAllGlobals()
})
