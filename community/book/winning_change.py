"""Which action decides a field's value, when actions, their undos and the undos of those are counted."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any


def standing(entries: Iterable[Any], maker: str | None = None) -> tuple[str, ...]:
    """The actions that count on one field, the deciding one last. Takes its changes in order, without conflicts.

    An action puts itself on the stack. Its undo takes it off again, and the undo of that undo puts it back: afterwards
    the field's history is as if neither had happened, so the change before can be undone in its turn. For the field
    that says whether a row is void, the stack begins with its `maker`, the action that added the row.
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
    """The sort key for the changes of one record: by time. Changes of one action share their time and stay together."""
    return change.at, change.action, change.id
