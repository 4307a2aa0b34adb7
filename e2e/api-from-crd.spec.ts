import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { DesignerPage } from './pages/designer'
import { DownloadDialog } from './pages/download'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { StartDialog } from './pages/start'
import { expect, test } from './test'

const MANIFESTS = ['all-redis-operator-resources', 'databases.spotahome.com_redisfailovers'].map(
  (name) => join(import.meta.dirname, `fixtures/redis-dependencies/${name}.yaml`),
)

test('the operator story in ten clicks: its fields become an API, with a step that fills them in', async ({
  page,
}) => {
  const home = new HomePage(page)
  const designer = new DesignerPage(page)
  const files = new FilesPane(page)
  const start = new StartDialog(page)
  await home.open()
  await home.field('Name').fill('redis')
  await home.field('Group').fill('mygroup.org')
  await home.create('redis', 'mygroup.org')
  await designer.goTo('Dependencies')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(MANIFESTS)
  await expect(page.getByRole('row', { name: /redisfailovers\.databases/ })).toBeVisible()

  const clicks = await countClicks(page)
  await designer.goTo('API')
  await start.open('A custom resource (CRD)')
  await expect(start.dialog.getByRole('combobox', { name: 'Custom resource' })).toContainText(
    'redisfailovers.databases.spotahome.com',
  )
  await expect(start.fields).toBeVisible({ timeout: 30_000 })
  expect(await start.fields.getByRole('treeitem').count()).toBeLessThan(80)
  await start.search.fill('replicas')
  await start.field('redis.replicas').click()
  await start.field('sentinel.replicas').click()
  await start.dialog.getByRole('radio', { name: 'Side by side' }).click()
  await start.dialog.getByLabel('Default of redis.replicas').fill('3')
  await expect(start.dialog.locator('pre')).toContainText('replicas: ${redisReplicas}')
  const axe = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
  expect(axe.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await start.dialog.getByRole('button', { name: 'Offer RedisFailover' }).click()
  await expect(start.dialog).toBeHidden()
  expect(await clicks()).toBeLessThanOrEqual(10)

  await expect(page.getByRole('textbox', { name: 'Name of redisReplicas' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name of size' })).toBeHidden()
  await expect(designer.problems.getByText(/error/i).first()).not.toHaveText(/[1-9]\d* error/)
  await designer.saved()
  const dialog = new DownloadDialog(page)
  await dialog.open()
  const download = await dialog.download()
  const folder = 'workflows/resource/configure/instance/render/'
  expect(download.files.get(`${folder}resources/redis-failover.yaml`)).toContain(
    'kind: RedisFailover',
  )
  expect(download.files.get(`${folder}scripts/pipeline.go`)).toContain('package main')
  expect([...download.files.keys()]).toContain(`${folder}tests/object.yaml`)
  expect(download.files.get('example-resource.yaml')).toContain('redisReplicas: 3')
  await page.keyboard.press('Escape')

  await designer.undo()
  await expect(page.getByRole('textbox', { name: 'Name of size' })).toBeVisible()
  await files.openPromise()
  await expect(files.lines).not.toContainText('redisReplicas')
})

test('by keyboard alone: lines, a sample, a schema and a pasted custom resource', async ({
  page,
}) => {
  const home = new HomePage(page)
  const designer = new DesignerPage(page)
  const start = new StartDialog(page)
  const name = (property: string) =>
    page.getByRole('textbox', { name: `Name of ${property}`, exact: true })
  await home.open()
  await home.field('Name').fill('shop')
  await home.create('shop', 'shop.example.org')
  await designer.goTo('API')

  await test.step('a line shows what it becomes, and its fault', async () => {
    const line = page.getByLabel('Add a property')
    await line.fill('db.port:integer=5432 1..65535 "Where it listens"')
    await expect(page.getByText('db.port integer = 5432, 1..65535')).toBeVisible()
    await line.press('Enter')
    await expect(name('port')).toBeVisible()
    await line.fill('db.port')
    await expect(page.getByRole('main').getByRole('alert')).toContainText('"db.port" already')
    await line.fill('x:int')
    await line.press('Enter')
    await expect(page.getByRole('main').getByRole('alert')).toContainText('write integer')
    await line.fill('')
  })

  await test.step('several lines open the dialog, with a fault per line', async () => {
    await start.openByKeyboard('Several lines')
    await start.dialog.getByLabel('A property in each line').fill('size\nnew:integer!\nbad:int')
    await expect(start.dialog.getByText('Line 3:')).toBeVisible()
    await expect(start.dialog.getByRole('button', { name: 'Add', exact: true })).toBeDisabled()
    await start.dialog
      .getByLabel('A property in each line')
      .fill('size\nnew:integer!\ntags:string[]')
    await expect(start.dialog.getByText('Left as they are')).toContainText('size')
    await start.press('Add')
    await expect(name('tags')).toBeVisible()
  })

  await test.step('a sample', async () => {
    await start.openByKeyboard('A sample request')
    await start.dialog
      .getByLabel('Sample requests')
      .fill('kind: Shop\napiVersion: a.b/v1\nspec: {count: 3}\n---\nratio: 0.5\n')
    await expect(start.preview).toContainText('ratio')
    await start.press('Add')
    await expect(name('count')).toBeVisible()
  })

  await test.step('a schema, whose choice of definitions and losses are said', async () => {
    await start.openByKeyboard('JSON Schema or OpenAPI')
    await start.dialog.getByLabel('JSON Schema, OpenAPI or CRD').fill(
      JSON.stringify({
        openapi: '3.0.0',
        components: {
          schemas: {
            Cat: {
              type: 'object',
              properties: { lives: { type: 'integer', exclusiveMinimum: 0 } },
            },
            Dog: { type: 'object', properties: { owner: { $ref: 'https://a.b/c' } } },
          },
        },
      }),
    )
    await start.dialog.getByLabel('Which of the 2 schemas').selectOption('Dog')
    await expect(start.dialog.getByText('One thing is not as it was')).toBeVisible()
    const axe = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
    expect(axe.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    await start.press('Add')
    await expect(name('owner')).toBeVisible()
  })

  await test.step('a custom resource that is pasted; the tree by arrow keys and space', async () => {
    await start.openByKeyboard('A custom resource (CRD)')
    await start.dialog.getByLabel('A CustomResourceDefinition').fill(CRD)
    await expect(start.fields).toBeVisible()
    await start.search.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(' ')
    await expect(start.field('storage.class')).toHaveAttribute('aria-checked', 'true')
    await expect(start.dialog.getByText('It needs more than people say')).toContainText('users')
  })

  await test.step('a tick on an object takes all single values in it, and says what it cannot', async () => {
    await expect(start.field('storage')).toHaveAttribute('aria-checked', 'mixed')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press(' ')
    await expect(start.field('storage')).toHaveAttribute('aria-checked', 'true')
    await expect(start.field('storage.sizeGb')).toHaveAttribute('aria-checked', 'true')
    await expect(start.dialog.getByText('A list or a map cannot be offered')).toBeVisible()
    await page.keyboard.press(' ')
    await expect(start.field('storage.class')).toHaveAttribute('aria-checked', 'false')
    await page.keyboard.press(' ')
    await start.press('Offer Db')
    await expect(name('class')).toBeVisible()
    await expect(name('tags')).toBeVisible()
    await designer.goTo('Workflows')
    await expect(page.getByRole('main').getByRole('button', { name: /^render/ })).toBeVisible()
  })
})

const CRD = JSON.stringify({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'dbs.example.org' },
  spec: {
    group: 'example.org',
    names: { kind: 'Db' },
    versions: [
      {
        name: 'v1',
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                required: ['users'],
                properties: {
                  storage: {
                    type: 'object',
                    properties: { class: { type: 'string' }, sizeGb: { type: 'integer' } },
                  },
                  users: { type: 'array', minItems: 1, items: { type: 'string' } },
                },
              },
            },
          },
        },
      },
    ],
  },
})

/** Counts the clicks of the mouse from now on. */
async function countClicks(page: import('@playwright/test').Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { clicks: number }
    counted.clicks = 0
    addEventListener('pointerdown', () => counted.clicks++, { capture: true })
  })
  return () => page.evaluate(() => (window as unknown as { clicks: number }).clicks)
}
