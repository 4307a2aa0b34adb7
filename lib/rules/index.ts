import { apiCrdName } from './api-crd-name'
import { apiGroup } from './api-group'
import { apiNames } from './api-names'
import { apiScope } from './api-scope'
import { apiStorageVersion } from './api-storage-version'
import { apiType } from './api-type'
import { apiVersionNames } from './api-version-names'
import { containerImage } from './container-image'
import { containerNames } from './container-names'
import { deletePipelines } from './delete-pipelines'
import { dependenciesFirst } from './dependencies-first'
import { dependencyIdentity } from './dependency-identity'
import { imageFloating } from './image-floating'
import { listsOfObjects } from './lists-of-objects'
import { metadataStrings } from './metadata-strings'
import { oldFields } from './old-fields'
import { pipelineIdentifier } from './pipeline-identifier'
import { pipelineNames } from './pipeline-names'
import { pipelineNamesUnique } from './pipeline-names-unique'
import { pipelineType } from './pipeline-type'
import { promiseFile } from './promise-file'
import { promiseName } from './promise-name'
import { promiseSize } from './promise-size'
import { promiseType } from './promise-type'
import { promiseVersion } from './promise-version'
import { renderTemplates } from './render-templates'
import type { Rule } from './rule'
import { schemaDefaults } from './schema-defaults'
import { schemaEnums } from './schema-enums'
import { schemaRequired } from './schema-required'
import { schemaRoot } from './schema-root'
import { schemaTypes } from './schema-types'
import { settingsFile } from './settings-file'
import { settingsOrphaned } from './settings-orphaned'
import { specRequired } from './spec-required'
import { splitParts } from './split-parts'
import { statusTexts } from './status-texts'
import { templateOutputs } from './template-outputs'
import { valueDefault } from './value-default'
import { valueMapping } from './value-mapping'
import { valueNames } from './value-names'
import { valueSource } from './value-source'
import { yamlSyntax } from './yaml-syntax'

/** Every rule; `index.test.ts` compares this list with the folder. */
export const RULES: readonly Rule[] = [
  yamlSyntax,
  promiseFile,
  splitParts,
  promiseType,
  oldFields,
  promiseName,
  promiseVersion,
  metadataStrings,
  listsOfObjects,
  promiseSize,
  apiType,
  apiGroup,
  apiNames,
  apiCrdName,
  apiScope,
  apiVersionNames,
  apiStorageVersion,
  schemaRoot,
  schemaTypes,
  schemaRequired,
  schemaDefaults,
  schemaEnums,
  specRequired,
  pipelineType,
  pipelineNames,
  pipelineNamesUnique,
  pipelineIdentifier,
  deletePipelines,
  containerNames,
  containerImage,
  imageFloating,
  dependencyIdentity,
  settingsFile,
  settingsOrphaned,
  dependenciesFirst,
  renderTemplates,
  templateOutputs,
  valueNames,
  valueSource,
  valueDefault,
  valueMapping,
  statusTexts,
]
