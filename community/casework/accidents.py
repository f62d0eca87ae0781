"""Accidents: written down for whoever was hurt, the insurer told, and closed with what came of it."""

from typing import Any

from community.casework.life_calls import ACCIDENT, ACCIDENT_DIED
from community.casework.life_frame import AskKind, Happening, LifeAsk, LifeEvent
from community.tables.row import TableRow
from community.tables.row_types import AccidentRow, AccidentValues, ColumnName, ResidentRow, VolunteerRow
from community.tables.statuses import AccidentStatus
from community.tables.support_vocabulary import ACCIDENT_KINDS, AccidentKind
from community.tables.verbs import Verb


def _happened(happening: Happening) -> None:
    told = happening.told
    values: AccidentValues = {
        "kind": AccidentKind(told.said("kind") or ""),
        "happened_on": told.day("on"),
        "hurt_id": happening.row.id,
        "what": told.said("what"),
        "looked_after": told.said("looked_after"),
        "insurer_told_on": happening.today if told.yes("insurer") else None,
        "hub": happening.row[ColumnName.HUB],
        "status": AccidentStatus.WRITTEN_DOWN,
    }
    happening.unit.add(AccidentRow, values)
    if happening.has_died(happening.row.id):
        happening.call(ACCIDENT_DIED, happening.row.id, None)
    else:
        happening.call(ACCIDENT, happening.row.id, happening.row.id)


def _insurer(happening: Happening) -> None:
    row = happening.unit.read(AccidentRow, happening.row.id)
    happening.unit.set(row, "insurer_told_on", happening.told.day("on"))
    happening.unit.set(row, "insurer_reference", happening.told.said("reference"))


def _closed(happening: Happening) -> None:
    row = happening.unit.read(AccidentRow, happening.row.id)
    happening.unit.move(row, AccidentStatus.CLOSED)
    happening.unit.set(row, "outcome", happening.told.said("outcome"))


def _of(kind: type[TableRow[Any, Any]]) -> LifeEvent:
    return LifeEvent(
        Verb.ACCIDENT,
        kind,
        _happened,
        (
            LifeAsk("kind", AskKind.ONE_OF, "What kind of accident?", True, ACCIDENT_KINDS, "accident_kind"),
            LifeAsk("on", AskKind.PAST_DAY, "On which day?", True),
            LifeAsk("what", AskKind.WORDS, "What happened, where, and how were they hurt?", True),
            LifeAsk("looked_after", AskKind.WORDS, "Who looks after them, and after those whom they help?"),
            LifeAsk("insurer", AskKind.YES, "The insurer has been told today"),
        ),
        book_only=True,
    )


def _is_open(row: AccidentRow) -> bool:
    return row.status == AccidentStatus.WRITTEN_DOWN


EVENTS = (
    _of(ResidentRow),
    _of(VolunteerRow),
    LifeEvent(
        Verb.INSURER_TOLD,
        AccidentRow,
        _insurer,
        (
            LifeAsk("on", AskKind.PAST_DAY, "On which day was the insurer told?", True, column="insurer_told_on"),
            LifeAsk("reference", AskKind.LINE, "The number that the insurer gave", column="insurer_reference"),
        ),
        _is_open,
    ),
    LifeEvent(
        Verb.CLOSE_ACCIDENT,
        AccidentRow,
        _closed,
        (LifeAsk("outcome", AskKind.WORDS, "What came of it, and what do we do differently since?", True),),
        _is_open,
    ),
)
