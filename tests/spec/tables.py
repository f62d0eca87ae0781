"""Reads the examples of a Markdown page: tables under bold captions, in words that a director reads."""

import math
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from community.matching import DEFAULT, Weights
from community.tables.vocabulary import DBS_LEVELS, SLOTS, URGENCIES
from tests.matching.boards import asks, make_need, make_volunteer, people

Table = list[dict[str, str]]

CAPTIONS = (
    *("Volunteers", "Needs", "Agreed already", "Weights", "Proposed", "Left empty", "Who else", "Why not"),
    *("If somebody else", "How many are left", "Whom to look for", "Whom to ask"),
)


@dataclass
class Example:
    """The tables of one section of a page, by caption."""

    name: str
    tables: dict[str, Table] = field(default_factory=dict)


def examples(page: Path) -> list[Example]:
    found = []
    for section in re.split(r"^#+ ", page.read_text(encoding="utf-8"), flags=re.M)[1:]:
        example = Example(section.splitlines()[0])
        for caption, rows in re.findall(r"^\*\*([^*]+)\*\*\n\n((?:\|.*\n)+)", section, flags=re.M):
            assert caption in CAPTIONS, f"no such table: {caption}"
            assert caption not in example.tables, f"{caption} is there twice: give the second example a heading"
            example.tables[caption] = _rows(rows)
        if example.tables:
            found.append(example)
    assert found, f"no example in {page.name}"
    return found


def table_with(page: Path, header: str) -> Table:
    """The table of a page whose first column has this header."""
    found = [
        t
        for t in re.findall(r"(?:^\|.*\n)+", page.read_text(encoding="utf-8"), flags=re.M)
        if t.startswith(f"| {header} |")
    ]
    assert len(found) == 1
    return _rows(found[0])


def _rows(lines: str) -> Table:
    header, _, *body = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines.splitlines()]
    return [dict(zip(header, row, strict=True)) for row in body]


def volunteers(rows: Table) -> pd.DataFrame:
    return people(*(make_volunteer(**dict(_volunteer(name, cell) for name, cell in row.items())) for row in rows))


def needs(rows: Table) -> pd.DataFrame:
    told = [{name: cell for name, cell in row.items() if name != "where"} for row in rows]
    return asks(*(make_need(**dict(_need(name, cell) for name, cell in row.items())) for row in told))


def areas(rows: Table) -> dict[str, str]:
    """Where each need is, as the page says; the same place for all where it does not."""
    return {row["need"]: row.get("where", "here") for row in rows}


def weights(rows: Table) -> Weights:
    """The usual weights, but for those that the page names."""
    return replace(DEFAULT, **{row["reason"]: whole(row["counts"]) for row in rows})


def whole(cell: str) -> int:
    return int(cell.replace(",", ""))


def _list(cell: str) -> set[str]:
    return {part.strip() for part in cell.split(",") if part.strip()}


def _times(cell: str) -> int:
    return 0 if cell == "any time" else sum(1 << SLOTS.index(slot) for slot in _list(cell))


def _km(cell: str) -> float:
    return math.nan if cell == "not known" else float(cell.removesuffix(" km"))


def _days(cell: str) -> float:
    return math.nan if cell == "never" else float(cell.removesuffix(" days ago"))


def _yes(cell: str) -> bool:
    return {"yes": True, "no": False}[cell]


def _visits(cell: str) -> dict[str, int]:
    return {who.strip(): int(count) for who, count in (part.split(":") for part in _list(cell))}


_VOLUNTEER = {
    "volunteer": ("volunteer_id", str),
    "offers": ("tasks", _list),
    "lives at": ("easting", lambda cell: 375_000.0 + 1000 * _km(cell)),
    "goes up to": ("max_distance_km", _km),
    "in person": ("in_person", _yes),
    "free": ("slots", _times),
    "car": ("has_car", _yes),
    "room for": ("capacity", int),
    "DBS check": ("dbs_level", DBS_LEVELS.index),
    "training": ("training", _list),
    "speaks": ("languages", _list),
    "last asked": ("last_asked_days", _days),
    "matches now": ("active", int),
    "avoids": ("avoids", _list),
}
_NEED = {
    "need": ("need_id", str),
    "resident": ("resident_id", str),
    "kind": ("task_type", str),
    "at": ("easting", lambda cell: 375_000.0 + 1000 * _km(cell)),
    "in person": ("in_person", _yes),
    "when": ("slots", _times),
    "how soon": ("urgency", URGENCIES.index),
    "asked": ("waiting_days", lambda cell: 0.0 if cell == "today" else _days(cell)),
    "response": ("response_days", lambda cell: float(cell.removesuffix(" days"))),
    "car": ("needs_car", _yes),
    "wants": ("people", int),
    "in pairs": ("in_pairs", _yes),
    "DBS check": ("min_dbs", DBS_LEVELS.index),
    "training": ("training", _list),
    "speaks": ("languages", _list),
    "asks for": ("prefers", _list),
    "avoids": ("avoids", _list),
    "known": ("known", _visits),
    "came to nothing with": ("refused", _list),
}


def _volunteer(name: str, cell: str) -> tuple[str, object]:
    column, read = _VOLUNTEER[name]
    return column, read(cell)


def _need(name: str, cell: str) -> tuple[str, object]:
    column, read = _NEED[name]
    return column, read(cell)
