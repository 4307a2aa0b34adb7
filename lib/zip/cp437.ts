/** The upper half of code page 437, the encoding of names in zips that do not say UTF-8. */
const UPPER =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ '

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The name of a zip entry. Most tools write UTF-8 whether or not they set the flag; what is not
 * valid UTF-8 is read as code page 437, as the format demands.
 */
export function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return utf8.decode(bytes)
  } catch {
    // The decoder's only way to say "not UTF-8" is to throw.
    if (isUtf8) return new TextDecoder().decode(bytes)
  }
  return Array.from(bytes, (byte) =>
    byte < 128 ? String.fromCharCode(byte) : (UPPER[byte - 128] ?? ''),
  ).join('')
}
