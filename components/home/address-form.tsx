'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { readAddress } from '@/lib/importers/address/read-address'

export interface AddressFormProps {
  readonly busy: boolean
  /** Set while something is fetched: stops it. */
  readonly onStop: (() => void) | undefined
  readonly onFetch: (address: string) => void
}

/** Opens what lies at an address. Nothing is fetched before the user asks for it. */
export function AddressForm({ busy, onStop, onFetch }: AddressFormProps) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const address = readAddress(text)
  function submit(event: FormEvent) {
    event.preventDefault()
    if (onStop) return onStop()
    if (busy) return
    setTried(true)
    if (address.ok) onFetch(text)
    else input.current?.focus()
  }
  const host = address.ok ? new URL(address.url).host : ''
  return (
    <form noValidate onSubmit={submit} className="mt-3 flex w-full items-start gap-2 text-left">
      <TextField
        ref={input}
        label="Address of a promise.yaml or a zip"
        hideLabel
        mono
        type="url"
        inputMode="url"
        name="address"
        placeholder="https://…/promise.yaml"
        className="flex-1"
        reserve={1}
        readOnly={busy}
        title={
          address.ok && address.instead ? `Reads ${address.instead}: ${address.url}` : undefined
        }
        value={text}
        onChange={(value) => {
          setText(value)
          setTried(false)
        }}
        error={tried && !address.ok ? address.reason : undefined}
        help={
          address.ok && address.instead
            ? `Reads from ${host}`
            : 'Nothing is fetched before you ask for it.'
        }
      />
      <Button type="submit" aria-disabled={busy && !onStop}>
        {onStop ? 'Stop' : 'Fetch'}
      </Button>
    </form>
  )
}
