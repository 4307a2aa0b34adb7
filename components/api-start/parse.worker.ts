import { parseYaml } from '@/lib/yaml/document'
import type { ParseAnswer, ParseQuestion } from './parse-text'

self.addEventListener('message', (event: MessageEvent<ParseQuestion>) => {
  const documents = parseYaml(event.data.text)
  const problem = documents
    .flatMap(({ problems }) => problems)
    .find(({ severity }) => severity === 'error')
  const answer: ParseAnswer = problem
    ? { values: [], problem: problem.message }
    : { values: documents.map((one) => one.value()), problem: undefined }
  self.postMessage(answer)
})
