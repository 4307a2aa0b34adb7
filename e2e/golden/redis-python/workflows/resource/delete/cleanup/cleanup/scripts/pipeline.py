import os
import sys
from typing import Any, cast

from kratix_sdk import KratixSDK

from request import Request
from step import Object, execute

# Step cleanup of redis: workflow resource/delete.
WORKFLOW = "resource/delete"
KIND = "Redis"


def run(_sdk: KratixSDK, target: Object) -> None:
    metadata = cast(Request, target)["metadata"]
    what = f"{KIND} {metadata['namespace']}/{metadata['name']}"
    if os.environ.get("KRATIX_DRY_RUN") == "true":
        return
    # Kratix itself removes what the configure workflow wrote. Here is the place for what it does
    # not know of, such as an account in another system. What is gone already counts as removed:
    # this step may run again, and a failure would keep the object from going away.
    print(f"cleaning up what belongs to {what}: nothing outside Kratix")


def failure_status(reason: str) -> dict[str, Any]:
    """What the status says when anything fails."""
    return {"stage": "failed", "message": reason, "reason": reason}


if __name__ == "__main__":
    sys.exit(execute(WORKFLOW, run, failure_status))
