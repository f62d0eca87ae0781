"""What the link opens by which a resident was told who comes: who, when, the password for the door, and five answers.

Residents are old, so the words are few and large, and whom to ring stands first and last. An answer takes two pages, as
that to an offer does (docs/adr/0014-answers-by-link.md). Neither the resident's name nor where they live is on any of
them.
"""

from collections.abc import Mapping
from datetime import date
from html import escape

import structlog

from community import casework
from community.casework import ComingSeen, ComingState, WorkContext
from community.links import door_word
from community.settings import Settings
from community.tables.message_codes import ResidentAnswer
from community.wording import first_upper, moment_words, weekday_words, wording
from intake.form_page import number_html
from intake.link_pages import ASKED, GoOn, LinkPage, LinkVisit
from intake.link_parts import (
    BUTTON,
    TICK,
    answer_form,
    box_html,
    facts_html,
    first_ring_html,
    hidden_html,
    large_html,
    note_html,
    ring_html,
    summary_html,
    worried_html,
)

_log = structlog.get_logger(__name__)
DOUBTED, RING, NOT_THEN = "doubted", "ring", "not-then"
"""What a page may say besides, once, after an answer."""
ON = "on"
"""The field with the day that is called off alone."""
_ASKS: Mapping[ResidentAnswer | None, tuple[ResidentAnswer, ...]] = {
    None: tuple(ResidentAnswer),
    ResidentAnswer.FINE: tuple(answer for answer in ResidentAnswer if answer is not ResidentAnswer.FINE),
    ResidentAnswer.ANOTHER_DAY: (ResidentAnswer.NOT_THEN, ResidentAnswer.SOMEBODY_ELSE, ResidentAnswer.NOT_NEEDED),
}
"""By what they have said, what they may still answer."""
_LEADS = {
    ResidentAnswer.FINE: "That suits me",
    ResidentAnswer.ANOTHER_DAY: "Another day would be better",
    ResidentAnswer.NOT_THEN: "Not that day; after that, as before",
    ResidentAnswer.SOMEBODY_ELSE: "I would rather somebody else came",
    ResidentAnswer.NOT_NEEDED: "I don’t need it any more",
}
_LEADS_BY_TELEPHONE = _LEADS | {ResidentAnswer.SOMEBODY_ELSE: "I would rather somebody else rang"}
_NOTES = {
    DOUBTED: (
        "<strong>We have not counted your answer yet.</strong> It came so fast that a program may have given it. "
        "Please wait a quarter of a minute and answer once more. Otherwise we get in touch with you."
    ),
    RING: "<strong>Please ring us about this.</strong> Something has changed since we wrote to you.",
    NOT_THEN: "<strong>Thank you. Nobody comes or rings that day.</strong> We tell them; you need not. After that it "
    "goes on as before.",
}


def serve_resident_told(context: WorkContext, visit: LinkVisit) -> LinkPage | GoOn:
    """The page that says who comes, or the way on after an answer."""
    seen = casework.see_who_comes(context, visit.message_id)
    if visit.posted is None:
        return _asked(seen, context.settings, visit.asked)
    answer = _answer(visit.sent(BUTTON))
    if answer is None or not _may(seen, answer):
        return GoOn()  # answered elsewhere meanwhile: the page says how it stands
    if not visit.ticked(TICK):
        return _ask_page(seen, context.settings, answer, unsure=True)
    try:
        state = casework.answer_who_comes(context, visit.message_id, answer, _date(visit.sent(ON)))
    except casework.LinkClosed:
        raise
    except casework.NotNow:
        return GoOn(RING)
    _log.info("who_comes_answered", message=visit.message_id, answer=answer, state=state)
    if state == ComingState.DOUBTED:
        return GoOn(DOUBTED)
    return GoOn(NOT_THEN if answer is ResidentAnswer.NOT_THEN else "")


def _answer(told: str) -> ResidentAnswer | None:
    return ResidentAnswer(told) if told in set(ResidentAnswer) else None


def _may(seen: ComingSeen, answer: ResidentAnswer) -> bool:
    return seen.state == ComingState.COMES and answer in _asks(seen)


def _asks(seen: ComingSeen) -> tuple[ResidentAnswer, ...]:
    """What may be answered now. One day alone is called off only where one is agreed."""
    found = _ASKS.get(seen.said, ())
    return found if seen.next_on else tuple(answer for answer in found if answer is not ResidentAnswer.NOT_THEN)


def _date(told: str) -> date | None:
    """The day that the page showed, as its form sends it back."""
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None


def _asked(seen: ComingSeen, settings: Settings, asked: str) -> LinkPage:
    answer = _answer(asked)
    if answer is not None and _may(seen, answer):
        return _ask_page(seen, settings, answer)
    return _comes(seen, settings, asked) if seen.state == ComingState.COMES else _over(seen, settings)


def _comes(seen: ComingSeen, settings: Settings, asked: str) -> LinkPage:
    match seen.said:
        case ResidentAnswer.FINE:
            said, ask = "<p><strong>Thank you. You told us that this suits you.</strong></p>", "Has something changed?"
        case ResidentAnswer.ANOTHER_DAY:
            said, ask = f"<p><strong>{_ANOTHER_DAY}</strong> {_still(seen)}</p>", "Has something else changed?"
        case _:
            said, ask = "", "Does this suit you?"
    leads = _LEADS if seen.in_person else _LEADS_BY_TELEPHONE
    buttons = "".join(
        f'<p><a class="cc-button{"" if answer is ResidentAnswer.FINE else " cc-button--secondary"}" '
        f'href="?{ASKED}={answer}">{leads[answer]}</a></p>'
        for answer in _asks(seen)
    )
    nothing = "" if seen.said else "<p>If it suits you, you need do nothing.</p>"
    html = (
        f"{note_html(_NOTES, asked)}{first_ring_html(settings.community)}{said}"
        f"{_what(seen)}{_at_the_door(seen, settings)}"
        f"<h2>{ask}</h2>{buttons}{nothing}{_opens(seen)}{ring_html(settings.community)}"
    )
    return LinkPage(_coming(seen), large_html(html))


def _over(seen: ComingSeen, settings: Settings) -> LinkPage:
    who = escape(_name(seen))
    comes = "come" if seen.in_person else "ring"
    off = f"<p>{first_upper(who)} does not {comes}. We tell {who}; you need not.</p>"
    before = f"<p>We tell you before anybody {'comes' if seen.in_person else 'rings'}.</p>"
    match seen.said:
        case ResidentAnswer.SOMEBODY_ELSE:
            heading = "We have called it off"
            words = f"{off}<p>We look for somebody else.</p>{before}{worried_html(settings)}"
        case ResidentAnswer.NOT_NEEDED:
            heading = "We have called it off"
            words = f"{off}<p>We look for nobody else for this. If you need help again, ring us.</p>"
        case _:
            heading = "This is settled"
            words = f"<p>This message is over, so there is nothing to answer.</p>{before}"
    return LinkPage(heading, large_html(words + ring_html(settings.community)))


def _ask_page(seen: ComingSeen, settings: Settings, answer: ResidentAnswer, *, unsure: bool = False) -> LinkPage:
    who, inside = escape(_name(seen)), ""
    match answer:
        case ResidentAnswer.FINE:
            heading, above = "Does this suit you?", _what(seen) + _opens(seen, at_once=True)
            tick, button = "Yes, this suits me", "Say yes"
        case ResidentAnswer.ANOTHER_DAY:
            heading, above = "Another day?", f"<p>{_ANOTHER_DAY} {_still(seen)}</p>"
            tick, button = "Yes, another day would be better", "Ask for another day"
        case ResidentAnswer.NOT_THEN:
            heading = "Not that day?"
            day = weekday_words(date.fromisoformat(seen.next_on or ""))
            above = (
                f"<p>That is all right. Then {who} does not {'come' if seen.in_person else 'ring'} on "
                f"<strong>{day}</strong>. We tell {who}; you need not. After that it goes on as before.</p>"
            )
            inside, tick, button = hidden_html(ON, seen.next_on or ""), "Yes, not on that day", "Call that day off"
        case ResidentAnswer.SOMEBODY_ELSE:
            heading = "Somebody else?"
            above = (
                f"<p>That is all right, and you need not say why. We call it off with {who} and look for somebody "
                f"else. We don’t send {who} to you again.</p>{worried_html(settings)}"
            )
            tick, button = "Yes, I would rather have somebody else", "Call it off"
        case ResidentAnswer.NOT_NEEDED:
            heading = "Not needed any more?"
            above = f"<p>That is all right. We call it off with {who}, and look for nobody else for this.</p>"
            tick, button = "Yes, I don’t need it any more", "Call it off"
    form = answer_form(inside + box_html(tick, unsure=unsure), answer, button)
    missing = summary_html(TICK, "Tick the box") if unsure else ""
    html = f"{missing}{first_ring_html(settings.community)}{above}{form}{ring_html(settings.community)}"
    return LinkPage(heading, large_html(html), unsure)


_ANOTHER_DAY = "We get in touch with you to find another day."


def _coming(seen: ComingSeen) -> str:
    return f"{first_upper(_name(seen))} {'comes to' if seen.in_person else 'rings'} you"


def _name(seen: ComingSeen) -> str:
    return seen.who or "one of our volunteers"


def _what(seen: ComingSeen) -> str:
    told = [("Who", first_upper(_name(seen)))]
    if seen.task:
        told.append(("What", first_upper(seen.task)))
    told.append(("When", first_upper(_day(seen) or seen.when)))
    if seen.next_on and seen.first_on is None:
        told.append(("Next time", weekday_words(date.fromisoformat(seen.next_on))))
    return facts_html(told)


def _day(seen: ComingSeen) -> str:
    """`Tuesday 24 November, in the morning`; empty where no day was agreed."""
    if seen.first_on is None:
        return ""
    part = wording().parts.get(seen.first_part or "", "")
    return weekday_words(date.fromisoformat(seen.first_on)) + (f", in the {part}" if part else "")


def _still(seen: ComingSeen) -> str:
    """What stays as it is until another day is agreed."""
    day = f" on {_day(seen)}" if seen.first_on else ""
    comes = "comes" if seen.in_person else "rings"
    return f"Until then it stays as it is: {escape(_name(seen))} {comes}{day}. If it can’t wait, ring us."


def _opens(seen: ComingSeen, *, at_once: bool = False) -> str:
    """From when on the volunteer may know who they are. `at_once`: where they answer that it suits them."""
    if seen.knows:
        return ""
    who = escape(_name(seen))
    if at_once:
        return f"<p>If you say yes, {who} may see your name and how to reach you from now on.</p>"
    if seen.opens_at is None:
        return ""
    at = moment_words(seen.opens_at)
    return f"<p>{first_upper(who)} may see your name and how to reach you from {at} on, unless you say no.</p>"


def _at_the_door(seen: ComingSeen, settings: Settings) -> str:
    word = " ".join((seen.own_door_word or "").split()) or door_word(settings, seen.match_id)
    number = number_html(settings.community)
    who, where = escape(first_upper(_name(seen))), "At the door" if seen.in_person else "On the telephone"
    if word is None:
        ask = (
            f"Ask who it is before you open. Not sure? Keep the door shut, and ring us on {number}."
            if seen.in_person
            else f"Ask who it is before you talk. Not sure? Put the telephone down, and ring us on {number}."
        )
        return f"<h2>{where}</h2><p>{ask}</p>{_NEVER}"
    says = (
        f"{who} says it before you open. Somebody doesn’t know it? <strong>Keep the door shut</strong>, and ring us on"
        if seen.in_person
        else f"{who} says it first. Somebody doesn’t know it? <strong>Put the telephone down</strong>, and ring us on"
    )
    return (
        f'<div class="cc-confirmation"><h2>{where}</h2><p>The password is</p>'
        f'<p class="cc-reference">{escape(word)}</p><p>{says} {number}.</p></div>{_NEVER}'
    )


_NEVER = (
    "<p><strong>Never give anybody your card, your PIN, or money for safe keeping</strong>, whoever they say they "
    "are.</p>"
)
