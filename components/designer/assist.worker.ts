import { answerer } from '@/lib/assist/worker/answerer'
import type { Question } from '@/lib/assist/worker/protocol'

const answer = answerer()

self.addEventListener('message', (event: MessageEvent<Question>) => {
  self.postMessage(answer(event.data))
})
