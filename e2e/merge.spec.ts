import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page, TestInfo } from '@playwright/test'
import { ApiForm } from './pages/api'
import { DesignerPage } from './pages/designer'
import { DownloadDialog } from './pages/download'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { expect, test } from './test'

const PROGRAM = 'workflows/resource/configure/own/step/scripts/pipeline.py'
const RUNBOOK = '\n## Our runbook\n\nCall us.\n'

/** The Redis repository with files that the user edited, as a zip. */
function repository(info: TestInfo, behind: boolean): string {
  const path = info.outputPath('redis.zip')
  const script = join(import.meta.dirname, 'fixtures/edited-repository.mts')
  const how = behind ? ['behind'] : []
  execFileSync(process.execPath, ['--import', 'tsx', script, path, PROGRAM, ...how])
  return path
}

async function openRepository(page: Page, info: TestInfo, behind: boolean): Promise<void> {
  const home = new HomePage(page)
  await home.open()
  const path = repository(info, behind)
  // The kind was renamed, and with it a file that is made: the report says so.
  await (behind ? home.openReported(path) : home.openFiles(path))
  await expect(new DesignerPage(page).problems).toBeVisible()
}

/** The dialog in which updates are reviewed. */
class ReviewDialog {
  constructor(private readonly page: Page) {}

  get dialog() {
    return this.page.getByRole('dialog', { name: 'Review updates' })
  }

  get files() {
    return this.dialog.getByRole('list', { name: 'Files to update' }).getByRole('button')
  }

  /** By the palette, with the keyboard alone. */
  async open(): Promise<void> {
    const waits = /generated-moved/
    const { problems } = new DesignerPage(this.page)
    await expect(problems.getByText(waits).first()).toBeVisible({ timeout: 30_000 })
    await this.page.keyboard.press('ControlOrMeta+k')
    await this.page.keyboard.type('review updates')
    await this.page.keyboard.press('Enter')
    await expect(this.dialog).toBeVisible()
  }

  act(name: string | RegExp) {
    return this.dialog.getByRole('button', { name })
  }

  result(path: string) {
    return this.dialog.getByRole('textbox', { name: `Result for ${path}`, exact: true })
  }
}

test('a file that was edited follows a rename, and goes back with it', async ({ page }, info) => {
  const designer = new DesignerPage(page)
  const files = new FilesPane(page)
  await openRepository(page, info, false)
  await files.open('README.md')
  await designer.form.getByRole('button', { name: 'Change names' }).click()
  await designer.form.getByLabel('Kind', { exact: true }).fill('Cache')
  const told = '2 files that you edited follow the change.'
  await expect(page.getByText(told, { exact: true })).toBeVisible({ timeout: 30_000 })
  const download = new DownloadDialog(page)
  await download.open()
  const now = (await download.download()).files
  expect(now.get('README.md')).toContain('kind: Cache')
  expect(now.get('README.md')?.endsWith(RUNBOOK)).toBe(true)
  expect(now.get('Makefile')).toContain('caches.mygroup.org')
  // The program names the kind in a line that the user changed: it waits.
  expect(now.get(PROGRAM)).toContain('KIND = "Our Redis"')
  await expect(designer.problems.getByText('What is generated for pipeline.py')).toBeVisible()
  await designer.undo()
  await expect(designer.form.getByLabel('Kind', { exact: true })).toHaveValue('Redis')
  await download.open()
  const before = (await download.download()).files
  expect(before.get('README.md')).not.toContain('kind: Cache')
  expect(before.get('README.md')?.endsWith(RUNBOOK)).toBe(true)
})

test('updates are merged, decided line by line, edited by hand, kept or taken, and undone', async ({
  page,
}, info) => {
  test.setTimeout(300_000)
  const designer = new DesignerPage(page)
  const review = new ReviewDialog(page)
  const files = new FilesPane(page)
  const download = new DownloadDialog(page)
  await openRepository(page, info, true)
  await review.open()
  await expect(review.files).toHaveCount(3)
  await review.act('Merge all 2 that fit').click()
  await expect(review.files).toHaveCount(1)
  await expect(review.files.first()).toBeFocused()

  const use = review.act(/^Use this result/)
  await expect(use).toHaveAttribute('aria-disabled', 'true')
  await use.focus()
  await page.keyboard.press('Enter') // leads to what is to be decided
  await expect(review.dialog.getByRole('radio', { name: 'Mine' }).first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(review.dialog.getByRole('radio', { name: 'New' }).first()).toBeFocused()
  await page.keyboard.press('Space')
  await expect(review.dialog.getByRole('radio', { name: 'New' }).first()).toBeChecked()
  await expect(use).toHaveAttribute('aria-disabled', 'false')
  await review.result(PROGRAM).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('# by hand')
  await expect(use).toHaveText('Use this result')
  await use.click()
  await expect(review.act('Done')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(review.dialog).toBeHidden()
  await expect(designer.problems.getByText('generated-moved')).toHaveCount(0)

  await download.open()
  const merged = (await download.download()).files
  expect(merged.get('README.md')).toContain('kind: Cache')
  expect(merged.get('README.md')?.endsWith(RUNBOOK)).toBe(true)
  expect(merged.get(PROGRAM)).toMatch(/KIND = "Cache"[\s\S]*SIZE = "size"\n# by hand$/)

  await designer.undo()
  await expect(designer.problems.getByText('generated-moved')).toHaveCount(1)
  await files.open(PROGRAM)
  await expect(files.pane.getByText('update waits')).toBeVisible()
  await files.pane.getByRole('button', { name: 'Review' }).click()
  await review.act('Keep mine').click()
  await expect(review.act('Done')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(files.lines).toContainText('Our Redis')
  await designer.undo()
  await files.pane.getByRole('button', { name: 'Review' }).click()
  await review.act('Take new').click()
  await page.keyboard.press('Enter')
  await expect(files.pane.getByText('generated', { exact: true }).first()).toBeVisible()
  await designer.undo()
  await designer.undo()
  await expect(designer.problems.getByText('generated-moved')).toHaveCount(3)
})

test('a rename points at hand-written code that still says the old name', async ({
  page,
}, info) => {
  const designer = new DesignerPage(page)
  const files = new FilesPane(page)
  await openRepository(page, info, false)
  await designer.goTo('API')
  await new ApiForm(page).name('size').fill('tier')
  await expect(page.getByText(/still holds? the old name/).first()).toBeVisible()
  const note = designer.problems.getByRole('button', { name: /This still says size, which/ })
  await note.click()
  await expect(files.editor(PROGRAM)).toBeAttached()
  await expect(files.pane.locator('.code-selected')).toBeVisible()
  const dismiss = designer.problems.getByRole('button', { name: /^Dismiss the note/ })
  await dismiss.click()
  await expect(note).toHaveCount(0)
  await designer.undo()
  await expect(page.getByRole('textbox', { name: 'Name of size' })).toBeVisible()
})

for (const [theme, width] of [
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const) {
  test(`axe finds nothing in the review, ${theme}, ${width} pixels wide`, async ({
    page,
  }, info) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const review = new ReviewDialog(page)
    await openRepository(page, info, true)
    await review.open()
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
    const look = async (state: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      const faults = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])
      expect.soft(faults, state).toEqual([])
    }
    await expect(review.dialog.locator('.line-insert').first()).toBeVisible()
    await look('a file that fits')
    await review.files.last().click()
    await review.dialog.getByRole('radio', { name: 'Both' }).click()
    await expect(review.dialog.locator('.line-insert').first()).toBeVisible()
    await look('a conflict that is decided')
    await page.keyboard.press('Escape')
    await expect(review.dialog).toBeHidden()
  })
}
