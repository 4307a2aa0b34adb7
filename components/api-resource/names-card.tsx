'use client'

import { useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { DraftField } from '@/components/ui/draft-field'
import { FollowAgain } from '@/components/ui/follow-again'
import { Card } from '@/components/ui/section-head'
import { type ApiNames as Names, setApiNames } from '@/lib/commands/set-api-names'
import {
  checkCrdName,
  checkGroup,
  checkKind,
  checkPlural,
  checkProtectedGroup,
  checkSingular,
} from '@/lib/promise/names'
import { pluralOf, singularOf } from '@/lib/promise/plurals'
import type { ApiView } from '@/lib/promise/view'

const SPEC = ['spec', 'api', 'spec']

/** What people ask for. Plural, singular and CRD name follow the kind until they are typed. */
export function NamesCard({ api }: { readonly api: ApiView }) {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const { run } = store.getState()
  const set = (names: Names) => run(setApiNames(names))
  const crdFault = checkCrdName(api.crdName, api.plural, api.group)
  const follower = (name: 'plural' | 'singular', wanted: string) =>
    api[name] === wanted ? (
      <span className="text-faint text-sm">follows the kind</span>
    ) : (
      <FollowAgain label="Follow the kind again" onFollow={() => set({ [name]: wanted })} />
    )

  return (
    <Card title="API" hint="what people ask for">
      <div className="grid gap-x-[18px] sm:grid-cols-2">
        <DraftField
          label="Kind"
          mono
          {...at([...SPEC, 'names', 'kind'])}
          value={api.kind}
          check={(text) => checkKind(text)}
          onCommit={(kind) => set({ kind })}
        />
        <DraftField
          label="Group"
          mono
          {...at([...SPEC, 'group'])}
          value={api.group}
          check={(text) => checkGroup(text) ?? checkProtectedGroup(text)}
          onCommit={(group) => set({ group })}
        />
        <DraftField
          label="Plural"
          mono
          aside={follower('plural', pluralOf(api.kind))}
          {...at([...SPEC, 'names', 'plural'])}
          value={api.plural}
          check={checkPlural}
          onCommit={(plural) => set({ plural })}
        />
        <DraftField
          label="Singular"
          mono
          aside={follower('singular', singularOf(api.kind))}
          {...at([...SPEC, 'names', 'singular'])}
          value={api.singular}
          check={checkSingular}
          onCommit={(singular) => set({ singular })}
        />
        <DraftField
          label="CRD name"
          mono
          aside={
            crdFault === undefined ? (
              <span className="text-faint text-sm">follows plural and group</span>
            ) : (
              <FollowAgain
                label="Follow plural and group again"
                onFollow={() => set({ crdName: `${api.plural}.${api.group}` })}
              />
            )
          }
          {...at(['spec', 'api', 'metadata', 'name'])}
          value={api.crdName}
          check={(text) => checkCrdName(text, api.plural, api.group)}
          onCommit={(crdName) => set({ crdName })}
        />
      </div>
    </Card>
  )
}
