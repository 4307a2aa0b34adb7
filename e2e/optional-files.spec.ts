import { writeFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { DesignerPage } from './pages/designer'
import { DownloadDialog } from './pages/download'
import { HomePage } from './pages/home'
import { WorkflowForm } from './pages/workflows'
import { expect, test } from './test'

const WORKFLOW = '.github/workflows/promise.yaml'
const RELEASE = 'promise-release.yaml'

test('a workflow that could push nothing says so, and leads to the registry', async ({ page }) => {
  const home = new HomePage(page)
  await home.open()
  await home.create('redis', 'mygroup.org')
  const designer = new DesignerPage(page)
  await designer.goTo('Workflows')
  await new WorkflowForm(page).addStep('resource configure', /Fill templates/)
  const download = new DownloadDialog(page)
  await download.open()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('switch', { name: 'GitHub Actions workflow' }).click()
  const hint = dialog.getByText(/tests, but pushes no image: redis-\S+ names no registry/)
  await expect(hint).toBeVisible()
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])

  await dialog.getByRole('button', { name: 'Set the image registry' }).click()
  const registry = designer.form.getByLabel('Image registry')
  await expect(registry).toBeFocused()
  await page.keyboard.type('ghcr.io/acme')
  await download.open()
  await expect(hint).toBeHidden()
  expect((await download.download()).files.get(WORKFLOW)).toContain('run: make push')
})

test('a release of a Promise without a version says that Kratix refuses it', async ({
  page,
}, info) => {
  const home = new HomePage(page)
  const path = info.outputPath('promise.yaml')
  const lone = { apiVersion: 'platform.kratix.io/v1alpha1', kind: 'Promise', spec: {} }
  await writeFile(path, JSON.stringify({ ...lone, metadata: { name: 'redis' } }))
  await home.open()
  await home.openFiles(path)
  const version = new DesignerPage(page).form.getByLabel('Version', { exact: true })
  const download = new DownloadDialog(page)
  await download.open()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('switch', { name: 'promise-release.yaml' }).click()
  const hint = dialog.getByText('Kratix installs no release of a Promise that has no version.')
  await expect(hint).toBeVisible()
  await dialog.getByRole('button', { name: 'Set the version' }).click()
  await expect(version).toBeFocused()
  await page.keyboard.type('v1.0.0')
  await download.open()
  await expect(hint).toBeHidden()
  expect((await download.download()).files.get(RELEASE)).toMatch(/version: "?v1\.0\.0/)
})

test('a workflow and a release are chosen at the download, by keyboard, and remembered', async ({
  page,
}) => {
  const home = new HomePage(page)
  await home.open()
  await home.create('redis', 'mygroup.org')
  const designer = new DesignerPage(page)
  await designer.form.getByLabel('Image registry').fill('ghcr.io/acme')
  const download = new DownloadDialog(page)
  await download.open()
  const dialog = page.getByRole('dialog')
  const choices = dialog.getByRole('group', { name: 'Also in the zip' })

  await choices.getByRole('switch', { name: 'GitHub Actions workflow' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  const address = choices.getByLabel('Address of promise.yaml')
  await expect(address).toHaveValue(
    'https://raw.githubusercontent.com/acme/redis-promise/{version}/promise.yaml',
  )
  await address.fill('no address')
  await expect(choices.getByText(/begins with https/)).toBeVisible()
  await address.fill('https://example.org/redis/{version}.yaml')
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])

  const chosen = await download.download()
  expect(chosen.files.get(WORKFLOW)).toContain('run: make smoke')
  expect(chosen.files.get(RELEASE)).toMatch(/url: https:\/\/example\.org\/redis\/v[\d.]+\.yaml/)

  await designer.saved()
  await page.reload()
  await download.open()
  await expect(choices.getByRole('switch', { name: 'promise-release.yaml' })).toBeChecked()
  await choices.getByRole('switch', { name: 'promise-release.yaml' }).click()
  await expect(address).toBeHidden()
  const without = await download.download()
  expect(without.files.has(RELEASE)).toBe(false)
  expect(without.files.has(WORKFLOW)).toBe(true)
})
