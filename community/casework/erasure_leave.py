"""Leave to erase somebody: one person asks, another agrees without reading the record, and only then it is done."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa

from community.book import Action, NoSuchRecord, Reader, Record, belonging, person_data
from community.book.open_matters import check_nothing_holds
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotAllowed, NotNow
from community.casework.permissions import check_granted, check_user_can, granted
from community.casework.person_mentions import Mention, mentions, named_fields
from community.casework.possible_people import Maybe, maybe_theirs, still_there, with_these
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext, listed_user
from community.casework.visibility import looking
from community.errors import UserFacingError
from community.tables.canonical import moment
from community.tables.message_codes import ComplaintKind
from community.tables.roles import Grant
from community.tables.row_types import ColumnName, ComplaintRow
from community.tables.statuses import ComplaintStatus
from community.tables.verbs import Verb

_WAIT = timedelta(days=1)
_ALSO = "With it: "


@dataclass(frozen=True)
class ErasureAsked:
    """What somebody who agrees may know: how much would go, and who asked for it. No name, no number, no word of it."""

    request_id: str
    asked_at: str
    asked_by: str
    goes: Mapping[str, int]
    """By table, how many records would go."""
    emptied: Mapping[str, int]
    """By table, how many fields of other people's records would be emptied."""
    held: str | None
    """Why it can't be done now."""
    record: Record | None
    also: tuple[str, ...] = ()
    """What is to go besides: ids of records, and fields of others as `id:field`."""


@dataclass(frozen=True)
class SpokenOf:
    """What may be somebody's too, and where other people's records speak of them: for whoever asks to erase them."""

    maybe: Sequence[Maybe]
    mentions: Sequence[Mention]
    said: Mapping[str, str] = field(repr=False)
    """By the place of a mention, what stands there now; nothing where only its history says it."""


def spoken_of(context: WorkContext, request_id: str) -> SpokenOf:
    """What else there is of whoever this request is about. It reads all words of the book, so it takes its time.

    Raises NotNow where nobody has said whose record it is.
    """
    check_user_can(context.user, Verb.ASK_ERASURE)
    with looking(context) as visible:
        connection = visible.reader.connection
        theirs = belonging(connection, _known(connection, visible.get(ComplaintRow, request_id)))
        maybe = [each for each in maybe_theirs(connection, theirs) if each.whole]
        found = [each for each in mentions(connection, theirs) if each.may_be_emptied]
        said = {each.place: _words(visible.reader, each) for each in found}
    return SpokenOf(maybe, found, {place: words for place, words in said.items() if words})


def _words(reader: Reader, mention: Mention) -> str | None:
    row = reader.find(mention.record.table, mention.record.id)
    words = row.get(mention.field) if row is not None else None
    return str(words) if words else None


def ask_erasure(context: WorkContext, request_id: str, *, seen: str, also: Sequence[str] = ()) -> Action:
    """Ask somebody else to agree that whoever this request is about is erased, and this `also`: see `spoken_of`.

    Raises NotNow where nobody has said whose record it is, NotAlike or NotMentioned for what is not theirs, and as
    erasing would where something open holds any of it. Of what was asked before, a field that speaks of them no more
    is left out.
    """

    # All words of the book are read before it is written to: nobody else's form waits for that.
    besides = _all_of(_found(context, request_id, also)) if also else []

    def work(unit: UnitOfWork) -> None:
        row = unit.take(ComplaintRow, request_id, seen)
        check_state_allows(Verb.ASK_ERASURE, row)
        if row.kind != ComplaintKind.DATA_ERASURE:
            raise NotNow("This asks for something else.")
        connection = unit.reader.connection
        check_nothing_holds(connection, [*belonging(connection, _known(connection, row)), *besides])
        unit.set(row, "erase_asked_at", unit.now)
        unit.set(row, "erase_asked_by", unit.context.user.name)

    return do(context, Verb.ASK_ERASURE, work, f"{_ALSO}{'; '.join(also)}" if also else None)[0]


def erased_with(
    connection: sa.Connection, person: Record, also: Sequence[str], *, asked_now: Sequence[str] = ()
) -> tuple[list[Record], dict[Record, list[str]]]:
    """The records that go with this person and with what is named besides, and the fields of others to be emptied.

    What became theirs or went since it was named is no more in the way, nor is a field that speaks of them no more.
    Raises NotAlike for another's record, and NotMentioned for a field that nobody named before: `asked_now`.
    """
    theirs = belonging(connection, person)
    ids = [record.id for record in _besides(connection, theirs, also)]
    records = with_these(connection, theirs, maybe_theirs(connection, theirs) if ids else [], ids)
    places = [place for places in _fields(connection, records, also).values() for place in places]
    found = mentions(connection, records) if places else []
    listed = {each.place for each in found}
    return records, named_fields(found, (each for each in places if each in listed or each in asked_now))


def _besides(connection: sa.Connection, theirs: Collection[Record], also: Sequence[str]) -> list[Record]:
    """The records that were named besides, without those that are theirs or went since."""
    return [each for each in still_there(connection, (one for one in also if ":" not in one)) if each not in theirs]


def _fields(connection: sa.Connection, go: Collection[Record], also: Sequence[str]) -> dict[Record, list[str]]:
    """By record that stays: the fields that were named, as `id:field`."""
    named: dict[str, list[str]] = defaultdict(list)
    for each in also:
        if ":" in each:
            named[each.partition(":")[0]].append(each)
    return {record: named[record.id] for record in still_there(connection, named) if record not in go}


def _found(context: WorkContext, request_id: str, also: Sequence[str]) -> tuple[list[Record], dict[Record, list[str]]]:
    check_user_can(context.user, Verb.ASK_ERASURE)
    with looking(context) as visible:
        connection, row = visible.reader.connection, visible.get(ComplaintRow, request_id)
        asked_now = [each for each in also if each not in _asked_also(visible.reader, row)]
        return erased_with(connection, _known(connection, row), also, asked_now=asked_now)


def _all_of(what: tuple[Sequence[Record], Mapping[Record, Sequence[str]]]) -> list[Record]:
    return [*what[0], *what[1]]


def erasures_asked(context: WorkContext) -> list[ErasureAsked]:
    """The erasures that wait for somebody's leave, the longest first. Read without the records themselves."""
    check_granted(context.user, Grant.AGREE_TO_ERASE)
    with context.book.reading() as reader:
        rows = reader.rows(ComplaintRow, lambda c: [c.erase_asked_at.is_not(None), c.status != ComplaintStatus.CLOSED])
        found = []
        for row in sorted(rows, key=lambda each: each.erase_asked_at or ""):
            connection = reader.connection
            record, held, also = _record(connection, row), None, _asked_also(reader, row)
            theirs = belonging(connection, record) if record else []
            more = (each for one in _besides(connection, theirs, also) for each in belonging(connection, one))
            go = dict.fromkeys([*theirs, *more])
            fields = _fields(connection, go, also)
            try:
                check_nothing_holds(connection, [*go, *fields])
            except UserFacingError as why:
                held = str(why)
            if record is None:
                held = "It is done, or nobody says any more whose record it is."
            goes = Counter(each.table for each in go)
            others = Counter(each.table for each, places in fields.items() for _ in places)
            asked_at, asked_by = row.erase_asked_at or "", row.erase_asked_by or "somebody"
            found.append(ErasureAsked(row.id, asked_at, asked_by, goes, others, held, record, also))
    return found


def needs_code(context: WorkContext) -> bool:
    """Whether nobody but one person could agree: then a printed code does, typed a day later."""
    others = (listed_user(context.settings, one) for one in context.settings.people if one.name != context.user.name)
    return not any(granted(each, Grant.AGREE_TO_ERASE) for each in others)


def check_may_agree(context: WorkContext, asked: ErasureAsked, now: datetime, *, code_fits: bool) -> None:
    """Raises NotAllowed for whoever asked, and NotNow before a day is over, where the code stands for a second person.

    Raises UserFacingError where something holds the record.
    """
    check_granted(context.user, Grant.AGREE_TO_ERASE)
    if asked.held is not None:
        raise UserFacingError(asked.held)
    if context.user.name != asked.asked_by:
        return
    if not needs_code(context):
        raise NotAllowed("Somebody else has to agree: whoever asked does not.")
    if not code_fits:
        raise NotNow("This is not the code that was printed for it.")
    if now < moment(asked.asked_at) + _WAIT:
        raise NotNow("Only a day after it was asked for: sleep on it.")


def _asked_also(reader: Reader, row: ComplaintRow) -> tuple[str, ...]:
    """What was named besides when this was asked: it stands as the reason of that decision, in ids and no words."""
    asked = reader.changes(
        record_id=row.id,
        where=lambda c: [c.field == ColumnName.ERASE_ASKED_AT, c.now == row.erase_asked_at],
        newest_first=True,
        limit=1,
    )
    reason = (asked[0].reason or "") if asked else ""
    return tuple(reason.removeprefix(_ALSO).split("; ")) if reason.startswith(_ALSO) else ()


def _known(connection: sa.Connection, row: ComplaintRow) -> Record:
    record = _record(connection, row)
    if record is None:
        raise NotNow("Nobody has said whose record it is. Find them first, with two facts that only they know.")
    return record


def _record(connection: sa.Connection, row: ComplaintRow) -> Record | None:
    """Whoever it is about, as one person: of a request, the resident behind it; of what was joined, the whole."""
    try:
        return person_data.find(connection, row.about) if row.about is not None else None
    except (person_data.NotAPerson, NoSuchRecord):
        return None
