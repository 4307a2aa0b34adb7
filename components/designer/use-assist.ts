import { useMemo } from 'react'
import type { Assist } from '@/components/code-editor'
import { type Assistant, workerAssistant } from '@/lib/assist/worker/protocol'
import { useDesignerStore } from './use-designer'
import { workerPort } from './worker-port'

let assistant: Assistant | undefined

/** The assistant of this page, in a worker that starts with the first question. */
function theAssistant(): Assistant {
  assistant ??= workerAssistant(() =>
    workerPort(new Worker(new URL('./assist.worker.ts', import.meta.url), { type: 'module' })),
  )
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
