import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { checkImage } from '@/lib/promise/names'
import type { Rule } from './rule'

/** kratix.md 29: there is an image, and a container runtime can make sense of it. */
export const containerImage: Rule = {
  id: 'container-image',
  check({ promise }, report) {
    for (const { steps } of promise.workflows.flatMap(({ pipelines }) => pipelines)) {
      for (const { image, path } of steps) {
        const message = checkImage(image)
        if (!message) continue
        const at = [...path, 'image']
        const plain = image.trim()
        const fix =
          plain !== image && !checkImage(plain)
            ? setField(PROMISE_FILE, at, plain, 'Take the spaces away')
            : undefined
        report({ severity: 'error', message, at, ...(fix && { fix }) })
      }
    }
  },
}
