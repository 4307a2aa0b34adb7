export type Bump = 'patch' | 'minor' | 'major'

const VERSION = /^(v?)(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$/

/**
 * The next version after one like `v0.1.0`; the `v` stays. A pre-release of the version that is
 * asked for becomes that version (`v1.0.0-rc.1`, patch -> `v1.0.0`), as npm does it.
 * `undefined` when the text is no such version.
 */
export function bumpVersion(version: string, bump: Bump): string | undefined {
  const match = VERSION.exec(version)
  if (!match) return undefined
  const [, v = '', ...texts] = match
  const [major = 0n, minor = 0n, patch = 0n] = texts.slice(0, 3).map(BigInt)
  const pre = match[5] !== undefined
  if (bump === 'major') {
    const reached = pre && minor === 0n && patch === 0n
    return `${v}${reached ? major : major + 1n}.0.0`
  }
  if (bump === 'minor') {
    const reached = pre && patch === 0n
    return `${v}${major}.${reached ? minor : minor + 1n}.0`
  }
  return `${v}${major}.${minor}.${pre ? patch : patch + 1n}`
}
