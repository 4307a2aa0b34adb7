'use client'

import { type FormEvent, useState } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { useKeptStatesStore } from '@/components/designer/use-kept-states'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'

/** A name may be this long. */
const MOST = 80

/** Keeps the design as it is now, by a name. */
export function KeepForm({ onKept }: { readonly onKept: (name: string) => void }) {
  const designer = useDesignerStore()
  const states = useKeptStatesStore()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()

  async function submit(event: FormEvent) {
    event.preventDefault()
    const given = name.trim()
    if (given === '') return setFault('Give this state a name that tells it from others.')
    setBusy(true)
    try {
      const { files } = await designer.getState().buildNow()
      const authored = designer.getState().files
      await states.getState().keep('named', given, { authored, built: files })
      setName('')
      setFault(undefined)
      onKept(given)
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="flex items-end gap-2">
      <TextField
        label="Name for the design as it is now"
        placeholder="before the rename"
        maxLength={MOST}
        value={name}
        onChange={(text) => {
          setName(text)
          setFault(undefined)
        }}
        error={fault}
        className="min-w-0 max-w-md flex-1"
      />
      <Button type="submit" disabled={busy} className="mb-[19px]">
        Keep this state
      </Button>
    </form>
  )
}
