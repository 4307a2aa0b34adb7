import { useMemo } from 'react'
import type { Assist } from '@/components/code-editor'
import { type Assistant, type Reply, workerAssistant } from '@/lib/assist/worker/protocol'
import { useDesignerStore } from './use-designer'

let assistant: Assistant | undefined

/** The assistant of this page, in a worker that starts with the first question. */
function theAssistant(): Assistant {
  if (assistant) return assistant
  const worker = new Worker(new URL('./assist.worker.ts', import.meta.url), { type: 'module' })
  assistant = workerAssistant({
    postMessage: (question) => worker.postMessage(question),
    onReply: (listener) =>
      worker.addEventListener('message', (event: MessageEvent<Reply>) => listener(event.data)),
  })
  return assistant
}

/** Completion and hover for the file `path` of the design. */
export function useAssist(path: string): Assist {
  const store = useDesignerStore()
  return useMemo(
    () => ({
      complete: (text, offset) =>
        theAssistant().complete(store.getState().files, path, text, offset),
      hover: async (text, offset) => {
        const found = await theAssistant().hover(store.getState().files, path, text, offset)
        return found && { ...found, name: String(found.path.at(-1) ?? '') }
      },
    }),
    [store, path],
  )
}
