import { readSettings } from '@/lib/commands/settings'
import { type Step, stepsOf } from '@/lib/commands/steps'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { layoutOf, promiseContent } from '@/lib/layout/assemble'
import { promiseFiles } from '@/lib/layout/places'
import { type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { isRecord } from '@/lib/promise/path'
import { readPromise } from '@/lib/promise/read'
import { repositoryFiles } from '@/lib/scaffolds/repository'
import type { GeneratedFile } from '@/lib/scaffolds/scaffold'
import { promiseDocument } from '@/lib/yaml/document'
import { Assembly } from './assembly'
import { exampleOf } from './example'
import { installFiles } from './install-files'
import { movedDiagnostics } from './moved'
import { recordHashes } from './record'
import { repositoryContext } from './repository-context'
import { stepFiles } from './step-files'
import { stepTests } from './step-tests'
import type { Build } from './types'
import { UNREADABLE } from './unreadable'

const builds = new WeakMap<Files, Build>()

/**
 * Every file of the repository: the authored ones as they are, and the generated ones around them.
 * Pure and total: what stands in the way is a diagnostic. The same map gives the same build.
 */
export function build(files: Files): Build {
  let made = builds.get(files)
  if (!made) {
    made = make(files)
    builds.set(files, made)
  }
  return made
}

function make(files: Files): Build {
  const assembly = new Assembly(files)
  const diagnostics = generate(files, assembly)
  const all = assembly.files()
  return { files: all, diagnostics: [...diagnostics, ...movedDiagnostics(all)] }
}

/** Adds what is generated and records it; while there is nothing to go by, the record stays. */
function generate(files: Files, assembly: Assembly): readonly Diagnostic[] {
  if (!isOurs(files)) return hasBrokenSettings(files) ? [noSettings] : []
  const content = promiseContent(files)
  const document = content && promiseDocument(content)
  if (!document || document.broken) return [unreadable]
  const value = document.value()
  if (!isRecord(value) || value.kind !== 'Promise') return [noPromise]

  const view = readPromise(value)
  const { settings } = readSettings(files)
  const steps = stepsOf(view, settings)
  const example = exampleOf(files, view)
  const diagnostics = [...(example?.diagnostics ?? [])]
  for (const step of uniqueSteps(steps)) {
    const { folder } = step
    const made = stepFiles(files, view, step)
    const add = (generated: readonly GeneratedFile[]) =>
      diagnostics.push(...assembly.add(below(folder, generated)).map(notAdded))
    add(made.files)
    const programIsOurs =
      made.program === undefined || assembly.originOf(folder + made.program) === 'generated'
    const tests = stepTests(step, made, { promise: value, example, programIsOurs })
    add(tests.files)
    diagnostics.push(...made.diagnostics, ...tests.diagnostics)
  }
  diagnostics.push(...assembly.add(installFiles(files)).map(notAdded))
  const has = (path: string) => assembly.originOf(path) !== undefined
  const hasBelow = (folder: string) => assembly.hasBelow(folder)
  const parts = layoutOf(files) && promiseFiles(files).filter((path) => files.has(path))
  const { extras } = settings
  const textOf = (path: string) => assembly.textOf(path)
  const facts = { value, view, steps, example, parts, extras, has, hasBelow, textOf }
  const context = repositoryContext(facts)
  diagnostics.push(...assembly.add(repositoryFiles(context)).map(notAdded))
  assembly.settings(recordHashes(files, assembly.hashes()))
  return diagnostics
}

/**
 * We add files to a repository that has our settings file, and to a Promise that comes alone. One
 * that someone else laid out gets none until the user asks for something that needs settings.
 */
function isOurs(files: Files): boolean {
  if (files.has(SETTINGS_FILE)) return readSettings(files).writable
  return files.size === 1 && files.has(PROMISE_FILE)
}

/**
 * To a folder or a patch, files that are missing from a build are deleted ones, so it must say that
 * they are missing. Of a repository that a newer version wrote all files are authored: none is.
 */
function hasBrokenSettings(files: Files): boolean {
  const { writable, newer } = readSettings(files)
  return files.has(SETTINGS_FILE) && !writable && !newer
}

/** Our steps with a folder. Of two with the same names, the first: a rule reports the other. */
function uniqueSteps(steps: readonly Step[]): readonly (Step & { readonly folder: string })[] {
  const seen = new Set<string>()
  return steps.filter((step): step is Step & { readonly folder: string } => {
    if (!step.ours || step.folder === undefined || seen.has(step.key)) return false
    seen.add(step.key)
    return true
  })
}

function below(folder: string, files: readonly GeneratedFile[]): readonly GeneratedFile[] {
  return files.map((file) => ({ ...file, path: folder + file.path }))
}

function notAdded(path: string): Diagnostic {
  return {
    code: 'build-path',
    severity: 'warning',
    message: `${path} is not generated: its name is too long, or a file of yours is in its way.`,
    place: { file: path, path: [] },
  }
}

const unreadable: Diagnostic = {
  code: UNREADABLE,
  severity: 'error',
  message: `No file is generated while ${PROMISE_FILE} cannot be read.`,
  place: { file: PROMISE_FILE, path: [] },
}

const noSettings: Diagnostic = {
  ...unreadable,
  message: `No file is generated while ${SETTINGS_FILE} cannot be read.`,
  place: { file: SETTINGS_FILE, path: [] },
}

const noPromise: Diagnostic = {
  ...unreadable,
  message: `No file is generated while ${PROMISE_FILE} holds no Promise.`,
}
