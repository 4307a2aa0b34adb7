import { toReal } from '@/lib/layout/places'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import type { Problem } from '@/lib/store/analysis'
import type { Reading } from '@/lib/store/reading'
import { documentsOf, type Range, type YamlDocument } from '@/lib/yaml/document'

/** Where a problem lies: the file as it is called in the repository, and the line in it. */
export interface ProblemSpot {
  readonly file: string
  /** From 1; `undefined` where there is none to point at. */
  readonly line: number | undefined
}

/** Where each problem lies. */
export function problemLines(
  problems: readonly Problem[],
  files: Files,
  reading: Reading,
): readonly ProblemSpot[] {
  const starts = new Map<string, readonly number[]>()
  return problems.map((problem) => {
    const known = problem.range ?? rangeOf(problem, files, reading)
    const { file, range } = toReal(files, problem.place, known)
    const text = files.get(file)?.text
    const offset = range?.from
    if (typeof text !== 'string' || offset === undefined) return { file, line: undefined }
    let lines = starts.get(file)
    if (!lines) {
      lines = lineStarts(text)
      starts.set(file, lines)
    }
    return { file, line: lineAt(lines, offset) }
  })
}

function rangeOf(problem: Problem, files: Files, reading: Reading): Range | undefined {
  const { file, path } = problem.place
  const content = files.get(file)
  let document: YamlDocument | undefined
  if (file === PROMISE_FILE) document = reading.document
  else if (content && /\.ya?ml$/.test(file)) document = documentsOf(content)[0]
  // What is missing has no range: its nearest parent that is there does.
  for (let length = path.length; document && length >= 0; length--) {
    const at = path.slice(0, length)
    const range = document.rangeOf(at, 'key') ?? document.rangeOf(at, 'value')
    if (range) return range
  }
  return undefined
}

/** The offset at which each line begins. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The line (from 1) that holds `offset`. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}
