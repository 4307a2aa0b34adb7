import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { RepositoryContext } from './context'
import { githubActions } from './github-actions'
import { repositoryFiles } from './index'
import { promiseRelease } from './promise-release'
import { redisContext } from './testing'

const HOSTILE = '${{ secrets.X }}\n"; $(id) `id` *'

function withImages(...images: readonly string[]): RepositoryContext {
  const context = redisContext()
  const [step] = context.steps
  if (!step) throw new Error('the context has no step')
  return { ...context, steps: images.map((image) => ({ ...step, image })) }
}

test('the release names the version and the address, so that Kratix takes what it finds', () => {
  const { text } = promiseRelease(redisContext(), 'https://example.org/{version}/promise.yaml')
  expect(parse(text)).toEqual({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'PromiseRelease',
    metadata: { name: 'redis' },
    spec: {
      version: 'v0.1.0',
      sourceRef: { type: 'http', url: 'https://example.org/v0.1.0/promise.yaml' },
    },
  })
})

test('a release without a version says that Kratix refuses it until the Promise has one', () => {
  const { text } = promiseRelease({ ...redisContext(), version: '' }, 'https://x.org/p.yaml')
  expect(parse(text).spec).toEqual({ sourceRef: { type: 'http', url: 'https://x.org/p.yaml' } })
  expect(text).toContain('has no such label yet. Kratix refuses')
  expect(promiseRelease(redisContext(), 'https://x.org/p.yaml').text).not.toContain('refuses')
})

test('the words of the user stay within their strings in the release', () => {
  const context = { ...redisContext(), promise: HOSTILE, version: HOSTILE }
  const release = parse(promiseRelease(context, 'https://x.org/{version}').text)
  expect(release.metadata.name).toBe(HOSTILE)
  expect(release.spec.version).toBe(HOSTILE)
  expect(release.spec.sourceRef.url).toBe(`https://x.org/${encodeURIComponent(HOSTILE)}`)
})

test('the workflow tests every change, and pushes a tag alone, after the tests', () => {
  const workflow = parse(githubActions(redisContext()).text)
  expect(Object.keys(workflow.jobs)).toEqual(['test', 'check', 'push'])
  expect(workflow.permissions).toEqual({ contents: 'read' })
  const { push } = workflow.jobs
  expect(push.if).toBe("startsWith(github.ref, 'refs/tags/')")
  expect(push.needs).toEqual(['test', 'check'])
  expect(push.permissions).toEqual({ contents: 'read', packages: 'write' })
  expect(push.steps.at(-1)).toEqual({ run: 'make push' })
})

test('the workflow signs in to each registry, with secrets where it is not that of GitHub', () => {
  const context = withImages('ghcr.io/acme/a:v1', 'registry.example:5000/b:v1', 'acme/c:v1')
  const { steps, permissions } = parse(githubActions(context).text).jobs.push
  const logins = steps.flatMap((step: { uses?: string; with?: unknown }) =>
    step.uses?.startsWith('docker/login-action@') ? step.with : [],
  )
  expect(logins).toEqual([
    {
      registry: 'docker.io',
      username: '${{ secrets.REGISTRY_DOCKER_IO_USERNAME }}',
      password: '${{ secrets.REGISTRY_DOCKER_IO_PASSWORD }}',
    },
    {
      registry: 'ghcr.io',
      username: '${{ github.actor }}',
      password: '${{ secrets.GITHUB_TOKEN }}',
    },
    {
      registry: 'registry.example:5000',
      username: '${{ secrets.REGISTRY_REGISTRY_EXAMPLE_5000_USERNAME }}',
      password: '${{ secrets.REGISTRY_REGISTRY_EXAMPLE_5000_PASSWORD }}',
    },
  ])
  expect(permissions.packages).toBe('write')
  expect(parse(githubActions(withImages('r.example/a:v1')).text).jobs.push.permissions).toEqual({
    contents: 'read',
  })
})

test('the workflow has no job that pushes while an image names no registry, and says so', () => {
  const named = githubActions(withImages('acme/a:v1', 'ghcr.io/acme/b:v1'))
  expect(Object.keys(parse(named.text).jobs)).toContain('push')
  const context = withImages('ghcr.io/acme/a:v1', 'redis-render:v1')
  const { text } = githubActions(context)
  expect(Object.keys(parse(text).jobs)).toEqual(['test', 'check'])
  expect(text).toContain('# Tests every change. It pushes no image, since not every image names a')
  const readme = repositoryFiles(context).find(({ path }) => path === 'README.md')?.text
  expect(readme).not.toContain('On GitHub a tag')
  expect(readme).toContain('not yet: `redis-render:v1` names no registry')
})

test('no word of the user is in the workflow, where GitHub would run it', () => {
  const usual = githubActions(redisContext()).text
  const odd = { ...redisContext(HOSTILE), steps: redisContext().steps }
  expect(githubActions(odd).text).toBe(usual)
  expect(githubActions(withImages(`r.example/${HOSTILE}`)).text).not.toContain('secrets.X')
})

test('a repository has neither unless they are asked for', () => {
  const extras = { githubActions: false, releaseUrl: undefined }
  const paths = repositoryFiles({ ...redisContext(), extras }).map(({ path }) => path)
  expect(paths).not.toContain('promise-release.yaml')
  expect(paths.filter((path) => path.startsWith('.github/'))).toEqual([])
})
