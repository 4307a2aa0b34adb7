import { answerer } from '@/lib/store/worker/answerer'
import type { Request } from '@/lib/store/worker/protocol'

const answer = answerer()

self.addEventListener('message', (event: MessageEvent<Request>) => {
  self.postMessage(answer(event.data))
})
