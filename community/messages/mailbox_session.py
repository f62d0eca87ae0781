"""A session with the mailbox (IMAP) to which undelivered emails return: encrypted, logged in, and bounded throughout.

Reading leaves a mail as it is, so that what is none of ours stays unread for whoever else looks there.
"""

import contextlib
import hashlib
import imaplib
import re
import ssl
from collections.abc import Iterator
from typing import Any

from community.messages.connection_deadline import cut_after
from community.settings import Settings
from community.tables.message_codes import MailboxTrouble

SECONDS = 30.0
"""The longest wait for one answer."""
LONGEST = 120.0
"""Seconds: the longest session."""
OF_ONE_MAIL = 256_000
"""Bytes: so much of one mail is read. A report stands at its beginning, and so do the headers of what came back."""
_IN_ALL = 64_000_000
AT_ONCE = 50_000
"""So many numbers are searched with one question: the answer is one line, and the library takes a megabyte at most."""
_QUOTED = re.compile(r'(["\\])')


class NoMailbox(Exception):
    """The mailbox can't be read. `trouble` says why."""

    def __init__(self, trouble: MailboxTrouble) -> None:
        """Keep the reason and nothing that the server said, which may repeat an address."""
        super().__init__(trouble)
        self.trouble = trouble


class MailKeptBack(Exception):
    """The server does not hand out this one mail."""


class ReturnMailbox:
    """The open folder. Every method raises NoMailbox when the server does not do what it is asked."""

    def __init__(self, session: imaplib.IMAP4, name: str, validity: str, end: int) -> None:
        """Take a session whose folder is open. `end`: the number that its next mail will have; 0 if it did not say."""
        self._session, self._end = session, end
        self.name = f"{name}-{validity}"
        """Tells this folder, with the numbers that its mails have now, from every other. It holds no name."""

    def unread_after(self, number: int, most: int) -> list[int]:
        """The numbers (UID) of the unread mails above this one, the lowest first: all, or more than `most` of them."""
        found: set[int] = set()
        ends = range(number + AT_ONCE, self._end - 1, AT_ONCE)
        for first, last in zip(range(number + 1, 2**32, AT_ONCE), [*map(str, ends), "*"], strict=False):
            told = self._ask("SEARCH", f"UID {first}:{last}", "UNSEEN")
            each = [int(one) for line in told if isinstance(line, bytes) for one in line.split() if one.isdigit()]
            # The last mail is always among what `n:*` finds (RFC 3501).
            found.update(one for one in each if one > number)
            if len(found) > most:
                break
        return sorted(found)

    def beginning(self, number: int) -> bytes:
        """The first bytes of this mail, at most OF_ONE_MAIL; nothing where it has gone meanwhile.

        Raises MailKeptBack.
        """
        try:
            told = self._ask("FETCH", str(number), f"(BODY.PEEK[]<0.{OF_ONE_MAIL}>)")
        except NoMailbox as error:
            if error.trouble == MailboxTrouble.UNCLEAR:
                raise MailKeptBack from None
            raise
        return next((bytes(each[1])[:OF_ONE_MAIL] for each in told if isinstance(each, tuple)), b"")

    def mark_read(self, number: int) -> None:
        """Mark the mail as read, for good once this returns."""
        self._ask("STORE", str(number), "+FLAGS.SILENT", r"(\Seen)")

    def _ask(self, command: str, *words: str) -> list[Any]:
        with _translated(MailboxTrouble.UNCLEAR):
            kind, told = self._session.uid(command, *words)
        if kind != "OK":
            raise NoMailbox(MailboxTrouble.UNCLEAR)
        return told


@contextlib.contextmanager
def return_mailbox(settings: Settings) -> Iterator[ReturnMailbox]:
    """The mailbox, open to be read and marked. Raises NoMailbox before, and within the block by what is asked of it."""
    opened: list[_BoundedSession] = []
    with cut_after(LONGEST, lambda: opened[0].__dict__.get("sock") if opened else None):
        with _translated(MailboxTrouble.UNCLEAR):
            session = _BoundedSession(settings, opened)
        try:
            yield _opened(session, settings)
        finally:
            with contextlib.suppress(OSError, imaplib.IMAP4.error):
                session.logout()
            with contextlib.suppress(OSError):
                session.shutdown()


class _BoundedSession(imaplib.IMAP4_SSL):
    """The standard library's session, which believes a server how long its answers are."""

    def __init__(self, settings: Settings, opened: list["_BoundedSession"]) -> None:
        opened.append(self)  # so that it can be cut off while it still waits for the greeting
        self._left = _IN_ALL
        # Without a context of ours, the library would take any certificate.
        context = ssl.create_default_context()
        super().__init__(
            settings.messages.return_server, settings.messages.return_port, ssl_context=context, timeout=SECONDS
        )

    def read(self, size: int) -> bytes:
        if size > OF_ONE_MAIL:
            raise self.abort("longer than it may be")
        return self._spent(super().read(size))

    def readline(self) -> bytes:
        return self._spent(super().readline())

    def _spent(self, told: bytes) -> bytes:
        self._left -= len(told)
        if self._left < 0:
            raise self.abort("more than it may be")
        return told


def _opened(session: imaplib.IMAP4, settings: Settings) -> ReturnMailbox:
    login, folder = settings.return_login, settings.messages.return_folder
    if login is None:
        raise NoMailbox(MailboxTrouble.LOGIN_REFUSED)
    user, password = (each.get_secret_value() for each in login)
    with _translated(MailboxTrouble.LOGIN_REFUSED):
        _log_in(session, user, password)
    with _translated(MailboxTrouble.NO_FOLDER):
        kind, _ = session.select(_quoted(folder))
        _, validity = session.response("UIDVALIDITY")
    if kind != "OK":
        raise NoMailbox(MailboxTrouble.NO_FOLDER)
    place = "\n".join((settings.messages.return_server, str(settings.messages.return_port), user, folder))
    number, end = (
        told[0].decode("ascii", "ignore") if told and isinstance(told[0], bytes) else ""
        for told in (validity, session.response("UIDNEXT")[1])
    )
    name = hashlib.blake2b(place.encode(), digest_size=8).hexdigest()
    return ReturnMailbox(session, name, number if number.isdigit() else "", int(end) if end.isdigit() else 0)


def _log_in(session: imaplib.IMAP4, user: str, password: str) -> None:
    if "AUTH=PLAIN" in session.capabilities:
        # It takes every letter, where the older command takes only those without accents.
        session.authenticate("PLAIN", lambda _: f"\0{user}\0{password}".encode())
    else:
        session.login(_quoted(user), password)


def _quoted(words: str) -> str:
    return '"' + _QUOTED.sub(r"\\\1", words) + '"'


@contextlib.contextmanager
def _translated(otherwise: MailboxTrouble) -> Iterator[None]:
    """What the library raises, as the trouble that it means; a plain refusal means `otherwise`."""
    try:
        yield
    except ssl.SSLError:
        raise NoMailbox(MailboxTrouble.NOT_ENCRYPTED) from None
    except imaplib.IMAP4.readonly:
        raise NoMailbox(MailboxTrouble.READ_ONLY) from None
    except imaplib.IMAP4.abort:
        raise NoMailbox(MailboxTrouble.UNREACHABLE) from None
    except (imaplib.IMAP4.error, ValueError):
        raise NoMailbox(otherwise) from None
    except OSError:
        raise NoMailbox(MailboxTrouble.UNREACHABLE) from None
