import AxeBuilder from '@axe-core/playwright'
import { ApiForm } from './pages/api'
import { ChangesDialog } from './pages/changes'
import { DesignerPage, type Section } from './pages/designer'
import { DownloadDialog } from './pages/download'
import { FolderDialog } from './pages/folder'
import { HomePage } from './pages/home'
import { WorkflowForm } from './pages/workflows'
import { expect, test } from './test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const WIDE = { width: 1440, height: 900 }
const NARROW = { width: 390, height: 844 }
const SECTIONS: readonly Section[] = [
  'Overview',
  'API',
  'Dependencies',
  'Workflows',
  'Scheduling',
  'Try it',
]

/** A Promise with something in every section, an anchor, and a default that does not fit. */
const FILLED = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: redis
  labels:
    kratix.io/promise-version: v0.1.0
spec:
  destinationSelectors:
    - matchLabels:
        environment: dev
  api:
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: redises.mygroup.org
    spec:
      group: mygroup.org
      scope: Namespaced
      names: { kind: Redis, plural: redises, singular: redis }
      versions:
        - name: v1alpha1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
                  type: object
                  required: [size]
                  properties:
                    size: { type: string, enum: [small, large], default: small }
                    replicas: { type: integer, default: three, description: How many copies }
                    storage:
                      type: object
                      properties:
                        gigabytes: &count { type: integer, description: Room on disk }
                        inodes: *count
  dependencies:
    - apiVersion: v1
      kind: Namespace
      metadata:
        name: redis-operator
`

/** What is looked at: all rules in the light, and in the dark what depends on it. */
const LOOKS = [
  { theme: 'light', name: 'on a desk', size: WIDE },
  { theme: 'dark', name: 'on a desk', size: WIDE },
  { theme: 'light', name: 'on a phone', size: NARROW },
  { theme: 'dark', name: 'on a phone', size: NARROW },
] as const

for (const { theme, name, size } of LOOKS) {
  test(`axe finds nothing ${name} in the ${theme}, in any state`, async ({ page }) => {
    test.setTimeout(480_000)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.setViewportSize(size)
    await FolderDialog.stand(page, 'redis-promise')
    const wide = size === WIDE
    const designer = new DesignerPage(page)
    const api = new ApiForm(page)
    const workflows = new WorkflowForm(page)
    const banner = page.getByRole('banner')

    /** Fails softly, so that one run tells of every state, with the elements that axe names. */
    const look = async (state: string): Promise<void> => {
      // Colours are measured as they are, not half faded in.
      await page.evaluate(() =>
        Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
      )
      const axe = new AxeBuilder({ page })
      const { violations } = await (theme === 'dark'
        ? axe.withRules(['color-contrast'])
        : axe.withTags(TAGS)
      ).analyze()
      const faults = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])
      expect.soft(faults, state).toEqual([])
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect.soft(over, `${state}: pixels that the page scrolls sideways`).toBeLessThanOrEqual(0)
    }
    const close = async (): Promise<void> => {
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu').or(page.getByRole('dialog'))).toBeHidden()
    }
    const goTo = async (section: Section): Promise<void> => {
      if (wide) return designer.goTo(section)
      await banner.getByRole('button', { name: 'Outline' }).click()
      await designer.goTo(section)
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    const showFiles = async (): Promise<void> => {
      if (!wide) await banner.getByRole('button', { name: 'Files' }).click()
      await expect(page.getByRole('textbox', { name: /^Text of/ })).toBeAttached()
    }
    const hideFiles = async (): Promise<void> => {
      if (!wide) await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    }

    await test.step('home', async () => {
      const home = new HomePage(page)
      await home.open()
      await look('home without drafts')
      await home.field('Name').fill('Redis_1')
      await home.field('Group').focus()
      await look('home with a fault')
      await page.getByRole('button', { name: 'paste YAML' }).click()
      await page.getByLabel('The text of a promise.yaml').fill(FILLED)
      await look('the dialog to paste into')
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      await page.waitForURL(/\/designer/)
    })

    await test.step('every section, filled', async () => {
      for (const section of SECTIONS) {
        await goTo(section)
        await look(section)
      }
    })

    await test.step('the API: a property with a problem, its menu, a refusal', async () => {
      await goTo('API')
      await api.details('size')
      await look('the details of a property')
      await page.getByRole('button', { name: 'Actions for size' }).click()
      await look('the menu of a property')
      await close()
      await api.act('gigabytes', 'Remove')
      await expect(page.getByRole('dialog', { name: /cannot be done/ })).toBeVisible()
      await look('a refusal')
      await page.getByRole('button', { name: 'Cancel' }).click()
    })

    await test.step('a step, each part of it', async () => {
      await goTo('Workflows')
      await page.getByRole('button', { name: 'Add a step to resource configure' }).click()
      await look('the menu of steps')
      await page.getByRole('menuitem', { name: /Fill templates/ }).click()
      const step = workflows.step('render')
      await workflows.addValue('size')
      await page.getByRole('button', { name: 'Map the values of size' }).click()
      await expect(step.getByRole('textbox', { name: /^Template/ })).toBeAttached()
      for (const tab of ['Output', 'Status', 'Container', 'Files']) {
        await step.getByRole('tab', { name: tab }).click()
        await look(`the step: ${tab}`)
      }
    })

    await test.step('files, problems, commands', async () => {
      await showFiles()
      await page.getByRole('button', { name: /^Files \d/ }).click()
      await expect(page.getByRole('tree', { name: 'Files of the repository' })).toBeVisible()
      await look('the tree of files')
      await page.getByRole('button', { name: /^Files \d/ }).click()
      await hideFiles()
      const problems = banner.getByRole('button', { name: /^Problems/ })
      if ((await problems.getAttribute('aria-expanded')) !== 'true') await problems.click()
      await expect(designer.problems.getByRole('list')).toBeVisible()
      await look('the list of problems')
      if (wide) {
        await banner.getByRole('button', { name: 'Commands' }).click()
      } else {
        await banner.getByRole('button', { name: 'Outline' }).click()
        await expect(page.getByRole('dialog').getByRole('button', { name: 'Theme' })).toBeVisible()
        await look('the outline as a drawer')
        await page.getByRole('dialog').getByRole('button', { name: 'Commands' }).click()
      }
      await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
      await look('the palette')
      await close()
      await banner.getByRole('button', { name: /^Version/ }).click()
      await look('the menu of versions')
      await close()
    })

    await test.step('the download', async () => {
      const dialog = new DownloadDialog(page)
      await dialog.open()
      await expect(page.getByRole('button', { name: /^Download redis/ })).toBeEnabled()
      await expect(page.getByRole('dialog').getByRole('textbox')).toBeAttached()
      await look('the look inside')
      await page.getByRole('button', { name: /^Download redis/ }).click()
      await expect(page.getByRole('button', { name: 'Done' })).toBeVisible()
      await look('what comes next')
      await page.getByRole('button', { name: 'Done' }).click()
    })

    await test.step('what changed, kept states, writing into a folder', async () => {
      const changes = new ChangesDialog(page)
      await goTo('Overview')
      await designer.form.getByLabel('Image registry').fill('ghcr.io/acme')
      await designer.form.getByLabel('Image registry').press('Tab')
      await changes.open()
      await expect(changes.files.first()).toBeVisible()
      await expect(changes.dialog.locator('[data-diff-editor] .view-line').first()).toBeVisible()
      await look('the changed files')
      await changes.show('Patch')
      await expect(changes.dialog.getByRole('textbox', { name: 'Patch' })).toBeAttached()
      await look('the patch')
      await changes.keep('before the rename')
      await look('the kept states')
      await changes.dialog.getByRole('button', { name: 'Export' }).click()
      await look('the menu of exports')
      await page.getByRole('menuitem', { name: /^Write into a folder/ }).click()
      await expect(page.getByRole('dialog', { name: 'Write into a folder' })).toBeVisible()
      await look('choosing a folder')
      const folder = new FolderDialog(page)
      await folder.choose()
      await look('what would be written')
      await folder.write()
      await look('what was written')
      await folder.done()
    })

    await test.step('a second tab, which watches', async () => {
      const other = await page.context().newPage()
      await other.goto(page.url())
      await expect(other.getByText(/^Open for editing in another tab/)).toBeVisible({
        timeout: 60_000,
      })
      await other.getByRole('button', { name: 'Take over' }).click()
      await expect(page.getByText(/^Open for editing in another tab/)).toBeVisible()
      await goTo('Overview')
      await look('watching')
      await page.getByRole('button', { name: 'Take over' }).click()
      await expect(page.getByText(/^Open for editing in another tab/)).toBeHidden()
      await other.close()
    })

    await test.step('text that cannot be read', async () => {
      await goTo('Overview')
      await showFiles()
      await page.getByRole('textbox', { name: 'Text of promise.yaml' }).focus()
      await page.keyboard.press('ControlOrMeta+Home')
      await page.keyboard.insertText('{')
      if (!wide) await look('the files as a drawer')
      await hideFiles()
      await expect(page.getByText(/cannot be read/).first()).toBeVisible()
      await look('stale')
    })

    await test.step('home with drafts', async () => {
      await designer.saved()
      const home = new HomePage(page)
      await home.open()
      await page.getByRole('button', { name: 'Actions for redis' }).click()
      await look('the menu of a draft')
      await page.getByRole('menuitem', { name: 'Rename' }).click()
      await look('the dialog to rename a draft')
      await close()
      for (let drafts = 2; drafts <= 7; drafts += 1) {
        await home.act('redis', 'Duplicate')
        await expect(page.getByRole('link', { name: /redis/ })).toHaveCount(drafts)
      }
      await page.getByLabel('Search drafts').fill('copy')
      await look('home with a search')
      await page.getByLabel('Search drafts').fill('nothing of that kind')
      await look('home with a search that finds nothing')
    })
  })
}
