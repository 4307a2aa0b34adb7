/** One document of a stream of manifests. */
export interface Manifest {
  /** The document alone: no marks, no directives, its comments in front of its first line. */
  readonly text: string
  /** What goes when the document is removed from the stream, marks included. */
  readonly from: number
  readonly to: number
}

/**
 * The documents of a stream that are not empty. Marks can be told from content by their line alone:
 * no scalar of YAML may hold a line that starts with `---` or `...` (YAML 1.2, 9.1.2). Comments
 * that stand apart go with the document after them, those at the end with the last.
 */
export function splitManifests(stream: string): readonly Manifest[] {
  const manifests: Manifest[] = []
  let aside: string[] = []
  let from = 0
  let part: string[] = []
  const close = (to: number) => {
    const lines = part.filter((line) => !line.startsWith('%'))
    if (lines.every(isAside)) {
      aside.push(...lines)
      return
    }
    manifests.push({ text: documentText([...aside, ...lines]), from, to })
    aside = []
    from = to
  }
  for (const { text, start, next } of linesOf(stream)) {
    const mark = /^(---|\.\.\.)(?=\s|$)/.exec(text)
    if (!mark) {
      part.push(text)
      continue
    }
    close(mark[1] === '---' ? start : next)
    const rest = text.slice(3).trimStart()
    part = rest === '' ? [] : [rest]
  }
  close(stream.length)
  const last = manifests.pop()
  if (!last) return []
  const text = documentText([
    ...last.text.split('\n').slice(0, -1),
    ...aside.map((line) => line.trim()),
  ])
  return [...manifests, { text, from: last.from, to: stream.length }]
}

/** Comments end up right above the first line, at its column: there they belong to it. */
function documentText(lines: readonly string[]): string {
  const first = lines.findIndex((line) => !isAside(line))
  const indent = /^ */.exec(lines[first] ?? '')?.[0] ?? ''
  const head = lines.slice(0, first).filter((line) => line.trim() !== '')
  const [body, after] = trailingComments(lines.slice(first))
  return `${[...head, ...after].map((line) => indent + line.trim()).join('\n')}${
    head.length + after.length > 0 ? '\n' : ''
  }${body.join('\n')}\n`
}

/** A comment in the first column is no part of a scalar, whatever scalar is above it. */
function trailingComments(lines: readonly string[]): [string[], string[]] {
  const end = lines.findLastIndex((line) => line.trim() !== '' && !line.startsWith('#'))
  const after = lines.slice(end + 1).filter((line) => line.trim() !== '')
  return [after.length === 0 ? [...lines] : lines.slice(0, end + 1), after]
}

function isAside(line: string): boolean {
  return /^\s*(#.*)?$/.test(line)
}

interface Line {
  readonly text: string
  readonly start: number
  /** Where the next line starts. */
  readonly next: number
}

function* linesOf(stream: string): Generator<Line> {
  let start = stream.charCodeAt(0) === 0xfeff ? 1 : 0
  while (start < stream.length) {
    const end = stream.indexOf('\n', start)
    const next = end < 0 ? stream.length : end + 1
    yield { text: stream.slice(start, end < 0 ? next : end).replace(/\r$/, ''), start, next }
    start = next
  }
}
