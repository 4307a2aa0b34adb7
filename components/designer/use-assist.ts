import { useMemo } from 'react'
import type { Assist } from '@/components/code-editor'
import { useToast } from '@/components/ui/toast'
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

/** Completion and hover for the file `path` of the design; a worker that gives none is told of. */
export function useAssist(path: string): Assist {
  const store = useDesignerStore()
  const toast = useToast()
  return useMemo(() => {
    /** The answer; without one the text can be written all the same. */
    async function told<T>(answer: Promise<T>): Promise<T | undefined> {
      try {
        return await answer
      } catch (error) {
        toast({ text: error instanceof Error ? error.message : String(error) })
        return undefined
      }
    }
    return {
      complete: (text, offset) =>
        told(theAssistant().complete(store.getState().files, path, text, offset)),
      hover: async (text, offset) => {
        const { files } = store.getState()
        const found = await told(theAssistant().hover(files, path, text, offset))
        return found && { ...found, name: String(found.path.at(-1) ?? '') }
      },
    }
  }, [store, path, toast])
}
