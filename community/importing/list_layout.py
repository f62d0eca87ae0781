"""Finds the columns of a list and the lines that are its rows, past titles, headers of two lines, and totals.

Every line is told: as a header, as a row, or as left out with the reason. None is lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from community.identity import email_addresses, phone_numbers
from community.importing.column_words import folded, read_column_words
from community.importing.header_words import field_of, is_about_others
from community.importing.list_file import ListFile, ListLine
from community.importing.not_a_list import NotAList
from community.importing.told_slots import header_slots
from community.places import parse

_LOOK = 25
"""Headers stand within so many lines of the beginning."""
_ROW = 3
"""With so many cells that say something, among them somebody's details, a line is a row and no title."""
_LONGEST_TOTAL = 6
"""Cells that a line of totals has at most."""
_LONGEST_POSTCODE = 9
_APART = "Save each of them as a list of its own, and bring them in one after the other."


@dataclass(frozen=True)
class ListColumn:
    """One column: its place from 0 on, and what it is called. `group` stands above it, where there are two headers."""

    place: int
    own: str
    group: str = ""

    @property
    def header(self) -> str:
        """Both headers, as a person would read them."""
        return " ".join(part for part in (self.group, self.own) if part) or f"Column {_letters(self.place)}"


@dataclass(frozen=True)
class ListTable:
    """The list as a table."""

    columns: tuple[ListColumn, ...]
    rows: tuple[ListLine, ...] = field(repr=False)
    header_lines: tuple[int, ...]
    left_out: tuple[tuple[int, str], ...]
    """Lines that are no rows, and why: a title, an empty line, a total, the headers once more."""


def table_of_list(found: ListFile, kind: str) -> ListTable:
    """The columns and the rows of a list of this kind."""
    lines = found.lines
    at, deep = _header(lines, kind)
    width = max(len(line.cells) for line in lines)
    heads = [_wide(lines[place], width) for place in range(at, at + deep)]
    columns = tuple(_columns(heads, width, kind))
    _refuse_side_by_side(columns, lines[at - 1].cells if at else (), lines[at + deep :])
    left_out = [(line.number, "empty" if line.is_empty else "a title above the list") for line in lines[:at]]
    rows = []
    for line in lines[at + deep :]:
        if line.is_empty:
            left_out.append((line.number, "empty"))
        elif heads and _wide(line, width) in heads:
            left_out.append((line.number, "the headers once more"))
        elif _is_total(line):
            left_out.append((line.number, "a total or a closing remark"))
        elif heads and _begins_another(line, kind):
            raise NotAList(f"Another table begins in line {line.number}. {_APART}")
        elif found.separator and _has_swallowed(line, width, found.separator):
            raise NotAList(
                f"In line {line.number} a quotation mark is missing or one too many, so that lines below it stand in "
                "one of its cells. Put it right there, and try again."
            )
        else:
            rows.append(ListLine(line.number, _wide(line, width)))
    used = tuple(c for c in columns if c.own or c.group or any(row.cells[c.place] for row in rows))
    return ListTable(used, tuple(rows), tuple(lines[at + n].number for n in range(deep)), tuple(left_out))


def _refuse_side_by_side(columns: Sequence[ListColumn], above: Sequence[str], below: Sequence[ListLine]) -> None:
    """Raise NotAList if the headers begin once more behind an empty column: each line would be two people in one.

    Below headers of their own, such as "Client" and "Carer", they may.
    """
    own = [folded(column.own) for column in columns]
    for gap, header in enumerate(own):
        groups = {each.group for each in columns[:gap]}
        right = {folded(each.own) for each in columns[gap + 1 :] if not each.group or each.group in groups} - {""}
        empty = not header and not any(_wide(line, len(own))[gap] for line in below)
        if any(above[:gap]) and {*above[gap:]} - {"", *above[:gap]}:
            continue
        if empty and len(right.intersection(own[:gap])) > 1:
            raise NotAList(f"Two tables stand side by side. {_APART}")


def _begins_another(line: ListLine, kind: str) -> bool:
    """Whether the line is a header of other columns: three cells or more, each a usual header, a name among them."""
    known = read_column_words().headers[kind]
    found = {known.get(folded(cell)) for cell in line.cells if cell}
    return len(found) >= _ROW and None not in found and bool({"name", "forename", "surname"} & found)


def _has_swallowed(line: ListLine, width: int, separator: str) -> bool:
    """Whether a cell holds several lines with somebody's details, cut as the list is."""
    inside = (each.split(separator) for cell in line.cells if "\n" in cell for each in cell.split("\n")[1:])
    return width >= _ROW and sum(len(each) == width and _is_told(ListLine(0, tuple(each))) for each in inside) > 1


def _header(lines: Sequence[ListLine], kind: str) -> tuple[int, int]:
    """The place of the first line of headers and how many there are; none where the list begins with its first row."""
    best, where = 0.0, (0, 0)
    widest = max(sum(map(bool, line.cells)) for line in lines[:_LOOK])
    for at, line in enumerate(lines[:_LOOK]):
        filled = sum(map(bool, line.cells))
        below_header = best > 1 and filled >= sum(map(bool, lines[where[0]].cells))
        if _is_told(line) and (filled >= min(_ROW, widest) or below_header):
            break  # it is somebody's row: what stands below it is no header, whatever its words
        if line.is_empty or _is_told(line):
            continue
        score = float(_known([("", cell) for cell in line.cells], kind))
        if score > best:
            best, where = score, (at, 1)
        below = lines[at + 1] if at + 1 < len(lines) else None
        if below is None or below.is_empty or _is_told(below) or sum(map(bool, line.cells)) < 2:
            continue
        pairs = _pairs(line, below, kind)
        both = _known(pairs, kind)
        if both > max(best, score, _known([("", cell) for cell in below.cells], kind) - 0.5 * _has_groups(line, below)):
            best, where = both, (at, 2)
    if best:
        return where
    first = next((at for at, line in enumerate(lines) if sum(map(bool, line.cells)) > 1), 0)
    return (first, 0) if _is_told(lines[first]) else (first, 1)


def _has_groups(above: ListLine, below: ListLine) -> bool:
    """Whether a header above stands over several below: merged cells, written once or in each of them."""
    heads = [cell for cell in above.cells if cell]
    over_nothing = any(
        below.cells[n : n + 1] != ("",) and not cell for n, cell in enumerate(above.cells) if n and any(above.cells[:n])
    )
    return len(heads) >= 2 and (over_nothing or len(set(heads)) < len(heads))


def _pairs(above: ListLine, below: ListLine, kind: str) -> list[tuple[str, str]]:
    width = max(len(above.cells), len(below.cells))
    heads = [_wide(above, width), _wide(below, width)]
    return [(column.group, column.own) for column in _columns(heads, width, kind)]


def _known(headers: Sequence[tuple[str, str]], kind: str) -> int:
    found = [field_of(kind, group, own) or header_slots(f"{group} {own}") for group, own in headers if group or own]
    return sum(bool(each) for each in found)


def _columns(heads: Sequence[tuple[str, ...]], width: int, kind: str) -> list[ListColumn]:
    """The columns. A header above counts until the next one, or until what stands below it can’t belong to it."""
    if len(heads) < 2:
        return [ListColumn(n, heads[0][n] if heads else "") for n in range(width)]
    columns, group, within = [], "", set[str | None]()
    for n in range(width):
        above, own = heads[0][n], heads[1][n]
        if above != group and above:
            group, within = above, set()
        elif not above and (not own or (is_about_others(group) and field_of(kind, group, own) in {None, *within})):
            group = ""
        within.add(field_of(kind, group, own))
        columns.append(ListColumn(n, own, group) if own else ListColumn(n, above))
    return columns


def _is_told(line: ListLine) -> bool:
    """Whether somebody's details stand in the line, so that it is no header."""
    return any(
        bool(email_addresses(cell))
        or (sum(sign.isdigit() for sign in cell) >= 9 and any(not n.doubtful for n in phone_numbers(cell)))
        or _is_postcode(cell)
        for cell in line.cells
        if cell
    )


def _is_postcode(cell: str) -> bool:
    return len(cell) <= _LONGEST_POSTCODE and any(s.isdigit() for s in cell) and parse(cell).postcode is not None


def _is_total(line: ListLine) -> bool:
    """Whether the line sums the list up: it begins with such a word, and holds nothing but it and numbers."""
    filled = [cell for cell in line.cells if cell]
    first = folded(filled[0])
    if first.rstrip("0123456789 ") not in read_column_words().totals or len(filled) > _LONGEST_TOTAL:
        return False
    return not _is_told(line) and all(_is_count(cell) for cell in filled[1:])


def _is_count(cell: str) -> bool:
    return all(sign.isdigit() or sign in " .,/%:-" for sign in cell) or folded(cell) in read_column_words().totals


def _wide(line: ListLine, width: int) -> tuple[str, ...]:
    return line.cells + ("",) * (width - len(line.cells))


def _letters(place: int) -> str:
    """What a spreadsheet program calls the column: A, B, ... Z, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
