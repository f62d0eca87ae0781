"""The address that an undelivered email returns to: one for each message, so that the message is known by it."""

import re

from community.tables import ids

_PREFIX = "bounces+"
_RETURNED = re.compile(rf"{re.escape(_PREFIX)}(D[0-9A-Z]{{9}})@", re.IGNORECASE)


def return_address(message_id: str, domain: str) -> str:
    """The address of this message at this domain: `bounces+D7K3QF2MX4@example.org`."""
    return f"{_PREFIX}{bare(message_id)}@{domain}"


def returned_to(addresses: str) -> str | None:
    """The message whose address is among these, however a server wrote it; None where none is."""
    return next((found for each in _RETURNED.findall(addresses) if (found := ids.check(each))), None)


def bare(message_id: str) -> str:
    """The id without its hyphens, as it stands in addresses."""
    return message_id.replace("-", "")
