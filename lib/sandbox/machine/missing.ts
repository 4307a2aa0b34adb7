import type { Ending } from './ending'

/**
 * Stands for something of Node that is not there: nothing can be done with it but to pass it on, so
 * that a program which only imports it still runs.
 */
export function missing(name: string, ending: Ending): unknown {
  const used = (): never => ending.notHere(`It uses ${name}, which is not there in the page.`)
  // No arrow: `new` has to find something that it may call.
  function stand(): never {
    return used()
  }
  return new Proxy(stand, {
    ...{ apply: used, construct: used, set: used, has: used, getPrototypeOf: used },
    get: (_, key) => (key === 'prototype' || typeof key === 'symbol' ? undefined : used()),
  })
}

/**
 * A built-in module as `import` finds it: its members by name, all of them as the default, and what
 * Node has besides as {@link missing}.
 */
export function builtin(name: string, members: object, ending: Ending): object {
  const absent = new Map<string, unknown>()
  const module: object = new Proxy(members, {
    get(target, key) {
      if (key === '__esModule') return true
      if (key === 'default')
        return Object.hasOwn(target, 'default') ? Reflect.get(target, key) : module
      if (typeof key === 'symbol' || key === 'then' || Object.hasOwn(target, key)) {
        return Reflect.get(target, key)
      }
      if (!absent.has(key)) absent.set(key, missing(`${name}.${key}`, ending))
      return absent.get(key)
    },
  })
  return module
}
