"""Every status: what it means, whose turn it is, and what may follow. The docs are drawn from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Owner = Literal["hub", "coordinator", "director", "volunteer", "machine", "lead", "nobody"]
"""Whose turn it is: the hub's call handlers and coordinators, its coordinator, the director, the volunteer asked, the
matching, the safeguarding lead (or a deputy, or the chair), or nobody any more."""


@dataclass(frozen=True)
class Status:
    """One status of one kind of record."""

    means: str
    owner: Owner
    next: tuple[str, ...] = ()
    usual: str | None = None
    """Of `next`, what comes most often: the main button. Never a step by which somebody loses something."""


@dataclass(frozen=True)
class StatusMachine:
    """All statuses of one kind of record, by code; `starts` are those it may be born with."""

    table: str
    starts: tuple[str, ...]
    statuses: Mapping[str, Status]


_OVER = ("completed", "cancelled")
MACHINES: dict[str, StatusMachine] = {
    m.table: m
    for m in (
        StatusMachine(
            "help_requests",
            ("new",),
            {
                "new": Status("nobody has answered it yet", "hub", ("no_answer", "triaged", "closed")),
                "no_answer": Status("somebody tried and reached nobody", "hub", ("triaged", "closed")),
                "triaged": Status("its needs are known", "coordinator", ("closed",)),
                "closed": Status("nothing more to do", "nobody", ("triaged",)),
            },
        ),
        StatusMachine(
            "needs",
            ("open",),
            {
                "open": Status("help is wanted or under way", "coordinator", ("closed",)),
                "closed": Status("over, with a reason", "nobody", ("open",)),
            },
        ),
        StatusMachine(
            "matches",
            ("proposed", "approved"),
            {
                "proposed": Status(
                    "the matching suggests it", "coordinator", ("approved", "declined", "superseded", "cancelled")
                ),
                "approved": Status(
                    "a coordinator chose it; ring the volunteer",
                    "hub",
                    ("offered", "accepted", "declined", "stood_down", "cancelled"),
                ),
                "offered": Status(
                    "the volunteer was asked",
                    "volunteer",
                    ("accepted", "declined", "lapsed", "stood_down", "cancelled"),
                ),
                "accepted": Status("the volunteer said yes; tell the resident", "hub", ("active", *_OVER)),
                "active": Status("the resident knows who comes", "volunteer", _OVER),
                "completed": Status("the help was given", "nobody"),
                "declined": Status("somebody said no", "nobody"),
                "lapsed": Status("no answer in time", "nobody"),
                "stood_down": Status("another was faster", "nobody"),
                "superseded": Status("another proposal took its place", "nobody"),
                "cancelled": Status("called off", "nobody"),
            },
        ),
        StatusMachine(
            "volunteers",
            ("applied",),
            {
                "applied": Status(
                    "wrote to us; say hello", "coordinator", ("checking", "ready", "left", "declined"), "checking"
                ),
                "checking": Status(
                    "checks and induction are under way",
                    "coordinator",
                    ("ready", "paused", "left", "declined"),
                    "ready",
                ),
                "ready": Status("may be asked", "machine", ("checking", "paused", "left")),
                "paused": Status("wants a rest", "volunteer", ("checking", "ready", "left"), "ready"),
                "left": Status("helps no more", "nobody", ("checking",)),
                "declined": Status("we said no", "nobody", ("checking",)),
            },
        ),
        StatusMachine(
            "visits",
            ("planned", "done", "not_in", "no_show"),
            {
                "planned": Status("agreed for a day", "volunteer", ("done", "not_in", "no_show", "cancelled")),
                "done": Status("help was given", "nobody"),
                "not_in": Status("the resident was not in", "hub"),
                "no_show": Status("the volunteer did not come", "hub"),
                "cancelled": Status("called off", "nobody"),
            },
        ),
        StatusMachine(
            "organisations",
            ("offered",),
            {
                "offered": Status("signed; not printed yet", "director", ("approved", "withdrawn"), "approved"),
                "approved": Status("printed on the site", "nobody", ("withdrawn",)),
                "withdrawn": Status("no longer printed", "nobody", ("approved",)),
            },
        ),
        StatusMachine(
            "concerns",
            ("raised",),
            {
                "raised": Status("somebody is worried; reply within the hour", "lead", ("acknowledged",)),
                "acknowledged": Status("a person has it; decide the same day", "lead", ("decided",)),
                "decided": Status("what is done, and why, is written down", "lead", ("referred", "closed")),
                "referred": Status("passed to those who can protect", "lead", ("closed",)),
                "closed": Status("nothing more to do here", "nobody"),
            },
        ),
        StatusMachine(
            "contacts",
            ("open", "dealt_with"),
            {
                "open": Status("somebody must come back to it", "hub", ("dealt_with",)),
                "dealt_with": Status("nothing more to do", "nobody", ("open",)),
            },
        ),
    )
}

LIVE = frozenset({"approved", "offered", "accepted", "active"})
"""Statuses of a match that take a place of the need and a share of the volunteer's week."""
AGREED = frozenset({"accepted", "active"})
"""Statuses in which the volunteer may know who the resident is."""


def may_follow(table: str, was: str, now: str) -> bool:
    """Whether a record of this table may go from one status straight to the other."""
    return now in MACHINES[table].statuses[was].next
