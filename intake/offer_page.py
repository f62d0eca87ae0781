"""What the link of an offer shows, state by state, and the second page of each answer. No script, and no name.

An answer takes two pages: the first leads on by a link, the second has a box to tick, empty at first, and a button.
Mail gateways open links, and some press buttons; the box they leave as it is (docs/adr/0014-answers-by-link.md).
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

import structlog

from community import casework
from community.casework import OfferSeen, OfferState, WorkContext
from community.settings import Settings
from community.tables.message_codes import OfferAnswer
from community.wording import first_upper, moment_words, spoken
from intake.form_page import number_html
from intake.link_pages import ASKED, GoOn, LinkPage, LinkVisit
from intake.link_parts import (
    BUTTON,
    IT_IS_YOU,
    TICK,
    answer_form,
    box_html,
    facts_html,
    hidden_html,
    is_touched,
    note_html,
    pick_html,
    ring_html,
    summary_html,
    touch_form,
)

_log = structlog.get_logger(__name__)
WHY, WHEN = "why", "when"
"""The names in the form of the reason, and of the time and place that somebody says yes to."""
DOUBTED, RESTED, RING = "doubted", "rested", "ring"
"""What a page may say besides, once, after an answer."""


class AnswerStep(StrEnum):
    """An answer with a second page of its own."""

    YES = "yes"
    NO = "no"
    REST = "rest"
    OFF = "off"
    """A yes taken back."""


ANSWERS = {
    AnswerStep.YES: OfferAnswer.YES,
    AnswerStep.NO: OfferAnswer.NO,
    AnswerStep.REST: OfferAnswer.REST,
    AnswerStep.OFF: OfferAnswer.NO,
}
_CAN: Mapping[OfferState, frozenset[AnswerStep]] = {
    OfferState.OPEN: frozenset({AnswerStep.YES, AnswerStep.NO, AnswerStep.REST}),
    OfferState.SAID_YES: frozenset({AnswerStep.OFF}),
    OfferState.SAID_NO: frozenset({AnswerStep.REST}),
    OfferState.OVER: frozenset({AnswerStep.REST}),
}
REASONS = {
    "time": "No time that day",
    "far": "Too far",
    "kind": "Not for me",
    "other": "Another reason",
    "unsaid": "I’d rather not say",
}


def serve_offer(context: WorkContext, visit: LinkVisit) -> LinkPage | GoOn:
    """The page of an offer, or the way on after an answer."""
    seen = casework.see_offer(context, visit.message_id)
    if visit.posted is None:
        return _asked(seen, context, visit.asked)
    step = _step(visit.sent(BUTTON))
    if step is None or not _may(seen, step):
        return GoOn()  # answered elsewhere meanwhile: the page says how it stands
    if not _is_sure(step, visit, context.clock()):
        return _ask_page(seen, context.settings, step, unsure=True)
    if step is AnswerStep.YES and visit.sent(WHEN) not in {"", _asked_for(seen)}:
        return GoOn(step)  # it has changed while they read: the page shows how it is now, and asks again
    why = visit.sent(WHY)
    reason = REASONS[why] if step is AnswerStep.NO and why != "unsaid" else None
    answer = ANSWERS[step]
    try:
        state = casework.answer_offer(context, visit.message_id, answer, reason)
    except casework.LinkClosed:
        raise
    except casework.NotNow:
        return GoOn(RING)  # a rule that now forbids the pair is about one of the two: a person explains it
    _log.info("offer_answered", message=visit.message_id, answer=answer, state=state)
    if state == OfferState.DOUBTED:
        return GoOn(DOUBTED)
    return GoOn(RESTED if step is AnswerStep.REST else "")


def _asked(seen: OfferSeen, context: WorkContext, asked: str) -> LinkPage:
    step, settings = _step(asked), context.settings
    if step is not None and _may(seen, step):
        return _ask_page(seen, settings, step)
    match seen.state:
        case OfferState.SAID_YES:
            return _said_yes(seen, settings, asked, context.clock())
        case OfferState.SAID_NO | OfferState.OVER:
            return _settled(seen, settings, asked)
        case _:
            return _open(seen, settings, asked)


def _step(told: str) -> AnswerStep | None:
    return AnswerStep(told) if told in set(AnswerStep) else None


def _may(seen: OfferSeen, step: AnswerStep) -> bool:
    """Whether this answer can be given as the offer stands."""
    return step in _CAN.get(seen.state, ())


def _is_sure(step: AnswerStep, visit: LinkVisit, now: datetime) -> bool:
    """Whether what no program fills in by itself came along: the ticked box, or one of the reasons.

    A yes is taken back by one touch, as somebody waits for them: there it is enough that the page was read.
    """
    if step is AnswerStep.NO:
        return visit.sent(WHY) in REASONS
    return visit.ticked(TICK) or (step is AnswerStep.OFF and is_touched(visit, now))


def _ask_page(seen: OfferSeen, settings: Settings, step: AnswerStep, *, unsure: bool = False) -> LinkPage:
    """The second page of an answer. `unsure`: the box or the reason was left out."""
    days = spoken(settings.messages.rest_days, "day")
    match step:
        case AnswerStep.YES:
            heading = "Can you do this?"
            above = _what(seen) + f"<p>{_FOLLOWS}</p>"
            below, button = (
                box_html("Yes, I can do this", unsure=unsure) + hidden_html(WHEN, _asked_for(seen)),
                "Say yes",
            )
        case AnswerStep.NO:
            heading = "Not this time?"
            above = "<p>That is all right. We look for somebody else.</p>"
            below, button = _reasons(unsure), "Say no"
        case AnswerStep.REST:
            heading = "Shall we stop asking you for now?"
            above = (
                f"<p>We then ask you nothing for {days}. If this help is still open, we ask somebody else.</p><p>"
                "What you have promised already rests too: we tell whoever expects you, and look for somebody else "
                "meanwhile. Would you rather go on with that? Then ring us on "
                f"{number_html(settings.community)} instead.</p>"
            )
            below, button = box_html(f"Yes, ask me nothing for {days}", unsure=unsure), "Stop asking me for now"
        case AnswerStep.OFF:
            heading = "You can’t after all?"
            above = f"{_what(seen)}<p>{_CALLED_OFF}</p>"
            below, button = box_html("I can’t do this after all", unsure=unsure), "Call it off"
    missing = summary_html(*((WHY, "Touch one line") if step is AnswerStep.NO else (TICK, "Tick the box")))
    form = answer_form(below, step, button)
    return LinkPage(heading, (missing if unsure else "") + above + form + ring_html(settings.community), unsure)


_CALLED_OFF = (
    "That is all right, and it is good that you say so. We then call the help off, and <strong>we ring the "
    "person</strong> if they expect you. You need not."
)
_FOLLOWS = (
    "If you say yes, we first tell the person whom you would help. When they know, we send you a link, or ring you: "
    "then you learn their name and how to reach them. Please wait until then."
)
_CHANGED = {
    OfferState.OPEN: (
        "<strong>When or where help is wanted has changed since we asked you.</strong> Below is how it is now."
    ),
    OfferState.SAID_YES: (
        "<strong>When or where help is wanted has changed since you said yes.</strong> Below is how it is now. If it "
        "does not suit you, say here that you can’t, or ring us."
    ),
}
_NOTES = {
    DOUBTED: (
        "<strong>We have not counted your answer yet.</strong> It came so fast that a mail program may have given it. "
        "Please wait a quarter of a minute and answer once more. Otherwise we ring you."
    ),
    RING: "<strong>Please ring us about this.</strong> Something has changed since we asked you.",
}


def _open(seen: OfferSeen, settings: Settings, also: str) -> LinkPage:
    buttons = (
        f'<p><a class="cc-button" href="?{ASKED}={AnswerStep.YES}">I can</a></p>'
        f'<p><a class="cc-button cc-button--secondary" href="?{ASKED}={AnswerStep.NO}">Not this time</a></p>'
    )
    return LinkPage(
        "Could you help?",
        f"{note_html(_NOTES, also)}{_what(seen)}<p>{_FOLLOWS}</p>{buttons}<p>You may say no, and need not say why.</p>"
        f"{_rest_link()}{ring_html(settings.community)}",
    )


def _said_yes(seen: OfferSeen, settings: Settings, also: str, now: datetime) -> LinkPage:
    off = touch_form(AnswerStep.OFF, "I can’t after all", now)
    return LinkPage(
        "Thank you. You said yes",
        f"{note_html(_NOTES, also)}{_what(seen)}<h2>What happens next</h2>"
        "<ul><li>We first tell the person whom you help. Please wait until they know.</li>"
        "<li>Then we send you a link, or ring you. The link asks for your postcode, or the last four digits of your "
        "telephone number, and shows their name and how to reach them.</li></ul>"
        f'<section class="cc-after"><h2>Can’t you after all?</h2><p>{_CALLED_OFF}</p>{off}</section>'
        f"{ring_html(settings.community)}",
    )


def _settled(seen: OfferSeen, settings: Settings, also: str) -> LinkPage:
    said_no = seen.state == OfferState.SAID_NO
    words = (
        "We look for somebody else now. If you have changed your mind, ring us."
        if said_no
        else "Our question is closed by now, so you need do nothing. If you would still like to help, ring us."
    )
    rested = f"<p>We ask you nothing for {spoken(settings.messages.rest_days, 'day')}.</p>" if also == RESTED else ""
    heading = "Thank you for telling us" if said_no else "Thank you. This question is closed"
    html = f"{note_html(_NOTES, also)}<p>{words}</p>{rested}{'' if rested else _rest_link()}"
    return LinkPage(heading, html + ring_html(settings.community))


def _rest_link() -> str:
    return f'<p>Asked too often? <a href="?{ASKED}={AnswerStep.REST}">Stop asking me for now</a>.</p>'


def _what(seen: OfferSeen) -> str:
    told = [("What", f"{first_upper(seen.task)}{seen.near}"), ("When", first_upper(seen.when))]
    if seen.details:
        told.append(("Good to know", seen.details))
    if seen.hazards:
        told.append(("What to beware of", seen.hazards))
    if seen.answer_by and seen.state == OfferState.OPEN:
        told.append(("Answer by", moment_words(seen.answer_by)))
    return (changed_html(seen.state) if seen.changed and seen.state in _CHANGED else "") + facts_html(told)


def _asked_for(seen: OfferSeen) -> str:
    """What somebody says yes to, as the page shows it."""
    return f"{seen.when}{seen.near}"


def changed_html(state: OfferState) -> str:
    """The note that something else is wanted than the volunteer last heard."""
    return f'<div class="cc-note" role="status"><p>{_CHANGED[state]}</p></div>'


def _reasons(unsure: bool) -> str:
    error = f"Touch one line, {IT_IS_YOU}" if unsure else ""
    return pick_html(WHY, "Why? It helps us to ask better", REASONS, error=error)
