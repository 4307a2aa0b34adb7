import { cutLabel, toDnsLabel } from './dns-label'
import { checkContainerName } from './names'
import type { StepKey } from './workflows'

/** What the image of a step follows: registry and version for all, and the Promise's name. */
export interface ImageSetting {
  /** `ghcr.io/team`; '' or absent: images of the local machine, without a registry. */
  readonly registry: string | undefined
  readonly promise: string
  /** The Promise's version; '' stands for the first one. */
  readonly version: string
}

const FIRST_VERSION = 'v0.0.1' // never `latest`: that would be pulled anew for every run (rule B19)

/**
 * The images that mean "this step follows the setting", best first. The longer names are for
 * steps that share their container name with a step elsewhere.
 */
export function imagesOf(setting: ImageSetting, key: StepKey): readonly string[] {
  const [type = '', action = '', pipeline = '', container = ''] = key.split('/')
  const registry = (setting.registry ?? '').trim().replace(/\/+$/, '')
  const promise = toDnsLabel(setting.promise, 'promise')
  const step = toDnsLabel(container, 'step')
  const names = [step, `${toDnsLabel(pipeline, 'pipeline')}-${step}`]
  names.push(`${type}-${action}-${names[1]}`)
  return names.map(
    (name) => `${registry && `${registry}/`}${promise}-${name}:${imageTag(setting.version)}`,
  )
}

/** True when `image` is what the setting makes of the step: it moves with registry and version. */
export function followsSetting(image: string, setting: ImageSetting, key: StepKey): boolean {
  return imagesOf(setting, key).includes(image)
}

/** The first image of {@link imagesOf} that no other step uses. */
export function freeImage(
  setting: ImageSetting,
  key: StepKey,
  taken: (image: string) => boolean,
): string {
  const images = imagesOf(setting, key)
  return images.find((image) => !taken(image)) ?? images.at(-1) ?? ''
}

/** A version as an image tag: what a tag cannot hold (the `+` of build metadata) becomes `-`. */
export function imageTag(version: string): string {
  return (
    version
      .replace(/[^\w.-]/g, '-')
      .replace(/^[.-]+/, '')
      .slice(0, 128) || FIRST_VERSION
  )
}

/**
 * A container name made of an image, right where the `kratix` CLI errs (kratix.md D19): no digest,
 * no registry host with or without port, no tag, always a valid and free-to-use label.
 */
export function containerNameOf(image: string): string {
  const parts = image.trim().replace(/@.*$/s, '').split('/')
  const [host = ''] = parts
  if (parts.length > 1 && (/[.:]/.test(host) || host === 'localhost')) parts.shift()
  const plain = parts
    .join('/')
    .replace(/:[^/]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const name = cutLabel(plain) || 'step'
  return checkContainerName(name) === undefined ? name : `${name}-step` // Kratix's own names
}
