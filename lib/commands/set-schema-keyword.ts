import type { Command } from '@/lib/promise/command'
import { isRecord, type Path, pathToString } from '@/lib/promise/path'
import { YamlSource } from '@/lib/yaml/edit'
import { editPromiseText } from './edit-yaml'
import { onSchema } from './on-promise'
import { reshape } from './reshape'
import { remove, setKeyword } from './yaml-edits'

/**
 * Gives the schema at `path` a keyword, or another value of it. Of a map or list only what differs
 * is touched. Changes of one keyword after another are one to undo.
 * @param value typed; `undefined` removes the keyword
 */
export function setSchemaKeyword(path: Path, keyword: string, value: unknown): Command {
  const label = `${value === undefined ? 'Remove' : 'Set'} ${wordOf(keyword)}`
  const place = [...path, keyword]
  return onSchema(
    label,
    path,
    ({ value: promise, schema }) => {
      const present = Object.hasOwn(schema, keyword)
      if (value === undefined) {
        return present ? [editPromiseText({ label, place: path }, remove(place))] : []
      }
      const before = schema[keyword]
      const parts = isRecord(before) && Object.keys(before).length > 0 && isPlainMap(value)
      const edits = parts
        ? reshape(place, before, value)
        : [setKeyword(promise, path, keyword, value)]
      return edits.map((edit) => editPromiseText({ label, place }, edit))
    },
    `${keyword}:${pathToString(path)}`,
  )
}

/**
 * As {@link setSchemaKeyword}, with the value as YAML text, which is kept as it is written, comments
 * included. It must be one value without anchors and aliases.
 */
export function setKeywordSource(path: Path, keyword: string, source: string): Command {
  return setSchemaKeyword(path, keyword, new YamlSource(source))
}

function isPlainMap(value: unknown): boolean {
  return isRecord(value) && !(value instanceof YamlSource)
}

/** Without the prefix that all keywords of Kubernetes have. */
function wordOf(keyword: string): string {
  return keyword.replace(/^x-kubernetes-/, '')
}
