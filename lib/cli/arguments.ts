import { parseArgs } from 'node:util'

export type Arguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'build'
      /** A folder, a zip, a promise.yaml, or `-` for one on standard input. */
      readonly input: string
      readonly out: string
      readonly force: boolean
      /** Which of several Promises. */
      readonly promise: string | undefined
    }
  | {
      readonly kind: 'diff'
      /** As the input of `build`; at most one of them is `-`. */
      readonly from: string
      readonly to: string
      readonly promise: string | undefined
    }
  | {
      readonly kind: 'check'
      readonly input: string
      /** What is installed: the rules on updates compare with it. As the input. */
      readonly against: string | undefined
      readonly format: 'text' | 'json'
      readonly promise: string | undefined
    }
  /** Used wrongly: exit code 2. */
  | { readonly kind: 'usage'; readonly message: string }

export const HELP = `Usage: designer build INPUT --out OUT [--promise PROMISE] [--force]
       designer check INPUT [--against OLD] [--promise PROMISE] [--format text|json]
       designer diff FROM TO [--promise PROMISE]

build makes the repository of a Kratix Promise, exactly as the page downloads it.
check prints what is wrong with it, and where; it writes nothing. With --against it
also says what an installed Promise refuses of it, and what breaks existing requests.
diff prints what differs from one repository to another as a patch for git apply;
generated files are compared as they lie there, nothing is built.

INPUT is a repository folder, a zip of one, a promise.yaml, or - to read a
promise.yaml from standard input. OUT is a folder, or a zip when it ends in .zip.

Options:
  -o, --out OUT   where to write (required)
  -p, --promise PROMISE
                  which Promise, when INPUT holds several: its file, folder or name;
                  of one file with several, also the number of the document
      --against OLD
                  the Promise as it is installed, for check; as INPUT
      --format FORMAT
                  of what check prints: text (the default) or json
  -f, --force     write into a folder, or over a zip, that designer did not write
      --version   print the version
  -h, --help      print this help

A folder is updated in place: files that the designer generated and that are no
longer needed go, all others stay. Nothing is written when the input has errors.

FROM and TO are as INPUT. The paths of the patch count from the folder of the Promise.

Exit codes: 0 done (warnings do not fail; a difference is no failure), 1 the input has errors or cannot be
read, or OUT cannot be written, 2 wrong usage.

Through npm, without its banner: npm run --silent designer -- build INPUT --out OUT
`

/** Reads the command line, program name left out. */
export function readArguments(argv: readonly string[]): Arguments {
  const usage = (message: string): Arguments => ({ kind: 'usage', message })
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(argv)
  } catch (error) {
    // parseArgs tells wrong usage by throwing.
    return usage(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
  const { values, positionals } = parsed
  const [command, input, ...more] = positionals
  if (values.help || command === 'help') return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  if (command === undefined) return usage('no command given')
  if (command === 'diff') return readDiff([input, ...more], values, usage)
  if (command !== 'build' && command !== 'check') {
    return usage(`unknown command ${JSON.stringify(command)}`)
  }
  if (input === undefined || input === '') return usage(`${command}: INPUT is missing`)
  if (more.length > 0)
    return usage(`${command}: one INPUT at a time, not also ${JSON.stringify(more[0])}`)
  const { out, force = false, promise, format = 'text', against } = values
  if (command === 'check') {
    if (out !== undefined || force) return usage('check: it writes nothing, so no --out or --force')
    if (format !== 'text' && format !== 'json') return usage('check: --format is text or json')
    if (against === '') return usage('check: --against is empty')
    if (against === '-' && input === '-') return usage('check: only one of INPUT and OLD can be -')
    return { kind: 'check', input, against, format, promise }
  }
  if (!out) return usage('build: --out is missing')
  if (values.format !== undefined) return usage('build: --format belongs to check')
  if (against !== undefined) return usage('build: --against belongs to check')
  return { kind: 'build', input, out, force, promise }
}

function readDiff(
  inputs: readonly (string | undefined)[],
  { out, force, promise, format, against }: ReturnType<typeof parse>['values'],
  usage: (message: string) => Arguments,
): Arguments {
  const [from, to, ...more] = inputs
  if (!from) return usage('diff: FROM is missing')
  if (!to) return usage('diff: TO is missing')
  if (more.length > 0) return usage(`diff: two inputs, not also ${JSON.stringify(more[0])}`)
  if (from === '-' && to === '-') return usage('diff: only one of FROM and TO can be -')
  if (out !== undefined || force)
    return usage('diff prints to standard output: no --out, no --force')
  if (format !== undefined) return usage('diff: --format belongs to check')
  if (against !== undefined) return usage('diff: --against belongs to check')
  return { kind: 'diff', from, to, promise }
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      out: { type: 'string', short: 'o' },
      promise: { type: 'string', short: 'p' },
      force: { type: 'boolean', short: 'f' },
      format: { type: 'string' },
      against: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  })
}
