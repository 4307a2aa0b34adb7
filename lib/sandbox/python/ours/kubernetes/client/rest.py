from .exceptions import ApiException

__all__ = ["ApiException"]
