import { readFileSync } from 'node:fs'
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

const titles = (page: Page) => page.getByRole('region', { name: 'Your drafts' }).getByRole('link')

test('a draft is deleted and brought back, with the focus on what is next', async ({ page }) => {
  await create(page, 'redis')
  const designer = await create(page, 'kafka')
  await designer.form.getByLabel('Image registry').fill('ghcr.io/acme')
  await designer.saved()

  const home = new HomePage(page)
  await home.open()
  await expect(titles(page)).toHaveText(['kafka', 'redis'])
  await home.act('kafka', 'Delete')
  await expect(home.draft('kafka')).toBeHidden()
  await expect(home.draft('redis')).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await home.draft('kafka').click()
  await expect(designer.form.getByLabel('Image registry')).toHaveValue('ghcr.io/acme')
})

test('a draft is renamed by keyboard, keeps its Promise, and is found by either name', async ({
  page,
}) => {
  await create(page, 'redis')
  const home = new HomePage(page)
  await home.open()
  await home.draft('redis').focus()
  await page.keyboard.press('F2')
  await page.getByLabel('Name of the draft').fill('Cache for team A')
  await page.keyboard.press('Enter')
  await expect(home.draft('Cache for team A')).toBeFocused()
  await page.reload()
  await home.draft('Cache for team A').click()
  await expect(new DesignerPage(page).form.getByLabel('Name', { exact: true })).toHaveValue('redis')
  // Work goes on under that name; an empty one gives the Promise's back.
  await new DesignerPage(page).form.getByLabel('Image registry').fill('ghcr.io/acme')
  await new DesignerPage(page).saved()
  await home.open()
  await home.act('Cache for team A', 'Rename…')
  await page.getByLabel('Name of the draft').fill('')
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(home.draft('redis')).toBeVisible()
})

test('a copy goes its own way', async ({ page }) => {
  const designer = await create(page, 'redis')
  const home = new HomePage(page)
  await home.open()
  await home.act('redis', 'Duplicate')
  await expect(home.draft('Copy of redis')).toBeFocused()
  await page.keyboard.press('Enter')
  await designer.form.getByLabel('Image registry').fill('ghcr.io/copy')
  await designer.saved()
  await home.open()
  await home.draft('redis').click()
  await expect(designer.form.getByLabel('Image registry')).toHaveValue('')
})

test('a draft saved to a file opens again as it was', async ({ page }) => {
  const designer = await create(page, 'redis')
  await designer.form.getByLabel('Image registry').fill('ghcr.io/acme')
  await designer.saved()
  const home = new HomePage(page)
  await home.open()
  const download = page.waitForEvent('download')
  await home.act('redis', 'Save to a file')
  const file = await download
  expect(file.suggestedFilename()).toBe('redis-promise-draft.zip')
  const path = await file.path()
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
  await page.getByRole('button', { name: 'Choose files' }).isEnabled()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles({
    name: 'redis-promise-draft.zip',
    mimeType: 'application/zip',
    buffer: readFileSync(path),
  })
  const open = page.getByRole('button', { name: 'Open', exact: true })
  await expect(open.or(designer.form.getByLabel('Image registry'))).toBeVisible()
  if (await open.isVisible()) await open.click()
  await expect(designer.form.getByLabel('Image registry')).toHaveValue('ghcr.io/acme')
})

test('cards tell size, problems and time', async ({ page }) => {
  const designer = await create(page, 'redis')
  const files = new FilesPane(page)
  await files.open('promise.yaml')
  await files.editor('promise.yaml').focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText('  destinationSelectors: nonsense\n')
  await expect(
    page.getByRole('banner').getByRole('button', { name: /Problems: .*[1-9]/ }),
  ).toBeVisible()
  await designer.saved()
  const home = new HomePage(page)
  await home.open()
  const card = page.getByRole('listitem').filter({ has: home.draft('redis') })
  await expect(card).toContainText(/1 property · 0 steps · [\d.]+ KB/)
  await expect(card).toContainText(/[1-9] (error|warning)/)
  await expect(card.getByText('just now')).toBeVisible()
})

test('many drafts can be searched', async ({ page }) => {
  await create(page, 'redis')
  const home = new HomePage(page)
  await home.open()
  for (let i = 0; i < 6; i += 1) {
    await home.act('redis', 'Duplicate')
    await expect(titles(page)).toHaveCount(i + 2)
  }
  const search = page.getByLabel('Search drafts')
  await search.fill('copy MYGROUP')
  await expect(page.getByText('6 of 7')).toBeVisible()
  await search.fill('kafka')
  await expect(page.getByText(/No draft holds “kafka”/)).toBeVisible()
  await search.press('Escape')
  await expect(titles(page)).toHaveCount(7)
})
