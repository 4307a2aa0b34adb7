#!/usr/bin/env bash
# shellcheck disable=SC2016 # templates have dollars, too
# Step render of redis: fills the templates in resources/ with values of a request.
set -euo pipefail

export WORKFLOW=resource/configure

here="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=step.sh
. "$here/step.sh"
# shellcheck source=render.sh
. "$here/render.sh"

# What the templates may use as ${name}, as JSON. The first fault in this order is reported.
VALUES='[
  {"name": "name", "from": ["metadata", "name"]},
  {"name": "namespace", "from": ["metadata", "namespace"]},
  {"name": "replicas", "from": ["spec", "size"], "type": "string", "choices": [["small", 1], ["large", 3]]}
]'

# Reported when everything is written, as JSON; may hold ${name} as templates do. The empty texts
# clear those of an earlier failure: Kratix never removes a key.
SUCCESS_STATUS='{
  "reason": "",
  "stage": "provisioning",
  "message": "Redis with ${replicas} replicas"
}'

run() {
  render "$VALUES" "$SUCCESS_STATUS"
}

# failure_status REASON: what the status says when anything fails, as JSON.
failure_status() {
  local reason
  reason="$(json_string "$1")"
  printf '%s' '{"message": ' "$reason" \
    ', "stage": "provisioning error"' \
    ', "reason": ' "$reason" \
    '}'
}

execute
