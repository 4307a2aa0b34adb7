import { EXAMPLE_FILE } from '@/lib/promise/files'
import type { GeneratedFile } from '../scaffold'
import type { RepositoryContext } from './context'
import { githubActions } from './github-actions'
import { gitignore } from './gitignore'
import { kindSmoke } from './kind-smoke'
import { makefile } from './makefile'
import { promiseRelease } from './promise-release'
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
  if (context.extras.githubActions) files.push(githubActions(context))
  if (context.extras.releaseUrl !== undefined) {
    files.push(promiseRelease(context, context.extras.releaseUrl))
  }
  return files
}
