"""The list of what waits, worked out once for everybody who sees the same: a role has it once, however many sit there.

What somebody sees follows from their role, their hub and their duty. The list is made for these three alone, without a
name, so nothing of one person can stand in another's. It is kept, and brought forward by what changed.
"""

import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import NamedTuple
from weakref import WeakKeyDictionary

from community.book import Book, Position
from community.casework.user import User, WorkContext
from community.casework.worklist import KeptList, KnownPair, WorklistItem
from community.settings import Settings
from community.tables.roles import Duty, Role
from community.tables.row_types import ErasureRow
from community.tables.vocabulary import LineKind

_UNUSED = timedelta(days=1)
"""A list that nobody asked for so long is forgotten."""


class _Sight(NamedTuple):
    """All that decides what a user sees and may do."""

    role: Role | None
    hub: str | None
    safeguarding: Duty | None
    more: frozenset[str]


@dataclass
class _Held:
    """The list of one sight, with the lock of the one thread that brings it forward while others wait."""

    list: KeptList = field(default_factory=KeptList)
    making: threading.Lock = field(default_factory=threading.Lock)
    settings: Settings | None = None
    asked: datetime | None = None


@dataclass
class _Lists:
    """The lists of one book, by sight, and how far it is known whether somebody was erased."""

    of: dict[_Sight, _Held] = field(default_factory=lambda: defaultdict(_Held))
    position: Position | None = None


_lock = threading.Lock()
_kept: "WeakKeyDictionary[Book, _Lists]" = WeakKeyDictionary()


def list_of_today(context: WorkContext, now: datetime) -> tuple[WorklistItem, ...]:
    """What `today` gives, of which only what may have changed since it was last asked for is made anew."""
    with _brought_forward(context, now) as kept:
        return kept.items


def known_pairs(context: WorkContext) -> tuple[KnownPair, ...]:
    """The proposals within sight for two who know each other, the most urgent first.

    Left out are needs that are put aside, and whoever one speaks to the lead about first: these are decided one by one.
    """
    with _brought_forward(context, context.clock()) as kept:
        return kept.known


def unused_volunteers(context: WorkContext, now: datetime) -> list[str]:
    """Ready volunteers without a match whom nobody has asked for a while, those who wait longest first."""
    with _brought_forward(context, now) as kept:
        return [one for _, one in sorted((since, one) for one, since in kept.unused.items())]


@contextmanager
def _brought_forward(context: WorkContext, now: datetime) -> Iterator[KeptList]:
    """The list of all who see what this user sees, as it is now."""
    sight = _Sight(context.user.role, context.user.hub, context.user.safeguarding, context.user.more)
    with _lock:
        lists = _kept.setdefault(context.book, _Lists())
        held = lists.of[sight]
        held.asked = now
        _forget(lists, held, context.book, now)
    with held.making:
        if held.settings is not context.settings and held.settings != context.settings:
            held.list, held.settings = KeptList(), context.settings
        user = User("", *sight)
        held.list.at(replace(context, user=user), now)
        yield held.list


def _forget(lists: _Lists, latest: _Held, book: Book, now: datetime) -> None:
    """Forget the lists that nobody asks for, and all others when somebody was erased: they may name them."""
    before, lists.position = lists.position, book.position()
    changed = book.since(before) if before is not None and before != lists.position else None
    erased = before != lists.position and (changed is None or ErasureRow.TABLE in changed.rows)
    for sight, held in list(lists.of.items()):
        if held is not latest and (erased or held.asked is None or held.asked + _UNUSED < now):
            del lists.of[sight]


def beyond_you(context: WorkContext, now: datetime) -> Counter[tuple[LineKind, str | None]]:
    """How many lines the director's list holds that are not on this user's, by kind and hub: figures, no records."""
    whole = replace(context, user=User("", Role.DIRECTOR))
    mine = {(item.id, item.kind) for item in list_of_today(context, now)}
    counts: Counter[tuple[LineKind, str | None]] = Counter()
    for item in list_of_today(whole, now):
        if item.count == 1 and (item.id, item.kind) not in mine:
            counts[item.kind, item.hub] += 1
    return counts
