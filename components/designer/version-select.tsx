import { SelectField } from '@/components/ui/select-field'
import type { ApiView } from '@/lib/promise/view'

export interface VersionSelectProps {
  readonly api: ApiView
  readonly label: string
  readonly hideLabel?: boolean
  /** What choosing one means. */
  readonly title?: string
  readonly index: number
  readonly onChange: (index: number) => void
  readonly className?: string
}

/** One of the versions of the API, the stored one marked. */
export function VersionSelect({ api, index, onChange, className, ...field }: VersionSelectProps) {
  return (
    <SelectField
      {...field}
      mono
      reserve={0}
      className={className ?? 'w-52'}
      value={String(index)}
      options={api.versions.map((version, i) => ({
        value: String(i),
        label: `${version.name || '(no name)'}${version.storage ? ' (stored)' : ''}`,
      }))}
      onChange={(value) => onChange(Number(value))}
    />
  )
}
