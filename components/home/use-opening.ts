'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import type { Picked } from '@/components/ui/picked-files'
import { useToast } from '@/components/ui/toast'
import type { OpenedRepository } from '@/lib/build/open'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import type { ImportChoice, ImportInput } from '@/lib/importers'
import { createDraft } from './create-draft'
import { useDraftStorage } from './draft-storage'
import { openInput, type Source, sourceOfAddress, sourceOfFiles, sourceOfText } from './open-input'

/** What the page shows of an attempt to open something. */
export type Opening =
  | { readonly state: 'idle' }
  /** `stop` is there while something is fetched. */
  | { readonly state: 'reading'; readonly stop?: () => void }
  | {
      readonly state: 'refused'
      readonly problems: readonly Diagnostic[]
      /** A line for a shell that gets what this page may not have. */
      readonly curl?: string
    }
  /** It holds several Promises. */
  | {
      readonly state: 'choosing'
      readonly input: ImportInput
      readonly choices: ImportChoice['choices']
    }
  /** Read, with something that the user should see before going on. */
  | { readonly state: 'reported'; readonly opened: OpenedRepository }
  | { readonly state: 'failed'; readonly reason: string }

export interface OpeningActions {
  readonly opening: Opening
  readonly open: (picked: Picked | Promise<Picked>) => void
  /** Opens pasted YAML; of a pasted address, what lies there. */
  readonly paste: (text: string) => void
  readonly fetch: (address: string) => void
  /** Opens `promise`, which is one of several in `input`. */
  readonly choose: (input: ImportInput, promise: string) => void
  /** Makes a draft of what was opened and goes to it. */
  readonly goOn: (opened: OpenedRepository) => Promise<void>
  readonly dismiss: () => void
}

/** Opens files, a folder, a zip, pasted YAML or what lies at an address as a new draft. */
export function useOpening(): OpeningActions {
  const storage = useDraftStorage()
  const router = useRouter()
  const toast = useToast()
  const [opening, setOpening] = useState<Opening>({ state: 'idle' })
  /** What was dropped last, when it is one folder. */
  const folder = useRef<FileSystemDirectoryHandle>(undefined)

  const goOn = useCallback(
    async (opened: OpenedRepository) => {
      try {
        const { files, received, report } = opened
        const kept = { name: report.name, files: received }
        const onNotKept = (reason: string) =>
          toast({
            text: `The state as opened is not kept, so changes are not compared with it: ${reason}`,
            duration: 20_000,
          })
        const id = await createDraft(storage, files, { report, received: kept, onNotKept })
        // Without it the folder can still be chosen when something is to be written.
        if (folder.current) await remember(id, folder.current, report.root).catch(() => undefined)
        router.push(`/designer/?draft=${id}`)
      } catch (error) {
        setOpening({ state: 'failed', reason: reasonOf(error) })
      }
    },
    [storage, router, toast],
  )
  const take = useCallback(
    async (find: () => Promise<Source> | Source, promise?: string, stop?: () => void) => {
      setOpening({ state: 'reading', stop })
      try {
        const source = await find()
        if (source.kind === 'stopped') return setOpening({ state: 'idle' })
        if (source.kind === 'failure') {
          const { diagnostics: problems, curl } = source
          return setOpening({ state: 'refused', problems, curl })
        }
        const { input } = source
        const opened = await openInput(input, promise)
        if (opened.kind === 'failure') {
          setOpening({ state: 'refused', problems: opened.diagnostics })
        } else if (opened.kind === 'choice') {
          setOpening({ state: 'choosing', input, choices: opened.choices })
        } else if (opened.report.items.some(({ news }) => news)) {
          setOpening({ state: 'reported', opened })
        } else await goOn(opened)
      } catch (error) {
        setOpening({ state: 'failed', reason: reasonOf(error) })
      }
    },
    [goOn],
  )

  const fetch = useCallback(
    (address: string) => {
      folder.current = undefined
      const stop = new AbortController()
      take(
        () => sourceOfAddress(address, stop.signal),
        undefined,
        () => stop.abort(),
      )
    },
    [take],
  )

  return {
    opening,
    goOn,
    fetch,
    open: useCallback(
      (picked) =>
        void take(async () => {
          const given = await picked
          folder.current = given.folder
          return sourceOfFiles(given)
        }),
      [take],
    ),
    paste: useCallback(
      (text) => {
        folder.current = undefined
        if (/^\s*https?:\/\/\S+\s*$/.test(text)) fetch(text)
        else void take(() => sourceOfText(text))
      },
      [take, fetch],
    ),
    choose: useCallback(
      (input, promise) => void take(() => ({ kind: 'input', input }), promise),
      [take],
    ),
    dismiss: useCallback(() => setOpening({ state: 'idle' }), []),
  }
}

/** What remembers is fetched when there is something to remember. */
const remember: typeof import('./remember-folder').rememberFolder = async (...given) =>
  (await import('./remember-folder')).rememberFolder(...given)

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
