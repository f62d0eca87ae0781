"""Whose word stands on a field, when actions, their undoing and the undoing of that are counted."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any


def standing(entries: Iterable[Any], maker: str | None = None) -> tuple[str, ...]:
    """The actions whose word stands on one field, the last one at the end; from its changes in order, no conflicts.

    An action puts itself on the stack. Its undo takes it off again, and the undo of that undo puts it back: afterwards
    the field's history is as if neither had been, so that what came before can be undone in its turn. Of whether a row
    is in sight, the first word is its `maker`'s: the action that added it.
    """
    stack: tuple[str, ...] = () if maker is None else (maker,)
    effects = {each: (each, True) for each in stack}
    for c in entries:
        whose, put = c.action, True
        if c.undoes in effects:
            undone, was_put = effects[c.undoes]
            if not was_put or stack[-1:] == (undone,):
                whose, put = undone, not was_put
        stack = (*stack, whose) if put else stack[:-1]
        effects[c.action] = (whose, put)
    return stack


def by_field(changes: Iterable[Any]) -> dict[tuple[str, str, str], list[Any]]:
    """Changes by (table, record, field), each list in order; conflicts left out."""
    found: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for c in sorted(changes, key=in_order):
        if c.conflict is None:
            found[c.table, c.record_id, c.field].append(c)
    return found


def in_order(change: Any) -> tuple[str, str, str]:
    """How the changes of one record follow each other: by time. One action's share their time and stay together."""
    return change.at, change.action, change.id
