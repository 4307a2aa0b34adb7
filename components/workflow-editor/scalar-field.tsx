'use client'

import { DraftField, type DraftFieldProps } from '@/components/ui/draft-field'
import type { Scalar } from '@/lib/render/types'
import { readScalar, scalarText } from './scalar-text'

export interface ScalarFieldProps extends Omit<DraftFieldProps, 'value' | 'check' | 'onCommit'> {
  /** `undefined` shows as empty. */
  readonly scalar: Scalar | undefined
  /** `undefined` when the field is emptied and `optional`. */
  readonly onScalar: (value: Scalar | undefined) => void
  readonly optional?: boolean
}

/** A text, number or boolean in one line; quotes keep `"3"` a text. */
export function ScalarField(props: ScalarFieldProps): React.ReactElement {
  const { scalar, onScalar, optional = false, ...rest } = props
  return (
    <DraftField
      mono
      reserve={0}
      {...rest}
      value={scalar === undefined ? '' : scalarText(scalar)}
      check={(text) => {
        const read = readScalar(text)
        return read.ok ? undefined : read.reason
      }}
      means={(text) => {
        const read = readScalar(text)
        return read.ok && (text !== '' || !optional) ? scalarText(read.value) : ''
      }}
      onCommit={(text) => {
        if (text === '' && optional) return onScalar(undefined)
        const read = readScalar(text)
        if (read.ok) onScalar(read.value)
      }}
    />
  )
}
