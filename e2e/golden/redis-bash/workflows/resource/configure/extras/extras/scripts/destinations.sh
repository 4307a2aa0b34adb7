# shellcheck shell=bash disable=SC2016 # yq reads the dollars in its expressions
# Which Destinations the files go to. What they must be labelled with stands in pipeline.sh.

# choose_destinations DESTINATIONS TEMPLATE...: sets RESULT to the selectors with the values put in,
# as JSON. A folder in which none of these templates is written is left out: Kratix refuses it.
choose_destinations() {
  local rows directory key text chosen='' last='' end=''
  rows="$(DESTINATIONS="$1" yq --null-input 'strenv(DESTINATIONS) | from_json | .[]
    | (.directory | to_json(0)) as $directory | .matchLabels | to_entries[]
    | [$directory, (.key | to_json(0)), (.value | to_json(0))] | join("'"$FIELD"'")')"
  shift
  while IFS="$FIELD" read -r directory key text; do
    is_written_to "$directory" "$@" || continue
    label_text "$key" "$text"
    if [ "$directory" != "$last" ]; then
      chosen+="$end"'{"directory":'"$directory"',"matchLabels":{'
      last="$directory"
      end='}},'
    else
      chosen+=,
    fi
    chosen+="$key:$RESULT"
  done <<<"$rows"
  RESULT="[$chosen${end%,}]"
}

# is_written_to DIRECTORY TEMPLATE...: whether a template of that folder is among these; '""' is all.
is_written_to() {
  local folder template
  [ "$1" != '""' ] || return 0
  folder="$(json_text "$1")"
  shift
  for template in "$@"; do
    case "$template" in "$folder"/*) return 0 ;; esac
  done
  return 1
}

# label_text KEY TEXT: sets RESULT to the value of a label, as JSON. With what Kubernetes does not
# take as one the files would wait for ever.
label_text() {
  local place="destination label ${1:1:-1}: "
  substitute "$2" "$place"
  local value="$RESULT"
  case "$value" in \"*) ;; *) RESULT="\"$(describe "$value")\"" ;; esac
  [[ "$RESULT" =~ ^\"([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?\"$ && ${#RESULT} -le 65 ]] ||
    fail "$place$(describe "$value") is not a valid label value"
}

# merge_destinations JSON: sets RESULT to what earlier containers of this pipeline have chosen, with
# this added, as YAML; '' when there is nothing to add. Labels for the same folder come together, ours
# win.
merge_destinations() {
  local file="$METADATA/destination-selectors.yaml" earlier='[]'
  RESULT=
  [ "$1" != '[]' ] || return 0
  if [ -s "$file" ]; then
    [ "$(yq tag "$file")" = '!!seq' ] || fail "$file must hold a list"
    earlier='load(strenv(FILE))'
  fi
  RESULT="$(FILE="$file" SELECTORS="$1" yq --null-input "$earlier"' + (strenv(SELECTORS) | from_json)
    | group_by(.directory // "" | sub("^(\./+)+", "") | sub("/+$", "") | sub("^\.$", ""))
    | map({
        "directory": .[0].directory // "",
        "matchLabels": .[] as $one ireduce ({}; . + $one.matchLabels)
      })
    | '"$QUOTED")"
}
