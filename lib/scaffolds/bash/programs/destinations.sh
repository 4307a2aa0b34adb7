# shellcheck shell=bash disable=SC2016 # yq reads the dollars in its expressions
# Which Destinations the files go to. What they must be labelled with stands in pipeline.sh.

# choose_destinations DESTINATIONS TEMPLATE...: sets RESULT to the selectors with the values put in,
# as JSON. A folder in which none of these templates is written is left out: Kratix refuses it.
choose_destinations() {
  local rows directory key text chosen='' labels='' last=none
  rows="$(DESTINATIONS="$1" yq --null-input 'strenv(DESTINATIONS) | from_json | .[]
    | (.directory | to_json(0)) as $directory | .matchLabels | to_entries[]
    | [$directory, (.key | to_json(0)), (.value | to_json(0))] | join("'"$FIELD"'")')"
  shift
  while IFS="$FIELD" read -r directory key text; do
    label_text "$key" "$text"
    if [ "$directory" != "$last" ]; then
      chosen+="$(selector "$last" "$labels" "$@")"
      labels=''
      last="$directory"
    fi
    labels+="${labels:+,}$key:$RESULT"
  done <<<"$rows"
  chosen+="$(selector "$last" "$labels" "$@")"
  RESULT="[${chosen%,}]"
}

# selector DIRECTORY LABELS TEMPLATE...: prints an entry and a comma, or nothing.
selector() {
  local directory="$1" labels="$2" folder template used=false
  shift 2
  case "$directory" in
    none) return ;;
    '""') used=true ;;
    *)
      folder="$(json_text "$directory")"
      for template in "$@"; do
        case "$template" in "$folder"/*) used=true ;; esac
      done
      ;;
  esac
  ! $used || printf '{"directory":%s,"matchLabels":{%s}},' "$directory" "$labels"
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

# add_destinations JSON: adds to what earlier containers of this pipeline have chosen. Labels for the
# same folder come together, ours win.
add_destinations() {
  local file="$METADATA/destination-selectors.yaml" earlier='[]' merged
  [ "$1" != '[]' ] || return 0
  [ ! -s "$file" ] || earlier='load(strenv(FILE))'
  merged="$(FILE="$file" SELECTORS="$1" yq --null-input "$earlier"' + (strenv(SELECTORS) | from_json)
    | group_by(.directory // "" | sub("^(\./+)+", "") | sub("/+$", "") | sub("^\.$", ""))
    | map({
        "directory": .[0].directory // "",
        "matchLabels": .[] as $one ireduce ({}; . + $one.matchLabels)
      })
    | '"$QUOTED")"
  mkdir -p "$METADATA"
  printf '%s\n' "$merged" >"$file"
}
