import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { build } from '@/lib/build/build'
import { openRepository } from '@/lib/build/open'
import type { Build } from '@/lib/build/types'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { newsOf } from '@/lib/importers'
import type { Files } from '@/lib/promise/files'
import { checkPromise } from '@/lib/rules/check'
import { type Arguments, HELP, readArguments } from './arguments'
import { choiceLines } from './choice'
import { Failure } from './failure'
import { readInput } from './read-input'
import { diagnosticLine, plain, plural, toDiagnostic } from './report'
import { runCheck } from './run-check'
import { runDiff } from './run-diff'
import type { Terminal } from './terminal'
import { userPaths } from './user-paths'
import { writeFolder } from './write-folder'
import { writeZipFile } from './write-zip'

/** Runs the command line and gives the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const args = readArguments(argv)
  if (args.kind === 'help') terminal.out(HELP)
  else if (args.kind === 'version') terminal.out(`designer ${terminal.version}\n`)
  else if (args.kind === 'usage') {
    terminal.err(`designer: ${args.message}\nTry: designer --help\n`)
    return 2
  } else {
    try {
      if (args.kind === 'check') return await runCheck(args, terminal)
      return args.kind === 'diff' ? await runDiff(args, terminal) : await runBuild(args, terminal)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      terminal.err(`${plain(`designer: ${error.message}`)}\n`)
      return 1
    }
  }
  return 0
}

async function runBuild(
  args: Extract<Arguments, { readonly kind: 'build' }>,
  terminal: Terminal,
): Promise<number> {
  const out = resolve(terminal.cwd, args.out)
  const input = await readInput(terminal.cwd, args.input, terminal.stdin, out)
  const opened = openRepository(input, { promise: args.promise })
  const paths = userPaths(args.input, input, opened.kind === 'ok' ? opened.report : undefined)
  const print = (
    diagnostics: readonly Diagnostic[],
    files: Files,
    show: (file: string) => string,
  ) => {
    for (const diagnostic of diagnostics)
      terminal.err(`${diagnosticLine(diagnostic, files, show)}\n`)
  }
  if (opened.kind === 'choice') {
    terminal.err(choiceLines(args.input, opened.choices))
    return 1
  }
  if (opened.kind === 'failure') {
    print(opened.diagnostics, new Map(), paths.ofInput)
    return 1
  }
  print(newsOf(opened.report.items).map(toDiagnostic), new Map(), paths.ofInput)

  const authored = opened.files
  const made = build(authored)
  const diagnostics = [...made.diagnostics, ...checkPromise(authored)]
  print(diagnostics, authored, paths.ofRepository)
  const errors = count(diagnostics, 'error')
  const warnings = count(diagnostics, 'warning')
  if (errors > 0) {
    terminal.err(`designer: ${plural(errors, 'error')}, nothing was written\n`)
    return 1
  }
  const written = args.out.endsWith('.zip')
    ? await zipSummary(out, made, args.force)
    : await folderSummary(out, made, args.force, resolve(terminal.cwd, args.input))
  const notes = warnings > 0 ? `, ${plural(warnings, 'warning')}` : ''
  terminal.out(`${args.out}: ${written}${notes}\n`)
  return 0
}

async function zipSummary(out: string, { files }: Build, force: boolean): Promise<string> {
  const size = await writeZipFile(out, files, force)
  return `${plural(files.size, 'file')}, ${Math.ceil(size / 1024)} KiB`
}

async function folderSummary(out: string, { files }: Build, force: boolean, input: string) {
  const inPlace = (await realPath(out)) === (await realPath(input))
  const { written, unchanged, removed } = await writeFolder(out, files, { force, inPlace })
  const parts = [`${plural(files.size, 'file')}`, `${written} written`]
  if (unchanged > 0) parts.push(`${unchanged} unchanged`)
  if (removed > 0) parts.push(`${removed} no longer needed and removed`)
  return parts.join(', ')
}

/** The path without links, or as it is when there is nothing yet. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return path // it does not exist: then it is no other path either
  }
}

const count = (diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']) =>
  diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
