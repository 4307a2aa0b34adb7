import { expect, test } from 'vitest'
import { addStep } from '@/lib/commands/add-step'
import { filesOf } from '@/lib/commands/testing'
import { runCommand } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import { checkPromise } from '@/lib/rules/check'
import { GOOD } from '@/lib/rules/testing'
import { IMAGE_SHAPES } from './image-shapes'

test.each(IMAGE_SHAPES)('$label gives a step that no rule has anything against', (shape) => {
  const answers = Object.fromEntries(shape.asks.map(({ key, start }) => [key, start || 'notify']))
  const step = {
    kind: 'image',
    image: 'ghcr.io/acme/notify:v1',
    fields: shape.fields(answers),
  } as const
  const workflow = { type: 'resource', action: 'configure' } as const
  const files = runCommand(
    filesOf({ [PROMISE_FILE]: GOOD }),
    addStep(workflow, step, { pipeline: 0 }),
  )
  expect(files.get(PROMISE_FILE)?.text).toContain('- name: acme-notify\n')
  expect(checkPromise(files)).toEqual([])
})
