import { build } from '@/lib/build/build'
import { manifestProblems } from '@/lib/build/manifest-problems'
import { openRepository } from '@/lib/build/open'
import type { Diagnostic, Severity } from '@/lib/diagnostics/diagnostic'
import { newsOf } from '@/lib/importers'
import type { Files } from '@/lib/promise/files'
import { pathToString } from '@/lib/promise/path'
import { checkPromise } from '@/lib/rules/check'
import type { Arguments } from './arguments'
import { choiceLines } from './choice'
import { Failure } from './failure'
import { readInput } from './read-input'
import { diagnosticLine, plural, spotOf, toDiagnostic } from './report'
import type { Terminal } from './terminal'
import { userPaths } from './user-paths'

interface Found {
  readonly diagnostic: Diagnostic
  readonly files: Files
  readonly show: (file: string) => string
}

/** Prints what is wrong with a Promise, as lines or as JSON: 1 when there is an error. */
export async function runCheck(
  args: Extract<Arguments, { readonly kind: 'check' }>,
  terminal: Terminal,
): Promise<number> {
  const input = await readInput(terminal.cwd, args.input, terminal.stdin)
  const opened = openRepository(input, { promise: args.promise })
  if (opened.kind === 'choice') {
    terminal.err(choiceLines(args.input, opened.choices))
    return 1
  }
  const before = args.against === undefined ? undefined : await installed(args, terminal)
  if (args.against !== undefined && !before) return 1
  const paths = userPaths(args.input, input, opened.kind === 'ok' ? opened.report : undefined)
  const ofInput = (diagnostic: Diagnostic) => ({
    diagnostic,
    files: new Map(),
    show: paths.ofInput,
  })
  const found: Found[] =
    opened.kind === 'failure'
      ? opened.diagnostics.map(ofInput)
      : [
          ...newsOf(opened.report.items).map(toDiagnostic).map(ofInput),
          ...[
            ...build(opened.files).diagnostics,
            ...manifestProblems(opened.files),
            ...checkPromise(
              opened.files,
              undefined,
              before && { files: before, called: args.against === '-' ? '<stdin>' : args.against },
            ),
          ].map((diagnostic) => ({ diagnostic, files: opened.files, show: paths.ofRepository })),
        ]
  terminal.out(args.format === 'json' ? asJson(found) : asText(found, args.input))
  return found.some(({ diagnostic }) => diagnostic.severity === 'error') ? 1 : 0
}

/**
 * What is installed; `undefined` when it holds several Promises, which is told.
 * @throws Failure when it cannot be read
 */
async function installed(
  { against = '', promise }: Extract<Arguments, { readonly kind: 'check' }>,
  terminal: Terminal,
): Promise<Files | undefined> {
  const input = await readInput(terminal.cwd, against, terminal.stdin)
  const opened = openRepository(input, { promise })
  if (opened.kind === 'ok') return opened.files
  if (opened.kind === 'choice') {
    terminal.err(choiceLines(against, opened.choices))
    return undefined
  }
  const [first] = opened.diagnostics
  throw new Failure(`--against ${against}: ${first?.message ?? 'it cannot be read.'}`)
}

function asText(found: readonly Found[], name: string): string {
  const lines = found.map(({ diagnostic, files, show }) => diagnosticLine(diagnostic, files, show))
  const count = (severity: Severity) =>
    found.filter(({ diagnostic }) => diagnostic.severity === severity).length
  const sum = `${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}`
  return [...lines, `${name === '-' ? '<stdin>' : name}: ${sum}`]
    .map((line) => `${line}\n`)
    .join('')
}

/** A list of findings; `path` is a JSON pointer without its slash, list indexes behind a `#`. */
function asJson(found: readonly Found[]): string {
  const list = found.map(({ diagnostic, files, show }) => {
    const { file, line, column, path } = spotOf(diagnostic, files)
    const { severity, code, message } = diagnostic
    return { file: show(file), line, column, severity, code, message, path: pathToString(path) }
  })
  return `${JSON.stringify(list, undefined, 2)}\n`
}
