import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testStep } from './test-step'
import { redisContext } from './testing'

const root = join(import.meta.dirname, '../../..')
const step = 'workflows/resource/configure/instance/render'
const image = 'ghcr.io/acme/redis-render:v0.1.0'

/**
 * Stands in for docker: `run IMAGE` copies ./written into the mounted folders, as the step would
 * have written it; with an entrypoint it runs the script that the comparison hands to yq's image.
 */
const engine = `#!/usr/bin/env bash
set -euo pipefail
printf '%s\\n' "$*" >>"$STAND_IN/calls"
declare -A mount
entry= name= script=
shift
while [ $# -gt 0 ]; do
  case "$1" in
    --volume) IFS=: read -r host inside _ <<<"$2"; mount[$inside]=$host; shift 2 ;;
    --entrypoint) entry=$2; shift 2 ;;
    --network | --tmpfs | --user | --env | --workdir) shift 2 ;;
    --*) shift ;;
    *) name=$1; shift; break ;;
  esac
done
if [ -z "$entry" ]; then
  grep -q 'kind: Redis' "\${mount[/kratix/input]}/object.yaml"
  cp -R "$STAND_IN/written/output/." "\${mount[/kratix/output]}/"
  cp -R "$STAND_IN/written/metadata/." "\${mount[/kratix/metadata]}/"
  exit "$(cat "$STAND_IN/code")"
fi
script="\${2//\\/tmp\\//$STAND_IN/}"
script="\${script//\\/work\\//\${mount[/work]}/}"
cd "\${mount[/work]}"
PATH="$STAND_IN/bin:$PATH" exec "$entry" -c "$script" "\${@:3}"
`

/** \`yq --output-format=json "sort_keys(..)" FILE\` and \`yq .metadata.KEY FILE\`, as far as needed. */
const yq = `#!/usr/bin/env node
const { parseAllDocuments } = require(${JSON.stringify(join(root, 'node_modules/yaml'))})
const sorted = (v) => Array.isArray(v) ? v.map(sorted) : v && typeof v === 'object'
  ? Object.fromEntries(Object.keys(v).sort().map((k) => [k, sorted(v[k])])) : v
const text = require('node:fs').readFileSync(process.argv.at(-1), 'utf8')
const path = /^[.]metadata[.]([a-z]+)$/.exec(process.argv.at(-2))
if (path) console.log(parseAllDocuments(text)[0].toJS().metadata[path[1]])
else
for (const d of parseAllDocuments(text)) console.log(JSON.stringify(sorted(d.toJS()), null, 2))
`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'test-step-'))
  write('hack/test-step.sh', testStep(redisContext()).text)
  write('stand-in/docker', engine, 0o755)
  write('stand-in/bin/yq', yq, 0o755)
  write('stand-in/code', '0')
  write(`${step}/tests/object.yaml`, 'kind: Redis\n')
  for (const part of ['output', 'metadata']) {
    mkdirSync(join(folder, 'stand-in/written', part), { recursive: true })
  }
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
  chmodSync(join(folder, path), mode)
}

function run(...args: string[]) {
  const stand = join(folder, 'stand-in')
  const env = { ...process.env, STAND_IN: stand, ENGINE: join(stand, 'docker') }
  const words = args.length > 0 ? args : [step, image]
  const { status, stdout, stderr } = spawnSync('bash', ['hack/test-step.sh', ...words], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { status, out: stdout + stderr }
}

const written = (path: string, text: string) => write(`stand-in/written/${path}`, text)
const expected = (path: string, text: string) => write(`${step}/tests/expected-${path}`, text)

describe('hack/test-step.sh', () => {
  test('passes a step that writes the same values in other words', () => {
    written('output/a.yaml', 'b: 1\na: "x"\n---\nc: []\n')
    expected('output/a.yaml', '"a": x\nb: 1\n---\nc:\n  []\n')
    written('metadata/status.yaml', 'stage: done\n')
    expected('metadata/status.yaml', 'stage: done\n')
    expect(run()).toMatchObject({ status: 0 })
    expect(run().out).toContain(': ok')
  })
  test('fails a step that writes another value, and shows it', () => {
    written('output/a.yaml', 'replicas: 0\n')
    expected('output/a.yaml', 'replicas: 1\n')
    const { status, out } = run()
    expect(status).toBe(1)
    expect(out).toContain('-  "replicas": 1')
    expect(out).toContain('+  "replicas": 0')
  })
  test('fails a step that writes a file too few, too many, or where nothing is expected', () => {
    written('output/a.yaml', 'a: 1\n')
    expected('output/b.yaml', 'a: 1\n')
    expect(run().out).toContain('> ./a.yaml')
    rmSync(join(folder, step, 'tests/expected-output'), { recursive: true })
    expected('output/.gitkeep', '')
    expect(run().status).toBe(1)
  })
  test('fails when the step fails', () => {
    write('stand-in/code', '3')
    expected('output/.gitkeep', '')
    expect(run().status).toBe(3)
  })
  test('compares with the folder that is named', () => {
    written('output/crds/a.yaml', 'a: 1\n')
    write(`${step}/resources/crds/a.yaml`, 'a: 1\n')
    expect(run(step, image, `${step}/resources`)).toMatchObject({ status: 0 })
    write(`${step}/resources/b.yaml`, 'b: 1\n')
    expect(run(step, image, `${step}/resources`).status).toBe(1)
  })
  test('only runs a step without expectations, and lists what it wrote', () => {
    written('output/a.yaml', 'a: 1\n')
    const { status, out } = run()
    expect(status).toBe(0)
    expect(out).toContain('output/a.yaml')
  })
  test('passes over a step without an input', () => {
    rmSync(join(folder, step, 'tests/object.yaml'))
    const { status, out } = run()
    expect(status).toBe(0)
    expect(out).toContain('not run')
  })
  test('records what a step writes', () => {
    written('output/deep/a.yaml', 'a: 1\n')
    expected('output/old.yaml', 'a: 1\n')
    expect(run('--record', step, image).status).toBe(0)
    const tests = join(folder, step, 'tests')
    expect(existsSync(join(tests, 'expected-output/deep/a.yaml'))).toBe(true)
    expect(readdirSync(join(tests, 'expected-output'))).toEqual(['deep'])
    expect(readdirSync(join(tests, 'expected-metadata'))).toEqual(['.gitkeep'])
    expect(run().status).toBe(0)
  })
  describe('with further cases', () => {
    const object = 'kind: Redis\nmetadata: { name: cache, namespace: team-a }\n'
    const further = `${step}/tests/large`
    beforeEach(() => write(`${further}/object.yaml`, object))

    test('runs each of them and compares it with its own expectations', () => {
      written('output/a.yaml', 'a: 1\n')
      expected('output/a.yaml', 'a: 1\n')
      write(`${further}/expected-output/a.yaml`, 'a: 1\n')
      expect(run()).toMatchObject({ status: 0 })
      expect(run().out).toContain('tests/large: ok')
      write(`${further}/expected-output/a.yaml`, 'a: 2\n')
      const { status, out } = run()
      expect(status).toBe(1)
      expect(out).toContain('tests/large: FAILED')
      expect(out).toContain('tests: ok')
    })
    test('goes on after a case that fails, and fails', () => {
      written('output/a.yaml', 'a: 1\n')
      expected('output/a.yaml', 'a: 2\n')
      write(`${further}/expected-output/a.yaml`, 'a: 1\n')
      const { status, out } = run()
      expect(status).toBe(1)
      expect(out).toContain('tests: FAILED')
      expect(out).toContain('tests/large: ok')
    })
    test('tells the program the name of the case, and records each case', () => {
      written('output/a.yaml', 'a: 1\n')
      expect(run('--record', step, image).status).toBe(0)
      const calls = readFileSync(join(folder, 'stand-in/calls'), 'utf8')
      expect(calls).toContain('KRATIX_OBJECT_NAME=cache --env KRATIX_OBJECT_NAMESPACE=team-a')
      expect(calls).toContain('KRATIX_OBJECT_NAME=example-redis')
      expect(existsSync(join(folder, further, 'expected-output/a.yaml'))).toBe(true)
      expect(existsSync(join(folder, step, 'tests/expected-output/a.yaml'))).toBe(true)
    })
    test('takes no written file of the name object.yaml for a case', () => {
      rmSync(join(folder, further), { recursive: true })
      written('output/object.yaml', 'a: 1\n')
      expected('output/object.yaml', 'a: 1\n')
      expect(run()).toMatchObject({ status: 0 })
      expect(run().out.match(/running/g)).toHaveLength(1)
    })
  })
  test('tells the program what Kratix would, and leaves nothing behind', () => {
    run()
    const calls = spawnSync('cat', [join(folder, 'stand-in/calls')], { encoding: 'utf8' }).stdout
    for (const variable of [
      'KRATIX_WORKFLOW_TYPE=resource',
      'KRATIX_WORKFLOW_ACTION=configure',
      'KRATIX_PROMISE_NAME=redis',
      'KRATIX_PIPELINE_NAME=instance',
      'KRATIX_OBJECT_KIND=Redis',
      'KRATIX_OBJECT_GROUP=mygroup.org',
      'KRATIX_OBJECT_VERSION=v1alpha1',
      'KRATIX_OBJECT_NAME=example-redis',
      'KRATIX_OBJECT_NAMESPACE=default',
      'KRATIX_CRD_PLURAL=redises',
      'KRATIX_CLUSTER_SCOPED=false',
    ]) {
      expect(calls).toContain(variable)
    }
    expect(calls).toContain('--network none --read-only')
    expect(readdirSync(folder).filter((name) => name.startsWith('.test-'))).toEqual([])
  })
})
