import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RepositoryContext } from './context'
import { repositoryFiles } from './index'
import { redisContext } from './testing'

const render = 'workflows/resource/configure/instance/render/tests/expected-output'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kind-smoke-'))
  // Notes its call; fails when the call holds the words of FAIL_ON, prints what `kind get` says.
  const standIn = `#!/bin/sh
echo "$(basename "$0") $*" >>"$CALLS"
case "$*" in *"$FAIL_ON"*) echo "no $*" >&2; exit 1 ;; esac
[ "$*" != "get clusters" ] || echo "$CLUSTERS"
`
  for (const name of ['kind', 'kubectl', 'docker', 'make', 'sleep']) {
    write(`bin/${name}`, standIn)
    chmodSync(join(folder, 'bin', name), 0o755)
  }
  write('calls', '')
  write(`${render}/a.yaml`, 'kind: A\n')
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function smoke(context: RepositoryContext, env: Readonly<Record<string, string>> = {}) {
  for (const { path, text } of repositoryFiles(context)) write(path, text)
  const { status, stdout, stderr } = spawnSync('bash', ['hack/kind-smoke.sh'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH ?? ''}`,
      CALLS: join(folder, 'calls'),
      FAIL_ON: 'no such words',
      CLUSTERS: '',
      ...env,
    },
  })
  const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')
  return { status, out: stdout + stderr, calls }
}

/** The calls that hold one of `words`, in their order, cut to it. */
function order(calls: readonly string[], words: readonly string[]): string[] {
  return calls.flatMap((call) => words.filter((word) => call.includes(word)))
}

describe('hack/kind-smoke.sh', () => {
  test('goes from a new cluster to the objects of a request, and deletes the cluster', () => {
    const { status, out, calls } = smoke(redisContext())
    expect(status, out).toBe(0)
    expect(out).toContain('PASS')
    const steps = [
      'kind create cluster --name smoke-redis --image kindest/node:',
      'cert-manager.yaml',
      'install-all-in-one.yaml',
      'config-all-in-one.yaml',
      'kubectl label destinations --all --overwrite environment=dev',
      'make build kind-load ENGINE=docker KIND_CLUSTER=smoke-redis',
      'kubectl apply --server-side --filename promise.yaml',
      '--for=condition=Available --timeout=300s promises/redis',
      'kubectl apply --filename example-resource.yaml',
      '--for=condition=ConfigureWorkflowCompleted',
      `kubectl get --recursive --filename ${render}`,
      'kubectl delete redises.mygroup.org/example-redis',
      'kind delete cluster --name smoke-redis',
    ]
    expect(order(calls, steps)).toEqual(steps)
  })
  test('labels its Destination for the steps, too, and expects nothing that it cannot take', () => {
    const context = redisContext()
    const steps = (sentByExample: RepositoryContext['steps'][number]['sentByExample']) =>
      context.steps.map((step) => (step.container === 'render' ? { ...step, sentByExample } : step))
    write(`${render}/edge/b.yaml`, 'kind: B\n')
    const label = 'kubectl label destinations --all --overwrite'
    const get = 'kubectl get --recursive --filename'

    const fits = smoke({
      ...context,
      steps: steps([
        ['edge', { zone: 'b c' }],
        ['', { environment: 'prod', size: 'small' }],
      ]),
    })
    expect(fits.status, fits.out).toBe(0)
    expect(fits.calls).toContain(`${label} environment=dev size=small zone=b c`)
    expect(fits.calls.join('\n')).toContain(`${get} ${render} --output`)

    write('calls', '')
    const other = smoke({ ...context, steps: steps([['edge', { environment: 'prod' }]]) })
    expect(other.status, other.out).toBe(0)
    expect(other.out).toContain(`cannot have all labels: edge in ${render}`)
    expect(other.calls).toContain(`${label} environment=dev`)
    expect(other.calls.join('\n')).toMatch(new RegExp(`${get} \\S+/expected --output`))

    write('calls', '')
    const clash = [
      ['', { size: 'small' }],
      ['edge', {}],
    ] as const
    const [first, second] = [steps([['', { size: 'large' }]])[1], steps(clash)[1]]
    if (!first || !second) throw new Error('the context has no steps')
    const nowhere = smoke({ ...context, steps: [first, { ...second, pipeline: 'other' }] })
    expect(nowhere.calls).toContain(`${label} environment=dev size=large`)
    expect(nowhere.calls.join('\n')).toContain(`${get} ${render}/edge --output`)
  })
  test('keeps the cluster when asked to', () => {
    const { out, calls } = smoke(redisContext(), { KEEP: '1' })
    expect(calls.join('\n')).not.toContain('kind delete')
    expect(out).toContain('kind delete cluster --name smoke-redis')
    const [, kubeconfig = ''] = /KUBECONFIG=(\S+);/.exec(out) ?? []
    rmSync(dirname(kubeconfig), { recursive: true })
  })
  test('fails, shows the state and deletes the cluster when the request does not complete', () => {
    const { status, out, calls } = smoke(redisContext(), { FAIL_ON: 'ConfigureWorkflowCompleted' })
    expect(status).not.toBe(0)
    expect(out).not.toContain('PASS')
    expect(calls.join('\n')).toContain('kubectl logs --selector kratix.io/promise-name=redis')
    expect(calls.at(-1)).toBe('kind delete cluster --name smoke-redis')
  })
  test('does not touch a cluster that is there already', () => {
    const { status, out, calls } = smoke(redisContext(), { CLUSTERS: 'smoke-redis' })
    expect(status).toBe(1)
    expect(out).toContain('there is a kind cluster smoke-redis already')
    expect(calls).toEqual(['kind get clusters'])
  })
  test('asks for the Promises that this one needs', () => {
    const context = { ...redisContext(), requires: [{ name: 'postgres', version: 'v1' }] }
    expect(smoke(context).out).toContain('postgres v1')
    const { status, calls } = smoke(context, { REQUIREMENTS: 'postgres.yaml' })
    expect(status).toBe(0)
    expect(calls.join('\n')).toContain('apply --server-side --filename postgres.yaml')
  })
  test('makes no request of a Promise without an API', () => {
    const { status, calls } = smoke({ ...redisContext(), api: undefined })
    expect(status).toBe(0)
    expect(calls.join('\n')).not.toContain('ConfigureWorkflowCompleted')
  })
})
