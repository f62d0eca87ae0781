"""What the link of an offer shows, state by state, and the second page of each answer. No script, and no name.

An answer takes two pages: the first leads on by a link, the second has a box to tick, empty at first, and a button.
Mail gateways open links, and some press buttons; the box they leave as it is. Nothing here is marked `required`, which
would tell a program what to fill in (docs/adr/0014-answers-by-link.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from community.casework import OfferSeen, OfferState
from community.settings import Community, Settings
from community.tables.message_codes import OfferAnswer
from community.wording import first_upper, moment_words, spoken

ASKED, BUTTON, TICK, WHY = "to", "answer", "sure", "why"
"""The names of what the pages send: which second page, which button, the box, the reason."""
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
_MAY: Mapping[OfferState, frozenset[AnswerStep]] = {
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


@dataclass(frozen=True)
class LinkPage:
    """The words of one page: its heading, the HTML below it, and whether it shows an error."""

    heading: str
    html: str
    error: bool = False


def may(seen: OfferSeen, step: AnswerStep) -> bool:
    """Whether this answer can be given as the offer stands."""
    return step in _MAY.get(seen.state, ())


def reason_in(step: AnswerStep, why: str) -> str | None:
    """The reason in words, where one was chosen."""
    return REASONS[why] if step is AnswerStep.NO and why in REASONS and why != "unsaid" else None


def is_sure(step: AnswerStep, posted: Mapping[str, list[str]]) -> bool:
    """Whether what no program fills in by itself came along: the ticked box, or one of the reasons."""
    if step is AnswerStep.NO:
        return posted.get(WHY, [""])[0] in REASONS
    return posted.get(TICK) == ["yes"]


def state_page(seen: OfferSeen, settings: Settings, also: str = "") -> LinkPage:
    """The page that the link opens. `also`: what came of an answer just now."""
    match seen.state:
        case OfferState.SAID_YES:
            return _said_yes(seen, settings, also)
        case OfferState.SAID_NO | OfferState.OVER:
            return _settled(seen, settings, also)
        case _:
            return _open(seen, settings, also)


def ask_page(seen: OfferSeen, settings: Settings, step: AnswerStep, *, unsure: bool = False) -> LinkPage:
    """The second page of an answer. `unsure`: the box or the reason was left out."""
    days = spoken(settings.messages.rest_days, "day")
    match step:
        case AnswerStep.YES:
            heading = "Can you do this?"
            above = _what(seen) + f"<p>{_FOLLOWS}</p>"
            below, button = _box("Yes, I can do this", unsure), "Say yes"
        case AnswerStep.NO:
            heading = "Not this time?"
            above = "<p>That is all right. We look for somebody else.</p>"
            below, button = _reasons(unsure), "Say no"
        case AnswerStep.REST:
            heading = "Shall we stop asking you for now?"
            above = f"<p>We then ask you nothing for {days}. If this help is still open, we ask somebody else.</p>"
            below, button = _box(f"Yes, ask me nothing for {days}", unsure), "Stop asking me for now"
        case AnswerStep.OFF:
            heading = "You can’t after all?"
            above = _what(seen) + (
                "<p>That is all right, and it is good that you say so. We then call the help off, and <strong>we ring "
                "the person</strong> if they expect you. You need not.</p>"
            )
            below, button = _box("I can’t do this after all", unsure), "Call it off"
    form = (
        f'<form class="cc-form" method="post" novalidate accept-charset="utf-8">{below}<div class="cc-actions">'
        f'<button class="cc-button" type="submit" name="{BUTTON}" value="{step}">{button}</button>'
        '<a class="cc-button cc-button--secondary" href="?">Back</a></div></form>'
    )
    return LinkPage(heading, (_summary(step) if unsure else "") + above + form + ring_html(settings.community), unsure)


def ring_html(community: Community) -> str:
    """The line that says whom to ring instead."""
    dial = escape(community.telephone.replace(" ", ""))
    number = f'<a href="tel:{dial}">{escape(community.telephone)}</a>'
    return f"<p>Rather talk to somebody? Ring us on {number}, {escape(community.opening)}.</p>"


_FOLLOWS = (
    "If you say yes, we tell the person that you will help, and we tell you their name and how to reach them. "
    "Please wait until they know."
)
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
        f"{_note(also)}{_what(seen)}<p>{_FOLLOWS}</p>{buttons}<p>You may say no, and need not say why.</p>"
        f"{_rest_link()}{ring_html(settings.community)}",
    )


def _said_yes(seen: OfferSeen, settings: Settings, also: str) -> LinkPage:
    return LinkPage(
        "Thank you. You said yes",
        f"{_note(also)}{_what(seen)}<h2>What happens next</h2>"
        "<ul><li>We tell the person that you will help. Please wait until they know.</li>"
        "<li>We tell you their name, and how to reach them.</li></ul>"
        f'<p><a class="cc-button cc-button--secondary" href="?{ASKED}={AnswerStep.OFF}">I can’t after all</a></p>'
        f"{ring_html(settings.community)}",
    )


def _settled(seen: OfferSeen, settings: Settings, also: str) -> LinkPage:
    said_no = seen.state == OfferState.SAID_NO
    words = (
        "We look for somebody else now. If you have changed your mind, ring us."
        if said_no
        else "This is settled by now, so nobody is needed for it any more."
    )
    rested = f"<p>We ask you nothing for {spoken(settings.messages.rest_days, 'day')}.</p>" if also == RESTED else ""
    heading = "Thank you for telling us" if said_no else "Thank you. This is settled"
    html = f"{_note(also)}<p>{words}</p>{rested}{'' if rested else _rest_link()}{ring_html(settings.community)}"
    return LinkPage(heading, html)


def _note(also: str) -> str:
    return f'<div class="cc-note" role="status"><p>{_NOTES[also]}</p></div>' if also in _NOTES else ""


def _rest_link() -> str:
    return f'<p>Asked too often? <a href="?{ASKED}={AnswerStep.REST}">Stop asking me for now</a>.</p>'


def _what(seen: OfferSeen) -> str:
    told = [("What", f"{first_upper(seen.task)}{seen.near}"), ("When", first_upper(seen.when))]
    if seen.details:
        told.append(("Good to know", seen.details))
    if seen.answer_by and seen.state == OfferState.OPEN:
        told.append(("Answer by", moment_words(seen.answer_by)))
    rows = "".join(f'<div class="cc-answers__row"><dt>{name}</dt><dd>{escape(each)}</dd></div>' for name, each in told)
    return f'<dl class="cc-answers">{rows}</dl>'


def _box(words: str, unsure: bool) -> str:
    return (
        f'<div class="cc-question{" cc-question--error" if unsure else ""}">{_error(TICK, "Tick the box", unsure)}'
        f'<div class="cc-choices"><div class="cc-choice"><input class="cc-choice__input" type="checkbox" id="{TICK}" '
        f'name="{TICK}" value="yes"{_wrong(TICK, unsure)}>'
        f'<label class="cc-choice__label" for="{TICK}">{words}</label></div></div></div>'
    )


def _reasons(unsure: bool) -> str:
    ids = [WHY, *(f"{WHY}-{code}" for code in list(REASONS)[1:])]  # the summary of errors leads to the first
    choices = "".join(
        f'<div class="cc-choice"><input class="cc-choice__input" type="radio" id="{own}" name="{WHY}" value="{code}">'
        f'<label class="cc-choice__label" for="{own}">{words}</label></div>'
        for own, (code, words) in zip(ids, REASONS.items(), strict=True)
    )
    described = f' aria-describedby="{WHY}-error"' if unsure else ""
    return (
        f'<div class="cc-question{" cc-question--error" if unsure else ""}"><fieldset class="cc-fieldset"{described}>'
        f'<legend class="cc-legend">Why? It helps us to ask better</legend>{_error(WHY, "Touch one line", unsure)}'
        f'<div class="cc-choices">{choices}</div></fieldset></div>'
    )


def _wrong(name: str, unsure: bool) -> str:
    return f' aria-invalid="true" aria-describedby="{name}-error"' if unsure else ""


def _error(name: str, words: str, unsure: bool) -> str:
    said = f'<span class="visually-hidden">Error: </span>{words}, so that we know it is you'
    return f'<p class="cc-error" id="{name}-error">{said}</p>' if unsure else ""


def _summary(step: AnswerStep) -> str:
    name, words = (WHY, "Touch one line") if step is AnswerStep.NO else (TICK, "Tick the box")
    return (
        '<div class="cc-error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="errors-title">'
        f'<h2 id="errors-title">One thing is missing</h2><ul><li><a href="#{name}">{words}</a></li></ul></div>'
    )
