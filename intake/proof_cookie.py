"""The cookie of a browser in which a volunteer has proved who they are: sealed, short, and good for one link only.

It holds until when it opens, and a seal. Which message it belongs to is sealed in and not sent, so that it says nothing
about anybody (docs/adr/0018-second-proof.md).
"""

import hashlib
from datetime import timedelta

from itsdangerous import BadSignature, Signer

from community.casework import WorkContext
from community.links import link_keys

PROVED_FOR = timedelta(minutes=30)
"""Long enough to find the way and the door, too short to matter on a telephone that was left on a bus."""


def seal_proof(context: WorkContext, message_id: str) -> str:
    """The value of the cookie, from now on. Raises BadKey."""
    until = int((context.clock() + PROVED_FOR).timestamp())
    return _signer(context, message_id).sign(str(until)).decode()


def is_proved(context: WorkContext, message_id: str, cookie: str) -> bool:
    """Whether we gave this cookie out for this message, and it still opens. Raises BadKey."""
    try:
        until = int(_signer(context, message_id).unsign(cookie))
    except BadSignature:
        return False
    return context.clock().timestamp() < until


def _signer(context: WorkContext, message_id: str) -> Signer:
    # itsdangerous tries all keys and signs with the last.
    return Signer(
        list(reversed(link_keys(context.settings))),
        salt=f"visit proved:{message_id}",
        key_derivation="hmac",
        digest_method=hashlib.sha256,
    )
