"""What a page says besides, once, after a volunteer's report: thanks, whom to ring, and when somebody is there."""

from enum import StrEnum
from html import escape

from community import concerns
from community.casework import WorkContext
from community.settings.response_promise import is_open, opens
from community.wording import moment_words
from intake.concern_pages import ADULT
from intake.form_page import number_html


class ReportNote(StrEnum):
    """What a page may say besides, once, after a report."""

    THANKS = "thanks"
    WORRY = "worry"
    LATE_WORRY = "late-worry"
    DOOR = "door"
    CALLED_OFF = "called-off"
    NOT_THEN = "not-then"
    RING = "ring"
    UNTAKEN = "untaken"


def notes_html(context: WorkContext, asked: str) -> str:
    """What a page says besides, after a report; nothing where none was just sent."""
    match asked:
        case ReportNote.THANKS:
            words = "<strong>Thank you. We have written it down.</strong>"
        case ReportNote.WORRY | ReportNote.LATE_WORRY:
            words = (
                "<strong>Thank you. We ring you about your worry.</strong> If they are in danger now, ring 999 first."
                f"{when_shut(context)}"
            )
            there = "<p>We have written down that you were there.</p>" if asked == ReportNote.WORRY else ""
            return _note_html(words, harm_link(context) + there)
        case ReportNote.DOOR:
            words = (
                "<strong>Thank you. We find out whether they are safe.</strong> Please ring us as well. If you think "
                f"that they are in danger, ring 999 now.{when_shut(context)}"
            )
        case ReportNote.CALLED_OFF:
            words = (
                "<strong>Thank you for telling us. It is called off.</strong> We ring them if they expect you."
                f"{_mistaken(context)}"
            )
        case ReportNote.NOT_THEN:
            words = (
                "<strong>Thank you for telling us. You are not expected that day.</strong> We tell them. After that it "
                f"goes on, or on the day that you agree with them.{_mistaken(context)}"
            )
        case ReportNote.RING:
            words = "<strong>Please ring us about this.</strong> Something has changed since we wrote to you."
        case ReportNote.UNTAKEN:
            words = (
                "<strong>We have not taken what you sent.</strong> The help has ended or changed since you opened the "
                f"page. If you think that they are in danger, ring <strong>999</strong> first. Then ring us on "
                f"{number_html(context.settings.community)}{_when_open(context)}, and tell us."
            )
        case _:
            return ""
    return _note_html(words)


def _note_html(words: str, below: str = "") -> str:
    return f'<div class="cc-note" role="status"><p>{words}</p>{below}</div>'


def _mistaken(context: WorkContext) -> str:
    """What somebody does who touched a button that they did not mean."""
    return f" Touched by mistake? Ring us on {number_html(context.settings.community)}{_when_open(context)}."


def harm_link(context: WorkContext) -> str:
    """Where a harm is reported at once; nothing where nobody receives such reports here."""
    if not concerns.is_received(context.settings):
        return ""
    return f'<p><a href="..{escape(ADULT)}">Does somebody harm or neglect them? Tell our safeguarding lead</a></p>'


def _when_open(context: WorkContext) -> str:
    community, now = context.settings.community, context.clock()
    return " now" if is_open(community, now) else f" after {moment_words(opens(community, now))}"


def when_shut(context: WorkContext) -> str:
    """Nothing while somebody is there to ring; else when that is."""
    community, now = context.settings.community, context.clock()
    if is_open(community, now):
        return ""
    return f" We are shut now and ring after {moment_words(opens(community, now))}. Don’t wait for us."
