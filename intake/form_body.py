"""Reads a plain form that a browser posts, up to a size and within a time."""

import asyncio
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qs

from starlette.requests import Request

# Room for about 80,000 letters and for the hidden fields. Nobody writes more by hand.
MOST_BYTES = 512 * 1024
MOST_FIELDS = 500
# Enough for the largest form over the slowest line, too little to hold our connections open for fun.
MOST_SECONDS = 120
KIND = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"
MOST_BYTES_OF_PARTS = 4 * 1024
"""The one field that a mail program sends so is short; parts within parts could go deep in a long body."""


class BodyRefused(Exception):
    """The posted form is refused. `status` is the HTTP status that says why."""

    def __init__(self, status: int) -> None:
        """Keep the number."""
        super().__init__(status)
        self.status = status


async def read(request: Request, *, parts: bool = False) -> dict[str, list[str]]:
    """Field -> answers, in their order. With `parts`, a short form in parts is read as well.

    Raises BodyRefused (408 too slow, 413 too large, 415 not a plain form), or Starlette's ClientDisconnect.
    """
    told = request.headers.get("content-type", "")
    kind = told.partition(";")[0].strip().lower()
    in_parts = parts and kind == PARTS
    if kind != KIND and not in_parts:
        raise BodyRefused(415)
    most = MOST_BYTES_OF_PARTS if in_parts else MOST_BYTES
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > most:
        raise BodyRefused(413)
    try:
        async with asyncio.timeout(MOST_SECONDS):
            body = await _body(request, most)
    except TimeoutError:
        raise BodyRefused(408) from None
    if in_parts:
        try:
            return _of_parts(told, body)
        except (LookupError, ValueError, TypeError, AttributeError):
            # So the parser of mails fails at headers that no program writes, such as "multipart/form-data; b*".
            raise BodyRefused(415) from None
    try:
        text = body.decode("ascii", "replace")
        return parse_qs(text, keep_blank_values=True, encoding="utf-8", errors="replace", max_num_fields=MOST_FIELDS)
    except ValueError:
        raise BodyRefused(415) from None


def _of_parts(kind: str, body: bytes) -> dict[str, list[str]]:
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind.encode("latin-1") + b"\r\n\r\n" + body)
    fields: dict[str, list[str]] = {}
    for part in message.walk():
        name, value = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(value, bytes):
            fields.setdefault(name, []).append(value.decode("utf-8", "replace"))
    return fields


async def _body(request: Request, most: int) -> bytes:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise BodyRefused(413)
        parts.append(part)
    return b"".join(parts)
