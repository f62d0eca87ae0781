"""The user at work, and what every read and action needs to know of them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import datetime

from community.book import Book, utc_now
from community.places import Places
from community.settings import ListedPerson, Settings
from community.tables.roles import Duty, Role

MACHINE = "matching"
"""The name that the book keeps with what the machine did."""


@dataclass(frozen=True)
class User:
    """A person who runs the community: the name kept with each decision, their role, a coordinator's hub, and any duty.

    Without a role they may do nothing: `permissions` grants what each role and each duty may do.
    """

    name: str
    role: Role | None
    hub: str | None = None
    safeguarding: Duty | None = None
    more: frozenset[str] = frozenset()
    """Actions and grants that the settings give this role besides what is built in."""


def with_more(settings: Settings, user: User) -> User:
    """The user, with what the settings give their role besides what is built in."""
    more = settings.roles.get(user.role) if user.role else None
    return replace(user, more=frozenset(more.grants)) if more else user


def listed_user(settings: Settings, person: ListedPerson) -> User:
    """Who somebody on the list of people is once they log in."""
    return with_more(settings, User(person.name, person.role, person.hub, person.safeguarding))


def _all_saved(ids: Collection[str]) -> set[str]:  # noqa: ARG001 (the signature that every desk has)
    return set()


@dataclass(frozen=True)
class WorkContext:
    """A user at work: who they are, the book, the settings, the places. The first argument of every read and action."""

    book: Book
    settings: Settings
    user: User
    places: Places | None = None
    """To find where a postcode is; without it, what is triaged has no place until somebody looks."""
    clock: Callable[[], datetime] = field(default=utc_now, repr=False)
    unsaved: Callable[[Collection[str]], set[str]] = field(default=_all_saved, repr=False)
    """Which of these records the book's keeper does not have yet. Where the disk forgets, that is the spreadsheet; a
    book on a disk of its own has everything."""
