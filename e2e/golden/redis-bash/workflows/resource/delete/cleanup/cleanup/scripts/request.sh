# shellcheck shell=bash disable=SC2016 # dollars in single quotes are meant
# The request: kind Redis of mygroup.org/v1alpha1, as promise.yaml describes it.
# Each function prints a value: the text of a scalar, a list or map as JSON, nothing when it is
# absent. It fails when the value is of another type. name="$(spec_name)" drops line ends at the end.

# spec.size: string
# One of: "small", "large"
# How big it is
# Default: "small"
spec_size() { value string spec size; }
