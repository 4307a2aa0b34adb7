import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { HomePage } from './pages/home'
import { expect, test } from './test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const named = (name: string) =>
  `apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata:\n  name: ${name}\nspec: {}\n`

async function clean(page: Page): Promise<void> {
  // Colours are measured as they are, not half faded in.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  )
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test.use({ reaches: /https:\/\/refusing\.test\// })

const LOOKS = [
  ['light', 'on a desk', { width: 1440, height: 900 }],
  ['dark', 'on a desk', { width: 1440, height: 900 }],
  ['light', 'on a phone', { width: 390, height: 844 }],
] as const

for (const [theme, name, viewport] of LOOKS) {
  test(`choosing, the report and a refusal are clean ${name} in the ${theme}`, async ({
    page,
  }, info) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const folder = info.outputPath('market')
    const files = {
      'README.md': '# All\n',
      'redis/promise.yaml': named('redis'),
      'redis/docs/why.md': 'Because.\n',
      'redis/workflows/resource/configure/a/b/Dockerfile': 'FROM scratch\n',
      'kafka/promise.yaml': named('kafka'),
    }
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    await page.setViewportSize(viewport)
    await page.route(/^https:\/\/refusing/, (route) =>
      route.fulfill({ headers: { 'access-control-allow-origin': 'https://other.test' } }),
    )
    await new HomePage(page).open()
    await page.getByLabel('Address of a promise.yaml or a zip').fill('refusing.test/promise.yaml')
    await page.getByRole('button', { name: 'Fetch' }).click()
    const refusal = page.getByRole('dialog', { name: 'This could not be opened' })
    await expect(refusal).toContainText('curl')
    await clean(page)
    await page.keyboard.press('Escape')

    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a folder' }).click()
    await (await chooser).setFiles(folder)
    await expect(page.getByRole('radio')).toHaveCount(2)
    await clean(page)
    await page.getByRole('radio', { name: /redis/ }).check()
    await page.getByRole('button', { name: 'Open' }).click()
    await expect(page.getByRole('dialog', { name: 'Open market?' })).toBeVisible()
    await clean(page)
  })
}
