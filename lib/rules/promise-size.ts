import { APPLY_LIMIT, appliedSize, ETCD_LIMIT } from '@/lib/promise/size'
import type { Rule } from './rule'

const number = new Intl.NumberFormat('en-GB')

/** kratix.md 112 and 113. */
export const promiseSize: Rule = {
  id: 'promise-size',
  check({ value, promise }, report) {
    const size = appliedSize(value)
    const at = promise.dependencies.length > 0 ? ['spec', 'dependencies'] : []
    const move = promise.dependencies.length > 0 ? ' or move dependencies into an image' : ''
    if (size > ETCD_LIMIT) {
      const message = `The Promise has ${number.format(size)} bytes; etcd stores at most ${number.format(ETCD_LIMIT)}, so it cannot be installed${move && ': move dependencies into an image'}.`
      report({ severity: 'error', message, at })
    } else if (size > APPLY_LIMIT) {
      const message = `The Promise has ${number.format(size)} bytes; plain "kubectl apply" takes at most ${number.format(APPLY_LIMIT)}: use "kubectl apply --server-side"${move}.`
      report({ severity: 'warning', message, at })
    }
  },
}
