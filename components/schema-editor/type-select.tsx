import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import type { Property, PropertyTypeId, ScalarTypeId } from '@/lib/schema/property'

/** What the menu of types offers: a type, and for a list that of its items. */
export interface TypeChoice {
  readonly id: string
  readonly label: string
  readonly type: PropertyTypeId
  readonly itemType: ScalarTypeId | undefined
}

const scalars = ['string', 'integer', 'number', 'boolean'] as const

export const TYPE_CHOICES: readonly TypeChoice[] = [
  ...scalars.map((type) => ({ id: type, label: type, type, itemType: undefined })),
  { id: 'enum', label: 'enum', type: 'enum', itemType: undefined },
  { id: 'object', label: 'object', type: 'object', itemType: undefined },
  ...scalars.map((item) => ({
    id: `list-${item}`,
    label: `${item} [ ]`,
    type: 'list' as const,
    itemType: item,
  })),
  { id: 'list-of-objects', label: 'object [ ]', type: 'list-of-objects', itemType: undefined },
]

function choiceOf({ type, itemType }: Property): string {
  return type === 'list' ? `list-${itemType ?? 'string'}` : type
}

export interface TypeSelectProps {
  readonly property: Property
  readonly disabled: boolean
  readonly onChange: (choice: TypeChoice) => void
}

/** The type of a property, as a chip that opens. */
export function TypeSelect({ property, disabled, onChange }: TypeSelectProps): React.ReactElement {
  const value = choiceOf(property)
  return (
    <span className="relative inline-flex max-w-full items-center">
      <select
        aria-label={`Type of ${property.name}`}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const choice = TYPE_CHOICES.find((one) => one.id === event.target.value)
          if (choice) onChange(choice)
        }}
        className={clsx(
          'h-6 w-full min-w-0 appearance-none truncate rounded-[5px] bg-accent-bg py-0 pr-5 pl-1.5 text-accent-text text-sm',
          'group-data-[selected=true]:bg-raised',
        )}
      >
        {value === 'other' ? (
          <option value="other" className="bg-raised text-text">
            other (kept as it is)
          </option>
        ) : null}
        {TYPE_CHOICES.map((choice) => (
          <option key={choice.id} value={choice.id} className="bg-raised text-text">
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={12}
        aria-hidden
        className="pointer-events-none absolute right-1 text-accent-text"
      />
    </span>
  )
}
