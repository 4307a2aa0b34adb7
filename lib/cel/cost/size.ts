/** How large a text, a list or a map may be; `max` is Infinity where nothing bounds it. */
export interface Size {
  readonly min: number
  readonly max: number
}

/** The numbers of cel-go end here; what goes beyond is this. */
const LIMIT = 2 ** 64

export const UNKNOWN: Size = { min: 0, max: Number.POSITIVE_INFINITY }
export const fixed = (size: number): Size => ({ min: size, max: size })

/** The product, where nothing times anything is nothing. */
export function times(a: number, b: number): number {
  if (a === 0 || b === 0) return 0
  const product = a * b
  return product >= LIMIT ? Number.POSITIVE_INFINITY : product
}

/** `size` by a factor, rounded up. */
export const scaled = (size: number, factor: number) => Math.ceil(times(size, factor))

export const addSizes = (a: Size, b: Size): Size => ({ min: a.min + b.min, max: a.max + b.max })
export const multiplySizes = (a: Size, b: Size): Size => ({
  min: times(a.min, b.min),
  max: times(a.max, b.max),
})
export const unionOf = (a: Size, b: Size): Size => ({
  min: Math.min(a.min, b.min),
  max: Math.max(a.max, b.max),
})
