"""What a status machine is: its statuses, what each means, whose turn it is, and what may follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from community.tables.statuses import AnyStatus

Owner = Literal["hub", "coordinator", "director", "volunteer", "machine", "lead", "nobody"]
"""Whose turn it is: the hub's call handlers and coordinators, its coordinator, the director, the volunteer asked, the
matching, the safeguarding lead (or a deputy, or the chair), or nobody any more."""


@dataclass(frozen=True)
class Status:
    """One status of one kind of record."""

    means: str
    owner: Owner
    next: tuple[AnyStatus, ...] = ()
    usual: AnyStatus | None = None
    """Of `next`, what comes most often: the main button. Never a step by which somebody loses something."""


@dataclass(frozen=True)
class StatusMachine:
    """All statuses of one kind of record, by code; `starts` are those it may be born with, `ends` those in which it is over."""

    table: str
    starts: tuple[AnyStatus, ...]
    ends: frozenset[AnyStatus]
    statuses: Mapping[str, Status]
    lasting: frozenset[AnyStatus] = frozenset()
    """Statuses in which a record is kept however long nothing happens to it."""
