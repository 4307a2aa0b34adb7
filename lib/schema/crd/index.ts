export { type CrdField, crdFields, hasUnfillable, specSchema, valuesIn } from './fields'
export { type ManifestSpec, manifestSpec } from './manifest'
export {
  flatNames,
  type Naming,
  nestedNames,
  type OfferedField,
  offerField,
  offerProblem,
  propertiesOfOffer,
} from './offer'
export { type Crd, type CrdVersion, readCrds } from './read'
