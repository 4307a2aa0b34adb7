import { editPromiseText } from '@/lib/commands/edit-yaml'
import { rename } from '@/lib/commands/yaml-edits'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import type { Rule } from './rule'
import { type ShapeFault, shapeFaults } from './shapes'

/** kratix.md 10: Kratix decodes the API with Go's `encoding/json`, which matches keys in any case. */
export const keyCaseNotJudged: Rule = {
  id: 'key-case-not-judged',
  check({ value }, report) {
    const api = valueAt(value, API)
    if (!isRecord(api)) return
    for (const fault of shapeFaults('CustomResourceDefinition', api, API)) {
      if (fault.kind !== 'case') continue
      report({
        severity: 'warning',
        message: `The key "${fault.found}" is not written like "${fault.wanted}": Kratix takes one for the other, other tools do not, and it is not judged here.`,
        at: fault.path,
        fix: renameKey(fault),
      })
    }
  },
}

function renameKey({ path, wanted }: ShapeFault) {
  const label = `Write ${wanted}`
  const place: Path = [...path.slice(0, -1), wanted]
  return editPromiseText({ label, place }, rename(path, wanted))
}
