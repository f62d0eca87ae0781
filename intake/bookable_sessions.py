"""The sessions that may be booked, as the form to book one shows them: which there are, and which was chosen."""

import asyncio
from collections.abc import Iterator
from html import escape

from community.casework import WorkContext, training
from community.casework.training import OpenSession, SessionFacts
from community.tables.statuses import BookingStatus
from community.wording import first_upper, moment_words, spoken
from intake.form_choices import CHOSEN, FormChoice
from intake.link_parts import facts_html

FORM = "booking"
NONE = "No session can be booked just now."
GONE = "That session can’t be booked any more."


async def choices(here: WorkContext) -> dict[str, FormChoice]:
    """By id, the sessions that may be booked now, the next one first. Raises BookUnavailable."""
    return {each.facts.id: _choice(each) for each in await asyncio.to_thread(training.open_sessions, here)}


def session_facts(session: SessionFacts) -> Iterator[tuple[str, str]]:
    """What is told of a session, line by line."""
    yield "What", session.name
    if session.starts_at:
        yield "When", moment_words(session.starts_at)
    if session.minutes:
        yield "How long", spoken(session.minutes, "minute")
    if session.online or session.place:
        yield "Where", "Online" if session.online else str(session.place)
    if session.cost:
        yield "Cost", session.cost


def _choice(session: OpenSession) -> FormChoice:
    wait = (
        "<p>Every place is taken just now. You can go on the waiting list. If a place comes free, we tell you.</p>"
        if session.left == 0
        else ""
    )
    facts = session.facts
    line = (
        f'<li class="service"><h3><a href="?{CHOSEN}={escape(facts.id)}">{escape(facts.name)}</a></h3>'
        f"<p>{escape(_when(facts))}. <strong>{escape(places(session.left))}</strong></p></li>"
    )
    above = f'<div class="cc-note">{facts_html(session_facts(facts))}{wait}</div>'
    return FormChoice(line, above, {"session_id": facts.id, "hub": session.hub})


def places(left: int | None) -> str:
    """How many places are left, in words."""
    if left is None:
        return "There is room"
    return f"{first_upper(spoken(left, 'place'))} left" if left else "Full: you can go on the waiting list"


def _when(session: SessionFacts) -> str:
    when = moment_words(session.starts_at) if session.starts_at else ""
    return ", ".join(filter(None, [when, "online" if session.online else session.place]))


async def stands_html(here: WorkContext, reference: str) -> tuple[str, str] | None:
    """How the booking with this reference stands, as a title and HTML, for the form's last page.

    It says nothing about who booked, nor how to join: whoever comes to the page later may be somebody else.
    """
    seen = await asyncio.to_thread(training.see_reference, here, reference)
    if seen is None:
        return None
    if seen.status == BookingStatus.BOOKED:
        title = "You have a place"
    elif seen.status == BookingStatus.WAITING:
        title = f"You are number {seen.in_line} on the waiting list"
    else:
        title = "Thank you. We have your booking"
    return title, facts_html(session_facts(seen.session))
