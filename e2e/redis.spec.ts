import { readFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ApiForm } from './pages/api'
import { DesignerPage } from './pages/designer'
import { DownloadDialog } from './pages/download'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { WorkflowForm } from './pages/workflows'
import { expect, test } from './test'

const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name)
const DEPENDENCIES = [
  fixture('redis-dependencies/all-redis-operator-resources.yaml'),
  fixture('redis-dependencies/databases.spotahome.com_redisfailovers.yaml'),
]

test('Redis as a service: from an empty page to a repository, and on with it', async ({
  page,
}, info) => {
  const home = new HomePage(page)
  const designer = new DesignerPage(page)
  const files = new FilesPane(page)
  const api = new ApiForm(page)
  const workflows = new WorkflowForm(page)
  const dialog = new DownloadDialog(page)

  await test.step('create the Promise; names are checked and derived while typing', async () => {
    await home.open()
    await home.field('Name').fill('Redis_1')
    await expect(page.getByText(/may hold only lower-case letters/)).toBeVisible()
    await home.field('Name').fill('redis')
    await expect(home.field('Kind')).toHaveValue('Redis')
    await home.field('Group').fill('mygroup.org')
    await expect(page.getByText('kubectl get redises.mygroup.org')).toBeVisible()
    await home.create('redis', 'mygroup.org')
    await expect(designer.form.getByText('redises', { exact: true })).toBeVisible()
  })

  await test.step('one registry for all images; the plural follows until it is typed', async () => {
    await designer.form.getByLabel('Image registry').fill('ghcr.io/acme')
    await designer.form.getByRole('button', { name: 'Change names' }).click()
    await designer.form.getByLabel('Kind', { exact: true }).fill('Policy')
    await expect(designer.form.getByLabel('Plural')).toHaveValue('policies')
    await expect(designer.form.getByLabel('CRD name')).toHaveValue('policies.mygroup.org')
    await designer.form.getByLabel('Kind', { exact: true }).fill('Redis')
    await expect(files.lines).toContainText('redises.mygroup.org')
  })

  await test.step('the API begins with size, and grows by forms', async () => {
    await designer.goTo('API')
    await expect(api.name('size')).toBeVisible()
    await api.details('size')
    await expect(page.getByRole('button', { name: 'Remove the value large' })).toBeVisible()
    await api.add('storage:object')
    await api.act('storage', 'Add a property inside')
    await page.keyboard.type('gigabytes')
    await api.type('gigabytes').selectOption('integer')
    await page.getByLabel('Default', { exact: true }).fill('10')
    await page.getByLabel('Description').fill('How much it may hold')
    await api.add('cidrs:string[]')
    await api.act('cidrs', 'Duplicate')
    await page.keyboard.type('users')
    await api.type('users').selectOption({ label: 'object[]' })
    await api.act('users', 'Remove')
    await expect(api.names).toHaveCount(4)
    await expect(files.lines).toContainText('How much it may hold')
  })

  await test.step('a property moves by dragging and by keys, with its lines', async () => {
    await api.name('cidrs').press('Alt+ArrowUp')
    await expect(api.names.nth(1)).toHaveAccessibleName('Name of cidrs')
    const handle = page.getByRole('button', { name: 'Move cidrs' })
    await handle.scrollIntoViewIfNeeded()
    await handle.hover()
    await page.mouse.down()
    const size = await page.getByRole('button', { name: 'Move size' }).boundingBox()
    await page.mouse.move((size?.x ?? 0) + 5, (size?.y ?? 0) + 10, { steps: 12 })
    await page.mouse.move((size?.x ?? 0) + 5, (size?.y ?? 0) + 4, { steps: 4 })
    await expect(page.getByText('cidrs is over size.')).toBeAttached()
    await page.mouse.up()
    await expect(api.names.nth(0)).toHaveAccessibleName('Name of cidrs')
    await designer.undo()
    await expect(api.names.nth(0)).toHaveAccessibleName('Name of size')
  })

  await test.step('dependencies: every object of the real files is listed, as an image', async () => {
    await designer.goTo('Dependencies')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).click()
    await (await chooser).setFiles(DEPENDENCIES)
    const row = page.getByRole('row', { name: /redisfailovers\.databases\.spotahome\.com/ })
    await expect(row).toContainText('CustomResourceDefinition')
    await expect(row).toContainText(/7\d\d/)
    await expect(page.getByRole('row', { name: /Deployment redisoperator default/ })).toBeVisible()
    await expect(page.getByRole('radio', { name: 'As an image' })).toBeChecked()
    await expect(page.getByRole('meter', { name: /kubectl apply/ })).toBeVisible()
  })

  await test.step('the switch takes them into the Promise and back', async () => {
    await page.getByRole('radio', { name: 'Inside the Promise' }).click()
    await expect(page.getByText(/over the limit/).first()).toBeVisible({ timeout: 30_000 })
    await designer.undo()
    await expect(page.getByRole('radio', { name: 'As an image' })).toBeChecked({ timeout: 30_000 })
  })

  await test.step('a render step in Go, from a template and a table of values', async () => {
    await designer.goTo('Workflows')
    await workflows.addStep('resource configure', /Fill templates/)
    await workflows.addValue('replicas')
    await workflows.source('replicas').selectOption('spec.size')
    await page.getByRole('button', { name: 'Map the values of replicas' }).click()
    await page.getByLabel('What small becomes').fill('1')
    await page.getByLabel('What large becomes').fill('3')
    await page.getByLabel('File name of the template').fill('redis-failover.yaml')
    await workflows.writeTemplate(
      'redis-failover.yaml',
      readFileSync(fixture('redis-failover.yaml'), 'utf8'),
    )
    const step = workflows.step('render')
    await step.getByRole('tab', { name: 'Status' }).click()
    await expect(step.getByRole('textbox', { name: 'stage on success', exact: true })).toHaveValue(
      'provisioning',
    )
    await step
      .getByRole('textbox', { name: 'message on success', exact: true })
      .fill('Redis ${name} gets ${replicas} replicas')
    await expect(step.getByRole('textbox', { name: 'stage on failure', exact: true })).toHaveValue(
      'provisioning error',
    )
  })

  await test.step('the step becomes TypeScript and Go again', async () => {
    const language = workflows.step('render').getByLabel('Language')
    await language.selectOption('TypeScript')
    const step = workflows.step('render')
    await step.getByRole('button', { name: 'pipeline.ts' }).click()
    await expect(files.lines).toContainText('replicas')
    await language.selectOption('Go')
    await step.getByRole('button', { name: 'pipeline.go' }).click()
    await expect(files.lines).toContainText('package main')
  })

  await test.step('custom steps start typed, in each language', async () => {
    await workflows.addStep('instance', /program of your own/)
    const step = page.getByRole('region', { name: /^Step (?!render)/ })
    for (const [language, program, types] of [
      ['TypeScript', 'pipeline.ts', 'request.ts'],
      ['Python', 'pipeline.py', 'request.py'],
      ['Bash', 'pipeline.sh', 'request.sh'],
      ['Go', 'pipeline.go', 'request.go'],
    ] as const) {
      await step.getByLabel('Language').selectOption(language)
      await expect(step.getByRole('button', { name: program }).first()).toBeVisible()
      await step.getByRole('tab', { name: 'Files' }).click()
      await step.getByRole('button', { name: types }).click()
      await expect(files.lines).toContainText('size')
    }
    await page.getByRole('button', { name: /^Actions for step (?!render)/ }).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await expect(step).toBeHidden()
  })

  await test.step('editing the text moves the form; broken text keeps the last good form', async () => {
    await designer.goTo('API')
    await files.openPromise()
    await files.replace('How much it may hold', 'Room on disk')
    await expect(page.getByText('Room on disk').first()).toBeVisible()
    await files.find('gigabytes')
    await page.keyboard.press('ArrowRight')
    await expect(api.name('gigabytes')).toBeVisible()
    await files.replace('kind: Promise', 'kind: Promise: no')
    await expect(page.getByText(/line 2 cannot be/)).toBeVisible()
    await expect(designer.form.getByRole('textbox').first()).toBeDisabled()
    await designer.undo()
    await expect(page.getByText(/line 2 cannot be/)).toBeHidden()
    await expect(designer.form.getByRole('textbox').first()).toBeEnabled()
    await designer.goTo('API')
  })

  await test.step('selecting a property marks its lines', async () => {
    await api.details('size')
    await expect(page.locator('.code-selected').first()).toBeVisible()
  })

  await test.step('a generated file that is edited is marked so', async () => {
    await files.open('Makefile')
    await expect(files.pane.getByText('generated', { exact: true }).first()).toBeVisible()
    await files.editor('Makefile').focus()
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.insertText('# ours\n')
    await expect(files.pane.getByText('edited', { exact: true }).first()).toBeVisible()
  })

  await test.step('the version moves label and images together', async () => {
    await page.getByRole('button', { name: /^Version v0\.1\.0/ }).click()
    await page.getByRole('menuitem', { name: /minor/i }).click()
    await files.openPromise()
    await files.find('redis-render')
    await expect(files.lines).toContainText('redis-render:v0.2.0')
  })

  const first = await test.step('look inside, download and unzip', async () => {
    await designer.saved()
    await dialog.open()
    await page.getByRole('treeitem', { name: 'README.md' }).click()
    await expect(page.getByRole('dialog').locator('.view-lines')).toContainText('redis')
    return dialog.download()
  })

  await test.step('the repository holds what was designed', async () => {
    const folder = 'workflows/resource/configure/instance/render/'
    for (const path of [
      'promise.yaml',
      'example-resource.yaml',
      'README.md',
      'Makefile',
      '.gitignore',
      'hack/kind-smoke.sh',
      `${folder}Dockerfile`,
      `${folder}.dockerignore`,
      `${folder}scripts/pipeline.go`,
      `${folder}scripts/go.mod`,
      `${folder}scripts/go.sum`,
      `${folder}resources/redis-failover.yaml`,
      `${folder}tests/object.yaml`,
      'workflows/promise/configure/dependencies/configure-deps/Dockerfile',
    ]) {
      expect([...first.files.keys()]).toContain(path)
    }
    expect(first.files.get('Makefile')).toMatch(/^# ours\n/)
    expect(first.files.get('promise.yaml')).toContain('kratix.io/promise-version: v0.2.0')
    expect(first.files.get('README.md')).toContain('kubectl apply --server-side')
    expect(first.files.get(`${folder}resources/redis-failover.yaml`)).toBe(
      readFileSync(fixture('redis-failover.yaml'), 'utf8'),
    )
  })

  await test.step('a reload goes on where it was', async () => {
    await page.reload()
    await designer.goTo('API')
    await expect(api.name('gigabytes')).toBeVisible()
    await dialog.open()
    expect((await dialog.download()).files).toEqual(first.files)
  })

  await test.step('the downloaded zip opens again as the same repository', async () => {
    const zip = info.outputPath('redis-promise.zip')
    await copyFile(first.zip, zip)
    await home.open()
    await home.openFiles(zip)
    await files.open('Makefile')
    await expect(files.pane.getByText('edited', { exact: true }).first()).toBeVisible()
    await dialog.open()
    expect((await dialog.download()).files).toEqual(first.files)
  })
})
