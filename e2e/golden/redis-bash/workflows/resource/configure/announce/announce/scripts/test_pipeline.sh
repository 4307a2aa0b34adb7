#!/usr/bin/env bash
# Runs the step on tests/object.yaml and on each tests/CASE/object.yaml, and compares what it writes with
# expected-output/ and expected-metadata/ beside it. Needs bash and yq (github.com/mikefarah/yq); no
# cluster.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

case "$(yq --version 2>&1)" in
  *mikefarah*) ;;
  *)
    echo "test_pipeline.sh: yq must be the one of github.com/mikefarah/yq" >&2
    exit 2
    ;;
esac

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
failed=0

# prepare: empty folders for a run.
prepare() {
  rm -rf "${work:?}"/*
  mkdir "$work/input" "$work/output" "$work/metadata"
}

# start: runs the step on $work/input, cut off from any cluster.
start() {
  env -u KRATIX_WORKFLOW_TYPE -u KRATIX_WORKFLOW_ACTION -u KRATIX_API_SERVER \
    -u KUBERNETES_SERVICE_HOST -u KRATIX_DRY_RUN \
    KRATIX_INPUT_DIR="$work/input" KRATIX_OUTPUT_DIR="$work/output" \
    KRATIX_METADATA_DIR="$work/metadata" RESOURCES_DIR=../resources bash ./pipeline.sh
}

files_in() {
  [ ! -d "$1" ] || (cd "$1" && find . -type f -name '*.yaml' | sort)
}

check() {
  if [ "$2" -eq 0 ]; then echo "ok: $1"; else echo "FAILED: $1" && failed=1; fi
}

# same ACTUAL EXPECTED: the same files, and in each the same values.
same() {
  diff <(files_in "$2") <(files_in "$1") || return 1
  local file
  while IFS= read -r file; do
    diff <(yq --output-format=json 'sort_keys(..)' "$2/$file") \
      <(yq --output-format=json 'sort_keys(..)' "$1/$file") || return 1
  done < <(files_in "$2")
}

# run_case FOLDER: runs the step twice on the object in a folder.
run_case() {
  local folder="$1" name code part
  name="$(basename "$folder")"
  prepare
  cp "$folder/object.yaml" "$work/input/object.yaml"
  start && code=0 || code=$?
  check "$name: the step succeeds" "$code"
  for part in output metadata; do
    if [ -d "$folder/expected-$part" ]; then
      same "$work/$part" "$folder/expected-$part" && code=0 || code=1
      check "$name: it writes what is in expected-$part" "$code"
    else
      echo "skipped: $name has no expected-$part: make record-… in the repository writes it"
    fi
  done
  cp -R "$work/output" "$work/metadata" "$work/input/"
  start || true
  diff -r "$work/input/output" "$work/output" && diff -r "$work/input/metadata" "$work/metadata" &&
    code=0 || code=1
  check "$name: a second run writes the same bytes" "$code"
}

cases=0
for object in ../tests/object.yaml ../tests/*/object.yaml; do
  case "$object" in
    # What the step writes may have that name, too.
    ../tests/expected-output/* | ../tests/expected-metadata/*) continue ;;
  esac
  [ -f "$object" ] || continue
  cases=$((cases + 1))
  run_case "$(dirname "$object")"
done
[ "$cases" -gt 0 ] || echo "skipped: there is no tests/object.yaml"

prepare
printf 'kind: [\n' >"$work/input/object.yaml"
said="$(start 2>&1)" && code=1 || code=0
check "input that cannot be read makes the step fail" "$code"
case "$said" in *"error: cannot read the input: "*) code=0 ;; *) code=1 ;; esac
check "the reason is told" "$code"
[ -z "$(files_in "$work/output")" ] && code=0 || code=1
check "nothing is written then" "$code"
exit "$failed"
