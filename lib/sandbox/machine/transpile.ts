import { transform } from 'sucrase'
import { parse } from 'sucrase/dist/parser'

/** The name under which a module finds what stands for `import.meta`. */
export const META = 'importMeta$'

/**
 * A TypeScript module as the body of a function of `require`, `exports` and {@link META}. Lines stay
 * where they are; types go, unchecked. @throws Error that says where it cannot be read.
 */
export function transpile(source: string, name: string): string {
  try {
    const { code } = transform(withoutMeta(source), {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      production: true,
    })
    return code
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new SyntaxError(`${name}: ${message.replace(/^Error transforming [^:]*: /, '')}`)
  }
}

/** `import.meta` means nothing in a function. */
function withoutMeta(source: string): string {
  if (!/\bimport\s*\.\s*meta\b/.test(source)) return source
  const { tokens } = parse(source, false, true, false)
  const text = (at: number) => source.slice(tokens[at]?.start, tokens[at]?.end)
  let made = ''
  let from = 0
  for (let at = 0; at + 2 < tokens.length; at++) {
    if (text(at) !== 'import' || text(at + 1) !== '.' || text(at + 2) !== 'meta') continue
    const [start, end] = [tokens[at]?.start ?? 0, tokens[at + 2]?.end ?? 0]
    // The lines that stand within stay.
    made += `${source.slice(from, start)}${META}${source.slice(start, end).replace(/[^\n]/g, '')}`
    from = end
  }
  return made + source.slice(from)
}
