import { newPromise } from '@/lib/commands/create-promise'
import { FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { redisDependencies } from '../../e2e/repository/redis.js'

/**
 * A Promise with so many properties in objects of ten, about 300 bytes each: what a large API looks
 * like. 100 are 30 KB, 1,000 are 300 KB.
 */
export function promiseWith(properties: number): Files {
  const files = newPromise({ name: 'bench', group: 'example.org', kind: 'Bench' })
  const text = files.get(PROMISE_FILE)?.text ?? ''
  const indent = ' '.repeat(20)
  let extra = ''
  for (let i = 0; i < properties; i++) {
    if (i % 10 === 0)
      extra += `${indent}group${i / 10}:\n${indent}  type: object\n${indent}  properties:\n`
    extra += [
      `    property${i}:`,
      `      type: ${i % 3 === 0 ? 'integer' : 'string'}`,
      `      description: Property ${i} of the API, with a sentence that says what it is good for`,
      i % 3 === 0 ? '      minimum: 0' : '      maxLength: 63',
      i % 3 === 0 ? `      default: ${i}` : '      pattern: "^[a-z0-9-]+$"',
      '',
    ]
      .map((line) => (line === '' ? '' : indent + line))
      .join('\n')
  }
  const anchor = `${indent}size:\n`
  if (!text.includes(anchor)) throw new Error('the new Promise has no property size')
  const whole = text.replace(anchor, () => extra + anchor)
  return new Map([...files, [PROMISE_FILE, FileContent.fromText(whole)]])
}

/** A Promise whose API is the largest definition of the Redis operator: 809 KB. */
export function promiseWithCrd(): Files {
  const [largest] = redisDependencies()
    .map(({ content }) => content)
    .sort((a, b) => b.size - a.size)
  const crd = (largest?.text ?? '').replace(/^\s*---\n/, '').replaceAll(/^(?=.)/gm, '    ')
  const head =
    'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata:\n  name: bench\nspec:\n  api:\n'
  return new Map([[PROMISE_FILE, FileContent.fromText(head + crd)]])
}

/** The same files as if they had just been read: no reading, no hash is remembered. */
export function fresh(files: Files): Files {
  return new Map(
    [...files].map(([path, { bytes }]) => [path, FileContent.fromBytes(bytes.slice())]),
  )
}
