"""The endpoint of training on demand: it marks a module's questions, gives the certificate, and checks a code."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from community.book import Book, BookUnavailable
from community.casework import User, WorkContext, training
from community.forms.training_modules import TrainingModule, mark, training_modules, unanswered_questions
from community.identity import folded_words
from community.links import make_code, read_certificate
from community.settings import Settings
from community.tables.canonical import LONDON
from community.tables.ids import mint_long
from intake import module_page
from intake.form_body import BodyRefused, read
from intake.form_page import Drawer
from intake.link_parts import ring_html
from intake.module_page import CODE, KEY, NAME, REFERENCE
from intake.rate_limits import Callers

_log = structlog.get_logger(__name__)
CERTIFICATE = "certificate"
"""The place of the form that checks a code."""
_LONGEST = 200
"""A longer name is cut: it stands on a certificate."""


@dataclass(frozen=True)
class ModuleEndpoint:
    """Everything that modules need. `clock` gives the time now, with its zone."""

    settings: Settings
    book: Book
    keys: Sequence[str] = field(repr=False)
    callers: Callers
    clock: Callable[[], datetime]

    async def serve(self, request: Request, place: str, shells: Mapping[str, Drawer]) -> Response:
        """The answer to a GET or POST of a module's page, or of the page that checks a code.

        `shells`: by place, the pages there are. Whoever has passed is shown a page without all that there was to read.
        """
        shell = shells[place]
        try:
            posted = await self._posted(request)
        except BodyRefused as refusal:
            _log.warning("post_refused", status=refusal.status, place=place)
            html = f"<p>Nothing was kept. Go back, and try again.</p>{ring_html(self.settings.community)}"
            return shell.draw(request, html, refusal.status, heading="Please ring us", lead="", before_title="Error: ")
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        if place == CERTIFICATE:
            return self._check(request, shell, posted)
        return await self._module(request, place, shell, shells.get(CERTIFICATE, shell), posted)

    async def _posted(self, request: Request) -> dict[str, str] | None:
        if request.method != "POST":
            return None
        if not self.callers.ours(request):
            raise BodyRefused(403)
        if self.callers.absurd(request):
            raise BodyRefused(429)
        told = await read(request)
        return {name: values[0].strip()[:_LONGEST] for name, values in told.items() if values}

    async def _module(
        self, request: Request, name: str, shell: Drawer, passed: Drawer, posted: dict[str, str] | None
    ) -> Response:
        module = training_modules()[name]
        if posted is None:
            return shell.draw(request, module_page.questions_html(module, {}, mint_long(), []))
        key = posted.get(KEY) or mint_long()
        if missing := unanswered_questions(module, posted):
            html = module_page.questions_html(module, posted, key, missing)
            return shell.draw(request, html, 422, before_title="Error: ")
        marked = mark(module, posted)
        if not marked.passed:
            html = module_page.again_html(module, marked) + module_page.questions_html(module, posted, key, [])
            return shell.draw(request, html)
        certificate = await self._certified(request, name, module, posted, key, marked.score)
        html = module_page.passed_html(module, marked, certificate, self.settings.community)
        return passed.draw(request, html, heading=f"You passed: {module.name}", lead="")

    async def _certified(
        self, request: Request, name: str, module: TrainingModule, posted: dict[str, str], key: str, score: int
    ) -> str:
        """The certificate, after it was written down who passed; nothing where no name was given."""
        who = " ".join(posted.get(NAME, "").split())
        if not (one_form := " ".join(folded_words(who))):
            return ""
        try:
            await asyncio.to_thread(
                training.record_module,
                self._here(),
                name,
                module.name,
                key=key,
                name=who,
                reference=posted.get(REFERENCE, ""),
                score=score,
                too_many=self.callers.too_many(request),
            )
            _log.info("module_passed", module=name)
        except BookUnavailable:
            _log.error("book_unavailable", module=name)
        day = self.clock().astimezone(LONDON).date()
        code = make_code(self.keys, module.letters, day, one_form)
        where = f"{self.settings.public_url or ''}{module_page.CHECK}"
        return module_page.certificate_html(module, who, day, code, self.settings.community, where)

    def _check(self, request: Request, shell: Drawer, posted: dict[str, str] | None) -> Response:
        told = posted or {}
        code, who = told.get(CODE, ""), told.get(NAME, "")
        if posted is None:
            return shell.draw(request, module_page.check_form("", ""))
        asked = {CODE: ("The code is missing", code), NAME: ("The name is missing", who)}
        if missing := {name: words for name, (words, given) in asked.items() if not given}:
            return shell.draw(request, module_page.check_form(code, who, missing=missing), 422, before_title="Error: ")
        said = read_certificate(self.keys, code, " ".join(folded_words(who)))
        module = next((each for each in training_modules().values() if said and each.letters == said[0]), None)
        found = module_page.unknown_html(self.settings.community)
        if said and module:
            found = module_page.certificate_found_html(module, said[1])
        return shell.draw(request, module_page.check_form(code, who, found))

    def _here(self) -> WorkContext:
        return WorkContext(self.book, self.settings, User("", None), clock=self.clock)
