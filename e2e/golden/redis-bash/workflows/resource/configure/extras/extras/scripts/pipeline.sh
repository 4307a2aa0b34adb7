#!/usr/bin/env bash
# shellcheck disable=SC2016 # templates have dollars, too
# Step extras of redis: fills the templates in resources/ with values of a request.
set -euo pipefail

export WORKFLOW=resource/configure
export PROMISE=redis

here="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=step.sh
. "$here/step.sh"
# shellcheck source=render.sh
. "$here/render.sh"
# shellcheck source=conditions.sh
. "$here/conditions.sh"
# shellcheck source=components.sh
. "$here/components.sh"
# shellcheck source=destinations.sh
. "$here/destinations.sh"

# What the templates may use as ${name}, as JSON. The first fault in this order is reported.
VALUES='[
  {"name": "name", "from": ["metadata", "name"]},
  {"name": "namespace", "from": ["metadata", "namespace"]},
  {"name": "size", "from": ["spec", "size"], "type": "string"},
  {"name": "team", "from": ["metadata", "labels", "team"], "default": "platform"}
]'

# is_written TEMPLATE: these ones only when a value is as it must be.
is_written() {
  case "$1" in
    backup.yaml) is_one_of "$1" size '["large"]' ;;
  esac
}

# is_component TEMPLATE: these ones hold requests of other Promises.
is_component() {
  case "$1" in
    backup.yaml) ;;
    *) return 1 ;;
  esac
}

# Labels that a Destination must have for the files of a folder, "" for the rest of them, as JSON; they
# may hold ${name} as templates do.
DESTINATIONS='[
  {"directory": "monitoring", "matchLabels": {"environment": "platform", "team": "${team}"}}
]'

# Reported when everything is written, as JSON; may hold ${name} as templates do. The empty texts
# clear those of an earlier failure: Kratix never removes a key.
SUCCESS_STATUS='{
  "reason": ""
}'

run() {
  render "$VALUES" "$SUCCESS_STATUS"
}

# failure_status REASON: what the status says when anything fails, as JSON.
failure_status() {
  local reason
  reason="$(json_string "$1")"
  printf '%s' '{"message": ' "$reason" \
    ', "reason": ' "$reason" \
    '}'
}

execute
