"""What the tests of those on duty share: their part of people.toml, what was sent to them, and what must not be."""

import json
from pathlib import Path
from typing import Any

from community.book import utc_now
from community.jobs import JobView, overview
from community.tables.job_kinds import JobKind
from tests.casework.office import Office
from tests.concerns.duty import PEOPLE
from tests.messages.mail_server import MailServer
from tests.messages.text_service import ServiceStandIn

MOBILE, MAILBOX = "07700 900456", "on.call@example.org"
EVERYTHING = ("urgent_request", "concern", "urgent_match", "urgent_call", "message_failed", "sync_stopped",
              "backup_failed", "job_failed")  # fmt: skip
CANARIES = {
    "name": "Canaria Casewell",
    "telephone": "01632 960777",
    "postcode": "BA1 5ZZ",
    "address": "7 Canary Close",
    "details": "My canary has had nothing to eat",
    "access_needs": "A canary on the stairs",
}
LEAKS = ("Canaria", "Casewell", "960777", "960 777", "5ZZ", "Canary Close", "my canary", "on the stairs", "900456",
         "900 456", MAILBOX)  # fmt: skip
"""What would tell about whom it is, or where those on duty are told."""


def duty(code: str = "on_call", *, hears_of: tuple[str, ...] = EVERYTHING, **more: Any) -> str:
    """One person on duty, told by text unless more says otherwise."""
    told: dict[str, Any] = {"who": "the coordinator on call", "hears_of": list(hears_of)} | more
    told = told if "email" in told else {"text": MOBILE} | told
    return "\n".join([f"[duty.{code}]", *(f"{name} = {json.dumps(value)}" for name, value in told.items()), ""])


def listed(folder: Path, *parts: str, people: str = PEOPLE) -> None:
    """Write the people and those on duty into this data folder."""
    (folder / "people.toml").write_text("\n".join([people, *parts]), "utf-8")


def urgent(office: Office, **more: Any) -> str:
    """A new request for help today, full of what must not be sent."""
    return office.make_request(urgency="today", **CANARIES | more)


def texts(service: ServiceStandIn) -> list[tuple[str, str]]:
    """To whom, and the words of each text that was sent."""
    return [(told["to"], told["text"]) for *_, body in service.asked for told in [json.loads(body)]]


def emails(server: MailServer) -> list[str]:
    """Every letter: what stands above it, but for whom it is to, and its words."""
    found = []
    for letter in server.letters:
        del letter["To"]
        found.append(
            "\n".join([str(letter.items()), *(p.get_content() for p in letter.walk() if not p.is_multipart())])
        )
    return found


def duty_jobs(office: Office) -> list[JobView]:
    """The jobs that tell those on duty."""
    with office.book.reading() as reader:
        return [each for each in overview(reader, utc_now()) if each.kind == JobKind.TELL_DUTY]


def leaks(*words: object) -> list[str]:
    """What stands in these words and must not."""
    told = "\n".join(map(str, words)).lower()
    return [each for each in LEAKS if each.lower() in told]
