import { useState } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import type { Step } from '@/lib/commands/steps'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin, pathToString } from '@/lib/promise/path'

/** The tab of a step that is shown; a field of its container that is selected elsewhere shows its own. */
export function useStepTab(step: Step): readonly [string, (tab: string) => void] {
  const wanted = useDesigner(({ place, placeFrom }) => {
    const { file, path } = place
    if (file !== PROMISE_FILE || placeFrom === 'form' || !isWithin(path, step.path)) return ''
    const field = path[step.path.length]
    return field === undefined || field === 'name' ? '' : pathToString(path)
  })
  const [tab, setTab] = useState(
    wanted !== '' ? 'container' : step.kind === 'render' ? 'output' : 'program',
  )
  const [seen, setSeen] = useState(wanted)
  if (seen !== wanted) {
    setSeen(wanted)
    if (wanted !== '') setTab('container')
  }
  return [tab, setTab]
}
