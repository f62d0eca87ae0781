"""The built site, read into memory once: every file compressed, tagged and given its headers."""

import asyncio
import gzip
import hashlib
import mimetypes
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from intake.security_headers import Headers, policy

_log = structlog.get_logger(__name__)
_PACKED = (
    "text/",
    "application/javascript",
    "application/json",
    "application/ld+json",
    "application/xml",
    "image/svg+xml",
)
# A name that holds a hash of the content (`main.484c7ddc.min.css`) never means anything else.
_HASHED = re.compile(r"\.[0-9a-f]{8,}\.")
_MAIN = re.compile(r"<main\b[^>]*>")
_FOREVER, _ASK_AGAIN, _A_WHILE = (
    b"public, max-age=31536000, immutable",
    b"no-cache",
    b"public, max-age=600",
)
# Not left to the machine's own list, which differs from one to the next.
_TYPES = {
    ".js": "text/javascript",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".map": "application/json",
    ".mp4": "video/mp4",
    ".svg": "image/svg+xml",
    ".vtt": "text/vtt",
    ".webm": "video/webm",
    ".xml": "application/xml",
}


DIRECTORY = "/open-referral/"
FOR_OTHER_PROGRAMS = (DIRECTORY, "/volunteering-data/")
"""Below them stands what any page of anybody may read: the directory and the volunteering roles, each as a standard."""
_ANY_PAGE = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")
_PAGE = re.compile(r"[1-9][0-9]{0,5}")


@dataclass(frozen=True)
class StaticFile:
    """One file, ready to be sent."""

    body: bytes
    packed: bytes | None
    tag: str
    headers: Headers

    def response(self, request: Request, status: int = 200) -> Response:
        """The file, compressed if the browser accepts that; 304 if the browser has it already."""
        known = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
        fresh = status == 200 and self.tag in known
        if (part := _part(request, len(self.body))) and status == 200 and not fresh:
            return self._partly(*part)
        packed = self.packed if "gzip" in request.headers.get("accept-encoding", "") else None
        body = b"" if fresh or request.method == "HEAD" else packed or self.body
        response = Response(body, 304 if fresh else status)
        length = str(len(packed or self.body)).encode()
        kept = [] if fresh else [(b"content-length", length), *([(b"content-encoding", b"gzip")] if packed else [])]
        response.raw_headers = [*self.headers, *kept]
        return response

    def _partly(self, first: int, last: int) -> Response:
        """These bytes of it: some browsers play no film of which they can't fetch a part."""
        body = self.body[first : last + 1]
        response = Response(body, 206)
        told = f"bytes {first}-{last}/{len(self.body)}".encode()
        length = (b"content-length", str(len(body)).encode())
        response.raw_headers = [*self.headers, (b"content-range", told), (b"accept-ranges", b"bytes"), length]
        return response


def _part(request: Request, length: int) -> tuple[int, int] | None:
    """The first and the last byte that are asked for; None for the whole, and for what is asked in any other way."""
    found = _RANGE.fullmatch(request.headers.get("range", "")) if request.method == "GET" else None
    if not found or "if-range" in request.headers or not (found[1] or found[2]):
        return None
    first = int(found[1]) if found[1] else max(0, length - int(found[2]))
    last = min(int(found[2]), length - 1) if found[1] and found[2] else length - 1
    return (first, last) if first <= last else None


@dataclass(frozen=True)
class Site:
    """All files by address. Directory pages have their address with the slash."""

    files: dict[str, StaticFile] = field(default_factory=dict, repr=False)
    pages: dict[str, str] = field(default_factory=dict, repr=False)
    """Address -> HTML, for the pages that hold a form."""
    stamp: tuple[int, int] = (0, 0)

    def get(self, request: Request) -> Response:
        """The file at the address, a redirect to the page with a slash, or the not-found page."""
        path = _of_the_standard(request) or request.scope["path"]
        if found := self.files.get(path):
            return found.response(request)
        if f"{path}/" in self.files:
            return RedirectResponse(f"{path}/", 308)
        if path.startswith(FOR_OTHER_PROGRAMS):
            # A program reads a page in words as a fault of ours; without the header a browser tells it nothing at all.
            return JSONResponse({"error": "There is nothing here."}, 404, _ANY_PAGE)
        if missing := self.files.get("/404.html"):
            return missing.response(request, 404)
        return Response("There is no such page.", 404, media_type="text/plain")


def _of_the_standard(request: Request) -> str | None:
    """The file for an address as the standard has it: `/services?page=2`, `/services/ID`; None for every other one."""
    path = request.scope["path"].rstrip("/")
    if not f"{path}/".startswith(DIRECTORY) or path.endswith(".json"):
        return None
    if path == DIRECTORY.rstrip("/"):
        return f"{path}/index.json"
    page = request.query_params.get("page", "1")
    if path == f"{DIRECTORY}services" and page != "1":
        return f"{path}/page-{page}.json" if _PAGE.fullmatch(page) else None
    return f"{path}.json"


def load(folder: Path, notices: Mapping[str, str] | None = None) -> Site:
    """Every file below the folder; an empty site where there is none.

    A notice is put at the head of the main part of each page, but for those of forms, which carry one of their own:
    that of the page's language, by the code that its address begins with, or the one that stands under no code.
    """
    files: dict[str, StaticFile] = {}
    pages: dict[str, str] = {}
    stamp = stamp_of(folder)
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if not path.is_file() or path.suffix == ".gz":
            continue
        body, address = path.read_bytes(), f"/{path.relative_to(folder).as_posix()}"
        if path.name == "index.html":
            address = address.removesuffix("index.html")
        html = body.decode("utf-8", "replace") if path.suffix == ".html" else None
        if html and "data-form=" in html:
            pages[address] = html
        elif html and notices and (begin := _MAIN.search(html)):
            notice = notices.get(address.split("/")[1], notices[""])
            html = html[: begin.end()] + notice + html[begin.end() :]
            body = html.encode()
        files[address] = _file(path, body, html, for_all=address.startswith(FOR_OTHER_PROGRAMS))
    return Site(files, pages, stamp)


def _file(path: Path, body: bytes, html: str | None, *, for_all: bool = False) -> StaticFile:
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    packed = gzip.compress(body, 9, mtime=0) if kind.startswith(_PACKED) and len(body) > 200 else None
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    keep = _ASK_AGAIN if html else _FOREVER if _HASHED.search(path.name) else _A_WHILE
    charset = "; charset=utf-8" if kind.startswith("text/") else ""
    headers = [
        (b"content-type", f"{kind}{charset}".encode()),
        (b"cache-control", keep),
        (b"etag", tag.encode()),
        (b"vary", b"accept-encoding"),
    ]
    if for_all:
        headers += [(name.encode(), value.encode()) for name, value in _ANY_PAGE.items()]
    if html:
        headers.append((b"content-security-policy", policy(html).encode()))
    return StaticFile(body, packed if packed and len(packed) < len(body) else None, tag, headers)


def stamp_of(folder: Path) -> tuple[int, int]:
    """The stamp of a build: how many files it has, and when the last of them was written."""
    times = [path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    return len(times), max(times, default=0)


async def watch(
    folder: Path,
    current: Callable[[], Site],
    replace: Callable[[Site], None],
    every: float = 2.0,
    *,
    notices: Mapping[str, str] | None = None,
) -> None:
    """Take in a new build once nothing in it has changed for a while, so that a half-made one is never served."""
    before = current().stamp
    while True:
        await asyncio.sleep(every)
        try:
            now = await asyncio.to_thread(stamp_of, folder)
            if now == before != current().stamp:
                site = await asyncio.to_thread(load, folder, notices)
                if site.stamp == now and "/404.html" in site.files:
                    replace(site)
                    _log.info("site_taken_in", files=len(site.files))
            before = now
        except OSError:  # a file vanished while it was looked at: a build is going on
            _log.info("site_is_being_built")
