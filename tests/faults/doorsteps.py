"""People who have a link and are about to answer by it, and what each answer leaves in the book."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import cast
from urllib.parse import urlencode

import sqlalchemy as sa

import community.casework as cw
from community.book import JOBS, Reader
from community.book.schema import CHANGES, RECEIVED
from community.links import link_keys, path, sign
from community.tables.link_purposes import Purpose
from tests.casework import coming
from tests.casework.asking import approved, ask
from tests.casework.office import MONDAY, TODAY, Office

_CODES = ("status", "closed_reason", "stopped")
"""Fields of which it is told what stands there."""
_SURE = {"sure": "yes"}
_TODAY = {"on": TODAY.isoformat()}
ANSWERS: dict[str, tuple[Purpose, dict[str, str]]] = {
    "yes": (Purpose.OFFER, {"answer": "yes"} | _SURE),
    "no": (Purpose.OFFER, {"answer": "no", "why": "time"}),
    "rest": (Purpose.OFFER, {"answer": "rest"} | _SURE),
    "stop": (Purpose.STOP, {"stop": "yes"}),
    "fine": (Purpose.RESIDENT_TOLD, {"answer": "fine"} | _SURE),
    "another day": (Purpose.RESIDENT_TOLD, {"answer": "another_day"} | _SURE),
    "somebody else": (Purpose.RESIDENT_TOLD, {"answer": "somebody_else"} | _SURE),
    "not needed": (Purpose.RESIDENT_TOLD, {"answer": "not_needed"} | _SURE),
    "given": (Purpose.VISIT, {"answer": "given", "minutes": "30"} | _SURE | _TODAY),
    "worried": (Purpose.VISIT, {"answer": "given", "worried": "yes", "again": "2026-12-24"} | _SURE | _TODAY),
    "nobody opened": (Purpose.VISIT, {"answer": "nobody"} | _SURE | _TODAY),
    "off": (Purpose.VISIT, {"answer": "off"} | _SURE),
    "proof": (Purpose.VISIT, {"answer": "prove", "proof": "07700 900123"}),
    "voice": (Purpose.RESIDENT_VOICE, {"score": "5", "again": "yes", "words": "Thank you", "print": "no"}),
}
"""By name: what its link is for, and what its page sends."""


@dataclass(frozen=True)
class Doorstep:
    """Somebody with a link, and what they are about to send. `who` is their id, under which the book keeps it."""

    answer: str
    who: str
    address: str
    body: bytes


def doorstep(office: Office, answer: str) -> Doorstep:
    """Somebody who was written to on Monday in the ordinary way."""
    purpose, fields = ANSWERS[answer]
    office.clock.now = MONDAY
    match, message = _written_to(office, purpose)
    row = office.row("matches", match)
    to_resident = purpose in {Purpose.RESIDENT_TOLD, Purpose.RESIDENT_VOICE}
    who = str(office.row("needs", row["need_id"])["resident_id"] if to_resident else row["volunteer_id"])
    token = sign(link_keys(office.settings), purpose, message, office.clock() + timedelta(days=14))
    return Doorstep(answer, who, path(purpose, token), urlencode(fields).encode())


def _written_to(office: Office, purpose: Purpose) -> tuple[str, str]:
    """A match, and the message whose link is for this."""
    if purpose in {Purpose.OFFER, Purpose.STOP}:
        match = approved(office)
        message = ask(office, match)
        coming.arrive(office, message)
        return match, message
    if purpose == Purpose.RESIDENT_TOLD:
        return coming.told(office)
    match, message = coming.known(office)
    if purpose == Purpose.RESIDENT_VOICE:
        cw.report_visit(office.director, message, "done", cw.Visit(office.today))
        (voice,) = coming.of_kind(office, match, "residents_voice")
        coming.arrive(office, voice.id)
        return match, voice.id
    return match, message


def left(reader: Reader, who: str, since: str) -> Counter[str]:
    """What this person left in the book since then: each action with its changes, new rows and jobs, in words."""
    found = set()
    for table in cast("list[sa.Table]", [CHANGES, *RECEIVED.values()]):
        query = sa.select(table.c.action).where(table.c.by == who, table.c.at > since)
        found |= set(reader.connection.execute(query).scalars())
    return Counter(_in_words(reader, action) for action in found)


def _in_words(reader: Reader, action: str) -> str:
    changed = [f"{c.table}.{c.field}={c.now if c.field in _CODES else ''}" for c in reader.changes(action=action)]
    added = [f"+{table}" for table, _ in reader.added(action)]
    jobs = reader.connection.execute(sa.select(JOBS.c.kind).where(JOBS.c.action == action)).scalars()
    return " ".join(sorted([*changed, *added, *(f"job {kind}" for kind in jobs)]))
