from typing import Any, Literal, NotRequired, TypedDict

# A request: kind Redis of mygroup.org/v1alpha1, as promise.yaml describes it.


class Spec(TypedDict):
    # How big it is
    # Default: "small"
    size: Literal["small", "large"]


class Metadata(TypedDict):
    name: str
    namespace: str
    labels: NotRequired[dict[str, str]]
    annotations: NotRequired[dict[str, str]]


class Request(TypedDict):
    apiVersion: str
    kind: str
    metadata: Metadata
    spec: NotRequired[Spec]
    status: NotRequired[dict[str, Any]]
