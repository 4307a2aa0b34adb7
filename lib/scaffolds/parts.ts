import type { GeneratedFile, RenderInput } from './scaffold'

/** Parts of the fixed programs that only some steps need. */
export const PARTS = ['conditions', 'components', 'destinations'] as const
export type Part = (typeof PARTS)[number]

/** What a `render` step needs besides values, templates and status. */
export function partsOf(step: RenderInput): ReadonlySet<Part> {
  const used: Record<Part, boolean> = {
    conditions: Object.keys(step.conditions ?? {}).length > 0,
    components: (step.components?.templates ?? []).length > 0,
    destinations: (step.destinations ?? []).length > 0,
  }
  return new Set(PARTS.filter((part) => used[part]))
}

// A line `# begin NAME` (or `//`) to `# end NAME`; without the part, `# else CODE` stands there.
const block = /^[ \t]*(?:\/\/|#) begin (\w+)\n([\s\S]*?)^[ \t]*(?:\/\/|#) end \1\n/gm
const instead = /^([ \t]*)(?:\/\/|#) else (.*\n)/gm

/** The part of a step whose work its owner writes. */
export const CUSTOM_PART: ReadonlySet<'custom'> = new Set(['custom'] as const)

/** The files with the blocks of these parts alone, so that nobody owns code that his step never runs. */
export function keepParts(
  files: readonly GeneratedFile[],
  parts: ReadonlySet<Part | 'custom'>,
): readonly GeneratedFile[] {
  return files.map((file) => ({ ...file, text: keep(file.text, parts) }))
}

function keep(text: string, parts: ReadonlySet<string>): string {
  return text.replace(block, (_, name: string, inside: string) => {
    if (parts.has(name)) return inside.replace(instead, '')
    return [...inside.matchAll(instead)].map(([, indent, code]) => `${indent}${code}`).join('')
  })
}
