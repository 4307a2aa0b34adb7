import { expect, test } from 'vitest'
import { addTemplate } from './add-template'
import { removeTemplate } from './remove-template'
import { renameTemplate } from './rename-template'
import { after, RENDER, redis, refusal } from './testing'

const FOLDER = `workflows/${RENDER}/resources/`

test('templates are added, renamed and removed below resources/', () => {
  const added = after(redis, addTemplate(RENDER, 'net/policy.yaml', 'kind: X\n'))
  expect(added).toEqual({ ...redis, [`${FOLDER}net/policy.yaml`]: 'kind: X\n' })
  const renamed = after(added, renameTemplate(RENDER, 'net/policy.yaml', 'policy.yml'))
  expect(renamed).toEqual({ ...redis, [`${FOLDER}policy.yml`]: 'kind: X\n' })
  expect(after(renamed, removeTemplate(RENDER, 'policy.yml'))).toEqual(redis)
})

test('paths that leave the folder, clash, or hold no manifest are refused', () => {
  for (const path of [
    '../x.yaml',
    '/x.yaml',
    'a//b.yaml',
    'x.txt',
    '.yaml',
    'a\nb.yaml',
    'C:\\x.yaml',
  ]) {
    expect(refusal(redis, addTemplate(RENDER, path, ''))).not.toBe('')
    expect(refusal(redis, renameTemplate(RENDER, 'failover.yaml', path))).not.toBe('')
  }
  expect(refusal(redis, addTemplate(RENDER, 'failover.yaml', ''))).toContain('another template')
  expect(refusal(redis, addTemplate(RENDER, 'failover.yaml/x.yaml', ''))).toContain('is a file')
  expect(refusal(redis, addTemplate('resource/configure/instance/notify', 'x.yaml', ''))).toContain(
    'not a render step',
  )
})
