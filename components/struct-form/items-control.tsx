import { Plus, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { SortableList } from '@/components/ui/sortable-list'
import { DragHandle } from '@/components/ui/sortable-row'
import { addPart, movePart, removePart } from '@/lib/commands/parts'
import { isRecord, pathToString } from '@/lib/promise/path'
import { itemStart, itemTemplates } from './field-table'
import { Group } from './group'
import type { ControlProps } from './part-field'
import { StructForm } from './struct-form'
import { useFocusLater } from './use-focus-later'
import { usePart } from './use-part'

/** A list of things of one kind, each a row of fields. */
export function ItemsControl(props: ControlProps): React.ReactElement {
  const { field, path, keep, value, order, frame } = props
  const { run, at, says, suggest } = usePart()
  const [box, focusLater] = useFocusLater()
  const items = Array.isArray(value) ? value : []
  const struct = field.type.slice(2)
  const add = (start: unknown): void => {
    if (run(addPart(path, start, order))) focusLater(LAST)
  }

  return (
    <Group frame={frame} says={says(path)}>
      <div ref={box} className="flex flex-col gap-1.5">
        <SortableList
          label={`Items of ${field.name}`}
          items={items.map((item, i) => ({ item, i }))}
          getId={({ i }) => pathToString([...path, i])}
          getLabel={({ item, i }) => nameOf(field.name, item, i)}
          className="flex flex-col gap-1.5 empty:hidden"
          itemClassName="rounded-md border border-line bg-bg"
          onMove={(from, to) => run(movePart(path, from, to))}
          renderItem={({ item, i }) => (
            // biome-ignore lint/a11y/useSemanticElements: it is an item of a list already
            <div
              role="group"
              aria-label={nameOf(field.name, item, i)}
              className="flex items-start gap-1 py-1.5 pr-1.5 pl-0.5"
            >
              <DragHandle className="mt-[23px]" />
              <div className="min-w-0 flex-1">
                <ItemFault path={[...path, i]} />
                <StructForm parts={[{ struct, path: [...path, i] }]} keep={[...path, i]} compact />
              </div>
              <IconButton
                size="sm"
                className="mt-[23px]"
                label={`Remove ${nameOf(field.name, item, i)}`}
                icon={<X size={13} aria-hidden />}
                onClick={() => {
                  if (run(removePart([...path, i], keep))) focusLater('[data-add]', 'last')
                }}
              />
            </div>
          )}
        />
        <div className="flex flex-wrap gap-1">
          <Button
            size="sm"
            variant="ghost"
            data-add
            {...(items.length === 0 ? at(path) : {})}
            icon={<Plus size={13} aria-hidden />}
            aria-label={`Add to ${field.name}`}
            onClick={() => add(itemStart(struct, items, suggest(struct, 'name')))}
          >
            Add
          </Button>
          {itemTemplates(struct).map((one) => (
            <Button
              key={one.label}
              size="sm"
              variant="ghost"
              title={one.about}
              icon={<Plus size={13} aria-hidden />}
              onClick={() => add(one.value)}
            >
              {one.label}
            </Button>
          ))}
        </div>
      </div>
    </Group>
  )
}

const LAST = ':scope > ul > li:last-child :is(input, select, textarea, [aria-pressed])'

function ItemFault({ path }: Pick<ControlProps, 'path'>): React.ReactElement | null {
  const { error, warning } = usePart().says(path)
  const message = error ?? warning
  if (message === undefined) return null
  return (
    <p className={`mb-1 text-sm ${error === undefined ? 'text-amber' : 'text-red'}`}>{message}</p>
  )
}

/** By its name where it has one: "env TOKEN". */
function nameOf(field: string, item: unknown, index: number): string {
  const name = isRecord(item) && typeof item.name === 'string' ? item.name : ''
  return `${field} ${name || index + 1}`
}
