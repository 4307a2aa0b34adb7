# shellcheck shell=bash disable=SC2016,SC2153 # yq reads the dollars; step.sh sets NAME
# Fills the templates in resources/ with values. What the values are stands in pipeline.sh.
# Texts and values stay JSON until yq puts them into the tree of a template: no value can change the
# shape of a document, and none is looked at twice.

# The largest integer that JSON carries exactly everywhere.
readonly LARGEST=9007199254740991

# What separates fields of a line: JSON never holds it.
readonly FIELD=$'\037'

# Values by their name, as JSON.
declare -A VALUE_OF

# render VALUES SUCCESS_STATUS: writes what the templates make of the object. The same object always
# gives the same files.
render() {
  local folder="${RESOURCES_DIR:-/resources}" owner="${NAMESPACE:+$NAMESPACE-}$NAME" path i all=false
  local -a paths=() outputs=()
  read_values "$1"
  [ -d "$folder" ] || fail "there is no folder $folder"
  # In byte order of the paths. The last line says that there are no more: a fault in here would not
  # end the program, and fewer templates would take away what runs.
  while IFS= read -r -d '' path; do
    if [ "$path" = / ]; then all=true; else paths+=("${path#./}"); fi
  done < <(cd "$folder" && find . -type f \( -name '*.yaml' -o -name '*.yml' \) -print0 | sort -z &&
    printf '/\0')
  $all || fail "cannot list the templates in $folder"
  for path in "${paths[@]}"; do
    if ! is_written "$path"; then
      outputs+=('')
      continue
    fi
    render_template "$folder/$path" "$path"
    ! is_component "$path" || label_component "$path"
    outputs+=("$RESULT")
  done
  render_status "$2"
  # What earlier containers have left is read first, since that may be at fault, too.
  merge_status "$RESULT"
  local status="$RESULT"
  local selectors
  local -a written=()
  for i in "${!paths[@]}"; do
    [ -z "${outputs[i]}" ] || written+=("${paths[i]}")
  done
  choose_destinations "$DESTINATIONS" "${written[@]}"
  merge_destinations "$RESULT"
  selectors="$RESULT"
  # Nothing is written before all has been rendered, so that a fault leaves nothing half done.
  for i in "${!paths[@]}"; do
    [ -n "${outputs[i]}" ] || continue
    # A name of its own for every object: some Destinations keep all files in one folder.
    write_output "${paths[i]%.*}-$owner.yaml" < <(printf '%s\n' "${outputs[i]}")
  done
  [ -z "$selectors" ] || write_metadata destination-selectors.yaml "$selectors"
  write_metadata status.yaml "$status"
}

# read_values VALUES: fills VALUE_OF. The first value that is not as it must be is the error.
read_values() {
  local rows fields
  rows="$(VALUES="$1" yq '
    . as $object | strenv(VALUES) | from_json | .[] | [
      .name,
      .type // "",
      (.from // [] | to_json(0)),
      (.from // [] | join(".") | to_json(0)),
      ([
        ([select(has("constant"))] + [$object] | .[0]) as $start
          | (.from // ["constant"])[] as $key ireduce ($start;
            select(tag == "!!map") | to_entries[] | select(.key | tag == "!!str")
              | select((.key | @base64) == ($key | @base64)) | .value)
      ] | to_json(0)),
      ([select(has("default")) | .default] | to_json(0)),
      (.choices | tag),
      (.optional | tag),
      (.choices // [] | .[] | .[] | to_json(0))
    ] | join("'"$FIELD"'")' "$INPUT")"
  while IFS="$FIELD" read -r -a fields; do
    [ ${#fields[@]} -eq 0 ] || read_value "${fields[@]}"
  done <<<"$rows"
}

# read_value NAME TYPE KEYS PATH FOUND DEFAULT CHOICES OPTIONAL [WHEN GIVE]...: KEYS and PATH say where the
# value is; FOUND and DEFAULT hold one scalar or none.
read_value() {
  local name="$1" type="$2" keys="$3" path="$4" given="$5" default="$6" closed="$7"
  local when allowed='' i
  shift 7
  case "$given" in '[]' | '[null]') given="$default" ;; esac
  local optional="$1"
  shift
  if [ "$given$optional" = '[]!!bool' ]; then
    VALUE_OF["$name"]='' # absent, as it may be
    return
  fi
  [ "$given" != '[]' ] || fail "$(place "$keys" "$path") is missing and has no default"
  given="${given:1:-1}"
  canonical "$given"
  local scalar="$RESULT"
  if [[ "$scalar" =~ ^-?[0-9]+$ ]] && too_large "${scalar#-}"; then
    fail "$(place "$keys" "$path") is too large: integers lie within ±$LARGEST"
  fi
  has_type "$type" "$scalar" ||
    fail "$(place "$keys" "$path") must be $(type_name "$type"), not $(describe "$given")"
  if [ "$closed" != '!!seq' ]; then
    VALUE_OF["$name"]="$scalar"
    return
  fi
  local -a choices=("$@")
  while [ $# -gt 0 ]; do
    canonical "$1"
    when="$RESULT"
    canonical "$2"
    VALUE_OF["$name"]="$RESULT"
    [ "$when" != "$scalar" ] || return 0
    shift 2
  done
  for ((i = 0; i < ${#choices[@]}; i += 2)); do
    allowed+="${allowed:+, }$(describe "${choices[i]}")"
  done
  fail "$(place "$keys" "$path") is $(describe "$given"), which is not allowed; allowed values: $allowed"
}

# place KEYS PATH: what messages call the place that a value comes from.
place() {
  case "$1" in
    '[]') echo 'the constant' ;;
    '["metadata","labels",'*)
      local last="${1#'["metadata","labels",'}"
      echo "metadata.labels[$(describe "${last%]}")]"
      ;;
    *) json_text "$2" ;;
  esac
}

# canonical JSON: sets RESULT to the one form that a number has, whether an integer or not.
canonical() {
  RESULT="$1"
  case "$1" in
    -0) RESULT=0 ;;
    [-0-9]*e+*) RESULT="${1%%[.e]*}0000000000000000000" ;; # a whole number beyond all limits
    # With a point, readers of YAML 1.1 take it for a number, too.
    [-0-9]*.*e-*) RESULT="${1/e-0/e-}" ;;
    [-0-9]*e-*)
      RESULT="${1/e-0/e-}"
      RESULT="${RESULT/e-/.0e-}"
      ;;
  esac
}

# too_large DIGITS: longer ones than those of LARGEST are beyond what the shell can compare.
too_large() {
  [ ${#1} -gt ${#LARGEST} ] || [ "$1" -gt "$LARGEST" ]
}

# has_type TYPE JSON: whether a scalar is of that type; '' is any.
has_type() {
  case "$1:$2" in
    *:\[* | *:\{*) return 1 ;;
    :* | string:\"* | boolean:true | boolean:false | number:[-0-9]*) ;;
    integer:*) [[ "$2" =~ ^-?[0-9]+$ ]] ;;
    *) return 1 ;;
  esac
}

type_name() {
  case "$1" in
    integer) echo 'an integer' ;;
    '') echo 'a string, number or boolean' ;;
    *) echo "a $1" ;;
  esac
}

# render_template FILE NAME: sets RESULT to the documents as YAML; '' when there are none.
render_template() {
  local placed='select(tag == "!!str" and contains("${"))' texts key text filled=''
  texts="$(yq ".. | $placed | (. | @base64) + \"$FIELD\" + to_json(0)" "$1" 2>&1)" ||
    fail "$2: $texts"
  while IFS="$FIELD" read -r key text; do
    [ -n "$text" ] || continue
    substitute "$text" "$2: "
    filled+="${filled:+,}\"$key\":$RESULT"
  done <<<"$texts"
  filled="$(in_ascii "$filled")"
  # The first file that yq reads is what comes in the place of each text.
  RESULT="$(yq eval-all '(select(fi == 0) | @base64d | from_json) as $filled
    | select(fi == 1 and tag != "!!null")
    | (.. | '"$placed"') |= $filled[. | @base64]
    | ... comments=""
    | '"$QUOTED" <(printf '{%s}' "$filled" | base64 | tr -d '\n') "$1")"
}

# render_status SUCCESS_STATUS: sets RESULT to the status as JSON.
render_status() {
  local entries key text status=''
  entries="$(STATUS="$1" yq --null-input 'strenv(STATUS) | from_json | to_entries[]
    | (.key | to_json(0)) + "'"$FIELD"'" + (.value | to_json(0))')"
  while IFS="$FIELD" read -r key text; do
    [ -n "$key" ] || continue
    RESULT="$text"
    case "$text" in \"*'${'*) substitute "$text" "status $(json_text "$key"): " ;; esac
    status+="${status:+,}$key:$RESULT"
  done <<<"$entries"
  RESULT="{$status}"
}

# substitute JSON PLACE: sets RESULT to a string with its values put in, as JSON. Exactly ${name}
# becomes the value with its type. PLACE comes before the reason of a failure.
substitute() {
  local rest="$1" done='' before name value
  while [[ "$rest" == *'${'* ]]; do
    before="${rest%%'${'*}"
    rest="${rest#*'${'}"
    if [[ "$before" == *'$' ]]; then # $${ stands for ${
      done+="${before%'$'}"'${'
      continue
    fi
    [[ "$rest" =~ ^([A-Za-z_][A-Za-z0-9_-]*)\} ]] ||
      fail "$2"'"${" starts no placeholder; write ${name}, or $${ for the characters themselves'
    name="${BASH_REMATCH[1]}"
    rest="${rest#*\}}"
    [ -n "${VALUE_OF["$name"]-unknown}" ] || fail "$2\${$name} is missing and has no default"
    value="${VALUE_OF["$name"]-}"
    [ -n "$value" ] || fail "$2\${$name} names no value of this step"
    if [ -z "$done" ] && [ "$before$rest" = '""' ]; then
      RESULT="$value"
      return
    fi
    case "$value" in
      \"*) value="${value:1:${#value}-2}" ;;
      [-0-9]*.*) fail "$2\${$name} is $(describe "$value"), and a fraction cannot stand inside longer text" ;;
    esac
    done+="$before$value"
  done
  RESULT="$done$rest"
}
