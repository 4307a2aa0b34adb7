import { afterEach, expect, test, vi } from 'vitest'
import { readClipboard, writeClipboard } from './clipboard'

afterEach(() => vi.unstubAllGlobals())

/** A page without TLS, whose copy command fires an event only when `allowed`. */
function oldPage(allowed: boolean) {
  const page = new EventTarget()
  const copied: string[] = []
  const copy = (): void => {
    const event = new Event('copy', { cancelable: true })
    const setData = (_type: string, text: string) => copied.push(text)
    page.dispatchEvent(Object.assign(event, { clipboardData: { setData } }))
  }
  const execCommand = (): boolean => {
    if (allowed) copy()
    return allowed
  }
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('document', Object.assign(page, { execCommand }))
  return { copied, copy }
}

test('the old command copies where there is no clipboard, once', async () => {
  const { copied, copy } = oldPage(true)
  await writeClipboard('a: 1')
  copy()
  expect(copied).toEqual(['a: 1'])
})

test('a text that was not copied does not go with what the user copies next', async () => {
  const { copied, copy } = oldPage(false)
  await expect(writeClipboard('a: 1')).rejects.toThrow('not allowed')
  copy()
  expect(copied).toEqual([])
  await expect(readClipboard()).rejects.toThrow('no clipboard')
})
