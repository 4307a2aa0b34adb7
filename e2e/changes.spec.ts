import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { ChangesDialog } from './pages/changes'
import { DesignerPage } from './pages/designer'
import { DownloadDialog } from './pages/download'
import { FilesPane } from './pages/files'
import { FolderDialog } from './pages/folder'
import { HomePage } from './pages/home'
import { WorkflowForm } from './pages/workflows'
import { expect, test } from './test'

const CORPUS = join(import.meta.dirname, '../lib/yaml/fixtures/corpus')

async function create(page: Page): Promise<DesignerPage> {
  const home = new HomePage(page)
  await home.open()
  await home.create('redis', 'mygroup.org')
  const designer = new DesignerPage(page)
  await expect(designer.form.getByLabel('Image registry')).toBeVisible()
  return designer
}

async function download(page: Page) {
  const dialog = new DownloadDialog(page)
  await dialog.open()
  return dialog.download()
}

async function addStep(page: Page, designer: DesignerPage): Promise<void> {
  await designer.goTo('Workflows')
  await page.getByRole('button', { name: 'Add a step to resource configure' }).click()
  await page.getByRole('menuitem', { name: /Fill templates/ }).click()
  await expect(new WorkflowForm(page).step('render')).toBeVisible()
}

test('git apply makes of the first download what the second one holds', async ({ page }, info) => {
  const designer = await create(page)
  const first = await download(page)
  await addStep(page, designer)
  await designer.goTo('Overview')
  await designer.form.getByLabel('Image registry').fill('ghcr.io/acme')
  await designer.saved()

  const changes = new ChangesDialog(page)
  await changes.open()
  await expect(changes.dialog).toContainText('changed since the download redis-promise.zip')
  await expect(changes.file('promise.yaml')).toContainText(/changed.*lines added: \+\d/)
  await expect(
    changes.file('workflows/resource/configure/instance/render/Dockerfile'),
  ).toContainText('added')
  await changes.file('promise.yaml').click()
  await expect(
    changes.dialog.getByRole('textbox', { name: 'promise.yaml now', exact: true }),
  ).toBeAttached()
  const patch = await changes.export('Patch')
  await expect(changes.dialog.getByText('git apply redis-promise.patch')).toBeVisible()
  await changes.close()

  const folder = info.outputPath('redis-promise')
  for (const [path, bytes] of first.bytes) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  execFileSync('git', ['apply', '--whitespace=nowarn'], {
    cwd: folder,
    env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder) },
    input: patch,
  })
  const second = await download(page)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = paths.filter((path) => statSync(join(folder, path)).isFile()).sort()
  expect(files).toEqual([...second.bytes.keys()].sort())
  for (const [path, bytes] of second.bytes) {
    expect(Buffer.compare(readFileSync(join(folder, path)), Buffer.from(bytes)), path).toBe(0)
  }
})

test('only the changed files are exported, and deletions are listed', async ({ page }) => {
  const designer = await create(page)
  await addStep(page, designer)
  await download(page)
  await designer.undo()
  await designer.saved()
  const changes = new ChangesDialog(page)
  await changes.open()
  await expect(changes.files.filter({ hasText: 'deleted' }).first()).toBeVisible()
  const zip = unzipSync(await changes.export('Only changed files'))
  expect(Object.keys(zip)).toContain('redis-promise/promise.yaml')
  expect(Object.keys(zip)).not.toContain('redis-promise/.gitignore')
  const deleted = strFromU8(zip['deleted-files.txt'] ?? new Uint8Array())
    .trim()
    .split('\n')
  expect(deleted).toContain('workflows/resource/configure/instance/render/Dockerfile')
  await expect(changes.dialog.getByText(/names \d+ files to delete/)).toBeVisible()
})

test('a state kept by name is there after a reload, can be gone back to, and that undone', async ({
  page,
}) => {
  const designer = await create(page)
  const registry = designer.form.getByLabel('Image registry')
  const changes = new ChangesDialog(page)
  await registry.fill('ghcr.io/first')
  await changes.open()
  await changes.keep('the first registry')
  await changes.close()
  await registry.fill('ghcr.io/second')
  await designer.saved()
  await page.reload()
  await expect(registry).toHaveValue('ghcr.io/second')

  await changes.open()
  await changes.show('Kept states')
  await changes
    .state('the first registry')
    .getByRole('button', { name: /^Compare/ })
    .click()
  await expect(changes.files).toHaveCount(1)
  await expect(changes.dialog).toContainText('1 file changed since “the first registry”.')
  await changes.goBack('the first registry')
  await expect(registry).toHaveValue('ghcr.io/first')
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(registry).toHaveValue('ghcr.io/second')
  await designer.redo()
  await expect(registry).toHaveValue('ghcr.io/first')
})

test('a kept state that was deleted comes back', async ({ page }) => {
  await create(page)
  const changes = new ChangesDialog(page)
  await changes.open()
  await changes.keep('mine')
  await changes
    .state('mine')
    .getByRole('button', { name: /^Delete/ })
    .click()
  await expect(changes.state('mine')).toBeHidden()
  const undo = changes.dialog.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeFocused()
  await undo.press('Enter')
  await expect(changes.state('mine')).toBeVisible()
  await expect(changes.state('mine').getByRole('button').first()).toBeFocused()
})

test('what was opened is kept: the tree marks what changed, and there is a way back', async ({
  page,
}, info) => {
  const text = readFileSync(join(CORPUS, 'redis.yaml'), 'utf8')
  const folder = info.outputPath('our-redis')
  for (const [path, content] of [
    ['promise.yaml', text],
    ['README.md', '# Ours\n'],
  ] as const) {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, path), content)
  }
  await new HomePage(page).open()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await chooser).setFiles(folder)
  await page.waitForURL(/\/designer/)
  const files = new FilesPane(page)
  await files.replace('redis', 'cache')
  const tree = files.pane.getByRole('tree', { name: 'Files of the repository' })
  await files.pane.getByRole('button', { name: /^Files \d/ }).click()
  await expect(
    tree.getByRole('treeitem', { name: /^promise.yaml changed since it was opened/ }),
  ).toBeVisible()
  await expect(tree.getByRole('treeitem', { name: 'README.md', exact: true })).toBeVisible()

  const changes = new ChangesDialog(page)
  await changes.open()
  await expect(changes.dialog).toContainText('1 file changed since our-redis as opened.')
  await changes.goBack('our-redis')
  await expect(tree.getByRole('treeitem', { name: 'promise.yaml', exact: true })).toBeVisible()
  const { files: downloaded } = await download(page)
  expect(downloaded.get('promise.yaml')).toBe(text)
})

test('the screen of changes works by keyboard', async ({ page }) => {
  const designer = await create(page)
  await designer.form.getByLabel('Image registry').focus()
  const changes = new ChangesDialog(page)
  await changes.open()
  await expect(changes.dialog).toContainText('compared with an empty folder')
  const first = changes.files.first()
  for (let presses = 0; presses < 12; presses += 1) {
    if (await first.evaluate((row) => row === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(first).toBeFocused()
  await page.keyboard.press('End')
  await expect(changes.files.last()).toBeFocused()
  await expect(changes.files.last()).toHaveAttribute('aria-selected', 'true')
  await expect(
    changes.dialog.getByRole('textbox', { name: '.promise-designer.yaml, added' }),
  ).toBeAttached()
  await changes.close()
  await expect(designer.form.getByLabel('Image registry')).toBeFocused()
})

test('writing into a folder touches only what it shows, and never what others changed', async ({
  page,
}) => {
  await FolderDialog.stand(page, 'our-redis')
  const designer = await create(page)
  const changes = new ChangesDialog(page)
  const folder = new FolderDialog(page)
  await folder.put('our-redis', 'notes.txt', 'mine')
  await addStep(page, designer)
  await changes.open()
  await changes.choose('Write into a folder')
  await folder.choose()
  await expect(folder.group('New')).toContainText('promise.yaml')
  await folder.write()
  await expect(folder.dialog.getByText(/chmod \+x hack\/kind-smoke.sh/)).toBeVisible()
  await folder.done()
  const { files } = await download(page)
  const written = await folder.read('our-redis')
  expect(written).toEqual({ ...Object.fromEntries(files), 'notes.txt': 'mine' })

  // The step goes, and so do its files that we wrote; what somebody changed meanwhile stays.
  await designer.undo()
  await designer.goTo('Overview')
  await designer.form.getByLabel('Image registry').fill('ghcr.io/acme')
  const render = 'workflows/resource/configure/instance/render/'
  await folder.put('our-redis', 'README.md', '# Theirs\n')
  await folder.put('our-redis', 'promise.yaml', '# theirs\n')
  await folder.put('our-redis', `${render}Dockerfile`, '# theirs\n')
  await designer.saved()
  await page.reload()
  await expect(designer.form.getByLabel('Image registry')).toHaveValue('ghcr.io/acme')
  await changes.open()
  await changes.choose('Write into a folder')
  await folder.dialog.getByRole('button', { name: 'our-redis' }).click()
  await expect(folder.group('Changed in the folder meanwhile').getByRole('checkbox')).toHaveCount(2)
  await expect(folder.group('Removed')).toContainText('pipeline')
  await expect(folder.group('Stays, though no longer part of the design')).toContainText(
    'Dockerfile',
  )
  await folder.dialog.getByRole('checkbox', { name: 'Replace README.md' }).check()
  await folder.write()
  await folder.done()
  const after = await folder.read('our-redis')
  expect(Object.keys(after).filter((path) => path.startsWith(render))).toEqual([
    `${render}Dockerfile`,
  ])
  expect(after['promise.yaml']).toBe('# theirs\n')
  expect(after['README.md']).not.toBe('# Theirs\n')
  expect(after['notes.txt']).toBe('mine')
  expect(after['.promise-designer.yaml']).toContain('ghcr.io/acme')
})

test('a browser that cannot write into folders says so and offers the other ways', async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'))
  await create(page)
  const changes = new ChangesDialog(page)
  await changes.open()
  await changes.choose('Write into a folder')
  await expect(page.getByText(/does not let a page write into a folder/)).toBeVisible()
  await page.getByRole('button', { name: 'To the changes' }).click()
  await expect(changes.dialog).toBeVisible()
})
