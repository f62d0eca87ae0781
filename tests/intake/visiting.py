"""A volunteer on their way: they said yes by their link, the neighbour knows, and a second link is with them."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from html import unescape
from typing import Any

import httpx

import community.casework as cw
from community.links import link_keys, path, sign
from community.tables.link_purposes import Purpose
from community.tables.message_codes import MessageKind
from community.tables.row_types import MessageRow, VisitRow
from tests.casework import office as offices
from tests.intake.answering import WORKER, ask, went_out
from tests.intake.conftest import Service

PLAIN = {"PUBLIC_URL": "http://help.example.org"}
"""Without encryption, so that a cookie is kept over the plain connection of a test."""
POSTCODE, NUMBER = "BA1 5AW", "07700 900123"
"""Of the volunteer."""
TELEPHONE, ADDRESS, HOME = "01632 960777", "12 Invented Row", "BA2 6LZ"
"""Of the neighbour."""
SECRETS = ("Rita", "960777", ADDRESS, HOME, "key under the pot", "Vera", "900123", "5AW")


@dataclass
class Visiting:
    """A volunteer with the link of a visit, in a browser of their own that keeps cookies."""

    service: Service
    office: offices.Office
    match: str
    message: str
    token: str
    volunteer: str
    resident: str
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies, repr=False)

    @property
    def url(self) -> str:
        return self.service.url + path(Purpose.VISIT, self.token)

    @property
    def status(self) -> str:
        return self.office.status(self.match)

    def get(self, to: str = "") -> httpx.Response:
        return self._ask("GET", self.url + (f"?to={to}" if to else ""))

    def post(self, **fields: str) -> httpx.Response:
        """What a page's form sends: the answer to it, which may lead on."""
        return self._ask("POST", self.url, data=fields)

    def send(self, **fields: str) -> httpx.Response:
        """The same, and where it leads on to."""
        answer = self.post(**fields)
        return self._ask("GET", str(answer.url.join(answer.headers["location"]))) if answer.is_redirect else answer

    def _ask(self, method: str, url: str, **options: Any) -> httpx.Response:
        with httpx.Client(trust_env=False, timeout=600, verify=False, cookies=self.cookies) as client:  # noqa: S501
            answer = client.request(method, url, **options)
        self.cookies.extract_cookies(answer)
        return answer

    def prove(self, said: str = POSTCODE) -> httpx.Response:
        return self.send(answer="prove", proof=said)

    def visits(self) -> list[tuple[str, str]]:
        with self.service.book.reading() as reader:
            rows = reader.rows(VisitRow, lambda c: [c.match_id == self.match], order="on")
            return [(row.on, str(row.status)) for row in rows]

    def lines(self) -> list[str]:
        """What stands on Today of people to be told or rung."""
        there = cw.today(self.office.director, self.service.clock.now)
        return [line.title for line in there if line.kind == "tell_them"]

    def elsewhere(self) -> "Visiting":
        """The same link in another browser, as if it had been passed on."""
        return replace(self, cookies=httpx.Cookies())


def on_the_way(service: Service, *, first: date | None = None, by_itself: bool = False, **need: object) -> Visiting:
    """Somebody who said yes by the link of an email; the neighbour was told by telephone, and they have their link.

    `by_itself`: the program sends the emails, and the last one is on its way just now.
    """
    asked = ask(service, by_itself=by_itself, address=ADDRESS, telephone=TELEPHONE, **need)
    if by_itself:
        went_out(asked)
        service.clock.pass_by(minutes=1)
    asked.post(answer="yes", sure="yes")
    office = asked.office
    volunteer = office.row("volunteers", asked.volunteer)
    for column, value in {"postcode": POSTCODE, "telephone": NUMBER}.items():
        office.set(volunteer, column, value)
    resident = str(office.row("needs", asked.need)["resident_id"])
    office.set(office.row("residents", resident), "postcode", HOME)
    cw.resident_told(office.director, asked.match, on=first)
    with service.book.reading() as reader:
        (message,) = reader.rows(MessageRow, lambda c: [c.about == asked.match, c.kind == MessageKind.RESIDENT_KNOWS])
    if by_itself:
        cw.begin_sending(office.desk(WORKER), message.id)
    service.clock.pass_by(minutes=1)
    token = token_of(service, message.id)
    return Visiting(service, office, asked.match, message.id, token, asked.volunteer, resident)


def token_of(service: Service, message: str) -> str:
    return sign(link_keys(service.settings), Purpose.VISIT, message, service.clock.now + timedelta(days=60))


def touched(html: str) -> dict[str, str]:
    """What the first button of a page that answers with one touch sends along."""
    form = html.partition('class="cc-touch"')[2].partition("</form>")[0]
    return {name: unescape(value) for name, value in re.findall(r'name="(.*?)" value="(.*?)"', form)}
