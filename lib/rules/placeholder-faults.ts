import { mayBeAbsent, strayPlaceholder, unknownValue } from '@/lib/render/messages'
import { partsOf } from '@/lib/render/placeholders'

/** What is wrong with the `${name}` of a text outside of templates. `absent` may have no value. */
export function placeholderFaults(
  text: unknown,
  values: object,
  absent: ReadonlySet<string>,
): readonly string[] {
  if (typeof text !== 'string') return []
  return partsOf(text).flatMap((part) => {
    if (part.kind === 'stray') return [strayPlaceholder]
    if (part.kind === 'text') return []
    if (!Object.hasOwn(values, part.name)) return [unknownValue(part.name)]
    return absent.has(part.name) ? [mayBeAbsent(part.name)] : []
  })
}
