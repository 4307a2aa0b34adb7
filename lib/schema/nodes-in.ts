import { isRecord } from '@/lib/promise/path'

/** How many values a value holds, itself among them; counts no further than just beyond `most`. */
export function nodesIn(value: unknown, most: number): number {
  let count = 0
  const open = [value]
  while (open.length > 0 && count <= most) {
    const one = open.pop()
    count++
    if (Array.isArray(one)) for (const item of one) open.push(item)
    else if (isRecord(one)) for (const below of Object.values(one)) open.push(below)
  }
  return count
}
