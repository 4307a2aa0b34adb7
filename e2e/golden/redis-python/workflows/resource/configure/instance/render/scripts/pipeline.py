import sys
from typing import Any

from kratix_sdk import KratixSDK

from render import render
from step import Object, execute
from values import NAME, NAMESPACE, Value, spec

# Step render of redis: fills the templates in resources/ with values of a request.
WORKFLOW = "resource/configure"

# What the templates may use as ${name}. The first fault in this order is reported.
VALUES: tuple[Value, ...] = (
    Value("name", NAME),
    Value("namespace", NAMESPACE),
    Value(
        "replicas",
        spec("size"),
        type="string",
        choices=(("small", 1), ("large", 3)),
    ),
)

# Reported when everything is written; may hold ${name} as templates do. The empty texts clear those
# of an earlier failure: Kratix never removes a key.
SUCCESS_STATUS: dict[str, str | float] = {
    "reason": "",
    "stage": "provisioning",
    "message": "Redis with ${replicas} replicas",
}


def run(sdk: KratixSDK, target: Object) -> None:
    render(WORKFLOW, target, VALUES, SUCCESS_STATUS).write(sdk)


def failure_status(reason: str) -> dict[str, Any]:
    """What the status says when anything fails."""
    return {
        "message": reason,
        "stage": "provisioning error",
        "reason": reason,
    }


if __name__ == "__main__":
    sys.exit(execute(WORKFLOW, run, failure_status))
