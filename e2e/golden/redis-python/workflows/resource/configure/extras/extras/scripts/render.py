"""Fills the templates in resources/ with values. What the values are stands in pipeline.py."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kratix_sdk import KratixSDK

from components import Components
from conditions import Condition
from destinations import Destination, choose, merge_destinations
from documents import read_documents, to_yaml
from step import Object, merge_status, write_metadata
from values import Scalar, Value, read_values, substitute


@dataclass
class Rendered:
    """Everything that the step writes."""

    files: dict[str, str] = field(default_factory=dict)
    status: dict[str, Any] = field(default_factory=dict)
    destinations: list[dict[str, Any]] = field(default_factory=list)

    def write(self, sdk: KratixSDK) -> None:
        """Comes when all has been rendered, so that a fault leaves nothing half done. What earlier
        containers have left is read first, since that may be at fault, too."""
        status = merge_status(self.status)
        selectors = merge_destinations(self.destinations)
        for path, text in self.files.items():
            sdk.write_output(path, text.encode())
        if selectors:
            write_metadata("destination-selectors.yaml", selectors)
        write_metadata("status.yaml", status)


def render(
    workflow: str,
    target: Object,
    values: Sequence[Value],
    success_status: Mapping[str, Scalar],
    conditions: Mapping[str, Condition],
    components: Components,
    destinations: Sequence[Destination],
) -> Rendered:
    """What the templates make of an object. The same object always gives the same."""
    known = read_values(values, target)
    metadata = target["metadata"]
    owner = [metadata["name"]]
    if workflow.startswith("resource/"):
        owner.insert(0, metadata["namespace"])
    rendered = Rendered()
    for name, text in templates():
        try:
            if name in conditions and not conditions[name].holds(known):
                continue
            documents = read_documents(text, lambda part: substitute(part, known))
            if name in components.templates:
                documents = [components.label(one, metadata) for one in documents]
        except Exception as error:
            raise ValueError(f"{name}: {error}") from error
        if documents:
            texts = [to_yaml(document) for document in documents]
            # A name of its own for every object: some Destinations keep all files in one folder.
            path = "-".join([name.rpartition(".")[0], *owner]) + ".yaml"
            rendered.files[path] = "---\n".join(texts)
    for key, said in success_status.items():
        try:
            filled = substitute(said, known) if isinstance(said, str) else said
        except (TypeError, ValueError) as error:
            raise ValueError(f"status {key}: {error}") from error
        rendered.status[key] = filled
    rendered.destinations = choose(destinations, rendered.files, known)
    return rendered


def templates() -> list[tuple[str, str]]:
    """The YAML files below the resources with their texts, in the order of their paths."""
    folder = Path(os.environ.get("RESOURCES_DIR") or "/resources")
    if not folder.is_dir():
        raise FileNotFoundError(f"there is no folder {folder}")
    found = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.suffix in (".yaml", ".yml") and path.is_file()
    }
    return [(name, path.read_text("utf8")) for name, path in sorted(found.items())]
