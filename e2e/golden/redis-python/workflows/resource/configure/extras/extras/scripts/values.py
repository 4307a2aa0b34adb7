"""The values that templates may use, read from the object that the step runs for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from documents import describe

Scalar = str | bool | int | float
Type = Literal["string", "integer", "number", "boolean"]

# The largest integer that JSON carries exactly everywhere.
LARGEST = 2**53 - 1


@dataclass(frozen=True)
class Source:
    """A place in the object, or a constant."""

    label: str
    keys: tuple[str, ...] = ()
    constant: Scalar | None = None


NAME = Source("metadata.name", ("metadata", "name"))
NAMESPACE = Source("metadata.namespace", ("metadata", "namespace"))


def spec(*keys: str) -> Source:
    return Source(".".join(("spec", *keys)), ("spec", *keys))


def label(name: str) -> Source:
    return Source(f"metadata.labels[{describe(name)}]", ("metadata", "labels", name))


def constant(value: Scalar) -> Source:
    return Source("the constant", constant=value)


@dataclass(frozen=True)
class Value:
    """What templates may use as ${name}."""

    name: str
    source: Source
    # The type that the API gives it; without one, any scalar.
    type: Type | None = None
    # Stands in for a source that is absent.
    default: Scalar | None = None
    # The allowed values and what each becomes; without them, the value as it is.
    choices: tuple[tuple[Scalar, Scalar], ...] | None = None
    # A condition asks whether it is there, so it may be absent.
    optional: bool = False


# What templates may use by its name; None is absent and may be.
Values = Mapping[str, Scalar | None]


def read_values(values: Iterable[Value], target: object) -> Values:
    """Reads the values in their order; the first that is not as it must be is the error."""
    return {value.name: read_value(value, target) for value in values}


def read_value(value: Value, target: object) -> Scalar | None:
    source, choices = value.source, value.choices
    found = find(target, source.keys) if source.keys else source.constant
    if found is None:
        found = value.default
    if found is None and value.optional:
        return None
    if found is None:
        raise ValueError(f"{source.label} is missing and has no default")
    scalar = canonical(found)
    if isinstance(scalar, int) and abs(scalar) > LARGEST:
        raise ValueError(f"{source.label} is too large: integers lie within ±{LARGEST}")
    if scalar is None or not has_type(scalar, value.type):
        wanted = _TYPE_NAMES[value.type]
        raise TypeError(f"{source.label} must be {wanted}, not {describe(found)}")
    if choices is None:
        return scalar
    for when, give in choices:
        # In Python True is 1, but not in YAML.
        if type(canonical(when)) is type(scalar) and canonical(when) == scalar:
            return give
    allowed = ", ".join(describe(when) for when, _ in choices)
    raise ValueError(
        f"{source.label} is {describe(scalar)}, which is not allowed;"
        f" allowed values: {allowed}"
    )


def find(target: object, keys: Iterable[str]) -> Any:
    """What is at a place in the object, or None."""
    for key in keys:
        if not isinstance(target, Mapping):
            return None
        target = target.get(key)
    return target


def canonical(value: object) -> Scalar | None:
    """A whole number is an integer, however it was written. None for what is no scalar."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value if isinstance(value, (str, bool, int)) else None


_TYPE_NAMES: dict[Type | None, str] = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "a boolean",
    None: "a string, number or boolean",
}


def has_type(scalar: Scalar, wanted: Type | None) -> bool:
    if wanted is None:
        return True
    if isinstance(scalar, bool):
        return wanted == "boolean"
    if isinstance(scalar, int):
        return wanted in ("integer", "number")
    return wanted == ("number" if isinstance(scalar, float) else "string")


# From left to right: $${ for the characters themselves, ${name}, and a ${ that opens nothing.
_PLACEHOLDER = re.compile(r"\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_-]*)\}|\$\{")


def substitute(text: str, values: Values) -> Scalar:
    """Puts values into a string. Exactly ${name} becomes the value with its type. What has been put
    in is never looked at again."""
    only = _PLACEHOLDER.fullmatch(text)
    if only and only[1]:
        return value_of(only[1], values)

    def part(match: re.Match[str]) -> str:
        if match[0] == "$${":
            return "${"
        if not match[1]:
            raise ValueError(
                '"${" starts no placeholder;'
                " write ${name}, or $${ for the characters themselves"
            )
        value = value_of(match[1], values)
        if isinstance(value, str):
            return value
        if isinstance(value, float):
            raise TypeError(
                f"${{{match[1]}}} is {describe(value)},"
                " and a fraction cannot stand inside longer text"
            )
        return describe(value)

    return _PLACEHOLDER.sub(part, text)


def value_of(name: str, values: Values) -> Scalar:
    if name not in values:
        raise ValueError(f"${{{name}}} names no value of this step")
    value = values[name]
    if value is None:
        raise ValueError(f"${{{name}}} is missing and has no default")
    return value
