import { ApiForm } from './pages/api'
import { DesignerPage } from './pages/designer'
import { HomePage } from './pages/home'
import { RulesForm } from './pages/rules'
import { expect, test } from './test'

test('a rule is written, mended, tried on values, moved and taken away again', async ({ page }) => {
  const home = new HomePage(page)
  await home.open()
  await home.create('redis', 'acme.dev')
  const designer = new DesignerPage(page)
  await designer.goTo('API')
  const api = new ApiForm(page)
  await api.add('replicas:integer')
  await api.details('replicas')
  const rules = new RulesForm(page)
  await rules.open()

  // A common rule comes with the right names and takes the focus.
  await rules.add('An even number')
  await expect(rules.rule(1)).toBeFocused()
  await expect(rules.rule(1)).toHaveValue('self % 2 == 0')
  await rules.self.fill('3')
  await expect(rules.outcome(1)).toContainText('does not hold: Invalid value: 3: must be even')
  await rules.self.fill('4')
  await expect(rules.outcome(1)).toContainText('holds')

  // By keyboard: a fault is named with its place, at the field and in the list of problems.
  await rules.add('Write my own')
  await expect(rules.rule(2)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('self >= oldSelf && self.size() > 1')
  await expect(rules.form).toContainText(
    "found no matching overload for 'size' applied to 'int.()'",
  )
  await expect(designer.problems).toContainText('cel-compile')
  await rules.rule(2).fill('self >= oldSelf')
  await expect(designer.problems).not.toContainText('cel-compile')

  // It compares with an earlier value, which can be given now.
  await rules.old.fill('6')
  await expect(rules.outcome(2)).toContainText('does not hold: Invalid value: 4: failed rule')
  await rules.message(2).fill('can only grow')
  await expect(rules.outcome(2)).toContainText('Invalid value: 4: can only grow')

  await rules.rule(2).press('Alt+ArrowUp')
  await expect(rules.rule(1)).toHaveValue('self >= oldSelf')
  await rules.remove(2)
  await expect(rules.rule(1)).toBeFocused()
  await designer.undo()
  await expect(rules.rule(2)).toHaveValue('self % 2 == 0')
})

test('a rule on a list says what it costs, and that a value does not fit its type', async ({
  page,
}) => {
  const home = new HomePage(page)
  await home.open()
  await home.create('redis', 'acme.dev')
  const designer = new DesignerPage(page)
  await designer.goTo('API')
  const api = new ApiForm(page)
  await api.add('tags:string[]')
  await api.details('tags')
  const rules = new RulesForm(page)
  await rules.open()
  await rules.add('Write my own')
  await rules.rule(1).fill('self.all(t, t.matches("^x+$"))')
  await expect(rules.form).toContainText('estimated rule cost exceeds budget by factor of')
  await rules.self.fill('[zz]')
  await expect(rules.outcome(1)).toContainText('does not hold')
  await rules.more(1)
  await rules.form.getByLabel('Message expression').fill('self[0]')
  await expect(rules.outcome(1)).toContainText('Invalid value: zz')
  await rules.self.fill('[5]')
  await expect(rules.form).toContainText('The value does not fit its type')
})
