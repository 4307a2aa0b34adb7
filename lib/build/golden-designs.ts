import { setGithubActions, setPromiseRelease } from '@/lib/commands/set-extra-files'
import { runCommand } from '@/lib/promise/command'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { LANGUAGE_LIST } from '@/lib/scaffolds/languages'
import { adopt } from './provenance'
import { redisFiles, type Step } from './testing'

/** Where the golden repositories are, from the root of this one. */
export const GOLDEN_FOLDER = 'e2e/golden'

/**
 * The designs whose repositories are kept in full, so that every change of what we generate can be
 * read in a diff. `npm run golden` writes them anew.
 */
export function goldenDesigns(): ReadonlyMap<string, Files> {
  const designs = new Map<string, Files>()
  for (const { id } of LANGUAGE_LIST) designs.set(`redis-${id}`, redisFiles(id, customSteps(id)))
  const go = designs.get('redis-go')
  if (go) designs.set('redis-go', withOptionalFiles(go))
  const promise = redisFiles().get(PROMISE_FILE)
  if (promise) designs.set('lone-promise', adopt(new Map([[PROMISE_FILE, promise]])).files)
  return designs
}

function withOptionalFiles(files: Files): Files {
  const url = 'https://raw.githubusercontent.com/acme/redis-promise/{version}/promise.yaml'
  return runCommand(runCommand(files, setGithubActions(true)), setPromiseRelease(url))
}

function customSteps(language: string): readonly Step[] {
  const settings = { kind: 'custom', language }
  return [
    { type: 'promise', action: 'configure', pipeline: 'platform', container: 'prepare', settings },
    {
      type: 'resource',
      action: 'configure',
      pipeline: 'announce',
      container: 'announce',
      settings,
    },
    { type: 'resource', action: 'delete', pipeline: 'cleanup', container: 'cleanup', settings },
  ]
}
