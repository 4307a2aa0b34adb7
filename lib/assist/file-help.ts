import { readSettings } from '@/lib/commands/settings'
import { stepsOf } from '@/lib/commands/steps'
import { promiseContent } from '@/lib/layout/assemble'
import { splitOf } from '@/lib/layout/parts'
import { type FileContent, type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { isRecord, valueAt } from '@/lib/promise/path'
import { readPromise } from '@/lib/promise/read'
import { type PromiseView, storageVersion } from '@/lib/promise/view'
import { propertiesOf } from '@/lib/schema/properties'
import type { Property } from '@/lib/schema/property'
import { documentsOf, promiseDocument } from '@/lib/yaml/document'
import { type Help, helpAt } from './help'
import { type KnownKind, kindsOf, objectHelp, promiseHelp } from './object-help'
import { settingsHelp } from './settings-help'

/**
 * What is known of a document in the file `path` that means `value`; nothing for files that are not
 * YAML.
 */
export function fileHelp(files: Files, path: string, value: unknown): Help | undefined {
  if (path === SETTINGS_FILE) return settingsHelp(referable(files))
  if (!/\.ya?ml$/.test(path)) return undefined
  const kinds = knownKinds(files)
  if (path === PROMISE_FILE) return promiseHelp(kinds)
  const part = splitOf(files)?.parts.find(({ file }) => file === path)
  return part ? helpAt(promiseHelp(kinds), undefined, part.path) : objectHelp(value, kinds)
}

function promiseOf(files: Files): unknown {
  const content = promiseContent(files)
  return content && promiseDocument(content)?.value()
}

function referable(files: Files) {
  const view = readPromise(promiseOf(files))
  const steps = stepsOf(view, readSettings(files).settings).map(({ key }) => key)
  return { steps: [...new Set(steps)], sources: sourcesOf(view) }
}

/** Paths of scalars of a request that no list or map is on the way to. */
function sourcesOf(view: PromiseView): readonly string[] {
  const version = view.api && storageVersion(view.api)
  const visit = (property: Property, above: string): readonly string[] => {
    const path = `${above}.${property.name}`
    const nested = property.type === 'object'
    return nested ? property.children.flatMap((child) => visit(child, path)) : [path]
  }
  const properties = version ? propertiesOf(version.schema, version.schemaPath) : []
  return properties.flatMap((property) => visit(property, 'spec'))
}

/** Larger files are not looked into for kinds (bytes). */
const LARGE = 4_000_000

/** The kinds that the API, the dependencies and the files of the repository define. */
function knownKinds(files: Files): readonly KnownKind[] {
  const promise = promiseOf(files)
  const dependencies = valueAt(promise, ['spec', 'dependencies'])
  const inside = Array.isArray(dependencies) ? dependencies.filter(isCrd) : []
  return [
    ...kindsOf(valueAt(promise, ['spec', 'api']), 'The API of this Promise'),
    ...inside.flatMap((crd) => kindsOf(crd, 'A dependency of this Promise')),
    ...[...files].flatMap(([path, content]) => kindsIn(path, content)),
  ]
}

const inFiles = new WeakMap<FileContent, readonly KnownKind[]>()

function kindsIn(path: string, content: FileContent): readonly KnownKind[] {
  if (!/\.ya?ml$/.test(path) || path === PROMISE_FILE || content.size > LARGE) return []
  const known = inFiles.get(content)
  if (known) return known
  const defines = content.text?.includes('CustomResourceDefinition') ?? false
  const objects = defines ? documentsOf(content).map((document) => document.value()) : []
  const kinds = objects.filter(isCrd).flatMap((crd) => kindsOf(crd, path))
  inFiles.set(content, kinds)
  return kinds
}

function isCrd(object: unknown): boolean {
  return isRecord(object) && object.kind === 'CustomResourceDefinition'
}
