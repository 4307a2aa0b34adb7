import { cpSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { ApiForm } from './pages/api'
import { DesignerPage } from './pages/designer'
import { DownloadDialog } from './pages/download'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { WorkflowForm } from './pages/workflows'
import { expect, test } from './test'

// As `kratix init promise --split`, `update api`, `update dependencies` and `add container` write it.
const SPLIT = join(import.meta.dirname, 'fixtures/redis-split')
const WORKFLOW = 'workflows/resource/configure/workflow.yaml'
const original = (path: string): string => readFileSync(join(SPLIT, path), 'utf8')

/** Opens a folder and takes it, whatever there is to say about it. */
async function openFolder(page: Page, folder: string): Promise<void> {
  await new HomePage(page).open()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await chooser).setFiles(folder)
  const report = page.getByRole('dialog').getByRole('button', { name: /^Open/ })
  await expect(report.or(page.getByRole('main').getByText('CRD name'))).toBeVisible()
  if (await report.isVisible()) await report.click()
  await page.waitForURL(/\/designer/)
  await expect(page.getByRole('main').getByText('CRD name')).toBeVisible()
}

async function downloaded(page: Page): Promise<ReadonlyMap<string, string>> {
  const dialog = new DownloadDialog(page)
  await dialog.open()
  return (await dialog.download()).files
}

test('a property and a step of a split folder change their own files, and nothing else', async ({
  page,
}) => {
  await openFolder(page, SPLIT)
  const designer = new DesignerPage(page)
  const files = new FilesPane(page)
  await expect(designer.form.getByLabel('Name', { exact: true })).toHaveValue('redis-service')

  await designer.goTo('API')
  const api = new ApiForm(page)
  await api.name('size').focus()
  await expect(files.editor('api.yaml')).toBeAttached()
  await api.name('size').fill('capacity')
  await expect(files.lines).toContainText('capacity')

  await designer.goTo('Workflows')
  const workflows = new WorkflowForm(page)
  await workflows.select('acme-redis')
  await expect(files.editor(WORKFLOW)).toBeAttached()
  const image = designer.form.getByRole('textbox', { name: 'Image', exact: true })
  await image.fill('ghcr.io/acme/redis:v1.1.0')
  await image.press('Enter')
  await expect(files.lines).toContainText('v1.1.0')

  const got = await downloaded(page)
  expect(got.get('api.yaml')).toBe(original('api.yaml').replace('size:', 'capacity:'))
  expect(got.get(WORKFLOW)).toBe(original(WORKFLOW).replace('v1.0.0', 'v1.1.0'))
  for (const path of ['dependencies.yaml', 'README.md', 'example-resource.yaml']) {
    expect(got.get(path)).toBe(original(path))
  }
  expect([...got.keys()].filter((path) => path.endsWith('promise.yaml'))).toEqual([])
})

test('the cursor in a part selects the form, and a broken part is named with its line', async ({
  page,
}) => {
  await openFolder(page, SPLIT)
  const designer = new DesignerPage(page)
  const files = new FilesPane(page)
  await files.open(WORKFLOW)
  await files.find('name: acme')
  await page.keyboard.press('ArrowRight')
  await expect(designer.form.getByRole('heading', { level: 1, name: 'Workflows' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Step acme-redis' })).toBeVisible()

  await files.replace('name: acme-redis', 'name: acme: redis')
  await expect(designer.form.getByText(`${WORKFLOW} line 8`)).toBeVisible()
  await expect(designer.problems.getByText(`${WORKFLOW}:8`).first()).toBeVisible()
  // Typed letter by letter: this is the last good one.
  await expect(page.getByRole('region', { name: 'Step acme' })).toBeVisible()
  await files.replace(': redis', '-redis')
  await expect(designer.form.getByText('cannot be read')).toBeHidden()

  await designer.form.getByRole('button', { name: 'Adopt…' }).click()
  await expect(page.getByRole('dialog').getByText('install/promise.yaml')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Adopt', exact: true }).click()
  await designer.goTo('Overview')
  await expect(designer.form.getByText('is what the Makefile installs')).toBeVisible()
})

test('the name goes to a promise.yaml, and the parts are joined into one, and back', async ({
  page,
}) => {
  await openFolder(page, SPLIT)
  const designer = new DesignerPage(page)
  const name = designer.form.getByLabel('Name', { exact: true })
  await name.fill('cache')
  await name.press('Enter')
  const split = await downloaded(page)
  expect(split.get('promise.yaml')).toMatch(/name: cache\nspec: \{\}\n$/)
  expect(split.get('api.yaml')).toBe(original('api.yaml'))

  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()
  expect(violations).toEqual([])
  await designer.form.getByRole('button', { name: 'Join into one promise.yaml' }).click()
  await expect(designer.form).toBeFocused()
  await expect(designer.form.getByText('split layout of the kratix CLI')).toBeHidden()
  const flat = await downloaded(page)
  expect(flat.get('promise.yaml')).toContain('    - apiVersion: v1\n      kind: Namespace\n')
  expect(flat.has('api.yaml')).toBe(false)
  expect(flat.get('workflows/resource/configure/instance/acme-redis/Dockerfile')).toBe(
    original('workflows/resource/configure/instance/acme-redis/Dockerfile'),
  )
  await designer.undo()
  await expect(designer.form.getByText('split layout of the kratix CLI')).toBeVisible()
})

test('with a promise.yaml beside the parts its own lines change alone', async ({ page }, info) => {
  const folder = info.outputPath('redis')
  cpSync(SPLIT, folder, { recursive: true })
  const head =
    '# Ours.\nkind: Promise\napiVersion: platform.kratix.io/v1alpha1\nmetadata: {name: redis}\nspec:\n  destinationSelectors: # where\n    - matchLabels: {environment: dev}\n'
  await writeFile(join(folder, 'promise.yaml'), head)
  await openFolder(page, folder)
  const designer = new DesignerPage(page)
  const name = designer.form.getByLabel('Name', { exact: true })
  await expect(name).toHaveValue('redis')
  await name.fill('cache')
  await name.press('Enter')
  const got = await downloaded(page)
  expect(got.get('promise.yaml')).toBe(head.replace('name: redis', 'name: cache'))
  expect(got.get('api.yaml')).toBe(original('api.yaml'))
})
