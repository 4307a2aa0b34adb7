#!/bin/sh
# Copies every manifest in /resources, folders included, to the output of this step. The set of files
# replaces what the step wrote before: a manifest that is removed here is removed from the Destinations.
set -eu

resources="${RESOURCES_DIR:-/resources}"
output="${KRATIX_OUTPUT_DIR:-/kratix/output}"

if [ -z "$(find "$resources" -type f ! -name .gitkeep | head -n 1)" ]; then
  echo "no manifests in $resources: writing nothing would remove what was sent before" >&2
  exit 1
fi

cp -R "$resources/." "$output/"
# Keeps an empty folder in Git and is no manifest.
find "$output" -name .gitkeep -type f -exec rm -f {} +
