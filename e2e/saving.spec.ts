import type { Page } from '@playwright/test'
import { DesignerPage } from './pages/designer'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { expect, test } from './test'

async function create(page: Page, name: string): Promise<DesignerPage> {
  const home = new HomePage(page)
  await home.open()
  await home.create(name, 'mygroup.org')
  const designer = new DesignerPage(page)
  await expect(designer.form.getByLabel('Image registry')).toBeVisible()
  return designer
}

test('a reload half a second after the last key loses nothing', async ({ page }) => {
  const designer = await create(page, 'redis')
  const registry = designer.form.getByLabel('Image registry')
  await registry.pressSequentially('ghcr.io/acme')
  await designer.saved()
  await page.reload()
  await expect(registry).toHaveValue('ghcr.io/acme')
})

test('a reload right after typing keeps what was typed before the last half second', async ({
  page,
}) => {
  const designer = await create(page, 'redis')
  const registry = designer.form.getByLabel('Image registry')
  await registry.fill('ghcr.io/acme')
  await designer.saved()
  await registry.pressSequentially('/team')
  await page.reload()
  await expect(registry).toHaveValue(/^ghcr\.io\/acme(\/(t(e(am?)?)?)?)?$/)
})

test('a reload goes on at the place that was selected', async ({ page }) => {
  const designer = await create(page, 'redis')
  await designer.goTo('Scheduling')
  await page.getByRole('button', { name: 'Add rule' }).click()
  await designer.saved()
  await page.reload()
  await expect(designer.form.getByRole('heading', { level: 1, name: 'Scheduling' })).toBeVisible()
  await expect(designer.form.getByLabel('Label', { exact: true })).toHaveValue('environment')
})

test('a save that fails says why, and is tried again', async ({ page }) => {
  const designer = await create(page, 'redis')
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function full(this: IDBObjectStore, ...values) {
      if (document.documentElement.dataset.full === 'no') return put.apply(this, values)
      throw new DOMException('the disk is full', 'QuotaExceededError')
    }
  })
  await designer.form.getByLabel('Image registry').fill('ghcr.io/acme')
  await expect(page.getByText(/the disk is full/).first()).toBeVisible()
  await page.evaluate(() => {
    document.documentElement.dataset.full = 'no'
  })
  await page.getByRole('button', { name: 'Try again' }).click()
  await designer.saved()
  await page.reload()
  await expect(designer.form.getByLabel('Image registry')).toHaveValue('ghcr.io/acme')
})

test('a draft that is not there says so and leads home', async ({ page }) => {
  await page.goto('/designer/?draft=nothing')
  await expect(
    page.getByRole('heading', { name: 'This draft is not in this browser' }),
  ).toBeVisible()
  await page.getByRole('link', { name: 'To your drafts' }).click()
  await expect(page.getByRole('heading', { name: 'Design a Kratix Promise' })).toBeVisible()
})

test('files that were edited by hand survive a reload as edited', async ({ page }) => {
  const designer = await create(page, 'redis')
  const files = new FilesPane(page)
  await files.open('Makefile')
  await files.editor('Makefile').focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.insertText('# ours\n')
  await expect(files.pane.getByText('edited', { exact: true }).first()).toBeVisible()
  await designer.saved()
  await page.reload()
  await files.open('Makefile')
  await expect(files.lines).toContainText('# ours')
  await expect(files.pane.getByText('edited', { exact: true }).first()).toBeVisible()
})
