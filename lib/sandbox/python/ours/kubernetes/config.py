import os

import _sandbox

from .client import Configuration


class ConfigException(Exception):
    pass


def load_incluster_config(client_configuration=None, **_):
    """Address and token, as every pod has them."""
    target = client_configuration or Configuration._shared
    target.host = f"https://{os.environ['KUBERNETES_SERVICE_HOST']}"
    with open("/var/run/secrets/kubernetes.io/serviceaccount/token") as file:
        target.api_key["authorization"] = f"bearer {file.read()}"


load_config = load_incluster_config


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return _sandbox.not_here(f"It uses kubernetes.config.{name}, and there is no cluster here.")
