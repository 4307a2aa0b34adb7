import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page, TestInfo } from '@playwright/test'
import { DesignerPage } from './designer'
import { HomePage } from './home'
import { TryItForm } from './try-it'

/** The Redis repository with a step `own` in a language, opened at Try it. */
export async function openProgram(
  page: Page,
  info: TestInfo,
  program = '',
  language = 'typescript',
) {
  const path = info.outputPath('redis.zip')
  const script = join(import.meta.dirname, '../fixtures/program-repository.mts')
  execFileSync(process.execPath, ['--import', 'tsx', script, path, program, language])
  const home = new HomePage(page)
  await home.open()
  await home.openFiles(path)
  const designer = new DesignerPage(page)
  await designer.goTo('Try it')
  const tryIt = new TryItForm(page)
  return { designer, tryIt, chip: tryIt.chip('announce', 'own'), step: tryIt.step('own') }
}
