import { CST, Lexer } from 'yaml'
import type { TemplateProblem } from './check-template'
import { quoteScalar } from './plain-scalar'

export interface Token {
  readonly type: string
  readonly from: number
  readonly source: string
}

/** The tokens of a YAML text with their offsets; the bodies of plain and block scalars as `text`. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let from = 0
  let scalar = false
  for (const source of new Lexer().lex(text)) {
    const type: string = scalar ? 'text' : (CST.tokenType(source) ?? 'unknown')
    scalar = type === 'scalar'
    if (scalar || type === 'doc-mode' || type === 'flow-error-end') continue // marks, not text
    tokens.push({ type, from, source })
    from += source.length
  }
  return tokens
}

/** True for a text that would take the parser's stack: brackets or dashes within each other. */
export function nestsTooDeeply(tokens: readonly Token[]): boolean {
  let brackets = 0
  let dashes = 0
  return tokens.some(({ type }) => {
    if (type === 'flow-map-start' || type === 'flow-seq-start') brackets++
    else if (type === 'flow-map-end' || type === 'flow-seq-end') brackets--
    else if (type === 'seq-item-ind' || type === 'explicit-key-ind') dashes++
    else if (type === 'newline') dashes = 0
    return brackets > DEEPEST || dashes > DEEPEST
  })
}

/** No Kubernetes object is nested nearly as deeply. */
export const DEEPEST = 100

const REFUSED: Readonly<Record<string, string>> = {
  anchor: 'a template cannot hold anchors: write the value where it is needed',
  alias: 'a template cannot hold aliases: write the value where it is needed',
  tag: 'a template cannot hold tags: quote a value that must be a string',
  'directive-line': 'a template cannot hold directives',
  'doc-end': 'end a document with "---", not with "..."',
}

/** Faults that show in the tokens alone: what templates leave out of YAML, and tabs between them. */
export function checkTokens(text: string, tokens: readonly Token[]): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = []
  let depth = 0
  for (const [index, { type, from, source }] of tokens.entries()) {
    if (type === 'flow-map-start' || type === 'flow-seq-start') depth++
    else if (type === 'flow-map-end' || type === 'flow-seq-end') depth--
    const range = { from, to: from + source.trimEnd().length }
    const refused = REFUSED[type]
    if (refused) problems.push({ message: refused, range })
    else if (type === 'text' && depth > 0 && source.startsWith(':')) {
      // Go's and Python's readers take the colon for the end of a key.
      const said = source.trimEnd()
      const fix = said.includes('\n') ? undefined : [{ ...range, insert: quoteScalar(said) }]
      problems.push({
        message: `quote ${said}: inside [ ] and { } text cannot begin with ":"`,
        range,
        fix,
      })
    } else if (source.includes('\t')) {
      const message = tabProblem(type, source, tokens[index - 2]?.type)
      if (!message) continue
      const fix =
        type === 'space' && startsLine(text, from) === false
          ? [{ from, to: from + source.length, insert: ' ' }]
          : type === 'text' && !source.includes('\n')
            ? [{ ...range, insert: quoteScalar(source.trimEnd()) }]
            : undefined
      problems.push({ message, range: { from, to: from + source.length }, fix })
    }
  }
  return problems
}

function startsLine(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n'
}

/** Readers of YAML disagree about tabs but for those well inside a scalar. */
function tabProblem(type: string, source: string, before: string | undefined): string | undefined {
  if (type === 'comment') return undefined
  if (type === 'double-quoted-scalar' || type === 'single-quoted-scalar') {
    return source.includes('\n') ? 'write a tab in text of several lines as "\\t"' : undefined
  }
  if (type === 'text' && before === 'block-scalar-header') {
    const firstText = /^(?:[ \t]*\r?\n)*[ \t]*/.exec(source)?.[0] ?? ''
    return firstText.includes('\t') ? 'text cannot begin with a tab: quote it' : undefined
  }
  return type === 'text' ? 'a tab needs quotes around its text' : 'use spaces here, not a tab'
}

/**
 * Placeholders that a flow collection takes apart, because `{` and `}` are its own: `[${a}]`. They
 * break the text in ways whose own messages would lead nowhere, so they are looked for first.
 */
export function checkFlowPlaceholders(
  text: string,
  tokens: readonly Token[],
): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = []
  let depth = 0
  let done = 0
  for (const [index, { type, from, source }] of tokens.entries()) {
    if (type === 'flow-map-start' || type === 'flow-seq-start') depth++
    else if (type === 'flow-map-end' || type === 'flow-seq-end') depth = Math.max(0, depth - 1)
    const next = tokens[index + 1]
    const opens = type === 'text' && source.endsWith('$') && next?.source === '{'
    if (depth === 0 || !opens || from < done) continue
    done = endOfFlowText(text, from)
    const whole = text.slice(from, done).trimEnd()
    problems.push({
      message: `quote ${whole}: inside [ ] and { } a placeholder needs quotes`,
      range: { from, to: from + whole.length },
      fix: [{ from, to: from + whole.length, insert: quoteScalar(whole) }],
    })
  }
  return problems
}

/** Where the author's text ends that begins at `from`, placeholders taken as one. */
function endOfFlowText(text: string, from: number): number {
  const rest = /(?:\$*\$\{[^{}\n,]*\}|[^,[\]{}\n:#]|:(?![\s,[\]{}])|(?<!\s)#)*/y
  rest.lastIndex = from
  return from + (rest.exec(text)?.[0].length ?? 0)
}
