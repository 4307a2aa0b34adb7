import { shellName } from '../encode/shell'
import type { GeneratedFile } from '../scaffold'
import type { RepositoryContext } from './context'
import { PINS } from './pins'

/** `hack/test-step.sh`: runs the image of one step and compares what it writes. */
export function testStep(context: RepositoryContext): GeneratedFile {
  return { path: 'hack/test-step.sh', executable: true, text: head(context) + BODY }
}

function head({ promise, api }: RepositoryContext): string {
  return `#!/usr/bin/env bash
# Runs the image of one step as Kratix would, with tests/object.yaml as its input and no network, and
# compares what it writes with tests/expected-output (or the folder EXPECTED) and tests/expected-metadata.
# Each tests/CASE/object.yaml is a further case, with expectations of its own beside it.
#
#   hack/test-step.sh [--record] FOLDER IMAGE [EXPECTED]
#
# A case without expectations only has to succeed. --record takes what the step writes now as what is
# expected. ENGINE=podman uses podman.
set -euo pipefail
cd "$(dirname "$0")/.."

# Compares YAML by value: programs in different languages lay out the same document differently.
readonly YQ_IMAGE="\${YQ_IMAGE:-${PINS.yqImage}}"

readonly PROMISE=${shellName(promise)}
readonly REQUEST_GROUP=${shellName(api?.group ?? '')}
readonly REQUEST_VERSION=${shellName(api?.version ?? '')}
readonly REQUEST_KIND=${shellName(api?.kind ?? '')}
readonly REQUEST_PLURAL=${shellName(api?.plural ?? '')}
readonly REQUEST_NAME=${shellName(api?.request.name ?? '')}
readonly REQUEST_NAMESPACE=${shellName(api?.request.namespace ?? '')}
`
}

// One text for every repository: the user's words are in the constants above.
const BODY = String.raw`
record=false
if [ "\${1:-}" = --record ]; then
  record=true
  shift
fi
if [ $# -lt 2 ] || [ $# -gt 3 ]; then
  echo "usage: hack/test-step.sh [--record] FOLDER IMAGE [EXPECTED]" >&2
  exit 2
fi
readonly folder="\${1%/}" image="$2" engine="\${ENGINE:-docker}"
IFS=/ read -r _ type action pipeline _ <<<"$folder"

cases=()
for object in "$folder/tests/object.yaml" "$folder"/tests/*/object.yaml; do
  case "$object" in
    # What the step writes may have that name, too.
    "$folder"/tests/expected-output/* | "$folder"/tests/expected-metadata/*) ;;
    *) [ ! -f "$object" ] || cases+=("\${object%/object.yaml}") ;;
  esac
done
if [ \${#cases[@]} -eq 0 ]; then
  echo "$folder: not run, it has no tests/object.yaml"
  exit 0
fi

# As an ordinary user: any number but root's must do (OpenShift picks one, too), and the files can be
# removed afterwards. Root runs the user of the image.
options=(--rm --network none --read-only --tmpfs /tmp)
if [ "$(id -u)" -ne 0 ]; then
  options+=(--user "$(id -u):$(id -g)")
  case "$engine" in *podman) options+=(--userns keep-id) ;; esac
fi
case "$engine" in *podman) options+=(--security-opt label=disable) ;; esac

kratix=(--env KRATIX_WORKFLOW_TYPE="$type" --env KRATIX_WORKFLOW_ACTION="$action")
kratix+=(--env KRATIX_PROMISE_NAME="$PROMISE" --env KRATIX_PIPELINE_NAME="$pipeline")
if [ "$type" = promise ]; then
  kratix+=(--env KRATIX_OBJECT_GROUP=platform.kratix.io --env KRATIX_OBJECT_VERSION=v1alpha1)
  kratix+=(--env KRATIX_OBJECT_KIND=Promise --env KRATIX_CRD_PLURAL=promises)
  kratix+=(--env KRATIX_CLUSTER_SCOPED=true)
else
  kratix+=(--env KRATIX_OBJECT_GROUP="$REQUEST_GROUP" --env KRATIX_OBJECT_VERSION="$REQUEST_VERSION")
  kratix+=(--env KRATIX_OBJECT_KIND="$REQUEST_KIND" --env KRATIX_CRD_PLURAL="$REQUEST_PLURAL")
  kratix+=(--env KRATIX_CLUSTER_SCOPED=false)
fi

files_of() {
  (cd "$1" && find . -type f ! -name .gitkeep | LC_ALL=C sort)
}

# in_yq SCRIPT ARGUMENT...: runs a script of the shell where yq is.
in_yq() {
  "$engine" run "\${options[@]}" --volume "$work:/work:ro" --workdir /work --entrypoint sh "$YQ_IMAGE" -c "$@"
}

# compare ACTUAL EXPECTED: the same files, and in each the same documents.
compare() {
  local actual="$1" expected="$2"
  if ! diff <(files_of "$expected") <(files_of "$work/$actual"); then
    echo "$tests: the files above differ ('<' is expected, '>' was written)" >&2
    return 1
  fi
  diff -r --exclude=.gitkeep "$expected" "$work/$actual" >/dev/null && return 0
  # The bytes differ; only the values count.
  cp -R "$expected" "$work/expected/$actual"
  # shellcheck disable=SC2016 # the shell that expands it runs in the container
  in_yq '
    set -eu
    failed=0
    cd "expected/$1"
    find . -type f ! -name .gitkeep | sort >/tmp/files
    while IFS= read -r file; do
      case "$file" in
        *.yaml | *.yml | *.json)
          yq --output-format=json "sort_keys(..)" "$file" >/tmp/expected
          yq --output-format=json "sort_keys(..)" "/work/$1/$file" >/tmp/actual
          ;;
        *)
          cp "$file" /tmp/expected
          cp "/work/$1/$file" /tmp/actual
          ;;
      esac
      if ! cmp -s /tmp/expected /tmp/actual; then
        echo "--- $file: expected (-) and written (+)"
        diff -U 3 /tmp/expected /tmp/actual || failed=1
      fi
    done </tmp/files
    exit $failed' compare "$actual" >&2
}

# run_case TESTS EXPECTED_OUTPUT: runs the image on TESTS/object.yaml.
run_case() {
  local tests="$1" expected_output="$2" name namespace part failed=false checked=false
  # In the work tree, since engines in a virtual machine often see nothing else.
  work="$(mktemp -d "$PWD/.test-XXXXXX")"
  trap 'rm -rf "$work"' EXIT
  mkdir "$work/input" "$work/output" "$work/metadata" "$work/expected"
  cp "$tests/object.yaml" "$work/input/object.yaml"
  # The user in the image is not the owner of these.
  chmod 0755 "$work" "$work/input"
  chmod 0644 "$work/input/object.yaml"
  chmod 0777 "$work/output" "$work/metadata"

  name="$REQUEST_NAME" namespace="$REQUEST_NAMESPACE"
  if [ "$type" = promise ]; then
    name="$PROMISE" namespace=
  elif [ "$tests" != "$folder/tests" ]; then
    name="$(in_yq 'yq ".metadata.name" input/object.yaml')"
    namespace="$(in_yq 'yq ".metadata.namespace" input/object.yaml')"
  fi

  echo "$tests: running $image"
  "$engine" run "\${options[@]}" "\${kratix[@]}" \
    --env KRATIX_OBJECT_NAME="$name" --env KRATIX_OBJECT_NAMESPACE="$namespace" \
    --volume "$work/input:/kratix/input:ro" \
    --volume "$work/output:/kratix/output" \
    --volume "$work/metadata:/kratix/metadata" \
    "$image"

  if $record; then
    for part in output metadata; do
      rm -rf "$tests/expected-$part"
      mkdir -p "$tests/expected-$part"
      cp -R "$work/$part/." "$tests/expected-$part/"
      # An empty folder says that nothing is expected; Git keeps it by a file.
      [ -n "$(files_of "$work/$part")" ] || : >"$tests/expected-$part/.gitkeep"
    done
    echo "$tests: recorded"
    return 0
  fi

  if [ -d "$expected_output" ]; then
    checked=true
    compare output "$expected_output" || failed=true
  fi
  if [ -d "$tests/expected-metadata" ]; then
    checked=true
    compare metadata "$tests/expected-metadata" || failed=true
  fi
  if $failed; then
    echo "$tests: FAILED" >&2
    return 1
  fi
  if $checked; then
    echo "$tests: ok"
  else
    echo "$tests: ran; nothing is expected of it yet ('make record-…' writes the expectations)"
    (cd "$work" && find output metadata -type f | LC_ALL=C sort | sed 's/^/  /')
  fi
}

result=0
for tests in "\${cases[@]}"; do
  expected="$tests/expected-output"
  [ "$tests" != "$folder/tests" ] || expected="\${3:-$expected}"
  # Not in a condition, where the shell would go on after a fault.
  set +e
  (
    set -e
    run_case "$tests" "$expected"
  )
  code=$?
  set -e
  [ "$code" -eq 0 ] || result="$code"
done
exit "$result"
`.replaceAll('\\${', '${')
