"""Stands in for the client of Kubernetes: it takes patches of the status of the object, no more."""

import _sandbox

from . import client, config

__all__ = ["client", "config"]


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return _sandbox.not_here(f"It uses kubernetes.{name}, and there is no cluster here.")
