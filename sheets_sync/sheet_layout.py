"""The layout of the spreadsheet: its tabs, their columns, and the marks by which they are found again.

The spreadsheet carries its own log. A table's tab shows what people told us, where it may be corrected; its last,
hidden column `born` holds the row as it was received; the tab `changes` holds everything decided or corrected since.
From these two every machine computes what each cell should say, and so what a person typed into it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Literal, Self

from community.book import HEAD, Arrival
from community.forms import Form
from community.tables import TABLES
from community.tables.row_types import ColumnName
from community.wording import first_upper, spelled

Kind = Literal["table", "log", "erasures", "view"]

VERSION_KEY = "community.version"
"""Marks the spreadsheet: the version of the program that added tabs or columns last."""
VERSION = int(HEAD)
"""This program's. It is that of the book's schema, which rises with every column that there is to tell."""
TAB_KEY = "community.table"
"""Marks a tab, whatever it is called now."""
COLUMN_KEY = "community.column"
"""Marks a column, wherever it stands and whatever its header says."""
FRESH_KEY = "community.fresh"
"""Marks a column that was made again after somebody deleted it, until the sync has filled it."""
MADE_KEY = "community.made"
"""Tells, on the tab `changes`, which tabs were once made: one of them that is not there was deleted."""
HAD_KEY = "community.columns"
"""Tells, on a tab, which columns it once had: one of them that is not there was deleted."""
BEFORE, BEFORE_KEY = "before", "community.before"
"""The title, and the mark, of the tab that holds the lines which the last write hit, as they were before it."""
BEFORE_ID = 1_650_812_027
"""That tab's own id: the batch that makes it has to name it, and a copied file may lack the mark."""
ANSWERS_KEY = "community.answers"
"""Marks a tab in which Google writes the answers to one of our forms."""
GUARD = "sync_"
"""Every write begins by taking the name `sync_N+1` and giving `sync_N` back: of two writers, one is refused."""

LOGS = ("changes", "erasures")
"""The tabs that hold what was decided, and what was erased. While one is not whole, nothing can be judged."""
BORN = "born"
LEFT = "left"
ID = ColumnName.ID
FIRST = (ID, ColumnName.AT, ColumnName.BY)
FILLED = frozenset({ColumnName.CHANNEL})
"""Told columns that the program fills in for the person who typed the row."""
MOST_IN_A_CELL = 50_000
"""Characters; Google refuses more."""
LOG = tuple(each.name for each in fields(Arrival))


@dataclass(frozen=True)
class Tab:
    """One tab: the fields of its columns in their first order, and those of them a person may correct."""

    name: str
    title: str
    kind: Kind
    fields: tuple[str, ...]
    told: tuple[str, ...] = ()

    def without(self, fields: Collection[str]) -> Self:
        """The tab as a program knows it that has never heard of these fields."""
        fewer, told = ([name for name in each if name not in fields] for each in (self.fields, self.told))
        return replace(self, fields=tuple(fewer), told=tuple(told))

    @property
    def hidden(self) -> bool:
        """Whether it holds nothing a person can correct or read with ease."""
        return self.kind in ("log", "erasures") or (self.kind == "table" and not self.told)

    @property
    def hidden_fields(self) -> tuple[str, ...]:
        """Columns that are for the program."""
        return tuple(field for field in self.fields if field in (BORN, LEFT))


FIRST_MADE = frozenset(
    {
        *("volunteers", "checks", "help_requests", "residents", "needs", "matches", "pairs", "visits", "contacts"),
        *("organisations", "weights", "changes", "erasures"),
    }
)
"""The tabs that a spreadsheet had from the beginning, where nothing tells which were made."""


VIEWS: Mapping[str, tuple[str, ...]] = {
    "Board": (
        "id", "hub", "task_type", "urgency", "slots", "sector", "asked_at", "promised_by", "people", "standing",
        "volunteers", "resident", LEFT,
    ),
    "People": (
        "id", "name", "hub", "status", "tasks", "how_many", "helping_now", "last_helped", "checks", "checks_due",
        "hold_until", LEFT,
    ),
}  # fmt: skip
"""The two tabs that are only looked at: open needs, and volunteers."""


def tabs(forms: Iterable[Form]) -> list[Tab]:
    """Every tab of a community's spreadsheet: the views first, then what was told, then the logs."""
    asked: dict[str, list[str]] = {}
    for form in forms:
        asked.setdefault(form.table, []).extend(c for c in form.questions if c.startswith("extra."))
    found = [Tab(name, name, "view", fields) for name, fields in VIEWS.items()]
    for table in TABLES.values():
        if table.sheet and table.name != "erasures":
            told = [c.name for c in table.columns if c.origin == "told" and c.name != "extra"]
            told += dict.fromkeys(asked.get(table.name, ()))
            found.append(Tab(table.name, table.name, "table", (*FIRST, *told, BORN), tuple(told)))
    erasures = (*FIRST, *(c.name for c in TABLES["erasures"].columns))
    return [*found, Tab("changes", "changes", "log", LOG), Tab("erasures", "erasures", "erasures", erasures)]


def header(field: str) -> str:
    """What a column is called: `how_many` is "How many"."""
    return first_upper(spelled(field.removeprefix("extra.")))


@cache
def by_header(fields: tuple[str, ...]) -> dict[str, str]:
    """The fields by what a person may call their columns, in small letters. Each sync asks for every tab's."""
    return {text.casefold(): name for name in fields for text in (name, header(name))}


def note(tab: Tab, field: str) -> str:
    """What a column means, for the note on its header."""
    own = {
        "id": "The record's number. Please leave it as it is",
        "at": "When it came in",
        "by": "How or by whom it came in",
        BORN: "The row as it came in, for the program. Please leave it as it is",
        LEFT: "The row as the program left it. Please leave it as it is",
        "promised_by": "Until when an answer was promised",
        "standing": "Where the need stands",
        "volunteers": "Who helps, or is asked",
        "resident": "Whom it is for",
        "helping_now": "How many needs they help with now",
        "last_helped": "The last day they helped",
        "checks": "The checks that were seen",
        "checks_due": "The first check that is due again",
    }
    if tab.kind == "table" and field.startswith("extra."):
        return "An answer to a question of our own"
    table = {"Board": "needs", "People": "volunteers"}.get(tab.name, tab.name)
    column = TABLES[table].by_name.get(field) if table in TABLES else None
    return own.get(field) or (column.means if column else header(field))
