import { BASE_FOLDER, type FileContent, type Files } from '@/lib/promise/files'
import type { StepSettings } from '@/lib/promise/settings'
import type { YamlDocument } from '@/lib/yaml/document'
import { readSettings } from './settings'
import { standalone } from './standalone'
import { folderOf, type Step } from './steps'

/** A step as it was when it was copied: what belongs to it beside `promise.yaml`. */
export interface CopiedStep {
  readonly name: string
  readonly settings: StepSettings | undefined
  /** Its image follows registry and version of the settings. */
  readonly followsImage: boolean
  /** Authored and edited files, by their path below the folder; `base` is one's generated base. */
  readonly files: readonly {
    readonly path: string
    readonly base: boolean
    readonly content: FileContent
  }[]
}

/** Steps or pipelines as YAML for the clipboard, and what a paste in this page takes along. */
export interface CopiedSteps {
  readonly text: string
  readonly steps: readonly CopiedStep[]
}

/** One container in its own words, with its comments. */
export function copyStep(document: YamlDocument, files: Files, step: Step): CopiedSteps {
  return { text: standalone(document, step.path), steps: [belongings(files, step)] }
}

/** One pipeline in its own words, with its comments. @param steps those of the pipeline, in order */
export function copyPipeline(
  document: YamlDocument,
  files: Files,
  path: Step['path'],
  steps: readonly Step[],
): CopiedSteps {
  return {
    text: standalone(document, path),
    steps: steps.map((step) => belongings(files, step)),
  }
}

function belongings(files: Files, step: Step): CopiedStep {
  const { name, followsImage, key } = step
  const { settings } = readSettings(files)
  const folder = folderOf(key)
  const own = folder === undefined ? [] : [...files]
  return {
    name,
    followsImage: followsImage && step.ours,
    settings: Object.hasOwn(settings.steps, key) ? settings.steps[key] : undefined,
    files: own.flatMap(([path, content]) => {
      const base = path.startsWith(BASE_FOLDER)
      const plain = base ? path.slice(BASE_FOLDER.length) : path
      if (folder === undefined || !plain.startsWith(folder)) return []
      return [{ path: plain.slice(folder.length), base, content }]
    }),
  }
}
