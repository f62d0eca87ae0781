"""The two tabs that are only looked at: `Board`, the open needs, and `People`, the volunteers.

A view is written again only when what it shows changed. Each of its lines remembers, in a hidden cell, how it was left,
so that words a person typed into it are found and taken down as a note before they are written over.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from community.book.desk import VOID
from community.casework.renewals import latest_checks
from community.casework.stages import furthest
from community.settings import Settings
from community.settings.promise import LONDON, answer_by
from community.tables.canonical import moment, split
from community.tables.ids import check
from community.tables.vocabulary import URGENCIES
from sheets_sync.cells import shown
from sheets_sync.layout import LEFT, header
from sheets_sync.planning import Rewrite, Unit, Work
from sheets_sync.planning.notes import take_note, why_not
from sheets_sync.reading import Found, Line

Rows = Mapping[str, Mapping[str, Mapping[str, Any]]]
_TABLE = {"Board": "needs", "People": "volunteers"}
_HELPING = ("accepted", "active")
_ASKED = ("approved", "offered")
_SHOWN = {
    "Board": {"needs", "residents", "matches", "volunteers"},
    "People": {"volunteers", "checks", "matches", "visits"},
}
"""The tables that each view is made of."""
_STANDING = {"active": "under way", "accepted": "agreed", "offered": "asked"}


def rewrite(work: Work, settings: Settings) -> None:
    """Plan the views that show something else than they should; what was typed into them becomes notes."""
    makers: dict[str, Callable[[Rows, Settings], list[dict[str, str]]]] = {"Board": board, "People": people}
    for name, make in makers.items():
        found = work.sheet.tabs.get(name)
        if found is None or found.missing:
            continue
        if work.stopped & _SHOWN[name]:
            work.stopped.add(name)  # this book may not know all that the view shows
            continue
        wanted = [_with_left(line) for line in make(work.current, settings)]
        typed = _typed(found)
        waiting = why_not(work) if typed else None
        if waiting:
            work.problems.append(f"Somebody typed into {found.title}. The words stay there for now. {waiting}")
            wanted = _beside(work, found, typed, wanted)
        if (waiting or not typed) and _same(found, wanted):
            continue
        unit = Unit(name, view=Rewrite(name, tuple(wanted)))
        for about, words in typed if not waiting else ():
            for field, said in words.items():
                says = f"{header(field)}: {said}"
                with_whom = _with_whom(work, found, about)
                take_note(work, unit, (name, about, field), with_whom=with_whom, says=says, words=said)
        work.plan.units.append(unit)


def board(rows: Rows, settings: Settings) -> list[dict[str, str]]:
    """The open needs, the most urgent first, then who waits longest."""
    volunteers, residents = rows.get("volunteers", {}), rows.get("residents", {})
    matches: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for match in _there(rows, "matches"):
        matches[match["need_id"]].append(match)
    needs = [need for need in _there(rows, "needs") if need["status"] == "open"]
    needs.sort(key=lambda n: (-_urgency(n), n["asked_at"] or n["at"], n["id"]))
    lines = []
    for need in needs:
        who = [m for m in matches[need["id"]] if m["status"] in _HELPING]
        who = who or [m for m in matches[need["id"]] if m["status"] in _ASKED]
        resident = residents.get(need["resident_id"] or "", {})
        lines.append(
            {
                "id": need["id"],
                "hub": _hub(need["hub"], settings),
                "task_type": _task(need["task_type"], settings),
                "urgency": shown(need["urgency"]).replace("_", " "),
                "slots": shown(need["slots"]).replace("_", " "),
                "sector": shown(need["sector"]),
                "asked_at": _day(need["asked_at"] or need["at"]),
                "promised_by": _promised(need, settings),
                "people": shown(need["people"]),
                "standing": _standing(matches[need["id"]]),
                "volunteers": "; ".join(sorted(shown(volunteers.get(m["volunteer_id"], {}).get("name")) for m in who)),
                "resident": shown(resident.get("name")),
            }
        )
    return lines


def people(rows: Rows, settings: Settings) -> list[dict[str, str]]:
    """The volunteers, by name: what they offer, whom they help now, which checks are due."""
    helping = Counter(m["volunteer_id"] for m in _there(rows, "matches") if m["status"] in _HELPING)
    last: dict[str, str] = {}
    for visit in _there(rows, "visits"):
        if visit["status"] == "done" and visit["on"]:
            last[visit["volunteer_id"]] = max(last.get(visit["volunteer_id"], ""), visit["on"])
    checks: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for each in _there(rows, "checks"):
        checks[each["volunteer_id"]].append(each)
    volunteers = sorted(_there(rows, "volunteers"), key=lambda v: (str(v["name"] or "").casefold(), v["id"]))
    return [
        {
            "id": v["id"],
            "name": shown(v["name"]),
            "hub": _hub(v["hub"], settings),
            "status": shown(v["status"]),
            "tasks": "; ".join(_task(task, settings) for task in split(v["tasks"])),
            "how_many": shown(v["how_many"]),
            "helping_now": str(helping[v["id"]]),
            "last_helped": last.get(v["id"], ""),
            "checks": "; ".join(sorted({_check(each) for each in checks[v["id"]]})),
            "checks_due": min((str(each["renew_on"]) for each in latest_checks(checks[v["id"]])), default=""),
            "hold_until": _day(v["hold_until"]),
        }
        for v in volunteers
    ]


def _there(rows: Rows, table: str) -> Iterable[Mapping[str, Any]]:
    return (row for row in rows.get(table, {}).values() if not row[VOID])


def _urgency(need: Mapping[str, Any]) -> int:
    return URGENCIES.index(need["urgency"]) if need["urgency"] in URGENCIES else 0


def _standing(matches: Iterable[Mapping[str, Any]]) -> str:
    status = furthest(match["status"] for match in matches)
    return _STANDING.get(status, status) if status else "nobody yet"


def _hub(code: str | None, settings: Settings) -> str:
    hub = settings.hubs.get(code or "")
    return hub.name if hub else shown(code)


def _task(code: str | None, settings: Settings) -> str:
    task = settings.task_types.get(code or "")
    return task.name if task else shown(code).replace("_", " ")


def _check(row: Mapping[str, Any]) -> str:
    return " ".join(shown(row[name]).replace("_", " ") for name in ("kind", "level") if row[name])


def _day(at: str | None) -> str:
    return moment(at).astimezone(LONDON).strftime("%Y-%m-%d %H:%M") if at else ""


def _promised(need: Mapping[str, Any], settings: Settings) -> str:
    by = answer_by(settings.community, moment(need["asked_at"] or need["at"]), need["urgency"])
    return by.astimezone(LONDON).strftime("%Y-%m-%d %H:%M")


def _with_left(line: dict[str, str]) -> dict[str, str]:
    return line | {LEFT: json.dumps({k: v for k, v in line.items() if v}, ensure_ascii=False, separators=(",", ":"))}


def _same(found: Found, wanted: list[dict[str, str]]) -> bool:
    """Whether the view shows these lines, in whatever order a person sorted them."""
    there = Counter(tuple(line.text(name) for name in found.tab.fields) for line in found.lines)
    return there == Counter(tuple(line.get(name, "").strip() for name in found.tab.fields) for line in wanted)


def _typed(found: Found) -> list[tuple[str, dict[str, str]]]:
    """What was typed into the view, line by line: the record it stands beside, "" for none, and the words by field."""
    if LEFT in found.fresh:
        return []  # what was there before can't be told from what was typed
    typed = []
    for line in found.lines:
        left = _left(line)
        texts = {name: line.text(name) for name in found.tab.fields if name != LEFT}
        words = {name: text for name, text in texts.items() if text and text != str(left.get(name, "")).strip()}
        if words:
            typed.append((check(str(left.get("id") or line.text("id"))) or "", words))
    return typed


def _beside(
    work: Work, found: Found, typed: Iterable[tuple[str, dict[str, str]]], wanted: list[dict[str, str]]
) -> list[dict[str, str]]:
    """The view with the words that are not taken down yet, each in its cell. Those about the erased go with them."""
    lines, more = {line["id"]: line for line in wanted}, []
    free = set(lines)
    for about, words in typed:
        if work.is_gone(_TABLE[found.tab.name], about):
            continue
        if about in free:
            free.remove(about)
            lines[about] = lines[about] | words
        else:
            own = {"id": about} if about else {}
            more.append(_with_left(own) | words)
    return [*lines.values(), *more]


def _left(line: Line) -> Mapping[str, Any]:
    try:
        left = json.loads(line.text(LEFT) or "{}")
    except ValueError:
        return {}
    return left if isinstance(left, dict) else {}


def _with_whom(work: Work, found: Found, about: str) -> str | None:
    if found.tab.name == "People":
        return about or None
    resident: str | None = work.current["needs"].get(about, {}).get("resident_id")
    return resident
