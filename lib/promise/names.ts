/**
 * Checks of names, as the API server and Kratix make them. Each takes the name and gives
 * `undefined` when it is good, else one sentence that names the fault and its reason. Numbers are
 * those of kratix.md.
 */

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const DNS_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/

const RESERVED_CONTAINERS = ['reader', 'work-writer', 'status-writer']
const RESERVED_VERSIONS = ['latest', 'not-set']
const PROTECTED_GROUP = /^(.+\.)?(k8s|kubernetes)\.io$/

/** Lower-case letters, digits and `-`, a letter or digit at both ends, at most 63. */
export function checkDnsLabel(name: string, what = 'The name'): string | undefined {
  if (name === '') return `${what} is missing.`
  if (name.length > 63) return tooLong(what, name, 63)
  if (LABEL.test(name)) return undefined
  return `${what} "${name}" may hold only lower-case letters, digits and "-", and begins and ends with a letter or digit (DNS-1123 label).`
}

/** As {@link checkDnsLabel}, but it starts with a letter. */
export function checkDns1035(name: string, what = 'The name'): string | undefined {
  if (name === '') return `${what} is missing.`
  if (name.length > 63) return tooLong(what, name, 63)
  if (DNS_1035.test(name)) return undefined
  return `${what} "${name}" may hold only lower-case letters, digits and "-", begins with a letter and ends with a letter or digit (DNS-1035 label).`
}

/** DNS labels joined by dots, at most 253. */
export function checkSubdomain(name: string, what = 'The name'): string | undefined {
  if (name === '') return `${what} is missing.`
  if (name.length > 253) return tooLong(what, name, 253)
  // The API server does not hold the parts of a subdomain to 63 characters.
  if (name.split('.').every((part) => LABEL.test(part))) return undefined
  return `${what} "${name}" may hold only lower-case letters, digits, "-" and ".", and each part between dots begins and ends with a letter or digit (DNS-1123 subdomain).`
}

/** Rules 1 and 21: Kratix also uses the name as the value of a label, which ends at 63. */
export function checkPromiseName(name: string): string | undefined {
  if (name.length > 63) return tooLong('The Promise name', name, 63)
  return checkSubdomain(name, 'The Promise name')
}

/** Rule 40. Protected groups (41) are left to {@link checkProtectedGroup}. */
export function checkGroup(group: string): string | undefined {
  const fault = checkSubdomain(group, 'The group')
  if (fault) return fault
  if (group.includes('.')) return undefined
  return `The group "${group}" should be a domain with at least one dot, such as "${group}.org".`
}

/** Rule 41: these groups need the annotation `api-approved.kubernetes.io`. */
export function checkProtectedGroup(group: string): string | undefined {
  if (!PROTECTED_GROUP.test(group)) return undefined
  return `The group "${group}" belongs to the Kubernetes project and needs the annotation "api-approved.kubernetes.io" on the API; choose a domain of your own.`
}

/** Rule 45: the kind in lower case is a DNS-1035 label. */
export function checkKind(kind: string, what = 'The kind'): string | undefined {
  if (kind === '') return `${what} is missing.`
  if (kind.length > 63) return tooLong(what, kind, 63)
  if (DNS_1035.test(asciiLower(kind))) return undefined
  return `${what} "${kind}" may hold only letters, digits and "-", begins with a letter and ends with a letter or digit.`
}

/** Rule 43. */
export function checkPlural(plural: string): string | undefined {
  return checkDns1035(plural, 'The plural')
}

/** Rule 44. */
export function checkSingular(singular: string): string | undefined {
  return checkDns1035(singular, 'The singular')
}

/** Rule 39. */
export function checkCrdName(name: string, plural: string, group: string): string | undefined {
  const wanted = `${plural}.${group}`
  if (name !== wanted) {
    return `The CRD name "${name}" must be the plural, a dot and the group: "${wanted}".`
  }
  return checkSubdomain(name, 'The CRD name')
}

/** Rule 48. */
export function checkVersionName(name: string): string | undefined {
  const fault = checkDns1035(name, 'The version name')
  return fault && name !== '' ? `${fault} Use one like "v1" or "v1alpha1".` : fault
}

const LONGEST_WARNING = 256

/** kratix.md 51; the reason goes on from "The deprecationWarning of …". */
export function checkDeprecationWarning(warning: string): string | undefined {
  if (warning === '') return 'must not be an empty string.'
  if (new TextEncoder().encode(warning).length > LONGEST_WARNING) {
    return `must be <= ${LONGEST_WARNING} characters long, counted in bytes.`
  }
  const odd = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.exec(warning)
  return odd
    ? `must only contain printable UTF-8 characters; another one is found at index ${odd.index}.`
    : undefined
}

/** A label value: at most 63, letters, digits, `-`, `_` and `.`; empty is allowed. */
export function checkLabelValue(value: string, what = 'The value'): string | undefined {
  if (value.length > 63) return tooLong(what, value, 63)
  if (LABEL_VALUE.test(value)) return undefined
  return `${what} "${value}" may hold only letters, digits, "-", "_" and ".", and begins and ends with a letter or digit (label value).`
}

/** A label key: a name as a label value but not empty, after an optional DNS prefix and a slash. */
export function checkLabelKey(key: string): string | undefined {
  if (key === '') return 'The label is missing.'
  const slash = key.indexOf('/')
  const fault = slash < 0 ? undefined : checkSubdomain(key.slice(0, slash), 'The label prefix')
  const name = key.slice(slash + 1)
  if (fault) return fault
  return name === '' ? 'The label name is missing.' : checkLabelValue(name, 'The label name')
}

/** The label `kratix.io/promise-version` (2.3): Kratix keeps two words for itself. */
export function checkPromiseVersion(version: string): string | undefined {
  if (version === '') return 'The version is missing.'
  if (RESERVED_VERSIONS.includes(version)) {
    return `The version "${version}" is a word that Kratix keeps for itself; use one like "v0.1.0".`
  }
  return checkLabelValue(version, 'The version')
}

/** Rules 20, 25 and 26: it becomes a label and part of the names of a ServiceAccount and a Job. */
export function checkPipelineName(name: string): string | undefined {
  if (name.length > 63) return tooLong('The pipeline name', name, 63)
  return checkSubdomain(name, 'The pipeline name')
}

/** Rules 27 and 28: three names are those of Kratix's own containers. */
export function checkContainerName(name: string): string | undefined {
  if (RESERVED_CONTAINERS.includes(name)) {
    return `The container name "${name}" is taken by a container of Kratix's own.`
  }
  return checkDnsLabel(name, 'The container name')
}

/** Any other text is a property name to Kubernetes; an empty one can be neither read nor shown. */
export function checkPropertyName(name: string): string | undefined {
  return name === '' ? 'The property name is missing.' : undefined
}

const HOST =
  /^(localhost|([a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?)(\.[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(:\d+)?$/
const PART = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/
const TAG = /^\w[\w.-]{0,127}$/
const DIGEST = /^[A-Za-z][A-Za-z0-9]*([-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/

/** A registry with optional path: `ghcr.io/acme`, `localhost:5000`. Empty means none. */
export function checkRegistry(registry: string): string | undefined {
  if (registry === '') return undefined
  const [host = '', ...parts] = registry.split('/')
  if ((HOST.test(host) || PART.test(host)) && parts.every((part) => PART.test(part))) {
    return undefined
  }
  return `The registry "${registry}" is not a host with an optional path, such as "ghcr.io/acme".`
}

/** Rule 29, and what a container runtime can pull at all. */
export function checkImage(image: string): string | undefined {
  if (image === '') return 'The image is missing.'
  if (image.trim() !== image) return `The image "${image}" has spaces around it.`
  const [named = '', digest, ...more] = image.split('@')
  const slash = named.lastIndexOf('/')
  const colon = named.indexOf(':', slash + 1)
  const repository = colon < 0 ? named : named.slice(0, colon)
  const tag = colon < 0 ? undefined : named.slice(colon + 1)
  const [first = '', ...rest] = repository.split('/')
  const hosted = rest.length > 0 && (/[.:[]/.test(first) || first === 'localhost')
  const parts = hosted ? rest : [first, ...rest]
  const good =
    more.length === 0 &&
    (!hosted || HOST.test(first)) &&
    parts.every((part) => PART.test(part)) &&
    (tag === undefined || TAG.test(tag)) &&
    (digest === undefined || DIGEST.test(digest))
  if (good) return undefined
  return `The image "${image}" is not a reference that can be pulled; write it like "ghcr.io/acme/redis:v0.1.0".`
}

function tooLong(what: string, name: string, limit: number): string {
  return `${what} has ${name.length} characters; at most ${limit} are allowed.`
}

/** Only A-Z: the Kelvin sign and its like must not become the letter that they resemble. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
