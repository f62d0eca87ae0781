"""What the tests of the sender share: its servers, a book and settings as a director writes them, and its job."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from community.__main__ import cli
from community.book import utc_now
from community.jobs import JobView, overview
from community.settings import load
from community.tables.canonical import LONDON
from tests.casework.office import SLOW, Office, machines_clock, open_office
from tests.checkout import ROOT, leave_the_site
from tests.messages.asking import PUBLIC, with_settings
from tests.messages.mail_server import NAME, PASSWORD, MailServer, mail_server
from tests.messages.text_service import ServiceStandIn, text_service

TOWN = (ROOT / "community.toml").read_text("utf-8")


@pytest.fixture
def server(trusted: Path) -> Iterator[MailServer]:
    with mail_server(trusted) as server:
        yield server


@pytest.fixture
def service() -> Iterator[ServiceStandIn]:
    with text_service() as service:
        yield service


def hours_from_now(hours: int) -> str:
    return (utc_now() + timedelta(hours=hours)).astimezone(LONDON).strftime("%H:%M")


def that_send(folder: Path, server: MailServer, service: ServiceStandIn, quiet: tuple[str, str]) -> dict[str, str]:
    """What stands in the environment of a program that sends by these two, but for the time from `quiet` to `quiet`."""
    own = [
        TOWN,
        '[messages]\nemail = true\nsender_address = "help@town.example.org"\nemail_server = "localhost"',
        f'email_port = {server.port}\nreturn_domain = "back.example.org"\ntext = true',
        f'quiet_from = "{quiet[0]}"\nquiet_until = "{quiet[1]}"',
        f'[messages.text_service]\nurl = "{service.url}"\nreference_field = "ref"',
    ]
    (folder / "own.toml").write_text("\n".join(own), "utf-8")
    told = {"COMMUNITY_TOML": str(folder / "own.toml"), "COMMUNITY_HOME": str(folder), "DEMO": "no"}
    return told | {"EMAIL_USER": NAME, "EMAIL_PASSWORD": PASSWORD, "TEXT_KEY": "k" * 20, "PUBLIC_URL": PUBLIC}


@pytest.fixture
def office(
    tmp_path: Path, server: MailServer, service: ServiceStandIn, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    """A live book, and settings as a director writes them; it is not the night now."""
    quiet = hours_from_now(8), hours_from_now(9)
    for name, value in that_send(tmp_path, server, service, quiet).items():
        monkeypatch.setenv(name, value)
    leave_the_site(monkeypatch)
    made = open_office(tmp_path)
    # Each look at this clock is a moment later than the last, and the worker's is the machine's: what is asked for here
    # has to be due there.
    made.clock.now = machines_clock(behind=SLOW).now
    yield with_settings(made, load())
    made.book.close()


def work(code: int = 0) -> str:
    """Everything that the worker says."""
    done = CliRunner().invoke(cli, ["worker", "--once"])
    assert done.exit_code == code, done.output + done.stderr
    return done.output + done.stderr


def job(office: Office, one: str) -> JobView:
    with office.book.reading() as reader:
        (found,) = [each for each in overview(reader, utc_now()) if each.key == one]
        return found


def now_again(office: Office, one: str) -> None:
    """The time of the next try has come."""

    def due(connection: Any) -> None:
        connection.exec_driver_sql(f"UPDATE jobs SET due = asked_at WHERE key = '{one}'")

    office.book.remember(due)


def body(server: MailServer) -> str:
    (letter,) = server.letters
    plain = letter.get_body(("plain",))
    assert plain is not None
    return str(plain.get_content())
