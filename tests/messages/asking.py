"""What the tests of messages to volunteers share: an office that sends, an offer, and words that must not leave."""

from datetime import datetime
from typing import Any

import community.casework as cw
from community.links import link_keys, path, read
from community.settings import Settings
from community.tables.link_purposes import Purpose
from community.tables.roles import Role
from community.tables.row_types import MessageRow
from community.tables.vocabulary import ReachBy
from tests.casework.office import Office

PUBLIC = "https://town.example.org"
RESIDENT = {
    "name": "Canaria Casewell",
    "telephone": "01632 960777",
    "address": "7 Canary Close",
    "access_needs": "A canary on the stairs",
}
TELLING = ("Canaria", "Casewell", "960777", "7 Canary", "Canary Close", "on the stairs")
"""What would tell who asks for help."""
READER = {"name": "Vera Volunteer", "email": "vera@example.org", "telephone": "07700 900123"}


def sending(settings: Settings, **more: Any) -> Settings:
    """These settings, with email and text switched on and a public address."""
    messages = settings.messages.model_copy(update={"email": True, "text": True})
    return settings.model_copy(update={"messages": messages, "public_url": PUBLIC} | more)


def with_settings(office: Office, settings: Settings) -> Office:
    """The office under these settings."""
    office.settings = settings
    office.__post_init__()
    return office


def worker(office: Office) -> cw.WorkContext:
    return office.desk(cw.User("messages", Role.WORKER))


def asked(office: Office, way: ReachBy = ReachBy.EMAIL, reader: dict[str, Any] = READER, **need: Any) -> str:
    """The id of the message of a new offer to this volunteer."""
    match = office.make_match("approved", **RESIDENT | need)
    for field, value in reader.items():
        office.set(office.row("volunteers", office.row("matches", match)["volunteer_id"]), field, value)
    action = cw.offer(office.coordinator, match, way, seen="approved")
    (message,) = [one for one in action.ids if one.startswith("D-")]
    return message


def message(office: Office, one: str) -> MessageRow:
    row = office.book.get(MessageRow, one)
    assert row is not None
    return row


def opens(settings: Settings, words: str, purpose: Purpose, now: datetime) -> str:
    """The message whose link of this purpose stands in the words; it opens at this time."""
    (token,) = {part.split(">")[0] for part in words.split(f"{PUBLIC}{path(purpose, '')}")[1:] for part in [part[:40]]}
    return read(link_keys(settings), purpose, token, now).message_id


def telling(words: str) -> list[str]:
    return [each for each in TELLING if each.lower() in words.lower()]
