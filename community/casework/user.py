"""Who is at work, and what they work with."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime

from community.book import Book, utc_now
from community.places import Places
from community.settings import Settings
from community.tables.roles import Duty, Role


@dataclass(frozen=True)
class User:
    """Somebody who runs it: the name kept with each decision, their role, a coordinator's hub, and their duty if any.

    Nobody is given anything for the want of a role: what each role and each duty may do is granted in `permissions`.
    """

    name: str
    role: Role | None
    hub: str | None = None
    safeguarding: Duty | None = None


def _all_saved(ids: Collection[str]) -> set[str]:  # noqa: ARG001 (the signature that every desk has)
    return set()


@dataclass(frozen=True)
class WorkContext:
    """One person at work: the book, the settings, the places and who they are. Every read and action takes it first."""

    book: Book
    settings: Settings
    user: User
    places: Places | None = None
    """To find where a postcode is; without it, what is triaged has no place until somebody looks."""
    clock: Callable[[], datetime] = field(default=utc_now, repr=False)
    unsaved: Callable[[Collection[str]], set[str]] = field(default=_all_saved, repr=False)
    """Which of these records the book's keeper does not have yet. Where the disk forgets, that is the spreadsheet; a
    book on a disk of its own has everything."""
