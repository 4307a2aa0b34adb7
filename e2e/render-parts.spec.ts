import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { DesignerPage } from './pages/designer'
import { HomePage } from './pages/home'
import { TemplatesForm } from './pages/templates'
import { TryItForm } from './pages/try-it'
import { WorkflowForm } from './pages/workflows'
import { expect, test } from './test'

const BOARD = 'monitoring/board.yaml'

test('a template is written on demand and goes to a Destination of its own, as Try it shows', async ({
  page,
}, info) => {
  const path = info.outputPath('redis.zip')
  const script = join(import.meta.dirname, 'fixtures/tryable-repository.mts')
  execFileSync(process.execPath, ['--import', 'tsx', script, path])
  const home = new HomePage(page)
  await home.open()
  await home.openFiles(path)
  const designer = new DesignerPage(page)
  const workflows = new WorkflowForm(page)
  const templates = new TemplatesForm(page)
  const tryIt = new TryItForm(page)

  await test.step('the template is added by keyboard, for large requests only', async () => {
    await designer.goTo('Workflows')
    await workflows.select('render')
    await templates.add(BOARD)
    await templates.writeOnlyWhen(BOARD, 'replicas', 'is one of')
    await expect(templates.choice('replicas', '1')).toHaveAttribute('aria-pressed', 'true')
    await templates.choice('replicas', '3').press('Space')
    await templates.choice('replicas', '1').press('Space')
    await expect(templates.choice('replicas', '1')).toHaveAttribute('aria-pressed', 'false')
    await expect(templates.choice('replicas', '3')).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('its folder goes where the monitoring is; the form says what Kratix refuses', async () => {
    await templates.sendTo('Files in monitoring/', 'example.org/use', 'monitoring')
    const value = templates.destinations.getByLabel('Value of example.org/use for monitoring/')
    await value.fill('not a label')
    await expect(value).toHaveAccessibleDescription(/label/)
    await value.fill('${replicas}-copies')
    await templates.components.press('Space')
    await expect(templates.components).toBeChecked()
    const { violations } = await new AxeBuilder({ page }).include('main').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })

  await test.step('a small request does not write it, a large one sends it elsewhere', async () => {
    await designer.goTo('Try it')
    await expect(tryIt.chip('instance', 'render')).toContainText('Succeeded · 2 files')
    await expect(tryIt.landings).not.toContainText('monitoring')
    await tryIt.form.getByLabel('size').selectOption('large')
    await expect(tryIt.chip('instance', 'render')).toContainText('Succeeded · 4 files')
    await expect(tryIt.landings).toContainText('board-default-example-redis.yaml')
    await expect(tryIt.landings).toContainText('example.org/use=3-copies')
  })

  await test.step('one undo takes the component back, the next ones the labels', async () => {
    await designer.goTo('Workflows')
    await designer.undo()
    await workflows.select('render')
    await page.getByRole('button', { name: BOARD, exact: true }).click()
    await expect(templates.components).not.toBeChecked()
    await expect(templates.choice('replicas', '3')).toHaveAttribute('aria-pressed', 'true')
  })
})
