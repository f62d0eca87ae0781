"""Checks of messages: whether email and texts are set up, and with `live` whether their servers answer."""

from collections.abc import Callable, Iterator

from community.commands.health import HealthFinding
from community.messages import mailbox_trouble
from community.messages.channels import email_trouble, text_trouble
from community.settings import Settings
from community.tables.message_codes import SendReason
from community.wording import wording


def look(settings: Settings, *, live: bool) -> Iterator[HealthFinding]:
    """Findings on email and texts. `live`: their servers are asked, but nothing is sent."""
    messages = settings.messages
    yield _found("email", settings, email_trouble, on=messages.email, live=live)
    yield _found("texts", settings, text_trouble, on=messages.text, live=live)
    if messages.return_server and not settings.demo and not settings.kept_in_sheet:
        yield _returns(settings, live=live)
    if (messages.email or messages.text) and not settings.demo:
        yield from _what_else(settings)


def _found(
    what: str, settings: Settings, trouble: Callable[[Settings], SendReason | None], *, on: bool, live: bool
) -> HealthFinding:
    if not on:
        return HealthFinding(what, "well", "Off. A person passes messages on (docs/messages.md).")
    if settings.demo:
        return HealthFinding(what, "well", "The invented town is open, and nothing of it is sent.")
    if settings.kept_in_sheet:
        return HealthFinding(what, "think", "On, but a spreadsheet keeps the book, so a person passes messages on.")
    if not live:
        return HealthFinding(what, "think", "On. The server was not asked. Use --live.")
    reason = trouble(settings)
    if reason is not None:
        return HealthFinding(what, "wrong", f"Nothing can be sent. {wording().send_reason[reason]}")
    return HealthFinding(what, "well", "On. The server answers; nothing was sent.")


def _returns(settings: Settings, *, live: bool) -> HealthFinding:
    what = "email returns"
    if not live:
        return HealthFinding(what, "think", "The program reads the mailbox. The server was not asked. Use --live.")
    trouble = mailbox_trouble(settings)
    if trouble is not None:
        return HealthFinding(what, "wrong", f"Nobody hears what came back. {wording().mailbox_trouble[trouble]}")
    return HealthFinding(what, "well", "The program reads the mailbox, and may mark what it has read.")


def _what_else(settings: Settings) -> Iterator[HealthFinding]:
    if settings.public_url is None:
        yield HealthFinding("links", "wrong", "There is no PUBLIC_URL, so no message can have a link to answer by.")
    if settings.messages.email and settings.email_user is None:
        words = "No EMAIL_USER is set, so the program does not log in. Most servers want that."
        yield HealthFinding("email login", "think", words)
    if settings.messages.email and not (settings.messages.return_domain or settings.messages.return_server):
        words = "No return_domain is set. Mail that comes back lands among the letters to sender_address: look there."
        yield HealthFinding("email returns", "think", words)
