"""What the registry of actions says of one: who may do it, from which statuses, and the words for it."""

from dataclasses import dataclass

from community.tables.roles import Role
from community.tables.statuses import AnyStatus
from community.tables.verbs import Verb


@dataclass(frozen=True)
class ActionSpec:
    """The rules and words of one action, the same for every person and every record."""

    verb: Verb
    roles: frozenset[Role]
    done: str
    """What is said when it is done."""
    statuses: frozenset[AnyStatus] | None = None
    """The statuses it may come from; None where it is free of the status."""
    undone: str = "taken back"
    """What is said of it when it is undone."""
    changes_board: bool = True
    """Whether the matching reads anything of what it writes: somebody else may be the best for a need then."""
