import { type Command, refused } from '@/lib/promise/command'
import { type Bump, bumpVersion as next } from '@/lib/promise/semver'
import { show } from '@/lib/schema/misfit'
import { onPromise } from './on-promise'
import { setPromiseVersion } from './set-promise-version'

/** Raises the version: label and images that follow it move in one step. */
export function bumpVersion(bump: Bump): Command {
  const label = `Bump ${bump} version`
  return onPromise(label, ({ promise }) => {
    const version = next(promise.version, bump)
    if (version !== undefined) return [setPromiseVersion(version, label)]
    const first = promise.version === ''
    const reason = first
      ? 'The Promise has no version yet.'
      : `The version ${show(promise.version)} is not one like "v0.1.0".`
    return refused(reason, [setPromiseVersion('v0.1.0', 'Set version v0.1.0')])
  })
}
