import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type FoundTool, goTool, TOOL_CACHE } from './go-tool'

/** Exact versions, so that the same repository gets the same verdict next month. */
const VERSIONS = {
  staticcheck: 'v0.8.2',
  shfmt: 'v3.14.1',
  actionlint: 'v1.7.12',
  ruff: '0.17.6',
  mypy: '2.4.1',
  yamlTypes: '6.0.12.20261113',
} as const

export const staticcheck = (): FoundTool =>
  goTool('honnef.co/go/tools/cmd/staticcheck', VERSIONS.staticcheck)

export const shfmt = (): FoundTool => goTool('mvdan.cc/sh/v3/cmd/shfmt', VERSIONS.shfmt)

export const actionlint = (): FoundTool =>
  goTool('github.com/rhysd/actionlint/cmd/actionlint', VERSIONS.actionlint)

export function shellcheck(): FoundTool {
  const there = spawnSync('shellcheck', ['--version']).status === 0
  return there ? { folder: '' } : { missing: 'shellcheck is not installed' }
}

/** ruff and mypy, in a virtual environment of their own. */
export function pythonLinters(): FoundTool {
  const { ruff, mypy, yamlTypes } = VERSIONS
  const venv = join(TOOL_CACHE, `python-linters-${ruff}-${mypy}-${yamlTypes}`)
  const folder = join(venv, 'bin')
  if (existsSync(join(folder, 'mypy'))) return { folder }
  const packages = [`ruff==${ruff}`, `mypy==${mypy}`, `types-PyYAML==${yamlTypes}`]
  for (const [command, ...args] of [
    ['python3', '-m', 'venv', venv],
    [join(folder, 'python'), '-m', 'pip', 'install', '--quiet', ...packages],
  ] as const) {
    const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' })
    if (status === 0) continue
    rmSync(venv, { recursive: true, force: true })
    return { missing: `ruff and mypy cannot be installed: ${error?.message ?? stderr}` }
  }
  return { folder }
}
