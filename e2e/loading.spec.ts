import type { Page } from '@playwright/test'
import { DesignerPage } from './pages/designer'
import { HomePage } from './pages/home'
import { test as base, expect } from './test'

// Parts of the page come when they are wanted, or before while the page is idle. Where the network
// is gone by then, that is told, nothing is lost, and a new try goes on from there.

const test = base.extend({
  // A worker that was just starting cannot load what it is made of either, once the network is cut.
  allowed:
    /^console: .*(Failed to load resource|net::ERR_|ChunkLoadError|Failed to load chunk)|^uncaught: .*'importScripts'/,
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
  // Nothing comes while the page is idle: what a test has not wanted is not there.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await page.reload({ waitUntil: 'commit' })
  await expect(designer.form.getByLabel('Image registry')).toHaveValue('ghcr.io/acme')
  await page.route('**/*.js', (route) => route.abort())
  return designer
}

/** Opens the list of commands, whose code comes when `arrive` is called. */
async function slowCommands(page: Page) {
  const designer = await withoutNetwork(page)
  await page.unroute('**/*.js')
  let resolve: (() => void) | undefined
  const arrived = new Promise<void>((done) => {
    resolve = done
  })
  await page.route('**/*.js', async (route) => {
    await arrived
    await route.continue()
  })
  await page.keyboard.press('Control+k')
  return { designer, arrive: () => resolve?.() }
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
  await expect(page.getByRole('combobox', { name: 'Commands' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(field).toBeFocused()
})

test('what is typed while the commands are on their way is kept', async ({ page }) => {
  const { designer, arrive } = await slowCommands(page)
  await page.keyboard.type('scheduling')
  const commands = page.getByRole('dialog', { name: 'Commands' })
  await expect(commands.getByRole('textbox')).toHaveValue('scheduling')
  arrive()
  await expect(commands.getByRole('combobox')).toHaveValue('scheduling')
  await page.keyboard.type('x')
  await expect(commands.getByText('Nothing is called that.')).toBeVisible()
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await expect(designer.form.getByRole('heading', { level: 1, name: 'Scheduling' })).toBeVisible()
})

test('a command that is chosen while the commands are on their way runs when they come', async ({
  page,
}) => {
  const { designer, arrive } = await slowCommands(page)
  await page.keyboard.type('scheduling')
  await page.keyboard.press('Enter')
  arrive()
  await expect(designer.form.getByRole('heading', { level: 1, name: 'Scheduling' })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
})
