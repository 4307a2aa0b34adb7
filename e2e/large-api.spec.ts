import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { PROMISE_FILE } from '@/lib/promise/files'
import { promiseWith } from '../scripts/bench/promises.mjs'
import { ApiForm } from './pages/api'
import { DesignerPage } from './pages/designer'
import { HomePage } from './pages/home'
import { expect, test } from './test'

// What the page holds must not grow with the API (design, section 8): a count, not a time.

test('the editor of an API has as many elements for 3,000 properties as for 100', async ({
  page,
}, info) => {
  const counts: number[] = []
  for (const properties of [100, 3000]) {
    const path = info.outputPath(`${properties}.yaml`)
    const content = promiseWith(properties).get(PROMISE_FILE)
    if (!content) throw new Error('the fixture has no promise.yaml')
    await writeFile(path, content.bytes)
    const home = new HomePage(page)
    await home.open()
    await home.openFiles(path)
    const designer = new DesignerPage(page)
    await designer.goTo('API')
    await expect(new ApiForm(page).name('group0')).toBeVisible({ timeout: 60_000 })
    counts.push(await settledCount(page))
  }
  const [few = 0, many = 0] = counts
  expect(few).toBeGreaterThan(500)
  expect(many).toBeLessThan(few * 1.1)
})

/** The elements of the page once none come any more: its parts come one after the other. */
async function settledCount(page: Page): Promise<number> {
  let last = -1
  await expect
    .poll(
      async () => {
        const before = last
        last = await page.locator('*').count()
        return last === before
      },
      { intervals: [1_000] },
    )
    .toBe(true)
  return last
}
