"""What happens between people of one household or family: who lives with whom, who cares, a carer who can't, kin."""

from community.book import among
from community.casework.calls_to_make import has_open_call
from community.casework.casework_errors import NotNow
from community.casework.life_calls import CARER, CARER_DOWN, CARER_GONE, LIVE_ELSEWHERE
from community.casework.life_frame import AskKind, Happening, LifeAsk, LifeEvent, is_here
from community.casework.needs_bundle import ask_for_needs
from community.casework.request_triage import NeedAsked
from community.casework.unit_of_work import UnitOfWork
from community.tables.canonical import split
from community.tables.row_types import ColumnName, ResidentRow, VolunteerRow
from community.tables.verbs import Verb
from community.tables.vocabulary import Recurs, Urgency


def _other(happening: Happening) -> ResidentRow:
    other = happening.unit.take(ResidentRow, happening.told.said("other") or "")
    if other.id == happening.row.id:
        raise NotNow("This is the same record.")
    return other


def _add(unit: UnitOfWork, row: ResidentRow | VolunteerRow, column: str, one: str) -> None:
    unit.set_by_name(row, column, {*split(row[column]), one})


def _live_together(happening: Happening) -> None:
    unit, other = happening.unit, _other(happening)
    if not is_here(other):
        raise NotNow("The other one has died or moved away, the book says.")
    first = unit.read(ResidentRow, happening.row.id)
    _add(unit, first, ColumnName.LIVES_WITH, other.id)
    _add(unit, other, ColumnName.LIVES_WITH, first.id)
    for carer, cared, name in ((first, other, "cares"), (other, first, "is_cared_for")):
        if happening.told.yes(name):
            _add(unit, carer, ColumnName.CARES_FOR, cared.id)
            happening.call(CARER, carer.id, carer.id)


def _apart_again(happening: Happening) -> None:
    """They live together no more, and neither cares for the other."""
    unit, first = happening.unit, happening.unit.read(ResidentRow, happening.row.id)
    other = _other(happening)
    for one, two in ((first, other), (other, first)):
        for column in (ColumnName.LIVES_WITH, ColumnName.CARES_FOR):
            unit.set_by_name(one, column, set(split(one[column])) - {two.id})


def _carer_down(happening: Happening) -> None:
    """Whoever cares for this resident can't: help for both, each asked what they wish themselves."""
    unit, cared = happening.unit, happening.unit.read(ResidentRow, happening.row.id)
    tasks = happening.told.codes("tasks")
    if tasks:
        asked = [NeedAsked(task, urgency=Urgency.TODAY, recurs=Recurs.ONCE) for task in tasks]
        ask_for_needs(unit, cared, asked, what="carer", details="Whoever cares for them can't just now")
    happening.call(CARER_DOWN, cared.id, cared.id)
    together = split(cared.lives_with)
    for carer in unit.reader.rows(ResidentRow, lambda c: [among(c.id, together)]):
        if cared.id in split(carer.cares_for) and is_here(carer):
            happening.call(CARER, carer.id, carer.id)


def leaves_behind(happening: Happening, what: str) -> None:
    """Put on Today who lived with a resident that has died or gone: `what`, or that whoever cared for them is gone.

    They live together no more, and nobody asks any more how caring goes.
    """
    unit, gone = happening.unit, happening.unit.read(ResidentRow, happening.row.id)
    for other in _at_home(unit, gone):
        happening.call(CARER_GONE if other.id in split(gone.cares_for) else what, other.id, other.id)
        for column in (ColumnName.LIVES_WITH, ColumnName.CARES_FOR):
            unit.set_by_name(other, column, set(split(other[column])) - {gone.id})
        if not set(split(other.cares_for)) - {gone.id}:
            happening.over(other.id, CARER)


def moves_out(happening: Happening) -> None:
    """Put on Today who lived with a resident that lives elsewhere from now on: on neither record are they together."""
    leaves_behind(happening, LIVE_ELSEWHERE)
    moved = happening.unit.read(ResidentRow, happening.row.id)
    for column in (ColumnName.LIVES_WITH, ColumnName.CARES_FOR):
        happening.unit.set_by_name(moved, column, None)
    happening.over(moved.id, CARER)


def is_away_from(happening: Happening) -> None:
    """Put on Today whom a resident cares for, who is away for a while."""
    unit, carer = happening.unit, happening.unit.read(ResidentRow, happening.row.id)
    for other in _at_home(unit, carer):
        if other.id in split(carer.cares_for) and not has_open_call(unit.reader, CARER_DOWN, other.id, other.id):
            happening.call(CARER_DOWN, other.id, other.id)


def _at_home(unit: UnitOfWork, one: ResidentRow) -> list[ResidentRow]:
    near = [*split(one.lives_with), *split(one.cares_for)]
    return [each for each in unit.reader.rows(ResidentRow, lambda c: [among(c.id, near)]) if is_here(each)]


def _kin(happening: Happening) -> None:
    other = happening.unit.take(ResidentRow, happening.told.said("resident") or "")
    volunteer = happening.unit.read(VolunteerRow, happening.row.id)
    _add(happening.unit, volunteer, ColumnName.KIN_OF, other.id)


EVENTS = (
    LifeEvent(
        Verb.LIVE_TOGETHER,
        ResidentRow,
        _live_together,
        (
            LifeAsk("other", AskKind.RECORD, "Who is the other resident?", must=True, of=ResidentRow.TABLE),
            LifeAsk("cares", AskKind.YES, "This one cares for the other"),
            LifeAsk("is_cared_for", AskKind.YES, "The other cares for this one"),
        ),
        is_here,
    ),
    LifeEvent(
        Verb.LIVE_APART,
        ResidentRow,
        _apart_again,
        (LifeAsk("other", AskKind.RECORD, "Who is the other resident?", must=True, of=ResidentRow.TABLE),),
        lambda one: one.lives_with is not None or one.cares_for is not None,
    ),
    LifeEvent(
        Verb.CARER_DOWN,
        ResidentRow,
        _carer_down,
        (LifeAsk("tasks", AskKind.SOME_OF, "What do they need at once?", tasks=True),),
        is_here,
        heard=False,
    ),
    LifeEvent(
        Verb.KIN,
        VolunteerRow,
        _kin,
        (LifeAsk("resident", AskKind.RECORD, "Which resident?", must=True, of=ResidentRow.TABLE),),
    ),
)
