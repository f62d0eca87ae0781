"""Emails that came back: which message it was, and whether anything will ever arrive at that address."""

import email
import logging
import re
from dataclasses import dataclass
from email.message import Message
from itertools import pairwise

from flufl.bounce import all_failures

from community.messages.return_address import returned_to
from community.tables import ids
from community.tables.message_codes import BounceKind

_MUCH = 2_000_000
_RETURNED_TO = ("To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "Cc")
_OWN_ID = re.compile(r"^message-id:\s*<(D[0-9A-Z]{9})@", re.IGNORECASE | re.MULTILINE)
# How one mail begins in a file of several (mbox): with whom it is from, and when it came.
_BEGINS = re.compile(rb"^From \S.* [A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d.* \d{4}\s*$", re.MULTILINE)
_ANSWERED = re.compile(r"<(D[0-9A-Z]{9})@", re.IGNORECASE)

# It logs with a traceback what it can't read, and in that stands whose mail it was.
logging.getLogger("flufl.bounce").setLevel(logging.CRITICAL + 1)


@dataclass(frozen=True)
class Bounce:
    """A message that came back. The address is not in it: the message's row says whom it was to."""

    message_id: str
    kind: BounceKind


def mails_in(raw: bytes) -> list[bytes]:
    """Each mail in a file: of several, as mail programs save a whole folder (mbox), or of one."""
    if not _BEGINS.match(raw):
        return [raw]
    starts = [found.start() for found in _BEGINS.finditer(raw)]
    starts = [each for each in starts if not each or raw[:each].endswith((b"\n\n", b"\n\r\n"))]
    return [raw[begin:end] for begin, end in pairwise([*starts, len(raw)])]


def read_bounce(raw: bytes) -> Bounce | None:
    """The message that this mail says could not be delivered; None for an answer, an advertisement, anything else.

    The message is known by the address that it returned to or else by the id in the copy that came back with it.
    """
    try:
        mail = email.message_from_bytes(raw[:_MUCH])
        later, never = all_failures(mail)
        message_id = _message_of(mail, raw) if later or never else None
    except Exception:  # noqa: BLE001 (anybody may send us anything, and the library's readers are many)
        return None
    if message_id is None:
        return None
    return Bounce(message_id, BounceKind.HARD if never else BounceKind.SOFT)


def _message_of(mail: Message, raw: bytes) -> str | None:
    returned = "\n".join(str(value) for name in _RETURNED_TO for value in mail.get_all(name, []))
    answered = "\n".join(str(value) for name in ("In-Reply-To", "References") for value in mail.get_all(name, []))
    named = [*_OWN_ID.findall(raw[:_MUCH].decode("ascii", "replace")), *_ANSWERED.findall(answered)]
    return returned_to(returned) or next((found for each in named if (found := ids.check(each))), None)
