import { type Command, refused } from '@/lib/promise/command'
import { valueAt } from '@/lib/promise/path'
import type { LanguageId } from '@/lib/promise/settings'
import { storageVersion } from '@/lib/promise/view'
import { offerProblem, propertiesOfOffer } from '@/lib/schema/crd'
import { addApi } from './add-api'
import { addProperties, replaceProperties } from './add-properties'
import { addStep } from './add-step'
import { offerStarter, type ResourceOffer } from './offer-resource'
import { onPromise } from './on-promise'
import { pipelinesOf, plan } from './plan'
import { setRequired } from './set-required'

/** What becomes of the properties that the API has already. */
export type OfferMode = 'replace' | 'add'

/**
 * Offers a custom resource: its fields become properties of the API, which is made when there is
 * none, and a new `render` step fills the resource in for each request.
 */
export function apiFromCrd(offer: ResourceOffer, language: LanguageId, mode: OfferMode): Command {
  const label = `Offer ${offer.crd.kind}`
  return onPromise(label, ({ promise }) => {
    const problem = offerProblem(offer.fields)
    if (problem) return refused(problem)
    return [
      ...(promise.api ? [] : [addApi()]),
      offerProperties(offer, promise.api ? mode : 'replace'),
      fillIn(offer, language),
    ]
  })
}

function offerProperties({ fields }: ResourceOffer, mode: OfferMode): Command {
  return onPromise('Set properties', ({ value, promise }) => {
    const version = promise.api && storageVersion(promise.api)
    if (!version) return refused('The API has no version yet, so it cannot have properties.')
    const spec = [...version.schemaPath, 'properties', 'spec']
    const wanted = propertiesOfOffer(fields)
    const change = mode === 'add' ? addProperties(spec, wanted) : replaceProperties(spec, wanted)
    // Without a spec no default would apply, and the step would miss its values.
    const absent = valueAt(value, [...spec, 'default']) === undefined || mode === 'replace'
    return [change, ...(absent ? [setRequired(spec, true)] : [])]
  })
}

function fillIn(offer: ResourceOffer, language: LanguageId): Command {
  const workflow = { type: 'resource', action: 'configure' } as const
  return plan('Add step', (repository) => {
    const starter = offerStarter(offer, language, repository.promise.name)
    const [first] = pipelinesOf(repository, workflow)
    const options = first ? { pipeline: 0 } : {}
    return [addStep(workflow, { kind: 'render', language, starter }, options)]
  })
}
