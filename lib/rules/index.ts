import { apiConversion } from './api-conversion'
import { apiCrdName } from './api-crd-name'
import { apiGroup } from './api-group'
import { apiNames } from './api-names'
import { apiPreserveUnknownFields } from './api-preserve-unknown-fields'
import { apiScope } from './api-scope'
import { apiShape } from './api-shape'
import { apiStorageVersion } from './api-storage-version'
import { apiType } from './api-type'
import { apiUnknownKeys } from './api-unknown-keys'
import { apiVersionNames } from './api-version-names'
import { celCompile } from './cel-compile'
import { celCost } from './cel-cost'
import { celDefaults } from './cel-defaults'
import { celNotJudged } from './cel-not-judged'
import { celRules } from './cel-rules'
import { conditionValues } from './condition-values'
import { containerEnv } from './container-env'
import { containerImage } from './container-image'
import { containerMounts } from './container-mounts'
import { containerNames } from './container-names'
import { containerPullPolicy } from './container-pull-policy'
import { containerResources } from './container-resources'
import { containerSecurity } from './container-security'
import { defaultNotJudged } from './default-not-judged'
import { deletePipelines } from './delete-pipelines'
import { dependenciesFirst } from './dependencies-first'
import { dependencyIdentity } from './dependency-identity'
import { imageFloating } from './image-floating'
import { jobNotJudged } from './job-not-judged'
import { keyCaseNotJudged } from './key-case-not-judged'
import { kratixVariables } from './kratix-variables'
import { listsOfObjects } from './lists-of-objects'
import { metadataFields } from './metadata-fields'
import { metadataStrings } from './metadata-strings'
import { oldFields } from './old-fields'
import { patternNotJudged } from './pattern-not-judged'
import { pipelineAccount } from './pipeline-account'
import { pipelineAnnotations } from './pipeline-annotations'
import { pipelineBackoffLimit } from './pipeline-backoff-limit'
import { pipelineIdentifier } from './pipeline-identifier'
import { pipelineLabels } from './pipeline-labels'
import { pipelineNames } from './pipeline-names'
import { pipelineNamesUnique } from './pipeline-names-unique'
import { pipelineNodeSelector } from './pipeline-node-selector'
import { pipelineRestartPolicy } from './pipeline-restart-policy'
import { pipelineShape } from './pipeline-shape'
import { pipelineTolerations } from './pipeline-tolerations'
import { pipelineType } from './pipeline-type'
import { pipelineVolumes } from './pipeline-volumes'
import { printerColumns } from './printer-columns'
import { promiseFile } from './promise-file'
import { promiseName } from './promise-name'
import { promiseShape } from './promise-shape'
import { promiseSize } from './promise-size'
import { promiseType } from './promise-type'
import { promiseVersion } from './promise-version'
import { reconciliationInterval } from './reconciliation-interval'
import { renderDestinations } from './render-destinations'
import { renderTemplates } from './render-templates'
import { requiredPromises } from './required-promises'
import type { Rule } from './rule'
import { scaleSubresource } from './scale-subresource'
import { schemaAdditionalProperties } from './schema-additional-properties'
import { schemaBounds } from './schema-bounds'
import { schemaDefaultPlace } from './schema-default-place'
import { schemaDefaults } from './schema-defaults'
import { schemaDepthNotJudged } from './schema-depth-not-judged'
import { schemaEnums } from './schema-enums'
import { schemaExtensions } from './schema-extensions'
import { schemaForbiddenKeywords } from './schema-forbidden-keywords'
import { schemaListMapKeys } from './schema-list-map-keys'
import { schemaListType } from './schema-list-type'
import { schemaLogicComplete } from './schema-logic-complete'
import { schemaLogicKeywords } from './schema-logic-keywords'
import { schemaMetadata } from './schema-metadata'
import { schemaPattern } from './schema-pattern'
import { schemaRequired } from './schema-required'
import { schemaRoot } from './schema-root'
import { schemaRootKeywords } from './schema-root-keywords'
import { schemaTypes } from './schema-types'
import { selectableFields } from './selectable-fields'
import { settingsFile } from './settings-file'
import { settingsOrphaned } from './settings-orphaned'
import { specRequired } from './spec-required'
import { splitParts } from './split-parts'
import { statusTexts } from './status-texts'
import { targetVersion } from './target-version'
import { templateOutputs } from './template-outputs'
import { templateSettings } from './template-settings'
import { updateApiIdentity } from './update-api-identity'
import { updateApiNames } from './update-api-names'
import { updateApiRemoved } from './update-api-removed'
import { updateClosed } from './update-closed'
import { updateDefaults } from './update-defaults'
import { updateDependencies } from './update-dependencies'
import { updateFields } from './update-fields'
import { updateMerging } from './update-merging'
import { updateNarrowed } from './update-narrowed'
import { updatePipelines } from './update-pipelines'
import { updatePromiseName } from './update-promise-name'
import { updateRequired } from './update-required'
import { updateRequirements } from './update-requirements'
import { updateScheduling } from './update-scheduling'
import { updateTypes } from './update-types'
import { updateVersionLabel } from './update-version-label'
import { updateVersions } from './update-versions'
import { valueDefault } from './value-default'
import { valueMapping } from './value-mapping'
import { valueNames } from './value-names'
import { valueSource } from './value-source'
import { versionDeprecation } from './version-deprecation'
import { yamlSyntax } from './yaml-syntax'

/** Every rule; `index.test.ts` compares this list with the folder. */
export const RULES: readonly Rule[] = [
  yamlSyntax,
  promiseFile,
  splitParts,
  promiseType,
  oldFields,
  promiseShape,
  promiseName,
  promiseVersion,
  reconciliationInterval,
  metadataStrings,
  metadataFields,
  listsOfObjects,
  promiseSize,
  apiType,
  apiShape,
  apiUnknownKeys,
  keyCaseNotJudged,
  apiGroup,
  apiNames,
  apiCrdName,
  apiScope,
  apiPreserveUnknownFields,
  apiConversion,
  apiVersionNames,
  apiStorageVersion,
  versionDeprecation,
  targetVersion,
  printerColumns,
  selectableFields,
  scaleSubresource,
  schemaRoot,
  schemaRootKeywords,
  schemaMetadata,
  schemaTypes,
  schemaForbiddenKeywords,
  schemaAdditionalProperties,
  schemaLogicKeywords,
  schemaLogicComplete,
  schemaExtensions,
  schemaListType,
  schemaListMapKeys,
  schemaPattern,
  patternNotJudged,
  celRules,
  celCompile,
  celCost,
  celDefaults,
  celNotJudged,
  schemaRequired,
  schemaDefaultPlace,
  schemaDefaults,
  defaultNotJudged,
  schemaEnums,
  schemaBounds,
  schemaDepthNotJudged,
  specRequired,
  pipelineType,
  pipelineShape,
  pipelineLabels,
  pipelineNames,
  pipelineNamesUnique,
  pipelineIdentifier,
  deletePipelines,
  containerNames,
  containerImage,
  imageFloating,
  containerPullPolicy,
  containerEnv,
  kratixVariables,
  containerMounts,
  containerResources,
  containerSecurity,
  pipelineVolumes,
  pipelineRestartPolicy,
  pipelineBackoffLimit,
  pipelineTolerations,
  pipelineNodeSelector,
  pipelineAccount,
  pipelineAnnotations,
  jobNotJudged,
  requiredPromises,
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
  templateSettings,
  conditionValues,
  renderDestinations,
  updatePromiseName,
  updateApiRemoved,
  updateApiIdentity,
  updateApiNames,
  updateVersions,
  updateFields,
  updateTypes,
  updateRequired,
  updateDefaults,
  updateNarrowed,
  updateClosed,
  updateMerging,
  updatePipelines,
  updateScheduling,
  updateDependencies,
  updateRequirements,
  updateVersionLabel,
]
