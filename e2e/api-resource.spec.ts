import AxeBuilder from '@axe-core/playwright'
import { DesignerPage } from './pages/designer'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { Keyboard } from './pages/keyboard'
import { type ApiTab, ResourceForm } from './pages/resource'
import { expect, test } from './test'

const PROMISE = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: redis
spec:
  api:
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: redises.mygroup.org
    spec:
      group: mygroup.org
      scope: Namespaced
      names: { kind: Redis, plural: redises, singular: redis } # for good
      versions:
        - name: v1alpha1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              required: [spec]
              properties:
                spec:
                  type: object
                  required: [size]
                  properties:
                    size: { type: string, enum: [small, large], description: How big it is }
                    # one is enough for most
                    replicas: { type: integer, minimum: 1 }
`

async function openApi(page: import('@playwright/test').Page) {
  const home = new HomePage(page)
  const designer = new DesignerPage(page)
  await home.open()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles({
    name: 'promise.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(PROMISE),
  })
  await page.waitForURL(/\/designer/)
  await designer.goTo('API')
  return { designer, files: new FilesPane(page), form: new ResourceForm(page) }
}

test('versions, columns, names and the request of an API, by mouse', async ({ page }) => {
  const { designer, files, form } = await openApi(page)

  await test.step('a copied version, stored instead of the first, differs by what is edited', async () => {
    await form.show('Versions')
    await form.act('v1alpha1', 'Copy version')
    await expect(form.version('v1alpha2')).toBeFocused()
    await form.version('v1alpha2').fill('v1beta1')
    await form.stored('v1beta1').check()
    await expect(form.stored('v1alpha1')).not.toBeChecked()
    await form.field('Deprecate v1alpha1').click()
    await form.field('Warning to who asks in v1alpha1').fill('use v1beta1')
    await expect(form.differences).toHaveCount(0)
    await expect(designer.form.getByText('The two versions are the same.')).toBeVisible()
    await form.act('v1beta1', 'Remove version')
    const refusal = page.getByRole('dialog')
    await expect(refusal).toContainText('is the version in which requests are stored')
    await refusal.getByRole('button', { name: 'Store v1alpha1 and remove v1beta1' }).click()
    await expect(form.version('v1beta1')).toBeHidden()
    await designer.undo()
    await expect(form.stored('v1beta1')).toBeChecked()
  })

  await test.step('the first column brings those of Kratix along', async () => {
    await form.show('Columns')
    await form.addColumn('.spec.size')
    await expect(form.columns).toHaveCount(3)
    await expect(form.output('kubectl get redises')).toContainText(
      /NAME +SIZE +MESSAGE +STATUS\s+example-redis +small +Resource requested +Reconciled/,
    )
    await form.field('Show size with -o wide only').click()
    await expect(form.output('kubectl get redises -o wide')).toBeVisible()
    await form.field('Add a selectable field').selectOption('.spec.size')
    await designer.form.getByRole('button', { name: 'Remove selectable field .spec.size' }).click()
    await expect(form.field('Add a selectable field')).toBeFocused()
  })

  await test.step('short names are given in one line', async () => {
    await form.show('Names')
    await form.field('Short names').fill('rd, Redis')
    await expect(designer.form.getByText(/The short name/)).toBeVisible()
    await form.field('Short names').fill('rd, rds')
    await expect(designer.form.getByText('kubectl get rd', { exact: true })).toBeVisible()
    await expect(files.lines).toContainText('shortNames: [rd, rds] } # for good')
  })

  await test.step('who asks sees an example that is valid, and what kubectl explains', async () => {
    await form.show('Request')
    await expect(form.example).toContainText('apiVersion: mygroup.org/v1beta1')
    await expect(form.example).not.toContainText('replicas')
    await designer.form.getByRole('radio', { name: 'Full' }).click()
    await expect(form.example).toContainText('replicas: 1')
    await expect(designer.form.getByText('Valid against the schema.')).toBeVisible()
    await designer.form.getByRole('button', { name: 'Use as example-resource.yaml' }).click()
    await expect(files.lines).toContainText('replicas: 1')
    await expect(form.output('kubectl explain redises.spec')).toContainText(
      /size\s+<string> -required-\s+enum: small, large\s+How big it is/,
    )
  })
})

test('what stands around the schema is edited without a mouse, and axe finds nothing', async ({
  page,
}) => {
  const { designer, form } = await openApi(page)
  const keys = new Keyboard(page)
  let before: ApiTab = 'Properties'
  const axe = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).include('main').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
  /** The tab after the one that is shown. */
  const show = async (tab: ApiTab): Promise<void> => {
    await form.tab(before).focus()
    await keys.press('ArrowRight')
    // A tab that is gone to by keyboard keeps the focus.
    await expect(form.tab(tab)).toBeFocused()
    await expect(form.tab(tab)).toHaveAttribute('aria-selected', 'true')
    await axe()
    before = tab
  }

  await show('Names')
  await keys.tabTo(form.field('Categories'))
  await keys.type('all')
  await show('Versions')
  await keys.tabTo(designer.form.getByRole('button', { name: 'New version' }))
  await keys.press('Enter')
  await expect(form.version('v1alpha2')).toBeFocused()
  // One of a group of radio buttons: Tab stops at the chosen one, arrows choose.
  await keys.tabBackTo(form.stored('v1alpha1'))
  await keys.press('ArrowDown')
  await expect(form.stored('v1alpha2')).toBeChecked()
  await show('Columns')
  await keys.tabTo(form.field('What the new column shows'))
  await keys.type('.spec.size')
  await keys.press('Enter')
  await expect(form.field('Name of size')).toBeFocused()
  await keys.press('Alt+ArrowDown')
  await expect(form.columns.nth(1).getByLabel('Name of size')).toBeVisible()
  await axe()
  await show('Request')
  await keys.tabTo(designer.form.getByRole('radio', { name: 'Minimal' }))
  await keys.press('ArrowRight')
  await expect(designer.form.getByRole('radio', { name: 'Full' })).toBeFocused()
  await keys.press('Space')
  await expect(form.example).toContainText('replicas: 1')

  // A problem leads to the tab that shows it.
  await page.goto(`${page.url().split('#')[0]}#promise.yaml:spec/api/spec/names/categories`)
  await expect(form.tab('Names')).toHaveAttribute('aria-selected', 'true')
  await expect(form.field('Categories')).toHaveValue('all')
})
