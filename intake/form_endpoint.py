"""The endpoint that shows forms and accepts them: one address, GET and POST."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from urllib.parse import quote

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from community import casework
from community.book import Book, BookUnavailable, Erased, Fault
from community.casework import User, WorkContext, training
from community.casework.newsletter import settle_newsletter
from community.concerns import Seal
from community.forms import Form, above_html, check_html, confirmation, done_html, page_html
from community.places import Places
from community.settings import Community, Settings
from community.settings.duty_hours import somebody_hears
from community.tables import ids
from community.tables.canonical import Value
from community.tables.duty_reasons import DutyReason
from community.tables.flags import Flag
from community.tables.row_types import ComplaintRow, SubscriberRow
from community.wording import language_here, say, written_in
from intake import askable_roles, bookable_sessions, concern_pages, duty_word, receipt_copy
from intake.confirmation_page import FIELD, LastPages
from intake.equality_page import invitation_html
from intake.form_body import BodyRefused, read
from intake.form_choices import CHOSEN, FormChoice, choose_html
from intake.form_flow import Send, Show, first, step
from intake.form_page import Drawer
from intake.form_refusals import not_sent, refused_html
from intake.form_state import FormState, Sealer
from intake.health_answer import Readiness
from intake.rate_limits import Callers
from intake.security_headers import NO_STORE
from intake.submissions import send

_log = structlog.get_logger(__name__)
_ABOUT = {each.FORM: each for each in (bookable_sessions, askable_roles)}
"""By form, where the records stand that it may be about; one of them has to be chosen before it is filled in."""


@dataclass(frozen=True)
class FormEndpoint:
    """Everything that forms need. `clock` gives the time now, with its zone."""

    settings: Settings
    book: Book
    places: Places
    sealer: Sealer
    secret: str = field(repr=False)
    callers: Callers
    last_pages: LastPages
    clock: Callable[[], datetime]
    readiness: Readiness
    seal: Seal | None = field(default=None, repr=False)
    """Seals safeguarding concerns; None where they are not received here."""

    @property
    def community(self) -> Community:
        """The community whose forms these are."""
        return self.settings.community

    async def serve(self, request: Request, form: Form, shell: Drawer) -> Response:
        """The answer to a GET or POST of this form's address."""
        if concern_pages.is_concern(form) and not concern_pages.is_open_here(self.settings, form, self.seal):
            return shell.draw(request, concern_pages.off(self.settings, form))
        sealed = request.query_params.get(FIELD)
        if request.method != "POST":
            if sealed:
                return await self._done(request, form, shell, sealed)
            chosen = request.query_params.get(CHOSEN)
            if form.form in _ABOUT:
                return await self._choose(request, form, shell, chosen)
            return self._show(request, form, shell, first(form, self.clock(), chosen))
        try:
            told = await self._read(request)
        except BodyRefused as refusal:
            _log.warning("post_refused", status=refusal.status, form=form.form)
            return self._refuse(request, shell, refusal.status)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        if sealed:
            return await self._copy(request, form, shell, sealed, told)
        state = self.sealer.open(next(iter(told.get("state", ())), ""))
        too_many = told.get("to") != ["send"] and self._many(request, state, form)
        flags = [Flag.TOO_MANY] * too_many + [written_in(spoken.code) for spoken in [language_here()] if spoken]
        shown = step(form, state, told, places=self.places, now=self.clock(), flags=flags)
        if form.form in _ABOUT:
            return await self._about(request, form, shell, shown)
        if isinstance(shown, Show):
            return self._show(request, form, shell, shown)
        return await self._send(request, form, shell, shown.state)

    async def _choose(self, request: Request, form: Form, shell: Drawer, chosen: str | None) -> Response:
        """The form about the record that was chosen; without one, the records to choose from."""
        try:
            found = await _ABOUT[form.form].choices(self._here())
        except BookUnavailable:
            return self._refuse(request, shell, 503)
        about = ids.check(chosen or "") or ""
        if about not in found:
            return shell.draw(request, self._others(form, found, gone=chosen is not None))
        return self._show(request, form, shell, first(form, self.clock(), about=about), above=found[about].above)

    async def _about(self, request: Request, form: Form, shell: Drawer, shown: Show | Send) -> Response:
        """One step of such a form: what it shows stands below the record, as long as that may be asked for."""
        try:
            found = await _ABOUT[form.form].choices(self._here())
        except BookUnavailable:
            return self._refuse(request, shell, 503)
        about = found.get(shown.state.about or "")
        if about is None:
            return shell.draw(request, self._others(form, found, gone=True), 409)
        if isinstance(shown, Show):
            return self._show(request, form, shell, shown, above=about.above)
        answer = await self._send(request, form, shell, shown.state, about=about.columns, above=about.above)
        if form.form == bookable_sessions.FORM:
            with suppress(BookUnavailable):  # it is on disk; the worker gives the place where this could not
                await asyncio.to_thread(training.fill_places, self._here(), str(shown.state.about))
        return answer

    def _others(self, form: Form, found: Mapping[str, FormChoice], *, gone: bool) -> str:
        kind = _ABOUT[form.form]
        return choose_html(found.values(), self.community, none=kind.NONE, gone=kind.GONE if gone else "")

    async def _read(self, request: Request) -> dict[str, list[str]]:
        if not self.callers.ours(request):
            raise BodyRefused(403)
        if self.callers.absurd(request):
            raise BodyRefused(429)
        return await read(request)

    def _many(self, request: Request, state: FormState | None, form: Form) -> bool:
        # Counted once for each form, on the way from its last page.
        return state is not None and state.page == form.shown(state.answers)[-1].page and self.callers.too_many(request)

    async def _send(
        self,
        request: Request,
        form: Form,
        shell: Drawer,
        state: FormState,
        about: Mapping[str, Value] | None = None,
        above: str = "",
    ) -> Response:
        try:
            sent = await send(self.book, form, state, now=self.clock(), secret=self.secret, seal=self.seal, about=about)
        except BookUnavailable:
            _log.error("book_unavailable", form=form.form)
            self.readiness.refused()
            problem = not_sent(503, self.community)
            return self._show(request, form, shell, Show(state, None, problem=problem), 503, above)
        except Fault as fault:
            _log.error("not_kept", form=form.form, kind=str(fault))
            problem = not_sent(500, self.community)
            return self._show(request, form, shell, Show(state, None, problem=problem), 500, above)
        except Erased:
            _log.info("erased_before", form=form.form)
            problem = not_sent(409, self.community)
            return self._show(request, form, shell, Show(state.anew(), None, problem=problem), 409, above)
        self.readiness.kept()
        if form.table == SubscriberRow.TABLE:
            with suppress(BookUnavailable):  # it is on disk, and seen to with the next that comes
                await asyncio.to_thread(settle_newsletter, self._here())
        if concern_pages.is_concern(form):
            # No address leads back to it, so the browser's history shows nothing.
            there = await duty_word.tells(self.settings, self.book, DutyReason.CONCERN, sent.came)
            html = concern_pages.done(self.settings, form, sent.reference, sent.values, sent.came, worker=there)
            return shell.draw(request, html, heading=form.done.title, lead="")
        marks = ("twice",) if sent.twice else ()
        where = self.last_pages.address(confirmation(form, sent.values, sent.reference, sent.came, marks))
        return _to_last_page(where)

    async def _done(self, request: Request, form: Form, shell: Drawer, sealed: str) -> Response:
        """The last page. It has its own address, so reloading it or coming back to it does not send the form again."""
        sent = self.last_pages.read(sealed, form.form)
        if sent is None:
            return self._refuse(request, shell, 410)
        now = self.clock()
        hears = form.cannot_wait and somebody_hears(self.settings, DutyReason.URGENT_REQUEST, now)
        told = hears and await duty_word.tells(self.settings, self.book, DutyReason.URGENT_REQUEST, now)
        due = casework.told_we_have_it(self.settings, sent.came) if form.table == ComplaintRow.TABLE else None
        html = done_html(form, sent, community=self.community, now=now, on_duty=told, due=due)
        html += await receipt_copy.copy_html(self._here(), sent)
        html += invitation_html(self.settings, form.form)
        title = form.done.given(sent.codes).title
        if form.form == bookable_sessions.FORM:
            with suppress(BookUnavailable):
                title, stands = await bookable_sessions.stands_html(self._here(), sent.reference) or (title, "")
                html = stands + html
        return shell.draw(request, html, heading=title, lead="")

    async def _copy(
        self, request: Request, form: Form, shell: Drawer, sealed: str, posted: dict[str, list[str]]
    ) -> Response:
        """The answer to the button that asks for a copy: back to the last page, so that a reload asks for nothing."""
        sent = self.last_pages.read(sealed, form.form)
        if sent is None:
            return self._refuse(request, shell, 410)
        try:
            await receipt_copy.ask(self._here(), sent, next(iter(posted.get(receipt_copy.ASKED, ())), ""))
        except BookUnavailable:
            _log.error("book_unavailable", form=form.form)
            return self._refuse(request, shell, 503)
        # The same address as before: a new one would be shown for longer.
        return _to_last_page(f"./?{FIELD}={quote(sealed)}#{receipt_copy.ASKED}")

    def _here(self) -> WorkContext:
        return WorkContext(self.book, self.settings, User("", None), self.places, self.clock)

    def _show(
        self, request: Request, form: Form, shell: Drawer, show: Show, status: int = 200, above: str = ""
    ) -> Response:
        sealed = self.sealer.seal(show.state)
        kept = not concern_pages.is_concern(form)  # in the browser, for its own Back
        before_title = _error() if show.errors or show.problem else ""
        draw = partial(shell.draw, request, before_title=before_title, on_the_way=kept)
        shown = [page.page for page in form.shown(show.state.answers)]
        above += above_html(form, show.page, show.state.answers, self.community, self.clock())
        if concern_pages.is_concern(form):
            above = concern_pages.above(self.settings, form) + above
        if show.page is None:
            html = above + check_html(form, show.state.answers, state=sealed, problem=show.problem)
            return draw(html, status, heading=say("Check your answers"), lead=form.title, back=True)
        asked = page_html(form, show.page, show.state.answers, errors=show.errors, state=sealed, problem=show.problem)
        html = above + asked
        status = 422 if show.errors else status
        if show.page.page == shown[0]:
            # The first part keeps the form's own heading and lead, so how many there are stands below them.
            parts = say("Part {number} of {all}", number=1, all=len(shown))
            return draw((f"<p>{parts}</p>" if len(shown) > 1 else "") + html, status)
        number = shown.index(show.page.page) + 1 if show.page.page in shown else 1
        lead = say("{form}: part {number} of {all}", form=form.title, number=number, all=len(shown))
        return draw(html, status, heading=show.page.given(show.state.answers).title, lead=lead, back=True)

    def _refuse(self, request: Request, shell: Drawer, status: int) -> Response:
        title, html = refused_html(status, self.community)
        return shell.draw(request, html, status, heading=title, lead="", before_title=_error())


def _error() -> str:
    return f"{say('Error:')} "


def _to_last_page(address: str) -> Response:
    answer = Response(status_code=303, headers={"location": address})
    answer.raw_headers += NO_STORE
    return answer
