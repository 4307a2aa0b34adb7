import { dependenciesStep, manifestsOf } from '@/lib/commands/dependency-files'
import { stepsOf } from '@/lib/commands/steps'
import { documentsIn, duplicateProblems } from '@/lib/dependencies'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import type { Files } from '@/lib/promise/files'
import { upperFirst } from '@/lib/promise/upper-first'
import { ruleContext } from '@/lib/rules/check'

/**
 * What is wrong with the manifests in the image of the dependencies, each by itself and all
 * together, as sentences. A file that did not change is not read again.
 */
export function manifestProblems(files: Files): readonly Diagnostic[] {
  const { promise, settings } = ruleContext(files)
  const folder = dependenciesStep(stepsOf(promise, settings))?.folder
  if (folder === undefined) return []
  const documents = manifestsOf(files, folder).flatMap((path) => {
    const content = files.get(path)
    return content ? documentsIn(path, content) : []
  })
  const found = documents.flatMap(({ problems }) => problems)
  return [...found, ...duplicateProblems(documents)].map((one) => ({
    ...one,
    message: sentence(one.message),
  }))
}

function sentence(message: string): string {
  return `${upperFirst(message)}${/[.!?]$/.test(message) ? '' : '.'}`
}
