'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Files } from '@/lib/promise/files'
import type { StepKey } from '@/lib/promise/workflows'
import type { Run, Surroundings } from '@/lib/tryout/types'
import type { Runner } from '@/lib/tryout/worker/protocol'
import { browserRunner } from './browser-runner'
import { ProgramBook } from './sandbox/program-book'
import { runInSandbox } from './sandbox/run-in-sandbox'

export interface RunState {
  /** The latest run; the one before stays in sight until the next is there. */
  readonly run: Run | undefined
  /** Something has changed since, and its run is not there yet. */
  readonly running: boolean
  /** The step whose program takes long, and therefore runs when it is asked for. */
  readonly waiting: StepKey | undefined
  /** Why there is no run of what is there now. */
  readonly trouble: string | undefined
  /** Runs the program of a step, also one that has run, or that takes long. */
  readonly runNow: (step: StepKey) => void
}

const LATE = 'This run took too long and was stopped. What takes so long may be a rule of the API.'
const UNAVAILABLE =
  'What runs requests could not be loaded: reload the page when there is a network.'
const NO_SANDBOX =
  'What runs the programs of steps could not be loaded: reload the page when there is a network.'
/** Programs start when nothing has changed for so long: typing (milliseconds). */
const PAUSE = 400
/** So long the run before stays in sight while a program runs (milliseconds). */
const PATIENCE = 800
/** The same after a press of a button, which wants an answer. */
const PATIENCE_ASKED = 100

/**
 * Runs a request again after each change, off the main thread. Programs of steps run in the sandbox,
 * one after the other, each once for the same input.
 * @param object `undefined` while its text cannot be read: then the last run stays
 */
export function useRun(
  files: Files,
  object: unknown,
  surroundings: Surroundings,
  ready: boolean,
): RunState {
  const runner = useRef<Runner>(undefined)
  const [book] = useState(() => new ProgramBook())
  const [state, setState] = useState<Omit<RunState, 'runNow'>>({
    ...{ run: undefined, running: true, waiting: undefined, trouble: undefined },
  })
  const [turn, setTurn] = useState(0)
  const lastTurn = useRef(0)
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
    const left = new AbortController()
    const { signal } = left
    const asked = turn !== lastTurn.current || surroundings.forTests === true
    lastTurn.current = turn
    runner.current ??= browserRunner()
    setState((now) => ({ ...now, running: true, waiting: asked ? undefined : now.waiting }))
    const quiet = asked ? Promise.resolve() : pause(PAUSE, signal)
    const trouble = (why: string) => setState((now) => ({ ...now, running: false, trouble: why }))

    const go = async (by: Runner): Promise<void> => {
      for (;;) {
        const { answers } = book
        const answer = await by.run(files, object, { ...surroundings, answers })
        if (signal.aborted || !answer) return
        if (answer.kind !== 'run') return trouble(answer.kind === 'late' ? LATE : UNAVAILABLE)
        const { run, calls } = answer
        const call = calls.find(({ step }) => asked || !book.isSlow(step))
        if (!call) {
          const waiting = calls[0]?.step
          return setState({ run, running: false, waiting, trouble: undefined })
        }
        const show = setTimeout(
          () => setState((now) => ({ ...now, run, waiting: undefined })),
          asked ? PATIENCE_ASKED : PATIENCE,
        )
        signal.addEventListener('abort', () => clearTimeout(show))
        await quiet
        if (signal.aborted) return
        try {
          book.note(call, await runInSandbox(call, signal))
        } catch {
          // Left meanwhile, or not to be loaded: the only two reasons.
          if (signal.aborted) return
          setState({ run, running: false, waiting: undefined, trouble: NO_SANDBOX })
          return
        } finally {
          clearTimeout(show)
        }
      }
    }
    go(runner.current).catch((error: Error) => {
      if (!signal.aborted) setFailed(error)
    })
    return () => left.abort()
  }, [files, object, surroundings, ready, turn, book])

  const runNow = useCallback(
    (step: StepKey) => {
      book.forget(step)
      setTurn((now) => now + 1)
    },
    [book],
  )
  // A fault of ours meets the boundary of the region.
  if (failed) throw failed
  return { ...state, runNow }
}

/** Resolves after a time, or when it is aborted. */
function pause(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, time)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
