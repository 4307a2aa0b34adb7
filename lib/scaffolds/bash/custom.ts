import { shellWord } from '../encode/shell'
import type { GeneratedFile, StepContext } from '../scaffold'
import { STARTER_NAMESPACE, starterProperties } from '../starter'
import { imageFiles } from './dockerfile'
import { programFiles } from './programs'
import { comment, requestFile } from './request'

/** Every file of a `custom` step but `resources/` and `tests/`. */
export function customStepFiles(step: StepContext): readonly GeneratedFile[] {
  return [
    ...imageFiles(),
    ...programFiles(['step.sh', 'test_pipeline.sh']),
    ...(step.type === 'resource' ? [requestFile(step.api)] : []),
    { path: 'scripts/pipeline.sh', text: program(step), executable: true },
  ]
}

function program(step: StepContext): string {
  const words = [
    ['WORKFLOW', `${step.type}/${step.action}`],
    ...(step.action === 'configure'
      ? [
          ['PROMISE', step.promise],
          ['STEP', step.container],
        ]
      : []),
    ...(step.type === 'resource' ? [['KIND', step.api?.kind ?? 'Resource']] : []),
  ]
  const said = `Step ${step.container} of ${step.promise}: workflow ${step.type}/${step.action}.`
  const source =
    step.type === 'resource' ? '# shellcheck source=request.sh\n. "$here/request.sh"\n' : ''
  return `#!/usr/bin/env bash
# shellcheck disable=SC2016 # yq reads the dollars in its expressions
${comment(said)}
set -euo pipefail

${words.map(([name = '', text = '']) => `export ${name}=${shellWord(text)}\n`).join('')}
here="$(dirname "\${BASH_SOURCE[0]}")"
# shellcheck source=step.sh
. "$here/step.sh"
${source}
${body(step)}
# failure_status REASON: what the status says when anything fails.
failure_status() {
  REASON="$1" yq --null-input --output-format=json '${failure(step)}'
}

execute
`
}

function failure({ type }: StepContext): string {
  // Of what a promise workflow reports, Kratix keeps the message alone.
  return type === 'promise'
    ? '{"message": strenv(REASON)}'
    : '{"stage": "failed", "message": strenv(REASON), "reason": strenv(REASON)}'
}

function body(step: StepContext): string {
  if (step.action === 'delete') return deleteBody(step)
  return step.type === 'promise' ? promiseBody : resourceBody(step)
}

const configMap = `    | {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {
          "name": strenv(FULL_NAME),
          "namespace": strenv(NAMESPACE),
          "labels": {
            "app.kubernetes.io/managed-by": "kratix",
            "kratix.io/promise-name": strenv(PROMISE)
          }
        },`

function resourceBody(step: StepContext): string {
  const keys = starterProperties(step.api)
  const strings = keys.length
    ? `.spec // {} | pick(${JSON.stringify(keys)}) | with_entries(select(.value | tag == "!!str"))`
    : '{}'
  return `# Writes what belongs to the request. The same request must always give the same result. One
# property alone: request.sh has a function for each, such as size="$(spec_size)".
run() {
  local full_name status
  full_name="$(short_name "$NAME-$STEP")"
  # yq makes the document: no value of the request can change its shape.
  FULL_NAME="$full_name" yq '
    (${strings}) as $strings
${configMap}
        "data": {"request": strenv(NAMESPACE) + "/" + strenv(NAME)} + $strings
      }
    | '"$QUOTED" "$INPUT" | write_output "configmap-$NAMESPACE-$full_name.yaml"

  # Kratix never removes a key: the empty reason clears that of an earlier failure.
  status="$(MESSAGE="$KIND $NAME is configured" yq --null-input --output-format=json \\
    '{"stage": "configured", "message": strenv(MESSAGE), "reason": ""}')"
  add_status "$status"
  # While something is not ready: retry_after 1m 'what it waits for', or suspend.
}
`
}

const promiseBody = `# Writes what belongs to the Promise. The same Promise must always give the same result.
run() {
  local full_name status
  full_name="$(short_name "$NAME-$STEP")"
  # A Promise has no namespace; this one is there on every Destination.
  NAMESPACE=${STARTER_NAMESPACE}
  # yq makes the document: no value of the Promise can change its shape.
  FULL_NAME="$full_name" yq --null-input '
    {}
${configMap}
        "data": {"promise": strenv(NAME)}
      }
    | '"$QUOTED" | write_output "configmap-$NAMESPACE-$full_name.yaml"

  # Of what a promise workflow reports, Kratix keeps the message alone.
  status="$(MESSAGE="Promise $NAME is configured" yq --null-input --output-format=json \\
    '{"message": strenv(MESSAGE)}')"
  add_status "$status"
  # While something is not ready: retry_after 1m 'what it waits for', or suspend.
}
`

function deleteBody({ type }: StepContext): string {
  const what = type === 'promise' ? 'Promise $NAME' : '$KIND $NAMESPACE/$NAME'
  return `run() {
  [ "\${KRATIX_DRY_RUN:-}" != true ] || return 0
  # Kratix itself removes what the configure workflow wrote. Here is the place for what it does not
  # know of, such as an account in another system. What is gone already counts as removed: this step
  # may run again, and a failure would keep the object from going away.
  echo "cleaning up what belongs to ${what}: nothing outside Kratix"
}
`
}
