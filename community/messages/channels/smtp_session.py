"""A session with the email server: connected, encrypted, logged in. Nothing personal is said on the way there."""

import contextlib
import smtplib
import ssl
from collections.abc import Iterator

from community.messages.connection_deadline import cut_after
from community.settings import Settings
from community.tables.message_codes import SendReason

SECONDS = 30.0
"""The longest wait for one answer. RFC 5321 allows a server minutes, but a person may be waiting here."""
LONGEST = 120.0
"""Seconds: the longest session."""


class NoSession(Exception):
    """There is no session to send in, so nothing was sent. `reason` says why."""

    def __init__(self, reason: SendReason) -> None:
        """Keep the reason and nothing that the server said, which may repeat an address."""
        super().__init__(reason)
        self.reason = reason


@contextlib.contextmanager
def smtp_session(settings: Settings) -> Iterator[smtplib.SMTP]:
    """A session that is ready to take a message. Raises NoSession before, and OSError within the block."""
    session = _session(settings)
    with cut_after(LONGEST, lambda: session.sock):
        try:
            _open(session, settings)
            yield session
            # Said without waiting for the answer, which changes nothing any more.
            with contextlib.suppress(OSError):
                session.putcmd("quit")
        finally:
            session.close()


def _session(settings: Settings) -> smtplib.SMTP:
    # Named, because the library would look up this machine's own name otherwise, at a server that may not answer.
    own = settings.messages.sender_address.partition("@")[2] or "localhost"
    session = (
        # Without a context of ours, the library would take any certificate.
        smtplib.SMTP_SSL(local_hostname=own, timeout=SECONDS, context=ssl.create_default_context())
        if settings.messages.encryption == "tls"
        else smtplib.SMTP(local_hostname=own, timeout=SECONDS)
    )
    # The name that the certificate has to bear. The library takes it only where it connects at once.
    session.__dict__["_host"] = settings.messages.email_server
    return session


def _open(session: smtplib.SMTP, settings: Settings) -> None:
    try:
        code, _ = session.connect(settings.messages.email_server, settings.messages.email_port)
        if code != 220:
            raise NoSession(SendReason.SERVICE_BUSY)
        session.ehlo_or_helo_if_needed()
        if settings.messages.encryption == "starttls":
            session.starttls(context=ssl.create_default_context())
            session.ehlo_or_helo_if_needed()
    except smtplib.SMTPHeloError:
        raise NoSession(SendReason.SERVICE_BUSY) from None
    except (ssl.SSLError, smtplib.SMTPNotSupportedError, smtplib.SMTPResponseException):
        raise NoSession(SendReason.NOT_ENCRYPTED) from None
    except (OSError, UnicodeError):
        raise NoSession(SendReason.UNREACHABLE) from None
    _log_in(session, settings)


def _log_in(session: smtplib.SMTP, settings: Settings) -> None:
    if settings.email_user is None or settings.email_password is None:
        return
    try:
        session.login(settings.email_user.get_secret_value(), settings.email_password.get_secret_value())
    except smtplib.SMTPAuthenticationError as error:
        busy = 400 <= error.smtp_code < 500
        raise NoSession(SendReason.SERVICE_BUSY if busy else SendReason.KEY_REFUSED) from None
    except (smtplib.SMTPNotSupportedError, UnicodeError):
        raise NoSession(SendReason.KEY_REFUSED) from None
    except OSError:
        raise NoSession(SendReason.UNREACHABLE) from None
