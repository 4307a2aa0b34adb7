import { editPromiseText, set } from '@/lib/commands/edit-yaml'
import { setField } from '@/lib/commands/set-field'
import { remove, rename } from '@/lib/commands/yaml-edits'
import type { Command } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import { isOldField } from './old-fields'
import type { Rule } from './rule'
import { SCHEMA_KEYWORDS, shapeFaults } from './shapes'

/** What the words of newer or other schema languages are in a CRD. */
const INSTEAD: Readonly<Record<string, string>> = {
  const: 'an enum of one value says the same',
  examples: 'write one "example"',
  regex: 'the keyword is "pattern"',
  readOnly: 'no field of a CRD can be read-only; a CEL rule can forbid changes',
  if: 'write "oneOf" or a CEL rule',
}

/** kratix.md 60: Kratix drops what a CRD does not know without a word. */
export const apiUnknownKeys: Rule = {
  id: 'api-unknown-keys',
  check({ value }, report) {
    const api = valueAt(value, API)
    if (!isRecord(api)) return
    for (const { kind, path, found } of shapeFaults('CustomResourceDefinition', api, API)) {
      if (kind !== 'unknown' || isOldField(path)) continue
      const inSchema = path.includes('openAPIV3Schema') && path.at(-2) !== 'externalDocs'
      const meant = nearest(found, inSchema)
      const guess = meant && `perhaps "${meant}" is meant`
      const hint = Object.hasOwn(INSTEAD, found) ? INSTEAD[found] : guess
      report({
        severity: 'warning',
        message: `The key "${found}" is unknown here and is dropped without a word${hint ? `: ${hint}` : ''}.`,
        at: path,
        suggestions: cures(path, inSchema, meant, valueAt(value, path.slice(0, -1))),
      })
    }
  },
}

function nearest(found: string, inSchema: boolean): string | undefined {
  if (!inSchema) return undefined
  const flat = found.replace(/[-_]/g, '').toLowerCase()
  const like = SCHEMA_KEYWORDS.find((known) => {
    const name = known.replace('x-kubernetes-', '').replace(/-/g, '').toLowerCase()
    return name === flat || `${name}s` === flat || name === `${flat}s`
  })
  return like
}

/** What may be meant by the key, and leaving it out, as the cluster does. */
function cures(
  path: Path,
  inSchema: boolean,
  meant: string | undefined,
  holder: unknown,
): readonly Command[] {
  const found = String(path.at(-1))
  const free = (key: string) => isRecord(holder) && !Object.hasOwn(holder, key)
  const key = found === 'regex' ? 'pattern' : meant
  const commands: Command[] = []
  if (inSchema && key !== undefined && free(key)) {
    const label = `Rename it to ${key}`
    commands.push(editPromiseText({ label, place: path }, rename(path, key)))
  }
  if (inSchema && found === 'const' && free('enum') && isRecord(holder)) {
    const label = 'Make it an enum of one value'
    const place = [...path.slice(0, -1), 'enum']
    commands.push(editPromiseText({ label, place }, set(place, [holder.const]), remove(path)))
  }
  return [...commands, setField(PROMISE_FILE, path, undefined, 'Remove it')]
}
