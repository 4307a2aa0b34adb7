import { join } from 'node:path'
import { asNamed } from '@/lib/build/as-named'
import { openRepository } from '@/lib/build/open'
import { openedTree } from '@/lib/build/opened'
import type { Tree } from '@/lib/patch/compare'
import { unifiedPatch } from '@/lib/patch/unified-patch'
import type { Arguments } from './arguments'
import { choiceLines } from './choice'
import { readInput } from './read-input'
import { diagnosticLine } from './report'
import type { Terminal } from './terminal'

/** Prints the patch from one repository to another, as both lie there; gives the exit code. */
export async function runDiff(
  { from, to, promise }: Extract<Arguments, { readonly kind: 'diff' }>,
  terminal: Terminal,
): Promise<number> {
  const before = await readTree(from, promise, terminal)
  const after = await readTree(to, promise, terminal)
  if (!before || !after) return 1
  terminal.out(unifiedPatch(before, after))
  return 0
}

/** Every file of a repository; `undefined` when it cannot be opened, and that is told. */
async function readTree(
  given: string,
  promise: string | undefined,
  terminal: Terminal,
): Promise<Tree | undefined> {
  const input = await readInput(terminal.cwd, given, terminal.stdin)
  const opened = openRepository(input, { promise })
  if (opened.kind === 'ok') {
    const tree = openedTree(opened.received, opened.files)
    // Of a lone file the name says nothing.
    return input.kind === 'file' && opened.received.size === 1 ? tree : asNamed(tree, opened.report)
  }
  if (opened.kind === 'choice') terminal.err(choiceLines(given, opened.choices))
  else {
    const name = given === '-' ? '<stdin>' : given
    const show = (file: string) => (file === input.name || file === '' ? name : join(name, file))
    for (const one of opened.diagnostics) {
      terminal.err(`${diagnosticLine(one, new Map(), show)}\n`)
    }
  }
  return undefined
}
