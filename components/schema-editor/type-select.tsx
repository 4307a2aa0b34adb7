import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import { ELEMENT_TYPES, type ElementType, type Property, type Wrap } from '@/lib/schema/property'
import { type Shape, shapeLabel } from '@/lib/schema/shape'

/** What the menu of types offers. */
interface TypeChoice {
  readonly id: string
  readonly label: string
  readonly shape: Shape
}

interface ChoiceGroup {
  readonly label: string
  readonly choices: readonly TypeChoice[]
}

function choice(wraps: readonly Wrap[], type: ElementType, label?: string): TypeChoice {
  const id = [...wraps, type].join(' ')
  return { id, label: label ?? shapeLabel(wraps, type), shape: { wraps, type } }
}

const of = (wraps: readonly Wrap[]) => ELEMENT_TYPES.map((type) => choice(wraps, type))
const GROUPS: readonly ChoiceGroup[] = [
  { label: 'Type', choices: of([]) },
  { label: 'List of', choices: of(['list']) },
  { label: 'Map of', choices: of(['map']) },
]

/** The usual types, the present one, and one level of lists and maps more or less than that. */
function groupsFor({ wraps, element }: Property): readonly ChoiceGroup[] {
  const { type } = element
  if (type === 'other' || type === 'list' || type === 'map') return GROUPS
  const [, ...inner] = wraps
  const deeper = [
    ...(wraps.length > 1 ? [choice(wraps, type), choice(inner, type)] : []),
    ...(wraps.length > 0
      ? [choice(['list', ...wraps], type), choice(['map', ...wraps], type)]
      : []),
  ]
  const listed = new Set(GROUPS.flatMap(({ choices }) => choices.map(({ id }) => id)))
  const choices = deeper.filter(({ id }) => !listed.has(id))
  return choices.length > 0 ? [...GROUPS, { label: 'Nested', choices }] : GROUPS
}

export interface TypeSelectProps {
  readonly property: Property
  readonly disabled: boolean
  readonly onChange: (shape: Shape) => void
}

/** The type of a property, as a chip that opens. */
export function TypeSelect({ property, disabled, onChange }: TypeSelectProps): React.ReactElement {
  const { wraps, element } = property
  const value = [...wraps, element.type].join(' ')
  const groups = groupsFor(property)
  const other = !groups.some(({ choices }) => choices.some(({ id }) => id === value))
  return (
    <span className="relative inline-flex max-w-full items-center">
      <select
        aria-label={`Type of ${property.name}`}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const found = groups
            .flatMap(({ choices }) => choices)
            .find(({ id }) => id === event.target.value)
          if (found) onChange(found.shape)
        }}
        className={clsx(
          'h-6 w-full min-w-0 appearance-none truncate rounded-[5px] bg-accent-bg py-0 pr-5 pl-1.5 text-accent-text text-sm',
          'group-data-[selected=true]:bg-raised',
        )}
      >
        {other ? (
          <option value={value} className="bg-raised text-text">
            {shapeLabel(wraps, element.type)} (kept as it is)
          </option>
        ) : null}
        {groups.map(({ label, choices }) => (
          <optgroup key={label} label={label} className="bg-raised text-text">
            {choices.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </optgroup>
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
