"""Runs a step of a Kratix workflow. The same in every step: what a step does stands in pipeline.py."""

import hashlib
import os
import re
import sys
from collections.abc import Callable, Mapping
from typing import Any

from kratix_sdk import (
    KratixSDK,
    get_input_dir,
    get_metadata_dir,
    set_input_dir,
    set_metadata_dir,
    set_output_dir,
)
from kubernetes import client, config

from documents import describe, read_documents, to_yaml

# An object as YAML gives it.
Object = dict[str, Any]
Publish = Callable[[Object, Mapping[str, Any]], None]

TIMEOUT_SECONDS = 10


def execute(
    workflow: str,
    run: Callable[[KratixSDK, Object], None],
    failure_status: Callable[[str], Mapping[str, Any]],
    publish: Publish | None = None,
) -> int:
    """Runs a step and gives the exit code.

    After a failure, what the step wrote last time stays as it is; the reason goes to the log and
    to the status of the object.
    """
    use_folders()
    sdk = KratixSDK()
    target = object_from_environment()
    try:
        check_workflow(workflow, sdk)
        target = read_object(workflow)
        run(sdk, target)
        return 0
    except Exception as error:  # noqa: BLE001 - every failure must end in the status
        reason = str(error) or type(error).__name__
        print(f"error: {reason}", file=sys.stderr)
    try:
        # The status belongs to a live object: a dry run leaves it alone.
        if os.environ.get("KRATIX_DRY_RUN") != "true":
            (publish or publish_status)(target, failure_status(reason))
    except Exception as error:  # noqa: BLE001 - told in addition to the first one
        print(
            f"error: the failure status could not be published: {error}",
            file=sys.stderr,
        )
    return 1


def use_folders() -> None:
    """Works on the folders that Kratix mounts; the environment names others for a local run."""
    set_input_dir(os.environ.get("KRATIX_INPUT_DIR") or "/kratix/input")
    set_output_dir(os.environ.get("KRATIX_OUTPUT_DIR") or "/kratix/output")
    set_metadata_dir(os.environ.get("KRATIX_METADATA_DIR") or "/kratix/metadata")


def check_workflow(workflow: str, sdk: KratixSDK) -> None:
    """An image in the wrong place of a Promise would write what nobody asked for."""
    served = f"{sdk.workflow_type()}/{sdk.workflow_action()}"
    if served not in ("/", workflow):
        raise RuntimeError(f"this step serves the workflow {workflow}, not {served}")


def read_object(workflow: str) -> Object:
    """Reads the object and checks its name and namespace: they become names of files."""
    try:
        documents = read_documents((get_input_dir() / "object.yaml").read_text("utf8"))
    except Exception as error:
        reason = " ".join(str(error).split())
        raise RuntimeError(f"cannot read the input: {reason}") from error
    target: object = documents[0] if len(documents) == 1 else None
    if not isinstance(target, dict):
        raise TypeError("the input is not an object")
    check_name(target, "name", r"[a-z0-9]([-a-z0-9.]*[a-z0-9])?", 253)
    if workflow.startswith("resource/"):
        check_name(target, "namespace", r"[a-z0-9]([-a-z0-9]*[a-z0-9])?", 63)
    return target


def check_name(data: Object, key: str, form: str, longest: int) -> None:
    metadata = data.get("metadata")
    name = metadata.get(key) if isinstance(metadata, dict) else None
    if name is None:
        raise ValueError(f"metadata.{key} is missing and has no default")
    if not isinstance(name, str):
        raise TypeError(f"metadata.{key} must be a string, not {describe(name)}")
    if not re.fullmatch(form, name) or len(name) > longest:
        raise ValueError(
            f"metadata.{key} is not a valid Kubernetes name: {describe(name)}"
        )


def object_from_environment() -> Object:
    """The object as the environment names it: for the time when it cannot be read."""
    group = os.environ.get("KRATIX_OBJECT_GROUP", "")
    version = os.environ.get("KRATIX_OBJECT_VERSION", "")
    return {
        "apiVersion": f"{group}/{version}",
        "kind": os.environ.get("KRATIX_OBJECT_KIND", ""),
        "metadata": {
            "name": os.environ.get("KRATIX_OBJECT_NAME", ""),
            "namespace": os.environ.get("KRATIX_OBJECT_NAMESPACE", ""),
        },
    }


def write_output(sdk: KratixSDK, path: str, document: Any) -> None:
    """Writes a document for the State Store. `path` is relative to the output folder."""
    sdk.write_output(path, to_yaml(document).encode())


def add_status(status: Mapping[str, Any]) -> None:
    """Adds to what earlier containers of this pipeline report."""
    write_metadata("status.yaml", merge_status(status))


def merge_status(status: Mapping[str, Any]) -> dict[str, Any]:
    """What earlier containers of this pipeline report, with this added."""
    file = get_metadata_dir() / "status.yaml"
    earlier = read_documents(file.read_text("utf8")) if file.exists() else []
    if len(earlier) > 1 or not all(isinstance(entries, dict) for entries in earlier):
        raise TypeError(f"{file} must hold a map")
    return {**dict(*earlier), **status}


def write_metadata(name: str, document: Any) -> None:
    """Writes a file that Kratix reads after the pipeline. Not by the SDK, which writes a text such
    as 1e3 without quotes: Kratix would read a number."""
    file = get_metadata_dir() / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(to_yaml(document), "utf8")


def publish_status(target: Object, status: Mapping[str, Any]) -> None:
    """Merges `status` into the status of an object at once.

    Other than `KratixSDK.publish_status` it serves Promises, too, and gives up after a while.
    `KRATIX_API_SERVER` is the address of a proxy that signs in by itself, for instance
    http://127.0.0.1:8001 while `kubectl proxy` runs.
    """
    group, _, version = str(target.get("apiVersion", "")).rpartition("/")
    metadata = target["metadata"]
    is_promise = group == "platform.kratix.io" and target.get("kind") == "Promise"
    plural = "promises" if is_promise else os.environ.get("KRATIX_CRD_PLURAL", "")
    if "" in (group, version, plural, metadata["name"]):
        raise RuntimeError("group, version, plural or name of the object is not known")
    api = client.CustomObjectsApi(connect())
    namespace = "" if is_promise else metadata.get("namespace", "")
    options = {"body": {"status": dict(status)}, "_request_timeout": TIMEOUT_SECONDS}
    if namespace:
        api.patch_namespaced_custom_object_status(
            group, version, namespace, plural, metadata["name"], **options
        )
    else:
        api.patch_cluster_custom_object_status(
            group, version, plural, metadata["name"], **options
        )


def connect() -> client.ApiClient:
    """A client of the cluster that the step runs in, as its service account."""
    settings = client.Configuration()
    settings.retries = False
    proxy = os.environ.get("KRATIX_API_SERVER")
    if proxy:
        settings.host = proxy.rstrip("/")
    else:
        config.load_incluster_config(client_configuration=settings)
    return client.ApiClient(settings)


def short_name(name: str) -> str:
    """Names of many kinds have at most 63 characters; a hash keeps a cut name unique."""
    if len(name) <= 63:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[:54].rstrip('-.')}-{digest}"
