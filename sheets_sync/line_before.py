"""A copy of a line as it was when a write hit it, and which line the write was meant for.

A write goes to row numbers, and somebody may sort between the read and the write. The writer checks afterwards, but it
may be killed before it does, and its disk may be gone by the next start. So each batch first copies the lines it is
about to hit into a hidden tab. From the copy every machine can tell what was hit, and restore what was there.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sheets_sync.cell_values import typed
from sheets_sync.sheet_layout import BORN, FILLED, ID, Tab

ADDED = -1
"""In place of a place: the line was added again at the end."""


@dataclass(frozen=True)
class Before:
    """One line that a batch hit: what it was to be, and what it was. Texts that we wrote are told by their hashes."""

    tab: str
    place: int
    id: str
    """The number that stood on the line that was meant, when it was read; "" where there was none."""
    says: str | None
    """The hash of what the meant line said, where its number alone does not tell it from others."""
    record: str
    """Whose told cells were to say something else."""
    was: Mapping[str, str]
    """Those cells: field -> hash of what they said."""
    now: Mapping[str, str]
    """Field -> hash of what was written."""
    gave: str
    """The number that was written; "" for none."""
    kind: str
    """"given" for a new number, "back" for what was put back, "blank" for what was emptied, else ""."""
    back_by: tuple[int, ...] | None = None
    """Of an earlier write that missed: the places of the lines that this one put back; None: the write is this one."""
    forward_by: tuple[int, ...] | None = None
    """The same of the lines that this one gave what had not reached them."""
    columns: tuple[str, ...] = ()
    """Fields that the tab had then; since, a newer program may have added some."""
    there: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """What stood on the line that was hit, by field, just before the write."""

    def text(self, name: str) -> str:
        """A cell of ours as text."""
        raw = self.there.get(name)
        return "" if raw is None else str(raw).strip()

    def missed(self, tab: Tab) -> bool:
        """Whether the write hit the wrong line."""
        return self.text(ID) != self.id or (self.says is not None and self.hash_of(tab, self.there) != self.says)

    def hash_of(self, tab: Tab, cells: Mapping[str, Any]) -> str:
        """The hash of what people told on a line, as the tab was then."""
        return told_hash(tab.without(set(tab.fields).difference(self.columns)), cells)

    @property
    def takes_away(self) -> bool:
        """Whether the write removed something from the spreadsheet that must not stay in the copy either."""
        emptied = any(text == hashed("") and self.text(name) for name, text in self.now.items())
        return self.kind == "blank" or emptied or (BORN in self.now and bool(self.text(BORN)))


def hashed(text: str) -> str:
    """A hash that tells a text from others and reveals nothing of it."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def cell_hash(tab: Tab, name: str, raw: Any) -> str:
    """The hash of what a person sees in a cell."""
    return hashed(typed(tab.name, name, raw))


def told_hash(tab: Tab, cells: Mapping[str, Any]) -> str:
    """The hash of what people told on a line."""
    names = [name for name in tab.told if name not in FILLED]
    return hashed(json.dumps([typed(tab.name, name, cells.get(name)) for name in names]))


def dumped(one: Before) -> str:
    """Everything but the copy itself, as text to put in front of it."""
    told = {"tab": one.tab, "place": one.place, "id": one.id, "says": one.says, "record": one.record}
    told |= {"was": one.was, "now": one.now, "back_by": one.back_by, "forward_by": one.forward_by}
    return json.dumps({**told, "gave": one.gave, "kind": one.kind}, ensure_ascii=False, separators=(",", ":"))


def read(rows: Sequence[Sequence[Any]], number: int | None) -> tuple[Before, ...]:
    """What the tab tells of the batch that took this number; nothing of another's."""
    try:
        head = json.loads(rows[0][0])
        if head["number"] != number:
            return ()
        return tuple(_one(row, head["columns"]) for row in rows[1:] if row and row[0])
    except (IndexError, KeyError, TypeError, ValueError):
        return ()  # somebody typed into it


def passed_on(first: Sequence[Any], number: int, to: int) -> str | None:
    """The tab's first cell under another number, where its batch took this one: a write that hits no line passes on."""
    try:
        head = json.loads(first[0])
        return json.dumps({**head, "number": to}, ensure_ascii=False) if head["number"] == number else None
    except (IndexError, KeyError, TypeError, ValueError):
        return None  # it tells of another batch, or somebody typed into it


def _one(row: Sequence[Any], columns: Mapping[str, Sequence[str]]) -> Before:
    told = json.loads(row[0])
    cells = zip(columns[told["tab"]], row[1:], strict=False)
    return Before(
        **told,
        columns=tuple(columns[told["tab"]]),
        there={name: raw for name, raw in cells if name and raw not in ("", None)},
    )
