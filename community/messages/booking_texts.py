"""The words that say how somebody's booking stands: a place, the waiting list, a change, or that it is called off."""

from collections.abc import Iterator

from community.casework.training import BookingFacts, SessionFacts
from community.messages.email_words import site_look
from community.messages.message_draft import Rendered
from community.messages.message_links import booking_link
from community.messages.short_texts import fitting
from community.settings import Settings
from community.tables.message_codes import MessageKind
from community.tables.vocabulary import ReachBy
from community.wording import moment_words, spoken

_STOP = "If you want no more messages from us, or none for now, ring us."
_NOT_YOU = "Did you not book this? Then somebody gave your {what} on our website. Please tell us."


def booking_words(settings: Settings, facts: BookingFacts) -> Rendered:
    """The words, as an email, as a text, or to be said on the telephone."""
    if facts.way == ReachBy.TEXT:
        return fitting(_texts(settings, facts))
    if facts.way == ReachBy.TELEPHONE:
        return Rendered("", "\n\n".join(_parts(settings, facts, None)))
    return _email(settings, facts)


def when_and_where(session: SessionFacts) -> str:
    """When it begins, how long it takes and where it is: `Tuesday 24 November, 6.30 pm, for 90 minutes, online`."""
    when = moment_words(session.starts_at) if session.starts_at else ""
    long = f"for {spoken(session.minutes, 'minute')}" if session.minutes else ""
    where = "online" if session.online else (session.place or "")
    return ", ".join(filter(None, [when, long, where]))


def _email(settings: Settings, facts: BookingFacts) -> Rendered:
    community = settings.community
    hello = f"Hello {facts.first_name}," if facts.first_name else "Hello,"
    parts = _parts(settings, facts, booking_link(settings, facts))
    ring = f"You can ring us on {community.telephone} ({community.opening}).\n{community.name}"
    text = "\n\n".join([hello, *parts, ring, _STOP, _NOT_YOU.format(what="address")])
    return Rendered(f"{_short(facts)}: {facts.session.name}", text, site_look(text, community.name))


def _short(facts: BookingFacts) -> str:
    if facts.kind == MessageKind.SESSION_OFF:
        return "Called off"
    if not facts.booked:
        return "On the waiting list"
    return "Your place, as it is now" if facts.again else "You have a place"


def _parts(settings: Settings, facts: BookingFacts, link: str | None) -> Iterator[str]:
    session, telephone = facts.session, settings.community.telephone
    what = f"“{session.name}”: {when_and_where(session)}."
    if facts.kind == MessageKind.SESSION_OFF:
        yield f"We are sorry. We had to call this off. {what}"
        yield "You need do nothing. Our website says what else there is, or ring us."
        return
    if not facts.booked:
        yield f"Every place is taken just now, so you are number {facts.in_line} on the waiting list. {what}"
        yield "If somebody gives their place up, we tell you at once that it is yours."
    else:
        yield f"{'This is how your booking stands now. ' if facts.again else ''}You have a place. {what}"
        if facts.joining:
            yield f"How to join: {facts.joining}\nPlease keep this to yourself. It is for those with a place."
        else:
            yield "We tell you how to join before the day." if session.online else "Just come. We look forward to it."
    if link is not None:
        yield "Can’t come after all? Give your place to somebody else here:"
        yield link
    else:
        yield f"Can’t come after all? Ring us on {telephone}, so that somebody else can have your place."


def _texts(settings: Settings, facts: BookingFacts) -> Iterator[str]:
    """The same, ever shorter. How to join is a link or a code, so it is never cut: it is there, or behind the link."""
    community, session = settings.community, facts.session
    link = booking_link(settings, facts)
    way = f" Can’t come? {link}" if link else f" Can’t come? Ring {community.telephone}."
    what = f"{session.name}, {when_and_where(session)}"
    if facts.kind == MessageKind.SESSION_OFF:
        yield f"{community.name}: sorry, we had to call this off: {what}. You need do nothing."
        yield f"Sorry, we had to call this off: {what}."
        return
    stands = "You have a place" if facts.booked else f"You are number {facts.in_line} on the waiting list"
    join = f" How to join: {facts.joining}" if facts.joining else ""
    yield f"{community.name}: {stands}: {what}.{join}{way} {_STOP}"
    yield f"{community.name}: {stands}: {what}.{join}{way}"
    yield f"{stands}: {what}.{join}{way}"
    if link:
        yield f"{stands}: {what}. How to join, or if you can’t come: {link}"
