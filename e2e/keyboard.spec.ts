import { ApiForm } from './pages/api'
import { DesignerPage } from './pages/designer'
import { DownloadDialog } from './pages/download'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { Keyboard } from './pages/keyboard'
import { TryItForm } from './pages/try-it'
import { WorkflowForm } from './pages/workflows'
import { expect, test } from './test'

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata:
  name: redis-operator
`
const TEMPLATE = `apiVersion: databases.spotahome.com/v1
kind: RedisFailover
metadata:
  name: \${name}
  namespace: \${namespace}
spec:
  redis:
    replicas: \${replicas}
`

test('the core of the Redis story by keyboard alone', async ({ page }) => {
  const keys = new Keyboard(page)
  const home = new HomePage(page)
  const designer = new DesignerPage(page)
  const files = new FilesPane(page)
  const api = new ApiForm(page)
  const workflows = new WorkflowForm(page)
  const tryIt = new TryItForm(page)
  const outlined = (name: string | RegExp) => designer.outline.getByRole('treeitem', { name })
  const download = new DownloadDialog(page)

  await test.step('create the Promise: Tab leads from name to button in order', async () => {
    await home.open()
    await keys.tabTo(home.field('Name'))
    await keys.type('redis')
    await keys.press('Tab')
    await expect(home.field('Kind')).toBeFocused()
    await expect(home.field('Kind')).toHaveValue('Redis')
    await keys.press('Tab')
    await keys.type('mygroup.org')
    await keys.tabTo(page.getByRole('button', { name: 'Create' }))
    await keys.press('Enter')
    await page.waitForURL(/\/designer/)
    await expect(designer.form.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  })

  await test.step('the first Tab stop skips to the form', async () => {
    await keys.tabTo(page.getByRole('link', { name: 'Skip to the form' }))
    await keys.press('Enter')
    await expect(designer.form).toBeFocused()
    await keys.press('Tab')
    await expect(designer.form.getByLabel('Name', { exact: true })).toBeFocused()
  })

  await test.step('arrows walk the outline, Enter goes there', async () => {
    await keys.tabBackTo(outlined(/^Overview/))
    await keys.press('ArrowDown')
    await expect(outlined(/^API/)).toBeFocused()
    await keys.press('ArrowLeft')
    await expect(outlined(/^API/)).toHaveAttribute('aria-expanded', 'false')
    await keys.press('ArrowRight')
    await keys.arrowTo(outlined(/^size/), 'ArrowDown')
    await keys.arrowTo(outlined(/^API/), 'ArrowUp')
    await keys.press('Enter')
    await expect(designer.form.getByRole('heading', { level: 1, name: 'API' })).toBeVisible()
  })

  await test.step('add a property and rename it', async () => {
    await keys.tabTo(page.getByLabel('Add a property', { exact: true }))
    await keys.type('storage:integer')
    await keys.press('Enter')
    await keys.tabBackTo(api.name('storage'))
    await keys.press('ControlOrMeta+a')
    await keys.type('disk')
    await expect(api.name('disk')).toBeFocused()
    await expect(files.lines).toContainText('disk:')
  })

  await test.step('Alt and arrows move it; so does its handle', async () => {
    await keys.press('Alt+ArrowUp')
    await expect(api.names.nth(0)).toHaveAccessibleName('Name of disk')
    await expect(api.name('disk')).toBeFocused()
    await keys.press('Alt+ArrowDown')
    await expect(api.names.nth(1)).toHaveAccessibleName('Name of disk')
    await expect(api.name('disk')).toBeFocused()

    await keys.tabBackTo(page.getByRole('button', { name: 'Move disk' }))
    await keys.press('Space')
    await expect(page.getByText('disk is over disk.')).toBeAttached()
    await keys.press('ArrowUp')
    await expect(page.getByText('disk is over size.')).toBeAttached()
    await keys.press('Space')
    await expect(api.names.nth(0)).toHaveAccessibleName('Name of disk')
    await expect(api.names.nth(1)).toHaveAccessibleName('Name of size')
  })

  await test.step('set its default', async () => {
    await keys.tabBackTo(page.getByRole('button', { name: 'Move disk' }))
    await keys.tabTo(page.getByRole('button', { name: 'Details of disk' }))
    await keys.press('Enter')
    await keys.tabTo(page.getByLabel('Default', { exact: true }))
    await keys.type('10')
    await expect(files.lines).toContainText('default: 10')
  })

  await test.step('undo and redo by shortcut from the form', async () => {
    await keys.press('ControlOrMeta+z')
    await expect(files.lines).not.toContainText('default: 10')
    await keys.press('ControlOrMeta+Shift+z')
    await expect(files.lines).toContainText('default: 10')
  })

  await test.step('paste dependencies', async () => {
    await keys.tabBackTo(designer.outline.getByRole('treeitem', { selected: true }))
    await keys.arrowTo(outlined(/^Dependencies/), 'ArrowDown')
    await keys.press('Enter')
    await keys.tabTo(page.getByRole('button', { name: 'Paste YAML' }))
    await keys.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Manifests' })).toBeFocused()
    await keys.paste(NAMESPACE)
    await keys.tabTo(page.getByRole('dialog').getByRole('button', { name: 'Add' }))
    await keys.press('Enter')
    await expect(page.getByRole('row', { name: /redis-operator/ })).toContainText('Namespace')
    await expect(page.getByRole('button', { name: 'Paste YAML' })).toBeFocused()
  })

  await test.step('add a step that fills templates', async () => {
    await keys.tabBackTo(designer.outline.getByRole('treeitem', { selected: true }))
    await keys.arrowTo(outlined(/^Workflows/), 'ArrowDown')
    await keys.press('Enter')
    await keys.tabTo(page.getByRole('button', { name: 'Add a step to resource configure' }))
    await keys.press('Enter')
    await expect(page.getByRole('menuitem', { name: /Fill templates/ })).toBeFocused()
    await keys.press('Enter')
    await expect(workflows.step('render')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Name of the step' })).toBeFocused()
  })

  await test.step('give it a value with a mapping', async () => {
    await keys.tabTo(page.getByLabel('Name of the new value'))
    await keys.type('replicas')
    await keys.press('Enter')
    await keys.tabBackTo(workflows.source('replicas'))
    await keys.choose(workflows.source('replicas'), 'spec.size')
    await keys.tabTo(page.getByRole('button', { name: 'Map the values of replicas' }))
    await keys.press('Enter')
    await expect(page.getByLabel('What small becomes')).toBeFocused()
    await keys.press('ControlOrMeta+a')
    await keys.type('1')
    await keys.tabTo(page.getByLabel('What large becomes'))
    await keys.press('ControlOrMeta+a')
    await keys.type('3')
  })

  await test.step('write its template, and leave the editor by Escape', async () => {
    const template = page.getByRole('textbox', { name: /^Template / })
    await keys.tabTo(template)
    await keys.press('ControlOrMeta+a')
    await keys.paste(TEMPLATE)
    await keys.press('Escape')
    await expect(workflows.step('render').getByRole('button', { pressed: true })).toBeFocused()
    await keys.tabBackTo(workflows.source('replicas'))
  })

  await test.step('edit promise.yaml, and undo in the editor', async () => {
    await keys.tabBackTo(designer.outline.getByRole('treeitem', { selected: true }))
    await keys.arrowTo(outlined(/^disk/), 'ArrowUp')
    await keys.press('Enter')
    await expect(api.name('disk')).toBeVisible()
    await keys.tabTo(files.editor())
    await keys.press('ControlOrMeta+f')
    await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused()
    await keys.type('default: 10')
    await keys.press('Enter', 'Escape', 'End')
    await keys.type('0')
    await expect(files.lines).toContainText('default: 100')
    await expect(page.getByLabel('Default', { exact: true })).toHaveValue('100')
    await expect(files.editor()).toBeFocused()
    await keys.press('ControlOrMeta+z')
    await expect(page.getByLabel('Default', { exact: true })).toHaveValue('10')
    await keys.press('ControlOrMeta+Shift+z')
    await expect(page.getByLabel('Default', { exact: true })).toHaveValue('100')
  })

  await test.step('a default that does not fit is a problem', async () => {
    await keys.type('x')
    await expect(files.lines).toContainText('default: 100x')
    await expect(designer.problems.getByRole('button', { name: /default/ }).first()).toBeVisible()
  })

  await test.step('Escape leaves the editor for the name of its file', async () => {
    await keys.press('Escape')
    await expect(
      files.pane.getByRole('button', { name: 'promise.yaml', exact: true }),
    ).toBeFocused()
    await keys.tabTo(files.editor())
  })

  await test.step('Ctrl+M lets Tab leave it forwards; a problem leads to its field', async () => {
    await keys.press('Control+m', 'Tab')
    await expect(files.editor()).not.toBeFocused()
    await keys.tabTo(designer.problems.getByRole('button', { name: /default/ }).first())
    await keys.press('Enter')
    await expect(page.getByLabel('Default', { exact: true })).toBeFocused()
  })

  await test.step('the palette goes to a section and does a command', async () => {
    await keys.press('ControlOrMeta+k')
    await keys.type('overview')
    await keys.press('Enter')
    await expect(designer.form.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
    await expect(designer.form).toBeFocused()
    await keys.press('ControlOrMeta+k')
    await keys.type('undo')
    await keys.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(api.name('disk')).toBeVisible()
    await expect(designer.problems.getByText('No problems')).toBeVisible()
  })

  await test.step('try a request, and keep what comes of it as a test case', async () => {
    await keys.press('ControlOrMeta+k')
    await keys.type('try it')
    await keys.press('Enter')
    await expect(designer.form.getByRole('heading', { level: 1, name: 'Try it' })).toBeVisible()
    const size = tryIt.form.getByLabel('size')
    await keys.tabTo(size)
    await keys.choose(size, 'large')
    await keys.tabTo(tryIt.chip('instance', 'render'))
    await keys.press('Enter')
    const written = tryIt.step('render').getByRole('button', { name: /kratix.output/ })
    await keys.tabTo(written)
    await keys.press('Enter')
    await expect(page.getByRole('dialog').locator('.view-lines')).toContainText('replicas: 3')
    await keys.press('Escape')
    await expect(written).toBeFocused()
    await keys.tabBackTo(page.getByRole('button', { name: 'More of this run' }))
    await keys.press('Enter')
    await keys.arrowTo(page.getByRole('menuitem', { name: 'Save as a test case…' }), 'ArrowDown')
    await keys.press('Enter')
    await expect(page.getByLabel('Name of the case')).toBeFocused()
    await keys.press('ControlOrMeta+a')
    await keys.type('large')
    await keys.press('Enter')
    await expect(page.getByText('Saved the test case large.', { exact: true })).toBeVisible()
  })

  await test.step('look inside and download', async () => {
    const dialog = page.getByRole('dialog')
    await keys.press('ControlOrMeta+k')
    await keys.type('download')
    await keys.press('Enter')
    await keys.tabTo(dialog.getByRole('treeitem', { name: 'promise.yaml' }))
    await keys.press('Home')
    await keys.arrowTo(dialog.getByRole('treeitem', { name: 'README.md' }), 'ArrowDown')
    await keys.press('Enter')
    await expect(dialog.locator('.view-lines')).toContainText('redis')
    await keys.tabTo(dialog.getByRole('button', { name: /^Download redis/ }))
    const event = page.waitForEvent('download')
    await keys.press('Enter')
    const { files: repository } = await download.read(await event)
    expect(repository.get('promise.yaml')).toContain('default: 100')
    expect(
      repository.get('workflows/resource/configure/instance/render/resources/render.yaml'),
    ).toBe(TEMPLATE)
    const tests = 'workflows/resource/configure/instance/render/tests/large'
    expect(repository.get(`${tests}/object.yaml`)).toContain('size: large')
    const expected = [...repository].filter(([path]) =>
      path.startsWith(`${tests}/expected-output/`),
    )
    expect(expected.map(([, text]) => text).join()).toContain('replicas: 3')
    await keys.tabTo(dialog.getByRole('button', { name: 'Done' }))
    await keys.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.locator(':focus')).toBeVisible()
  })
})
