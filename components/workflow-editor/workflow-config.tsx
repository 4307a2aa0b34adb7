import { FormScope } from '@/components/struct-form/form-scope'
import { StructForm } from '@/components/struct-form/struct-form'
import { Card } from '@/components/ui/section-head'

const CONFIG = ['spec', 'workflows', 'config']

/** What holds for every pipeline of the Promise: `spec.workflows.config` (kratix.md 2.1). */
export function WorkflowConfig(): React.ReactElement {
  return (
    <Card title="All workflows" hint={<code>workflows.config</code>}>
      <FormScope paths={[CONFIG]}>
        <StructForm
          parts={[{ struct: 'WorkflowsConfig', path: CONFIG }]}
          keep={['spec', 'workflows']}
          of="all workflows"
        />
      </FormScope>
    </Card>
  )
}
