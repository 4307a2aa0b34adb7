"""Requests of other Promises, which are parts of the request that the step runs for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Components:
    """Templates of such requests, and the Promise that they are parts of."""

    promise: str
    templates: tuple[str, ...]

    def label(self, document: Any, metadata: Mapping[str, Any]) -> dict[str, Any]:
        """A document with the labels that it does not have already: `component-of` draws the tree
        of the CLI, `parent` lets a dry run follow it. `metadata` is that of the request."""
        labels: dict[str, Any] = {}
        for family in ("kratix.io/component-of", "kratix.io/parent"):
            labels[f"{family}-promise-name"] = self.promise
            labels[f"{family}-resource-name"] = metadata["name"]
            labels[f"{family}-resource-namespace"] = metadata["namespace"]
        own = entries(document)
        about = entries(own.get("metadata"))
        labels.update(entries(about.get("labels")))
        return {**own, "metadata": {**about, "labels": labels}}


def entries(value: Any) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise TypeError("metadata and metadata.labels of a component must be maps")
    return value
