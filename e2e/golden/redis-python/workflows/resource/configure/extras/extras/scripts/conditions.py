"""Templates that are written only when a value is as it must be."""

from dataclasses import dataclass

from values import Scalar, Values, canonical


@dataclass(frozen=True)
class Condition:
    """What a value must be for a template to be written."""

    value: str
    present: bool = True
    # The value is there and the same as one of these; any will do without them.
    one_of: tuple[Scalar, ...] | None = None

    def holds(self, values: Values) -> bool:
        if self.value not in values:
            raise ValueError(f"${{{self.value}}} names no value of this step")
        value = values[self.value]
        if self.one_of is None:
            return (value is not None) == self.present
        # In Python True is 1, but not in YAML.
        choices = [canonical(choice) for choice in self.one_of]
        return any(type(one) is type(value) and one == value for one in choices)
