"""A community that sends emails and texts by real servers of this machine, and people who open what they get."""

import json
import re
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from playwright.sync_api import Page

import community.casework as cw
from community.runtime.job_handlers import worker
from tests.browser.support import OpenPage
from tests.checkout import ROOT, copy_of_the_site
from tests.intake.answering import office_of
from tests.intake.conftest import Serve, Service
from tests.messages.mail_server import NAME, PASSWORD, MailServer
from tests.messages.text_service import ServiceStandIn

PUBLIC = "https://help.example.org"
LINK = re.compile(rf"{PUBLIC}(/(?:offer|resident-told|visit|resident-voice|stop)/[a-z2-7]{{40}})")
RESIDENT = {"name": "Rita Canary", "telephone": "07700 900456", "address": "7 Canary Close", "hub": "bath_north"}
SECRETS = ("Canary", "900456", "BA1 5AW")
"""Of the resident: their surname and street, their number, their postcode."""


@dataclass
class ToldWay:
    """A match that is approved, and everything by which its two people are told."""

    service: Service
    mail: MailServer
    texts: ServiceStandIn
    open_page: OpenPage
    match: str
    resident: str
    volunteer: str

    def __post_init__(self) -> None:
        """Let people work in the office."""
        self.office = office_of(self.service)

    def work(self) -> None:
        """The worker does all that is due, and a minute passes, in which people read."""
        ran = worker(self.service.book, self.service.settings, self.service.clock).run_due()
        assert not ran.failed, ran.failed
        self.service.clock.pass_by(minutes=1)

    @property
    def status(self) -> str:
        return self.office.status(self.match)

    def letters(self) -> list[str]:
        """The words of every email that arrived, the first one first."""
        return [_plain(letter) for letter in self.mail.letters]

    def short(self) -> list[str]:
        """The words of every text that went, the first one first."""
        return [str(json.loads(asked[3])["text"]) for asked in self.texts.asked]

    def here(self, words: str, page: str) -> str:
        """The address on this machine of the link to such a page in these words."""
        (found,) = {path for path in LINK.findall(words) if path.startswith(f"/{page}/")}
        return self.service.url + found

    def opened(self, words: str, page: str) -> Page:
        """Such a link, opened on a telephone without scripts."""
        return self.open_page(self.here(words, page), javascript=False)

    def lines(self) -> list[cw.WorklistItem]:
        """Today, as the director sees it."""
        return cw.today(self.office.director, self.service.clock.now)


def approved(serve: Serve, built: Path, home: Path, mail: MailServer, texts: ServiceStandIn, page: OpenPage) -> ToldWay:
    """A volunteer chosen for a neighbour, in a community whose channels are set up as docs/messages.md says."""
    lines = [
        (ROOT / "community.toml").read_text("utf-8"),
        '[messages]\nemail = true\nsender_address = "help@example.org"\nemail_server = "localhost"',
        f"email_port = {mail.port}\ntext = true",
        f'[messages.text_service]\nurl = "{texts.url}"',
    ]
    (home / "own.toml").write_text("\n".join(lines), "utf-8")
    secrets = {"EMAIL_USER": NAME, "EMAIL_PASSWORD": PASSWORD, "TEXT_KEY": "k" * 20, "PUBLIC_URL": PUBLIC}
    secrets["COMMUNITY_SITE"] = str(copy_of_the_site(home / "own"))
    service = serve(built=built, environ={"COMMUNITY_TOML": str(home / "own.toml")} | secrets)
    office = office_of(service)
    need = office.make_need("dog_walk", **{k: RESIDENT[k] for k in ("name", "telephone", "address")})
    resident = str(office.row("needs", need)["resident_id"])
    office.set(office.row("residents", resident), "postcode", "BA1 5AW")
    volunteer = office.make_volunteer(name="Vera Vexley", email="vera@example.org", telephone="07700 900123")
    told = {"need_id": need, "volunteer_id": volunteer, "status": "proposed", "cost": 10}
    match = service.book.append("matches", told, by="matching").id
    cw.approve(office.director, match)
    return ToldWay(service, mail, texts, page, match, resident, volunteer)


def _plain(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())
