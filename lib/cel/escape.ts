const RESERVED = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
)
const SPECIAL: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
}

/**
 * The name by which a CEL rule reaches a property (kratix.md 4.8): `a-b` is `a__dash__b`, `if` is
 * `__if__`. `undefined` where no rule can reach it, such as a name with a space.
 */
export function escapeName(name: string): string | undefined {
  if (name === '' || /^\d/.test(name) || !/^[A-Za-z0-9_.\-/]*$/.test(name)) return undefined
  if (RESERVED.has(name)) return `__${name}__`
  return name.replace(/__|[-./]/g, (part) => SPECIAL[part] ?? part)
}
