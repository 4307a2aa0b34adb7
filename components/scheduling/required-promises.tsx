import { FormScope } from '@/components/struct-form/form-scope'
import { PartField } from '@/components/struct-form/part-field'
import { Card } from '@/components/ui/section-head'
import { formFields } from '@/lib/assist/form-fields'

const SPEC = ['spec']
const FIELD = formFields('PromiseSpec').find(({ name }) => name === 'requiredPromises')

/** The Promises that must be there first: `spec.requiredPromises`. */
export function RequiredPromises(): React.ReactElement | null {
  if (!FIELD) return null
  return (
    <Card title="Required Promises">
      <FormScope paths={[[...SPEC, FIELD.name]]}>
        <PartField
          struct="PromiseSpec"
          field={{ ...FIELD, required: true }}
          path={SPEC}
          keep={SPEC}
          order={['api', 'dependencies', 'destinationSelectors', FIELD.name, 'workflows']}
          compact={false}
          onRemoved={() => undefined}
        />
        <p className="mt-1 text-faint text-sm">
          Until each is installed at that very version, this Promise is Unavailable and requests
          wait.
        </p>
      </FormScope>
    </Card>
  )
}
