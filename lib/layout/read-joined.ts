import type { FileContent } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import type { YamlProblem } from '@/lib/yaml/compose'
import { brokenDocument, documentsOf, parseYaml, type YamlDocument } from '@/lib/yaml/document'
import { sameValue } from '@/lib/yaml/same-value'
import type { Joined } from './join'
import { isVacuous } from './parts'

/**
 * The joined Promise as a document. It is broken where a part is, at the part's line, and where
 * the whole would say something else than the parts: what is shown is what the files say.
 */
export function readJoined(joined: Joined): readonly YamlDocument[] {
  const problems = [...headProblems(joined), ...partProblems(joined)]
  if (problems.length > 0) return [brokenDocument(joined.text, problems)]
  const documents = parseYaml(joined.text)
  const strange = documents.length === 1 ? mismatch(joined, documents[0]) : 0
  if (strange === undefined) return documents
  const message = 'this part cannot be read below its place in a Promise'
  const range = { from: strange, to: Math.min(strange + 1, joined.text.length) }
  return [brokenDocument(joined.text, [{ message, range, severity: 'error' }])]
}

function headProblems(joined: Joined): readonly YamlProblem[] {
  const { fault } = joined
  // While the head is broken or leaves no room, the joined text is the head itself.
  if (fault) {
    const { message, from, to } = fault
    return [{ message, range: { from, to }, severity: 'error' }]
  }
  const [document] = documentsOf(joined.head)
  return document?.broken ? document.problems : []
}

function partProblems({ parts, pieces }: Joined): readonly YamlProblem[] {
  return parts.flatMap(({ file, content }) => {
    const [document] = documentsOf(content)
    const piece = pieces.find(({ copied }) => copied.file === file)
    if (!piece || !document?.broken) return []
    return document.problems.map((problem) => ({
      ...problem,
      range: {
        from: piece.toJoined(problem.range.from),
        to: piece.toJoined(problem.range.to),
      },
    }))
  })
}

/** What a part says; a last line without an end reads as if it had one, as it has in the whole. */
function ownValue(content: FileContent): unknown {
  const { text } = content
  if (text === null) return undefined
  const ended = text.endsWith('\n') ? documentsOf(content) : parseYaml(`${text}\n`)
  return ended[0]?.value()
}

/** Where the whole differs from what a part says. */
function mismatch(joined: Joined, whole: YamlDocument | undefined): number | undefined {
  const value = whole?.value()
  for (const piece of joined.pieces) {
    const part = joined.parts.find(({ file }) => file === piece.copied.file)
    const own = part && ownValue(part.content)
    if (!part || own === undefined) continue
    const here = valueAt(value, part.path)
    if (!sameValue(here, own) && !(isVacuous(here) && isVacuous(own))) return piece.from
  }
  const broken = whole?.broken
    ? whole.problems.find(({ severity }) => severity === 'error')
    : undefined
  return broken?.range.from
}
