import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { DesignerPage } from './pages/designer'
import { DownloadDialog } from './pages/download'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { paste } from './pages/paste'
import { expect, test } from './test'

// That every one of them builds without a changed byte is held by lib/build/corpus.test.ts.
const CORPUS = join(import.meta.dirname, '../lib/yaml/fixtures/corpus')
const promise = (name: string): string => readFileSync(join(CORPUS, name), 'utf8')
const README = '# Ours\n\nWritten by hand.\n'

for (const name of ['redis.yaml', 'kafka.yaml', 'sql-aws.yaml']) {
  test(`${name}, opened and downloaded without an edit, keeps its bytes`, async ({ page }) => {
    expect(readdirSync(CORPUS)).toContain(name)
    const home = new HomePage(page)
    const dialog = new DownloadDialog(page)
    await home.open()
    await home.openFiles(join(CORPUS, name))
    await expect(new DesignerPage(page).form.getByText('CRD name')).toBeVisible()
    await dialog.open()
    const { files } = await dialog.download()
    expect(files.get('promise.yaml')).toBe(promise(name))
  })
}

test('line ends, byte-order mark and a missing final newline survive', async ({ page }, info) => {
  const text = `\uFEFF${promise('redis.yaml').trimEnd().replaceAll('\n', '\r\n')}`
  const path = info.outputPath('promise.yaml')
  await writeFile(path, text)
  const home = new HomePage(page)
  const dialog = new DownloadDialog(page)
  await home.open()
  await home.openFiles(path)
  await dialog.open()
  const { bytes } = await dialog.download()
  expect(Buffer.from(bytes.get('promise.yaml') ?? []).toString('hex')).toBe(
    Buffer.from(text).toString('hex'),
  )
})

test('a folder opens; its own README stays as it is', async ({ page }, info) => {
  const folder = info.outputPath('our-redis')
  await write(folder, {
    'promise.yaml': promise('redis.yaml'),
    'README.md': README,
    '.git/HEAD': 'ref: refs/heads/main\n',
    'docs/why.md': 'Because.\n',
  })
  const home = new HomePage(page)
  const files = new FilesPane(page)
  const dialog = new DownloadDialog(page)
  await home.open()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await chooser).setFiles(folder)
  await page.waitForURL(/\/designer/)
  await files.open('README.md')
  await expect(files.lines).toContainText('Written by hand.')
  await expect(files.pane.getByText('authored', { exact: true }).first()).toBeVisible()
  await dialog.open()
  const got = (await dialog.download()).files
  expect(got.get('README.md')).toBe(README)
  expect(got.get('docs/why.md')).toBe('Because.\n')
  expect(got.get('promise.yaml')).toBe(promise('redis.yaml'))
  expect([...got.keys()].filter((path) => path.startsWith('.git/'))).toEqual([])
})

for (const root of ['', 'redis-promise-main/']) {
  test(`a zip ${root ? 'with' : 'without'} a root folder opens`, async ({ page }, info) => {
    const path = info.outputPath('redis.zip')
    const text = promise('redis.yaml')
    await writeFile(
      path,
      zipSync({ [`${root}promise.yaml`]: strToU8(text), [`${root}README.md`]: strToU8(README) }),
    )
    const home = new HomePage(page)
    const dialog = new DownloadDialog(page)
    await home.open()
    await home.openFiles(path)
    await dialog.open()
    const { files } = await dialog.download()
    expect(files.get('promise.yaml')).toBe(text)
    expect(files.get('README.md')).toBe(README)
  })
}

test('a promise.yaml that is pasted on the page opens', async ({ page }) => {
  const home = new HomePage(page)
  await home.open()
  await page.getByRole('heading', { level: 1 }).click()
  await paste(page, promise('redis.yaml'))
  await page.waitForURL(/\/designer/)
  await expect(page.getByRole('banner').getByText('redis', { exact: true })).toBeVisible()
})

test('text pasted into a field stays in the field', async ({ page }) => {
  const home = new HomePage(page)
  await home.open()
  await home.field('Name').focus()
  await paste(page, 'redis')
  await expect(home.field('Name')).toHaveValue('redis')
  await expect(page).toHaveURL(/\/$/)
})

test('a broken zip gives a message and leaves the page alone', async ({ page }, info) => {
  const path = info.outputPath('broken.zip')
  const whole = zipSync({ 'promise.yaml': strToU8(promise('redis.yaml')) })
  await writeFile(path, whole.slice(0, whole.length / 2))
  const home = new HomePage(page)
  await home.open()
  await home.field('Name').fill('kafka')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(path)
  const dialog = page.getByRole('dialog', { name: 'This could not be opened' })
  await expect(dialog).toContainText('broken.zip')
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  await expect(dialog).toBeHidden()
  await expect(home.field('Name')).toHaveValue('kafka')
  await expect(page.getByText('Name your first Promise')).toBeVisible()
})

test('a zip that reaches out of its folder is refused', async ({ page }, info) => {
  const path = info.outputPath('escape.zip')
  await writeFile(
    path,
    zipSync({ 'promise.yaml': strToU8(promise('redis.yaml')), '../../escape': strToU8('x') }),
  )
  await new HomePage(page).open()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(path)
  await expect(page.getByRole('dialog')).toContainText('escape')
})

test('a manifest dropped on a design becomes a dependency', async ({ page }) => {
  const home = new HomePage(page)
  const designer = new DesignerPage(page)
  await home.open()
  await home.create('redis', 'mygroup.org')
  await expect(designer.form.getByLabel('Image registry')).toBeVisible()
  await drop(
    page,
    'namespace.yaml',
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: operators\n',
  )
  await page.getByRole('button', { name: 'Add as dependencies' }).click()
  await expect(page.getByRole('row', { name: /operators/ })).toContainText('Namespace')
})

test('a Promise dropped on a design may open as a draft of its own', async ({ page }) => {
  const home = new HomePage(page)
  const designer = new DesignerPage(page)
  await home.open()
  await home.create('first', 'mygroup.org')
  await expect(designer.form.getByLabel('Image registry')).toBeVisible()
  await drop(page, 'promise.yaml', promise('kafka.yaml'))
  await page.getByRole('button', { name: 'Open as a new draft' }).click()
  await expect(designer.form.getByText('kafka', { exact: true }).first()).toBeVisible()
  await home.open()
  const drafts = page.getByRole('region', { name: 'Your drafts' }).getByRole('link')
  await expect(drafts).toHaveText(['kafka', 'first'])
})

/** Drops a file anywhere on the window. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([path, content]) => {
      const dropped = new DataTransfer()
      dropped.items.add(new File([content], path, { type: 'text/yaml' }))
      return dropped
    },
    [name, text] as const,
  )
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', type, { dataTransfer })
  }
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const to = join(folder, path)
    await mkdir(dirname(to), { recursive: true })
    await writeFile(to, text)
  }
}
