import { bumpVersion } from '@/lib/commands/bump-version'
import { valueAt } from '@/lib/promise/path'
import { VERSION_LABEL } from '@/lib/promise/read'
import { bumpVersion as next } from '@/lib/promise/semver'
import { equal, show } from '@/lib/schema/misfit'
import { updateRule } from './update-rule'

/** kratix.md 9.3: requests can be pinned to a version, which then should not change. */
export const updateVersionLabel = updateRule(
  'update-version-label',
  ({ promise, value }, before, report) => {
    const { version } = promise
    if (version === '' || version !== before.promise.version) return
    if (equal(valueAt(value, ['spec']), valueAt(before.value, ['spec']))) return
    report({
      severity: 'info',
      message: `The Promise has changed and is still version ${show(version)}: an update overwrites the revision that pinned requests use.`,
      at: VERSION_LABEL,
      suggestions:
        next(version, 'patch') === undefined
          ? undefined
          : [bumpVersion('patch'), bumpVersion('minor'), bumpVersion('major')],
    })
  },
)
