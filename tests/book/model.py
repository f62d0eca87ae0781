"""What a book should say, in plain Python: no database, no cleverness."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

FIELDS = ("status", "notes", "extra.pets")
Field = tuple[str, str]
"""(record, field); the field `void` says whether the record is out of sight."""


@dataclass
class Deed:
    """An action that was done: what it made of each field, what it added, what it undid."""

    changed: dict[Field, tuple[Any, Any]]
    added: tuple[str, ...] = ()
    undoes: str | None = None


@dataclass
class Model:
    """Records, keys, and every deed with whether its word still counts."""

    received: dict[str, dict[str, Any]] = field(default_factory=dict)
    now: dict[str, dict[str, Any]] = field(default_factory=dict)
    keys: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    deeds: dict[str, Deed] = field(default_factory=dict)
    counts: dict[str, bool] = field(default_factory=dict)
    """Of each deed that is not itself an undo: whether it is in force."""
    left: dict[str, dict[Field, list[str]]] = field(default_factory=dict)
    """What each deed left behind: the deeds in force on every field of the records it touched."""

    def seen(self) -> dict[str, dict[str, Any]]:
        """The records that can be read."""
        return {r: {f: row[f] for f in FIELDS} for r, row in self.now.items() if not row["void"]}

    def add(self, record: str, values: dict[str, Any]) -> None:
        """A new record."""
        self.received[record] = dict(values)
        self.now[record] = values | {"void": None}

    def do(self, name: str, changed: dict[Field, Any], added: tuple[str, ...] = (), undoes: str | None = None) -> None:
        """Write down a deed and put its word in force."""
        net = {key: (self.now[key[0]][key[1]], to) for key, to in changed.items() if self.now[key[0]][key[1]] != to}
        for (record, name_), (_, to) in net.items():
            self.now[record][name_] = to
        self.deeds[name] = Deed(net, added, undoes)
        root, puts = self.root(name)
        self.counts[root] = puts
        touched = {record for record, _ in self.deeds[root].changed} | set(self.deeds[root].added)
        self.left[name] = self.all_standing(touched)

    def root(self, name: str) -> tuple[str, bool]:
        """The deed that a chain of undos is about, and whether its last link puts it in force."""
        puts = True
        while (undoes := self.deeds[name].undoes) is not None:
            name, puts = undoes, not puts
        return name, puts

    def standing(self, key: Field) -> list[str]:
        """The deeds in force that changed this field; of `void`, those that added the record too."""
        return [
            name
            for name, deed in self.deeds.items()
            if self.counts.get(name) and (key in deed.changed or (key[1] == "void" and key[0] in deed.added))
        ]

    def all_standing(self, records: Iterable[str]) -> dict[Field, list[str]]:
        """The same for every field of these records."""
        return {(record, name): self.standing((record, name)) for record in records for name in (*FIELDS, "void")}

    def may_undo(self, name: str) -> bool:
        """Whether the book is, where this deed touched it, as the deed left it."""
        if name not in self.deeds:
            return False
        root, puts = self.root(name)
        deed = self.deeds[root]
        vanishing = set(deed.added) | {r for (r, f), (_, to) in deed.changed.items() if f == "void" and to is None}
        keys = set(deed.changed) | {(record, "void") for record in deed.added}
        if puts:  # what goes out of sight must be as this deed left it, every field
            keys |= {(record, field) for record in vanishing for field in FIELDS}
        if not keys or self.counts[root] != puts or any(self.left[name][key] != self.standing(key) for key in keys):
            return False
        # Nothing is changed about a record that is out of sight and stays so.
        return all((r, "void") in keys or not self.now[r]["void"] for r, _ in keys)

    def undo(self, name: str, new: str) -> None:
        """Turn a deed round: back if it is in force, and in force again if it is an undo."""
        root, puts = self.root(name)
        deed = self.deeds[root]
        to: dict[Field, Any] = {key: was if puts else now for key, (was, now) in deed.changed.items()}
        to |= {(record, "void"): "yes" if puts else None for record in deed.added}
        self.do(new, to, undoes=name)


def replay(
    received: dict[str, Any], changes: list[tuple[str, str, str, str, Any, Any]]
) -> tuple[dict[str, Any], set[str]]:
    """A record from what was received and its changes (at, action, id, field, was, now), and the ids in conflict."""
    row, conflicts = dict(received), set()
    groups: dict[tuple[str, str], list[Any]] = {}
    for change in sorted(changes):
        groups.setdefault(change[:2], []).append(change)
    for whole in groups.values():
        # One that was blanked, for somebody was erased, says nothing: it changes nothing, and holds.
        group = [each for each in whole if each[-2:] != (None, None)]
        if all(row[name] == was for *_, name, was, _ in group):
            row |= {name: now for *_, name, _, now in group}
        else:
            conflicts |= {change[2] for change in group}
    return row, conflicts
