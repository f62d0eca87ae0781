"""Emails that came back: which message it was, and whether anything will ever arrive at that address."""

import re
import subprocess
import sys
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from itertools import pairwise
from pathlib import Path

from community.messages.return_address import returned_to
from community.tables import ids
from community.tables.message_codes import BounceKind

SECONDS = 5
"""So long a machine may work at one mail; what takes longer was made to. An honest one takes a hundredth."""
_AT_MOST = 60
"""Seconds: so long a machine that has much else to do may take for them."""
_PROGRAM = Path(__file__).with_name("bounce_program.py")
_MUCH = 2_000_000
_RETURNED_TO = ("To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "Cc")
_OWN_ID = re.compile(r"^message-id:\s*<(D[0-9A-Z]{9})@", re.IGNORECASE | re.MULTILINE)
# How one mail begins in a file of several (mbox): with whom it is from, and when it came.
_BEGINS = re.compile(rb"^From \S.* [A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d.* \d{4}\s*$", re.MULTILINE)
_ANSWERED = re.compile(r"<(D[0-9A-Z]{9})@", re.IGNORECASE)


class EndlessMail(Exception):
    """Reading this mail takes longer than reading any that a mail server writes: a person has to look."""


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

    The message is known by the address that it returned to or else by the id in the copy that came back with it. Raises
    EndlessMail.
    """
    message_id = _message_of(raw[:_MUCH])
    kind = None if message_id is None else _kind(raw[:_MUCH])
    return None if message_id is None or kind is None else Bounce(message_id, kind)


def _message_of(raw: bytes) -> str | None:
    try:
        mail = BytesHeaderParser().parsebytes(raw)
        returned = "\n".join(str(value) for name in _RETURNED_TO for value in mail.get_all(name, []))
        answered = "\n".join(str(value) for name in ("In-Reply-To", "References") for value in mail.get_all(name, []))
    except Exception:  # noqa: BLE001 (anybody may send us anything)
        return None
    named = [*_OWN_ID.findall(raw.decode("ascii", "replace")), *_ANSWERED.findall(answered)]
    return returned_to(returned) or next((found for each in named if (found := ids.check(each))), None)


def _kind(raw: bytes) -> BounceKind | None:
    """What the mail says of the address, if it is a report that something did not arrive. Raises EndlessMail."""
    command = [sys.executable, "-I", str(_PROGRAM), str(SECONDS)]
    try:
        # What it says of a mail that it can't read would name whose mail that was.
        done = subprocess.run(command, input=raw, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=_AT_MOST)
    except subprocess.TimeoutExpired:
        raise EndlessMail from None
    if done.returncode < 0:
        raise EndlessMail  # the system ended it
    if done.returncode > 0:
        raise RuntimeError("The program that reads returned mail could not be run.")
    said = done.stdout.decode("ascii")
    return BounceKind(said) if said else None
