import type { Locator, Page } from '@playwright/test'
import { DesignerPage } from './pages/designer'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { test as base, expect } from './test'

// A fault in a region is forced as extensions and translators force it: the document refuses a
// change of a part of the page. No code of ours knows of it.

const test = base.extend({
  allowed: /^console: .*(The document refuses|ran into|failed|error occurred)/,
})

/** From now on the next change within `region` throws, once. */
async function breakNext(region: Locator): Promise<void> {
  await region.evaluate((element) => {
    const { insertBefore, appendChild, removeChild } = Node.prototype
    let armed = true
    const refuse = (node: Node): void => {
      if (!armed || !element.contains(node)) return
      armed = false
      Object.assign(Node.prototype, { insertBefore, appendChild, removeChild })
      throw new Error('The document refuses this change')
    }
    const guarded = <F extends (this: Node, ...args: never[]) => unknown>(original: F) =>
      function change(this: Node, ...args: never[]) {
        refuse(this)
        return original.apply(this, args)
      }
    Object.assign(Node.prototype, {
      insertBefore: guarded(insertBefore),
      appendChild: guarded(appendChild),
      removeChild: guarded(removeChild),
    })
  })
}

async function create(page: Page): Promise<DesignerPage> {
  const home = new HomePage(page)
  await home.open()
  await home.create('redis', 'mygroup.org')
  const designer = new DesignerPage(page)
  await expect(designer.form.getByLabel('Image registry')).toBeVisible()
  await designer.form.getByLabel('Image registry').fill('ghcr.io/acme')
  return designer
}

/** What the message offers: the reason, the draft as a file, and a new try. */
async function rescued(page: Page, region: string): Promise<void> {
  const message = page.getByRole('alert').filter({ hasText: `${region} ran into a fault of ours` })
  await expect(message).toContainText('The document refuses this change')
  const download = page.waitForEvent('download')
  await message.getByRole('button', { name: 'Download draft' }).click()
  expect((await download).suggestedFilename()).toBe('redis-promise-draft.zip')
  await message.getByRole('button', { name: 'Try again' }).click()
  await expect(message).toBeHidden()
}

test('a fault in the form leaves all else at work', async ({ page }) => {
  const designer = await create(page)
  await breakNext(designer.form.locator('fieldset').first())
  await designer.outline.getByRole('treeitem', { name: /^Scheduling/ }).click()
  await expect(page.getByText('The form ran into a fault of ours')).toBeVisible()
  await designer.undo()
  await expect(page.getByRole('button', { name: 'Redo' })).toHaveAttribute('aria-disabled', 'false')
  await designer.redo()
  await designer.goTo('Scheduling')
  await designer.goTo('Overview')
  await expect(designer.form.getByLabel('Image registry')).toHaveValue('ghcr.io/acme')
  await designer.saved()
})

test('a fault in the outline leaves all else at work', async ({ page }) => {
  const designer = await create(page)
  await designer.goTo('API')
  await breakNext(designer.outline)
  await designer.form.getByLabel('Add a property', { exact: true }).fill('replicas')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The outline ran into a fault of ours')).toBeVisible()
  await designer.undo()
  await designer.redo()
  await rescued(page, 'The outline')
  await expect(designer.outline.getByRole('treeitem', { name: /^replicas/ })).toBeVisible()
})

test('a fault in the file pane leaves all else at work', async ({ page }) => {
  const designer = await create(page)
  const files = new FilesPane(page)
  await expect(files.pane.getByRole('textbox', { name: /^Text of/ })).toBeAttached()
  await breakNext(files.pane)
  await files.pane.getByRole('button', { name: /^Files/ }).click()
  await expect(page.getByText('The file pane ran into a fault of ours')).toBeVisible()
  await designer.form.getByLabel('Image registry').fill('ghcr.io/other')
  await designer.undo()
  // Both texts are one step when they were typed within a second.
  await expect(designer.form.getByLabel('Image registry')).not.toHaveValue('ghcr.io/other')
  await rescued(page, 'The file pane')
  await expect(files.pane.getByRole('textbox', { name: /^Text of/ })).toBeAttached()
})

test('a fault in the problem list leaves all else at work', async ({ page }) => {
  const designer = await create(page)
  await expect(designer.problems.getByText('No problems')).toBeVisible()
  await breakNext(designer.problems)
  await designer.problems.getByRole('button', { name: /problems/ }).click()
  await expect(page.getByText('The problem list ran into a fault of ours')).toBeVisible()
  await designer.form.getByLabel('Image registry').fill('ghcr.io/other')
  await designer.undo()
  await rescued(page, 'The problem list')
  await expect(designer.problems).toBeVisible()
})

test('a fault in the top bar leaves all else at work', async ({ page }) => {
  const designer = await create(page)
  const save = page.getByRole('banner')
  await designer.saved()
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
  await breakNext(save)
  await designer.form.getByLabel('Image registry').fill('ghcr.io/other')
  await expect(page.getByText('The top bar ran into a fault of ours')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  // Both texts are one step when they were typed within a second.
  await expect(designer.form.getByLabel('Image registry')).not.toHaveValue('ghcr.io/other')
  await rescued(page, 'The top bar')
  await expect(save.getByRole('button', { name: 'Undo' })).toBeVisible()
})

test('a fault in a dialog leaves all else at work', async ({ page }) => {
  const designer = await create(page)
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog')
  await expect(palette).toBeVisible()
  await breakNext(palette)
  await page.keyboard.type('sched')
  await expect(page.getByText('The dialog ran into a fault of ours')).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await designer.undo()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog')).toBeVisible()
})
