const MIB = 1 << 20

/**
 * What an import may cost. Each limit answers with a message that names it; `docs/limits.md` lists
 * them with their reasons. Generous for repositories, small for a browser tab.
 */
export const LIMITS = {
  /** A zip file, or a lone YAML file. It is held in memory as a whole. */
  inputBytes: 64 * MIB,
  /** Entries of a zip, skipped ones included: listing them is work too. */
  listed: 50_000,
  /** Files of a repository. Every one is hashed, stored and shown in the tree. */
  files: 10_000,
  /** Unpacked bytes of all files together. */
  totalBytes: 64 * MIB,
  /** One file. Greater ones make the editor and the YAML parser slower than a tab survives. */
  fileBytes: 32 * MIB,
  /** `promise.yaml`: the API server refuses bodies above 3 MiB; comments may come on top. */
  promiseBytes: 8 * MIB,
  /** Unpacked size per packed byte of files above 1 MiB. YAML reaches 50, a bomb 1,000. */
  ratio: 200,
  /** Folders above a file. */
  depth: 40,
} as const

/** Below this size the ratio does not matter. */
export const RATIO_FREE_BYTES = MIB

/** A size as people read it: `64 MiB`, `1.5 KiB`, `17 bytes`. */
export function displayBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  const [value, unit] = bytes < MIB ? [bytes / 1024, 'KiB'] : [bytes / MIB, 'MiB']
  return `${Number(value.toFixed(1))} ${unit}`
}
