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

test('a second tab on the same draft is told, and overwrites nothing', async ({
  page,
  context,
}) => {
  const designer = await create(page, 'redis')
  const second = await context.newPage()
  await second.goto(page.url())
  const other = new DesignerPage(second)
  await expect(other.form.getByLabel('Image registry')).toBeVisible()

  await designer.form.getByLabel('Image registry').fill('ghcr.io/first')
  await designer.saved()
  await other.form.getByLabel('Image registry').fill('ghcr.io/second')
  await expect(second.getByText(/changed in another tab/).first()).toBeVisible()
  // What stands in the second tab is still there to be copied or downloaded.
  await expect(other.form.getByLabel('Image registry')).toHaveValue('ghcr.io/second')

  await page.reload()
  await expect(designer.form.getByLabel('Image registry')).toHaveValue('ghcr.io/first')
})

test('what a second tab could not save may go on as a draft of its own', async ({
  page,
  context,
}) => {
  const designer = await create(page, 'redis')
  const second = await context.newPage()
  await second.goto(page.url())
  const other = new DesignerPage(second)
  await expect(other.form.getByLabel('Image registry')).toBeVisible()
  await designer.form.getByLabel('Image registry').fill('ghcr.io/first')
  await designer.saved()
  await other.form.getByLabel('Image registry').fill('ghcr.io/second')
  await second.getByRole('button', { name: 'Keep mine as a new draft' }).click()
  await other.saved()
  await second.reload()
  await expect(other.form.getByLabel('Image registry')).toHaveValue('ghcr.io/second')
  await new HomePage(page).open()
  await expect(page.getByRole('link', { name: 'redis', exact: true })).toHaveCount(2)
})

test('where the browser refuses storage, the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('storage is not allowed here', 'SecurityError')
    }
  })
  await page.goto('/')
  await expect(page.getByText(/Drafts cannot be kept in this browser/)).toBeVisible()
  const home = new HomePage(page)
  await home.field('Name').fill('redis')
  await home.field('Group').fill('mygroup.org')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByText(/could not be stored: storage is not allowed here/)).toBeVisible()
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

test('the list of drafts opens, deletes and brings back', async ({ page }) => {
  await create(page, 'redis')
  const designer = await create(page, 'kafka')
  await designer.form.getByLabel('Image registry').fill('ghcr.io/acme')
  await designer.saved()

  const home = new HomePage(page)
  const kafka = page.getByRole('link', { name: 'kafka', exact: true })
  await home.open()
  await expect(page.getByRole('region', { name: 'Your drafts' }).getByRole('link')).toHaveText([
    'kafka',
    'redis',
  ])
  await page.getByRole('button', { name: 'Delete kafka' }).click()
  await expect(kafka).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await kafka.click()
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
