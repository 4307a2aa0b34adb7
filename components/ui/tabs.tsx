'use client'

import clsx from 'clsx'
import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export interface TabItem<T extends string> {
  readonly id: T
  readonly label: ReactNode
  readonly content: ReactNode
}

export interface TabsProps<T extends string> {
  /** Names the row of tabs. */
  readonly label: string
  readonly tabs: readonly TabItem<T>[]
  readonly value: T
  readonly onChange: (id: T) => void
  /** At the right end of the row. */
  readonly aside?: ReactNode
  readonly className?: string
  readonly contentClassName?: string
}

/** Underlined tabs; arrow keys move between them. Only the chosen content is mounted. */
export function Tabs<T extends string>({
  label,
  tabs,
  value,
  onChange,
  aside,
  className,
  contentClassName,
}: TabsProps<T>) {
  return (
    <Radix.Root
      value={value}
      onValueChange={(next) => {
        const tab = tabs.find(({ id }) => id === next)
        if (tab) onChange(tab.id)
      }}
      className={className}
    >
      <div className="flex items-end justify-between gap-4 border-line border-b">
        <Radix.List
          aria-label={label}
          className="-mb-px flex min-w-0 gap-[18px] overflow-x-auto overflow-y-hidden"
        >
          {tabs.map((tab) => (
            <Radix.Trigger
              key={tab.id}
              value={tab.id}
              className={clsx(
                'flex h-[30px] items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-dim hover:text-text focus-visible:outline-offset-[-2px]',
                'data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-text',
              )}
            >
              {tab.label}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {aside}
      </div>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className={clsx('pt-3', contentClassName)}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
