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

test('a menu that cannot be loaded is told, and opens at its first entry with a new try', async ({
  page,
}) => {
  await withoutNetwork(page)
  const theme = page.getByRole('banner').getByRole('button', { name: 'Theme' })
  await theme.focus()
  await page.keyboard.press('Enter')
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  await page.unroute('**/*.js')
  await again.click()
  await expect(page.getByRole('menuitemradio', { name: 'System' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(theme).toBeFocused()
})

test('once the page has been idle, its parts open without a network', async ({ page, context }) => {
  const designer = await create(page)
  let last = 0
  page.on('request', () => {
    last = Date.now()
  })
  last = Date.now()
  await expect.poll(() => Date.now() - last, { timeout: 60_000 }).toBeGreaterThan(4000)
  await context.setOffline(true)
  for (const section of ['API', 'Dependencies', 'Workflows', 'Scheduling', 'Overview'] as const) {
    await designer.goTo(section)
  }
  for (const command of ['Set version', 'Download', 'Show what changed', 'Add several']) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByRole('button').first()).toBeVisible()
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.getByRole('button', { name: /^Version/ }).click()
  await page.getByRole('menuitem', { name: /minor/i }).click()
  await designer.undo()
})
