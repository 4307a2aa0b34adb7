'use client'

import { useEffect, useRef, useState } from 'react'
import type { Files } from '@/lib/promise/files'
import type { Run, Surroundings } from '@/lib/tryout/types'
import type { Runner } from '@/lib/tryout/worker/protocol'
import { browserRunner } from './browser-runner'

export interface RunState {
  /** The latest run; the one before stays in sight until the next is there. */
  readonly run: Run | undefined
  /** Something has changed since, and its run is not there yet. */
  readonly running: boolean
  /** Why there is no run of what is there now. */
  readonly trouble: string | undefined
}

const LATE = 'This run took too long and was stopped. What takes so long may be a rule of the API.'
const UNAVAILABLE =
  'What runs requests could not be loaded: reload the page when there is a network.'

/**
 * Runs a request again after each change, off the main thread.
 * @param object `undefined` while its text cannot be read: then the last run stays
 */
export function useRun(
  files: Files,
  object: unknown,
  surroundings: Surroundings,
  ready: boolean,
): RunState {
  const runner = useRef<Runner>(undefined)
  const [state, setState] = useState<RunState>({
    run: undefined,
    running: true,
    trouble: undefined,
  })
  const [failed, setFailed] = useState<Error>()

  useEffect(
    () => () => {
      runner.current?.stop()
      runner.current = undefined
    },
    [],
  )
  useEffect(() => {
    if (!ready) return
    let here = true
    runner.current ??= browserRunner()
    setState((now) => ({ ...now, running: true }))
    runner.current.run(files, object, surroundings).then(
      (answer) => {
        if (!here || !answer) return
        if (answer.kind === 'run') setState({ run: answer.run, running: false, trouble: undefined })
        else {
          const trouble = answer.kind === 'late' ? LATE : UNAVAILABLE
          setState(({ run }) => ({ run, running: false, trouble }))
        }
      },
      (error: Error) => here && setFailed(error),
    )
    return () => {
      here = false
    }
  }, [files, object, surroundings, ready])

  // A fault of ours meets the boundary of the region.
  if (failed) throw failed
  return state
}
