import sys
from collections.abc import Mapping
from typing import Any, cast

from kratix_sdk import KratixSDK

from request import Request
from step import Object, add_status, execute, short_name, write_output

# Step announce of redis: workflow resource/configure.
WORKFLOW = "resource/configure"
PROMISE = "redis"
STEP = "announce"
KIND = "Redis"


def run(sdk: KratixSDK, resource: Object) -> None:
    # The API server has checked the request against the API.
    files, status = render(cast(Request, resource))
    for path, document in files.items():
        write_output(sdk, path, document)
    add_status(status)
    # While something is not ready: sdk.write_retry_after(timedelta(minutes=1), "for what"), or
    # sdk.write_suspend.


def render(request: Request) -> tuple[dict[str, Any], dict[str, Any]]:
    """Files and status for a request. The same request must always give the same."""
    metadata = request["metadata"]
    name = short_name(f"{metadata['name']}-{STEP}")
    data = {"request": f"{metadata['namespace']}/{metadata['name']}"}
    spec: Mapping[str, object] = request.get("spec", {})
    for key in ("size",):
        value = spec.get(key)
        if isinstance(value, str):
            data[key] = value
    config_map = {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {
            "name": name,
            "namespace": metadata["namespace"],
            "labels": {
                "app.kubernetes.io/managed-by": "kratix",
                "kratix.io/promise-name": PROMISE,
            },
        },
        "data": data,
    }
    files = {f"configmap-{metadata['namespace']}-{name}.yaml": config_map}
    return files, {
        "stage": "configured",
        "message": f"{KIND} {metadata['name']} is configured",
        # Kratix never removes a key: this clears the reason of an earlier failure.
        "reason": "",
    }


def failure_status(reason: str) -> dict[str, Any]:
    """What the status says when anything fails."""
    return {"stage": "failed", "message": reason, "reason": reason}


if __name__ == "__main__":
    sys.exit(execute(WORKFLOW, run, failure_status))
