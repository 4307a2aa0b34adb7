import { describe, expect, test } from 'vitest'
import { LANGUAGE_LIST } from '@/lib/scaffolds/languages'
import { build } from './build'
import { redisFiles, type Step } from './testing'

interface Instruction {
  readonly name: string
  readonly args: string
}

/** The instructions of a Dockerfile, with continued lines joined and comments left out. */
function instructions(text: string): readonly Instruction[] {
  return text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...args] = line.trim().split(/\s+/)
      return { name: name.toUpperCase(), args: args.join(' ') }
    })
}

function sourcesOf(args: string): readonly string[] {
  const words = args.split(' ').filter((word) => !word.startsWith('--'))
  return words.slice(0, -1).map((word) => word.replace(/\/$/, ''))
}

/** True when `.dockerignore` lets the engine see `path`: the last rule that speaks of it counts. */
function isSent(ignore: string, path: string): boolean {
  let sent = true
  for (const line of ignore.split('\n')) {
    const rule = line.replace(/^!/, '').replace(/\/$/, '')
    if (rule === '') continue
    const form = rule
      .replace(/[.+^$()|[\]{}]/g, String.raw`\$&`)
      .replace(/\*\*\/?|\*/g, (stars) => (stars.length > 1 ? '.*' : '[^/]*'))
    if (new RegExp(`^${form}(/|$)`).test(path)) sent = line.startsWith('!')
  }
  return sent
}

const everything: readonly Step[] = LANGUAGE_LIST.flatMap(({ id }) =>
  ['promise', 'resource'].flatMap((type) =>
    ['configure', 'delete'].flatMap((action): Step[] => [
      { type, action, pipeline: `own-${id}`, container: 'step', settings: custom(id) },
    ]),
  ),
)

const matching = (form: RegExp): unknown => expect.stringMatching(form)

function custom(language: string): unknown {
  return { kind: 'custom', language }
}

describe.each(LANGUAGE_LIST)('the Dockerfiles with $label', ({ id }) => {
  const { files } = build(redisFiles(id, everything))
  const dockerfiles = [...files.values()].filter(({ path }) => path.endsWith('/Dockerfile'))

  test('are there for every step', () => {
    expect(dockerfiles).toHaveLength(2 + everything.length)
  })
  test('copy only what the repository has and the engine sees', () => {
    for (const { path, content } of dockerfiles) {
      const folder = path.replace(/Dockerfile$/, '')
      const ignore = files.get(`${folder}.dockerignore`)?.content.text ?? ''
      for (const { name, args } of instructions(content.text ?? '')) {
        if ((name !== 'COPY' && name !== 'ADD') || args.includes('--from=')) continue
        for (const source of sourcesOf(args)) {
          const found = [...files.keys()].filter(
            (one) => one === folder + source || one.startsWith(`${folder}${source}/`),
          )
          expect(found, `${path}: ${source}`).not.toEqual([])
          const sent = found.filter((one) => isSent(ignore, one.slice(folder.length)))
          expect(sent, `${path}: ${source} is ignored`).not.toEqual([])
        }
      }
    }
  })
  test('start from pinned images', () => {
    for (const { path, content } of dockerfiles) {
      const stages = new Set<string>()
      for (const { name, args } of instructions(content.text ?? '')) {
        const from = /--from=(\S+)/.exec(args)?.[1]
        const image = name === 'FROM' ? args.replace(/^--\S+ /, '').split(' ')[0] : from
        const known = image === 'scratch' || stages.has(image ?? '') || /^\d+$/.test(image ?? '')
        if (image !== undefined && !known) {
          expect(image, path).toMatch(/(:[\w.-]*\d[\w.-]*|@sha256:[0-9a-f]{64})$/)
          expect(image, path).not.toMatch(/latest/)
        }
        const stage = / AS (\S+)/i.exec(args)?.[1]
        if (name === 'FROM' && stage) stages.add(stage)
      }
      expect(instructions(content.text ?? '')[0]?.name, path).toMatch(/^(FROM|ARG)$/)
    }
  })
  test('run as a user with a number that is not that of root', () => {
    for (const { path, content } of dockerfiles) {
      const users = instructions(content.text ?? '').filter(({ name }) => name === 'USER')
      expect(users.at(-1)?.args, path).toMatch(/^[1-9]\d*(:[1-9]\d*)?$/)
    }
  })
  test('hold no file twice: modes are changed before the last stage', () => {
    for (const { path, content } of dockerfiles) {
      const all = instructions(content.text ?? '')
      const last = all.slice(all.findLastIndex(({ name }) => name === 'FROM'))
      const words = last.map(({ name, args }) => `${name} ${args}`).join('\n')
      expect(words, path).not.toMatch(/chmod|chown/)
      expect(words, path).not.toMatch(/^COPY (?!--from)/m)
    }
  })
  test('end with a stage that no package manager of a language is left in', () => {
    for (const { path, content } of dockerfiles) {
      const all = instructions(content.text ?? '')
      const last = all.slice(all.findLastIndex(({ name }) => name === 'FROM'))
      const from = last[0]?.args ?? ''
      const runs = last.filter(({ name }) => name === 'RUN').map(({ args }) => args)
      if (from.startsWith('python:')) expect(runs, path).toContainEqual(matching(/^pip uninstall/))
      if (from.startsWith('node:')) expect(runs, path).toContainEqual(matching(/^rm -rf .*npm /))
      expect(runs.join('\n'), path).not.toMatch(/\b(pip|npm|go|uv) (install|ci|mod)\b/)
      expect(from, path).not.toMatch(/^golang/)
    }
  })
  test('name no image by a tag that moves in promise.yaml', () => {
    expect(files.get('promise.yaml')?.content.text).not.toMatch(/image: .*(latest|[^:]\/[^:]*)$/m)
  })
})
