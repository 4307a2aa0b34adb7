/**
 * A small typed runtime for Kratix pipelines. It mirrors the contract of the Go and Python SDKs;
 * no package of it is published for TypeScript. Replace nothing here: change pipeline.ts.
 */
export { ApiServer, type Environment, type ObjectClient } from './api-server.js'
export { describe, type Identity, readIdentity } from './identity.js'
export { readYaml, setKey } from './read-yaml.js'
export {
  type DestinationSelector,
  type GroupVersionKind,
  isMap,
  Resource,
  Status,
} from './resource.js'
export { isMain, type Pipeline, runPipeline } from './run.js'
export { checkSelectors, cleanDirectory, type KratixOptions, KratixSDK } from './sdk.js'
export { quote, writeYaml } from './write-yaml.js'
