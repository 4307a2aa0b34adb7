# shellcheck shell=bash disable=SC2016 # yq reads the dollars in its expressions
# Requests of other Promises, which are parts of the request that the step runs for. Which templates
# hold them stands in pipeline.sh.

# label_component TEMPLATE: adds labels to the documents in RESULT, those that are there stay. The
# labels component-of draw the tree of the CLI, those of the parent let a dry run follow it.
label_component() {
  local kinds
  [ -n "$RESULT" ] || return 0
  kinds="$(yq --no-doc '[., (select(tag == "!!map") | .metadata),
    (select(tag == "!!map") | .metadata | select(tag == "!!map") | .labels)]
    | map(tag | sub("!!null", "!!map")) | unique | join(" ")' <<<"$RESULT")" ||
    fail "$1: cannot read what was rendered"
  case "$kinds" in
    *'!!'[!m]*) fail "$1: metadata and metadata.labels of a component must be maps" ;;
  esac
  RESULT="$(yq '.metadata.labels = {
      "kratix.io/component-of-promise-name": strenv(PROMISE),
      "kratix.io/component-of-resource-name": strenv(NAME),
      "kratix.io/component-of-resource-namespace": strenv(NAMESPACE),
      "kratix.io/parent-promise-name": strenv(PROMISE),
      "kratix.io/parent-resource-name": strenv(NAME),
      "kratix.io/parent-resource-namespace": strenv(NAMESPACE)
    } + (.metadata.labels // {}) | '"$QUOTED" <<<"$RESULT")"
}
