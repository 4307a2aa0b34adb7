import type { Command } from '@/lib/promise/command'
import { valueAt } from '@/lib/promise/path'
import { insertEntry, insertItem, removeAt, renameKey, setValue } from '@/lib/yaml/edit'
import { editPromiseText } from './edit-yaml'

const SELECTORS = ['spec', 'destinationSelectors']
const labelsOf = (rule: number) => [...SELECTORS, rule, 'matchLabels']

/** Adds a rule with one label to the end of the list; the list comes into being with it. */
export function addSelector(index: number, key: string, value: string): Command {
  const place = [...SELECTORS, index]
  return editPromiseText({ label: 'Add destination rule', place }, (document) =>
    insertItem(document, SELECTORS, index, { matchLabels: { [key]: value } }),
  )
}

/** Removes a rule; the list goes with its last one. */
export function removeSelector(index: number): Command {
  return editPromiseText({ label: 'Remove destination rule', place: SELECTORS }, (document) => {
    const list = valueAt(document.value(), SELECTORS)
    const last = Array.isArray(list) && list.length === 1
    return removeAt(document, last ? SELECTORS : [...SELECTORS, index])
  })
}

/** Adds a label to a rule. */
export function addSelectorLabel(rule: number, key: string, value: string): Command {
  const place = [...labelsOf(rule), key]
  return editPromiseText({ label: 'Add destination label', place }, (document) =>
    document.has(labelsOf(rule))
      ? insertEntry(document, labelsOf(rule), key, value)
      : setValue(document, labelsOf(rule), { [key]: value }),
  )
}

export function setSelectorLabel(rule: number, key: string, value: string): Command {
  const place = [...labelsOf(rule), key]
  const group = `Set destination label ${rule} ${key}`
  return editPromiseText({ label: 'Set destination label', group, place }, (document) =>
    setValue(document, place, value),
  )
}

export function renameSelectorLabel(rule: number, key: string, to: string): Command {
  const place = [...labelsOf(rule), to]
  const group = `Rename destination label ${rule}`
  return editPromiseText({ label: 'Rename destination label', group, place }, (document) =>
    renameKey(document, [...labelsOf(rule), key], to),
  )
}

export function removeSelectorLabel(rule: number, key: string): Command {
  return editPromiseText({ label: 'Remove destination label', place: labelsOf(rule) }, (document) =>
    removeAt(document, [...labelsOf(rule), key]),
  )
}
