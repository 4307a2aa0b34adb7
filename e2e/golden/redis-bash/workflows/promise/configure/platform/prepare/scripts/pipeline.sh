#!/usr/bin/env bash
# shellcheck disable=SC2016 # yq reads the dollars in its expressions
# Step prepare of redis: workflow promise/configure.
set -euo pipefail

export WORKFLOW=promise/configure
export PROMISE=redis
export STEP=prepare

here="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=step.sh
. "$here/step.sh"

# Writes what belongs to the Promise. The same Promise must always give the same result.
run() {
  local full_name status
  full_name="$(short_name "$NAME-$STEP")"
  # A Promise has no namespace; this one is there on every Destination.
  NAMESPACE=default
  # yq makes the document: no value of the Promise can change its shape.
  FULL_NAME="$full_name" yq --null-input '
    {}
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
        "data": {"promise": strenv(NAME)}
      }
    | '"$QUOTED" | write_output "configmap-$NAMESPACE-$full_name.yaml"

  # Of what a promise workflow reports, Kratix keeps the message alone.
  status="$(MESSAGE="Promise $NAME is configured" yq --null-input --output-format=json \
    '{"message": strenv(MESSAGE)}')"
  add_status "$status"
  # While something is not ready: retry_after 1m 'what it waits for', or suspend.
}

# failure_status REASON: what the status says when anything fails.
failure_status() {
  REASON="$1" yq --null-input --output-format=json '{"message": strenv(REASON)}'
}

execute
