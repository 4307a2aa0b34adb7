import { markdownCode } from '../encode/markdown'
import type { RepositoryContext, RepositoryStep } from './context'

/** Where the Promise goes, and what of it its steps send elsewhere: one sentence each. */
export function destinations(context: RepositoryContext): string[] {
  const { destinationLabels, steps } = context
  const labels = inWords(destinationLabels)
  const promise = labels
    ? `It goes to Destinations with the ${labels}.`
    : 'It asks for no labels: it goes to any Destination that does not insist on some (`strictMatchLabels`).'
  return [promise, ...steps.flatMap((step) => asked(step, destinationLabels))]
}

/** The rest of the output must match the Promise, too, which wins; a folder goes its own way. */
function asked(step: RepositoryStep, ofPromise: Readonly<Record<string, string>>): string[] {
  const { type, pipeline, container, sentTo } = step
  const name = markdownCode(`${pipeline}/${container}`)
  const more = Object.fromEntries(
    sentTo
      .filter(([directory]) => directory === '')
      .flatMap(([, labels]) => Object.entries(labels))
      .filter(([key]) => !Object.hasOwn(ofPromise, key)),
  )
  const folders = sentTo.flatMap(([directory]) => (directory ? markdownCode(`${directory}/`) : []))
  const sentences: string[] = []
  const labels = inWords(more)
  if (labels) {
    const also = Object.keys(ofPromise).length > 0 ? 'also ' : ''
    const whose =
      type === 'promise'
        ? 'for what its pipeline writes and for every request'
        : 'for what its pipeline writes'
    sentences.push(`The step ${name} ${also}asks for the ${labels}, ${whose}.`)
  }
  if (folders.length > 0) {
    const what = folders.length === 1 ? 'the folder' : 'the folders'
    sentences.push(
      `It is the step ${name} alone that says where ${what} ${folders.join(', ')} of its output ${folders.length === 1 ? 'goes' : 'go'} ([What is written](#what-is-written)).`,
    )
  }
  return sentences
}

/** `label a=b`, `labels a=b, c=d`; '' without any. */
function inWords(labels: Readonly<Record<string, string>>): string {
  const words = Object.entries(labels).map(([key, value]) => markdownCode(`${key}=${value}`))
  return words.length === 0 ? '' : `${words.length === 1 ? 'label' : 'labels'} ${words.join(', ')}`
}
