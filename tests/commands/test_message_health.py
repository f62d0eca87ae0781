"""The doctor says whether email and texts are set up, and asks their servers only when told, without a message."""

from pathlib import Path

import pytest

from tests.checkout import ROOT
from tests.commands.household import Run, lines
from tests.messages.mail_server import NAME, PASSWORD, mail_server, throw_away_certificate
from tests.messages.text_service import text_service


def about(run: Run, *options: str, code: int = 0) -> dict[str, str]:
    told = lines(run("doctor", "--json", *options, code=code))
    return {str(each["what"]): str(each["state"]) for each in told if str(each["what"]).startswith(("email", "texts"))}


def test_until_they_are_switched_on_all_is_well(run: Run) -> None:
    run("init")
    assert about(run, "--live") == {"email": "well", "texts": "well"}


def test_the_servers_are_asked_only_when_told_and_get_no_message(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("init")
    certificate = throw_away_certificate(tmp_path)
    for name, value in {
        "SSL_CERT_FILE": str(certificate),
        "COMMUNITY_TOML": str(tmp_path / "own.toml"),
        "EMAIL_USER": NAME,
        "EMAIL_PASSWORD": PASSWORD,
        "TEXT_KEY": "k" * 20,
        "PUBLIC_URL": "https://town.example.org",
    }.items():
        monkeypatch.setenv(name, value)
    with mail_server(certificate) as server, text_service(certificate) as service:
        (tmp_path / "own.toml").write_text(
            (ROOT / "community.toml").read_text("utf-8")
            + f'\n[messages]\nemail = true\ntext = true\nemail_server = "localhost"\nemail_port = {server.port}\n'
            'sender_address = "help@town.example.org"\nreturn_domain = "back.town.example.org"\n'
            f'[messages.text_service]\nurl = "{service.url}"\n',
            "utf-8",
        )
        assert about(run) == {"email": "think", "texts": "think"}
        assert server.logins == []
        assert about(run, "--live") == {"email": "well", "texts": "well"}
        assert server.logins == [True]
        with monkeypatch.context() as other:
            other.setenv("EMAIL_PASSWORD", "another one")
            assert about(run, "--live", code=1) == {"email": "wrong", "texts": "well"}
            assert "refuses the name, the password or the key" in run("doctor", "--live", code=1).stdout
        with monkeypatch.context() as other:
            other.setenv("DEMO", "yes")
            before = len(server.logins)
            assert about(run, "--live") == {"email": "well", "texts": "well"}
            assert len(server.logins) == before
        with monkeypatch.context() as other:
            other.delenv("PUBLIC_URL")
            assert "no PUBLIC_URL" in run("doctor", code=1).stdout
    assert (server.tried, server.letters, service.asked) == ([], [], [])
    assert about(run, "--live", code=1) == {"email": "wrong", "texts": "wrong"}
