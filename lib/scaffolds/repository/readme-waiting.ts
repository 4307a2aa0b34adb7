import { markdownBlock, markdownCode, markdownTable } from '../encode/markdown'
import { shellName } from '../encode/shell'
import { ownSteps, type RepositoryContext, resourceType } from './context'

/** How a program of each language waits, by the path of the program. */
const WAYS: Readonly<Record<string, readonly [string, string, string]>> = {
  'scripts/pipeline.go': [
    'Go',
    'return retryAfter(time.Minute, "what it waits for")',
    'return suspend("what it waits for")',
  ],
  'scripts/pipeline.ts': [
    'TypeScript',
    "await sdk.writeRetryAfter('1m', 'what it waits for')",
    "await sdk.writeSuspend('what it waits for')",
  ],
  'scripts/pipeline.py': [
    'Python',
    'sdk.write_retry_after(timedelta(minutes=1), "what it waits for")',
    'sdk.write_suspend("what it waits for")',
  ],
  'scripts/pipeline.sh': [
    'Bash',
    "retry_after 1m 'what it waits for'",
    "suspend 'what it waits for'",
  ],
}

/** How a program of one's own has Kratix wait; '' when there is none. */
export function waiting(context: RepositoryContext): string {
  const programs = new Set(
    ownSteps(context)
      .filter(({ custom }) => custom)
      .map(({ program }) => program),
  )
  const rows = Object.entries(WAYS)
    .filter(([path]) => programs.has(path))
    .map(([, [language, retry, suspend]]) => [language, markdownCode(retry), markdownCode(suspend)])
  if (rows.length === 0) return ''
  return `## Steps that wait

A program that finds something not ready has Kratix run its pipeline again after a while, or suspend the workflow until someone resumes it. What the pipeline writes in such a run is not used; what it wrote before stays, and later pipelines wait. Containers after it in the same pipeline run nevertheless, so let the last one decide. \`kubectl describe\` shows the text.

${markdownTable(['Program in', 'Run again', 'Suspend'], rows)}${resume(context)}`
}

function resume({ promise, api }: RepositoryContext): string {
  const what = api
    ? [
        resourceType(api),
        shellName(api.request.name),
        '--namespace',
        shellName(api.request.namespace),
      ]
    : ['promise', shellName(promise)]
  const [type = '', ...rest] = what
  return `

To resume it:

${markdownBlock('sh', `kubectl label ${shellName(type)} ${rest.join(' ')} kratix.io/workflow-suspended-`)}`
}
