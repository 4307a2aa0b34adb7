import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dependenciesStep } from './index'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dependencies-'))
  for (const { path, text } of dependenciesStep()) write(path, text)
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'output'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function run() {
  const env = {
    ...process.env,
    RESOURCES_DIR: join(folder, 'resources'),
    KRATIX_OUTPUT_DIR: join(folder, 'output'),
  }
  return spawnSync('sh', [join(folder, 'scripts/pipeline.sh')], { env, encoding: 'utf8' })
}

function output(): string[] {
  const entries = readdirSync(join(folder, 'output'), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
}

describe('the script of a dependencies step', () => {
  test('copies folders and hidden files, but not what only keeps a folder', () => {
    write('resources/operator.yaml', 'kind: A\n')
    write('resources/crds/deep/one.yaml', 'kind: B\n')
    write('resources/.hidden.yaml', 'kind: C\n')
    write('resources/empty/.gitkeep', '')
    expect(run()).toMatchObject({ status: 0, stderr: '' })
    expect(output()).toEqual(['.hidden.yaml', 'one.yaml', 'operator.yaml'])
    expect(readFileSync(join(folder, 'output/crds/deep/one.yaml'), 'utf8')).toBe('kind: B\n')
  })
  test('writes the same a second time', () => {
    write('resources/a/b.yaml', 'kind: B\n')
    expect(run().status).toBe(0)
    expect(run().status).toBe(0)
    expect(output()).toEqual(['b.yaml'])
  })
  test('fails rather than write nothing', () => {
    write('resources/.gitkeep', '')
    const { status, stderr } = run()
    expect(status).toBe(1)
    expect(stderr).toContain('no manifests')
    expect(output()).toEqual([])
  })
  test('is clean in the eyes of shellcheck, when there is one', ({ skip }) => {
    if (spawnSync('shellcheck', ['--version']).error) skip('shellcheck is not installed')
    execFileSync('shellcheck', [join(folder, 'scripts/pipeline.sh')])
  })
})
