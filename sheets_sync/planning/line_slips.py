"""Recognises a line that was typed over, emptied or pushed sideways: no correction of the record whose number it bears.

The brake (`mass_edits`) looks at a tab's columns. One line is few cells, and yet enough to make one person another:
with their checks, what they agreed to, and whom they help.
"""

from collections.abc import Collection, Sequence
from datetime import timedelta

from community.book import VOID, Arrival, Received, read_field
from community.identity import email_addresses, folded_words, given_name, personal_name, phone_numbers, postcode_of
from community.tables import TABLES
from community.tables.canonical import instant, moment
from sheets_sync.cell_values import shown
from sheets_sync.correction_identity import BY
from sheets_sync.origin_cell import BEGINS
from sheets_sync.planning.record_values import stand
from sheets_sync.planning.typed_rows import called, is_about_somebody
from sheets_sync.sheet_model import FoundTab

Texts = dict[str, str]
"""What a line's told cells say, by field."""
MANY = 3
"""So many such lines at once are part of what the brake asks about; fewer wait by themselves."""
_SLOWLY = timedelta(days=14)
"""In this time a line is typed over, cell by cell."""

_EMPTIED = (
    "This row no longer says who or what it is about, so nothing is taken from it. Press Ctrl-Z, or type it in again. "
    "Is the row not wanted? Then delete the whole row, and this page asks."
)
_ANOTHER = (
    "Somebody else now stands in this row, with another name and no way to reach them that we had. One person’s record "
    "can’t become another’s, so nothing more is taken from it. Press Ctrl-Z until the row says what it said, and type "
    "whoever is new into a row of their own at the end. Is it the same person? Then correct it in the dashboard."
)
_SIDEWAYS = (
    "Cells of this row have moved sideways, under other headings, so nothing is taken from it. Press Ctrl-Z, or move "
    "them back."
)


def why_no_correction(
    found: FoundTab, base: Received, logged: Sequence[Arrival], minted: Sequence[Arrival]
) -> str | None:
    """Why these corrections of one line are none, in words; None where they may be some.

    Compared is what the line said some days ago, or when somebody last decided anything about it or took all of a tab:
    a row is typed over cell by cell, and a sync may come in between.
    """
    table, before = found.tab.name, sorted(logged, key=lambda change: (change.at, change.id))
    was = _told(found, base, before)
    since = instant(moment(minted[0].at) - _SLOWLY)
    while before and before[-1].by == BY and before[-1].at > since and not before[-1].reason:
        before.pop()
    first = _told(found, base, before)
    now = was | {change.field: change.now or "" for change in minted}
    if _is_sideways(base.id, was, now):
        return _SIDEWAYS
    if is_about_somebody(table, was) and not is_about_somebody(table, now):
        return _EMPTIED
    return _ANOTHER if _is_another(table, first, now, {change.field for change in minted}) else None


def _told(found: FoundTab, base: Received, logged: Sequence[Arrival]) -> Texts:
    row, _ = stand(found.tab.name, base, logged)
    return {name: "" if row[VOID] else shown(read_field(row, name)) for name in found.tab.told}


def _is_sideways(record: str, was: Texts, now: Texts) -> bool:
    """Whether cells say what others of the line said, and make less sense there than before."""
    changed = [name for name in now if now[name] and now[name] != was[name]]
    if any(now[name].startswith(f'{BEGINS}{record}"') for name in changed):
        return True
    moved = [name for name in changed if now[name] in {was[other] for other in was if other != name}]
    return len(moved) > 1 and any(_fits(name, was[name]) and not _fits(name, now[name]) for name in moved)


def _fits(name: str, text: str) -> bool:
    """Whether the text is what this column of a way to reach somebody, or of a name, is for."""
    if name.endswith("telephone"):
        return bool(phone_numbers(text))
    if name.endswith("email"):
        return bool(email_addresses(text))
    if name == "postcode":
        return postcode_of(text) is not None
    return not name.endswith("name") or not (phone_numbers(text) or email_addresses(text))


def _is_another(table: str, was: Texts, now: Texts, changed: Collection[str]) -> bool:
    """Whether every name the line had is another's now, and no way to reach them is left of those that it had."""
    people = TABLES[table].people[:1]
    names = [name for name in dict.fromkeys((called(TABLES[table]), *(one.name for one in people))) if was.get(name)]
    reached = [name for one in people for name in (one.telephone, one.email, one.address) if name and was.get(name)]
    return (
        bool(names and reached)
        and any(name in changed for name in (*names, *reached))
        and all(now[name] and not _one_name(was[name], now[name]) for name in names)
        and not any(_one_way(name, was[name], now[name]) for name in reached)
    )


def _one_name(one: str, other: str) -> bool:
    """Whether both may be one person's name, spelt otherwise or with another family name after a wedding."""
    before, after = personal_name(one), personal_name(other)
    near = before is not None and after is not None and before.near(after)
    return near or given_name(one).casefold() == given_name(other).casefold() != ""


def _one_way(name: str, one: str, other: str) -> bool:
    """Whether both say one number, email address or address. What is empty now may have been taken out beside it."""
    if name.endswith("telephone"):
        return bool({each.form for each in phone_numbers(one)} & {each.form for each in phone_numbers(other)})
    if name.endswith("email"):
        return bool({*map(str.casefold, email_addresses(one))} & {*map(str.casefold, email_addresses(other))})
    return folded_words(one) == folded_words(other)
