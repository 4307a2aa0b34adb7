'use client'

import clsx from 'clsx'
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from './button'
import { type Code, type CodeOptions, code } from './code'
import { recentFocus } from './recent-focus'

export type LazyComponent<P extends object> = ComponentType<P> & Pick<Code<unknown>, 'get'>

export interface LazyOptions extends CodeOptions {
  /** What stands there until the code has come. */
  readonly loading?: ReactNode
}

/**
 * A component whose code comes when it is first shown. A failure is told in its place, with a way
 * to try again; nothing else on the page is touched.
 * @param name what is missing meanwhile, as a sentence begins: "The form"
 */
export function lazily<P extends object>(
  name: string,
  fetch: () => Promise<ComponentType<P>>,
  { loading = null, ...options }: LazyOptions = {},
): LazyComponent<P> {
  const part = code(fetch, options)
  function Lazily(props: P) {
    const { it: Part, failure } = useCode(part, true)
    if (Part) return <Part {...props} />
    return failure ? <NotLoaded name={name} {...failure} /> : loading
  }
  return Object.assign(Lazily, { get: part.get })
}

export interface Opened {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/**
 * The same for a dialog: its code comes when it first opens. From then on it stays mounted, also
 * while it is closed.
 */
export function lazyDialog<P extends Opened>(
  name: string,
  fetch: () => Promise<ComponentType<P>>,
): LazyComponent<P> {
  const part = code(fetch)
  function LazyDialog(props: P) {
    const { open, onOpenChange } = props
    const [opened, setOpened] = useState(open)
    if (open && !opened) setOpened(true)
    const { it: Part, failure } = useCode(part, opened)
    if (Part && opened) return <Part {...props} />
    if (!failure || !open) return null
    return <NotLoaded floating name={name} {...failure} onClose={() => onOpenChange(false)} />
  }
  return Object.assign(LazyDialog, { get: part.get })
}

interface Failure {
  readonly reason: string
  readonly trying: boolean
  readonly again: () => void
}

/** The code once it is `wanted` and there, or why it is not. */
function useCode<T>(
  part: Code<T>,
  wanted: boolean,
): { readonly it: T | undefined; readonly failure: Failure | undefined } {
  // In an object: a component is a function, which a state would call.
  const [have, setHave] = useState(() => ({ it: part.now() }))
  const [failure, setFailure] = useState<{ readonly reason: string; readonly trying: boolean }>()
  const [turn, setTurn] = useState(0)
  const it = have.it ?? (wanted ? part.now() : undefined)
  const missing = wanted && it === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn tries again
  useEffect(() => {
    if (!missing) return
    let left = false
    part.get().then(
      (came) => {
        // At once, its effects too: what is seen must take the next key, such as Escape.
        if (!left) flushSync(() => setHave({ it: came }))
      },
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        if (!left) setFailure({ reason, trying: false })
      },
    )
    return () => {
      left = true
    }
  }, [part, missing, turn])
  const again = () => {
    setFailure((now) => now && { ...now, trying: true })
    setTurn((now) => now + 1)
  }
  return { it, failure: failure && { ...failure, again } }
}

interface NotLoadedProps extends Failure {
  readonly name: string
  readonly floating?: boolean
  readonly onClose?: () => void
}

function NotLoaded({ name, reason, trying, again, floating = false, onClose }: NotLoadedProps) {
  const alert = useRef<HTMLDivElement>(null)
  // What goes away must not take the focus with it.
  useEffect(() => {
    const main = alert.current?.closest('main')
    let had = false
    const note = () => {
      had = alert.current?.contains(document.activeElement) ?? false
    }
    document.addEventListener('focusin', note)
    return () => {
      document.removeEventListener('focusin', note)
      if (had) (main ?? recentFocus().find((element) => element.isConnected))?.focus()
    }
  }, [])
  return (
    <div
      ref={alert}
      role="alert"
      className={clsx(
        'max-w-xl rounded-xl border border-red-line bg-raised p-4',
        floating ? 'fixed right-4 bottom-4 z-50 shadow-float' : 'm-4',
      )}
    >
      <h2 className="font-semibold text-md">{name} could not be loaded</h2>
      <p className="mt-1 text-dim">
        Is the network there? Nothing that you made is touched, and the rest works on.
      </p>
      <p className="mt-1 break-all text-faint text-sm">{reason}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button variant="primary" aria-disabled={trying} onClick={trying ? undefined : again}>
          {trying ? 'Loading…' : 'Try again'}
        </Button>
        {onClose ? <Button onClick={onClose}>Close</Button> : null}
      </div>
    </div>
  )
}
