"""Reads what a browser posts: a plain form, up to a size."""

from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request

# Room for about 80,000 letters and for what travels hidden. Nobody writes more by hand.
MOST_BYTES = 512 * 1024
MOST_FIELDS = 500
KIND = "application/x-www-form-urlencoded"


class TooLargeError(Exception):
    """More was posted than is read."""


class NotAFormError(Exception):
    """What was posted is not a plain form."""


async def read(request: Request) -> dict[str, list[str]]:
    """Field -> answers, in their order. Raises TooLargeError, NotAFormError, or ClientDisconnect."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != KIND:
        raise NotAFormError
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > MOST_BYTES:
        raise TooLargeError
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BYTES:
            raise TooLargeError
        parts.append(part)
    try:
        return parse_qs(
            b"".join(parts).decode("ascii", "replace"),
            keep_blank_values=True,
            encoding="utf-8",
            errors="replace",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise NotAFormError from None


__all__ = ["ClientDisconnect", "NotAFormError", "TooLargeError", "read"]
