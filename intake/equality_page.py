"""The page of questions about equality: asked apart from every form, without a name, and kept where nobody is named."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from community.book import Book, BookUnavailable
from community.book.equality_answers import take_equality_answers
from community.forms.equality_questions import GROUPS, WHO, answers_given, equality_questions
from community.settings import Settings
from community.tables.canonical import LONDON
from community.tables.ids import mint_long
from community.wording import language_here
from intake.form_body import BodyRefused, read
from intake.form_page import Drawer
from intake.link_parts import errors_html, hidden_html, pick_html, ring_html
from intake.rate_limits import Callers

_log = structlog.get_logger(__name__)
ADDRESS = "/about-you/"
"""As deep as the page for links, into which the questions are drawn."""
_TITLE, _LEAD = "Do we reach everybody?", "A few questions about you, without your name. Only if you like."
_WHY = (
    "<p>We want to help everybody here, and to have volunteers from everywhere. We only see whether we do if some "
    "people tell us a little about themselves.</p><ul>"
    "<li><strong>We don’t ask who you are.</strong> No name, no address, and of the day only the month is kept.</li>"
    "<li><strong>Each answer is kept alone.</strong> Nobody can see which answers came together.</li>"
    "<li><strong>Small numbers are hidden.</strong> We read the counts of whole months, and none from 1 to 4.</li>"
    "<li><strong>It changes nothing for you.</strong> You get the same help if you answer nothing.</li></ul>"
)
_KEY = "key"
INVITED = frozenset({"help_request", "volunteer"})
"""The forms whose last page asks for answers."""
_THANKS = (
    "<p>Your answers are counted, and nobody can tell that they were yours. There is no number to keep.</p>"
    '<p><a href="/">On to the first page</a></p>'
)


def invitation_html(settings: Settings, form: str) -> str:
    """What the last page of a form says about the questions; nothing where they are not asked."""
    if not settings.impact.ask_equality or form not in INVITED or language_here():  # they are asked in English only
        return ""
    group = "asked" if form == "help_request" else "volunteer"
    return (
        "<h2>Do we reach everybody?</h2><p>Only if you like: answer "
        f'<a href="{ADDRESS}?{WHO}={group}">{len(equality_questions())} short questions about yourself</a>. '
        "We don’t ask who you are, and the answers never come together with what you sent us.</p>"
    )


@dataclass(frozen=True)
class EqualityPage:
    """Everything that the questions need. `clock` gives the time now, with its zone."""

    settings: Settings
    book: Book
    callers: Callers
    clock: Callable[[], datetime]

    async def serve(self, request: Request, shell: Drawer) -> Response:
        """The answer to a GET or POST of the page."""
        if request.method != "POST":
            told = {WHO: request.query_params.get(WHO, "")}
            return shell.draw(request, _WHY + _questions_html(told, mint_long()), heading=_TITLE, lead=_LEAD)
        try:
            if not self.callers.ours(request):
                raise BodyRefused(403)
            if self.callers.absurd(request) or self.callers.too_many(request):
                raise BodyRefused(429)
            posted = {name: values[0] for name, values in (await read(request)).items() if values}
        except BodyRefused as refusal:
            _log.warning("post_refused", status=refusal.status, place="about_you")
            return self._sorry(request, shell, refusal.status)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        key = posted.get(_KEY) or mint_long()
        if posted.get(WHO) not in GROUPS:
            html = _questions_html(posted, key, {WHO: "Choose what you are here as"})
            return shell.draw(request, html, 422, heading=_TITLE, lead=_LEAD, before_title="Error: ")
        month = self.clock().astimezone(LONDON).strftime("%Y-%m")
        given = answers_given(posted)
        try:
            await asyncio.to_thread(
                self.book.remember, lambda connection: take_equality_answers(connection, given, month, key)
            )
        except BookUnavailable:
            _log.error("book_unavailable", place="about_you")
            return self._sorry(request, shell, 503)
        return shell.draw(request, _THANKS, heading="Thank you", lead="")

    def _sorry(self, request: Request, shell: Drawer, status: int) -> Response:
        html = f"<p>Nothing was kept. You may leave it at that.</p>{ring_html(self.settings.community)}"
        return shell.draw(request, html, status, heading="That did not work", lead="", before_title="Error: ")


def _questions_html(posted: Mapping[str, str], key: str, missing: Mapping[str, str] | None = None) -> str:
    """The questions, with what was chosen before."""
    wrong = missing or {}
    who = pick_html(WHO, "What are you here as?", GROUPS, picked=posted.get(WHO, ""), error=wrong.get(WHO, ""))
    asked = "".join(
        pick_html(name, escape(each.ask), each.lines, picked=posted.get(name, ""))
        for name, each in equality_questions().items()
    )
    return (
        f"{errors_html(wrong)}<h2>The questions</h2>"
        '<form class="cc-form" method="post" novalidate accept-charset="utf-8">'
        f"{hidden_html(_KEY, key)}{who}<p>Leave out what you like.</p>{asked}"
        '<div class="cc-actions"><button class="cc-button" type="submit">Send my answers</button></div></form>'
    )
