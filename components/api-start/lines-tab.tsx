'use client'

import { useMemo } from 'react'
import { TextArea } from '@/components/ui/text-area'
import { readLines } from '@/lib/schema/notation'
import { AdditionPreview } from './addition-preview'
import { TabFrame } from './tab-frame'
import { useAddition, useMode } from './use-addition'

export interface SourceTabProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onDone: () => void
}

const EXAMPLE = `replicas:integer=1 1..9 "How many"
name:string! /^[a-z]+$/
size:small|large=small
storage
  gigabytes:integer=10 >0
tags:string[]
labels:map[string]`

/** Several properties in the short notation, one in each line. */
export function LinesTab({ text, onText, onDone }: SourceTabProps): React.ReactElement {
  const { wanted, faults } = useMemo(() => readLines(text), [text])
  const { spec, mode, setMode, hasApi } = useMode()
  const { rows, clashes, count, nothing, add } = useAddition(wanted, mode, spec)
  return (
    <TabFrame
      source={
        <>
          <TextArea
            label="A property in each line"
            value={text}
            onChange={onText}
            placeholder={EXAMPLE}
            mono
            style={{ minHeight: 220 }}
            reserve={0}
            wrap="off"
            autoFocus
            aria-describedby="line-faults"
          />
          <ul id="line-faults" aria-live="polite" className="min-h-5 text-red text-sm">
            {faults.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                Line {line + 1}: {message}
              </li>
            ))}
          </ul>
          <p className="text-faint text-sm">
            <code>name:type=default</code>, then bounds <code>1..9</code>, a pattern{' '}
            <code>/^[a-z]+$/</code> and a description in quotes; <code>!</code> makes it required.
            Lines that are indented further are inside the object above.
          </p>
        </>
      }
      preview={
        <AdditionPreview
          rows={rows}
          clashes={clashes}
          count={count}
          empty="Type or paste properties, one in each line; what they become is shown here."
        />
      }
      mode={mode}
      onMode={hasApi ? setMode : undefined}
      disabled={nothing || faults.length > 0}
      onAdd={() => {
        if (add()) onDone()
      }}
    />
  )
}
