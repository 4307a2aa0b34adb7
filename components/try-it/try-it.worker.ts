import { answerer } from '@/lib/tryout/worker/answerer'
import type { RunRequest } from '@/lib/tryout/worker/protocol'

const answer = answerer()

self.addEventListener('message', (event: MessageEvent<RunRequest>) => {
  self.postMessage(answer(event.data))
})
