import type { Page } from '@playwright/test'
import { DesignerPage } from './pages/designer'
import { HomePage } from './pages/home'
import { test as base, expect } from './test'

// Parts of the page come when they are wanted, or before while the page is idle. Where the network
// is gone by then, that is told, nothing is lost, and a new try goes on from there.

const test = base.extend({
  allowed: /^console: .*(Failed to load resource|net::ERR_|ChunkLoadError|Failed to load chunk)/,
})

async function create(page: Page): Promise<DesignerPage> {
  const home = new HomePage(page)
  await home.open()
  await home.create('redis', 'mygroup.org')
  const designer = new DesignerPage(page)
  await expect(designer.form.getByLabel('Image registry')).toBeVisible()
  return designer
}

/** Opens the draft anew, with a network that is gone once its form is there. */
async function withoutNetwork(page: Page): Promise<DesignerPage> {
  const designer = await create(page)
  await designer.form.getByLabel('Image registry').fill('ghcr.io/acme')
  await designer.saved()
  await page.reload({ waitUntil: 'commit' })
  await expect(designer.form.getByLabel('Image registry')).toHaveValue('ghcr.io/acme')
  await page.route('**/*.js', (route) => route.abort())
  return designer
}

test('a form that cannot be loaded is told in its place, and comes with a new try', async ({
  page,
}) => {
  const designer = await withoutNetwork(page)
  await designer.form.getByLabel('Image registry').fill('ghcr.io/other')
  await designer.outline.getByRole('treeitem', { name: /^Scheduling/ }).click()
  const told = designer.form.getByRole('alert').filter({ hasText: 'The form could not be loaded' })
  await expect(told).toBeVisible()
  await told.getByRole('button', { name: 'Try again' }).click()
  await expect(told.getByRole('button', { name: 'Try again' })).toBeVisible()
  await page.unroute('**/*.js')
  await told.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(designer.form.getByRole('heading', { level: 1, name: 'Scheduling' })).toBeVisible()
  await expect(designer.form).toBeFocused()
  await designer.goTo('Overview')
  await expect(designer.form.getByLabel('Image registry')).toHaveValue('ghcr.io/other')
})

test('commands that cannot be loaded are told, and open with a new try; Escape goes back', async ({
  page,
}) => {
  const designer = await withoutNetwork(page)
  const field = designer.form.getByLabel('Image registry')
  await field.focus()
  await page.keyboard.press('Control+k')
  const told = page.getByRole('alert').filter({ hasText: 'The list of commands could not be' })
  await expect(told).toBeVisible()
  await page.unroute('**/*.js')
  await told.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field).toBeFocused()
})
