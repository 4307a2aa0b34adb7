# shellcheck shell=bash disable=SC2016 # yq reads the dollars in its expressions
# Templates that are written only when a value is as it must be. Which ones stands in pipeline.sh.

# is_present TEMPLATE NAME
is_present() {
  known "$@"
  [ -n "${VALUE_OF["$2"]}" ]
}

# is_absent TEMPLATE NAME
is_absent() {
  known "$@"
  [ -z "${VALUE_OF["$2"]}" ]
}

# is_one_of TEMPLATE NAME CHOICES: whether the value is there and the same as one of a list in JSON,
# type included.
is_one_of() {
  known "$@"
  local choices choice
  choices="$(CHOICES="$3" yq --null-input 'strenv(CHOICES) | from_json | .[] | to_json(0)')" ||
    fail "$1: cannot read what ${2} may be"
  while IFS= read -r choice; do
    [ -n "$choice" ] || continue
    canonical "$choice"
    [ "$RESULT" != "${VALUE_OF["$2"]}" ] || return 0
  done <<<"$choices"
  return 1
}

known() {
  [ "${VALUE_OF["$2"]-unknown}" != unknown ] || fail "$1: \${$2} names no value of this step"
}
