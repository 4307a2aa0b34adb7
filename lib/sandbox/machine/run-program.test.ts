import { describe, expect, test } from 'vitest'
import type { ProgramCall } from '../call'
import { callOf, runHere } from '../testing'

const ran = (program: string, more: Partial<ProgramCall> = {}) => runHere(callOf(program, more))
const exit = (code: number) => ({ kind: 'exit', code })

describe('a program', () => {
  test('reads its input and resources, and writes output and metadata', async () => {
    const answer = await ran(
      `import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
       import * as fs from 'fs'
       import { join } from 'node:path'
       const names: string[] = await readdir('/resources')
       await mkdir('/kratix/output/deep', { recursive: true })
       await writeFile(join('/kratix/output', 'deep/a.yaml'), names.join() + await readFile('/kratix/input/object.yaml', 'utf8'))
       fs.writeFileSync('/kratix/metadata/status.yaml', fs.readFileSync('/resources/t.yaml'))
       fs.rmSync('/kratix/output/old.yaml')`,
      {
        resources: [['t.yaml', 'a: 1\n']],
        output: [
          ['kept.bin', new Uint8Array([0xff])],
          ['old.yaml', 'x'],
        ],
      },
    )
    expect(answer).toMatchObject({
      end: exit(0),
      read: ['/kratix/input/object.yaml', '/resources/t.yaml'],
      output: [
        ['deep/a.yaml', 't.yamlkind: Redis\n'],
        ['kept.bin', new Uint8Array([0xff])],
      ],
      metadata: [['status.yaml', 'a: 1\n']],
    })
  })

  test('has modules of its own, types that go, and what TypeScript adds', async () => {
    const answer = await ran('', {
      scripts: [
        [
          'pipeline.ts',
          `import type { Gone } from './nowhere.js'
           import { fileURLToPath } from 'node:url'
           import data from './data.json' with { type: 'json' }
           import say, { Size, type Word } from './lib/words.js'
           class Box { constructor(private readonly held: Word) {} get text(): string { return this.held satisfies Word } }
           const console_ = console
           console_.log(say(new Box('hi').text), Size.Large, (data as { a: number }).a)
           console.log(fileURLToPath(import.meta.url), process.argv[1], 'import.meta')
           const later = await import('./lib/later.js')
           console.log(later.value)
           export {}`,
        ],
        [
          'lib/words.ts',
          `export type Word = 'hi' | 'ho'
           export enum Size { Small = 1, Large }
           export default function say<const T extends string>(word: T): string { return word + '!' }`,
        ],
        ['lib/later.ts', 'export const value: number | undefined = 3'],
        ['data.json', '{ "a": 7 }'],
      ],
    })
    expect(answer.log).toEqual([
      'hi! 2 7',
      '/app/dist/pipeline.js /app/dist/pipeline.js import.meta',
      '3',
    ])
    expect(answer.end).toEqual(exit(0))
  })

  test('has the yaml package that generated programs have', async () => {
    const { log } = await ran(
      `import YAML, { parse } from 'yaml'
       console.log(parse('a: [1]').a, YAML.stringify({ b: true }).trim())`,
    )
    expect(log).toEqual(['[ 1 ] b: true'])
  })

  test('finds the variables of its container, and has hashes and bytes', async () => {
    const { log } = await ran(
      `import { createHash } from 'node:crypto'
       console.log(process.env.KRATIX_WORKFLOW_TYPE, process.env.NOTHING, process.cwd())
       console.log(createHash('sha256').update('a').digest('hex').slice(0, 8))
       console.log(Buffer.from('ä').toString('base64'), Buffer.byteLength('ä'))`,
    )
    expect(log).toEqual(['resource undefined /app', 'ca978112', 'w6Q= 2'])
  })
})

describe('the disk and the globals of a program', () => {
  test('keep what is renamed to itself, and refuse to put a folder into itself', async () => {
    const { log, output } = await ran(
      `import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
       mkdirSync('/kratix/output/d')
       writeFileSync('/kratix/output/d/a.yaml', 'a')
       renameSync('/kratix/output/d', '/kratix/output/d')
       renameSync('/kratix/output/d/a.yaml', '/kratix/output/d/a.yaml')
       try { renameSync('/kratix/output/d', '/kratix/output/d/e') } catch (error) { console.log(error.code) }`,
    )
    expect(log).toEqual(['EINVAL'])
    expect(output).toEqual([['d/a.yaml', 'a']])
  })

  test('have what makes random values', async () => {
    const { log } = await ran(
      `console.log(crypto.randomUUID())
       console.log(crypto.getRandomValues(new Uint8Array(3)).length)`,
    )
    expect(log[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(log[1]).toBe('3')
  })

  test.each([
    ['new Blob([])', 'Blob'],
    ["crypto.subtle.digest('SHA-256', new Uint8Array(1))", 'crypto.subtle'],
    ["new Response('x').text()", 'Response'],
    ['navigator.hardwareConcurrency', 'navigator'],
  ])('say of %s that it is not there', async (program, name) => {
    const { end } = await ran(program)
    expect(end).toEqual({
      kind: 'not-here',
      reason: `It uses ${name}, which is not there in the page.`,
    })
  })
})

describe('a program ends', () => {
  test('with the exit code that it sets, when nothing is awaited any more', async () => {
    const answer = await ran(
      `setTimeout(() => { console.log('later'); process.exitCode = 3 }, 20)
       const timer = setInterval(() => {}, 1)
       timer.unref()
       console.log('first')`,
    )
    expect(answer).toMatchObject({ end: exit(3), log: ['first', 'later'] })
  })

  test('at process.exit, whatever would follow', async () => {
    const answer = await ran(
      `import { writeFileSync } from 'node:fs'
       process.on('exit', (code) => console.log('exit', code))
       try { process.exit(4) } catch {}
       writeFileSync('/kratix/output/a.yaml', '')
       console.log('never')`,
    )
    expect(answer).toMatchObject({ end: exit(4), output: [], log: ['exit 4'] })
  })

  test.each([
    ['thrown', 'console.log(1)\nthrow new TypeError("no size")'],
    ['thrown in a timer', 'setTimeout(() => { throw new TypeError("no size") })\nconsole.log(1)'],
    ['rejected', 'console.log(1)\nvoid Promise.reject(new TypeError("no size"))'],
  ])('with the exit code 1 and the place when an error is %s', async (_, program) => {
    const answer = await ran(program)
    expect(answer.end).toEqual({ kind: 'exit', code: 1, message: 'no size' })
    expect(answer.log.join('\n')).toMatch(/^1\nTypeError: no size\n +at .*scripts\/pipeline\.ts:/)
  })

  test('with the exit code 13 when it awaits what never comes, as Node does', async () => {
    const answer = await ran('await new Promise(() => {})')
    expect(answer).toMatchObject({ end: exit(13), log: [expect.stringContaining('unsettled')] })
  })

  test.each([
    ['much output', "import { writeFileSync } from 'fs'\nwriteFileSync('/tmp/a', 'x'.repeat(5e6))"],
    [
      'many files',
      "import { writeFileSync } from 'fs'\nfor (let n = 0; n < 5000; n++) writeFileSync('/tmp/' + n, '')",
    ],
  ])('stopped when it makes too %s', async (_, program) => {
    expect((await ran(program)).end).toMatchObject({ kind: 'stopped' })
  })

  test('and what it prints is kept up to a limit', async () => {
    const { log, end } = await ran("for (let n = 0; n < 5000; n++) console.log('line', n)")
    expect(end).toEqual(exit(0))
    expect(log).toHaveLength(1001)
    expect(log.at(-1)).toContain('the rest is not kept')
  })
})

describe('the status', () => {
  const patch = (path: string, token = 'token') =>
    `import { request } from 'node:https'
     import { readFileSync } from 'node:fs'
     const folder = '/var/run/secrets/kubernetes.io/serviceaccount/'
     const call = request({
       host: process.env.KUBERNETES_SERVICE_HOST, port: process.env.KUBERNETES_SERVICE_PORT, path: '${path}', method: 'PATCH',
       headers: { 'Content-Type': 'application/merge-patch+json', Authorization: 'Bearer ' + readFileSync(folder + '${token}', 'utf8') },
     }, (response) => {
       let text = ''
       response.setEncoding('utf8')
       response.on('data', (part) => { text += part }).on('end', () => console.log(response.statusCode, text.length > 0))
     })
     call.end(JSON.stringify({ status: { stage: 'half way' }, metadata: {} }))`

  test('is noted where the API server has it', async () => {
    const answer = await ran(patch(callOf('').statusPath))
    expect(answer).toMatchObject({
      end: exit(0),
      published: [{ stage: 'half way' }],
      log: ['200 true'],
      read: [],
    })
  })

  test('is refused without the token of the container', async () => {
    const answer = await ran(patch(callOf('').statusPath, 'namespace'))
    expect(answer).toMatchObject({ published: [], log: ['401 true'] })
  })

  test('of another object is asked of no cluster', async () => {
    const answer = await ran(patch('/apis/mygroup.org/v1alpha1/namespaces/x/redises/y/status'))
    expect(answer.end).toMatchObject({
      kind: 'not-here',
      reason: expect.stringContaining('no cluster'),
    })
  })
})

test.each([
  ['a package that is not there', "import x from 'left-pad'\nx()", 'the package left-pad'],
  ['a part of one', "import x from '@acme/size/map'\nx()", 'the package @acme/size'],
  [
    'other programs',
    "import { execSync } from 'node:child_process'\nexecSync('ls')",
    'node:child_process.execSync',
  ],
  ['a part of Node that is not there', "import fs from 'fs'\nfs.watch('/')", 'node:fs.watch'],
  [
    'the network',
    "try { await fetch('https://example.com/x') } catch {}",
    'asks https://example.com,',
  ],
  [
    'the network in another way',
    "import https from 'https'\nhttps.get('https://example.com/x')",
    'asks https://example.com,',
  ],
  ['standard input', "process.stdin.on('data', () => {})", 'process.stdin'],
  ['a file that is not there', "import './gone.js'\n", 'imports ./gone.js'],
  ['a file that nobody can read', 'const a = = 1', 'scripts/pipeline.ts'],
  [
    'a variable of a secret',
    'console.log(process.env.PASSWORD)',
    'the variable PASSWORD: in a secret',
  ],
  [
    'a folder of a volume',
    "import { readFileSync } from 'fs'\nreadFileSync('/etc/tls/a')",
    '/etc/tls/a',
  ],
])('a program that needs %s is told not to run here', async (_, program, words) => {
  const { end } = await ran(program, {
    unknownVariables: [['PASSWORD', 'in a secret']],
    unknownFolders: ['/etc/tls'],
  })
  expect(end).toEqual({ kind: 'not-here', reason: expect.stringContaining(words) })
})

test('what a program imports and does not use stops nothing', async () => {
  const { end, log } = await ran(
    `import { execSync } from 'node:child_process'
     import * as zlib from 'node:zlib'
     console.log(typeof execSync, typeof zlib)`,
  )
  expect({ end, log }).toEqual({ end: exit(0), log: ['function object'] })
})
