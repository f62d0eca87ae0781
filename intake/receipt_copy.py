"""The part of a form's last page where whoever sent it may have a copy of the receipt, by email or by text.

It shows no address, so that nobody who comes to the page later reads whose form it was.
"""

import asyncio
from contextlib import suppress
from datetime import datetime

import structlog

from community import casework
from community.book import BookUnavailable
from community.casework import CopySeen, WorkContext
from community.forms import Confirmation
from community.settings import Settings
from community.tables.vocabulary import ReachBy
from community.wording import joined, moment_words, say, wording

_log = structlog.get_logger(__name__)
ASKED = "copy"
"""The name of the button; its value is the way."""
FORMS = frozenset({"help_request", "volunteer"})


async def copy_html(here: WorkContext, sent: Confirmation) -> str:
    """The part as HTML: a button for each way, or what became of the copy; empty where there is none to be had."""
    if sent.form not in FORMS or not _may_be_on(here.settings):
        return ""
    with suppress(BookUnavailable):  # the receipt itself is shown whether or not the book can be asked
        return _html(await asyncio.to_thread(casework.see_copy, here, sent.reference))
    return ""


async def ask(here: WorkContext, sent: Confirmation, way: str) -> None:
    """Take one press of a button. What is no way, comes twice, or is not to be had, changes nothing.

    Raises BookUnavailable.
    """
    if sent.form not in FORMS or way not in wording().copy_by:
        return
    if await asyncio.to_thread(casework.ask_copy, here, sent.reference, ReachBy(way)):
        _log.info("copy_asked", form=sent.form, id=sent.reference, way=way)


def _may_be_on(settings: Settings) -> bool:
    return (settings.messages.email or settings.messages.text) and not settings.kept_in_sheet


def _html(seen: CopySeen) -> str:
    if seen.asked is not None:
        return f"{_heading(say('Your copy'))}<p>{_became(seen, seen.asked, seen.leaves)}</p>"
    if not seen.ways:
        return ""
    buttons = "".join(
        f'<button class="cc-button cc-button--secondary" type="submit" name="{ASKED}" value="{way}">'
        f"{wording().copy_by[way]}</button>"
        for way in seen.ways
    )
    to = joined([wording().copy_goes_to[way] for way in seen.ways], "or")
    sends = say(
        "We can send the reference, and by when we answer, to {to} that you gave us. Nothing that you wrote is in it.",
        to=to,
    )
    return (
        f"{_heading(say('A copy for you'))}<p>{sends}</p>"
        f'<form class="cc-form" method="post" accept-charset="utf-8"><div class="cc-actions">{buttons}</div></form>'
    )


def _heading(words: str) -> str:
    return f'<h2 id="{ASKED}">{words}</h2>'


def _became(seen: CopySeen, way: ReachBy, leaves: datetime | None) -> str:
    if seen.lost:
        return say("We could not send a copy. Please write down the reference, or print this page.")
    when = f" {say('It leaves us on {when}.', when=moment_words(leaves))}" if leaves else ""
    return say("If we can, we send a copy to {to} that you gave us.", to=wording().copy_goes_to[way]) + when
