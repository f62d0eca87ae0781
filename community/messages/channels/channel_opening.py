"""The channels that the settings switch on, and what keeps them from working, asked without sending anything."""

from collections.abc import Mapping

from community.book import Book
from community.messages.channels.email_channel import EmailChannel
from community.messages.channels.message_channel import ByHandChannel, SendingChannel
from community.messages.channels.smtp_session import NoSession, smtp_session
from community.messages.channels.text_channel import TextChannel
from community.messages.channels.text_service_request import NoService, connect
from community.settings import Settings
from community.tables.message_codes import MessageChannel, SendReason


def open_channels(settings: Settings, book: Book) -> Mapping[MessageChannel, SendingChannel]:
    """By its code, each channel that is set up. By hand is always there; it is the only one if a sheet keeps the book.

    There nothing would remember what was sent, as the disk forgets.
    """
    found: list[SendingChannel] = [ByHandChannel(settings, book)]
    if settings.messages.email and not settings.kept_in_sheet:
        found.append(EmailChannel(settings, book))
    if settings.messages.text and not settings.kept_in_sheet:
        found.append(TextChannel(settings, book))
    return {channel.code: channel for channel in found}


def email_trouble(settings: Settings) -> SendReason | None:
    """Why no email could be sent now, or None: the server is greeted and logged in to, and nothing is sent."""
    try:
        with smtp_session(settings) as session:
            return None if session.noop()[0] == 250 else SendReason.SERVICE_BUSY
    except NoSession as error:
        return error.reason
    except OSError:
        return SendReason.UNREACHABLE


def text_trouble(settings: Settings) -> SendReason | None:
    """Why no text could be sent now, or None: an encrypted connection is made, and nothing is sent.

    Services have no common way to ask whether a key is right; only a text to yourself shows that.
    """
    if settings.messages.text_service is None:
        return SendReason.UNREACHABLE
    try:
        connect(settings.messages.text_service).close()
    except NoService as error:
        return error.reason
    return None
