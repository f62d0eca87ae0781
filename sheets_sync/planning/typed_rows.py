"""Plans for rows that a person typed into the sheet, or made by copying another and changing it."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from community.book import Received
from community.forms import enriched, seen_in
from community.identity import can_be_written_to, email_addresses, phone_numbers
from community.places import Place, Places
from community.tables import TABLES, Table, table_of
from community.tables.canonical import NotCanonical, Value, added, moment
from community.tables.column import PersonColumns
from community.tables.flags import Flag
from community.tables.ids import check, derive
from community.tables.row_types import ColumnName
from community.tables.status_machines import MACHINES
from community.tables.vocabulary import Channel
from sheets_sync import origin_cell as borns
from sheets_sync.cell_values import kind_of, typed, value
from sheets_sync.correction_identity import BY
from sheets_sync.mistyped_cells import as_number, is_error, is_unticked, with_nought
from sheets_sync.planning.record_values import full
from sheets_sync.planning.sync_plan import CellWrite, Unit, Work
from sheets_sync.sheet_layout import BORN, FILLED, ID, header
from sheets_sync.sheet_model import FoundTab, SheetLine

_TOTALS = frozenset(
    {"total", "totals", "grand total", "subtotal", "sub total", "sum", "count", "counts", "average", "mean", "number"}
)
_TICKS = frozenset({"true", "false", "yes", "no", "y", "n", "x", "ok", "done"})
"""What stands in a column of check boxes that is formatted as text, and what people type down one instead."""
_MAY_NAME_ANOTHER = frozenset({"ref", "refs", "long_text"})
"""Kinds of columns in which another row's number is no accident."""


def is_about_somebody(table: str, cells: Mapping[str, Any]) -> bool:
    """Whether the row has a name, or a way to reach somebody: ticks down a column, totals and stray figures are about
    nobody. What belongs to another record has to say to which.
    """
    if TABLES[table].owner is not None:
        return _words(cells, str(TABLES[table].owner)) != ""
    people = TABLES[table].people
    names = {called(TABLES[table]), *(each.name for each in people)}
    return any(_is_name(_words(cells, name)) for name in names) or any(_can_be_reached(cells, each) for each in people)


def called(table: Table) -> str:
    """The column that says what or who a row is: its name or, where it has none, the first words in it."""
    name = ColumnName.NAME
    return name if name in table.by_name else next((c.name for c in table.columns if c.kind == "text"), name)


def _is_name(words: str) -> bool:
    plain = re.sub(r"[\W_]+", " ", words).strip().casefold()
    return any(letter.isalpha() for letter in words) and plain not in _TOTALS | _TICKS


def _can_be_reached(cells: Mapping[str, Any], person: PersonColumns) -> bool:
    telephone = person.telephone
    return bool(
        (telephone and phone_numbers(_words(cells, telephone)))
        or (telephone and with_nought(telephone, as_number(telephone, cells.get(telephone))))
        or (person.email and email_addresses(_words(cells, person.email)))
        or (person.address and can_be_written_to(_words(cells, person.address)))
    )


def _words(cells: Mapping[str, Any], name: str) -> str:
    """What somebody wrote there: no number, no tick, no error."""
    raw = cells.get(name)
    return raw.strip() if isinstance(raw, str) and not is_error(raw) else ""


TYPED, COPIED = Flag.TYPED_IN_SHEET, Flag.COPIED_IN_SHEET
_NOBODY = "This row says nobody's name and no way to reach anybody, so it is not taken in."
_WANTED_OF_MOST = "Type one of them, or delete the row. Totals belong in a tab of your own."
_WANTED = {"checks": "Type the volunteer's number (it begins with V), or delete the row."}


def take_typed(work: Work, found: FoundTab, places: Places, lines: tuple[tuple[SheetLine, bool], ...]) -> None:
    """Give every line its id that says the same as at the read before; remember the others until the next one.

    The id follows from what the line says, so that two machines give the same; the row enters the book when the sheet
    has it.
    """
    table = found.tab.name
    taken = work.known.rows[table].keys() | {i for t, i in work.plan.seen if t == table}
    again: dict[str, int] = {}
    for line, copied in lines:
        told = {name: text for name in found.tab.told if (text := _typed(table, name, line.cells.get(name)))}
        if why := _why_not_its_place(work, found, line):
            work.aside(table, line, None, why)
            continue
        if not is_about_somebody(table, line.cells):
            work.aside(table, line, None, f"{_NOBODY} {_WANTED.get(table, _WANTED_OF_MOST)}")
            continue
        content = json.dumps(told, sort_keys=True, ensure_ascii=False)
        mark = hashlib.blake2b(f"{table} {content}".encode("utf-8", "replace"), digest_size=16).hexdigest()
        again[mark] = again.get(mark, 0) + 1
        mark = f"{mark}-{again[mark]}"
        again_soon = (table, line.place) in work.mended
        if mark not in work.known.memory.get("typed", {}) or not work.pull or again_soon:
            work.plan.typed.add(mark)
            continue
        number = 0
        while True:
            own = derive(TABLES[table].letter, BY, table, content, str(number))
            if own not in taken and (table, own) not in work.erased and (table, own) not in work.known.read_back:
                break
            number += 1
        taken |= {own}
        row = Received(table, own, work.now, BY, _values(work, found, line, told, places, copied=copied))
        work.current[table][own] = full(table, row)
        cells = {ID: own, ColumnName.AT: row.at, ColumnName.BY: row.by, BORN: borns.write(row)}
        # The cell says it too, or it would seem that somebody emptied it.
        cells |= {n: str(row.values.get(n) or "") for n in found.tab.told if n in FILLED and n not in told}
        work.plan.units.append(
            Unit(
                own,
                cells=[CellWrite(table, line.place, own, name, text) for name, text in cells.items()],
                new_rows=[row],
                lines=[(table, line.place, {n: line.cells.get(n) for n in found.tab.told if n not in cells})],
            )
        )


def _typed(table: str, name: str, raw: Any) -> str:
    """What somebody typed there: an empty check box says nothing."""
    return "" if is_unticked(kind_of(table, name), raw) else typed(table, name, raw)


def _why_not_its_place(work: Work, found: FoundTab, line: SheetLine) -> str | None:
    """Why the line is another tab's, or its cells are other columns', in words; None where neither shows."""
    table = found.tab.name
    named = check(line.text(ID))
    home = table_of(named) if named else None
    if home is not None and home != table and named in work.known.rows.get(home, ()):
        return f"This row belongs to the tab {home}, by its number. Move it back there, or delete it here."
    cells = {name: line.text(name) for name in found.columns if name not in (ID, BORN)}
    if any(
        text.startswith(borns.BEGINS)
        or (kind_of(table, name) not in _MAY_NAME_ANOTHER and check(text) in work.known.rows[table])
        for name, text in cells.items()
    ):
        return "Cells of this row have moved sideways, under other headings. Press Ctrl-Z, or move them back."
    return None


def _values(
    work: Work, found: FoundTab, line: SheetLine, told: dict[str, str], places: Places, *, copied: bool
) -> dict[str, Value]:
    """What the row says, and what we add to a row that comes in: where it stands, whose area it is, its flags."""
    table = found.tab.name
    flags: set[str] = {COPIED if copied else TYPED}
    values: dict[str, Value] = {}
    for name in told:
        try:
            values[name] = value(table, name, line.cells.get(name))
        except NotCanonical:
            work.aside(table, line, None, f"{header(name)} can't be read, so the row is taken in without it.")
    columns = TABLES[table].by_name
    place = places.find(str(values.get(ColumnName.POSTCODE) or "")) if ColumnName.POSTCODE in columns else Place()
    flags |= seen_in(table, values) | set(place.flags)
    status = MACHINES[table].starts[0] if table in MACHINES else None
    values |= enriched(table, values, place, status=status, channel=Channel.SHEET, now=moment(work.now), flags=flags)
    ours = {name.removeprefix("extra."): each for name, each in values.items() if name.startswith("extra.")}
    values[ColumnName.EXTRA] = added(ours)
    return {name: each for name, each in values.items() if each is not None and name in columns}
