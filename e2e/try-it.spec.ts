import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page, TestInfo } from '@playwright/test'
import { DesignerPage } from './pages/designer'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { TryItForm } from './pages/try-it'
import { expect, test } from './test'

/** The Redis repository with a pipeline of somebody else's image beside it, opened at Try it. */
async function openTryIt(page: Page, info: TestInfo) {
  const path = info.outputPath('redis.zip')
  const script = join(import.meta.dirname, 'fixtures/tryable-repository.mts')
  execFileSync(process.execPath, ['--import', 'tsx', script, path])
  const home = new HomePage(page)
  await home.open()
  await home.openFiles(path)
  const designer = new DesignerPage(page)
  await designer.goTo('Try it')
  return { designer, tryIt: new TryItForm(page) }
}

test('a request is written by form and as YAML, judged, run, and fed what is not run here', async ({
  page,
}, info) => {
  const { designer, tryIt } = await openTryIt(page, info)

  await test.step('the example of the repository has run already', async () => {
    await expect(tryIt.outcome).toContainText('A step is not run here')
    await expect(tryIt.chip('instance', 'render')).toContainText('Succeeded · 2 files')
    await expect(tryIt.landings).toContainText(
      'worker/resources/default/redis/example-redis/instance/5058f/redis-failover-default-example-redis.yaml',
    )
  })

  await test.step('what the API server refuses is told at the field, and nothing runs', async () => {
    await tryIt.form.getByLabel('replicas').fill('many')
    await expect(tryIt.outcome).toContainText('The API server refuses the request')
    await expect(tryIt.form).toContainText(
      'spec.replicas in body must be of type integer: "string"',
    )
    await tryIt.form.getByLabel('replicas').fill('')
    await expect(tryIt.outcome).toContainText('A step is not run here')
  })

  await test.step('form and YAML are one text; comments stay', async () => {
    await tryIt.show('YAML')
    await tryIt.yaml.focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('# for the shop')
    await tryIt.show('Form')
    await tryIt.form.getByLabel('size').selectOption('large')
    await tryIt.form.getByRole('button', { name: 'Add backup' }).click()
    await tryIt.form.getByLabel('schedule').fill('nightly')
    await tryIt.form.getByRole('button', { name: 'Add an item to users' }).click()
    await tryIt.form.getByLabel('name').last().fill('ann')
    await tryIt.show('YAML')
    const editor = page.locator('[data-code-editor="try-it/request.yaml"] .view-lines')
    await expect(editor).toContainText('# for the shop')
    await expect(editor).toContainText('schedule: nightly')
    await expect(editor).toContainText('name: ann')
  })

  await test.step('a file that was written opens in a viewer', async () => {
    await tryIt.chip('instance', 'render').click()
    await tryIt
      .step('render')
      .getByRole('button', { name: /redis-failover-default-example-redis/ })
      .click()
    const viewer = page.getByRole('dialog', { name: /redis-failover/ })
    await expect(viewer.locator('.view-lines')).toContainText('replicas: 3')
    await page.keyboard.press('Escape')
    await expect(viewer).toBeHidden()
  })

  await test.step('what a step wrote elsewhere completes the run', async () => {
    await tryIt.chip('announce', 'tell').click()
    await tryIt.step('tell').getByRole('button', { name: 'Feed a recorded output' }).click()
    const dialog = page.getByRole('dialog', { name: 'What tell wrote' })
    await dialog.getByLabel('Text of output.yaml').fill('kind: ConfigMap\n')
    await dialog.getByRole('button', { name: 'Add a file' }).click()
    await dialog.getByLabel('Volume').last().selectOption('metadata')
    await dialog.getByLabel('Path').last().fill('status.yaml')
    await dialog.getByLabel('Text of status.yaml').fill('told: true\n')
    await dialog.getByRole('button', { name: 'Use these files' }).click()
    await expect(tryIt.outcome).toContainText('2 files on the way to worker')
    await expect(tryIt.status).toContainText('told: true')
    await expect(tryIt.status).toContainText('PipelinesExecutedSuccessfully')
  })

  await test.step('another request makes the recording old', async () => {
    await tryIt.show('Form')
    await tryIt.form.getByLabel('size').selectOption('small')
    await expect(tryIt.step('tell')).toContainText('was recorded for another request')
  })

  await test.step('all of it is there after a reload', async () => {
    await designer.saved()
    await page.waitForTimeout(600) // what is tried is stored a moment after the last change
    await page.reload()
    await expect(tryIt.form.getByLabel('schedule')).toHaveValue('nightly')
    await expect(tryIt.status).toContainText('told: true')
  })
})

test('Destinations are invented, runs kept and compared, and one becomes a test case', async ({
  page,
}, info) => {
  const { designer, tryIt } = await openTryIt(page, info)
  const main = page.getByRole('main')

  await test.step('a label that no Destination has leaves the files pending', async () => {
    await main.getByLabel('Labels of worker').fill('environment=prod')
    await expect(tryIt.landings).toContainText('No Destination matches')
    await main.getByLabel('Labels of worker').fill('environment=dev')
    await main.getByLabel('Files of worker').selectOption('none')
    await expect(tryIt.landings).toContainText('worker/redis-failover-default-example-redis.yaml')
    await main.getByRole('button', { name: 'As the selectors ask' }).click()
    await expect(tryIt.landings).toContainText('worker/resources/default')
  })

  await test.step('a kept run is compared with the run of now', async () => {
    await main.getByRole('button', { name: 'Keep', exact: true }).click()
    await tryIt.form.getByLabel('size').selectOption('large')
    await expect(tryIt.status).toContainText('Redis with 3 replicas')
    await main.getByRole('button', { name: 'Compare 1' }).click()
    const dialog = page.getByRole('dialog', { name: 'Compare runs' })
    const differences = dialog.getByRole('list', { name: 'Differences' }).getByRole('listitem')
    await expect(differences).toHaveText([
      /object\.yaml\s*changed/,
      /output\/instance\/redis-failover.*changed/,
      /status\.yaml\s*changed/,
    ])
    await differences.nth(2).getByRole('button').click()
    await expect(
      dialog.getByRole('textbox', { name: 'Difference of status.yaml' }).first(),
    ).toBeAttached()
    await page.keyboard.press('Escape')
  })

  await test.step('a run becomes a test case; one undo takes it back', async () => {
    await main.getByRole('button', { name: 'More of this run' }).click()
    await page.getByRole('menuitem', { name: 'Save as a test case…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Save as a test case' })
    await dialog.getByLabel('Name of the case').fill('large')
    await dialog.getByRole('button', { name: 'Save the test case' }).click()
    await expect(page.getByText('Saved the test case large.', { exact: true })).toBeVisible()
    const files = new FilesPane(page)
    await files.open('workflows/resource/configure/instance/render/tests/large/object.yaml')
    await expect(files.lines).toContainText('size: large')
    await designer.undo()
    await expect(page.getByText(/There is no file .*tests\/large\/object\.yaml/)).toBeVisible()
  })

  await test.step('the Promise is installed and its requests deleted, too', async () => {
    await tryIt.choose('Install the Promise (promise configure)')
    await expect(tryIt.outcome).toContainText('2 files on the way to worker')
    await expect(tryIt.landings).toContainText(
      'worker/dependencies/redis/dependencies/5058f/operator.yaml',
    )
    await tryIt.choose('Delete the request (resource delete)')
    await expect(tryIt.outcome).toContainText('Kratix just removes 1 file')
  })
})

test('Try it is reached by keyboard, and axe finds nothing in its dialogs', async ({
  page,
}, info) => {
  const { tryIt } = await openTryIt(page, info)
  const look = async (state: string): Promise<void> => {
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
    )
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect
      .soft(
        violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]),
        state,
      )
      .toEqual([])
  }
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('Try it')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Try it' })).toBeVisible()
  await tryIt.form.getByRole('button', { name: 'Add an entry to tuning' }).press('Enter')
  await expect(tryIt.form.getByLabel('Key 1 of tuning')).toHaveValue('key')
  await look('the form, filled')
  await tryIt.chip('announce', 'tell').press('Enter')
  await tryIt.step('tell').getByRole('button', { name: 'Feed a recorded output' }).press('Enter')
  await look('what a step wrote')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keep', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Compare 1' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Compare runs' })).toContainText('alike')
  await look('two runs')
})
