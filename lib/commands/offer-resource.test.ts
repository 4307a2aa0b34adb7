import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkTemplate } from '@/lib/render/check-template'
import { substitute } from '@/lib/render/placeholders'
import { parseYaml } from '@/lib/yaml/document'
import { offerStarter } from './offer-resource'

const HOSTILE = ['a\nb: c', '${name}', '$${', '${', 'g${size}.io', '\u2028', '# x', '\\', '\r\n- y']
const text = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 3,
  })
  .map((parts) => parts.join(''))

test('what a resource is called stays text: no line of YAML, no placeholder', () => {
  fc.assert(
    fc.property(text, text, text, text, text, (group, name, kind, promise, fixed) => {
      const key = fixed.replaceAll('${', '')
      const property = { type: 'string', enum: [fixed] }
      const schema = {
        properties: {
          spec: {
            required: [key],
            properties: { size: { type: 'integer' }, [key]: property },
          },
        },
      }
      const version = { name, served: true, deprecated: false, schema }
      const crd = { name: 'x', group, kind, namespaced: true, versions: [version] }
      const size = { path: ['size'], names: ['size'], schema: { type: 'integer' }, default: 1 }
      const { template, settings } = offerStarter({ crd, version, fields: [size] }, 'go', promise)
      const names = settings.kind === 'render' ? Object.keys(settings.values) : []
      expect(checkTemplate(template.path, template.text, names)).toEqual([])

      const documents = parseYaml(template.text)
      expect(documents).toHaveLength(1)
      const values = new Map(Object.entries({ name: 'n', namespace: 'ns', size: 3 }))
      const filled = JSON.parse(JSON.stringify(documents[0]?.value()), (_, part) => {
        if (typeof part !== 'string') return part
        const read = substitute(part, values)
        return read.ok ? read.value : read
      })
      const labels = {
        'app.kubernetes.io/managed-by': 'kratix',
        'kratix.io/promise-name': promise.toWellFormed(),
      }
      expect(filled).toEqual({
        apiVersion: `${group}/${name}`.toWellFormed(),
        kind: kind.toWellFormed(),
        metadata: { name: 'n', namespace: 'ns', labels },
        spec: { size: 3, [key.toWellFormed()]: fixed.toWellFormed() },
      })
    }),
  )
})
