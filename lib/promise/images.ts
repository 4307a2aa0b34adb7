import { type ImageSetting, imagesOf, imageTag } from './step-images'
import type { StepKey } from './workflows'

/** The parts of an image reference as written; `repository` holds registry and name. */
export interface ImageParts {
  readonly repository: string
  /** '' when there is none. */
  readonly tag: string
  /** `sha256:…`, '' when there is none. */
  readonly digest: string
}

export function splitImage(image: string): ImageParts {
  const at = image.indexOf('@')
  const digest = at < 0 ? '' : image.slice(at + 1)
  const named = at < 0 ? image : image.slice(0, at)
  const colon = named.lastIndexOf(':')
  // A colon before a slash belongs to the registry's port: `localhost:5000/redis`.
  if (colon < 0 || named.indexOf('/', colon) >= 0) return { repository: named, tag: '', digest }
  return { repository: named.slice(0, colon), tag: named.slice(colon + 1), digest }
}

export function joinImage({ repository, tag, digest }: ImageParts): string {
  return `${repository}${tag && `:${tag}`}${digest && `@${digest}`}`
}

/**
 * The image of a step after registry, version or name of the Promise went from `before` to
 * `after`. An image that the setting made moves with all three. Any other that stands in the
 * Promise's registry moves with the registry, and with the version while its tag is the version.
 * The rest are somebody else's and stay.
 */
export function moveImage(
  image: string,
  key: StepKey,
  before: ImageSetting,
  after: ImageSetting,
): string {
  const made = imagesOf(before, key).indexOf(image)
  if (made >= 0) return imagesOf(after, key)[made] ?? image
  const from = folder(before.registry)
  const { repository, tag, digest } = splitImage(image)
  if (from === '' || !repository.startsWith(from)) return image
  return joinImage({
    repository: folder(after.registry) + repository.slice(from.length),
    tag: digest === '' && tag === imageTag(before.version) ? imageTag(after.version) : tag,
    digest,
  })
}

/** The registry with the slash that ends it, as `imagesOf` writes it; '' for none. */
function folder(registry = ''): string {
  const plain = registry.trim().replace(/\/+$/, '')
  return plain && `${plain}/`
}

/**
 * False for a name alone, such as `redis-render:v0.1.0`: it is that of an image on one's own machine.
 * Pushed, it would be one of Docker's own (`docker.io/library/…`), which are nobody's to push.
 */
export function canBePushed(image: string): boolean {
  return image.includes('/')
}

/**
 * The host that the image is pulled from; `undefined` when the reference leaves it out, which means
 * Docker Hub.
 */
export function registryHost(image: string): string | undefined {
  const [first = '', ...rest] = image.split('/')
  return rest.length > 0 && (/[.:]/.test(first) || first === 'localhost') ? first : undefined
}

/** The reference with the host that Docker Hub's images are understood to have (`docker.io/library/…`). */
export function fullImage(image: string): string {
  if (registryHost(image) !== undefined) return image
  return `docker.io/${image.includes('/') ? '' : 'library/'}${image}`
}

/**
 * True when the reference may mean another image tomorrow: untagged or `:latest`, no digest
 * (kratix.md B19).
 */
export function isFloating(image: string): boolean {
  const { tag, digest } = splitImage(image)
  return digest === '' && (tag === '' || tag === 'latest')
}
