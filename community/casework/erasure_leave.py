"""Leave to erase somebody: one person asks, another agrees without reading the record, and only then it is done."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from community.book import Action, Record, belonging
from community.book.open_matters import check_nothing_holds
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotAllowed, NotNow
from community.casework.permissions import check_granted
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.errors import UserFacingError
from community.tables import table_of
from community.tables.canonical import moment
from community.tables.message_codes import ComplaintKind
from community.tables.roles import DIRECTOR, Grant, Role
from community.tables.row_types import ComplaintRow
from community.tables.statuses import ComplaintStatus
from community.tables.verbs import Verb

_WAIT = timedelta(days=1)


@dataclass(frozen=True)
class ErasureAsked:
    """What somebody who agrees may know: how much would go, and who asked for it. No name, no number, no word of it."""

    request_id: str
    asked_at: str
    asked_by: str
    goes: Mapping[str, int]
    """By table, how many records would go."""
    held: str | None
    """Why it can't be done now."""
    record: Record | None


def ask_erasure(context: WorkContext, request_id: str, *, seen: str) -> Action:
    """Ask somebody else to agree that whoever this request is about is erased.

    Raises NotNow where nobody has said whose record it is, and as erasing would where something open holds it.
    """

    def work(unit: UnitOfWork) -> None:
        row = unit.take(ComplaintRow, request_id, seen)
        check_state_allows(Verb.ASK_ERASURE, row)
        if row.kind != ComplaintKind.DATA_ERASURE:
            raise NotNow("This asks for something else.")
        record = _record(row)
        if record is None:
            raise NotNow("Nobody has said whose record it is. Find them first, with two facts that only they know.")
        check_nothing_holds(unit.reader.connection, belonging(unit.reader.connection, record))
        unit.set(row, "erase_asked_at", unit.now)
        unit.set(row, "erase_asked_by", unit.context.user.name)

    return do(context, Verb.ASK_ERASURE, work)[0]


def erasures_asked(context: WorkContext) -> list[ErasureAsked]:
    """The erasures that wait for somebody's leave, the longest first. Read without the records themselves."""
    check_granted(context.user, Grant.AGREE_TO_ERASE)
    with context.book.reading() as reader:
        rows = reader.rows(ComplaintRow, lambda c: [c.erase_asked_at.is_not(None), c.status != ComplaintStatus.CLOSED])
        found = []
        for row in sorted(rows, key=lambda each: each.erase_asked_at or ""):
            record, held = _record(row), None
            theirs = belonging(reader.connection, record) if record else []
            try:
                check_nothing_holds(reader.connection, theirs)
            except UserFacingError as why:
                held = str(why)
            if record is None:
                held = "It is done, or nobody says any more whose record it is."
            goes = Counter(each.table for each in theirs)
            asked_at, asked_by = row.erase_asked_at or "", row.erase_asked_by or "somebody"
            found.append(ErasureAsked(row.id, asked_at, asked_by, goes, held, record))
    return found


def needs_code(context: WorkContext) -> bool:
    """Whether nobody but one person could agree: then a printed code does, typed a day later."""
    others = (person.role for person in context.settings.people if person.name != context.user.name)
    return not any(role in DIRECTOR | {Role.TRUSTEE} for role in others)


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


def _record(row: ComplaintRow) -> Record | None:
    table = table_of(row.about)
    return Record(table, row.about) if table is not None and row.about is not None else None
