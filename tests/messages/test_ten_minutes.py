"""What docs/messages.md tells a director to write works as it stands there."""

import json
import re
from pathlib import Path
from textwrap import dedent

import pytest

from community.book import Book
from community.messages import Delivery, Draft, Rendered
from community.messages.channels import open_channels
from community.settings import Settings, load
from community.tables import ids
from community.tables.message_codes import MessageChannel, SendOutcome
from tests.checkout import ROOT
from tests.messages.text_service import text_service

PAGE = (ROOT / "docs/messages.md").read_text("utf-8")
BLOCKS = [dedent(each) for _, each in re.findall(r"^( *)```\n(.*?)^\1```$", PAGE, re.MULTILINE | re.DOTALL)]
EMAIL, TEXT = (next(each for each in BLOCKS if f"\n{word} = true" in each) for word in ("email", "text"))
SECRETS = {"EMAIL_USER": "help@example.org", "EMAIL_PASSWORD": "x" * 16, "TEXT_KEY": "k" * 16}


def read(words: str, tmp_path: Path) -> Settings:
    (tmp_path / "own.toml").write_text((ROOT / "community.toml").read_text("utf-8") + words, "utf-8")
    own = {"COMMUNITY_TOML": str(tmp_path / "own.toml"), "COMMUNITY_HOME": str(tmp_path), "DEMO": "no"}
    return load(own | SECRETS)


def test_the_example_for_email_is_taken(tmp_path: Path) -> None:
    returns = next(each for each in BLOCKS if each.startswith("return_domain"))
    messages = read(EMAIL + returns, tmp_path).messages
    assert (messages.email, messages.encryption, messages.return_domain) == (True, "starttls", "back.example.org")


def test_the_example_for_mail_that_came_back_is_taken(tmp_path: Path) -> None:
    server, secrets = (next(each for each in BLOCKS if each.startswith(word)) for word in ("return_server", "RETURN_"))
    assert dict(line.split("=") for line in secrets.splitlines()).keys() == {"RETURN_USER", "RETURN_PASSWORD"}
    settings = read(EMAIL + server, tmp_path)
    messages = settings.messages
    assert (messages.return_server, messages.return_port, messages.return_minutes) == ("imap.example.org", 993, 10)
    login = settings.return_login
    assert login is not None
    assert login[0].get_secret_value() == SECRETS["EMAIL_USER"]


def test_the_example_for_texts_asks_what_the_service_s_page_says(tmp_path: Path, book: Book) -> None:
    page = next(each for each in BLOCKS if each.startswith("POST "))
    number = "+447700900123"
    with text_service() as service:
        service.says = page.splitlines()[-1].removeprefix("201 ").encode()
        settings = read(TEXT.replace("https://texts.example.org/v1/messages", service.url), tmp_path)
        draft = Draft(ids.mint("D"), number, Rendered("", "Hello"))
        delivery = open_channels(settings, book)[MessageChannel.TEXT].send(draft)
    assert delivery == Delivery(SendOutcome.SENT, service_id="a1b2")
    ((method, _, headers, body),) = service.asked
    assert f"{method} https://texts.example.org/v1/messages" == page.splitlines()[0]
    assert headers["X-Api-Key"] == SECRETS["TEXT_KEY"]
    assert json.loads(body) == json.loads(page.splitlines()[2])


@pytest.mark.parametrize("name", ["number_field", "text_field", "method", "body", "key_header", "key_word"])
def test_what_the_page_says_of_a_setting_left_out_is_so(name: str, tmp_path: Path) -> None:
    service = read('\n[messages.text_service]\nurl = "https://texts.example.org/"\n', tmp_path).messages.text_service
    (row,) = [line for line in PAGE.splitlines() if line.startswith("|") and f"`{name}`" in line]
    assert f"`{getattr(service, name)}`" in row.split("|")[3]


def test_whoever_sends_the_first_text_to_themselves_is_on_duty_by_these_lines(tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text(next(each for each in BLOCKS if each.startswith("[duty.")), "utf-8")
    settings = read(TEXT, tmp_path)
    assert settings.duty_mistakes == ()
    assert [one.hears_of for one in settings.duty.values()] == [("message_failed",)]
