#!/usr/bin/env bash
# Proves the Promise redis on a kind cluster of its own: installs Kratix, builds and loads the
# images, installs the Promise, makes the request of example-resource.yaml and waits for what must come of it.
#
#   hack/kind-smoke.sh           the cluster is deleted at the end
#   KEEP=1 hack/kind-smoke.sh    the cluster stays, to look around
#
# Needs bash, make, kind, kubectl and docker (or podman with ENGINE=podman). Takes about ten minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

# Pinned, so that a failure comes from this repository.
readonly KIND_NODE_IMAGE="${KIND_NODE_IMAGE:-kindest/node:v1.33.1}"
readonly CERT_MANAGER_VERSION="${CERT_MANAGER_VERSION:-v1.15.0}"
# Kratix numbers no releases: `latest` is the only tag, and it moves. The files of one release bring
# the images of Kratix, the bucket and Flux in versions that belong together.
readonly KRATIX_RELEASE="${KRATIX_RELEASE:-latest}"

readonly CERT_MANAGER_URL="https://github.com/cert-manager/cert-manager/releases/download/$CERT_MANAGER_VERSION"
readonly KRATIX_URL="https://github.com/syntasso/kratix/releases/download/$KRATIX_RELEASE"

readonly PROMISE=redis
readonly CLUSTER="${CLUSTER:-smoke-redis}"
readonly ENGINE="${ENGINE:-docker}"
export KIND_EXPERIMENTAL_PROVIDER="${KIND_EXPERIMENTAL_PROVIDER:-${ENGINE##*/}}"

log() {
  printf '\n==> %s\n' "$*"
}

fail() {
  printf '\nFAIL: %s\n' "$*" >&2
  exit 1
}

# retry SECONDS COMMAND...: until it succeeds. What it prints is shown when it never does.
retry() {
  local deadline=$((SECONDS + $1)) output
  shift
  until output="$("$@" 2>&1)"; do
    if [ "$SECONDS" -ge "$deadline" ]; then
      printf '%s\n' "$output" >&2
      fail "gave up on: $*"
    fi
    sleep 5
  done
  [ -z "$output" ] || printf '%s\n' "$output"
}

# wait_for CONDITION SECONDS OBJECT...: as kubectl wait, but the object may still have to appear.
wait_for() {
  local condition="$1" seconds="$2"
  shift 2
  retry "$seconds" kubectl get "$@" --output name
  kubectl wait --for="condition=$condition" --timeout="${seconds}s" "$@"
}

# expect_objects FOLDER [WITHOUT...]: every object in its manifests, but for those in the folders WITHOUT,
# is on the cluster, where Flux applies what Kratix writes for the Destination.
expect_objects() {
  local without
  if [ $# -gt 1 ]; then
    rm -rf "$scratch/expected"
    cp -R "$1" "$scratch/expected"
    log "not expected, since one Destination cannot have all labels: ${*:2} in $1"
    for without in "${@:2}"; do rm -rf "$scratch/expected/${without:?}"; done
    set -- "$scratch/expected"
  fi
  if [ -z "$(find "$1" -type f \( -name '*.yaml' -o -name '*.yml' -o -name '*.json' \) | head -n 1)" ]; then
    return 0
  fi
  log "waiting for the objects of $1"
  retry 300 kubectl get --recursive --filename "$1" --output name
}

created=false
finish() {
  local status=$?
  if $created && [ "$status" -ne 0 ]; then
    log "what the cluster says"
    kubectl get promises,works,workplacements --all-namespaces || true
    kubectl get pods --all-namespaces --selector "kratix.io/promise-name=$PROMISE" || true
    kubectl describe promises "$PROMISE" | tail -n 30 || true
    kubectl logs --selector "kratix.io/promise-name=$PROMISE" --all-containers --prefix --tail 30 \
      --namespace kratix-platform-system || true
    kubectl logs --selector "kratix.io/promise-name=$PROMISE" --all-containers --prefix --tail 30 || true
    kubectl get buckets,gitrepositories,kustomizations --namespace flux-system || true
  fi
  if $created && [ "${KEEP:-}" = 1 ]; then
    log "kept: export KUBECONFIG=$KUBECONFIG; kind delete cluster --name $CLUSTER"
    return
  fi
  if $created; then kind delete cluster --name "$CLUSTER" || true; fi
  rm -rf "$scratch"
}

for tool in make kind kubectl "$ENGINE"; do
  command -v "$tool" >/dev/null || fail "$tool is not installed"
done
if kind get clusters 2>/dev/null | grep -qx -- "$CLUSTER"; then
  fail "there is a kind cluster $CLUSTER already; delete it or set CLUSTER=another-name"
fi

# A kubeconfig of its own: your current context stays what it is.
scratch="$(mktemp -d)"
export KUBECONFIG="$scratch/kubeconfig"
trap finish EXIT

log "creating the kind cluster $CLUSTER"
created=true
kind create cluster --name "$CLUSTER" --image "$KIND_NODE_IMAGE" --wait 180s

# The steps of Kratix's single-cluster quick start, one by one: the cluster is platform and Destination.
log "installing cert-manager $CERT_MANAGER_VERSION"
kubectl apply --filename "$CERT_MANAGER_URL/cert-manager.yaml"
kubectl wait --for=condition=Available --timeout=300s --namespace cert-manager deployments --all

log "installing Kratix ($KRATIX_RELEASE), a bucket for it to write to, and Flux to read from it"
# Again and again: the first time, kinds that the file itself defines may not be known yet.
retry 180 kubectl apply --server-side --filename "$KRATIX_URL/install-all-in-one.yaml"
kubectl wait --for=condition=Available --timeout=300s --namespace kratix-platform-system \
  deployment/kratix-platform-controller-manager
kubectl wait --for=condition=Available --timeout=300s --namespace flux-system deployments --all

log "registering the cluster as a Destination"
retry 180 kubectl apply --server-side --filename "$KRATIX_URL/config-all-in-one.yaml"
kubectl wait --for=condition=Ready --timeout=300s destinations --all
# The Promise and its steps ask for Destinations with these labels.
kubectl label destinations --all --overwrite environment=dev team=platform
retry 300 kubectl get namespace kratix-worker-system

log "building and loading the images"
make build kind-load ENGINE="$ENGINE" KIND_CLUSTER="$CLUSTER"

log "installing the Promise"
retry 120 kubectl apply --server-side --filename promise.yaml
wait_for Available 300 "promises/$PROMISE"
expect_objects workflows/promise/configure/dependencies/configure-deps/resources
expect_objects workflows/promise/configure/platform/prepare/tests/expected-output

readonly REQUEST=redises.mygroup.org/example-redis
readonly NAMESPACE=default
log "requesting $REQUEST in $NAMESPACE"
kubectl get namespace "$NAMESPACE" >/dev/null 2>&1 || kubectl create namespace "$NAMESPACE"
retry 120 kubectl apply --filename example-resource.yaml
wait_for ConfigureWorkflowCompleted 600 "$REQUEST" --namespace "$NAMESPACE"

log "the status of $REQUEST"
kubectl get "$REQUEST" --namespace "$NAMESPACE" --output yaml | sed -n '/^status:/,$p'
expect_objects workflows/resource/configure/instance/render/tests/expected-output
expect_objects workflows/resource/configure/announce/announce/tests/expected-output
expect_objects workflows/resource/configure/extras/extras/tests/expected-output monitoring

log "deleting $REQUEST"
kubectl delete "$REQUEST" --namespace "$NAMESPACE" --timeout 300s

log "PASS: $PROMISE works"
