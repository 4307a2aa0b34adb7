import { readFileSync } from 'node:fs'
import { addDependencies } from '@/lib/commands/add-dependencies'
import { addStep } from '@/lib/commands/add-step'
import { addTemplate } from '@/lib/commands/add-template'
import { newPromise } from '@/lib/commands/create-promise'
import type { DependencyFile } from '@/lib/commands/dependency-files'
import { removeTemplate } from '@/lib/commands/remove-template'
import { setStatusText } from '@/lib/commands/set-status-text'
import { setValueRow } from '@/lib/commands/set-value-row'
import { runCommand } from '@/lib/promise/command'
import { FileContent, type Files } from '@/lib/promise/files'
import type { LanguageId } from '@/lib/promise/settings'

/** The step of the story that renders the RedisFailover. */
export const REDIS_STEP = 'resource/configure/instance-configure/render'

const DEPENDENCIES = [
  'all-redis-operator-resources.yaml',
  'databases.spotahome.com_redisfailovers.yaml',
] as const

/** The two real files that the Redis operator needs; the second has 809 KB. */
export function redisDependencies(): readonly DependencyFile[] {
  return DEPENDENCIES.map((path) => {
    const file = new URL(`../fixtures/redis-dependencies/${path}`, import.meta.url)
    return { path, content: FileContent.fromBytes(new Uint8Array(readFileSync(file))) }
  })
}

/** The template of the blog post, with the request's namespace and safe against every value. */
export const REDIS_FAILOVER = readFileSync(
  new URL('../fixtures/redis-failover.yaml', import.meta.url),
  'utf8',
)

/**
 * The Redis Promise of the blog post, made by the commands that the forms run: `size`, the
 * operator as an image, and a step that renders a RedisFailover and reports its status.
 */
export function redisRepository(language: LanguageId = 'go'): Files {
  const fields = {
    name: 'redis',
    group: 'mygroup.org',
    kind: 'Redis',
    version: 'v1alpha1',
    registry: 'ghcr.io/syntasso',
  }
  const configure = { type: 'resource', action: 'configure' } as const
  return [
    addDependencies(redisDependencies(), 'image'),
    addStep(configure, { kind: 'render', language }, { pipelineName: 'instance-configure' }),
    removeTemplate(REDIS_STEP, 'redis.yaml'),
    addTemplate(REDIS_STEP, 'redis-failover.yaml', REDIS_FAILOVER),
    setValueRow(REDIS_STEP, 'replicas', {
      from: 'spec.size',
      map: [
        { when: 'small', give: 1 },
        { when: 'large', give: 3 },
      ],
    }),
    setStatusText(REDIS_STEP, 'success', 'stage', 'provisioning'),
    setStatusText(REDIS_STEP, 'success', 'message', 'Redis ${name} gets ${replicas} replicas'),
    setStatusText(REDIS_STEP, 'failure', 'stage', 'provisioning error'),
  ].reduce(runCommand, newPromise(fields))
}
