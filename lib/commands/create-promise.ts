import { FileContent, type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { printYaml } from '@/lib/yaml/edit'
import { type NewApi, newApi } from './new-api'
import { SETTINGS_HEAD } from './settings'

export interface NewPromise extends NewApi {
  readonly name: string
  /** Registry of the images, e.g. `ghcr.io/acme`; none when absent or empty. */
  readonly registry?: string
}

/** The files of a new draft: a Promise with an API of one property, and the settings. */
export function newPromise(fields: NewPromise): Files {
  const promise = {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name: fields.name, labels: { 'kratix.io/promise-version': 'v0.1.0' } },
    spec: { api: newApi(fields) },
  }
  const settings = { version: 1, ...(fields.registry && { images: { registry: fields.registry } }) }
  return new Map([
    [PROMISE_FILE, FileContent.fromText(printYaml(promise))],
    [SETTINGS_FILE, FileContent.fromText(SETTINGS_HEAD + printYaml(settings))],
  ])
}
