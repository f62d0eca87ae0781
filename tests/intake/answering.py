"""Asks a volunteer by a message over a running service, and answers by its link as a browser without scripts does."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import httpx

import community.casework as cw
from community.links import link_keys, path, sign
from community.tables.link_purposes import Purpose
from community.tables.message_codes import SendOutcome
from community.tables.roles import Role
from community.tables.vocabulary import ReachBy
from tests.casework import office as offices
from tests.intake.conftest import Service
from tests.intake.walking import visit

PUBLIC = {"PUBLIC_URL": "https://help.example.org"}
SECRETS = ("Rita", "01632 960", "12 Invented Row", "key under the pot", "Vera", "vera@example.org")
"""What stands in the book about the two people of an offer, and on no page before a yes."""

WORKER = cw.User("worker", Role.WORKER)


@dataclass
class ServiceClock(offices.Clock):
    """The service's own clock, a moment later at each look."""

    service: Service = field(kw_only=True)

    def __call__(self) -> datetime:
        self.service.clock.pass_by(milliseconds=5)
        return self.service.clock.now

    def pass_(self, **time: float) -> None:
        self.service.clock.pass_by(**time)


def office_of(service: Service) -> offices.Office:
    """The people who run the community of this service."""
    return offices.Office(service.book, service.settings, offices.PLACES, ServiceClock(service=service))


@dataclass
class Asked:
    """Somebody who got a message, such as a volunteer who was asked. `url` is the link that they have."""

    service: Service
    office: offices.Office
    match: str
    message: str
    volunteer: str
    need: str
    token: str
    action: str = ""
    purpose: Purpose = Purpose.OFFER

    @property
    def url(self) -> str:
        return self.service.url + path(self.purpose, self.token)

    @property
    def status(self) -> str:
        return self.office.status(self.match)

    def get(self, to: str = "") -> httpx.Response:
        return visit("GET", self.url + (f"?to={to}" if to else ""))

    def post(self, **fields: str) -> httpx.Response:
        """What a page's form sends; where it leads on to."""
        return visit("POST", self.url, data=fields)

    def calls(self, words: str = "so fast that a program") -> list[str]:
        """The lines on Today in these words: that somebody is to ask them, because their link answered too fast."""
        there = cw.today(self.office.director, self.service.clock.now)
        return [line.title for line in there if words in line.title]


def ask(service: Service, *, volunteer: str | None = None, by_itself: bool = False, **need: Any) -> Asked:
    """Ask a volunteer by email: passed on by hand, or by itself, and on its way just now."""
    office = office_of(service)
    settings = service.settings
    if by_itself:
        sent = settings.messages.model_copy(update={"email": True})
        office = offices.Office(
            service.book, settings.model_copy(update={"messages": sent}), office.places, office.clock
        )
    person = {"address": "12 Invented Row", "access_needs": "The key under the pot"}
    wanted = office.make_need(**person | need)
    who = volunteer or office.make_volunteer(email="vera@example.org", how_many=5)
    office.set(office.row("needs", wanted), "sector", "BA1 5")
    proposed = {"need_id": wanted, "volunteer_id": who, "status": "proposed", "cost": 10}
    match = service.book.append("matches", proposed, by="matching").id
    cw.approve(office.director, match)
    offered = cw.offer(office.director, match, ReachBy.EMAIL, seen="approved")
    message = offered.ids[0]
    if by_itself:
        cw.begin_sending(office.desk(WORKER), message)
    keys = link_keys(service.settings)
    token = sign(keys, Purpose.OFFER, message, service.clock.now + timedelta(days=14))
    return Asked(service, office, match, message, who, wanted, token, offered.id)


def went_out(asked: Asked) -> None:
    """The message is with the volunteer's mail server."""
    cw.note_delivery(asked.office.desk(WORKER), asked.message, SendOutcome.SENT, None)
