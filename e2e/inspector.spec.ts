import AxeBuilder from '@axe-core/playwright'
import { ApiForm } from './pages/api'
import { DesignerPage } from './pages/designer'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { InspectorForm } from './pages/inspector'
import { Keyboard } from './pages/keyboard'
import { paste } from './pages/paste'
import { expect, test } from './test'

/** An API with comments, a keyword that no CRD knows, and an anchor: all of it stays. */
const API = `              type: object
              properties:
                spec:
                  type: object
                  properties:
                    size: # of the instance
                      type: string
                      enum: [small, large] # for now
                      regex: "[a-z]"
                    replicas: { type: integer }
                    storage:
                      type: object
                      required: [class]
                      default: {}
                      properties:
                        class: { type: string, default: &fast fast }
                        other: { type: string, default: *fast }
                    users:
                      type: array
                      items:
                        type: object
                        properties:
                          name: { type: string }
                          shells:
                            type: array
                            items: { type: string }
`
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
      names: { kind: Redis, plural: redises, singular: redis }
      versions:
        - name: v1alpha1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
${API}`

test.beforeEach(async ({ page }) => {
  const home = new HomePage(page)
  await home.open()
  await paste(page, PROMISE)
  await page.waitForURL(/\/designer/)
  await new DesignerPage(page).goTo('API')
})

test('what a property can carry, by mouse', async ({ page }) => {
  const designer = new DesignerPage(page)
  const files = new FilesPane(page)
  const api = new ApiForm(page)
  const form = new InspectorForm(page)

  await test.step('many values are pasted, one is renamed, moved and removed', async () => {
    await api.details('size')
    await form.field('Values').focus()
    await paste(page, 'medium\nhuge, really\nsmall')
    await expect(form.values).toHaveText(['small', 'large', 'medium', 'huge, really'])
    await form.button('Rename the value huge, really').dblclick()
    await form.field('New text for huge, really').fill('huge')
    await form.field('New text for huge, really').press('Enter')
    await expect(form.values).toHaveText(['small', 'large', 'medium', 'huge'])
    const handle = form.button('Move "huge"')
    await handle.hover()
    await page.mouse.down()
    const onto = await form.values.first().boundingBox()
    await page.mouse.move((onto?.x ?? 0) + 20, (onto?.y ?? 0) + 10, { steps: 8 })
    await page.mouse.move((onto?.x ?? 0) + 4, (onto?.y ?? 0) + 10, { steps: 4 })
    await expect(page.getByText(/huge.* is over place 1 of 4/)).toBeAttached()
    await page.mouse.up()
    await expect(form.values).toHaveText(['huge', 'small', 'large', 'medium'])
    await form.button('Remove the value medium').click()
    await form.field('Default').selectOption('small')
    await expect(files.lines).toContainText('enum: ["huge", small, large] # for now')
  })

  await test.step('a keyword that no CRD knows is named, and where it stands', async () => {
    await expect(form.more).toHaveAttribute('aria-expanded', 'true')
    await expect(designer.form.getByText('regex: "[a-z]"')).toBeVisible()
    await form.button('Remove regex').click()
    await expect(designer.form.getByText('Also in the text')).toBeHidden()
  })

  await test.step('a pattern is tried on what the schema names and on a sample', async () => {
    await form.button('Try it').click()
    await form.field('Pattern').fill('^[a-z]{5}$')
    await expect(form.sample('small')).toContainText('accepted')
    await expect(form.sample('huge')).toContainText('refused')
    await form.field('A text to try').fill('tiny')
    await form.field('A text to try').press('Enter')
    await expect(form.sample('tiny')).toContainText('refused')
    await form.field('Pattern').fill('(?=a)')
    await expect
      .poll(() => form.message(form.field('Pattern')))
      .toContain('unsupported Perl syntax')
    await form.field('Pattern').fill('')
    await expect(form.sample('tiny')).toContainText('accepted')
  })

  await test.step('bounds, one of them exclusive', async () => {
    await api.details('replicas')
    await form.field('Minimum').fill('1')
    await form.field('Maximum').fill('9')
    await form.button('Exclude the maximum itself').click()
    await expect(form.button('Exclude the maximum itself')).toHaveAttribute('aria-pressed', 'true')
    await form.field('Default').fill('9')
    await expect.poll(() => form.message(form.field('Default'))).toContain('is above the maximum 9')
    await form.field('Default').fill('3')
    await form.toggle('Cannot change after creation').click()
    await expect(designer.form.getByText('A request may still add or remove it')).toBeVisible()
    await expect(files.lines).toContainText('self == oldSelf')
  })

  await test.step('an object default gets what is required; what has an alias is left alone', async () => {
    await page.getByRole('textbox', { name: 'Name of storage' }).click()
    await expect
      .poll(() => form.message(form.field('Default')))
      .toContain('lacks the required "class"')
    await form.button('Add what is required').click()
    await expect(form.field('Default')).toHaveValue('class: fast')
    await form.openMore()
    await form.button('Add a condition').click()
    await page.getByRole('menuitem', { name: 'oneOf' }).click()
    await expect(form.field(/^oneOf:/)).toBeFocused()
    await form.field(/^oneOf:/).fill('- required: [class] # usual\n- required: [gone')
    await expect.poll(() => form.message(form.field(/^oneOf:/))).toContain('Line 2')
    await form.field(/^oneOf:/).fill('- required: [class] # usual\n- type: object')
    await expect
      .poll(() => form.message(form.field(/^oneOf:/)))
      .toContain('must be empty to be structural')
    await form.field(/^oneOf:/).fill('- required: [class] # usual\n- required: [other]')
    await expect(files.lines).toContainText('- required: [class] # usual')
    await expect(files.lines).toContainText('*fast')
  })

  await test.step('a list of type map has keys, and its items fields of their own', async () => {
    await page.getByRole('textbox', { name: 'Name of users' }).click()
    await form.field('List type').selectOption('map')
    await expect(designer.form.getByRole('checkbox', { name: 'name' })).toBeChecked()
    await form.field('Most items').fill('5')
    await form.level('Items')
    await form.field('Description').fill('Somebody')
    await expect(files.lines).toContainText('description: Somebody')
    await expect(api.required('name')).toBeChecked()
  })

  await test.step('one undo for each', async () => {
    await designer.undo()
    await expect(files.lines).not.toContainText('description: Somebody')
  })

  const { violations } = await new AxeBuilder({ page }).include('main').analyze()
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
})

test('what a property can carry, by keyboard', async ({ page }) => {
  const keys = new Keyboard(page)
  const designer = new DesignerPage(page)
  const files = new FilesPane(page)
  const api = new ApiForm(page)
  const form = new InspectorForm(page)

  await test.step('values are added, moved, renamed and removed', async () => {
    await page.getByLabel('Name of size').focus()
    await keys.press('Enter')
    await keys.tabTo(form.field('Values'))
    await keys.type('huge')
    await keys.press('Enter')
    await expect(form.values).toHaveText(['small', 'large', 'huge'])
    await keys.tabBackTo(form.button('Rename the value huge'))
    await keys.press('Alt+ArrowLeft')
    await expect(form.values).toHaveText(['small', 'huge', 'large'])
    await keys.tabTo(form.button('Rename the value large'))
    await keys.press('Enter')
    await keys.type('giant')
    await keys.press('Enter')
    await expect(form.button('Rename the value giant')).toBeFocused()
    await keys.press('Delete')
    await expect(form.field('Values')).toBeFocused()
    await expect(form.values).toHaveText(['small', 'huge'])
  })

  await test.step('the rest of the keywords is unfolded; Escape takes a draft back', async () => {
    await keys.tabTo(form.toggle('Cannot change after creation'))
    await keys.press('Space')
    await expect(form.toggle('Cannot change after creation')).toBeChecked()
    await keys.tabTo(form.field('Most characters'))
    await keys.type('8')
    await expect(files.lines).toContainText('maxLength: 8')
    await keys.type('x')
    await expect.poll(() => form.message(form.field('Most characters'))).toContain('not an integer')
    await keys.press('Escape')
    await expect(form.field('Most characters')).toHaveValue('')
    await keys.tabTo(form.button('Add a condition'))
    await keys.press('Enter', 'ArrowDown', 'Enter')
    await keys.type('- pattern: ^s')
    await keys.press('Enter')
    await keys.type('- minLength: 4')
    await expect(files.lines).toContainText('- minLength: 4')
  })

  await test.step('a problem leads to its field, folded away or in the items', async () => {
    await page.getByRole('textbox', { name: 'Name of shells' }).focus()
    await keys.press('Enter')
    await keys.tabTo(form.field('Default'))
    await keys.type('- 1')
    const problem = designer.problems.getByText(/shells.*not a string/)
    await expect(problem).toBeVisible()
    await page.getByRole('textbox', { name: 'Name of users' }).focus()
    await keys.press('Enter')
    await expect(form.field('List type')).toBeVisible()
    await problem.click()
    await expect(form.field('Default')).toBeFocused()
    await keys.press('ControlOrMeta+a', 'Delete')
    await expect(problem).toBeHidden()
    await keys.tabBackTo(designer.form.getByRole('radio', { name: /^Itself/ }))
    await keys.press('ArrowRight')
    await expect(designer.form.getByRole('radio', { name: /^Items/ })).toBeFocused()
    await keys.tabTo(form.field('Format'))
    await keys.choose(form.field('Format'), 'date')
    await expect(files.lines).toContainText('format: date')
    await keys.choose(form.field('Format'), 'other')
    await keys.tabTo(form.field('Name of the format'))
    await keys.type('phone')
    await expect(files.lines).toContainText('format: phone')
    await expect.poll(() => form.message(form.field('Name of the format'))).toContain('Not checked')
  })
  await expect(api.name('shells')).toBeVisible()
})

test('what a field refused is still there after a look at another section', async ({ page }) => {
  const designer = new DesignerPage(page)
  const api = new ApiForm(page)
  const form = new InspectorForm(page)
  const tab = (name: string) => designer.form.getByRole('tab', { name, exact: true })
  await api.details('size')
  await form.field('Pattern').fill('(?=a)')
  await tab('Names').click()
  await form.field('Kind').fill('no kind')
  await designer.goTo('Workflows')
  await designer.goTo('API')
  await api.details('size')
  await expect(form.field('Pattern')).toHaveValue('(?=a)')
  await tab('Names').click()
  await expect(form.field('Kind')).toHaveValue('no kind')
  await form.field('Kind').focus()
  await page.keyboard.press('Escape')
  await expect(form.field('Kind')).toHaveValue('Redis')
  await tab('Properties').click()
  await tab('Names').click()
  await expect(form.field('Kind')).toHaveValue('Redis')
})
