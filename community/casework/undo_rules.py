"""Undoing a whole action: who may do it, and whether a later action stands on it by now."""

from collections.abc import Collection

from community.book import Action, CannotUndo, Follows, Reader, among
from community.casework.actions import may_take_back
from community.casework.calls_to_make import TO_TELL
from community.casework.casework_errors import NotAllowed, NotFound, NotNow
from community.casework.community_weights import weights_of
from community.casework.merging import check_after_parting
from community.casework.permissions import granted, on_duty
from community.casework.policies import check_may_go_on, check_whole
from community.casework.training import check_not_overbooked
from community.casework.undo_steps import BY_THE_WAY, steps_of
from community.casework.user import WorkContext
from community.casework.visibility import Visibility
from community.tables import TABLES
from community.tables.roles import DutyGrant, Grant
from community.tables.row_types import ContactRow, MatchRow, NeedRow
from community.tables.statuses import LIVE, MatchStatus
from community.tables.verbs import FormerVerb, Verb, verb_of
from community.tables.vocabulary import YesNo

Touched = set[tuple[str, str]]
_REFERS = [(t.name, c.name, c.refers_to) for t in TABLES.values() for c in t.columns if c.kind == "ref" and c.refers_to]


def undo(context: WorkContext, action_id: str, reason: str | None = None) -> Action:
    """Reverse a whole action, with the steps of a match that were built upon it; undoing an undo does it again.

    Words that take back what people may have read are prepared, and Today asks to ring those who were told otherwise.

    Raises NotFound, NotAllowed, and CannotUndo or NotNow when something that came later stands on it.
    """
    with context.book.reading() as reader:
        check_user_can_undo(context, reader, action_id)

    def steps(reader: Reader) -> dict[str, Follows]:
        each = steps_of(reader, action_id, context.clock())
        for step in each:
            if verb_of(step) not in BY_THE_WAY:
                check_user_can_undo(context, reader, step)
        return each

    return context.book.undo(
        action_id,
        by=context.user.name,
        reason=reason,
        steps=steps,
        check=lambda reader: check_after_undo(context, reader, action_id),
    )


def check_user_can_undo(
    context: WorkContext, reader: Reader, action_id: str, visible: Visibility | None = None
) -> None:
    """Raises unless this person may do such an action, and either did it or sees all that it touched.

    `sight` is this person's view, handed in when many actions are asked about. A call handler undoes only what they did
    themselves; what the machine or another program did, only the director undoes.
    """
    touched, by = _touched(reader, action_id), _by(reader, action_id)
    if not touched or by is None or any(table == "concerns" for table, _ in touched):
        raise NotFound("There is no such action, or it belongs to another hub.")
    if verb_of(action_id) in BY_THE_WAY:
        raise NotAllowed("What has been sent can't be taken back.")
    if _protects(reader, action_id) and not on_duty(context.user, DutyGrant.TELL_PROTECTED_ADDRESSES):
        raise NotAllowed("Only the safeguarding lead ends the protection of an address.")
    if granted(context.user, Grant.UNDO_ANYTHING):
        return
    visible = visible or Visibility(reader, context.user)
    own = by == context.user.name
    if not own and not all(visible.keeps_record(*each) for each in touched):
        raise NotFound("There is no such action, or it belongs to another hub.")
    verb = _verb(reader, action_id)
    may = may_take_back(context.user.role, verb) or verb in context.user.more
    if not may or not (own or granted(context.user, Grant.UNDO_FOR_OTHERS)):
        raise NotAllowed("This is not yours to undo.")


def user_can_undo(context: WorkContext, action_id: str) -> bool:
    """Whether to show this user the undo button."""
    with context.book.reading() as reader:
        try:
            check_user_can_undo(context, reader, action_id)
        except (NotAllowed, NotFound):
            return False
    return True


def action_still_stands(context: WorkContext, action_id: str) -> bool:
    """Whether all that this action wrote still stands: nobody has changed it since, or taken it back."""
    with context.book.reading() as reader:
        wrote = {(c.record_table, c.record_id, c.field) for c in reader.changes(action=action_id)}
        wrote |= {(table, one, "void") for table, one in reader.added(action_id)}
        records = {one for _, one, _ in wrote}
        changes = reader.changes(where=lambda c: [among(c.record_id, records), c.conflict.is_(None)])
        last = {(c.record_table, c.record_id, c.field): c.action for c in changes}
        return all(last.get(each, action_id) == action_id for each in wrote)


def _protects(reader: Reader, action_id: str) -> bool:
    """Whether the action made somebody's address a protected one, so that its undo would open it to everybody."""
    return any(
        c.now == YesNo.YES for c in reader.changes(action=action_id, where=lambda c: [c.field == "protected_address"])
    )


def _verb(reader: Reader, action_id: str) -> Verb | FormerVerb:
    """The verb that an action is about in the end: the undo of an undo of an approval is about approving."""
    while verb_of(action_id) is Verb.UNDO:
        changes = reader.changes(action=action_id, limit=1)
        if not changes or changes[0].undoes is None:
            break
        action_id = changes[0].undoes
    return verb_of(action_id)


def _by(reader: Reader, action_id: str) -> str | None:
    changes = reader.changes(action=action_id, limit=1)
    if changes:
        return str(changes[0].by)
    for table, record_id in reader.added(action_id):
        row = reader.received(table, record_id)
        if row is not None:
            return str(row.by)
    return None


def _touched(reader: Reader, action_id: str) -> Touched:
    changed = {(c.record_table, c.record_id) for c in reader.changes(action=action_id)}
    return changed | set(reader.added(action_id))


def check_after_undo(context: WorkContext, reader: Reader, action_id: str) -> None:
    """Raises where, after this undo, a row would point to one that is gone, or the book would contradict itself.

    A match that comes back to life must be one that could be approved today.
    """
    touched = _touched(reader, action_id)
    gone = touched - _there(reader, touched)
    for table in {table for table, _ in gone}:
        if _is_stood_on(reader, table, {one for each, one in gone if each == table}):
            raise CannotUndo("Something has happened since. Undo the later step first.")
    check_not_overbooked(reader, touched - gone)
    needs = {i for t, i in touched - gone if t == "needs"}
    volunteers = {i for t, i in touched - gone if t == "volunteers"}
    for table, record_id in touched - gone:
        if table == "matches":
            match = reader.get(MatchRow, record_id)
            if match is not None:
                needs.add(match.need_id)
                volunteers.add(match.volunteer_id)
        if table == "help_requests":
            needs |= {n.id for n in reader.rows(NeedRow, lambda c: [c.request_id == record_id])}  # noqa: B023
    try:
        check_whole(reader, context.clock(), needs, volunteers)
        weights_of(reader)
        check_after_parting(Visibility(reader, context.user), action_id)
        for match in _revived(reader, action_id):
            check_may_go_on(reader, context.settings, context.clock(), match)
    except NotNow as why:
        raise CannotUndo(str(why)) from None


def _revived(reader: Reader, action_id: str) -> list[MatchRow]:
    """The matches that are live again because the action is taken back."""
    found = []
    for change in reader.changes(action=action_id, where=lambda c: [c.table == "matches", c.conflict.is_(None)]):
        ended = change.field == "status" and change.now not in LIVE
        match = reader.get(MatchRow, change.record_id) if ended or change.field == "void" else None
        if match is not None and match.status in LIVE:
            found.append(match)
    return found


def _there(reader: Reader, touched: Touched) -> Touched:
    """Those of the records that are there, read table by table: one action may have added thousands."""
    found: Touched = set()
    for table in {table for table, _ in touched}:
        ids = [one for each, one in touched if each == table]
        rows = reader.rows(table, lambda c: [among(c.id, ids)], order=None, columns=lambda c: (c.id,))  # noqa: B023
        found |= {(table, str(row.id)) for row in rows}
    return found


def _is_stood_on(reader: Reader, table: str, ids: Collection[str]) -> bool:
    """Whether a row refers to one of these, which are now out of sight.

    A proposal that nobody has looked at does not stop the undo of a triage: the matching proposes within minutes.
    Such a proposal is out of sight with its need, and the next run withdraws it.
    """
    for other, column, refers_to in _REFERS:
        if refers_to == table:
            rows = reader.rows(other, lambda c: [among(c[column], ids)], order=None)  # noqa: B023
            if not all(isinstance(row, MatchRow) and _is_idle(row) for row in rows):
                return True
    # A call still to be made about a step that was taken back does not stop the undo of the steps before it.
    return bool(reader.count(ContactRow, lambda c: [among(c.about, ids), c.words.is_(None) | c.words.not_in(TO_TELL)]))


def _is_idle(match: MatchRow) -> bool:
    return match.status == MatchStatus.SUPERSEDED or (match.status == MatchStatus.PROPOSED and match.seen_at is None)
