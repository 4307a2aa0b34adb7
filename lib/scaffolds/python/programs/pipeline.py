"""Step render of redis, as build writes it: a stand-in to check the files beside it."""

import sys
from typing import Any

from kratix_sdk import KratixSDK

from components import Components
from conditions import Condition
from destinations import Destination
from render import render
from step import Object, execute
from values import NAME, Value, constant, label, spec

WORKFLOW = "resource/configure"

VALUES = (
    Value("name", NAME),
    Value("replicas", spec("size"), type="string", choices=(("small", 1),)),
    Value("team", label("team"), default="none"),
    Value("half", constant(0.5)),
)

CONDITIONS = {"team.yaml": Condition("team", one_of=("a",))}

COMPONENTS = Components("redis", ("bucket.yaml",))

DESTINATIONS = (Destination("", {"environment": "dev"}),)

SUCCESS_STATUS = {"reason": "", "stage": "provisioning"}


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
    return {"message": reason, "reason": reason}


if __name__ == "__main__":
    sys.exit(execute(WORKFLOW, run, failure_status))
