"""Which calls an action puts on Today, to people who were told by telephone what is no longer so; and which it settles.

Every action passes through here, so that no way of ending help can forget the people who relied on it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from community.book import Append, Change, Reader, among
from community.casework.absences import is_away
from community.casework.calls_to_make import (
    ALONE,
    AWAY,
    BACK,
    CALLED_OFF,
    ENDS,
    HELPER_DIED,
    NO_MORE,
    OTHER_TIMES,
    PERHAPS,
    PUT_RIGHT,
    REFUSED,
    RESIDENT_DIED,
    TO_FIND_OUT,
    TO_TELL,
    WORDS,
    knows_whom,
    open_call,
)
from community.casework.changed_times import ASKED_WITH, asks_for_what_was
from community.casework.first_visits import Changes, as_left, go_together
from community.casework.message_rules import kinds_that
from community.settings import Settings
from community.tables.message_codes import MessageKind
from community.tables.row_types import ContactRow, MatchRow, MessageRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import (
    AGREED,
    GONE,
    LIVE,
    UNSENT,
    ContactStatus,
    MatchStatus,
    MessageStatus,
    NeedStatus,
    VolunteerStatus,
)
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason

_KNOWS = AGREED | {MatchStatus.OFFERED}
"""Statuses in which the volunteer has been asked."""
_WHILE_IT_LASTS = kinds_that(lambda rules: rules.ends_with_match)
"""Kinds of messages that say nothing any more once the match is over."""
_HEARD_FROM_THEM = frozenset({Verb.DONE, Verb.RANG, Verb.REPORT_VISIT})
"""What is written down because one of the two told us of it: nobody is rung about it."""
_THEY_SAID_SO = frozenset({ClosedReason.DONE, ClosedReason.NOT_WANTED, ClosedReason.NO_LONGER_HERE})
"""Reasons for closing that come from the resident, or of which nobody can tell them."""
HOW_TO_REACH = frozenset(
    {"telephone", "text_only", "address", "postcode", "access_needs", "hazards", "door_word"}
    | {"not_safe", "safe_when", "say_instead"}
)
"""The fields of a resident that say how to reach them, and what to heed."""


@dataclass(frozen=True)
class _Call:
    """A person to be told: in which words, and about which record."""

    what: str
    about: str
    who: str


def calls_after(
    reader: Reader, settings: Settings, verb: Verb, changes: Changes, now: datetime, heard: Collection[str] = ()
) -> tuple[list[Change], list[Append]]:
    """What an action does to the calls still to be made: the older ones that it settles, and the new ones.

    `heard`: people who know of it already. A person never has two open calls with news of one match.
    """
    calls = [call for call in _calls(reader, verb, changes, now) if call.who not in heard]
    settled = [*_answered(reader, changes)]
    for before, after in _by_two(reader, settings, changes, now):
        calls += _left_alone(reader, before, after)
        settled += _goes_with_somebody(reader, after)
    settled += [row for call in calls for row in _open(reader, call.about, call.who)]
    unheard = {(row.about, row.with_whom) for row in settled if row.words == WORDS[AWAY]}
    new = [each for each in calls if each.what != BACK or (each.about, each.who) not in unheard]
    done = {
        row.id: Change(row.table, row.id, "status", row.status, ContactStatus.DEALT_WITH)
        for row in settled
        if (row.table, row.id, "status") not in changes  # the action itself may have dealt with it
    }
    return [*done.values(), *_no_longer_asked(reader, changes)], [
        open_call(each.what, each.about, each.who) for each in dict.fromkeys(new)
    ]


def knows_of(match: MatchRow, volunteer: VolunteerRow, resident: ResidentRow) -> list[VolunteerRow | ResidentRow]:
    """Those of the two people of a match who know of it by telephone, and must be told when it is over."""
    asked = match.status in _KNOWS
    return [*([volunteer] if asked else ()), *([resident] if match.status == MatchStatus.ACTIVE else ())]


def _calls(reader: Reader, verb: Verb, changes: Changes, now: datetime) -> Iterator[_Call]:
    for (table, record_id, field), change in changes.items():
        match table, field:
            case "matches", "status" if change.was in LIVE and change.now not in LIVE and _is_news(verb, change):
                yield from _over(reader, verb, changes, record_id, change)
            case "volunteers", "status" if change.now == VolunteerStatus.DECLINED:
                yield _Call(REFUSED, record_id, record_id)
            case "volunteers", ("status" | "hold_until"):
                yield from _gone_or_back(reader, changes, record_id, now)
            case "residents", "void" if change.now and _reached_otherwise(reader, changes, record_id, str(change.now)):
                yield from _told_otherwise(reader, table, record_id)
            case (("residents" | "needs"), _) if field in (HOW_TO_REACH if table == "residents" else ASKED_WITH):
                yield from _told_otherwise(reader, table, record_id)


def _is_news(verb: Verb, change: Change) -> bool:
    """Whether the end of a match is news to its people; not to those who told us that the help is given."""
    return verb not in _HEARD_FROM_THEM or (verb is not Verb.RANG and change.now == MatchStatus.CANCELLED)


def _over(reader: Reader, verb: Verb, changes: Changes, match_id: str, change: Change) -> Iterator[_Call]:
    """Calls about a match that is over: to the volunteer who knew of it, unless they left, and to the resident."""
    match = reader.get(MatchRow, match_id)
    need = reader.get(NeedRow, match.need_id) if match else None
    if match is None or need is None:
        return
    ends = verb is Verb.END and change.was == MatchStatus.ACTIVE
    moved = changes.get(("volunteers", match.volunteer_id, "status"))
    if change.was in _KNOWS and (moved is None or moved.now not in GONE):
        yield _Call(_end_of(reader, verb, match, ends=ends), match_id, match.volunteer_id)
    closed = changes.get(("needs", need.id, "closed_reason"))
    if not need.resident_id or (closed is not None and closed.now in _THEY_SAID_SO):
        return
    if change.was == MatchStatus.ACTIVE or _tells(reader, match_id, MessageStatus.SENT, MessageStatus.UNKNOWN):
        yield _Call(HELPER_DIED if verb is Verb.DIED else ENDS if ends else NO_MORE, match_id, need.resident_id)
    elif _tells(reader, match_id, MessageStatus.BY_HAND):
        # Somebody may have printed and posted it, and not said so yet.
        yield _Call(PERHAPS, match_id, need.resident_id)


def _end_of(reader: Reader, verb: Verb, match: MatchRow, *, ends: bool) -> str:
    """What a volunteer is told: who has died, they hear only if they know whom it was for."""
    if verb in {Verb.DIED, Verb.MOVED_AWAY} and knows_whom(reader, match):
        return RESIDENT_DIED if verb is Verb.DIED else ENDS
    return ENDS if ends else CALLED_OFF


def _tells(reader: Reader, match_id: str, *statuses: MessageStatus) -> bool:
    """Whether a message in one of these statuses tells the resident who comes."""
    return bool(
        reader.count(
            MessageRow, lambda c: [c.about == match_id, c.kind == MessageKind.WHO_COMES, c.status.in_(statuses)]
        )
    )


def _gone_or_back(reader: Reader, changes: Changes, volunteer_id: str, now: datetime) -> Iterator[_Call]:
    """Calls to residents who were told that this volunteer comes, when the volunteer goes away or is back."""
    row = reader.get(VolunteerRow, volunteer_id)
    if row is None:
        return
    goes = is_away(as_left(changes, row), now)
    if goes == is_away(row, now):
        return
    for match in reader.rows(MatchRow, lambda c: [c.volunteer_id == volunteer_id, c.status == MatchStatus.ACTIVE]):
        over = changes.get(("matches", match.id, "status"))
        need = reader.get(NeedRow, match.need_id)
        if over is None and need is not None and need.status == NeedStatus.OPEN and need.resident_id:
            yield _Call(AWAY if goes else BACK, match.id, need.resident_id)


def _by_two(
    reader: Reader, settings: Settings, changes: Changes, now: datetime
) -> Iterator[tuple[list[MatchRow], list[MatchRow]]]:
    """Who goes together on a first visit before this action, and after it: for each need where that may differ."""
    moved = {
        one
        for (table, one, field), change in changes.items()
        if (table, field) == ("matches", "status")
        and (change.now in AGREED or (change.was in AGREED and change.now == MatchStatus.CANCELLED))
    }
    whose = {one for table, one, field in changes if table == "volunteers" and field in {"status", "hold_until"}}
    theirs = reader.rows(MatchRow, lambda c: [among(c.volunteer_id, whose), c.status.in_([*AGREED])])
    matches = [*reader.rows(MatchRow, lambda c: [among(c.id, moved)]), *theirs]
    for need in reader.rows(NeedRow, lambda c: [among(c.id, {match.need_id for match in matches})]):
        yield go_together(reader, settings, now, need), go_together(reader, settings, now, need, changes)


def _left_alone(reader: Reader, before: list[MatchRow], after: list[MatchRow]) -> Iterator[_Call]:
    """A call to a volunteer who knows of a first visit by two, where whoever was to go with them does not come then."""
    if len(before) > len(after) == 1 and (after[0].status == MatchStatus.ACTIVE or knows_whom(reader, after[0])):
        yield _Call(ALONE, after[0].id, after[0].volunteer_id)


def _goes_with_somebody(reader: Reader, after: list[MatchRow]) -> list[ContactRow]:
    """The open calls that ask somebody to wait for a second volunteer, who goes with them now."""
    ids = [match.id for match in after] if len(after) > 1 else []
    return reader.rows(
        ContactRow, lambda c: [among(c.about, ids), c.status == ContactStatus.OPEN, c.words == WORDS[ALONE]]
    )


def _told_otherwise(reader: Reader, table: str, record_id: str) -> Iterator[_Call]:
    """Calls to volunteers who were told something else: how to reach the resident, or when help is wanted."""
    needs = {record_id}
    if table == "residents":
        needs = {
            n.id for n in reader.rows(NeedRow, lambda c: [c.resident_id == record_id, c.status == NeedStatus.OPEN])
        }
    for match in reader.rows(MatchRow, lambda c: [c.need_id.in_(needs), c.status.in_(_KNOWS)]):
        if match.status == MatchStatus.OFFERED:
            if table == "needs" and asks_for_what_was(reader, match):
                yield _Call(OTHER_TIMES, match.id, match.volunteer_id)
            continue
        # The times they knew when they said yes; whom it is for, and where, they learn later.
        if table == "residents" and match.released_at is None:
            continue
        yield _Call(PUT_RIGHT, match.id, match.volunteer_id)


def _reached_otherwise(reader: Reader, changes: Changes, resident_id: str, into: str) -> bool:
    """Whether a resident who is joined to another record of theirs is reached otherwise than by their own."""
    row, stays = reader.get(ResidentRow, resident_id), reader.get(ResidentRow, into)
    if row is None or stays is None:
        return False
    now = {name: changes[key].now if (key := ("residents", into, name)) in changes else stays[name]
           for name in HOW_TO_REACH}  # fmt: skip
    return any(row[name] != value for name, value in now.items())


def _answered(reader: Reader, changes: Changes) -> Iterator[ContactRow]:
    """Open calls that this action answers: to a resident about an earlier volunteer, where they know who comes now, and
    to a volunteer about other times, where they have answered, or are asked anew."""
    for (table, record_id, field), change in changes.items():
        if table == "matches" and (field == "answer_by" or (field == "status" and change.was == MatchStatus.OFFERED)):
            yield from reader.rows(
                ContactRow,
                lambda c: [c.about == record_id, c.status == ContactStatus.OPEN, c.words == WORDS[OTHER_TIMES]],  # noqa: B023
            )
        if (table, field, change.now) == ("matches", "status", MatchStatus.ACTIVE):
            match = reader.get(MatchRow, record_id)
            need = reader.get(NeedRow, match.need_id) if match else None
            if need is not None and need.resident_id:
                for other in reader.rows(MatchRow, lambda c: [c.need_id == need.id], columns=lambda c: (c.id,)):  # noqa: B023
                    yield from _open(reader, other.id, need.resident_id)


def _no_longer_asked(reader: Reader, changes: Changes) -> Iterator[Change]:
    """Messages that have not left, withdrawn where this action answers them or calls their match off."""
    for (table, record_id, field), change in changes.items():
        if (table, field) != ("matches", "status"):
            continue
        settled = {MessageKind.OFFER} if change.was == MatchStatus.OFFERED else set()
        if change.was in LIVE and change.now not in LIVE:
            settled |= _WHILE_IT_LASTS
        if settled:
            unsent = [*UNSENT]
            for row in reader.rows(MessageRow, lambda c: [c.about == record_id, c.status.in_(unsent)]):  # noqa: B023
                if row.kind in settled and (row.table, row.id, "status") not in changes:
                    yield Change(row.table, row.id, "status", row.status, MessageStatus.WITHDRAWN)


def _open(reader: Reader, about: str, who: str) -> list[ContactRow]:
    return reader.rows(
        ContactRow,
        lambda c: [
            c.about == about,
            c.with_whom == who,
            c.status == ContactStatus.OPEN,
            c.words.in_(TO_TELL - TO_FIND_OUT),
        ],
    )
