class OpenApiException(Exception):
    """The base of all that the client raises."""


class ApiException(OpenApiException):
    def __init__(self, status=None, reason=None, body=None):
        self.status, self.reason, self.body, self.headers = status, reason, body, {}
        super().__init__(f"({status})\nReason: {reason}")


class ApiTypeError(OpenApiException, TypeError):
    pass


class ApiValueError(OpenApiException, ValueError):
    pass
