'use client'

import { FlaskConical } from 'lucide-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { Badge } from '@/components/ui/badge'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { SelectField } from '@/components/ui/select-field'
import { WORKFLOWS } from '@/lib/promise/workflows'
import type { Surroundings } from '@/lib/tryout/types'
import { DestinationsCard } from './destinations-card'
import { FileViewer, type ShownFile } from './file-viewer'
import { RequestCard } from './request-card'
import { RunCard } from './run-card'
import { RunMenu } from './run-menu'
import { outcomeWord, sentenceOf, WORKFLOW_NAMES } from './run-words'
import { usePython } from './sandbox/python-offer'
import { StatusCard } from './status-card'
import { useRequest } from './use-request'
import { useRun } from './use-run'
import { useTryout, useTryoutStore } from './use-tryout'
import { useWide } from './use-wide'

/** Form and YAML stand side by side from this width on (pixels). */
const WIDE = 760

/** A request runs through the workflows of the Promise, as Kratix would run it. */
export function TryIt(): React.ReactElement {
  const store = useTryoutStore()
  const designer = useDesignerStore()
  const frame = useRef<HTMLDivElement>(null)
  const wide = useWide(frame, WIDE)
  const [shown, setShown] = useState<ShownFile>()
  const files = useDeferredValue(useDesigner((state) => state.files))
  const stale = useDesigner((state) => state.reading.stale)
  const api = useDesigner((state) => state.reading.view.api)
  const ready = useTryout((state) => state.ready)
  const fault = useTryout((state) => state.fault)
  const workflow = useTryout((state) => state.workflow)
  const destinations = useTryout((state) => state.destinations)
  const recorded = useTryout((state) => state.recorded)
  const request = useRequest()
  const [forTests, setForTests] = useState(false)
  const python = usePython()
  const surroundings = useMemo<Surroundings>(
    () => ({ workflow, destinations, recorded, forTests, python }),
    [workflow, destinations, recorded, forTests, python],
  )
  const isResource = workflow.type === 'resource'
  const readable = !stale && (!isResource || (api !== undefined && request.broken === undefined))
  const { run, running, waiting, trouble, runNow } = useRun(
    files,
    isResource ? request.value : undefined,
    surroundings,
    ready && readable,
  )
  const current = ready && run?.workflow.type === workflow.type ? run : undefined
  const outcome = current && outcomeWord(current, running)
  return (
    <div ref={frame}>
      <SectionHead title="Try it">
        What each step and then Kratix make of a request, before a cluster has the Promise. Nothing
        leaves this page.
      </SectionHead>
      {fault === undefined ? null : (
        <Banner
          tone="warning"
          className="mb-3"
          actions={
            ready ? null : (
              <Button size="sm" onClick={() => void store.getState().read()}>
                Try again
              </Button>
            )
          }
        >
          {fault}
        </Banner>
      )}
      {/* The outcome stays in sight while the request is written below it. */}
      <div className="sticky top-0 z-10 -mx-1 mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-bg px-1 py-2">
        <SelectField
          label="Workflow"
          hideLabel
          reserve={0}
          className="w-64 max-w-full shrink-0"
          disabled={!ready}
          value={`${workflow.type}/${workflow.action}` as const}
          options={WORKFLOWS.map(({ type, action }) => {
            const value = `${type}/${action}` as const
            return { value, label: `${WORKFLOW_NAMES[value]} (${type} ${action})` }
          })}
          onChange={(next) => {
            const chosen = WORKFLOWS.find(({ type, action }) => `${type}/${action}` === next)
            if (chosen) store.getState().choose(chosen)
          }}
        />
        {current ? (
          <p role="status" className="flex min-h-10 min-w-0 flex-1 basis-60 items-center gap-2">
            <Badge tone={outcome?.tone}>{outcome?.label}</Badge>
            <span className="min-w-0">{sentenceOf(current, running, waiting !== undefined)}</span>
          </p>
        ) : null}
      </div>
      {isResource && !api ? (
        <EmptyState
          icon={<FlaskConical size={20} aria-hidden />}
          action={<Button onClick={() => designer.getState().goTo('api')}>Go to the API</Button>}
        >
          Nobody can ask for anything yet: a request needs an API. Or try to install the Promise.
        </EmptyState>
      ) : null}
      {/* Before it is known what was kept, the example would stand for it. */}
      {isResource && api && ready ? (
        <RequestCard api={api} request={request} judgement={current?.judgement} wide={wide} />
      ) : null}
      {current && (!isResource || api) ? (
        <>
          <RunCard
            run={current}
            running={running}
            waiting={waiting}
            trouble={trouble}
            actions={<RunMenu run={current} running={running} onTests={setForTests} />}
            onRun={runNow}
            onShow={setShown}
          />
          {current.outcome === 'refused' ? null : (
            <>
              <StatusCard run={current} />
              <DestinationsCard run={current} onShow={setShown} />
            </>
          )}
        </>
      ) : trouble === undefined ? null : (
        <Banner tone="warning">{trouble}</Banner>
      )}
      <FileViewer file={shown} onClose={() => setShown(undefined)} />
    </div>
  )
}
