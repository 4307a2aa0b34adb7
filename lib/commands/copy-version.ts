import type { Command } from '@/lib/promise/command'
import { copyEntry } from '@/lib/yaml/edit'
import { editPromiseText, set } from './edit-yaml'
import { onVersion } from './on-version'
import { remove } from './yaml-edits'

/**
 * Puts a copy of the version, its schema with every comment, right after it under another name: it
 * is served and not stored, and what was deprecated is not.
 */
export function copyVersion(index: number, name: string): Command {
  const label = 'Copy version'
  return onVersion(label, index, ({ version }) => {
    const copy = [...version.path.slice(0, -1), index + 1]
    const place = [...copy, 'name']
    return [
      editPromiseText({ label, place }, (document) => copyEntry(document, version.path)),
      editPromiseText(
        { label, place },
        set(place, name),
        set([...copy, 'served'], true),
        set([...copy, 'storage'], false),
        remove([...copy, 'deprecated']),
        remove([...copy, 'deprecationWarning']),
      ),
    ]
  })
}

/** A free name for the version that follows: `v1alpha1` -> `v1alpha2`, `v1` -> `v2`. */
export function nextVersionName(name: string, taken: readonly string[]): string {
  const [, stem = `${name || 'v'}`, number = '1'] = /^(.*?)(\d{1,6})$/.exec(name) ?? []
  let next = Number(number) + 1
  while (taken.includes(`${stem}${next}`)) next++
  return `${stem}${next}`
}
