import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DesignerPage } from './pages/designer'
import { HomePage } from './pages/home'
import { ProblemList } from './pages/problems'
import { expect, test } from './test'

const GOOD = readFileSync(join(import.meta.dirname, 'golden/lone-promise/promise.yaml'), 'utf8')

/** Two errors with a certain cure, one with several, a warning. */
const BROKEN = [
  ['scope: Namespaced', 'scope: Cluster'],
  ['openAPIV3Schema:\n', 'openAPIV3Schema:\n              required: [ghost]\n'],
  [/image: .*configure-deps.*/, 'image: redis\n                imagePullPolicy: Often'],
].reduce((text, [from = '', to = '']) => text.replace(from, String(to)), GOOD)

test('problems are found, filtered, explained and mended by mouse', async ({ page }, info) => {
  const file = info.outputPath('promise.yaml')
  await writeFile(file, BROKEN)
  const designer = new DesignerPage(page)
  const problems = new ProblemList(page)
  const home = new HomePage(page)
  await home.open()
  await home.openFiles(file)
  await problems.count(3, 1)

  await test.step('a filter by words and by section, and groups', async () => {
    await problems.filter().fill('scope')
    await expect(problems.row('scope')).toHaveCount(1)
    await expect(problems.row('ghost')).toHaveCount(0)
    await problems.filter().fill('')
    await problems.region.getByLabel('Section').selectOption('Workflows (2)')
    await expect(problems.row('imagePullPolicy')).toBeVisible()
    await expect(problems.row('scope')).toHaveCount(0)
    await problems.region.getByLabel('Section').selectOption('All sections')
    await problems.region.getByRole('button', { name: 'Group by place' }).click()
    const step = 'Workflows › promise configure › dependencies › configure-deps'
    await expect(problems.region.getByRole('list', { name: step })).toBeVisible()
    await problems.region.getByRole('button', { name: 'Group by place' }).click()
  })

  await test.step('the page of a rule is read in the page', async () => {
    await problems.region.getByRole('button', { name: 'About the rule api-scope' }).click()
    const about = page.getByRole('dialog', { name: 'Rule api-scope' })
    await expect(about.getByText('kratix.md 4.2 rule 14')).toBeVisible()
    await about.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('the report goes into the clipboard', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await problems.region.getByRole('button', { name: 'Copy report' }).click()
    await expect(page.getByText('Copied 4 problems', { exact: true })).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^promise\.yaml:\d+: error: The scope is "Cluster".* \[api-scope\]$/m)
  })

  await test.step('one of several cures', async () => {
    await problems.suggest('of imagePullPolicy', 'Set Always')
    await problems.count(2, 1)
    await designer.undo()
    await problems.count(3, 1)
    // The arrows are those of the menu now, not those of the list below it.
    await problems.row('imagePullPolicy').focus()
    await page.keyboard.press('s')
    const cures = page.getByRole('menuitem')
    await expect(cures.first()).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(cures.nth(1)).toBeFocused()
    await page.keyboard.press('Enter')
    await problems.count(2, 1)
  })

  await test.step('all certain cures at once, undone as one', async () => {
    await problems.region.getByRole('button', { name: 'Fix all 2' }).click()
    await expect(page.getByText('Fixed 2 problems', { exact: true })).toBeVisible()
    await problems.count(0, 1)
    await designer.undo()
    await problems.count(2, 1)
    await designer.redo()
    await problems.count(0, 1)
  })
})

test('what an installed Promise refuses of an update, and the walk by keyboard', async ({
  page,
}, info) => {
  const file = info.outputPath('promise.yaml')
  await writeFile(file, GOOD)
  const designer = new DesignerPage(page)
  const problems = new ProblemList(page)
  const home = new HomePage(page)
  await home.open()
  await home.openFiles(file)
  await expect(problems.region.getByText('No problems')).toBeVisible()
  await designer.goTo('Workflows')
  await page.keyboard.press('F8')
  await expect(page.getByText('No problems.', { exact: true })).toBeVisible()

  await test.step('a pipeline that is renamed is told, with the version to raise', async () => {
    await designer.form.getByLabel('Name of pipeline instance').fill('other')
    await expect(problems.row('the pipeline instance')).toContainText(
      /Compared with promise\.yaml as opened on \d/,
    )
    await expect(problems.row('still version')).toBeVisible()
  })

  await test.step('F8 walks from problem to problem, wherever the focus is', async () => {
    await page.keyboard.press('F8')
    await expect(designer.form.getByRole('heading', { level: 1, name: 'Workflows' })).toBeVisible()
    await page.keyboard.press('F8')
    await expect(designer.form.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
    await page.keyboard.press('Shift+F8')
    await expect(designer.form.getByRole('heading', { level: 1, name: 'Workflows' })).toBeVisible()
  })

  await test.step('arrows walk the rows, S opens the suggestions, D explains', async () => {
    await problems.row('instance').focus()
    await page.keyboard.press('ArrowDown')
    await expect(problems.row('still version')).toBeFocused()
    await page.keyboard.press('d')
    await expect(page.getByRole('dialog', { name: 'Rule update-version-label' })).toBeVisible()
    await page.keyboard.press('Escape')
    await problems.row('still version').focus()
    await page.keyboard.press('s')
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(problems.row('still version')).toHaveCount(0)
    await expect(problems.row('instance')).toBeFocused()
  })
})
