import { expect, test } from 'vitest'
import { setTemplate } from '@/lib/commands/set-template'
import { after, RENDER, redis } from '@/lib/commands/testing'
import type { TemplateSettings } from '@/lib/promise/settings'
import { templateSettings } from './template-settings'
import { report } from './testing'

const said = (template: string, one: TemplateSettings) =>
  report(templateSettings, after(redis, setTemplate(RENDER, template, one)))

test('a condition on a value of the step is fine', () => {
  expect(said('failover.yaml', { onlyWhen: { value: 'name', present: true } })).toEqual([])
})

test('unknown values and templates that are gone are told', () => {
  const [unknown = ''] = said('failover.yaml', { onlyWhen: { value: 'size', present: true } })
  expect(unknown).toContain(
    'The condition of failover.yaml names "size", which is no value of this step.',
  )
  const [gone = ''] = said('gone.yaml', { component: true })
  expect(gone).toContain('has no template gone.yaml any more')
})

test('a promise workflow has no request to be a part of', () => {
  const texts = after(redis, setTemplate(RENDER, 'failover.yaml', { component: true }))
  const promise = texts['promise.yaml']?.replace('    resource:\n', '    promise:\n') ?? ''
  const key = RENDER.replace('resource/', 'promise/')
  const moved = Object.fromEntries(
    Object.entries({ ...texts, 'promise.yaml': promise }).map(([path, text]) => [
      path.replace(RENDER, key),
      text.replace(RENDER, key),
    ]),
  )
  expect(report(templateSettings, moved).join()).toContain('cannot be a part of a request')
})
