import json
from urllib.parse import quote

import _sandbox

from .exceptions import ApiException, ApiTypeError, ApiValueError, OpenApiException

__all__ = [
    *("ApiClient", "ApiException", "ApiTypeError", "ApiValueError", "Configuration"),
    *("CustomObjectsApi", "OpenApiException"),
]


class Configuration:
    def __init__(self, host="http://localhost", **_):
        self.host, self.api_key, self.retries, self.verify_ssl = host, {}, None, True

    @classmethod
    def get_default_copy(cls):
        return cls._shared

    @classmethod
    def set_default(cls, default):
        cls._shared = default


Configuration._shared = Configuration()


class ApiClient:
    def __init__(self, configuration=None, **_):
        self.configuration = configuration or Configuration._shared
        self.default_headers = {}

    def set_default_header(self, name, value):
        self.default_headers[name] = value

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class CustomObjectsApi:
    def __init__(self, api_client=None):
        self.api_client = api_client or ApiClient()

    def patch_namespaced_custom_object_status(
        self, group, version, namespace, plural, name, body, **_
    ):
        """Merges the status. Gives what a cluster would not say either: that it was taken."""
        return self._patch([group, version, "namespaces", namespace, plural, name], body)

    def patch_cluster_custom_object_status(self, group, version, plural, name, body, **_):
        return self._patch([group, version, plural, name], body)

    def _patch(self, parts, body):
        path = "/".join(quote(str(part), safe="") for part in parts)
        settings = self.api_client.configuration
        # As the client chooses: a list is a JSON patch, which the stand-in does not take.
        kind = "json-patch" if isinstance(body, list) else "merge-patch"
        given = {key.lower(): value for key, value in self.api_client.default_headers.items()}
        headers = {"content-type": f"application/{kind}+json", **given}
        if "authorization" in settings.api_key:
            token = settings.api_key["authorization"].split(" ")[-1]
            headers["authorization"] = f"Bearer {token}"
        url = f"{settings.host.rstrip('/')}/apis/{path}/status"
        status, answer = _sandbox.ask("PATCH", url, headers, body)
        if status >= 400:
            raise ApiException(status, answer.get("message"), json.dumps(answer))
        return answer

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _sandbox.not_here(
            f"It uses CustomObjectsApi.{name}: not run here, it needs the API server."
        )


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return _sandbox.not_here(
        f"It uses kubernetes.client.{name}: not run here, it needs the API server."
    )
