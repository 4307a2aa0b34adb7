import type { Path } from '@/lib/promise/path'
import { valueAt } from '@/lib/promise/path'
import type { YamlDocument } from '@/lib/yaml/document'
import { entryText, printYaml, YamlSource } from '@/lib/yaml/edit'
import { freePropertyName } from './add-property'
import { isRequired } from './required-edits'
import { topmost } from './topmost'

/**
 * Properties as YAML for the clipboard: a schema of them alone, in their own words and with their
 * comments, and which of them are required. A name that comes again gets a number.
 */
export function copyProperties(document: YamlDocument, paths: readonly Path[]): string {
  const promise = document.value()
  const found = topmost(paths).filter((path) => valueAt(promise, path) !== undefined)
  const names = new Map<string, Path>()
  for (const path of found) {
    names.set(
      freePropertyName(String(path.at(-1)), (one) => names.has(one)),
      path,
    )
  }
  const required = [...names].filter(([, path]) => isRequired(promise, path)).map(([name]) => name)
  const texts = [...names].map(([name, path]) => entryText(document, path, name))
  return printYaml({
    ...(required.length > 0 && { required }),
    properties: new YamlSource(texts.join('')),
  })
}
