"""The list of what waits, worked out once for everybody who sees the same: a role has it once, however many sit there.

What somebody sees follows from their role, their hub and their duty. The list is made for these three alone, without a
name, so nothing of one person can stand in another's.
"""

import threading
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple
from weakref import WeakKeyDictionary

from community.book import Book
from community.casework.board_cache import moment_of
from community.casework.user import User, WorkContext
from community.casework.worklist import WorklistItem, today
from community.settings import Settings
from community.tables.roles import Duty, Role


class _Sight(NamedTuple):
    """All that decides what a user sees and may do."""

    role: Role | None
    hub: str | None
    safeguarding: Duty | None


class _Made(NamedTuple):
    moment: tuple[str, int]
    settings: Settings
    items: tuple[WorklistItem, ...]


@dataclass
class _Lists:
    """The lists of one book, by sight, each with the lock of the one thread that makes it while others wait."""

    made: dict[_Sight, _Made] = field(default_factory=dict)
    making: dict[_Sight, threading.Lock] = field(default_factory=lambda: defaultdict(threading.Lock))


_lock = threading.Lock()
_kept: "WeakKeyDictionary[Book, _Lists]" = WeakKeyDictionary()


def list_of_today(context: WorkContext, now: datetime) -> tuple[WorklistItem, ...]:
    """What `today` gives, worked out anew only after a write to the book or with a new quarter of an hour."""
    sight = _Sight(context.user.role, context.user.hub, context.user.safeguarding)
    with _lock:
        lists = _kept.setdefault(context.book, _Lists())
        making = lists.making[sight]
    moment = moment_of(context.book, now)
    found = lists.made.get(sight)
    if found is None or not _holds(found, moment, context.settings):
        with making:
            # Another thread may have made it meanwhile, and more may have been written.
            moment = moment_of(context.book, now)
            found = lists.made.get(sight)
            if found is None or not _holds(found, moment, context.settings):
                user = User("", sight.role, sight.hub, sight.safeguarding)
                items = tuple(today(replace(context, user=user), now))
                found = _Made(moment, context.settings, items)
                with _lock:
                    _forget_older(lists, moment)
                    lists.made[sight] = found
    return found.items


def _holds(made: _Made, moment: tuple[str, int], settings: Settings) -> bool:
    return made.moment == moment and (made.settings is settings or made.settings == settings)


def _forget_older(lists: _Lists, moment: tuple[str, int]) -> None:
    """Forget the lists of an older book: somebody named in them may have been erased since."""
    for sight in [sight for sight, made in lists.made.items() if made.moment[0] != moment[0]]:
        del lists.made[sight]
