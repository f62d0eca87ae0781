"""The brake: recognises when the changes in one read of a tab look like a slip of the hand.

A column sorted by itself, cells cleared or merged, a find-and-replace over everything: to a program each looks like
hundreds of corrections, and believing them would mix up names and numbers. So a read that changes much at once is held
and a person is asked. Corrections by hand between two reads pass: a few lines, fifteen postcodes, a column that was
empty, a whole table sorted with all its columns.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from community.tables import TABLES, table_of
from community.tables.ids import check
from community.wording import counted
from sheets_sync import origin_cell as borns
from sheets_sync.planning.dragged_cells import is_dragged
from sheets_sync.planning.line_owners import reclaimed
from sheets_sync.planning.line_slips import MANY
from sheets_sync.planning.sync_plan import Touched, Work
from sheets_sync.sheet_layout import BORN, ID, header
from sheets_sync.sheet_model import FoundTab

WHOLE = "spreadsheet"
"""In place of a tab's name: the whole spreadsheet is held."""
_MOVED = 3
"""So many values that differ from one another and are other lines' old ones: nobody types a ring of three by hand."""
_BY_HAND, _MANY, _TENTH = 16, 40, 10
"""Cells of one column. Fifteen are an hour's honest work; forty at once, or a tenth of a long column, are no hand's."""
_NEARLY_ALL, _FEWEST = 0.8, 8
"""In a short tab: this share of a column, and at least so many cells."""
_EMPTIED, _EMPTIED_FEWEST, _QUARTER = 10, 5, 4
"""Cells of one column that lost what they said. People seldom take away; merging and clearing do nothing else."""
_ALIKE = 20
"""Cells of free text that were empty and all say the same now: something was dragged down a column."""
_OVER_ALL = 60
"""Cells of all columns together."""
_GONE, _GONE_FEWEST = 10, 6
"""Lines that are there no more: so many and a tenth of the tab, or so many and half of it."""
_NAMELESS = 3
"""Lines that lost their number and say what a record says that has no line."""
_SPOILT = 5
"""Lines whose number or birth note is gone or another's, and a tenth of the tab; fewer put themselves right."""
_FREE = frozenset({"text", "long_text"})


@dataclass(frozen=True)
class Doubt:
    """What a person is asked about one tab, or about the whole spreadsheet."""

    tab: str
    words: str
    """What it looks like. No value of any cell is in it."""
    takeable: bool
    """Whether it can be meant so. Rows torn apart and a log cut short can't."""
    print: str
    """Changes when what is asked about changes."""
    kinds: tuple[str, ...] = ()
    refusable: bool = True
    """Whether this machine knows what to put back."""


def doubts(work: Work) -> dict[str, Doubt]:
    """By tab, the doubts about this plan: each tab that looks like a slip, and what it looks like."""
    found = {}
    for table in work.known.rows:
        tab = work.sheet.tabs.get(table)
        if tab is None or tab.missing or (table in work.stopped and table not in work.torn):
            continue
        if one := _doubt(work, tab):
            found[table] = one
    if log := _log(work):
        found[WHOLE] = log
    return found


def older(work: Work, number: int, known: int) -> Doubt:
    """The question about a spreadsheet that was put back to an earlier version."""
    gone = _newly_gone(work)
    rows, lines = sum(tab != "changes" for tab, _ in gone), sum(tab == "changes" for tab, _ in gone)
    lacks = f" It lacks {counted(rows, 'row')} and {counted(lines, 'decision_or_correction')} of ours." if gone else ""
    words = f"Somebody put the whole spreadsheet back to an earlier version.{lacks}"
    return Doubt(WHOLE, words, True, _print("older", number, known), ("older",))


def newly_gone(work: Work, tab: str) -> set[tuple[str, str]]:
    """Lines of this tab (of all: the whole spreadsheet) that this read misses and none before it did."""
    return {ref for ref in _newly_gone(work) if tab in (WHOLE, ref[0])}


def _newly_gone(work: Work) -> set[tuple[str, str]]:
    back = work.known.read_back
    return {ref for ref in work.plan.missing if ref in back and back[ref].missing_since is None}


def _doubt(work: Work, found: FoundTab) -> Doubt | None:
    table = found.tab.name
    if table in work.torn:
        words = (
            f"In the tab {found.title} some columns were sorted and others were not, so its rows are torn apart. To "
            "take it back there: File, Version history, or Ctrl-Z. Sort with the whole sheet or a filter view instead."
        )
        return Doubt(
            table, words, False, _print("torn", [(x.text(ID), x.text(BORN)[:24]) for x in found.lines]), ("torn",)
        )
    touched = work.touched.get(table, [])
    said = [*_columns(found, touched), *_lines(work, found)]
    if not said:
        return None
    words = f"In the tab {found.title}: " + " ".join(words for _, words in said)
    kinds = tuple(kind for kind, _ in said)
    takeable = "unreadable" not in kinds and len(work.slipped.get(table, ())) < MANY
    return Doubt(table, words, takeable, print_of(work, found), kinds, refusable=not _UNKNOWN & {*kinds})


def print_of(work: Work, found: FoundTab, without: Collection[tuple[str, str]] = ()) -> str:
    """A hash that changes when the tab's question changes, apart from these (record, field)."""
    touched = [each for each in work.touched.get(found.tab.name, []) if (each.record, each.field) not in without]
    gone = sorted(newly_gone(work, found.tab.name))
    return _print(sorted(touched), gone, _spoilt(work, found), *_changed_notes(work, found))


def looks_like_a_slip(found: FoundTab, cells: Sequence[Touched]) -> bool:
    """Whether these cells alone would be asked about."""
    return bool(_columns(found, cells))


def _columns(found: FoundTab, touched: Sequence[Touched]) -> list[tuple[str, str]]:
    """What columns look like that changed much at once: kind and words."""
    said: dict[str, list[tuple[str, int, int]]] = {}
    for name in found.tab.told:
        cells = [each for each in touched if each.field == name]
        if cells and (kind := _kind(found, name, cells)):
            there = sum(bool(line.text(name)) for line in found.lines)
            emptied = sum(bool(each.was) and not each.now for each in cells)
            said.setdefault(kind, []).append((header(name), len(cells), there + emptied))
    other = [each for each in touched if each.was]  # filling empty cells is honest work
    if not said and len(other) >= _OVER_ALL:
        fields = len({each.field for each in other})
        words = f"{len(other)} cells in {fields} columns say something else at once, as after a find-and-replace."
        return [("many", words)]
    return [(kind, _WORDS[kind].format(**_named(each))) for kind, each in said.items()]


_WORDS = {
    "moved": "{the} {seem} to have been sorted or moved by {itself}: {count} lines now have another line's {value}.",
    "many": "{count} of {of} cells of {the} say something else at once, as after a find-and-replace.",
    "emptied": "{count} of {of} cells of {the} lost what they said, as when cells are cleared or merged.",
    "dragged": "{count} cells of {the} all say the same now or count on downwards, as when a cell is dragged down.",
    "alike": "{count} cells of {the} that were empty all say the same now, as when something is dragged down.",
}


def _named(each: Sequence[tuple[str, int, int]]) -> dict[str, object]:
    """The columns' names, in words, with the figures of the one that changed most."""
    names = [name for name, *_ in each]
    shown = ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")
    one = len(names) == 1
    _, count, of = max(each, key=lambda one: one[1])
    return {
        "the": f"the column {shown}" if one else f"the columns {shown}",
        "seem": "seems" if one else "seem",
        "itself": "itself" if one else "themselves",
        "value": "value" if one else "values",
        "count": count,
        "of": max(of, count),
    }


def _kind(found: FoundTab, name: str, cells: Sequence[Touched]) -> str | None:
    """What the changes of one column look like; None: like somebody's corrections."""
    lines = max(1, len(found.lines))
    was, now = Counter(c.was for c in cells if c.was), Counter(c.now for c in cells if c.now)
    both = was & now
    if len(both) >= _MOVED and both.total() * 2 >= len(cells):
        return "moved"
    emptied = sum(bool(each.was) and not each.now for each in cells)
    filled = sum(bool(line.text(name)) for line in found.lines) + emptied
    if emptied >= _EMPTIED or (emptied >= _EMPTIED_FEWEST and emptied * _QUARTER >= filled):
        return "emptied"
    replaced = sum(bool(each.was) for each in cells)
    limit = min(_MANY, max(_BY_HAND, filled // _TENTH))
    if replaced >= limit or (replaced >= _FEWEST and replaced >= _NEARLY_ALL * filled):
        return "many"
    if is_dragged(found, name, cells):
        return "dragged"
    fresh = Counter(each.now for each in cells if not each.was)
    if fresh and _is_free(found.tab.name, name) and (most := max(fresh.values())) >= _ALIKE and most * 2 >= lines:
        return "alike"
    return None


def _is_free(table: str, name: str) -> bool:
    """Whether people type their own words in this column, so that many cells alike look like an accident."""
    column = TABLES[table].by_name.get(name)
    return column is not None and not column.words and column.kind in _FREE


def _lines(work: Work, found: FoundTab) -> list[tuple[str, str]]:
    """What lines look like that vanished, or lost their number, at once."""
    table, said = found.tab.name, []
    gone, nameless = newly_gone(work, table), reclaimed(work, found, work.nobody.get(table, ()))
    all_ = sum(tab == table for tab, _ in work.known.read_back) if gone else 0
    if len(nameless) >= _NAMELESS:
        said.append(("spoilt", f"{len(nameless)} rows lost their number and would count as new people."))
    elif _is_much(len(gone), all_):
        said.append(("gone", f"{len(gone)} of {all_} rows are gone at once."))
    spoilt = _spoilt(work, found)
    if len(spoilt) >= _SPOILT and len(spoilt) * _TENTH >= len(found.lines):
        said.append(("spoilt", f"{len(spoilt)} rows lost their number, or have another's."))
    changed, unreadable = _changed_notes(work, found)
    if len(changed) + len(unreadable) >= _SPOILT:
        said.append(("unreadable" if unreadable else "notes", _NOTES.format(count=len(changed) + len(unreadable))))
    return said


_NOTES = (
    "{count} rows were changed in the hidden column at their end too, as after a find-and-replace over everything, and "
    "this machine does not know what stood there before. To take it back there: File, Version history, or Ctrl-Z."
)
_UNKNOWN = frozenset({"notes", "unreadable"})


def _changed_notes(work: Work, found: FoundTab) -> tuple[list[int], list[int]]:
    """Places of lines this book does not know, whose birth note somebody changed; and of those that tell no row now."""
    table, known = found.tab.name, work.known.rows[found.tab.name]
    changed, unreadable = [], []
    for line in found.lines:
        if not (text := line.text(BORN)) or check(line.text(ID)) in known:
            continue
        told = borns.read(table, text)
        if told is None:
            unreadable.append(line.place)
        elif told.spoilt and told.row.id not in known:
            changed.append(line.place)
    return changed, unreadable


def _is_much(count: int, of: int) -> bool:
    return (count >= _GONE and count * _TENTH >= of) or (count >= _GONE_FEWEST and count * 2 >= of)


def _spoilt(work: Work, found: FoundTab) -> list[int]:
    """Places of lines whose number does not fit their birth note, or that have only one of the two."""
    table, spoilt = found.tab.name, []
    made_again = {"id", BORN} & found.fresh.keys()
    for line in found.lines:
        own, told = line.text(ID), line.text(BORN)
        if own and told.startswith(f'{borns.BEGINS}{own}"'):
            continue
        named, row = check(own), borns.read(table, told) if told else None
        if row is None and named is not None and table_of(named) == table and _is_unknown(work, table, named):
            spoilt.append(line.place)  # a fresh book can't know it, and would give it another number
        elif not made_again and (row is not None or (named is not None and not _is_unknown(work, table, named))):
            spoilt.append(line.place)
    return spoilt


def _is_unknown(work: Work, table: str, record: str) -> bool:
    ref = (table, record)
    return record not in work.known.rows[table] and ref not in work.known.read_back and ref not in work.erased


def _log(work: Work) -> Doubt | None:
    """The question about lines of the log that vanished."""
    gone = newly_gone(work, "changes")
    of = sum(tab == "changes" for tab, _ in work.known.read_back) if gone else 0
    if not _is_much(len(gone), of):
        return None
    words = f"{len(gone)} of {of} lines of the tab changes are gone at once. They hold what was decided and corrected."
    return Doubt(WHOLE, words, False, _print("log", sorted(gone)), ("log",))


def _print(*parts: object) -> str:
    told = json.dumps(parts, ensure_ascii=False, default=list)
    return hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=10).hexdigest()
