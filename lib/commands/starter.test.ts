import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSafePath } from '@/lib/promise/files'
import { readPromise } from '@/lib/promise/read'
import { stepSettings } from '@/lib/promise/settings'
import { checkTemplate } from '@/lib/render/check-template'
import { renderStarter } from './starter'

test('what a render step starts with is good, whatever the Promise is called', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a: {b', '${x}', '$${', '../x', 'yes', '"; rm -rf /', '*/', '', 'a\nb'),
  )
  fc.assert(
    fc.property(text, text, fc.constantFrom('resource', 'promise'), (name, kind, type) => {
      const promise = readPromise({
        metadata: { name },
        spec: { api: { spec: { names: { kind } } } },
      })
      const { settings, template } = renderStarter(
        type === 'resource' ? type : 'promise',
        'go',
        promise,
        { step: 'render', object: '' },
      )
      expect(stepSettings.parse(settings)).toEqual(settings)
      expect(isSafePath(template.path)).toBe(true)
      const names = settings.kind === 'render' ? Object.keys(settings.values) : []
      expect(checkTemplate(template.path, template.text, names)).toEqual([])
    }),
  )
})
