import type { BrowserContext, Page } from '@playwright/test'
import { DesignerPage } from './pages/designer'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { expect, test } from './test'

const TOLD = 'Open for editing in another tab. Here you see what is saved there.'
const registry = (designer: DesignerPage) => designer.form.getByLabel('Image registry')

async function twoTabs(page: Page, context: BrowserContext) {
  const home = new HomePage(page)
  await home.open()
  await home.create('redis', 'mygroup.org')
  const first = new DesignerPage(page)
  await expect(registry(first)).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url())
  const second = new DesignerPage(other)
  await expect(other.getByText(TOLD)).toBeVisible({ timeout: 60_000 })
  return { first, second }
}

test('a second tab is told, watches live, and can change nothing', async ({ page, context }) => {
  const { first, second } = await twoTabs(page, context)
  await registry(first).fill('ghcr.io/first')
  await expect(registry(second)).toHaveValue('ghcr.io/first')
  await expect(registry(second)).toBeDisabled()

  const files = new FilesPane(second.page)
  await files.open('promise.yaml')
  await files.editor('promise.yaml').focus()
  await second.page.keyboard.insertText('# second\n')
  await second.goTo('API')
  await expect(second.page.getByLabel('Add a property', { exact: true })).toBeDisabled()
  // A command by another way is refused, and says why.
  await second.page.keyboard.press('Escape')
  await second.page.keyboard.press('ControlOrMeta+k')
  await second.page.getByRole('combobox').fill('Add property')
  await second.page.keyboard.press('Enter')
  await expect(second.page.getByText(/may change it\. Take it over, or edit a copy/)).toBeVisible()
  await second.page.getByRole('button', { name: 'Cancel' }).click()
  await expect(files.lines).not.toContainText('# second')
})

test('a tab takes over with what was typed last, and hands back', async ({ page, context }) => {
  const { first, second } = await twoTabs(page, context)
  await registry(first).fill('ghcr.io/first')
  await second.page.getByRole('button', { name: 'Take over' }).click()
  await expect(second.page.getByText(TOLD)).toBeHidden()
  await expect(second.form).toBeFocused()
  await expect(page.getByText(TOLD)).toBeVisible()
  await expect(registry(second)).toHaveValue('ghcr.io/first')
  await registry(second).fill('ghcr.io/second')
  await expect(registry(first)).toHaveValue('ghcr.io/second')

  await page.getByRole('button', { name: 'Take over' }).click()
  await expect(second.page.getByText(TOLD)).toBeVisible()
  await registry(first).fill('ghcr.io/first-again')
  await first.saved()
  await expect(registry(second)).toHaveValue('ghcr.io/first-again')
})

test('when the first tab is closed the second goes on', async ({ page, context }) => {
  const { first, second } = await twoTabs(page, context)
  await registry(first).fill('ghcr.io/first')
  await first.saved()
  await page.close()
  await expect(second.page.getByText('You can edit this draft here now').first()).toBeVisible()
  await registry(second).fill('ghcr.io/second')
  await second.saved()
  await second.page.reload()
  await expect(registry(second)).toHaveValue('ghcr.io/second')
})

test('a copy is edited beside the other tab', async ({ page, context }) => {
  const { first, second } = await twoTabs(page, context)
  await second.page.getByRole('button', { name: 'Edit a copy' }).click()
  await expect(second.page.getByText(TOLD)).toBeHidden()
  await registry(second).fill('ghcr.io/copy')
  await second.saved()
  await registry(first).fill('ghcr.io/first')
  await first.saved()
  const home = new HomePage(page)
  await home.open()
  await home.draft('Copy of redis').click()
  await expect(registry(first)).toHaveValue('ghcr.io/copy')
})

test('a tab that cannot save says so to the one that asks', async ({ page, context }) => {
  const { first, second } = await twoTabs(page, context)
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
  await registry(first).fill('ghcr.io/unsaved')
  await expect(page.getByText(/Not saved: The storage of this browser is full/)).toBeVisible()
  await second.page.getByRole('button', { name: 'Take over' }).click()
  await expect(second.page.getByText(/could not save what it holds/)).toBeVisible()
  await expect(registry(first)).toBeEnabled()

  await second.page.getByRole('button', { name: 'Take over anyway' }).click()
  await expect(registry(second)).toBeEnabled()
  // What could not be saved stands in the first tab still, and can be saved to a file.
  await expect(registry(first)).toHaveValue('ghcr.io/unsaved')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save to a file' }).click()
  expect((await download).suggestedFilename()).toBe('redis-promise-draft.zip')
})

test.describe('where the browser has no locks', () => {
  async function withoutLocks(page: Page, context: BrowserContext) {
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined })
    })
    const home = new HomePage(page)
    await home.open()
    await home.create('redis', 'mygroup.org')
    const first = new DesignerPage(page)
    await expect(registry(first)).toBeVisible()
    await first.saved()
    const other = await context.newPage()
    await other.goto(page.url())
    const second = new DesignerPage(other)
    await expect(registry(second)).toBeVisible({ timeout: 60_000 })
    return { first, second }
  }

  test('a second tab overwrites nothing, and says so', async ({ page, context }) => {
    const { first, second } = await withoutLocks(page, context)
    await registry(first).fill('ghcr.io/first')
    await first.saved()
    await registry(second).fill('ghcr.io/second')
    await expect(second.page.getByText(/changed in another tab/).first()).toBeVisible()
    // What stands in the second tab is still there to be copied or saved.
    await expect(registry(second)).toHaveValue('ghcr.io/second')
    await page.reload()
    await expect(registry(first)).toHaveValue('ghcr.io/first')
  })

  test('what could not be saved may go on as a draft of its own', async ({ page, context }) => {
    const { first, second } = await withoutLocks(page, context)
    await registry(first).fill('ghcr.io/first')
    await first.saved()
    await registry(second).fill('ghcr.io/second')
    await second.page.getByRole('button', { name: 'Keep mine as a new draft' }).click()
    await second.saved()
    await second.page.reload()
    await expect(registry(second)).toHaveValue('ghcr.io/second')
    await new HomePage(page).open()
    await expect(new HomePage(page).draft('redis')).toHaveCount(2)
  })
})
