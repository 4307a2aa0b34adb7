/**
 * Edits of a YAML document. Each takes the document and gives the text edits that change the node
 * it names and nothing else, or a refusal with what can be done instead.
 */

export type { At } from './edit/add'
export { copyEntry } from './edit/copy-entry'
export type { Edited, Way } from './edit/edited'
export { entryText } from './edit/entry-text'
export { insertEntries, insertEntry, insertItem, insertItems } from './edit/insert'
export { keepComments } from './edit/keep-comments'
export { type MoveTo, moveEntry } from './edit/move-entry'
export { pasteEntries } from './edit/paste-entries'
export { pasteItem } from './edit/paste-item'
export { type RemoveOptions, removeAt, removeItems } from './edit/remove-at'
export { renameKey } from './edit/rename-key'
export { setValue } from './edit/set-value'
export { printScalar } from './print-scalar'
export { printYaml } from './print-yaml'
export { YamlSource } from './yaml-source'
