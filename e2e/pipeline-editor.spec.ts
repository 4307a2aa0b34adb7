import { writeFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { DesignerPage } from './pages/designer'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { WorkflowForm } from './pages/workflows'
import { expect, test } from './test'

const PROMISE = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: cache
  labels:
    kratix.io/promise-version: v0.1.0
spec:
  destinationSelectors:
    - matchLabels: {environment: dev}
  workflows:
    promise:
      configure:
        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata:
            name: first
          spec:
            containers:
              # says hello
              - name: notify
                image: ghcr.io/acme/notify:v1.2.0 # pinned
                workingDir: /app
        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata:
            name: second
          spec:
            containers:
              - name: report
                image: ghcr.io/acme/report:v1.0.0
`

async function open(page: Page, path: string): Promise<void> {
  await writeFile(path, PROMISE)
  await new HomePage(page).open()
  await new HomePage(page).openFiles(path)
  await new DesignerPage(page).goTo('Workflows')
}

test('every field of a container and of a pipeline is found, set, undone and removed', async ({
  page,
}, info) => {
  await open(page, info.outputPath('promise.yaml'))
  const designer = new DesignerPage(page)
  const workflows = new WorkflowForm(page)
  const { lines } = new FilesPane(page)
  const step = workflows.step('notify')

  await test.step('the picture says where what is written goes', async () => {
    await expect(workflows.lane('On install')).toContainText(
      'every Destination with environment=dev',
    )
  })

  await test.step('a key that Kratix rejects is shown, and removed', async () => {
    await workflows.select('notify')
    const rejected = step.getByRole('list', { name: 'Keys that Kratix rejects' })
    await expect(rejected).toContainText('workingDir')
    await rejected.getByRole('button', { name: 'Remove workingDir' }).click()
    await expect(rejected).toBeHidden()
    await expect(lines).not.toContainText('workingDir')
  })

  await test.step('by keyboard: a field is found by a word, chosen, and undone', async () => {
    await step.getByRole('button', { name: 'Add a field of notify' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('pull')
    await page.keyboard.press('Enter')
    const policy = step.getByRole('combobox', { name: 'imagePullPolicy' })
    await expect(policy).toBeFocused()
    await policy.selectOption('Always')
    await expect(lines).toContainText('imagePullPolicy: Always')
    await designer.undo()
    await expect(lines).not.toContainText('imagePullPolicy')
  })

  await test.step('a volume of the pipeline is offered to the container', async () => {
    await page.getByRole('button', { name: 'Settings of pipeline first' }).click()
    const settings = page.getByRole('region', { name: 'Settings of pipeline first' })
    await settings.getByRole('button', { name: 'Add a field of first' }).click()
    await settings.getByRole('button', { name: /^volumes/ }).click()
    await settings.getByRole('button', { name: 'Add to volumes' }).click()
    await expect(lines).toContainText('emptyDir: {}')
    await step.getByRole('button', { name: 'Add a field of notify' }).click()
    await step.getByRole('button', { name: /^volumeMounts/ }).click()
    await step.getByRole('button', { name: 'Add to volumeMounts' }).click()
    await expect(lines).toContainText('mountPath: /data')
  })

  await test.step('a variable takes its text from a Secret instead', async () => {
    await step.getByRole('button', { name: 'Add a field of notify' }).click()
    await step.getByRole('button', { name: /^env / }).click()
    await step.getByRole('button', { name: 'Add to env', exact: true }).click()
    await step.getByRole('combobox', { name: 'from' }).selectOption('a Secret')
    await step.getByRole('textbox', { name: 'secretKeyRef.name' }).fill('tokens')
    await step.getByRole('textbox', { name: 'secretKeyRef.key' }).fill('api')
    await expect(lines).toContainText('key: "api"')
  })

  const found = await new AxeBuilder({ page }).include('main').analyze()
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

test('steps are added from the catalogue, copied, pasted and moved by the keyboard', async ({
  page,
}, info) => {
  await open(page, info.outputPath('promise.yaml'))
  const designer = new DesignerPage(page)
  const workflows = new WorkflowForm(page)
  const { lines } = new FilesPane(page)
  const steps = (pipeline: string) =>
    page.getByRole('list', { name: `Steps of ${pipeline}` }).locator('[data-clip]')

  await test.step('an image with a key of a Secret', async () => {
    await workflows.addStep('second', /key of a Secret/)
    await page.getByRole('textbox', { name: 'Image' }).fill('ghcr.io/acme/tell:v2')
    await page.getByRole('textbox', { name: 'Secret' }).fill('tell')
    await page.keyboard.press('Enter')
    await expect(steps('second')).toContainText(['report', 'acme-tell'])
    await expect(lines).toContainText('secretKeyRef')
  })

  await test.step('Ctrl+C and Ctrl+V bring a step into another pipeline, one undo', async () => {
    await workflows.select('notify')
    await page.keyboard.press('ControlOrMeta+c')
    await workflows.select('report')
    await page.keyboard.press('ControlOrMeta+v')
    await expect(steps('second')).toContainText(['report', 'notify', 'acme-tell'])
    await designer.undo()
    await expect(steps('second')).toContainText(['report', 'acme-tell'])
  })

  await test.step('Alt and an arrow at the end lead into the next pipeline', async () => {
    await workflows.select('notify')
    await page.keyboard.press('Alt+ArrowRight')
    await expect(steps('second')).toContainText(['notify', 'report', 'acme-tell'])
  })

  await test.step('a name that is installed says what another one does to requests', async () => {
    const name = page.getByLabel('Name of pipeline second')
    await expect(name).toHaveAccessibleDescription(/a new name is another pipeline/)
  })
})

test('a step is dragged into another pipeline and into an empty workflow, one undo each', async ({
  page,
}, info) => {
  await open(page, info.outputPath('promise.yaml'))
  const designer = new DesignerPage(page)
  const workflows = new WorkflowForm(page)
  const steps = (pipeline: string) =>
    page.getByRole('list', { name: `Steps of ${pipeline}` }).locator('[data-clip]')
  const handle = (step: string) => page.getByRole('button', { name: `Move step ${step}` })
  const said = (text: string) => expect(page.getByText(text, { exact: true })).toBeAttached()

  await test.step('by mouse, before a step of another pipeline', async () => {
    await workflows.drag(handle('notify'), steps('second').first())
    await said('step notify is over place 1 of second.')
    await page.mouse.up()
    await expect(steps('second')).toContainText(['notify', 'report'])
    await designer.undo()
    await expect(steps('first')).toContainText(['notify'])
    await expect(steps('second')).toContainText(['report'])
  })

  await test.step('by mouse, to the end of another pipeline', async () => {
    await workflows.drag(
      handle('notify'),
      page.getByRole('button', { name: 'Add a step to second' }),
    )
    await said('step notify is over the end of second.')
    await page.mouse.up()
    await expect(steps('second')).toContainText(['report', 'notify'])
  })

  await test.step('by keyboard, within its pipeline', async () => {
    await handle('notify').focus()
    await page.keyboard.press('Space')
    await said('step notify is over place 2 of second.')
    await page.keyboard.press('ArrowLeft')
    await said('step notify is over place 1 of second.')
    await page.keyboard.press('Space')
    await expect(steps('second')).toContainText(['notify', 'report'])
  })

  await test.step('by mouse, into a workflow without pipelines', async () => {
    await workflows.drag(
      handle('report'),
      page.getByRole('button', { name: 'Add a step to resource configure' }),
    )
    await said('step report is over the end of resource configure.')
    await page.mouse.up()
    await expect(steps('instance')).toContainText(['report'])
    await expect(steps('second')).toContainText(['notify'])
    await designer.undo()
    await expect(workflows.lane('On each request')).not.toContainText('report')
    await expect(steps('second')).toContainText(['notify', 'report'])
  })
})
