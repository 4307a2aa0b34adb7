const table = new Uint32Array(256).map((_, i) => {
  let c = i
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  return c
})

/** CRC-32 as zip uses it. `before` continues from the result for the bytes that came earlier. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let c = ~before
  for (let i = 0; i < bytes.length; i++) {
    // `?? 0` only satisfies the type checker: the index is always within the table.
    c = (table[(c ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (c >>> 8)
  }
  return ~c >>> 0
}
