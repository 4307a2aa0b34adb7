'use client'

import { SelectField } from '@/components/ui/select-field'
import { isRecord, valueAt } from '@/lib/promise/path'
import type { ApiVersionView, ApiView } from '@/lib/promise/view'
import { useRequestForm } from './form-context'
import { PropertyFields } from './object-field'
import { ScalarField } from './scalar-field'
import { ValueField } from './value-field'

const TEXT = { type: 'string' }
const LABELS = {
  type: 'object',
  additionalProperties: TEXT,
  description: 'Values of a render step can come from them.',
}

export interface RequestFormProps {
  readonly api: ApiView
  readonly version: ApiVersionView
  /** The request as its text says. */
  readonly value: unknown
}

/** A request as a form, drawn from the API. */
export function RequestForm({ api, version, value }: RequestFormProps): React.ReactElement {
  const { set, faultAt } = useRequestForm()
  const served = api.versions.filter((one) => one.served)
  const at = (key: string) => valueAt(value, ['metadata', key])
  const spec = valueAt(version.schema, ['properties', 'spec'])
  const schema = isRecord(spec) ? spec : {}
  const { properties } = schema
  return (
    <>
      <div className="grid grid-cols-2 gap-x-2.5">
        <ScalarField
          label="name"
          schema={TEXT}
          path={['metadata', 'name']}
          value={at('name')}
          required
        />
        <ScalarField
          label="namespace"
          schema={{ ...TEXT, default: 'default' }}
          path={['metadata', 'namespace']}
          value={at('namespace')}
          required={false}
        />
      </div>
      {served.length > 1 ? (
        <SelectField
          label="version"
          mono
          value={version.name}
          options={served.map(({ name }) => ({ value: name, label: name }))}
          onChange={(name) => set(['apiVersion'], `${api.group}/${name}`)}
        />
      ) : null}
      {isRecord(properties) ? (
        <>
          <h3 className="mb-1 font-medium">spec</h3>
          {faultAt(['spec']) === undefined ? null : (
            <p className="mb-1.5 break-words text-red text-sm">{faultAt(['spec'])}</p>
          )}
          <PropertyFields
            schema={schema}
            properties={properties}
            path={['spec']}
            value={valueAt(value, ['spec'])}
          />
        </>
      ) : (
        <ValueField
          label="spec"
          schema={schema}
          path={['spec']}
          value={valueAt(value, ['spec'])}
          required={false}
        />
      )}
      <ValueField
        label="labels"
        schema={LABELS}
        path={['metadata', 'labels']}
        value={at('labels')}
        required={false}
      />
    </>
  )
}
