"""What follows once the resident knows who comes, or it turns out that the message never reached them."""

from datetime import date, timedelta

from community.casework.calls_to_make import NO_MORE, WAIT, WORDS, knows_whom, open_call
from community.casework.detail_release import know_each_other, objection_ends, said_fine
from community.casework.message_queue import DELIVERED, closed_ways, messages_of, queue, withdraw
from community.casework.message_rules import TO_VOLUNTEER, kinds_that
from community.casework.unit_of_work import UnitOfWork
from community.settings import Settings
from community.settings.response_promise import start_of
from community.tables.message_codes import MessageKind
from community.tables.row_types import ContactRow, MatchRow, MessageRow, NeedRow, ResidentRow, VisitRow, VolunteerRow
from community.tables.statuses import AGREED, UNSENT, MatchStatus, VisitStatus
from community.tables.vocabulary import ReachBy

_BY_MESSAGE = frozenset({ReachBy.EMAIL, ReachBy.TEXT})
_ENDS_WITH_DAY = kinds_that(lambda rules: rules.ends_with_day)


def news_arrived(unit: UnitOfWork, message: MessageRow) -> None:
    """Go on with the match where this message told the resident who comes; nothing for any other message."""
    if message.kind == MessageKind.WHO_COMES:
        match = unit.read(MatchRow, message.about)
        if match.status == MatchStatus.ACTIVE:
            return  # somebody told them meanwhile
        if match.status not in AGREED:
            _tell_of_the_end(unit, match, message.to_whom)
        else:
            resident_knows(unit, match, first_on=match.first_on, by_message=ReachBy(message.way))


def news_lost(unit: UnitOfWork, message: MessageRow) -> None:
    """Go back to where the resident is to be told: the message that told them came back."""
    match = unit.reader.get(MatchRow, message.about) if message.kind == MessageKind.WHO_COMES else None
    if match is None or match.status != MatchStatus.ACTIVE or match.resident_told_at != message.sent_at:
        return
    if said_fine(unit.reader, match, message.to_whom) or _has_helped(unit, match):
        return  # whatever came back, they know
    back_to_telling(unit, match)


def back_to_telling(unit: UnitOfWork, match: MatchRow) -> None:
    """Let a person tell the resident anew who comes; a volunteer who was told that they know is asked to wait."""
    unit.move(match, MatchStatus.ACCEPTED)
    unit.set(match, "resident_told_at", None)
    wait_for_another_day(unit, match)
    if knows_whom(unit.reader, match):
        unit.appends.append(open_call(WAIT, match.id, match.volunteer_id))


def wait_for_another_day(unit: UnitOfWork, match: MatchRow) -> None:
    """Let no message leave that tells the volunteer of a day which does not suit the resident."""
    for follows in messages_of(unit.reader, match.id, *_ENDS_WITH_DAY):
        withdraw(unit, follows)


def _tell_of_the_end(unit: UnitOfWork, match: MatchRow, resident_id: str) -> None:
    """Put on Today a resident whom the message told of somebody who does not come any more."""
    told = unit.reader.count(
        ContactRow, lambda c: [c.about == match.id, c.with_whom == resident_id, c.words == WORDS[NO_MORE]]
    )
    if not told:
        unit.appends.append(open_call(NO_MORE, match.id, resident_id))


def _has_helped(unit: UnitOfWork, match: MatchRow) -> bool:
    return bool(unit.reader.count(VisitRow, lambda c: [c.match_id == match.id, c.status == VisitStatus.DONE]))


def resident_knows(
    unit: UnitOfWork,
    match: MatchRow,
    *,
    first_on: str | None,
    by_message: ReachBy | None = None,
) -> None:
    """The help is under way from now on. A volunteer who was asked by a message gets the next one by the same way.

    `by_message`: the way of the message that told the resident; None where somebody said it to them.
    """
    settings = unit.context.settings
    unit.move(match, MatchStatus.ACTIVE)
    unit.set(match, "resident_told_at", unit.at)
    way = way_of_volunteer(unit, match)
    if way is None or settings.kept_in_sheet:
        return  # no link can be given there, so a person gives name and address: that stands on Today
    by_itself = sends(settings, way)
    if not any(unit.status(m) in UNSENT for m in messages_of(unit.reader, match.id, MessageKind.RESIDENT_KNOWS)):
        new = by_message is not None and not know_each_other(unit.reader, match)
        opens = objection_ends(settings, unit.now, by_message) if new and by_message is not None else None
        queue(unit, MessageKind.RESIDENT_KNOWS, match.id, match.volunteer_id, way, by_itself=by_itself, earliest=opens)
    if first_on:
        ask_how_it_was(unit, match, date.fromisoformat(first_on))


def ask_how_it_was(unit: UnitOfWork, match: MatchRow, on: date) -> None:
    """Ask a volunteer to whom the program writes how the visit of this day went, when the office opens the day after.

    Whoever has said so by then is not asked.
    """
    settings, way = unit.context.settings, way_of_volunteer(unit, match)
    if way is not None and sends(settings, way):
        morning = start_of(settings.community, on + timedelta(days=1))
        queue(unit, MessageKind.HOW_WAS_IT, match.id, match.volunteer_id, way, by_itself=True, earliest=morning)


def way_of_volunteer(unit: UnitOfWork, match: MatchRow) -> ReachBy | None:
    """The way by which the volunteer was written to about this match and may be again; None: by telephone."""
    volunteer = unit.read(VolunteerRow, match.volunteer_id)
    ways = [m.way for m in messages_of(unit.reader, match.id, *TO_VOLUNTEER) if m.status in DELIVERED]
    return ReachBy(ways[-1]) if ways and ways[-1] not in closed_ways(volunteer) else None


def way_of_resident(unit: UnitOfWork, match: MatchRow) -> ReachBy | None:
    """The way by which the resident was told who comes, and by which the program can write to them; None: none."""
    resident = unit.read(ResidentRow, unit.read(NeedRow, match.need_id).resident_id)
    sent = [m for m in messages_of(unit.reader, match.id, MessageKind.WHO_COMES) if m.status in DELIVERED]
    way = ReachBy(sent[-1].way) if sent else None
    if way not in _BY_MESSAGE or way in closed_ways(resident) or resident.died_on is not None:
        return None
    return way if sends(unit.context.settings, way) else None


def sends(settings: Settings, way: ReachBy) -> bool:
    """Whether these settings let the program send messages this way."""
    channels = {ReachBy.EMAIL: settings.messages.email, ReachBy.TEXT: settings.messages.text}
    return channels.get(way, False) and not settings.kept_in_sheet
