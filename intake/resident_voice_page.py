"""What the link opens by which a resident is asked how it was: one form, and then our thanks.

Nothing in it is chosen at first, so that a program that sends the form as it finds it says nothing. What people typed
stays where it is until it is written down.
"""

from dataclasses import dataclass, field
from html import escape
from typing import Self

import structlog

from community import casework
from community.casework import Voice, VoiceAsked, WorkContext
from community.settings import Settings
from community.tables.message_codes import MayPublish
from community.wording import first_upper, wording
from intake.form_page import number_html
from intake.link_pages import GoOn, LinkPage, LinkVisit
from intake.link_parts import (
    choice_html,
    first_ring_html,
    large_html,
    note_html,
    pick_html,
    ring_html,
    summary_html,
    words_html,
    worried_html,
)

_log = structlog.get_logger(__name__)
SCORE, AGAIN, WORDS, PRINT = "score", "again", "words", "print"
"""The names of the fields."""
UNHAPPY, ASKED_AGAIN = "unhappy", "asked-again"
"""What the thanks say besides, once."""
_TOO_FAST = (
    '<div class="cc-note" role="status"><p><strong>We have not written this down yet.</strong> It came so fast that a '
    "program may have sent it. Please wait a quarter of a minute, and press Send once more.</p></div>"
)
_NOTES = {
    UNHAPPY: "We are sorry that it was not good. Somebody gets in touch with you about it.",
    ASKED_AGAIN: "We ask whether they can help you again, and get in touch with you.",
}


@dataclass(frozen=True)
class _Typed:
    """The form as it was filled in."""

    score: str = ""
    again: bool = False
    words: str = field(default="", repr=False)
    may_print: str = ""

    @classmethod
    def of(cls, visit: LinkVisit) -> Self:
        """What came along. Browsers send each line break as two signs; that is no more than one letter."""
        words = visit.sent(WORDS).replace("\r\n", "\n")
        return cls(visit.sent(SCORE), visit.ticked(AGAIN), words, visit.sent(PRINT))

    @property
    def voice(self) -> Voice:
        """What it says. Whatever is none of our lines counts as not touched."""
        return Voice(
            int(self.score) if self.score in wording().score else None,
            self.words,
            MayPublish(self.may_print) if self.may_print in set(MayPublish) else MayPublish.NO,
            self.again,
        )


def serve_resident_voice(context: WorkContext, visit: LinkVisit) -> LinkPage | GoOn:
    """The form, our thanks, or the way on to them."""
    asked, settings = casework.see_voice(context, visit.message_id), context.settings
    if asked.given:
        return _thanks(asked, settings, visit.asked) if visit.posted is None else GoOn()
    if visit.posted is None:
        return _form(asked, settings, _Typed())
    typed = _Typed.of(visit)
    voice = typed.voice
    try:
        is_kept = casework.give_voice(context, visit.message_id, voice)
    except casework.LinkClosed:
        raise
    except casework.NotNow as refusal:
        return _form(asked, settings, typed, wrong=str(refusal))
    _log.info("voice_given", message=visit.message_id, kept=is_kept)
    if not is_kept:
        return _form(asked, settings, typed, too_fast=True)
    if voice.is_unhappy:
        return GoOn(UNHAPPY)
    return GoOn(ASKED_AGAIN if voice.again else "")


def _form(asked: VoiceAsked, settings: Settings, typed: _Typed, *, wrong: str = "", too_fast: bool = False) -> LinkPage:
    who = escape(asked.who or "the same volunteer")
    at_words = bool(typed.words.strip())
    number = number_html(settings.community)
    hint = f"We don’t read this at once. If it can’t wait, or something worries you, ring us on {number}."
    fields = (
        pick_html(SCORE, "How was it?", wording().score, picked=typed.score, error="" if at_words else wrong)
        + choice_html(
            AGAIN,
            f"I would like {who} to help me again",
            ticked=typed.again,
            hint="We then ask them. It depends on the time they have.",
        )
        + words_html(
            WORDS,
            "Is there anything you would like to say?",
            typed=typed.words,
            hint=hint,
            error=wrong if at_words else "",
        )
        + pick_html(
            PRINT,
            "May we print what you say?",
            wording().may_print,
            picked=typed.may_print,
            hint="On our website or on paper, to show others how it is. If you touch nothing, we don’t print it.",
        )
    )
    form = (
        f'<form class="cc-form" method="post" novalidate accept-charset="utf-8">{fields}<div class="cc-actions">'
        '<button class="cc-button" type="submit">Send</button></div></form>'
    )
    missing = summary_html(WORDS if at_words else SCORE, wrong) if wrong else ""
    html = (
        f"{missing}{_TOO_FAST if too_fast else ''}{first_ring_html(settings.community)}"
        f"<p>{_helped(asked)} You need not answer everything.</p>"
        f"{form}{worried_html(settings)}{ring_html(settings.community)}"
    )
    return LinkPage("How was it?", large_html(html), bool(wrong))


def _thanks(asked: VoiceAsked, settings: Settings, also: str) -> LinkPage:
    words = f"<p>{_helped(asked)} You have told us how it was.</p>"
    html = f"{note_html(_NOTES, also)}{words}{worried_html(settings)}{ring_html(settings.community)}"
    return LinkPage("Thank you", large_html(html))


def _helped(asked: VoiceAsked) -> str:
    task = f": {asked.task}" if asked.task else ""
    return escape(f"{first_upper(asked.who or 'one of our volunteers')} helped you{task}.")
