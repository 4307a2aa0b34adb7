'use client'

import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { Card } from '@/components/ui/section-head'
import { SelectField } from '@/components/ui/select-field'
import { setTarget } from '@/lib/commands/set-target'
import {
  hasKubernetes,
  KRATIX_STATES,
  KUBERNETES_FACTS,
  KUBERNETES_VERSIONS,
  targetOf,
} from '@/lib/schema/target'

/** The platform that the Promise is made for: choices and warnings keep to what it can. */
export function TargetCard() {
  const store = useDesignerStore()
  const settings = useDesigner((state) => state.settings)
  const { run } = store.getState()
  const { kubernetes = '', kratix = '' } = settings.target ?? {}
  return (
    <Card title="Target" hint="the platform that this Promise is made for">
      <div className="grid gap-x-[18px] sm:grid-cols-2">
        <SelectField
          label="Kubernetes"
          mono
          help={
            hasKubernetes(targetOf(settings), 'ratcheting')
              ? 'You are warned where something needs a newer version than this.'
              : `Before 1.${KUBERNETES_FACTS.ratcheting.kubernetes}, requests that a stricter schema no longer accepts fail on every write.`
          }
          value={kubernetes}
          options={choices(KUBERNETES_VERSIONS, kubernetes, 'or newer')}
          onChange={(version) => run(setTarget('kubernetes', version))}
        />
        <SelectField
          label="Kratix"
          mono
          help="It has no version numbers: its states are named by the month."
          value={kratix}
          options={choices(KRATIX_STATES, kratix, 'or newer')}
          onChange={(state) => run(setTarget('kratix', state))}
        />
      </div>
    </Card>
  )
}

/** What there is to choose, and what the settings say, though nobody knows it. */
function choices(known: readonly string[], own: string, suffix: string) {
  return [
    { value: '', label: 'any' },
    ...(own === '' || known.includes(own) ? [] : [{ value: own, label: own }]),
    ...known.map((value) => ({ value, label: `${value} ${suffix}` })),
  ]
}
