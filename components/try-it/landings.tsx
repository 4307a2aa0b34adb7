'use client'

import { FileText } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import type { Run, WorkloadGroup } from '@/lib/tryout/types'
import type { ShownFile } from './file-viewer'

export interface LandingsProps {
  readonly run: Run
  readonly onShow: (file: ShownFile) => void
}

/** Which file goes to which path on which Destination, group by group. */
export function Landings({ run, onShow }: LandingsProps): React.ReactElement {
  const isDelete = run.workflow.action === 'delete'
  const groups = isDelete ? run.removed : run.groups
  if (groups.length === 0) {
    return (
      <p className="text-dim">
        {isDelete ? 'No file is removed.' : 'No file is on its way in this run.'}
      </p>
    )
  }
  return (
    <ul aria-label={isDelete ? 'Removed files' : 'Files on their way'} className="space-y-2">
      {groups.map((group) => (
        <li key={`${group.pipeline}/${group.directory}`} className="border-line border-t pt-2">
          <Group run={run} group={group} onShow={onShow} />
        </li>
      ))}
    </ul>
  )
}

const SOURCES = {
  promise: 'the Promise',
  'promise-workflow': 'the promise workflow',
  'resource-workflow': 'this workflow',
} as const

function Group({
  run,
  group,
  onShow,
}: LandingsProps & { readonly group: WorkloadGroup }): React.ReactElement {
  const { pipeline, directory, labels, destinations, certain } = group
  const isDelete = run.workflow.action === 'delete'
  const output = run.pipelines.find(({ name }) => name === pipeline)?.output ?? []
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span>{pipeline === '' ? 'Static dependencies' : <code>{pipeline}</code>}</span>
        {directory === '.' ? null : <code className="text-dim">{directory}/</code>}
        {labels.length === 0 ? (
          <span className="text-faint">any Destination</span>
        ) : (
          labels.map(({ key, value, source, over }) => (
            <Badge key={key} mono shape="type">
              {key}={value}
              <span className="font-sans text-faint">
                {SOURCES[source]}
                {over.map((one) => ` over ${one.value} of ${SOURCES[one.source]}`).join(',')}
              </span>
            </Badge>
          ))
        )}
      </p>
      {certain ? null : (
        <p className="text-amber text-sm">
          The promise workflow is not all known: it may ask for more labels.
        </p>
      )}
      {destinations.length === 0 ? (
        <p className="text-amber">
          No Destination matches: the Work stays pending until there is one.
        </p>
      ) : null}
      {destinations.length > 1 && run.workflow.type === 'resource' && !isDelete ? (
        <p className="text-dim text-sm">
          Kratix picks one of these {destinations.length} at random, and keeps to it.
        </p>
      ) : null}
      {destinations.map(({ destination, paths }) => (
        <ul key={destination} className="text-sm">
          {paths.map(({ file, path }) => {
            const shown = output.find((one) => one.path === file)
            return (
              <li key={file} className="flex min-h-6 items-center gap-1.5">
                <FileText size={12} aria-hidden className="shrink-0 text-faint" />
                {shown ? (
                  <button
                    type="button"
                    className="min-h-6 break-all rounded-[4px] text-left font-mono text-accent-text hover:underline"
                    onClick={() => onShow({ ...shown, title: path })}
                  >
                    {path}
                  </button>
                ) : (
                  <span className={`break-all font-mono ${isDelete ? 'line-through' : ''}`}>
                    {path}
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      ))}
    </>
  )
}
