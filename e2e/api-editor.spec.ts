import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ApiForm } from './pages/api'
import { DesignerPage } from './pages/designer'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { Keyboard } from './pages/keyboard'
import { paste } from './pages/paste'
import { expect, test } from './test'

const PROMISE = readFileSync(join(import.meta.dirname, 'fixtures/api.yaml'), 'utf8')

async function openApi(page: Page) {
  await new HomePage(page).open()
  await paste(page, PROMISE)
  await page.waitForURL(/\/designer/)
  const designer = new DesignerPage(page)
  await designer.goTo('API')
  const api = new ApiForm(page)
  await expect(api.name('size')).toBeVisible()
  return { api, designer, files: new FilesPane(page), keys: new Keyboard(page) }
}

test('types and moves by mouse: what is kept, what is dropped, and what follows', async ({
  page,
}) => {
  const { api, designer, files } = await openApi(page)

  await test.step('a pattern goes along into a list, and is dropped by integers, with a way back', async () => {
    await api.type('storage').selectOption({ label: 'string[]' })
    await files.find('storage:')
    await expect(files.lines).toContainText('items:')
    await expect(files.lines).toContainText('pattern: ^[0-9]+Gi$')
    await api.type('storage').selectOption({ label: 'map of integer' })
    const message = page.getByText('storage is map of integer now. Dropped: pattern.').first()
    await expect(message).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect(api.type('storage')).toHaveValue('list string')
    await api.type('storage').selectOption({ label: 'map of string[]' })
    await expect(api.type('storage')).toHaveValue('map list string')
    await designer.undo()
    await designer.undo()
    await expect(api.type('storage')).toHaveValue('string')
  })

  await test.step('a property is dragged into an object; rule and column follow', async () => {
    const handle = page.getByRole('button', { name: 'Move size' })
    const from = await handle.boundingBox()
    if (!from) throw new Error('the handle is not in sight')
    await page.mouse.move(from.x + 5, from.y + 5)
    await page.mouse.down()
    await page.mouse.move(from.x + 5, from.y + 20, { steps: 4 })
    // The inspector closes when a row is picked up.
    await expect(page.getByText(/^size is over/)).toBeAttached()
    const over = await api.line('enabled').boundingBox()
    if (!over) throw new Error('the row is not in sight')
    await page.mouse.move(from.x + 5, over.y + over.height / 2, { steps: 8 })
    await expect(page.getByText('size is over enabled.')).toBeAttached()
    await page.mouse.up()
    await api.expectNames('persistence', 'size', 'enabled', 'storage', 'labels')
    await expect(files.lines).toContainText("self.persistence.size != 'huge'")
    await files.find('jsonPath')
    await expect(files.lines).toContainText('.spec.persistence.size')
  })

  await test.step('it is cut in its menu and pasted below another', async () => {
    await api.act('size', 'Cut')
    await api.expectNames('persistence', 'enabled', 'storage', 'labels')
    await api.act('labels', 'Paste YAML below')
    await api.expectNames('persistence', 'enabled', 'storage', 'labels', 'size')
    await expect(api.name('size')).toBeFocused()
    await expect(files.lines).toContainText('# agreed with the data team')
  })

  await test.step('several are marked, made required, moved and removed, each one undo', async () => {
    await api.line('enabled').click({ position: { x: 500, y: 18 } })
    await api.line('labels').click({ position: { x: 500, y: 18 }, modifiers: ['Shift'] })
    await expect(api.marked).toContainText('3 marked')
    await api.marked.getByRole('button', { name: 'Required' }).click()
    await expect(api.required('storage')).toBeChecked()
    await expect(api.required('labels')).toBeChecked()
    await designer.undo()
    await expect(api.required('storage')).not.toBeChecked()
    await api.marked.getByRole('button', { name: 'Move into…' }).click()
    await page.getByRole('option', { name: 'spec the top' }).click()
    await api.expectNames('persistence', 'size', 'enabled', 'storage', 'labels')
    await api.line('enabled').click({ position: { x: 500, y: 18 }, modifiers: ['Control'] })
    await api.line('labels').click({ position: { x: 500, y: 18 }, modifiers: ['Control'] })
    await api.marked.getByRole('button', { name: 'Remove' }).click()
    await designer.undo()
    await expect(api.name('labels')).toBeVisible()
  })

  await test.step('another version is edited, and its properties alone', async () => {
    await page.getByLabel('Version that is edited').selectOption({ label: 'v1beta1' })
    await api.expectNames('tier')
    await api.name('tier').fill('level')
    await files.find('level:')
    await expect(files.lines).toContainText('level:')
    await page.getByLabel('Version that is edited').selectOption({ label: 'v1alpha1 (stored)' })
    await expect(api.name('persistence')).toBeVisible()
  })
})

test('the same by keyboard alone', async ({ page }) => {
  const { api, keys } = await openApi(page)

  await test.step('/ searches, arrows and Enter go to what is found, Escape leads back', async () => {
    await keys.tabTo(page.getByRole('button', { name: 'Move size' }))
    await keys.press('/')
    await expect(api.search).toBeFocused()
    await keys.type('persistence.s')
    await api.expectNames('persistence', 'storage')
    await expect(page.getByRole('status').filter({ hasText: '1 found' })).toBeVisible()
    await keys.press('Enter')
    await expect(api.name('storage')).toBeFocused()
    await keys.press('Escape')
    await expect(api.search).toBeFocused()
    await keys.press('Escape')
    await api.expectNames('size', 'persistence', 'enabled', 'storage', 'labels')
    await keys.press('Enter')
    await expect(api.name('size')).toBeFocused()
  })

  await test.step('Alt and arrows move it into an object and out again', async () => {
    await keys.press('Alt+ArrowDown')
    await api.expectNames('persistence', 'enabled', 'storage', 'size', 'labels')
    await keys.press('Alt+ArrowRight')
    await expect(api.name('size')).toBeFocused()
    await keys.press('Alt+ArrowLeft')
    await expect(api.name('size')).toBeFocused()
    await api.expectNames('persistence', 'enabled', 'storage', 'size', 'labels')
  })

  await test.step('Shift and arrows mark; Ctrl+C, Delete and Ctrl+V move by the clipboard', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await keys.press('Shift+ArrowDown')
    await expect(api.marked).toContainText('2 marked')
    await expect(api.name('labels')).toBeFocused()
    await keys.press('ControlOrMeta+x')
    await api.expectNames('persistence', 'enabled', 'storage')
    await keys.press('ArrowDown')
    await expect(api.name('enabled')).toBeFocused()
    await keys.press('ControlOrMeta+v')
    await api.expectNames('persistence', 'enabled', 'size', 'labels', 'storage')
    await keys.paste('storage:\n  type: integer # from outside\nmore: {type: string}\n')
    await api.expectNames('persistence', 'enabled', 'size', 'storage2', 'more', 'labels', 'storage')
    const renamed = 'storage is there already: pasted as storage2.' // read out as well, for a second
    await expect(page.getByText(renamed, { exact: true })).toBeVisible()
  })

  await test.step('what is no property is shown, and goes where it can be read', async () => {
    await keys.paste('size: small\nreplicas: 3\n')
    const dialog = page.getByRole('dialog', { name: 'No property in the clipboard' })
    await expect(dialog).toContainText('replicas: 3')
    await keys.tabTo(dialog.getByRole('button', { name: 'Take it as a sample' }))
    await keys.press('Enter')
    await expect(page.getByLabel('Sample requests')).toHaveValue(/replicas: 3/)
    await keys.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(api.name('storage2')).toBeFocused()
  })

  await test.step('Ctrl+A twice marks all, Escape none, and the bar is reached by Tab', async () => {
    await keys.press('ControlOrMeta+a', 'ControlOrMeta+a')
    await expect(api.marked).toContainText('7 marked')
    await keys.press('Escape')
    await expect(api.marked).toBeHidden()
    await keys.press('Shift+ArrowDown')
    await keys.tabBackTo(api.marked.getByRole('button', { name: 'Move into…' }))
    await keys.press('Enter')
    await keys.type('spec')
    await keys.press('Enter')
    await expect(api.names.last()).toHaveAccessibleName('Name of more')
    await expect(api.name('storage2')).toBeFocused()
  })
})

test('who adds one property after another keeps the field in sight', async ({ page }) => {
  const { api } = await openApi(page)
  const field = page.getByLabel('Add a property')
  for (let i = 0; i < 14; i++) {
    await api.add(`more${i}`)
    await expect(field).toBeFocused()
    await expect(field).toBeInViewport({ ratio: 1 })
    await expect(page.getByText('A name, or')).toBeInViewport({ ratio: 1 })
  }
})
