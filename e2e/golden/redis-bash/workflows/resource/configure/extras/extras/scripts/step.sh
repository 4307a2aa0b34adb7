# shellcheck shell=bash disable=SC2016 # yq reads the dollars in its expressions
# Runs a step of a Kratix workflow. The same in every step: what a step does stands in pipeline.sh,
# which sets WORKFLOW, defines run and failure_status, and ends with `execute`.
# Needs bash, curl and yq (github.com/mikefarah/yq).

set -euo pipefail
export LC_ALL=C

# Kratix mounts these; the environment names others for a local run.
readonly INPUT="${KRATIX_INPUT_DIR:-/kratix/input}/object.yaml"
readonly OUTPUT="${KRATIX_OUTPUT_DIR:-/kratix/output}"
readonly METADATA="${KRATIX_METADATA_DIR:-/kratix/metadata}"
readonly ACCOUNT=/var/run/secrets/kubernetes.io/serviceaccount

# Runs the step. After a failure, what it wrote last time stays as it is; the reason goes to the log
# and to the status of the object.
execute() {
  trap on_exit EXIT
  set -E
  trap 'REASON="${REASON:-line $LINENO of ${BASH_SOURCE[0]##*/} failed}"' ERR
  check_workflow
  read_object
  run
}

# fail REASON...: ends the step.
fail() {
  REASON="$*"
  exit 1
}

on_exit() {
  local code=$?
  trap - EXIT ERR
  set +eE
  [ "$code" -eq 0 ] && return
  echo "error: ${REASON:=the step ended with exit code $code}" >&2
  # The status belongs to a live object: a dry run leaves it alone.
  if [ "${KRATIX_DRY_RUN:-}" != true ]; then
    # A failure in here is told in addition; it never hides the first one.
    publish_status "$(failure_status "$REASON")" ||
      echo "error: the failure status could not be published" >&2
  fi
  exit 1
}

# An image in the wrong place of a Promise would write what nobody asked for.
check_workflow() {
  local served="${KRATIX_WORKFLOW_TYPE:-}/${KRATIX_WORKFLOW_ACTION:-}"
  case "$served" in
    / | "$WORKFLOW") ;;
    *) fail "this step serves the workflow $WORKFLOW, not $served" ;;
  esac
}

# Sets NAME and, for a request, NAMESPACE. They become names of files, so they are checked.
read_object() {
  local said
  local -a found
  # Each in brackets: yq drops a null that stands alone.
  said="$(yq '[
      tag,
      ([select(tag == "!!map") | .metadata | select(tag == "!!map") | .name] | to_json(0)),
      ([select(tag == "!!map") | .metadata | select(tag == "!!map") | .namespace] | to_json(0))
    ] | .[]' "$INPUT" 2>&1)" ||
    fail "cannot read the input: ${said//$'\n'/ }"
  mapfile -t found <<<"$said"
  [ "${found[0]} ${#found[@]}" = '!!map 3' ] || fail "the input is not an object"
  check_name name '^"[a-z0-9]([-a-z0-9.]*[a-z0-9])?"$' 253 "${found[1]:1:-1}"
  NAME="${found[1]//[\"[\]]/}"
  NAMESPACE=
  if [ "${WORKFLOW%%/*}" = resource ]; then
    check_name namespace '^"[a-z0-9]([-a-z0-9]*[a-z0-9])?"$' 63 "${found[2]:1:-1}"
    NAMESPACE="${found[2]//[\"[\]]/}"
  fi
  export NAME NAMESPACE
}

# check_name KEY FORM LONGEST JSON
check_name() {
  case "$4" in
    '' | null) fail "metadata.$1 is missing and has no default" ;;
    \"*) [[ "$4" =~ $2 && ${#4} -le $(($3 + 2)) ]] ||
      fail "metadata.$1 is not a valid Kubernetes name: $(describe "$4")" ;;
    *) fail "metadata.$1 must be a string, not $(describe "$4")" ;;
  esac
}

# describe JSON: what messages call a value: a scalar as JSON, else what it is.
describe() {
  local said="$1"
  case "$said" in
    \[*) said='a list' ;;
    \{*) said='an object' ;;
    \"*)
      said="${said//\\\\/$'\001'}" # an escaped backslash begins no other escape
      said="${said//\\u0008/\\b}"
      said="${said//\\u000c/\\f}"
      said="${said//$'\001'/\\\\}"
      ;;
    -0) said=0 ;;
    *e-*)
      said="${said/e-0/e-}"
      said="${said/.0e-/e-}"
      ;;
  esac
  printf '%s\n' "$said"
}

# in_ascii JSON: prints it with escapes for what YAML, as which yq reads JSON, refuses otherwise.
in_ascii() {
  local text="${1//$'\x7f'/\\u007f}" code raw
  case "$text" in
    *[$'\xc2\xef']*)
      for code in {8,9}{0,1,2,3,4,5,6,7,8,9,a,b,c,d,e,f}; do
        printf -v raw '%b' "\\xc2\\x$code"
        text="${text//"$raw"/\\u00$code}"
      done
      text="${text//$'\xef\xbb\xbf'/\\ufeff}"
      text="${text//$'\xef\xbf\xbe'/\\ufffe}"
      text="${text//$'\xef\xbf\xbf'/\\uffff}"
      ;;
  esac
  printf '%s' "$text"
}

# json_text JSON: prints the text of a string.
json_text() {
  JSON="$(in_ascii "$1")" yq --null-input 'strenv(JSON) | from_json'
}

# json_string TEXT: prints a text as JSON.
json_string() {
  TEXT="$1" yq --null-input 'strenv(TEXT) | to_json(0)'
}

# value TYPE KEY...: prints the value at a place in the object: text of a scalar, else JSON. Prints
# nothing when it is absent; fails when it is of another type (string, integer, number, boolean,
# list, map, any).
value() {
  local type="$1" tag keys
  shift
  keys="$(yq --null-input --output-format=json --indent=0 '[]')"
  local key
  for key in "$@"; do
    keys="$(KEYS="$keys" KEY="$key" yq --null-input --output-format=json --indent=0 \
      'env(KEYS) + [strenv(KEY)]')"
  done
  local at='. as $object | env(KEYS)[] as $key ireduce ($object; select(tag == "!!map") | .[$key])'
  tag="$(KEYS="$keys" yq "$at | tag" "$INPUT")"
  case "$type:$tag" in
    *: | *:'!!null') return 0 ;;
    string:'!!str' | integer:'!!int' | number:'!!int' | number:'!!float' | boolean:'!!bool') ;;
    list:'!!seq' | map:'!!map' | any:*) ;;
    *)
      echo "error: $(IFS=. && echo "$*") must be a $type, not $tag" >&2
      return 1
      ;;
  esac
  case "$tag" in
    '!!seq' | '!!map') KEYS="$keys" yq --output-format=json --indent=0 "$at" "$INPUT" ;;
    *) KEYS="$keys" yq "$at" "$INPUT" ;;
  esac
}

# write_output PATH: writes standard input to a file for the State Store.
write_output() {
  case "/$1/" in
    */../*) fail "$1 leads out of $OUTPUT" ;;
  esac
  mkdir -p "$(dirname "$OUTPUT/$1")"
  cat >"$OUTPUT/$1"
}

# add_status JSON: adds to what earlier containers of this pipeline report.
add_status() {
  merge_status "$1"
  write_metadata status.yaml "$RESULT"
}

# merge_status JSON: sets RESULT to what earlier containers of this pipeline report, with this added,
# as YAML.
merge_status() {
  local file="$METADATA/status.yaml" earlier='{}'
  if [ -s "$file" ]; then
    [ "$(yq tag "$file")" = '!!map' ] || fail "$file must hold a map"
    earlier='load(strenv(FILE))'
  fi
  RESULT="$(FILE="$file" STATUS="$(in_ascii "$1")" yq --null-input \
    "$earlier + (strenv(STATUS) | from_json) | $QUOTED")"
}

# write_metadata NAME TEXT: writes a file that Kratix reads after the pipeline.
write_metadata() {
  mkdir -p "$METADATA"
  printf '%s\n' "$2" >"$METADATA/$1"
}

# suspend [MESSAGE]: stops the workflow after this pipeline until someone resumes it. Kratix leaves what
# the pipeline wrote last time as it is, and starts no later pipeline. kubectl describe shows MESSAGE.
suspend() {
  write_control '{"suspend": true}' "${1:-}"
}

# retry_after DURATION [MESSAGE]: stops the workflow as suspend does; Kratix runs this pipeline again
# after a while such as 90s or 1h30m (there are no days). It goes on when a run ends without this call.
retry_after() {
  [[ "$1" =~ ^([0-9]+(\.[0-9]+)?(ns|us|ms|s|m|h))+$ ]] ||
    fail "$1 is not a duration such as 90s, 5m or 24h"
  [[ "$1" =~ [1-9] ]] || fail "a pipeline cannot be run again after $1"
  write_control "{\"retryAfter\": \"$1\"}" "${2:-}"
}

# write_control JSON MESSAGE
write_control() {
  local control
  control="$(CONTROL="$1" MESSAGE="$2" yq --null-input "(strenv(CONTROL) | from_json)
    + ({\"message\": strenv(MESSAGE)} | with_entries(select(.value != \"\"))) | $QUOTED")"
  write_metadata workflow-control.yaml "$control"
}

# Ends a yq expression: readers of YAML 1.1 and 1.2 agree only on strings in double quotes.
# shellcheck disable=SC2034 # used in pipeline.sh, too
readonly QUOTED='(.. | select(tag == "!!map" or tag == "!!seq")) style=""
  | (... | select(tag == "!!str")) style="double"'

# publish_status JSON: merges it into the status of the object at once. The environment names the
# object, so this works when the input cannot be read. KRATIX_API_SERVER is the address of a proxy
# that signs in by itself, for instance http://127.0.0.1:8001 while `kubectl proxy` runs.
publish_status() {
  local path="/apis/${KRATIX_OBJECT_GROUP:-}/${KRATIX_OBJECT_VERSION:-}" body server
  [ -z "${KRATIX_OBJECT_NAMESPACE:-}" ] || path+="/namespaces/$KRATIX_OBJECT_NAMESPACE"
  path+="/${KRATIX_CRD_PLURAL:-}/${KRATIX_OBJECT_NAME:-}/status"
  case "$path" in
    *//* | */../* | *[!-A-Za-z0-9./]*)
      echo "error: group, version, plural or name of the object is not known" >&2
      return 1
      ;;
  esac
  body="$(STATUS="$(in_ascii "$1")" yq --null-input --output-format=json --indent=0 \
    '{"status": strenv(STATUS) | from_json}')"
  local -a sign_in=()
  if [ -n "${KRATIX_API_SERVER:-}" ]; then
    server="${KRATIX_API_SERVER%/}"
  elif [ -n "${KUBERNETES_SERVICE_HOST:-}" ]; then
    local host="$KUBERNETES_SERVICE_HOST"
    case "$host" in *:*) host="[$host]" ;; esac
    server="https://$host:${KUBERNETES_SERVICE_PORT:-443}"
    sign_in=(--cacert "$ACCOUNT/ca.crt")
  else
    echo "error: not in a cluster: KUBERNETES_SERVICE_HOST is not set" >&2
    return 1
  fi
  # The token goes by standard input: arguments can be seen by others.
  {
    [ ${#sign_in[@]} -eq 0 ] || printf 'header = "Authorization: Bearer %s"\n' "$(<"$ACCOUNT/token")"
  } | curl --config - "${sign_in[@]}" --silent --show-error --fail --max-time 10 --output /dev/null \
    --request PATCH --header 'Content-Type: application/merge-patch+json' \
    --data-binary "$body" "$server$path"
}

# short_name NAME: names of many kinds have at most 63 characters; a hash keeps a cut name unique.
short_name() {
  local name="$1" hash
  if [ "${#name}" -gt 63 ]; then
    hash="$(printf '%s' "$name" | sha256sum)"
    name="${name:0:54}"
    while [[ "$name" =~ [-.]$ ]]; do name="${name%?}"; done
    name+="-${hash:0:8}"
  fi
  printf '%s\n' "$name"
}
