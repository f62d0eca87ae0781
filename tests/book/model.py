"""What a book should say, in plain Python: no database, no cleverness."""

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

    def root(self, name: str) -> tuple[str, bool]:
        """The deed that a chain of undos is about, and whether its last link puts it in force."""
        puts = True
        while (undoes := self.deeds[name].undoes) is not None:
            name, puts = undoes, not puts
        return name, puts

    def may_undo(self, name: str) -> bool:
        """Whether the book is, where this deed touched it, as the deed left it."""
        if name not in self.deeds:
            return False
        root, puts = self.root(name)
        if self.counts[root] != puts:
            return False
        order = list(self.deeds)
        deed = self.deeds[root]
        touched, added = set(deed.changed), set(deed.added)
        if not touched and not added:
            return False
        if puts:  # what goes out of sight must be as this deed left it, every field
            added |= {record for (record, field), (_, to) in deed.changed.items() if field == "void" and to is None}
        later = [d for d in order[order.index(root) + 1 :] if self.deeds[d].undoes is None and self.counts[d]]
        if any(key in touched or key[0] in added for other in later for key in self.deeds[other].changed):
            return False
        # Nothing is changed about a record that is out of sight and stays so.
        return all(
            (record, "void") in touched or record in added or not self.now[record]["void"] for record, _ in touched
        )

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
    for group in groups.values():
        if all(row[name] == was for *_, name, was, _ in group):
            row |= {name: now for *_, name, _, now in group}
        else:
            conflicts |= {change[2] for change in group}
    return row, conflicts
