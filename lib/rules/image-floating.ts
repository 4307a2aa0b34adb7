import { isFloating } from '@/lib/promise/images'
import { checkImage } from '@/lib/promise/names'
import type { Rule } from './rule'

/** kratix.md B19: the same reference means the same image tomorrow. */
export const imageFloating: Rule = {
  id: 'image-floating',
  check({ promise }, report) {
    for (const { steps } of promise.workflows.flatMap(({ pipelines }) => pipelines)) {
      for (const { image, path } of steps) {
        if (checkImage(image) || !isFloating(image)) continue
        report({
          severity: 'warning',
          message: `The image "${image}" may be another one tomorrow; give it the tag of a version, or a digest.`,
          at: [...path, 'image'],
        })
      }
    }
  },
}
