#!/usr/bin/env bash
# shellcheck disable=SC2016 # yq reads the dollars in its expressions
# Step cleanup of redis: workflow resource/delete.
set -euo pipefail

export WORKFLOW=resource/delete
export KIND=Redis

here="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=step.sh
. "$here/step.sh"
# shellcheck source=request.sh
. "$here/request.sh"

run() {
  [ "${KRATIX_DRY_RUN:-}" != true ] || return 0
  # Kratix itself removes what the configure workflow wrote. Here is the place for what it does not
  # know of, such as an account in another system. What is gone already counts as removed: this step
  # may run again, and a failure would keep the object from going away.
  echo "cleaning up what belongs to $KIND $NAMESPACE/$NAME: nothing outside Kratix"
}

# failure_status REASON: what the status says when anything fails.
failure_status() {
  REASON="$1" yq --null-input --output-format=json '{"stage": "failed", "message": strenv(REASON), "reason": strenv(REASON)}'
}

execute
