'use client'

import { useMemo } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { PROMISE_FILE } from '@/lib/promise/files'
import { lineAt, lineStarts } from './problem-lines'
import { useDesigner, useDesignerStore } from './use-designer'
import { useShell } from './use-shell'

/** Says that the forms show an older state, because promise.yaml cannot be read now. */
export function StaleBanner() {
  const store = useDesignerStore()
  const shell = useShell()
  const stale = useDesigner((state) => state.reading.stale)
  const problems = useDesigner((state) => state.reading.problems)
  const content = useDesigner((state) => state.files.get(PROMISE_FILE))
  const problem = problems.find(({ severity }) => severity === 'error')
  const line = useMemo(
    () => (problem ? lineAt(lineStarts(content?.text ?? ''), problem.range.from) : undefined),
    [problem, content],
  )
  if (!stale) return null

  function go() {
    const state = store.getState()
    const path = state.reading.document?.pathAt(problem?.range.from ?? 0) ?? []
    state.select({ file: PROMISE_FILE, path }, 'problem')
    shell.show('files')
  }
  return (
    <Banner
      tone="error"
      className="mx-4 mt-3 pane:mx-6"
      actions={
        <Button size="sm" onClick={go}>
          {line === undefined ? 'Open the file' : 'Go to line'}
        </Button>
      }
    >
      {problem ? (
        <>
          <code>{PROMISE_FILE}</code> line {line} cannot be read:{' '}
          {problem.message.replace(/[.\s]*$/, '')};{' '}
        </>
      ) : (
        <>
          <code>{PROMISE_FILE}</code> is {content ? 'not text that can be read' : 'missing'};{' '}
        </>
      )}
      the form shows the last good state.
    </Banner>
  )
}
