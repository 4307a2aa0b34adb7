"""Which Destinations the files go to."""

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kratix_sdk import get_metadata_dir

from documents import describe, read_documents
from values import Values, substitute

_LABEL = re.compile(r"([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?")


@dataclass(frozen=True)
class Destination:
    """Labels that a Destination must have for the files of a folder; "" is for the rest of them."""

    directory: str
    # May hold ${name} as templates do.
    labels: Mapping[str, str]


def choose(
    destinations: Iterable[Destination],
    outputs: Collection[str],
    values: Values,
) -> list[dict[str, Any]]:
    """The selectors with the values put in. A folder in which nothing is written is left out:
    Kratix refuses it."""
    selectors = []
    for one in destinations:
        folder = one.directory
        if folder and not any(path.startswith(f"{folder}/") for path in outputs):
            continue
        labels = {key: label(key, text, values) for key, text in one.labels.items()}
        selectors.append({"directory": folder, "matchLabels": labels})
    return selectors


def label(key: str, text: str, values: Values) -> str:
    """With what Kubernetes does not take as a label the files would wait for ever."""
    try:
        value = substitute(text, values)
    except (TypeError, ValueError) as error:
        raise ValueError(f"destination label {key}: {error}") from error
    said = value if isinstance(value, str) else describe(value)
    if not _LABEL.fullmatch(said) or len(said) > 63:
        raise ValueError(
            f"destination label {key}: {describe(value)} is not a valid label value"
        )
    return said


def merge_destinations(selectors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Adds to what earlier containers of this pipeline have chosen: labels for the same folder come
    together, ours win."""
    if not selectors:
        return []
    file = get_metadata_dir() / "destination-selectors.yaml"
    earlier = read_documents(file.read_text("utf8")) if file.exists() else []
    if len(earlier) > 1 or not all(isinstance(entries, list) for entries in earlier):
        raise TypeError(f"{file} must hold a list")
    merged: dict[str, dict[str, Any]] = {}
    for one in [*(earlier[0] if earlier else []), *selectors]:
        directory = one.get("directory") or ""
        known = merged.setdefault(
            posixpath.normpath(directory), {"directory": directory, "matchLabels": {}}
        )
        known["matchLabels"].update(one.get("matchLabels") or {})
    return list(merged.values())
