'use client'

import { useState } from 'react'
import { useDesignerStore, useReadOnly } from '@/components/designer/use-designer'
import { useUndoToast } from '@/components/designer/use-undo-toast'
import { Banner } from '@/components/ui/banner'
import { Meter } from '@/components/ui/meter'
import type { Picked } from '@/components/ui/picked-files'
import { Segmented } from '@/components/ui/segmented'
import { useToast } from '@/components/ui/toast'
import { addDependencies, type DependencyPlace } from '@/lib/commands/add-dependencies'
import { moveDependencies } from '@/lib/commands/move-dependencies'
import { removeDependency } from '@/lib/commands/remove-dependency'
import { meters } from '@/lib/dependencies'
import { suggestPlace } from '@/lib/dependencies/suggest-place'
import { displayBytes } from '@/lib/importers/limits'
import { FileContent } from '@/lib/promise/files'
import { AddManifests } from './add-manifests'
import { DependencyTable } from './dependency-table'
import { readManifests } from './read-manifests'
import { type DependencyRow, useDependencies } from './use-dependencies'

const PLACES = [
  { value: 'inside', label: 'Inside the Promise' },
  { value: 'image', label: 'As an image' },
] as const

/** What the Promise installs on every matching Destination, and where it is kept. */
export function DependenciesSection(): React.ReactElement {
  const store = useDesignerStore()
  const toast = useToast()
  const tell = useUndoToast()
  const readOnly = useReadOnly()
  const dependencies = useDependencies()
  const { inside, image, objects, promiseJson, imageJson } = dependencies
  const [chosen, setChosen] = useState<DependencyPlace>()
  const place = image.length > 0 ? 'image' : inside.length > 0 ? 'inside' : (chosen ?? 'auto')
  const both = inside.length > 0 && image.length > 0
  const { apply, etcd } = meters(promiseJson)

  const add = (picked: Promise<Picked>): void => {
    picked
      .then(({ files }) => readManifests(files))
      .then((files) => {
        const { run, files: present, steps } = store.getState()
        const texts = files.map(({ content }) => content.text ?? '')
        const how = place === 'auto' ? suggestPlace(present, steps, texts) : place
        run(addDependencies(files, how), 'later')
      })
      .catch((error: unknown) =>
        toast({ text: error instanceof Error ? error.message : String(error) }),
      )
  }
  const paste = (text: string): void => {
    const { run, files, steps } = store.getState()
    const how = place === 'auto' ? suggestPlace(files, steps, [text]) : place
    run(
      addDependencies([{ path: 'pasted.yaml', content: FileContent.fromText(text) }], how),
      'later',
    )
  }
  const remove = (row: DependencyRow): void => {
    if (store.getState().run(removeDependency(row.remove), 'later'))
      tell(`Removed ${row.kind} ${row.name}`)
  }
  const show = (row: DependencyRow): void => {
    store.getState().open(row.place.file)
    if (row.place.path.length > 0) store.getState().select(row.place, 'form')
  }
  const table = { disabled: readOnly, onOpen: show, onRemove: remove }

  return (
    <section aria-labelledby="dependencies-title">
      <h1 id="dependencies-title" className="font-semibold text-lg">
        Dependencies
      </h1>
      <p className="mt-0.5 mb-3.5 text-dim">
        What every matching Destination gets when the Promise is installed
      </p>

      <div className="mb-4 rounded-lg border border-line bg-raised p-3.5">
        <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
          <Segmented
            label="Where dependencies are kept"
            options={PLACES}
            value={place === 'auto' ? 'inside' : place}
            disabled={readOnly}
            onChange={(value) => {
              setChosen(value)
              if (objects > 0) store.getState().run(moveDependencies(value), 'later')
            }}
          />
          <p className="min-w-0 flex-1 basis-60 text-dim text-sm">
            {place === 'image'
              ? 'A step of the promise workflow writes them out: no limit of size, and the Promise stays readable.'
              : 'In spec.dependencies of promise.yaml: nothing to build, but everything counts towards its size.'}
          </p>
        </div>
        <div className="grid grid-cols-2 gap-x-6 gap-y-2 max-pane:grid-cols-1">
          <Meter
            label="kubectl apply without --server-side"
            value={apply.used}
            limit={apply.limit}
            format={displayBytes}
          />
          <Meter
            label="An object in etcd"
            value={etcd.used}
            limit={etcd.limit}
            format={displayBytes}
          />
        </div>
        {image.length > 0 && promiseJson + imageJson > apply.limit ? (
          <p className="mt-2 text-faint text-sm">
            With its image's objects inside, promise.yaml would be{' '}
            {displayBytes(promiseJson + imageJson)}.
          </p>
        ) : null}
      </div>

      {both ? (
        <Banner tone="info" className="mb-3">
          Some objects are inside the Promise and some in an image. The switch above moves all to
          one place.
        </Banner>
      ) : null}
      {inside.length > 0 ? (
        <Group title="promise.yaml" count={inside.length}>
          <DependencyTable caption="Objects in promise.yaml" rows={inside} {...table} />
        </Group>
      ) : null}
      {image.map((group) => (
        <Group key={group.title} title={group.title} count={group.rows.length} bytes={group.bytes}>
          <DependencyTable caption={`Objects in ${group.title}`} rows={group.rows} {...table} />
        </Group>
      ))}
      <AddManifests disabled={readOnly} empty={objects === 0} onAdd={add} onPaste={paste} />
    </section>
  )
}

interface GroupProps {
  readonly title: string
  readonly count: number
  readonly bytes?: number
  readonly children: React.ReactNode
}

function Group({ title, count, bytes, children }: GroupProps): React.ReactElement {
  return (
    <div className="mb-3 rounded-[10px] border border-line bg-raised">
      <div className="flex items-center gap-2 border-line border-b px-3 py-2">
        <h2 className="min-w-0 truncate font-medium font-mono text-sm">{title}</h2>
        <span className="flex-1" />
        <span className="shrink-0 text-faint text-sm">
          {count === 1 ? '1 object' : `${count} objects`}
          {bytes === undefined ? '' : `, ${displayBytes(bytes)}`}
        </span>
      </div>
      <div className="px-1">{children}</div>
    </div>
  )
}
