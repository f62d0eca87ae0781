"""The command `duty` and the doctor say who hears of what, and a trial goes by the way that is set up."""

from pathlib import Path

import pytest

from tests.book.databases import new_book
from tests.checkout import ROOT
from tests.commands.household import Run, lines
from tests.concerns.duty import LEAD
from tests.messages.on_duty import MOBILE, duty, leaks, listed
from tests.messages.text_service import ServiceStandIn, text_service


def set_up(home: Path, service: ServiceStandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """A live book, and settings that send texts and no emails."""
    new_book(home / "book.db")
    own = f'\n[messages]\ntext = true\n[messages.text_service]\nurl = "{service.url}"\n'
    (home / "own.toml").write_text((ROOT / "community.toml").read_text("utf-8") + own, "utf-8")
    monkeypatch.setenv("COMMUNITY_TOML", str(home / "own.toml"))
    monkeypatch.setenv("TEXT_KEY", "k" * 20)
    monkeypatch.setenv("PUBLIC_URL", "https://town.example.org")


def doctor(run: Run, code: int = 0) -> list[tuple[str, str]]:
    told = lines(run("doctor", "--json", code=code))
    return [(str(each["state"]), str(each["words"])) for each in told if each["what"] == "duty"]


def test_who_hears_of_what_is_told_without_a_number(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with text_service() as service:
        set_up(home, service, monkeypatch)
        assert doctor(run) == [("well", "Nobody is told of what can't wait: it stands on Today (docs/duty.md).")]
        evenings = duty("evenings", hears_of=("urgent_request",), days=["mon", "tue"], hours_from="17:00",
                        hours_until="22:00")  # fmt: skip
        listed(home, evenings, duty("lead", hears_of=("concern",), who="the lead", person=LEAD))
        said = run("duty").output
        assert "The coordinator on call hears by text, on Mondays and Tuesdays from 5 pm to 10 pm, of requests" in said
        assert "The lead hears by text, every day at any hour, of safeguarding concerns. On duty now." in said
        missing = (
            "promised help that is missing today",
            "people to be rung at once",
            "messages about help today or tomorrow that did not arrive",
            "a backup that failed",
        )
        assert f"Nobody hears of {', '.join(missing)} and other work of the machine" in said
        assert "no chair hears of concerns" in said
        assert leaks(said) == []
        listed(home, duty(hears_of=("concern",)))
        assert "also of one about whoever that is" in run("duty").output
        chair = duty("chair", hears_of=("concern",), who="the chair", person="Charlie Chair")
        listed(home, chair)
        said = run("duty").output
        assert "no chair hears" not in said
        assert "whoever that is" not in said
        assert service.asked == []


def test_what_keeps_them_from_being_told_is_wrong(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with text_service() as service:
        set_up(home, service, monkeypatch)
        listed(home, duty(email="a@example.org"), duty("slip", text="12"))
        found = doctor(run, code=1)
        listed(home, duty("slip", text="12"))
        assert "Nothing was tried: people.toml, duty.slip.text" in run("duty", "--test", code=1).stderr
        listed(home, duty(email="a@example.org"), duty("slip", text="12"))
        assert [state for state, _ in found][:2] == ["wrong", "wrong"]
        assert "duty.slip.text" in found[0][1]
        assert "switched off in [messages]" in found[1][1]
        listed(home, duty(text="0117 496 0001"))
        assert "not one number that a text can reach" in doctor(run, code=1)[0][1]
        monkeypatch.setenv("BOOK_KEPT_IN", "sheet")
        monkeypatch.setenv("SHEET_ID", "an-invented-id")
        assert "no worker runs" in run("duty", code=1).output
        assert "no worker runs" in run("duty", "--test", code=1).stderr


def test_a_trial_goes_to_each_or_to_one_and_says_how_it_went(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with text_service() as service:
        set_up(home, service, monkeypatch)
        assert "Nobody is on duty" in run("duty", "--test", code=1).stderr
        listed(home, duty(), duty("lead", who="the lead", text="07700 900111", hours_from="03:00", hours_until="03:01"))
        assert run("duty", "--test").output.count("a trial went") == 2, "whatever their hours"
        words = [body.decode() for *_, body in service.asked]
        assert all("This is a trial" in each for each in words)
        said = run("duty", "--test", "--to", "lead").stdout
        assert said.startswith("The lead: a trial went.")
        assert "900111" in service.asked[-1][3].decode()
        assert "no such person" in run("duty", "--test", "--to", "nobody", code=1).stderr
        service.status = 401
        said = run("duty", "--test", "--to", "lead", code=1).output
        assert "nothing went. The server refuses the name, the password or the key" in said
        service.trouble = "cut"
        assert "nobody knows whether the trial went" in run("duty", "--test", "--to", "lead", code=1).output
        asked = len(service.asked)
        listed(home, duty(email="a@example.org"))
        assert "switched off" in run("duty", "--test", code=1).output
        monkeypatch.setenv("DEMO", "yes")
        assert "invented town" in run("duty", "--test", code=1).stderr
        listed(home, duty())
        assert "nothing of it is sent" in run("duty").output
        assert len(service.asked) == asked
    assert "--to needs --test" in run("duty", "--to", "lead", code=2).stderr
    assert MOBILE not in said
