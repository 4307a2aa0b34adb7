'use client'

import { useEffect, useRef } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { useToast } from '@/components/ui/toast'
import type { Problem } from '@/lib/store/analysis'
import { useDesignerStore } from './use-designer'

/** F8 goes to the next problem, Shift+F8 to the one before, wherever the focus is. */
export function useProblemWalk(): void {
  const store = useDesignerStore()
  const announce = useAnnounce()
  const toast = useToast()
  const last = useRef<Problem>(undefined)

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return
      const at = event.target instanceof Element ? event.target : null
      if (at?.closest('[role=dialog]')) return
      event.preventDefault()
      event.stopPropagation() // the editor has a walk of its own, through its file alone
      const { problems, select } = store.getState()
      if (problems.length === 0) {
        toast({ text: 'No problems.' })
        return
      }
      const next = nextIndex(problems, last.current, event.shiftKey ? -1 : 1)
      const problem = problems[next]
      if (!problem) return
      last.current = problem
      select(problem.place, 'problem', problem.range)
      announce(`${problem.severity} ${next + 1} of ${problems.length}: ${problem.message}`)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [store, announce, toast])
}

/** The index after (or before) `last` in the list, round and round; the first when it is gone. */
export function nextIndex(
  problems: readonly Problem[],
  last: Problem | undefined,
  by: 1 | -1,
): number {
  const here = problems.findIndex(
    (one) => last && one.code === last.code && one.message === last.message && samePlace(one, last),
  )
  if (here < 0) return by === 1 ? 0 : problems.length - 1
  return (here + by + problems.length) % problems.length
}

function samePlace(a: Problem, b: Problem): boolean {
  return a.place.file === b.place.file && a.place.path.join('\n') === b.place.path.join('\n')
}
