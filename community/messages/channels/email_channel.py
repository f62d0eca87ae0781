"""Email by SMTP. What fails before the words are handed over is tried again; afterwards only an answer counts."""

import re
import smtplib

from community.book import utc_now
from community.messages.channels.email_composing import NotAnAddress, compose, envelope_sender
from community.messages.channels.message_channel import SendingChannel
from community.messages.channels.smtp_session import NoSession, smtp_session
from community.messages.message_draft import Delivery, Draft
from community.tables.message_codes import MessageChannel, SendOutcome, SendReason

_LATER, _NEVER = SendOutcome.TRY_LATER, SendOutcome.REFUSED


class EmailChannel(SendingChannel):
    """Sends each email in a session of its own."""

    code = MessageChannel.EMAIL

    def _deliver(self, draft: Draft) -> Delivery:
        try:
            letter = compose(self._settings, draft, utc_now())
        except NotAnAddress:
            return Delivery(_NEVER, SendReason.BAD_ADDRESS)
        handed_over = False
        try:
            with smtp_session(self._settings) as session:
                sender = envelope_sender(self._settings, draft.message_id)
                stopped = _stopped_before_the_words(session, sender, draft.to)
                if stopped is not None:
                    return stopped
                handed_over = True
                # The library's own `data` raises the same error before the words and after them.
                session.send(re.sub(rb"(?m)^\.", b"..", letter) + b".\r\n")
                code, _ = session.getreply()
        except NoSession as error:
            return Delivery(_LATER, error.reason)
        except OSError:  # smtplib's own errors are such
            if handed_over:
                return Delivery(SendOutcome.UNKNOWN, SendReason.ANSWER_LOST)
            return Delivery(_LATER, SendReason.UNREACHABLE)
        return _taken(code)


def _stopped_before_the_words(session: smtplib.SMTP, sender: str, to: str) -> Delivery | None:
    """What the server said against sender, address or size, or None when it waits for the words."""
    code, said = session.mail(sender)
    if code != 250:
        return _not_now(code, said, SendReason.SENDER_REFUSED, SendReason.SERVICE_BUSY)
    code, said = session.rcpt(to)
    if code not in {250, 251}:
        return _not_now(code, said, SendReason.NO_SUCH_MAILBOX, SendReason.MAILBOX_BUSY)
    code, said = session.docmd("DATA")
    if code != 354:
        return _not_now(code, said, SendReason.CONTENT_REFUSED, SendReason.SERVICE_BUSY)
    return None


def _not_now(code: int, said: bytes, never: SendReason, later: SendReason) -> Delivery:
    if code == 530:
        return Delivery(_LATER, SendReason.KEY_REFUSED)
    if 500 <= code < 600:
        # RFC 3463: 5.7 is the server's policy, which says nothing about whether the address exists.
        return Delivery(_NEVER, SendReason.SENDER_REFUSED if said.startswith(b"5.7.") else never)
    return Delivery(_LATER, later if 400 <= code < 500 else SendReason.ANSWER_UNCLEAR)


def _taken(code: int) -> Delivery:
    """What the last answer means. Whatever is no answer of SMTP leaves open whether the message went out."""
    if 200 <= code < 300:
        return Delivery(SendOutcome.SENT)
    if 400 <= code < 500:
        return Delivery(_LATER, SendReason.SERVICE_BUSY)
    if 500 <= code < 600:
        return Delivery(_NEVER, SendReason.CONTENT_REFUSED)
    return Delivery(SendOutcome.UNKNOWN, SendReason.ANSWER_UNCLEAR)
