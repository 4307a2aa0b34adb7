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
  /** Used wrongly: exit code 2. */
  | { readonly kind: 'usage'; readonly message: string }

export const HELP = `Usage: designer build INPUT --out OUT [--promise PROMISE] [--force]

Builds the repository of a Kratix Promise, exactly as the page downloads it.

INPUT is a repository folder, a zip of one, a promise.yaml, or - to read a
promise.yaml from standard input. OUT is a folder, or a zip when it ends in .zip.

Options:
  -o, --out OUT   where to write (required)
  -p, --promise PROMISE
                  which Promise, when INPUT holds several: its file, folder or name;
                  of one file with several, also the number of the document
  -f, --force     write into a folder, or over a zip, that designer did not write
      --version   print the version
  -h, --help      print this help

A folder is updated in place: files that the designer generated and that are no
longer needed go, all others stay. Nothing is written when the input has errors.

Exit codes: 0 written (warnings do not fail), 1 the input has errors or cannot be
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
  if (command !== 'build') return usage(`unknown command ${JSON.stringify(command)}`)
  if (input === undefined || input === '') return usage('build: INPUT is missing')
  if (more.length > 0)
    return usage(`build: one INPUT at a time, not also ${JSON.stringify(more[0])}`)
  if (!values.out) return usage('build: --out is missing')
  const { out, force = false, promise } = values
  return { kind: 'build', input, out, force, promise }
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      out: { type: 'string', short: 'o' },
      promise: { type: 'string', short: 'p' },
      force: { type: 'boolean', short: 'f' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  })
}
