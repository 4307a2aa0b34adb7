import sys
from typing import Any

from kratix_sdk import KratixSDK

from components import Components
from conditions import Condition
from destinations import Destination
from render import render
from step import Object, execute
from values import NAME, NAMESPACE, Value, label, spec

# Step extras of redis: fills the templates in resources/ with values of a request.
WORKFLOW = "resource/configure"

# What the templates may use as ${name}. The first fault in this order is reported.
VALUES: tuple[Value, ...] = (
    Value("name", NAME),
    Value("namespace", NAMESPACE),
    Value("size", spec("size"), type="string"),
    Value("team", label("team"), default="platform"),
)

# Templates that are written only when a value is as it must be.
CONDITIONS = {
    "backup.yaml": Condition("size", one_of=("large",)),
}

# Templates that hold requests of other Promises, as parts of a request of this one.
COMPONENTS = Components("redis", ("backup.yaml",))

# Labels that a Destination must have for the files of a folder, "" for the rest of them; they may
# hold ${name} as templates do.
DESTINATIONS = (
    Destination("monitoring", {"environment": "platform", "team": "${team}"}),
)

# Reported when everything is written; may hold ${name} as templates do. The empty texts clear those
# of an earlier failure: Kratix never removes a key.
SUCCESS_STATUS: dict[str, str | float] = {
    "reason": "",
}


def run(sdk: KratixSDK, target: Object) -> None:
    render(
        WORKFLOW,
        target,
        VALUES,
        SUCCESS_STATUS,
        CONDITIONS,
        COMPONENTS,
        DESTINATIONS,
    ).write(sdk)


def failure_status(reason: str) -> dict[str, Any]:
    """What the status says when anything fails."""
    return {
        "message": reason,
        "reason": reason,
    }


if __name__ == "__main__":
    sys.exit(execute(WORKFLOW, run, failure_status))
