#!/usr/bin/env bash
# shellcheck disable=SC2016 # yq reads the dollars in its expressions
# Step announce of redis: workflow resource/configure.
set -euo pipefail

export WORKFLOW=resource/configure
export PROMISE=redis
export STEP=announce
export KIND=Redis

here="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=step.sh
. "$here/step.sh"
# shellcheck source=request.sh
. "$here/request.sh"

# Writes what belongs to the request. The same request must always give the same result. One
# property alone: request.sh has a function for each, such as size="$(spec_size)".
run() {
  local full_name status
  full_name="$(short_name "$NAME-$STEP")"
  # yq makes the document: no value of the request can change its shape.
  FULL_NAME="$full_name" yq '
    (.spec // {} | pick(["size"]) | with_entries(select(.value | tag == "!!str"))) as $strings
    | {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {
          "name": strenv(FULL_NAME),
          "namespace": strenv(NAMESPACE),
          "labels": {
            "app.kubernetes.io/managed-by": "kratix",
            "kratix.io/promise-name": strenv(PROMISE)
          }
        },
        "data": {"request": strenv(NAMESPACE) + "/" + strenv(NAME)} + $strings
      }
    | '"$QUOTED" "$INPUT" | write_output "configmap-$NAMESPACE-$full_name.yaml"

  # Kratix never removes a key: the empty reason clears that of an earlier failure.
  status="$(MESSAGE="$KIND $NAME is configured" yq --null-input --output-format=json \
    '{"stage": "configured", "message": strenv(MESSAGE), "reason": ""}')"
  add_status "$status"
  # While something is not ready: retry_after 1m 'what it waits for', or suspend.
}

# failure_status REASON: what the status says when anything fails.
failure_status() {
  REASON="$1" yq --null-input --output-format=json '{"stage": "failed", "message": strenv(REASON), "reason": strenv(REASON)}'
}

execute
