"""Tells a resident by a message who comes, or asks them how it was, over a running service."""

from dataclasses import replace
from datetime import timedelta

import community.casework as cw
from community.links import link_keys, sign
from community.tables.link_purposes import Purpose
from community.tables.vocabulary import ReachBy
from tests.casework import coming
from tests.casework.asking import switch_on, worker
from tests.casework.office import TODAY, Office
from tests.intake.answering import Asked, office_of
from tests.intake.conftest import Service

PERSONAL = (
    "Canary", "Casewell", "High Street", "BA1 5", "900456", "Vera Volunteer", "vera@example.org", "900123",
)  # fmt: skip
"""What stands in the book about the two people of a match, and on no page behind a resident's link."""


def told(service: Service, **when: object) -> Asked:
    """A resident who was told by a text who comes, and had time to read it."""
    office = _office(service)
    match, message = coming.told(office, **when)
    return _linked(service, office, match, message, Purpose.RESIDENT_TOLD)


def on_its_way(service: Service) -> Asked:
    """A resident whose text is on its way just now: a server may be looking through it."""
    office = _office(service)
    match = coming.said_yes(office)
    message = coming.tell(office, match)
    cw.begin_sending(worker(office), message)
    return _linked(service, office, match, message, Purpose.RESIDENT_TOLD)


def passed_on(service: Service, way: ReachBy = ReachBy.EMAIL) -> Asked:
    """A resident who was told by a message that a person has passed on, and not ticked off."""
    office = _office(service)
    match = coming.said_yes(office)
    office.set(office.row("residents", coming.resident_of(office, match)), "email", "canary@example.org")
    switch_on(office, email=False, text=False)
    action = cw.tell_resident(office.coordinator, match, way)
    (message,) = [one for one in action.ids if one.startswith("D-")]
    return replace(_linked(service, office, match, message, Purpose.RESIDENT_TOLD), action=action.id)


def asked_how_it_was(service: Service, *, in_time: bool = True) -> Asked:
    """A resident who was asked how it was; with `in_time`, they had time to read it."""
    office = _office(service)
    match, link = coming.known(office)
    cw.report_visit(office.director, link, "done", cw.Visit(TODAY))
    (message,) = coming.of_kind(office, match, "residents_voice")
    office.clock.pass_(days=1)
    if in_time:
        coming.arrive(office, message.id)
    else:
        cw.begin_sending(worker(office), message.id)
    return _linked(service, office, match, message.id, Purpose.RESIDENT_VOICE)


def _office(service: Service) -> Office:
    return switch_on(office_of(service))


def _linked(service: Service, office: Office, match: str, message: str, purpose: Purpose) -> Asked:
    row = office.row("matches", match)
    token = sign(link_keys(service.settings), purpose, message, service.clock.now + timedelta(days=14))
    return Asked(service, office, match, message, str(row["volunteer_id"]), str(row["need_id"]), token, purpose=purpose)
