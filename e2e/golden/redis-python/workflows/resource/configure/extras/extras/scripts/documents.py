"""Reads and writes YAML as the cluster does.

PyYAML's own loader takes 1e-07 for a string, 12:30 for a number and 2001-01-01 for a date; its
own dumper leaves strings without quotes that other readers take for something else.
"""

import json
import math
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import yaml

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["y", "Y", "yes", "Yes", "YES", "on", "On", "ON"], True),
    **dict.fromkeys(["n", "N", "no", "No", "NO", "off", "Off", "OFF"], False),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}
_INTEGER = re.compile(r"[-+]?(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|[1-9][0-9]*|0)")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def same(text: str) -> Any:
    return text


def read_documents(text: str, fill: Callable[[str], Any] = same) -> list[Any]:
    """Every document that is not empty. `fill` may put something else in the place of a string; it
    meets them in the order of the text, keys excepted."""
    # This loader leaves every scalar a text.
    nodes = yaml.compose_all(text, Loader=yaml.BaseLoader)
    documents = [_value(node, fill) for node in nodes]
    return [document for document in documents if document is not None]


def _value(node: yaml.Node, fill: Callable[[str], Any]) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(_key(key)): _value(value, fill) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, fill) for item in node.value]
    scalar = _scalar(node)
    return fill(scalar) if isinstance(scalar, str) else scalar


def _key(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise TypeError("a key must be a string")
    return str(node.value)


def _scalar(node: yaml.Node) -> str | float | bool | None:
    text = str(node.value)
    in_quotes = isinstance(node, yaml.ScalarNode) and node.style
    if in_quotes or node.tag != "tag:yaml.org,2002:str":
        return text
    return _WORDS[text] if text in _WORDS else _number(text)


def _number(text: str) -> str | float:
    digits = text if text.startswith(".") else text.replace("_", "")
    if _INTEGER.fullmatch(digits) and len(digits) <= 70:
        octal = re.sub(r"^([-+]?)0([0-7])", r"\g<1>0o\2", digits)
        return int(octal, 0)
    if _FLOAT.fullmatch(digits) and math.isfinite(float(digits)):
        return float(digits)
    return text


class _Dumper(yaml.SafeDumper):
    """Double-quotes every string: readers of YAML 1.1 and 1.2 agree on nothing less."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style='"'
    ),
)


def to_yaml(document: Any) -> str:
    return yaml.dump(
        document,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=float("inf"),
    )


def describe(value: object) -> str:
    """What messages call a value: a scalar as JSON, else what it is."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, str):
        text = json.dumps(value, ensure_ascii=False)
        return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_text(value) if isinstance(value, (int, float)) else "null"


def number_text(value: float) -> str:
    """A number as JSON has it everywhere: Python alone turns to exponents below 0.0001."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, float) and 1e-6 <= abs(value) < 1:
        return format(Decimal(repr(value)), "f")
    return repr(value).replace("e-0", "e-")
