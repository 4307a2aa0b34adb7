'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Meter } from '@/components/ui/meter'
import { TextField } from '@/components/ui/text-field'
import { createDraft } from './create-draft'
import { useDraftStorage } from './draft-storage'
import { FIELDS, type FieldName, useNewPromise } from './use-new-promise'
import { reasonOf } from './use-opening'

const LABELS: Record<FieldName, string> = {
  name: 'Name',
  kind: 'Kind',
  group: 'Group',
  version: 'Version',
  plural: 'Plural',
  singular: 'Singular',
}
const PLACEHOLDERS: Partial<Record<FieldName, string>> = {
  name: 'e.g. redis',
  kind: 'e.g. Redis',
  group: 'e.g. mygroup.org',
  version: 'e.g. v1alpha1',
}

/** Four names make a Promise. Each is checked while it is typed; the rest follows from them. */
export function NewPromiseForm() {
  const storage = useDraftStorage()
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const names = useNewPromise()
  const [changing, setChanging] = useState(false)
  const [creating, setCreating] = useState(false)
  const [failure, setFailure] = useState<string>()
  const { values, faults, shown, change } = names

  // What was typed while the page was still loading is in the inputs alone: take it over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page comes to life
  useLayoutEffect(() => {
    for (const field of FIELDS) {
      const input = form.current?.elements.namedItem(field)
      if (input instanceof HTMLInputElement && input.value !== values[field]) {
        change(field, input.value)
      }
    }
  }, [])

  async function submit(event: FormEvent) {
    event.preventDefault()
    names.touchAll()
    if (faults.plural || faults.singular) setChanging(true)
    if (Object.keys(faults).length > 0) {
      // After the render that marks the fields.
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
      )
      return
    }
    setCreating(true)
    setFailure(undefined)
    try {
      const { newPromise } = await import('@/lib/commands/create-promise')
      const id = await createDraft(storage, newPromise(values))
      router.push(`/designer/?draft=${id}`)
    } catch (error) {
      setFailure(reasonOf(error))
      setCreating(false)
    }
  }

  const field = (name: FieldName) => (
    <TextField
      label={LABELS[name]}
      name={name}
      placeholder={PLACEHOLDERS[name]}
      value={values[name]}
      onChange={(text) => names.change(name, text)}
      onBlur={() => names.touch(name)}
      error={shown(name)}
      required
    />
  )
  const used = `${values.name}-resource-configure-`.length

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      aria-labelledby="new-promise"
      className="rounded-xl border border-line bg-raised p-4 shadow-card"
    >
      <h2 id="new-promise" className="font-semibold">
        New Promise
      </h2>
      <div className="mt-3 grid gap-x-3.5 sm:grid-cols-2">
        {field('name')}
        {field('kind')}
        {field('group')}
        {field('version')}
        {changing ? field('plural') : null}
        {changing ? field('singular') : null}
      </div>
      <p className="min-h-5 text-faint text-sm">
        People will run{' '}
        <code className="break-all">
          kubectl get {values.plural || 'redises'}.{values.group || 'mygroup.org'}
        </code>
        {changing ? null : (
          <>
            {' · '}
            <button
              type="button"
              onClick={() => setChanging(true)}
              className="rounded-sm text-accent-text hover:underline"
            >
              change names
            </button>
          </>
        )}
      </p>
      <Meter
        className="mt-3 max-w-[420px]"
        label="Name, workflow and pipeline together"
        value={used}
        limit={60}
      />
      {failure ? (
        <Banner tone="error" className="mt-3">
          The draft could not be stored: {failure}
        </Banner>
      ) : null}
      <Button variant="primary" type="submit" className="mt-4" aria-disabled={creating}>
        {creating ? 'Creating…' : 'Create'}
      </Button>
    </form>
  )
}
