'use client'

import { useMemo } from 'react'
import { fromSamples } from '@/lib/schema/from-sample'
import { AdditionPreview } from './addition-preview'
import type { SourceTabProps } from './lines-tab'
import { TabFrame } from './tab-frame'
import { TextSource } from './text-source'
import { useAddition, useMode } from './use-addition'
import { useParsed } from './use-parsed'

const EXAMPLE = `apiVersion: example.org/v1
kind: Redis
metadata:
  name: example
spec:
  size: small
  replicas: 3`

/** Properties as they are seen in one or several samples of a request. */
export function SampleTab({ text, onText, onDone }: SourceTabProps): React.ReactElement {
  const { values, problem, pending } = useParsed(text)
  const wanted = useMemo(() => fromSamples(values), [values])
  const { spec, mode, setMode, hasApi } = useMode()
  const { rows, clashes, count, nothing, add } = useAddition(wanted, mode, spec)
  const none = text.trim() !== '' && !pending && rows.length === 0 && problem === undefined
  return (
    <TabFrame
      source={
        <TextSource
          label="Sample requests, in YAML or JSON"
          placeholder={EXAMPLE}
          value={text}
          onChange={onText}
          problem={problem ?? (none ? 'There is no map with properties in it.' : undefined)}
          help={
            <>
              A whole request, or what is in its <code>spec</code>. What every sample has becomes
              required, unless it is null or an empty list; with several documents, divided by{' '}
              <code>---</code>, what some of them lack is optional.
            </>
          }
        />
      }
      preview={
        <AdditionPreview
          rows={rows}
          clashes={clashes}
          count={count}
          pending={pending}
          empty="Paste a request as people would write it; the properties that it has are shown here."
        />
      }
      mode={mode}
      onMode={hasApi ? setMode : undefined}
      disabled={nothing || pending || problem !== undefined}
      onAdd={() => {
        if (add()) onDone()
      }}
    />
  )
}
