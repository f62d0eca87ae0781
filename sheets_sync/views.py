"""The two tabs that are only looked at: `Board`, the open needs, and `People`, the volunteers.

Only lines that changed are written. Each remembers, in a hidden cell, how it was left, so that words a person typed
into it are found and taken down as a note before they are written over. Codes are said by themselves: two machines that
word them otherwise, one of an earlier version, would write the views in turn for as long as both run.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from community.book import VOID
from community.casework.check_renewals import latest_checks
from community.casework.need_stages import furthest
from community.settings import Settings
from community.settings.response_promise import answer_by
from community.tables.canonical import LONDON, moment, split
from community.tables.ids import check
from community.tables.row import TableRow
from community.tables.row_types import CheckRow, ColumnName, MatchRow, NeedRow, ResidentRow, VisitRow, VolunteerRow
from community.tables.statuses import MatchStatus, NeedStatus, VisitStatus
from community.tables.vocabulary import URGENCIES
from community.wording import spelled, status_words, wording
from sheets_sync.cell_values import shown
from sheets_sync.planning import Unit, ViewStep, Work
from sheets_sync.planning.typed_notes import take_note, why_not
from sheets_sync.sheet_layout import ID, LEFT, header
from sheets_sync.sheet_model import FoundTab, SheetLine
from sheets_sync.view_changes import steps

Rows = Mapping[str, Mapping[str, Mapping[str, Any]]]
AnyRow = TypeVar("AnyRow", bound=TableRow[Any, Any])
_TABLE = {"Board": "needs", "People": "volunteers"}
_HELPING = (MatchStatus.ACCEPTED, MatchStatus.ACTIVE)
_ASKED = (MatchStatus.APPROVED, MatchStatus.OFFERED)
_SHOWN = {
    "Board": {"needs", "residents", "matches", "volunteers"},
    "People": {"volunteers", "checks", "matches", "visits"},
}
"""The tables that each view is made of."""
_LONGEST = 500
"""Characters of a view's cell."""


def bring_forward(work: Work, settings: Settings) -> None:
    """Plan the lines of the views that say something else than they should; words typed into them become notes."""
    makers: dict[str, Callable[[Rows, Settings], list[dict[str, str]]]] = {"Board": board, "People": people}
    for name, make in makers.items():
        found = work.sheet.tabs.get(name)
        if found is None or found.missing:
            continue
        if work.stopped & _SHOWN[name]:
            work.stopped.add(name)  # this book may not know all that the view shows
            continue
        _bring_forward(work, found, [_with_left(line) for line in make(work.current, settings)])


def _bring_forward(work: Work, found: FoundTab, wanted: list[dict[str, str]]) -> None:
    owners = {line.place: check(str(_left(line).get(ID) or line.text(ID))) or "" for line in found.lines}
    typed = _typed(found)
    waiting = why_not(work) if typed else None
    held: dict[int, Mapping[str, str]] = {}
    if waiting:
        work.problems.append(f"Somebody typed into {found.title}. The words stay there for now. {waiting}")
        held = _held(work, found, owners, typed, wanted)
        wanted = [line for line in wanted if line[ID] not in {owners[place] for place in held}]
    units = [
        Unit(f"{found.tab.name} {_named(step, owners)}", view=step)
        for step in steps(found, wanted, owners=owners, held=held)
    ]
    for place, words in typed.items() if not waiting else ():
        about = owners[place]
        unit = next((unit for unit in units if unit.view is not None and _touches(unit.view, place)), None)
        if unit is None:
            unit = Unit(f"{found.tab.name} row {place + 1}")
            units.append(unit)
        for field, said in words.items():
            where, says = (found.tab.name, about, field), f"{header(field)}: {said}"
            take_note(work, unit, where, with_whom=_with_whom(work, found, about), says=says, words=said)
    work.plan.units += units


def _named(step: ViewStep, owners: Mapping[int, str]) -> str:
    """What tells the step from others that are refused: whose line it is, else its row."""
    return (step.lines[0].get(ID) if step.lines else None) or owners.get(step.place) or f"row {step.place + 1}"


def _touches(step: ViewStep, place: int) -> bool:
    count = {"over": 1, "delete": step.count, "insert": 0}[step.kind]
    return step.place <= place < step.place + count


def board(rows: Rows, settings: Settings) -> list[dict[str, str]]:
    """The open needs, the most urgent first, then who waits longest."""
    matches: dict[str | None, list[MatchRow]] = defaultdict(list)
    for match in _there(rows, MatchRow):
        matches[match.need_id].append(match)
    needs = [need for need in _there(rows, NeedRow) if need.status == NeedStatus.OPEN]
    needs.sort(key=lambda n: (-_urgency(n), n.asked_at or n.at, n.id))
    lines = []
    for need in needs:
        who = [m for m in matches[need.id] if m.status in _HELPING]
        who = who or [m for m in matches[need.id] if m.status in _ASKED]
        lines.append(
            {
                "id": need.id,
                "hub": _hub(need.hub, settings),
                "task_type": _task(need.task_type, settings),
                "urgency": spelled(need.urgency),
                "slots": spelled(need.slots),
                "sector": shown(need.sector),
                "asked_at": _day(need.asked_at or need.at),
                "promised_by": _promised(need, settings),
                "people": shown(need.people),
                "standing": _standing(matches[need.id]),
                "volunteers": "; ".join(sorted(_name(rows, VolunteerRow, m.volunteer_id) for m in who)),
                "resident": _name(rows, ResidentRow, need.resident_id),
            }
        )
    return [_short(line) for line in lines]


def people(rows: Rows, settings: Settings) -> list[dict[str, str]]:
    """The volunteers, by name: what they offer, whom they help now, which checks are due."""
    helping = Counter(m.volunteer_id for m in _there(rows, MatchRow) if m.status in _HELPING)
    last: dict[str | None, str] = {}
    for visit in _there(rows, VisitRow):
        if visit.status == VisitStatus.DONE and visit.on:
            last[visit.volunteer_id] = max(last.get(visit.volunteer_id, ""), visit.on)
    checks: dict[str | None, list[CheckRow]] = defaultdict(list)
    for each in _there(rows, CheckRow):
        checks[each.volunteer_id].append(each)
    volunteers = sorted(_there(rows, VolunteerRow), key=lambda v: (str(v.name or "").casefold(), v.id))
    lines = [
        {
            "id": v.id,
            "name": shown(v.name),
            "hub": _hub(v.hub, settings),
            "status": status_words("volunteers", v.status),
            "tasks": "; ".join(_task(task, settings) for task in split(v.tasks)),
            "how_many": shown(v.how_many),
            "helping_now": str(helping[v.id]),
            "last_helped": last.get(v.id, ""),
            "checks": "; ".join(sorted({_check(each) for each in checks[v.id]})),
            "checks_due": min((str(each.renew_on) for each in latest_checks(checks[v.id])), default=""),
            "hold_until": _day(v.hold_until),
        }
        for v in volunteers
    ]
    return [_short(line) for line in lines]


def _there(rows: Rows, kind: type[AnyRow]) -> Iterable[AnyRow]:
    return (kind.of(row) for row in rows.get(kind.TABLE, {}).values() if not row[VOID])


def _name(rows: Rows, kind: type[ResidentRow] | type[VolunteerRow], own: str | None) -> str:
    row = rows.get(kind.TABLE, {}).get(own or "")
    return shown(kind.of(row).name) if row else ""


def _urgency(need: NeedRow) -> int:
    return URGENCIES.index(need.urgency) if need.urgency in URGENCIES else 0


def _standing(matches: Iterable[MatchRow]) -> str:
    status = furthest(match.status for match in matches)
    return wording().match_stands[status] if status else "nobody yet"


def _hub(code: str | None, settings: Settings) -> str:
    hub = settings.hubs.get(code or "")
    return hub.name if hub else shown(code)


def _task(code: str | None, settings: Settings) -> str:
    task = settings.task_types.get(code or "")
    return task.name if task else spelled(shown(code))


def _check(row: CheckRow) -> str:
    return " ".join(spelled(each) for each in (row.kind, row.level) if each)


def _day(at: str | None) -> str:
    return moment(at).astimezone(LONDON).strftime("%Y-%m-%d %H:%M") if at else ""


def _promised(need: NeedRow, settings: Settings) -> str:
    by = answer_by(settings.community, moment(need.asked_at or need.at), need.urgency)
    return by.astimezone(LONDON).strftime("%Y-%m-%d %H:%M")


def _short(line: dict[str, str]) -> dict[str, str]:
    """The line, no text longer than one looks at: all of them together fit into the hidden cell."""
    return {name: text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…" for name, text in line.items()}


def _with_left(line: dict[str, str]) -> dict[str, str]:
    return line | {LEFT: json.dumps({k: v for k, v in line.items() if v}, ensure_ascii=False, separators=(",", ":"))}


def _typed(found: FoundTab) -> dict[int, dict[str, str]]:
    """What was typed into the view: by place, the words by field."""
    if LEFT in found.fresh:
        return {}  # what was there before can't be told from what was typed
    typed = {}
    for line in found.lines:
        left = _left(line)
        texts = {name: line.text(name) for name in found.tab.fields if name != LEFT}
        words = {name: text for name, text in texts.items() if text and text != str(left.get(name, "")).strip()}
        if words:
            typed[line.place] = words
    return typed


def _held(
    work: Work,
    found: FoundTab,
    owners: Mapping[int, str],
    typed: Mapping[int, dict[str, str]],
    wanted: Iterable[dict[str, str]],
) -> dict[int, Mapping[str, str]]:
    """What the lines have to say that hold words not taken down yet. Those about the erased go with them."""
    lines = {line[ID]: line for line in wanted}
    held: dict[int, Mapping[str, str]] = {}
    for place, words in typed.items():
        about = owners[place]
        if work.is_gone(_TABLE[found.tab.name], about):
            continue
        own = lines.pop(about, None) or _with_left({"id": about} if about else {})
        held[place] = own | words
    return held


def _left(line: SheetLine) -> Mapping[str, Any]:
    try:
        left = json.loads(line.text(LEFT) or "{}")
    except ValueError:
        return {}
    return left if isinstance(left, dict) else {}


def _with_whom(work: Work, found: FoundTab, about: str) -> str | None:
    if found.tab.name == "People":
        return about or None
    resident: str | None = work.current["needs"].get(about, {}).get(ColumnName.RESIDENT_ID)
    return resident
