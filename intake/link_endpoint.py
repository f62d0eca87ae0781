"""The endpoint of signed links: what somebody opens from a message, and what they answer there.

Only a POST of a page's own button decides anything. Whatever does not open (forged, cut off, run out, for another
purpose, taken back, about somebody who was erased) is one page with one status, after the same look into the book. A
link stands in no log and in no page: the pages name only what follows after it (`?to=yes`).

Posts from other sites are not refused, as they are for forms: there is no login that another site could use, and a
person who knows the link may answer. So our pages can ask browsers to tell the link to nobody (`no-referrer`).
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape
from urllib.parse import urlsplit

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from community import casework
from community.book import Book, BookUnavailable
from community.links import BadLink, read
from community.places import Places
from community.settings import Settings
from community.tables.link_purposes import Purpose
from intake.booking_page import serve_booking
from intake.confirm_newsletter_page import serve_confirmation
from intake.form_body import BodyRefused
from intake.form_body import read as read_body
from intake.form_page import Drawer
from intake.link_pages import ASKED, GoOn, LinkPage, LinkPages, LinkVisit
from intake.link_parts import ring_html
from intake.offer_page import serve_offer
from intake.proof_cookie import PROVED_FOR
from intake.rate_limits import Callers
from intake.resident_told_page import serve_resident_told
from intake.resident_voice_page import serve_resident_voice
from intake.security_headers import NO_STORE, Headers
from intake.stop_page import STOP, on_to_stop, serve_stop
from intake.visit_page import serve_visit

_log = structlog.get_logger(__name__)
PAGES: Mapping[Purpose, LinkPages] = {
    Purpose.BOOKING: serve_booking,
    Purpose.CONFIRM: serve_confirmation,
    Purpose.OFFER: serve_offer,
    Purpose.RESIDENT_TOLD: serve_resident_told,
    Purpose.RESIDENT_VOICE: serve_resident_voice,
    Purpose.STOP: serve_stop,
    Purpose.VISIT: serve_visit,
}
"""By purpose, what its links open."""
PURPOSES = {purpose.folder: purpose for purpose in PAGES}
"""The purposes by the first part of their address."""
PLACE = "link"
_COOKIE = "proved"
"""The name of the one cookie there is. Each link has its own, as its path is that link."""
HIDDEN: Headers = [(b"referrer-policy", b"no-referrer"), (b"x-robots-tag", b"noindex, nofollow")]
_NO_MESSAGE = ""
"""Looked up in the book for a link that does not open, so that it takes about as long as one that does."""
_REFUSED = {
    429: "Very much comes from your connection just now, so this page has stopped taking it.",
    503: "We can’t save anything at this moment. Nothing was kept. Wait a minute and try again.",
}


def are_on(settings: Settings) -> bool:
    """Whether links can have gone out: only behind a public address, whether by email, by text or by hand."""
    return settings.public_url is not None


@dataclass(frozen=True)
class LinkEndpoint:
    """Everything that the pages behind links need. `clock` gives the time now, with its zone."""

    settings: Settings
    book: Book
    places: Places
    keys: Sequence[str] = field(repr=False)
    callers: Callers
    clock: Callable[[], datetime]

    async def serve(self, request: Request, shell: Drawer, purpose: Purpose, token: str) -> Response:
        """The answer to a GET, HEAD or POST of one link's address."""
        try:
            posted = await self._posted(request, purpose)
        except BodyRefused as refusal:
            _log.warning("post_refused", status=refusal.status, purpose=purpose)
            return self._refuse(request, shell, refusal.status)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        asked = request.query_params.get(ASKED, "")
        # A HEAD has no page in which anything could be shown.
        cookie = "" if request.method == "HEAD" else request.cookies.get(_COOKIE, "")
        visit = LinkVisit(self._message(purpose, token), asked, posted, cookie)
        try:
            # Whoever booked asked for these messages themselves, and ends them by giving the place up.
            pages = serve_stop if asked == STOP and purpose != Purpose.BOOKING else PAGES[purpose]
            answer = await asyncio.to_thread(pages, self._here(), visit)
            if isinstance(answer, GoOn):
                return self._on(request, token, answer)
            other = pages not in (serve_stop, serve_booking) and not asked
            also = on_to_stop(pauses=purpose in (Purpose.OFFER, Purpose.VISIT)) if other else ""
            return self._show(request, shell, replace(answer, html=answer.html + also))
        except casework.LinkClosed:
            return self._closed(request, shell)
        except BookUnavailable:
            _log.error("book_unavailable", purpose=purpose)
            return self._refuse(request, shell, 503)

    async def _posted(self, request: Request, purpose: Purpose) -> dict[str, list[str]] | None:
        if request.method != "POST":
            return None
        if self.callers.absurd(request):
            raise BodyRefused(429)
        return await read_body(request, parts=purpose == Purpose.STOP)

    def _message(self, purpose: Purpose, token: str) -> str:
        try:
            return read(self.keys, purpose, token, self.clock()).message_id
        except BadLink:
            return _NO_MESSAGE

    def _here(self) -> casework.WorkContext:
        return casework.WorkContext(self.book, self.settings, casework.User("", None), self.places, self.clock)

    def _on(self, request: Request, token: str, on: GoOn) -> Response:
        query = f"?{ASKED}={on.asked}" if on.asked else ""
        answer = Response(status_code=303, headers={"location": f"{token}{query}"})
        if on.cookie is not None:
            public = urlsplit(self.settings.public_url or "")
            answer.set_cookie(
                _COOKIE,
                on.cookie,
                max_age=int(PROVED_FOR.total_seconds()),
                path=public.path + request.scope["path"],
                secure=public.scheme == "https",
                httponly=True,
                samesite="strict",
            )
        answer.raw_headers += NO_STORE
        return _hidden(answer)

    def _show(self, request: Request, shell: Drawer, page: LinkPage) -> Response:
        status, before = (422, "Error: ") if page.error else (200, "")
        return _hidden(shell.draw(request, page.html, status, heading=page.heading, lead="", before_title=before))

    def _closed(self, request: Request, shell: Drawer) -> Response:
        """The one page for all that does not open."""
        words = (
            "<p>It may be too old, or cut off, or we have taken back what we asked. You have done nothing wrong.</p>"
        )
        html = words + ring_html(self.settings.community)
        return _hidden(shell.draw(request, html, 404, heading="This link does not open any more", lead=""))

    def _refuse(self, request: Request, shell: Drawer, status: int) -> Response:
        words = escape(_REFUSED.get(status, "We can’t read that. Nothing was kept."))
        html = f'<div class="cc-callout" role="alert"><p>{words}</p></div>' + ring_html(self.settings.community)
        return _hidden(shell.draw(request, html, status, heading="Please ring us", lead="", before_title="Error: "))


def _hidden(answer: Response) -> Response:
    answer.raw_headers += HIDDEN
    return answer
