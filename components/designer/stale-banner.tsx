'use client'

import { useMemo } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { toReal } from '@/lib/layout/places'
import { PROMISE_FILE } from '@/lib/promise/files'
import { emptyReading } from '@/lib/store/reading'
import { lineAt, lineStarts } from './problem-lines'
import { useDesigner, useDesignerStore } from './use-designer'
import { useShell } from './use-shell'

/** Says that the forms show an older state, because promise.yaml cannot be read now. */
export function StaleBanner() {
  const store = useDesignerStore()
  const shell = useShell()
  const stale = useDesigner((state) => state.reading.stale)
  const problems = useDesigner((state) => state.reading.problems)
  const blank = useDesigner((state) => state.reading.view === emptyReading.view)
  const files = useDesigner((state) => state.files)
  const problem = problems.find(({ severity }) => severity === 'error')
  const { file, line } = useMemo(() => {
    const place = { file: PROMISE_FILE, path: [] }
    const real = toReal(files, place, problem?.range)
    const text = files.get(real.file)?.text ?? ''
    return {
      file: real.file,
      line: real.range && lineAt(lineStarts(text), real.range.from),
    }
  }, [problem, files])
  if (!stale) return null

  function go() {
    const state = store.getState()
    const path = state.reading.document?.pathAt(problem?.range.from ?? 0) ?? []
    state.select({ file: PROMISE_FILE, path }, 'problem', problem?.range)
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
          <code>{file}</code> line {line} cannot be read: {problem.message.replace(/[.\s]*$/, '')};{' '}
        </>
      ) : (
        <>
          <code>{PROMISE_FILE}</code> is{' '}
          {files.has(PROMISE_FILE) ? 'not text that can be read' : 'missing'};{' '}
        </>
      )}
      {blank ? 'the forms show nothing until it is mended.' : 'the form shows the last good state.'}
    </Banner>
  )
}
