import { reply } from '@/lib/cel/worker/answer'
import type { Message } from '@/lib/cel/worker/protocol'

self.addEventListener('message', (event: MessageEvent<Message>) => {
  self.postMessage(reply(event.data))
})
