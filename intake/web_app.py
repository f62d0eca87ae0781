"""The web application: which address gives which answer, and the look-out for a newly built site."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from community import forms
from community.book import Book
from community.book.demo_flag import is_invented
from community.forms import Form, google
from community.forms.training_modules import training_modules
from community.links import link_keys
from community.places import Places
from community.runtime.secret_keys import secret_key
from community.settings import Settings
from community.wording import Language, in_language
from intake import concern_pages, static_site
from intake.confirmation_page import FIELD, LastPages
from intake.equality_page import ADDRESS as ABOUT_YOU
from intake.equality_page import EqualityPage
from intake.form_endpoint import FormEndpoint
from intake.form_page import Drawer, trial_html
from intake.form_state import Sealer
from intake.health_answer import Readiness
from intake.link_endpoint import PLACE, PURPOSES, LinkEndpoint, are_on
from intake.middleware import Guard, apology
from intake.module_endpoint import CERTIFICATE, ModuleEndpoint
from intake.rate_limits import Callers
from intake.search_page import ADDRESS as SEARCH
from intake.search_page import SearchPage
from intake.security_headers import NO_STORE, transport

# Where the forms are when the site has not been built; a built page with data-form says it itself.
ADDRESSES = {
    "help_request": "/get-help/ask/",
    "volunteer": "/volunteer/join/",
    "organisation": "/charter/sign/",
    "service": "/directory/tell-us/",
    "newsletter": "/newsletter/",
    "newsletter_stop": "/newsletter/stop/",
    "offer": "/directory/share/",
    "opportunity": "/volunteer/we-need-volunteers/",
    "enquiry": "/volunteer/interested/",
    "booking": "/training/book/",
    "referral": "/get-help/refer/",
    "complaint": "/put-it-right/tell-us/",
    "concern_adult": concern_pages.ADULT,
    "concern_child": "/safeguarding/child/",
    concern_pages.ABOUT_DIRECTOR: "/put-it-right/director/",
}

_LINK = re.compile(rf"/({'|'.join(PURPOSES)})/([^/]+)")


def _now() -> datetime:
    return datetime.now(UTC)


class Intake:
    """The service over one book and one built site."""

    def __init__(
        self,
        settings: Settings,
        book: Book,
        places: Places,
        *,
        built: Path | None = None,
        clock: Callable[[], datetime] = _now,
        full: Callable[[], bool] = lambda: False,
    ) -> None:
        """Read the site and the definitions. `full`: whether connections are turned away.

        Raises FormsError, BadKey, BookUnavailable.
        """
        self._settings, self._book, self._built = settings, book, built or settings.site / "build" / "site"
        self._demo = settings.demo or is_invented(book)
        self._forms = forms.load(settings) | forms.load(settings, forms.APART)
        self._abroad: dict[str, tuple[Language, dict[str, Form]]] = {}
        for code, spoken in settings.languages_on.items():
            with in_language(spoken):
                told = forms.load(settings)
            self._abroad[code] = spoken, {name: told[name] for name in forms.WAYS_IN}
        self._readiness = Readiness(book, [form.table for form in self._forms.values()], full)
        secret = secret_key(settings)
        self._callers = callers = Callers(trusted_proxy=settings.trusted_proxy, public_url=settings.public_url)
        last_pages = LastPages(secret, clock)
        seal = concern_pages.seal_here(settings, book)
        self._desk = FormEndpoint(
            settings, book, places, Sealer(secret), secret, callers, last_pages, clock, self._readiness, seal
        )
        links_on = are_on(settings)
        self._equality = EqualityPage(settings, book, callers, clock)
        self._modules = ModuleEndpoint(settings, book, link_keys(settings), callers, clock)
        self._links = LinkEndpoint(settings, book, places, link_keys(settings), callers, clock) if links_on else None
        self._notices = {"": self._notice(None)} | {code: self._notice(told[0]) for code, told in self._abroad.items()}
        self._take_in(static_site.load(self._built, self._notices))

    def app(self) -> Guard:
        """The application for a server."""
        routes = [
            Route("/health", self._health, methods=["GET"]),
            Route("/{path:path}", self._any, methods=["GET", "POST"]),
        ]
        tel = escape(self._settings.community.telephone)
        sorry = (
            '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Error: please ring us</title>'
            "<h1>Something went wrong on our side</h1>"
            f"<p>We don’t know whether this was kept. Please ring us: {tel}.</p>"
        )
        # Without our handler, Starlette would answer before the guard does, and leave out the number to ring.
        faults: dict[Any, Callable[[Request, Exception], Response | Awaitable[Response]]] = {
            Exception: lambda *_: apology(sorry.encode()),
            404: self._over_lines,
        }
        starlette = Starlette(routes=routes, lifespan=self._watching, exception_handlers=faults)
        return Guard(starlette, headers=transport(self._settings.public_url), sorry=sorry.encode())

    def _notice(self, spoken: Language | None) -> str:
        """On every page over the invented town: somebody may come by a link, and take it for a place to get help."""
        with in_language(spoken):
            return f'<div class="wrap">{trial_html(self._settings.community)}</div>' if self._demo else ""

    def _take_in(self, built: static_site.Site) -> None:
        self._site, self._drawers = built, self._drawn(built, self._forms)
        for code, (spoken, asked) in self._abroad.items():
            with in_language(spoken):
                self._drawers |= self._drawn(built, asked, f"/{code}")
        self._module_at, self._module_shells = self._modules_in(built)
        frame = next((html for html in built.pages.values() if f'data-form="{PLACE}"' in html), None)
        self._link_page = Drawer.of_links(frame, PLACE, self._settings.community, notice=self._notices[""])
        self._search = SearchPage.of(built, self._callers, self._notices[""])

    def _drawn(
        self, built: static_site.Site, asked: Mapping[str, Form], below: str = ""
    ) -> dict[str, tuple[Form, Drawer]]:
        """By address, each form of one language with its page: built, or a plain one."""
        drawers: dict[str, tuple[Form, Drawer]] = {}
        for address, html in built.pages.items():
            if self._code_of(address) == below[1:]:
                for form in asked.values():
                    with suppress(ValueError):
                        drawers[address] = (form, self._drawer(html, form))
        there = {form.form for form, _ in drawers.values()}
        for name, form in asked.items():
            if name not in there and name in ADDRESSES:
                drawers[below + ADDRESSES[name]] = (form, self._drawer(None, form))
        return drawers

    def _code_of(self, address: str) -> str:
        """The code of the language of this address; empty for English."""
        code = address.split("/")[1] if address.startswith("/") else ""
        return code if code in self._abroad else ""

    def _modules_in(self, built: static_site.Site) -> tuple[dict[str, str], dict[str, Drawer]]:
        """By address, the module of training, or the form that checks a certificate; and by that, its page."""
        at: dict[str, str] = {}
        shells: dict[str, Drawer] = {}
        for address, html in built.pages.items():
            for name in (*training_modules(), CERTIFICATE):
                with suppress(ValueError):
                    shells[name] = Drawer.of_module(html, name, self._settings.community, demo=self._demo)
                    at[address] = name
        return at, shells

    def _drawer(self, html: str | None, form: Form) -> Drawer:
        return Drawer.of_form(html, form, self._settings.community, demo=self._demo)

    async def _any(self, request: Request) -> Response:
        abroad = self._abroad.get(self._code_of(request.scope["path"]))
        with in_language(abroad[0] if abroad else None):
            return await self._answer(request)

    async def _answer(self, request: Request) -> Response:
        path = request.scope["path"]
        if found := self._drawers.get(path):
            if forms.is_off(found[0], self._settings):
                status = 410 if request.method == "POST" else 200
                return found[1].draw(request, forms.closed_html(found[0], self._settings.community), status)
            where = None if self._demo else google.address(found[0], self._settings)
            # People who had already begun our own form are still led to its end.
            if where and request.method != "POST" and FIELD not in request.query_params:
                told = google.link_html(found[0], where) + google.ring_html(self._settings.community)
                return found[1].draw(request, told)
            return await self._desk.serve(request, *found)
        if module := self._module_at.get(path):
            return await self._modules.serve(request, module, self._module_shells)
        if path == ABOUT_YOU and self._settings.impact.ask_equality:
            return await self._equality.serve(request, self._link_page)
        if self._links and (link := _LINK.fullmatch(path)):
            return await self._links.serve(request, self._link_page, PURPOSES[link[1]], link[2])
        if self._search and f"{path.rstrip('/')}/" == SEARCH:
            return await self._search.serve(request)
        if request.method == "POST":
            return Response("Nothing can be sent to this address.", 405, {"allow": "GET, HEAD"}, "text/plain")
        if f"{path}/" in self._drawers:
            return Response(status_code=308, headers={"location": f"{path}/"})
        return self._site.get(request)

    async def _over_lines(self, request: Request, _: Exception) -> Response:
        """The answer to an address with a line break in it, which no route matches."""
        return await self._any(request)

    async def _health(self, _: Request) -> Response:
        if trouble := await self._readiness.trouble():
            return JSONResponse(trouble, 503, dict(_text(NO_STORE)))
        told = {"book": "ok", "site": "built" if self._site.files else "not built", "forms": sorted(self._forms)}
        return JSONResponse(told, headers=dict(_text(NO_STORE)))

    @asynccontextmanager
    async def _watching(self, _: Starlette) -> AsyncIterator[None]:
        watcher = asyncio.create_task(
            static_site.watch(self._built, lambda: self._site, self._take_in, notices=self._notices)
        )
        try:
            yield
        finally:
            watcher.cancel()
            with suppress(asyncio.CancelledError):
                await watcher


def _text(headers: list[tuple[bytes, bytes]]) -> list[tuple[str, str]]:
    return [(name.decode(), value.decode()) for name, value in headers]
