"""What the service says when it refuses, in its own shapes."""

from collections.abc import Sequence
from typing import Any

STATUS = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
}


class Refusal(Exception):
    """An answer other than 200: `code`, and the JSON `envelope` that goes with it."""

    def __init__(self, code: int, message: str, details: Sequence[dict[str, Any]] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.details = list(details)

    @property
    def envelope(self) -> dict[str, Any]:
        """Return the body of the answer as Google words it."""
        error: dict[str, Any] = {"code": self.code, "message": self.message, "status": STATUS[self.code]}
        if self.details:
            error["details"] = self.details
        return {"error": error}


def invalid(message: str) -> Refusal:
    """Return a plain 400."""
    return Refusal(400, message)


def violations(found: Sequence[tuple[str, str]]) -> Refusal:
    """Return the 400 for a body that does not fit its schema; `found` holds (field, description)."""
    listed = [{"field": field, "description": words} if field else {"description": words} for field, words in found]
    details = [{"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": listed}]
    return Refusal(400, "\n".join(words for _, words in found), details)


def not_found() -> Refusal:
    """Return the 404 for a spreadsheet that does not exist."""
    return Refusal(404, "Requested entity was not found.")


def not_shared() -> Refusal:
    """Return the 403 for a spreadsheet that nobody shared with the caller."""
    return Refusal(403, "The caller does not have permission")


def busy(kind: str) -> Refusal:
    """Return the 429 for a minute's quota that is used up; `kind` is "Read" or "Write"."""
    limit = f"{kind} requests per minute per user"
    message = (
        f"Quota exceeded for quota metric '{kind} requests' and limit '{limit}' of service "
        "'sheets.googleapis.com' for consumer 'project_number:123456789012'."
    )
    info = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "RATE_LIMIT_EXCEEDED",
        "domain": "googleapis.com",
        "metadata": {"service": "sheets.googleapis.com", "quota_limit": limit.replace(" ", "")},
    }
    return Refusal(429, message, [info])


def no_key() -> Refusal:
    """Return the 401 for a key that is not, or no longer, valid."""
    return Refusal(
        401,
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid "
        "authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.",
    )
