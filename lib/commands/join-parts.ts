import { layoutOf } from '@/lib/layout/assemble'
import { joinedText } from '@/lib/layout/joined-text'
import { usedParts } from '@/lib/layout/places'
import { type Command, type FileEdit, refused } from '@/lib/promise/command'
import { FileContent, PROMISE_FILE } from '@/lib/promise/files'
import { documentsOf } from '@/lib/yaml/document'

/**
 * Makes one `promise.yaml` of the parts of a split repository, comments and all, and removes them.
 * The other files stay where they are: the flat layout has them in the same places.
 */
export function joinParts(): Command {
  const label = 'Join into one promise.yaml'
  return {
    label,
    onFiles: true,
    run(files) {
      const layout = layoutOf(files)
      if (!layout) return refused('The Promise is in one promise.yaml already.')
      if (documentsOf(layout.content).some(({ broken }) => broken)) {
        return refused('A part of the Promise cannot be read; mend its text first.')
      }
      const gone = usedParts(layout).map(({ file }): FileEdit => ({ kind: 'delete', path: file }))
      const content = FileContent.fromText(joinedText(layout))
      const edits: FileEdit[] = [...gone, { kind: 'write', path: PROMISE_FILE, content }]
      return { kind: 'change', edits, place: { file: PROMISE_FILE, path: ['metadata', 'name'] } }
    },
  }
}
