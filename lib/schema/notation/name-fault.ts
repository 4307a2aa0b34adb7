/**
 * What is wrong with how the name of a line in the short notation is written, where the line would
 * be read as something else: brackets belong to the type, and a space ends a name. What is in quotes
 * may hold both.
 */
export function nameFault(line: string): string | undefined {
  const [name = ''] = /^[^\s:=!"]+/.exec(line) ?? []
  const [before = ''] = name.split(/[[\]]/)
  if (before.length < name.length) {
    const hint = before === '' ? '' : `: write ${before}:object[] and indent what is in it below`
    return `A name holds no brackets${hint}.`
  }
  const spaced = /^[^\s:=!"]+(?:\s+[A-Za-z_][\w-]*)+(?=\s*!?\s*(?:[:=]|$))/.exec(line)?.[0]
  if (spaced === undefined) return undefined
  const joined = spaced.replace(/\s+(.)/g, (_, first: string) => first.toUpperCase())
  return `A name holds no space unless it is in quotes: write ${joined}, or "${spaced}".`
}
