import { type Command, refused } from '@/lib/promise/command'
import { removeAt } from '@/lib/yaml/edit'
import { editPromiseText } from './edit-yaml'
import { splitManifests } from './manifests'
import { removeFile } from './remove-file'

/** A dependency: an item of `spec.dependencies`, or a document of a file. */
export type DependencyRef =
  | { readonly item: number }
  /** `document` counts the documents of the file that are not empty. */
  | { readonly file: string; readonly document: number }

/** Removes one dependency; a file that held nothing else goes. */
export function removeDependency(ref: DependencyRef): Command {
  const label = 'Remove dependency'
  if ('item' in ref) {
    const list = ['spec', 'dependencies']
    return editPromiseText({ label, place: list }, (document) =>
      removeAt(document, [...list, ref.item]),
    )
  }
  const { file } = ref
  return {
    label,
    run(files) {
      const text = files.get(file)?.text
      if (text === undefined || text === null)
        return refused(`There is no file "${file}" any more.`)
      const manifests = splitManifests(text)
      const manifest = manifests[ref.document]
      if (!manifest) return refused(`"${file}" has no document ${ref.document + 1} any more.`)
      if (manifests.length === 1) return removeFile(file).run(files)
      const edits = [{ from: manifest.from, to: manifest.to, insert: '' }]
      return {
        kind: 'change',
        edits: [{ kind: 'text', path: file, edits }],
        place: { file, path: [] },
      }
    },
  }
}
