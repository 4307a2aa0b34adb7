import { type Command, refused } from '@/lib/promise/command'
import { BASE_FOLDER, type Files } from '@/lib/promise/files'
import type { LanguageId, StepSettings } from '@/lib/promise/settings'
import type { StepKey } from '@/lib/promise/workflows'
import { editSettings, set } from './edit-yaml'
import { plan } from './plan'
import { filesOfStep, type Step } from './steps'

/** Where each language has its program in the step's folder: the layout of the `kratix` CLI. */
const PROGRAMS: readonly (readonly [string, LanguageId])[] = [
  ['scripts/pipeline.go', 'go'],
  ['scripts/pipeline.ts', 'typescript'],
  ['scripts/pipeline.py', 'python'],
  ['scripts/pipeline.sh', 'bash'],
]
/** What a Dockerfile without such a program gives away: its base image, best guess last. */
const IMAGES: readonly (readonly [RegExp, LanguageId])[] = [
  [/^\s*FROM\s+(?:--\S+\s+)*\S*\bgolang\b/im, 'go'],
  [/^\s*FROM\s+(?:--\S+\s+)*\S*\bnode\b/im, 'typescript'],
  [/^\s*FROM\s+(?:--\S+\s+)*\S*\bpython\b/im, 'python'],
  [/^\s*FROM\s/im, 'bash'],
]

/**
 * The settings that a step of another tool or person would have here: its container is in
 * `promise.yaml`, its folder holds a program or a Dockerfile, and it has no settings yet.
 * `undefined` for any other step.
 */
export function adoptable(files: Files, step: Step): StepSettings | undefined {
  const { folder } = step
  if (step.settings || folder === undefined) return undefined
  const text = (path: string) => files.get(folder + path)?.text ?? undefined
  const program = PROGRAMS.find(([path]) => files.has(folder + path))
  if (program?.[1] === 'bash' && copiesResources(text('scripts/pipeline.sh') ?? '')) {
    const { type, action } = step.ref
    if (type === 'promise' && action === 'configure') return { kind: 'dependencies' }
  }
  if (program) return { kind: 'custom', language: program[1] }
  const dockerfile = text('Dockerfile')
  const language = dockerfile && IMAGES.find(([image]) => image.test(dockerfile))?.[1]
  return language ? { kind: 'custom', language } : undefined
}

/**
 * Gives a step of another tool its settings, so that it is built and tested with the others. Its
 * files stay the user's, byte for byte; what is missing beside them is generated.
 */
export function adoptStep(key: StepKey): Command {
  const label = 'Adopt step'
  return plan(label, ({ files, steps }) => {
    const step = steps.find((one) => one.key === key)
    if (!step) return refused(`There is no step ${key} any more.`)
    if (step.settings) return refused(`The step ${key} has settings already.`)
    const settings = adoptable(files, step)
    if (!settings) {
      return refused(`The folder of ${key} has neither a program nor a Dockerfile to go by.`)
    }
    const place = ['steps', key]
    return [editSettings({ label, place }, set(place, settings))]
  })
}

/** The step's own files, which adopting leaves as they are. */
export function foreignFiles(files: Files, key: StepKey): readonly string[] {
  return filesOfStep(files, key).filter((path) => !files.has(BASE_FOLDER + path))
}

/** True for a script that does nothing but copy its resources to the output, as the CLI writes it. */
function copiesResources(script: string): boolean {
  const lines = script
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '' && !/^set\s/.test(line))
  return (
    lines.length > 0 && lines.every((line) => /^cp\s.*\/resources\b.*\/kratix\/output/.test(line))
  )
}
