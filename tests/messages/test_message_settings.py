"""Every mistake in the settings of messages is named by its place, and no value is repeated."""

import re
from pathlib import Path

import pytest

from community.settings import SettingsError, load
from tests.messages.conftest import Telling

EMAIL = ["email = true", 'email_server = "mail.example.org"', 'sender_address = "help@example.org"']
SERVICE = ["[messages.text_service]", 'url = "https://texts.example.org/v1"']
SECRET = "canary"


def test_nothing_is_sent_until_it_is_switched_on(told: Telling) -> None:
    messages = told().messages
    assert (messages.email, messages.text, messages.encryption) == (False, False, "starttls")
    assert (messages.quiet_from.hour, messages.quiet_until.hour, messages.offer_open_days) == (21, 8, 2)
    assert told(*EMAIL, "email_port = 465").messages.encryption == "tls"


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (["email = true"], "email needs email_server; email needs sender_address"),
        ([*EMAIL, 'email_encryption = "none"'], "none only for a server on this machine"),
        (['email_server = "canary server"'], r"messages\.email_server"),
        (['sender_address = "canary"'], r"messages\.sender_address.*plain email address"),
        (['sender_address = "canary@example.org\\r\\nBcc: a@b.org"'], r"messages\.sender_address"),
        (['sender_address = "canary..reader@example.org"'], r"messages\.sender_address"),
        (['sender_address = ".canary@example.org"'], r"messages\.sender_address"),
        (['email_server = "canary.example.org:587"'], r"messages\.email_server"),
        (['sender_name = "canary\\nBcc: a@b.org"'], r"messages\.sender_name"),
        (['reply_to = "canary"'], r"messages\.reply_to"),
        (['return_domain = "canary@example.org"'], r"messages\.return_domain.*domain"),
        (["text = true"], "text needs"),
        (['quiet_from = "08:00"'], "nothing would ever be quiet"),
        (["offer_open_days = 0"], r"messages\.offer_open_days"),
        (["emial = true"], r"messages\.emial"),
        ([SERVICE[0], 'url = "http://canary.example.org"'], r"text_service\.url.*https://"),
        ([SERVICE[0], 'url = "https://canary:secret@texts.example.org"'], r"text_service\.url"),
        ([SERVICE[0], 'url = "https://texts.example.org/canäry"'], r"text_service\.url"),
        ([SERVICE[0], 'url = "https://texts.example.org/?key=canary"'], r"text_service\.url"),
        ([SERVICE[0], 'url = ""'], r"text_service\.url"),
        ([*SERVICE, 'method = "GET"'], r"text_service\.method"),
        ([*SERVICE, 'key_header = "X-Key: canary"'], r"text_service\.key_header.*letters, digits"),
        ([*SERVICE, "accepted = [200, 429]"], "stands in two"),
        ([*SERVICE, "refused = [42]"], r"text_service\.refused"),
        ([*SERVICE, 'accepted_path = "canary"'], "need each other"),
        ([*SERVICE, 'body = "form"', 'number_field = "canary.to"'], "a form has no nested fields"),
        ([*SERVICE, 'number_field = "text"'], "two fields have the same name"),
        ([*SERVICE, 'sender_field = "from"'], "needs text_sender"),
        ([*SERVICE, 'id_path = "a..canary"'], r"text_service\.id_path"),
    ],
)
def test_each_mistake_is_named(lines: list[str], named: str, told: Telling) -> None:
    with pytest.raises(SettingsError) as error:
        told(*lines)
    assert re.search(named, str(error.value)), error.value
    assert SECRET not in str(error.value)


def test_answers_need_an_address_to_go_to(told: Telling, tmp_path: Path) -> None:
    told(*EMAIL)
    file = tmp_path / "community.toml"
    words = file.read_text("utf-8")
    file.write_text(re.sub(r'(?m)^email = ".*"$', 'email = "canary, by telephone"', words), "utf-8")
    with pytest.raises(SettingsError, match=r"messages\.reply_to: is needed") as error:
        load({"COMMUNITY_TOML": str(file), "COMMUNITY_HOME": str(tmp_path), "DEMO": "no"})
    assert SECRET not in str(error.value)


def test_what_a_login_needs_is_not_looked_for_among_the_public_settings(told: Telling) -> None:
    with pytest.raises(SettingsError, match="EMAIL_USER and EMAIL_PASSWORD: one is set") as error:
        told(*EMAIL, EMAIL_USER=SECRET, EMAIL_PASSWORD="")
    assert SECRET not in str(error.value)
    with pytest.raises(SettingsError, match=r"messages\.text: needs TEXT_KEY"):
        told("text = true", *SERVICE, TEXT_KEY="")
    for line in ('email_password = "canary"', 'email_user = "canary"'):
        with pytest.raises(SettingsError, match=r"messages\.email_"):
            told(line)
    with pytest.raises(SettingsError, match="RETURN_USER and RETURN_PASSWORD: one is set"):
        told(*EMAIL, RETURN_USER=SECRET)
    with pytest.raises(SettingsError, match=r"messages\.return_server: needs RETURN_USER"):
        told('return_server = "imap.example.org"', EMAIL_USER="", EMAIL_PASSWORD="")
    settings = told(*EMAIL, EMAIL_PASSWORD=SECRET)
    assert SECRET not in repr(settings)
