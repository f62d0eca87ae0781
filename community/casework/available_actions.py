"""Which buttons to show: the very rules that the actions themselves ask."""

from community.book import Row
from community.casework.permissions import user_can, user_can_see_hub
from community.casework.policies import state_allows
from community.casework.user import User


def can(user: User, verb: str, row: Row) -> bool:
    """Whether this person may do this to a record they see. The action may still find a rule in the way."""
    if row.table == "volunteers" and not user_can_see_hub(user, row["hub"]):
        return False
    return user_can(user, verb) and state_allows(verb, row)
