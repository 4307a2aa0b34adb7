import sys
from typing import Any

from kratix_sdk import KratixSDK

from step import Object, add_status, execute, short_name, write_output

# Step prepare of redis: workflow promise/configure.
WORKFLOW = "promise/configure"
PROMISE = "redis"
STEP = "prepare"

# A Promise has no namespace; this one is there on every Destination.
NAMESPACE = "default"


def run(sdk: KratixSDK, promise: Object) -> None:
    files, status = render(promise["metadata"]["name"])
    for path, document in files.items():
        write_output(sdk, path, document)
    add_status(status)
    # While something is not ready: sdk.write_retry_after(timedelta(minutes=1), "for what"), or
    # sdk.write_suspend.


def render(promise_name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Files and status for the Promise. The same Promise must always give the same."""
    name = short_name(f"{promise_name}-{STEP}")
    data = {"promise": promise_name}
    config_map = {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {
            "name": name,
            "namespace": NAMESPACE,
            "labels": {
                "app.kubernetes.io/managed-by": "kratix",
                "kratix.io/promise-name": PROMISE,
            },
        },
        "data": data,
    }
    files = {f"configmap-{NAMESPACE}-{name}.yaml": config_map}
    return files, {"message": f"Promise {promise_name} is configured"}


def failure_status(reason: str) -> dict[str, Any]:
    """What the status says when anything fails."""
    # Of what a promise workflow reports, Kratix keeps the message alone.
    return {"message": reason}


if __name__ == "__main__":
    sys.exit(execute(WORKFLOW, run, failure_status))
