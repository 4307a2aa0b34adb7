import { EXAMPLE_FILE } from '@/lib/promise/files'
import type { GeneratedFile } from '../scaffold'
import type { RepositoryContext } from './context'
import { gitignore } from './gitignore'
import { kindSmoke } from './kind-smoke'
import { makefile } from './makefile'
import { readme } from './readme'
import { testStep } from './test-step'

/** Every generated file outside `workflows/`. */
export function repositoryFiles(context: RepositoryContext): readonly GeneratedFile[] {
  const files = [
    readme(context),
    makefile(context),
    gitignore(),
    testStep(context),
    kindSmoke(context),
  ]
  if (context.api) {
    files.push({ path: EXAMPLE_FILE, text: context.api.request.text })
  }
  return files
}
