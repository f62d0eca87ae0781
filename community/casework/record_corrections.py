"""Corrections of a record: fields that were told or written wrongly, and flags that a person has looked at."""

from dataclasses import replace
from datetime import date
from typing import Any

from community import forms
from community.book import Action, Stale
from community.casework.casework_errors import NotAllowed, NotNow
from community.casework.closing import matches_of, stop_match
from community.casework.first_visits import TWO, is_first_visit
from community.casework.identity_leaks import check_tells_nobody
from community.casework.offers import answer_sooner
from community.casework.permissions import user_can_see_hub
from community.casework.policies import check_day, holding
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import hidden, looking
from community.places import Place, what_follows
from community.settings import ExtraQuestion, Settings
from community.tables import TABLES, Column
from community.tables import canonical as canon
from community.tables.canonical import Value, split
from community.tables.column import Kind
from community.tables.row import EXTRA, TableRow
from community.tables.row_types import (
    ROW_TYPES,
    CheckRow,
    LoanRow,
    NeedRow,
    ResidentRow,
    RowWithFlags,
    RowWithHub,
    VolunteerRow,
)
from community.tables.statuses import LIVE, MatchStatus, NeedStatus, VolunteerStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import CHECK_KINDS, DBS_LEVELS, REACHED_AT, CheckKind

DECIDED: dict[str, frozenset[str]] = {
    "volunteers": frozenset({"training", "avoids", "notes", "inducted_on"}),
    "checks": frozenset({"level", "number", "seen_on", "renew_on"}),
    "help_requests": frozenset({"notes", "consent_notes"}),
    "residents": frozenset({"prefers", "avoids", "notes"}),
    "needs": frozenset({"task_type", "details", "urgency", "slots", "recurs", "people", "languages", "min_dbs"}),
    "organisations": frozenset({"notes"}),
    "loans": frozenset(),
    "opportunities": frozenset({"notes"}),
    "enquiries": frozenset({"notes"}),
    "services": frozenset({"notes"}),
}
"""Columns that we decide about and may simply be put right. Statuses and hubs have actions of their own."""
_ONLY_THESE = frozenset({"checks"})
"""Tables that nobody told us: what was seen, by whom."""
NOT_OURS = frozenset({"extra", "channel", "for_whom", "consent"})
"""What a person agreed to, and how it came, is not ours to put right."""


def column_of(settings: Settings, table: str, field: str) -> Column | None:
    """A column of the table, which an answer to a question of the community's own is too; None where there is none."""
    known, asked = TABLES[table].by_name, _asked(settings, field)
    if asked is None or EXTRA not in known:
        return known.get(field)
    kinds: dict[str, Kind] = {"yes_no": "code", "one": "code", "many": "codes", "long_text": "long_text"}
    return replace(known[EXTRA], name=field, kind=kinds.get(asked.kind, "text"), means=asked.label)


def _asked(settings: Settings, field: str) -> ExtraQuestion | None:
    return settings.extra_questions.get(field.partition(".")[2]) if field.startswith(f"{EXTRA}.") else None


def may_correct(context: WorkContext, table: str, field: str) -> bool:
    """Whether this person may correct this field of the table."""
    column = column_of(context.settings, table, field) if table in DECIDED else None
    if column is None or {field, field.partition(".")[0]} & hidden(table, context.user.role) or field in NOT_OURS:
        return False
    return field in DECIDED[table] or (column.origin == "told" and table not in _ONLY_THESE)


def _is_answered(settings: Settings, row: TableRow[Any, Any], field: str) -> bool:
    """Whether an answer to a question of the community's own belongs in this record: it has one, or its form asks."""
    if _asked(settings, field) is None or row[field] is not None:
        return True
    return any(form.table == row.table and field in form.questions for form in forms.load(settings).values())


def correctable(context: WorkContext, row: TableRow[Any, Any]) -> frozenset[str]:
    """The columns of this record that this person may correct; a protected address is the safeguarding lead's."""
    with looking(context) as visible:
        closed = visible.closed_home(row.table, row.id)
    fields = [*TABLES[row.table].by_name, *(f"{EXTRA}.{name}" for name in context.settings.extra_questions)]
    may = (each for each in fields if may_correct(context, row.table, each))
    return frozenset(each for each in may if _is_answered(context.settings, row, each)) - closed


def correct(
    context: WorkContext, table: str, record_id: str, field: str, *, seen: object, now: object, as_it_is: bool = False
) -> Action:
    """Correct one field. A new postcode finds the place again, for the record and for all the resident's open needs.

    A telephone number or an email address that nothing reached is written to again once it is corrected or confirmed.

    Volunteers go where the resident lives, so another hub's need moves too. Raises NotAllowed for a field that is not
    theirs to change and for the postcode of another hub's resident; Stale when it no longer holds what they saw.
    """

    def work(unit: UnitOfWork) -> None:
        column = column_of(context.settings, table, field) if may_correct(context, table, field) else None
        if column is None:
            raise NotAllowed("This field is not yours to change.")
        row = unit.take(ROW_TYPES[table], record_id)
        if field in unit.visible.closed_home(table, record_id):
            raise NotAllowed("Their address is protected: only the safeguarding lead puts it right.")
        if not _is_answered(context.settings, row, field):
            raise NotAllowed("No form asks this of them.")
        if canon.of(column, seen) != row[field]:
            raise Stale(table, record_id, field, row[field])
        value = _as_asked(_asked(context.settings, field), canon.of(column, now))
        if column.words and _codes(column, value) - set(column.words):
            raise NotNow("Choose one of the words for this.")
        if isinstance(row, NeedRow) and field == "details" and not as_it_is:
            check_tells_nobody(unit.visible, row, str(value or ""))
        _check_known(context.settings, table, column, value, row[field])
        put_right(unit, row, field, value)

    return do(context, Verb.CORRECT, work)[0]


def known_words(settings: Settings, table: str, field: str) -> tuple[str, ...]:
    """The codes that a community's settings, or its language, give to a column; none where anything may be written."""
    if (table, field) in {("volunteers", "tasks"), ("help_requests", "tasks"), ("needs", "task_type")}:
        return tuple(settings.task_types)
    if (table, field) == ("volunteers", "training"):
        return tuple(sorted({code for task in settings.task_types.values() for code in task.training}))
    asked = _asked(settings, field)
    return tuple(asked.choices) if asked else ()


def _check_known(settings: Settings, table: str, column: Column, value: object, was: object) -> None:
    """Raises NotNow for a code that nobody here knows; one that stands there already may stay."""
    known = known_words(settings, table, column.name)
    if known and _codes(column, value) - set(known) - _codes(column, was):
        raise NotNow("Choose one of the words for this.")


def _codes(column: Column, value: object) -> set[str]:
    """The codes of a value: several only where the column holds several."""
    return set(split(str(value or "")) if column.kind == "codes" else [str(value)] if value else [])


def _as_asked(asked: ExtraQuestion | None, told: Value) -> Value:
    """A day or a number as the form that asks for it keeps it. Raises NotNow for other words."""
    if asked is None or told is None or asked.kind not in ("date", "number"):
        return told
    day = canon.typed_day(str(told)) if asked.kind == "date" else None
    found = day.isoformat() if day else canon.typed_number(str(told)) if asked.kind == "number" else None
    if found is None:
        raise NotNow("Write a day, such as 24/12/2026." if asked.kind == "date" else "Write a number in figures.")
    return found


def put_right(unit: UnitOfWork, row: TableRow[Any, Any], field: str, value: object) -> None:
    """Set one field to the canonical form of a value, with all that follows from it: see `correct`."""
    if isinstance(row, NeedRow):
        _check_need(unit, row, field, value)
        if field == "task_type":
            _another_kind(unit, row, value)
    if isinstance(row, CheckRow):
        check_seen(
            unit,
            row.kind,
            level=value if field == "level" else row.level,
            seen_on=value if field == "seen_on" else row.seen_on,
            renew_on=value if field == "renew_on" else row.renew_on,
        )
    if isinstance(row, LoanRow) and field == "what" and value is None:
        raise NotNow("Say what was lent.")
    if isinstance(row, VolunteerRow) and field == "inducted_on":
        _check_induction(unit, row, value)
    unit.set_by_name(row, field, value)
    if isinstance(row, NeedRow) and field == "urgency":
        answer_sooner(unit, NeedRow.of({**row, field: value}))
    if field in REACHED_AT and isinstance(row, VolunteerRow | ResidentRow):
        unit.set_by_name(row, "unreached", set(split(row.unreached)) - {REACHED_AT[field]})
    if field == "postcode":
        hub = row.hub if isinstance(row, RowWithHub) else None
        if hub is not None and not user_can_see_hub(unit.context.user, hub):
            raise NotAllowed("This belongs to another hub: ask its coordinator, or the director.")
        _find_place(unit, row, str(value or ""))


def clear_flag(context: WorkContext, table: str, record_id: str, flag: str) -> Action:
    """Take a flag off: somebody has looked."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(ROW_TYPES[table], record_id) if table in ROW_TYPES else None
        if not isinstance(row, RowWithFlags):
            raise NotNow("Such a record carries no flags.")
        unit.set_by_name(row, "flags", set(split(row.flags)) - {flag})

    return do(context, Verb.CLEAR_FLAG, work)[0]


def _check_need(unit: UnitOfWork, need: NeedRow, field: str, value: object) -> None:
    if need.status != NeedStatus.OPEN:
        raise NotNow("This need is closed.")
    if field == "people":
        held = sum(m.status in holding(need) for m in matches_of(unit, need_id=need.id))
        if not isinstance(value, int) or not max(held, 1) <= value <= 20:
            raise NotNow("It takes at least as many people as help already, and at most 20.")
        if value < TWO and is_first_visit(unit.reader, unit.context.settings, need):
            raise NotNow("Nobody goes alone on a first visit for this kind of help.")


def _another_kind(unit: UnitOfWork, need: NeedRow, value: object) -> None:
    """Make room for another kind of help: nobody may have agreed to this one, and what was proposed for it ends."""
    if value is None:
        raise NotNow("A need is of some kind. Where nothing is wanted any more, close it.")
    if value == need.task_type:
        return
    matches = matches_of(unit, need_id=need.id)
    if any(m.status in LIVE for m in matches):
        raise NotNow("A volunteer was asked for this kind of help. Call that off first, so that they know.")
    for match in matches:
        if match.status == MatchStatus.PROPOSED:
            stop_match(unit, match, None)
    unit.set(need, "min_dbs", None)  # it was decided for what was done then
    task = unit.context.settings.task_types.get(str(value))
    if task is not None and task.first_visit_by_two and (need.people or 1) < TWO:
        unit.set(need, "people", TWO)


def _check_induction(unit: UnitOfWork, volunteer: VolunteerRow, value: object) -> None:
    if value is not None:
        check_day(date.fromisoformat(str(value)), unit.now)
    elif volunteer.status == VolunteerStatus.READY:
        raise NotNow("They are ready to be asked. Move them back to the checks first.")


def check_seen(unit: UnitOfWork, kind: str, *, level: object, seen_on: object, renew_on: object) -> None:
    """Raises NotNow unless a check of this kind may say this: a DBS check has a level, and a day that has come."""
    if kind not in CHECK_KINDS or (kind == CheckKind.DBS) != (level in DBS_LEVELS[1:]):
        raise NotNow("A DBS check has a level; a reference and an identity have none.")
    if seen_on is None:
        raise NotNow("Say which day.")
    check_day(date.fromisoformat(str(seen_on)), unit.now)
    if renew_on is not None and str(renew_on) <= str(seen_on):
        raise NotNow("A new check can only be due later than this one.")


def _find_place(unit: UnitOfWork, row: TableRow[Any, Any], postcode: str) -> None:
    """Set hub, point and sector from the postcode; the flags about the old one go."""
    if unit.context.places is None:
        return
    place = unit.context.places.find(postcode)
    _set_place(unit, row, place)
    if row.table == "residents":
        for need in unit.reader.rows(NeedRow, lambda c: [c.resident_id == row.id, c.status == NeedStatus.OPEN]):
            _set_place(unit, need, place)


def _set_place(unit: UnitOfWork, row: TableRow[Any, Any], place: Place) -> None:
    flags = split(row.flags) if isinstance(row, RowWithFlags) else ()
    for name, value in what_follows(row.table, place, flags).items():
        unit.set_by_name(row, name, value)
