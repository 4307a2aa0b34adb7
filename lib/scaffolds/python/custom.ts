import { pyString } from '../encode/python'
import { hashComment } from '../encode/text'
import type { GeneratedFile, StepContext } from '../scaffold'
import { specField } from '../shape'
import { STARTER_NAMESPACE, starterProperties } from '../starter'
import { imageFiles } from './dockerfile'
import { programFiles } from './programs'
import { requestFile } from './request'

/** Every file of a `custom` step but `resources/` and `tests/`. */
export function customStepFiles(step: StepContext): readonly GeneratedFile[] {
  return [
    ...imageFiles(),
    ...programFiles(['documents.py', 'step.py', 'test_pipeline.py']),
    ...(step.type === 'resource' ? [requestFile(step.api)] : []),
    { path: 'scripts/pipeline.py', text: program(step) },
  ]
}

function program(step: StepContext): string {
  if (step.action === 'delete') return deleteProgram(step)
  return step.type === 'promise' ? promiseProgram(step) : resourceProgram(step)
}

/** Comment, and the user's words, once and in one place. */
function head(step: StepContext, imports: string): string {
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
  // Not at the top: in its first lines Python would take "coding: …" for an encoding.
  return `${imports}
${hashComment(said)}
${words.map(([name = '', text = '']) => `${name} = ${pyString(text)}\n`).join('')}
`
}

const MAIN = `

if __name__ == "__main__":
    sys.exit(execute(WORKFLOW, run, failure_status))
`

const WRITE = `    for path, document in files.items():
        write_output(sdk, path, document)
    add_status(status)
    # While something is not ready: sdk.write_retry_after(timedelta(minutes=1), "for what"), or
    # sdk.write_suspend.
`

function failure({ type }: StepContext): string {
  const status =
    type === 'promise'
      ? `    # Of what a promise workflow reports, Kratix keeps the message alone.
    return {"message": reason}`
      : '    return {"stage": "failed", "message": reason, "reason": reason}'
  return `

def failure_status(reason: str) -> dict[str, Any]:
    """What the status says when anything fails."""
${status}
`
}

function configMap(namespace: string): string {
  return `    config_map = {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {
            "name": name,
            "namespace": ${namespace},
            "labels": {
                "app.kubernetes.io/managed-by": "kratix",
                "kratix.io/promise-name": PROMISE,
            },
        },
        "data": data,
    }
`
}

function resourceProgram(step: StepContext): string {
  const properties = starterProperties(step.api)
  const spec = step.api && specField(step.api.schema)
  const read = spec?.present === false ? 'request.get("spec", {})' : 'request["spec"]'
  const copy =
    properties.length === 0
      ? ''
      : `    spec: Mapping[str, object] = ${read}
    for key in ${list(properties)}:
        value = spec.get(key)
        if isinstance(value, str):
            data[key] = value
`
  const mapping = copy ? 'from collections.abc import Mapping\n' : ''
  const imports = `import sys
${mapping}from typing import Any, cast

from kratix_sdk import KratixSDK

from request import Request
from step import Object, add_status, execute, short_name, write_output
`
  return `${head(step, imports)}
def run(sdk: KratixSDK, resource: Object) -> None:
    # The API server has checked the request against the API.
    files, status = render(cast(Request, resource))
${WRITE}

def render(request: Request) -> tuple[dict[str, Any], dict[str, Any]]:
    """Files and status for a request. The same request must always give the same."""
    metadata = request["metadata"]
    name = short_name(f"{metadata['name']}-{STEP}")
    data = {"request": f"{metadata['namespace']}/{metadata['name']}"}
${copy}${configMap('metadata["namespace"]')}    files = {f"configmap-{metadata['namespace']}-{name}.yaml": config_map}
    return files, {
        "stage": "configured",
        "message": f"{KIND} {metadata['name']} is configured",
        # Kratix never removes a key: this clears the reason of an earlier failure.
        "reason": "",
    }
${failure(step)}${MAIN}`
}

function promiseProgram(step: StepContext): string {
  const imports = `import sys
from typing import Any

from kratix_sdk import KratixSDK

from step import Object, add_status, execute, short_name, write_output
`
  return `${head(step, imports)}# A Promise has no namespace; this one is there on every Destination.
NAMESPACE = ${pyString(STARTER_NAMESPACE)}


def run(sdk: KratixSDK, promise: Object) -> None:
    files, status = render(promise["metadata"]["name"])
${WRITE}

def render(promise_name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Files and status for the Promise. The same Promise must always give the same."""
    name = short_name(f"{promise_name}-{STEP}")
    data = {"promise": promise_name}
${configMap('NAMESPACE')}    files = {f"configmap-{NAMESPACE}-{name}.yaml": config_map}
    return files, {"message": f"Promise {promise_name} is configured"}
${failure(step)}${MAIN}`
}

function deleteProgram(step: StepContext): string {
  const isPromise = step.type === 'promise'
  const imports = `import os
import sys
from typing import Any${isPromise ? '' : ', cast'}

from kratix_sdk import KratixSDK

${isPromise ? '' : 'from request import Request\n'}from step import Object, execute
`
  const what = isPromise
    ? `    what = f"Promise {target['metadata']['name']}"\n`
    : `    metadata = cast(Request, target)["metadata"]
    what = f"{KIND} {metadata['namespace']}/{metadata['name']}"\n`
  return `${head(step, imports)}
def run(_sdk: KratixSDK, target: Object) -> None:
${what}    if os.environ.get("KRATIX_DRY_RUN") == "true":
        return
    # Kratix itself removes what the configure workflow wrote. Here is the place for what it does
    # not know of, such as an account in another system. What is gone already counts as removed:
    # this step may run again, and a failure would keep the object from going away.
    print(f"cleaning up what belongs to {what}: nothing outside Kratix")
${failure(step)}${MAIN}`
}

/** Names on one line, or one a line when there are many; a tuple of one needs its comma. */
function list(names: readonly string[]): string {
  const line = `(${names.map(pyString).join(', ')}${names.length === 1 ? ',' : ''})`
  if (line.length < 60) return line
  return `(\n${names.map((name) => `        ${pyString(name)},\n`).join('')}    )`
}
