"""The steps of a match that an undo takes back, the latest first, and what goes with each.

What was built upon a decision about a match is taken back with it: the question, the yes, that the resident was told,
the name that was shown. What people have read or heard stays so: words that take it back are prepared for a person to
look at and send, or Today asks to ring them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from community.book import Append, CannotUndo, Change, DecidingReader, Follows, Reader, among, reversal
from community.casework.calls_to_make import AGREED as AGREED_TO
from community.casework.calls_to_make import (
    CALLED_OFF,
    COMES,
    LINK_BACK,
    SAID_YES,
    WAIT,
    WORDS,
    Told,
    cannot_wait,
    knows_whom,
    made_already,
    open_call,
    told_about,
)
from community.casework.message_queue import DELIVERED, closed_ways, messages_of
from community.casework.message_rules import TO_VOLUNTEER
from community.casework.messages_undone import (
    check_not_known,
    gone_out,
    links_closed,
    messages_added,
    queued_again,
    turned,
)
from community.casework.record_history import undone_now
from community.casework.user import WorkContext
from community.casework.visibility import looking, row_type_of
from community.tables import table_of
from community.tables.message_codes import MessageKind
from community.tables.row_types import ContactRow, MatchRow, MessageRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import AGREED, MatchStatus, MessageStatus
from community.tables.verbs import Verb, verb_of
from community.tables.vocabulary import ReachBy

BY_THE_WAY = frozenset({Verb.SEND_MESSAGE, Verb.NOTE_BOUNCE})
"""What the program wrote down of messages: nobody undoes it for itself."""
_YES = frozenset({Verb.RANG, Verb.ANSWER_OFFER})
_LATER = BY_THE_WAY | _YES | {
    Verb.OFFER, Verb.TELL_RESIDENT, Verb.RESIDENT_TOLD, Verb.ANSWER_WHO_COMES, Verb.AGREE_DAY, Verb.TELL_VOLUNTEER,
    Verb.PROVE_WHO, Verb.RELEASE, Verb.PASS_ON, Verb.SETTLE_MESSAGE,
}  # fmt: skip
"""The steps from the question to the door. Once help was given or ended, that is undone first."""
_FIRST = (_LATER - BY_THE_WAY) | {Verb.APPROVE, Verb.CHOOSE_ANOTHER}
_WRITTEN = frozenset({ReachBy.EMAIL, ReachBy.TEXT})
_NOT_COMING = frozenset(MatchStatus) - AGREED - {MatchStatus.OFFERED}


@dataclass(frozen=True)
class TakenBack:
    """What the undo of an action would take back, and who has to hear of it."""

    steps: list[str]
    """The actions, the latest first; the last is the one asked about."""
    told: list[Told] = field(default_factory=list)
    """Those whom somebody has to ring."""
    read: list[MessageRow] = field(default_factory=list)
    """The messages that have gone and that others take back: of each reader, the last."""
    words: list[Append] = field(default_factory=list)
    """The messages that take them back, to be looked at and passed on."""


def would_take_back(context: WorkContext, action_id: str) -> TakenBack:
    """What the undo of this action would take back; of the people, only those within sight."""
    with looking(context) as visible:
        found = _plan(DecidingReader(visible.reader.connection), action_id, context.clock())
        told = [each for each in found.told if visible.keeps_record(row_type_of(each.about).TABLE, each.about)]
        read = [each for each in found.read if visible.sees(each)]
    return replace(found, told=told, read=read)


def told_by(context: WorkContext, action_id: str) -> list[Told]:
    """The people to be rung if this action is taken back; only those within sight."""
    return would_take_back(context, action_id).told


def may_have_been_read(context: WorkContext, action_id: str) -> list[MessageRow]:
    """The messages that have gone, and that an undo of this action takes back in words."""
    return would_take_back(context, action_id).read


def steps_of(reader: Reader, action_id: str, now: datetime) -> dict[str, Follows]:
    """The actions to undo, the latest first, with what goes with each. Raises CannotUndo: see `check_not_known`."""
    check_not_known(reader, action_id)
    plan = _plan(reader, action_id, now)
    matches = _matches(reader, action_id)
    gone = {row.id for row in _gone(reader, matches)}
    follow = [open_call(one.what, one.about, one.who) for one in plan.told] + plan.words
    each = {}
    for step in plan.steps:
        chosen, last = _chosen(reader, step), step == action_id
        closed = links_closed(reader, step, matches, last=last)
        each[step] = Follows(
            appends=[*(follow if step == plan.steps[0] else ()), *turned(reader, step)],
            changes=[
                *chosen,
                *closed,
            ],
            jobs=queued_again(reader, step),
            leaving={
                *(made_already(reader, step)),
                *(gone_out(reader, step)),
                *(change.id for change in [*chosen, *closed]),
                *(() if last else gone),
            },
        )
    return each


def _plan(reader: Reader, action_id: str, now: datetime) -> TakenBack:
    steps = _steps(reader, action_id)
    told = [one for step in steps for one in told_about(reader, step)]
    plan = TakenBack(steps)
    for match_id in sorted(_matches(reader, action_id)) if verb_of(action_id) in _FIRST else ():
        match = reader.get(MatchRow, match_id)
        need = reader.get(NeedRow, match.need_id) if match is not None else None
        if match is None or need is None:
            continue
        mine = [one for one in told if one.about == match_id]
        told = [one for one in told if one.about != match_id]
        to_volunteer = [one for one in mine if one.who == match.volunteer_id]
        to_resident = [one for one in mine if one.who == need.resident_id]
        _volunteer(reader, plan, match, to_volunteer, now)
        _resident(reader, plan, match, need, to_resident, now)
    plan.told.extend({(one.about, one.who): one for one in reversed(told)}.values())
    return plan


def _volunteer(reader: Reader, plan: TakenBack, match: MatchRow, told: Sequence[Told], now: datetime) -> None:
    """Add how the volunteer of this match hears of it."""
    after, verb = _after(reader, plan.steps, match), verb_of(plan.steps[-1])
    what = next((one.what for one in told if one.what == WAIT), told[0].what if told else None)
    if match.status in AGREED and after not in AGREED and verb in _YES:
        known = knows_whom(reader, match)
        what = AGREED_TO if known else SAID_YES if verb is Verb.ANSWER_OFFER or len(plan.steps) > 1 else what
    elif match.status not in _NOT_COMING and after in _NOT_COMING:
        sent = _last(reader, match, *TO_VOLUNTEER)
        if sent is not None and _can_write(reader, sent):
            pressing = match.status in AGREED and cannot_wait(reader, WORDS[CALLED_OFF], match.id, now)
            kind = MessageKind.CALLED_OFF if match.status in AGREED else MessageKind.OFFER_WITHDRAWN
            plan.read.append(sent)
            plan.words.append(_words(sent, kind))
            what = CALLED_OFF if pressing else None
        elif sent is not None or match.status in AGREED:
            what = AGREED_TO if knows_whom(reader, match) else CALLED_OFF
    elif verb is Verb.TELL_VOLUNTEER and match.released_at is None and _sent_by(reader, plan.steps[-1]):
        what = LINK_BACK
    if what is not None:
        plan.told.append(Told(what, match.id, match.volunteer_id))


def _resident(
    reader: Reader, plan: TakenBack, match: MatchRow, need: NeedRow, told: Sequence[Told], now: datetime
) -> None:
    """Add how the resident hears of it."""
    sent = _last(reader, match, MessageKind.WHO_COMES)
    here = sent is not None and any(sent.id == row.id for step in plan.steps for row in _sent_by(reader, step))
    if not told and not here:
        return
    written = sent is not None and _can_write(reader, sent)
    if sent is not None and written:
        plan.read.append(sent)
        plan.words.append(_words(sent, MessageKind.TAKEN_BACK))
    if not written or cannot_wait(reader, WORDS[COMES], match.id, now):
        plan.told.append(Told(COMES, match.id, need.resident_id))


def _words(sent: MessageRow, kind: MessageKind) -> Append:
    """The message that takes this one back. A person looks at it before it goes."""
    told = {
        "about": sent.about,
        "to_whom": sent.to_whom,
        "kind": kind,
        "way": sent.way,
        "status": MessageStatus.BY_HAND,
    }
    return Append(MessageRow.TABLE, told)


def _steps(reader: Reader, action_id: str) -> list[str]:
    """The action, after the later steps that have to be undone before it."""
    verb, matches = verb_of(action_id), _matches(reader, action_id)
    if verb not in _FIRST or not matches:
        return [action_id]
    told = verb in {Verb.TELL_RESIDENT, Verb.TELL_VOLUNTEER}
    if not _sent_by(reader, action_id) if told else _stands_alone(reader, action_id):
        return [action_id]
    later = {Verb.PROVE_WHO} if verb is Verb.TELL_VOLUNTEER else _LATER
    at = _at(reader, action_id)
    changes = reader.changes(
        where=lambda c: [c.table == MatchRow.TABLE, among(c.record_id, matches), c.conflict.is_(None), c.at >= at]
    )
    found = dict.fromkeys(c.action for c in reversed(changes) if verb_of(c.action) in later and c.action != action_id)
    gone = undone_now(reader, list(found))
    return [*(one for one in found if one not in gone), action_id]


def _stands_alone(reader: Reader, action_id: str) -> bool:
    """Whether nothing was built upon this action, so that it alone is undone."""
    chosen = [change.id for change in _chosen(reader, action_id)]
    try:
        reversal(reader.connection, action_id, {*gone_out(reader, action_id), *made_already(reader, action_id)})
    except CannotUndo:
        return False
    return not chosen


def _chosen(reader: Reader, action_id: str) -> list[Change]:
    """The changes that put aside the matches which this action made and people have heard of, in place of its undo."""
    if verb_of(action_id) is not Verb.CHOOSE_ANOTHER:
        return []
    made = [one for table, one in reader.added(action_id) if table == MatchRow.TABLE]
    known = [one for one in made if messages_of(reader, one, *MessageKind) or _talked(reader, one)]
    return [Change(MatchRow.TABLE, one, "status", MatchStatus.APPROVED, MatchStatus.SUPERSEDED) for one in known]


def _talked(reader: Reader, match_id: str) -> int:
    return reader.count(ContactRow, lambda c: [c.about == match_id])


def _matches(reader: Reader, action_id: str) -> set[str]:
    """The ids of the matches that an action is about."""
    changed = reader.changes(action=action_id, where=lambda c: [c.table == MatchRow.TABLE])
    added = {one for table, one in reader.added(action_id) if table == MatchRow.TABLE}
    about = {row.about for row in messages_added(reader, action_id) if table_of(row.about) == MatchRow.TABLE}
    return {change.record_id for change in changed} | added | about


def _at(reader: Reader, action_id: str) -> str:
    for change in reader.changes(action=action_id, limit=1):
        return str(change.at)
    rows = (reader.received(table, one) for table, one in reader.added(action_id))
    return min(str(row.at) for row in rows if row is not None)


def _after(reader: Reader, steps: Sequence[str], match: MatchRow) -> str:
    """The status of this match once these steps are taken back."""
    after: str = match.status
    for step in steps:
        if any(change.id == match.id for change in _chosen(reader, step)):
            return MatchStatus.SUPERSEDED
        for change in reader.changes(action=step, record_id=match.id, where=lambda c: [c.field == "status"]):
            after = str(change.was)
    return after


def _gone(reader: Reader, match_ids: Collection[str]) -> list[MessageRow]:
    """The messages about these matches that have left, or came back: what became of them stays."""
    stays = [*DELIVERED, MessageStatus.BOUNCED]
    return reader.rows(MessageRow, lambda c: [among(c.about, match_ids), c.status.in_(stays)])


def _sent_by(reader: Reader, action_id: str) -> list[MessageRow]:
    """The messages of this action that have gone, or may have."""
    return [row for row in messages_added(reader, action_id) if row.status in DELIVERED]


def _last(reader: Reader, match: MatchRow, *kinds: MessageKind) -> MessageRow | None:
    """The last message of these kinds about this match that somebody may have read."""
    found = [row for row in messages_of(reader, match.id, *kinds) if row.status in DELIVERED]
    return found[-1] if found else None


def _can_write(reader: Reader, sent: MessageRow) -> bool:
    """Whether the reader of this message may be written to once more in the same way."""
    person = reader.get(row_type_of(sent.to_whom), sent.to_whom)
    return isinstance(person, VolunteerRow | ResidentRow) and sent.way in _WRITTEN - set(closed_ways(person))
