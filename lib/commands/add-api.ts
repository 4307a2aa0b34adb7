import { type Command, refused } from '@/lib/promise/command'
import { API } from '@/lib/promise/read'
import { pascalCase } from '@/lib/promise/upper-first'
import { editPromiseText, set } from './edit-yaml'
import { type NewApi, newApi } from './new-api'
import { onPromise } from './on-promise'

/**
 * Gives the Promise an API.
 * @param fields made of the Promise's name when absent: `redis` gives `Redis` in `redis.example.org`
 */
export function addApi(fields?: NewApi): Command {
  const label = 'Add API'
  return onPromise(label, ({ promise }) => {
    if (promise.api) return refused('The Promise has an API already.')
    const { name } = promise
    const group = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name)
      ? `${name}.example.org`
      : 'example.org'
    const api = newApi(fields ?? { group, kind: kindOf(name) })
    return [editPromiseText({ label, place: API }, set(API, api))]
  })
}

/** `my-redis` as a kind: `MyRedis`. */
export function kindOf(name: string): string {
  return pascalCase(name).replace(/^[0-9]+/, '') || 'Resource'
}
