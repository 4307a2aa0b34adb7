import { markdownCode, markdownTable } from '../encode/markdown'
import type { RepositoryContext } from './context'

/** What of the output is not always there, or goes its own way; '' when there is none of it. */
export function written({ steps }: RepositoryContext): string {
  const onDemand = steps.flatMap(({ container, onDemand }) =>
    onDemand.map(([template, when]) => [container, template, when].map(markdownCode)),
  )
  const sentTo = steps.flatMap(({ container, sentTo }) =>
    sentTo.map(([directory, labels]) => [
      markdownCode(container),
      directory === '' ? 'all others' : markdownCode(`${directory}/`),
      Object.entries(labels)
        .map(([key, value]) => markdownCode(`${key}: ${value}`))
        .join(', '),
    ]),
  )
  const components = steps.flatMap(({ container, components }) =>
    components.map((template) => [container, template].map(markdownCode)),
  )
  const parts = [
    onDemand.length > 0
      ? `These templates are written only when a value of the step is as it must be; when it is not any more, Kratix removes what they wrote.

${markdownTable(['Step', 'Template', 'Only when'], onDemand)}`
      : '',
    sentTo.length > 0
      ? `The files of these folders go to Destinations with these labels, chosen by the step in \`/kratix/metadata/destination-selectors.yaml\`. A folder in which nothing is written is left out. Folders of their own pay no heed to the labels that the Promise asks for; all other files must match these as well, and where both name a key, the Promise has its way.

${markdownTable(['Step', 'Files', 'Labels'], sentTo)}`
      : '',
    components.length > 0
      ? `These templates hold requests of other Promises. The step labels them as parts of the request (\`kratix.io/component-of-…\`, \`kratix.io/parent-…\`). They must reach the platform cluster itself: register it as a Destination.

${markdownTable(['Step', 'Template'], components)}`
      : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `## What is written\n\n${parts.join('\n\n')}`
}
