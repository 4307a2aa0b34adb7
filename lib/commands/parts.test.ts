import { expect, it } from 'vitest'
import { PROMISE_FILE } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { parseYaml } from '@/lib/yaml/document'
import { addPart, movePart, removePart, renamePart, setPart, setPartSource, takeWay } from './parts'
import { after, afterAll, refusal } from './testing'

const STEP = ['spec', 'workflows', 'resource', 'configure', 0, 'spec', 'containers', 0]
const ORDER = ['name', 'image', 'command', 'args', 'env', 'imagePullPolicy', 'resources']

const promise = (container: string) => ({
  [PROMISE_FILE]: `kind: Promise
spec:
  workflows:
    resource:
      configure:
        - kind: Pipeline # the only one
          spec:
            containers:
              # says hello
              - name: notify
${container}`,
})
const MINIMAL = `                image: ghcr.io/acme/notify:v1 # pinned
`
const container = (texts: Readonly<Record<string, string>>) =>
  texts[PROMISE_FILE]?.split('- name: notify\n')[1]

it('sets a new field where a reader looks for it, and touches no comment', () => {
  const texts = promise(`${MINIMAL}                resources: {} # all of it\n`)
  const set = after(texts, setPart([...STEP, 'args'], ['--loud'], ORDER))
  expect(container(set)).toBe(
    `${MINIMAL}                args:
                  - --loud
                resources: {} # all of it
`,
  )
  expect(container(after(set, setPart([...STEP, 'args', 0], '-q')))).toContain('- -q\n')
})

it('adds a field at the end where nothing comes after it', () => {
  const texts = after(promise(MINIMAL), setPart([...STEP, 'imagePullPolicy'], 'Always', ORDER))
  expect(container(texts)).toBe(`${MINIMAL}                imagePullPolicy: Always\n`)
})

it('keeps the words of a value that is given as YAML', () => {
  const source = 'limits: {cpu: 1} # one core'
  const texts = after(promise(MINIMAL), setPartSource([...STEP, 'resources'], source, ORDER))
  expect(container(texts)).toContain('limits: {cpu: 1} # one core')
})

it('removes what a field leaves empty, up to the struct that must stay', () => {
  const texts = promise(
    `${MINIMAL}                securityContext:\n                  capabilities:\n                    drop: [ALL]\n`,
  )
  const path = [...STEP, 'securityContext', 'capabilities', 'drop', 0]
  expect(container(after(texts, removePart(path, STEP)))).toBe(MINIMAL)
  const kept = after(texts, removePart(path, [...STEP, 'securityContext']))
  expect(container(kept)).toContain('securityContext: {}')
})

it('adds items to a list, also to one that is not there, and moves them', () => {
  const texts = afterAll(
    promise(MINIMAL),
    addPart([...STEP, 'env'], { name: 'A', value: 'yes' }, ORDER),
    addPart([...STEP, 'env'], { name: 'B', value: '1' }, ORDER),
    movePart([...STEP, 'env'], 0, 1),
  )
  expect(container(texts)).toBe(`${MINIMAL}                env:
                  - name: B
                    value: "1"
                  - name: A
                    value: "yes"
`)
})

it('renames an entry of a map, and refuses a key that is there', () => {
  const texts = promise(
    `${MINIMAL}                resources:\n                  limits: {cpu: 1, memory: 1Gi}\n`,
  )
  const limits = [...STEP, 'resources', 'limits']
  expect(container(after(texts, renamePart([...limits, 'cpu'], 'ephemeral-storage')))).toContain(
    '{ephemeral-storage: 1, memory: 1Gi}',
  )
  expect(refusal(texts, renamePart([...limits, 'cpu'], 'memory'))).toBe(
    'There is a "memory" already.',
  )
})

it('says a variable in another way, with the name and the key that it had', () => {
  const env = [...STEP, 'env', 0]
  const keyed = {
    start: { name: '', key: '' },
    fields: { name: 'string', key: 'string', optional: 'bool' },
  }
  const secret = { at: ['valueFrom', 'secretKeyRef'], ...keyed }
  const config = { at: ['valueFrom', 'configMapKeyRef'], ...keyed }
  const plain = { at: ['value'], start: '', fields: {} }
  const ways = [plain, secret, config]
  const texts = promise(
    `${MINIMAL}                env:\n                  - name: TOKEN # who we are\n                    valueFrom: {secretKeyRef: {name: db, key: token, optional: true}}\n`,
  )
  const other = after(texts, takeWay(env, ways, config))
  expect(container(other)).toContain('- name: TOKEN # who we are\n')
  expect(container(other)).toContain('configMapKeyRef: {name: db, key: token, optional: true}')
  expect(container(other)).not.toContain('secretKeyRef')
  const value = after(other, takeWay(env, ways, plain))
  expect(container(value)).toBe(
    `${MINIMAL}                env:\n                  - name: TOKEN # who we are\n                    value: ""\n`,
  )
})

it('says a volume in another way, with its items and mode unless they mean something else', () => {
  const volume = ['spec', 'workflows', 'resource', 'configure', 0, 'spec', 'volumes', 0]
  const files = { defaultMode: 'int32', items: '[]KeyToPath', optional: 'bool' }
  const config = {
    ...{ at: ['configMap'], start: { name: '' } },
    fields: { name: 'string', ...files },
  }
  const secret = {
    ...{ at: ['secret'], start: { secretName: '' } },
    fields: { secretName: 'string', ...files },
  }
  const pod = {
    ...{ at: ['downwardAPI'], start: { items: [] } },
    fields: { defaultMode: 'int32', items: '[]DownwardAPIVolumeFile' },
  }
  const ways = [config, secret, pod]
  const held = { name: 'a', defaultMode: 256, items: [{ key: 'k', path: 'p' }], optional: true }
  const texts = after(
    promise(MINIMAL),
    setPart(volume.slice(0, -1), [{ name: 'data', configMap: held }]),
  )
  const now = (from: Readonly<Record<string, string>>) =>
    valueAt(parseYaml(from[PROMISE_FILE] ?? '')[0]?.value(), volume)
  const other = after(texts, takeWay(volume, ways, secret))
  const { name: _, ...shared } = held
  expect(now(other)).toEqual({ name: 'data', secret: { secretName: '', ...shared } })
  expect(now(after(other, takeWay(volume, ways, pod)))).toEqual({
    ...{ name: 'data', downwardAPI: { items: [], defaultMode: 256 } },
  })
})
