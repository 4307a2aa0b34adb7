import { checkImage } from '@/lib/promise/names'
import type { Rule } from './rule'

/** kratix.md 29: there is an image, and a container runtime can make sense of it. */
export const containerImage: Rule = {
  id: 'container-image',
  check({ promise }, report) {
    for (const { steps } of promise.workflows.flatMap(({ pipelines }) => pipelines)) {
      for (const { image, path } of steps) {
        const message = checkImage(image)
        if (message) report({ severity: 'error', message, at: [...path, 'image'] })
      }
    }
  },
}
