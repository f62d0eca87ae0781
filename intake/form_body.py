"""Reads a plain form that a browser posts, up to a size and within a time."""

import asyncio
from urllib.parse import parse_qs

from starlette.requests import Request

# Room for about 80,000 letters and for the hidden fields. Nobody writes more by hand.
MOST_BYTES = 512 * 1024
MOST_FIELDS = 500
# Enough for the largest form over the slowest line, too little to hold our connections open for fun.
MOST_SECONDS = 120
KIND = "application/x-www-form-urlencoded"


class BodyRefused(Exception):
    """The posted form is refused. `status` is the HTTP status that says why."""

    def __init__(self, status: int) -> None:
        """Keep the number."""
        super().__init__(status)
        self.status = status


async def read(request: Request) -> dict[str, list[str]]:
    """Field -> answers, in their order.

    Raises BodyRefused (408 too slow, 413 too large, 415 not a plain form), or Starlette's ClientDisconnect.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != KIND:
        raise BodyRefused(415)
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > MOST_BYTES:
        raise BodyRefused(413)
    try:
        async with asyncio.timeout(MOST_SECONDS):
            body = await _body(request)
    except TimeoutError:
        raise BodyRefused(408) from None
    try:
        text = body.decode("ascii", "replace")
        return parse_qs(text, keep_blank_values=True, encoding="utf-8", errors="replace", max_num_fields=MOST_FIELDS)
    except ValueError:
        raise BodyRefused(415) from None


async def _body(request: Request) -> bytes:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BYTES:
            raise BodyRefused(413)
        parts.append(part)
    return b"".join(parts)
