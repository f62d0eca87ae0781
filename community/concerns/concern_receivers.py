"""Who receives and may open a concern: the lead, a deputy, the chair of the trustees; never a person it names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from community.casework import User
from community.casework.permissions import on_duty
from community.identity import folded_words
from community.settings import Settings
from community.tables.roles import Duty, DutyGrant, Role

Kind = Literal["record", "works_here", "runs_it", "other"]


@dataclass(frozen=True)
class Named:
    """Somebody whom a concern names: by a record, by the list of people, or by a name alone.

    `runs_it`: the public form was told that it is about somebody who runs the hub, named or not.
    """

    kind: Kind
    name: str | None = field(default=None, repr=False)
    table: str | None = None
    id: str | None = None


def folded_name(name: str | None) -> str:
    """The name in small letters and without extra spaces, for comparing."""
    return " ".join((name or "").casefold().split())


def people_here(settings: Settings) -> list[str]:
    """The names of everybody who works here, the director first, each once."""
    names = [settings.community.director, *(person.name for person in settings.people)]
    return list({folded_name(name): name for name in reversed(names)}.values())[::-1]


def is_about(user: User, named: Iterable[Named]) -> bool:
    """Whether the concern names this user."""
    return any(_names(each, user.name) for each in named)


def is_about_the_top(settings: Settings, named: Iterable[Named]) -> bool:
    """Whether the concern names the director or the lead, or is about somebody who runs the hub."""
    top = [settings.community.director]
    top += [p.name for p in settings.people if p.role == Role.DIRECTOR or p.safeguarding == Duty.LEAD]
    return any(each.kind == "runs_it" or any(_names(each, name) for name in top) for each in named)


def _names(one: Named, name: str) -> bool:
    """Whether this names a person called `name`: all words of it, among others, in any order, with or without accents.

    On the public form strangers write "Mrs Lena Lead, from your office".
    """
    words = folded_words(name)
    return bool(words) and set(words) <= set(folded_words(one.name or ""))


def may_open(user: User, settings: Settings, named: Sequence[Named]) -> bool:
    """Whether this user may know that the concern exists, and read it."""
    if not on_duty(user, DutyGrant.OPEN_CONCERNS) or is_about(user, named):
        return False
    if is_about_the_top(settings, named):
        return on_duty(user, DutyGrant.OPEN_CONCERNS_ABOUT_THE_LEAD_OR_DIRECTOR)
    return True


def is_kept_here(settings: Settings) -> bool:
    """Whether this machine keeps concerns: not where the disk forgets and the spreadsheet keeps the book."""
    return not settings.kept_in_sheet


def is_received(settings: Settings) -> bool:
    """Whether somebody receives concerns here: there must be a lead in the list of people.

    In the invented town every visitor may look as the lead.
    """
    return is_kept_here(settings) and (settings.demo or any(p.safeguarding == Duty.LEAD for p in settings.people))


def somebody_may_open(settings: Settings, named: Sequence[Named]) -> bool:
    """Whether anybody in the list of people may open a concern that names these people."""
    if settings.demo:
        return True
    users = (User(p.name, p.role, p.hub, p.safeguarding) for p in settings.people)
    return any(may_open(user, settings, named) for user in users)
