/** Where to fetch from, or why not. */
export type Address =
  | {
      readonly ok: true
      readonly url: string
      /** Name for what is fetched: the last part of the path. */
      readonly name: string
      /** What was asked for is a page; this is the file behind it. */
      readonly instead?: string
    }
  | { readonly ok: false; readonly reason: string }

const refused = (reason: string): Address => ({ ok: false, reason })

/**
 * The address of a file from what a person typed or pasted. Pages of github.com and gitlab.com
 * that show a file or a repository become the address of the file, or of the repository as a zip.
 */
export function readAddress(text: string): Address {
  const given = text.trim()
  if (given === '') return refused('Type the address of a promise.yaml or of a zip.')
  let url: URL
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(given) ? given : `https://${given}`)
  } catch {
    return refused('This is no address.') // URL can say so only by throwing
  }
  if (url.protocol !== 'https:') {
    return refused('Only addresses that begin with https:// can be read from this page.')
  }
  if (url.username !== '' || url.password !== '') {
    return refused('Take the name and the password out of the address: it is fetched without.')
  }
  if (
    !url.hostname.includes('.') &&
    !url.hostname.startsWith('[') &&
    url.hostname !== 'localhost'
  ) {
    return refused('This is no address: it has no host.')
  }
  url.hash = ''
  const raw = rawOf(url)
  if (!raw) return { ok: true, url: url.href, name: nameOf(url) }
  return { ok: true, url: raw.url.href, name: raw.name ?? nameOf(raw.url), instead: raw.what }
}

interface Raw {
  readonly url: URL
  readonly what: string
  readonly name?: string
}

function rawOf(url: URL): Raw | undefined {
  const parts = url.pathname.split('/').slice(1)
  const host = url.hostname.replace(/^www\./, '')
  if (host === 'github.com') return githubRaw(parts)
  if (host === 'gitlab.com' || parts.includes('-')) return gitlabRaw(url, parts)
  if (host === 'gist.github.com' && parts.length === 2 && parts[1]) {
    const to = new URL(`https://gist.githubusercontent.com/${parts.join('/')}/raw`)
    return { url: to, what: 'the first file of the gist', name: 'promise.yaml' }
  }
  return undefined
}

function githubRaw([owner = '', repo = '', kind, ref, ...path]: readonly string[]):
  | Raw
  | undefined {
  if (owner === '' || repo === '') return undefined
  if ((kind === 'blob' || kind === 'raw') && ref && path.length > 0) {
    const to = `https://raw.githubusercontent.com/${owner}/${repo}/${ref}/${path.join('/')}`
    return { url: new URL(to), what: 'the file that the page shows' }
  }
  const name = repo.replace(/\.git$/, '')
  if (kind === undefined || kind === '') return repositoryZip(owner, name, 'HEAD')
  return kind === 'tree' && ref ? repositoryZip(owner, name, [ref, ...path].join('/')) : undefined
}

/** A branch may hold slashes, and only GitHub can tell it from a folder: the whole is tried. */
function repositoryZip(owner: string, repo: string, ref: string): Raw {
  const url = new URL(`https://codeload.github.com/${owner}/${repo}/zip/${ref}`)
  return { url, what: 'the repository as a zip', name: `${repo}.zip` }
}

function gitlabRaw(url: URL, parts: readonly string[]): Raw | undefined {
  const dash = parts.indexOf('-')
  if (dash < 2 || parts[dash + 1] !== 'blob' || parts.length < dash + 4) return undefined
  const to = new URL(url)
  to.pathname = `/${[...parts.slice(0, dash + 1), 'raw', ...parts.slice(dash + 2)].join('/')}`
  return { url: to, what: 'the file that the page shows' }
}

function nameOf(url: URL): string {
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? ''
  try {
    return decodeURIComponent(last) || 'promise.yaml'
  } catch {
    return last // a stray percent sign
  }
}

/** The line that fetches `url` in a shell, into a file of this name in the folder. */
export function curlLine(url: string, name: string): string {
  const file = name.replace(/[^\w.-]/g, '_').replace(/^[-.]+/, '') || 'promise.yaml'
  return `curl -fL -o ${file} ${quoted(url)}`
}

/** One word of a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
