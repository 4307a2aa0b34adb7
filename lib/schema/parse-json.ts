const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/**
 * A JSON text as plain data, with integers of any size in all their digits: `JSON.parse` rounds
 * those beyond 2^53, here they are `bigint`. `undefined` when it is no JSON.
 */
export function parseJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined // no JSON gives `undefined`, and `JSON.parse` has no other way to say so
  }
  if (!/\d{16}/.test(text)) return value
  // Strings that begin with this stand for large integers; none of the text does.
  let mark = 'integer '
  const plain = JSON.stringify(value)
  while (plain.includes(mark)) mark = `~${mark}`
  const marked = text.replace(TOKEN, (token) => {
    const rounded = /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token))
    return rounded ? `"${mark}${token}"` : token
  })
  return restored(JSON.parse(marked), mark)
}

function restored(value: unknown, mark: string): unknown {
  if (typeof value === 'string') {
    return value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value
  }
  if (Array.isArray(value)) return value.map((one) => restored(one, mark))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, restored(one, mark)]))
}
