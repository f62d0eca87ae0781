"""What a decision or a setting puts on the public pages by itself, and what is said where that fails."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from community.book import Book
from community.commands import publish as command
from community.publish import publish_status
from community.publish.publish_site import prepare_lists
from community.settings import GoogleForm, Settings

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_who_signed_before_there_was_a_form_stays_when_the_first_is_approved(book: Book, settings: Settings) -> None:
    assert "- Bath Mind\n" in prepare_lists(book, settings)["signatories.md"]
    book.append("organisations", {"name": "bath mind", "status": "approved", "signed_on": "2026-06-01"}, by="web")
    book.append("organisations", {"name": "The Wren", "status": "approved", "signed_on": "2026-06-01"}, by="web")
    told = prepare_lists(book, settings)["signatories.md"]
    assert "- The Wren\n" in told
    assert "- Wesport\n" in told
    assert told.casefold().count("bath mind") == 1


def test_google_is_named_on_the_privacy_page_once_its_services_are_set_up(book: Book, settings: Settings) -> None:
    assert prepare_lists(book, settings)["processors.md"] == "No company keeps your details for us.\n"
    told = settings.model_copy(update={"sheet_id": "invented"})
    assert "- Google keeps a spreadsheet for us" in prepare_lists(book, told)["processors.md"]
    form = GoogleForm(address="https://docs.google.com/forms/d/e/invented/viewform")
    told = settings.model_copy(update={"google_forms": {"volunteer": form}})
    assert "- Google keeps the answers" in prepare_lists(book, told)["processors.md"]
    community = settings.community.model_copy(update={"processors": ("Invented Hosting runs our computer",)})
    told = settings.model_copy(update={"community": community})
    assert "- Invented Hosting runs our computer." in prepare_lists(book, told)["processors.md"]


class EndedError(Exception):
    """The watching would go on for ever."""


def test_a_build_that_fails_is_told_and_tried_again_until_it_succeeds(
    book: Book, settings: Settings, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.append("organisations", {"name": "The Wren", "status": "approved", "signed_on": "2026-06-01"}, by="web")
    broken = [True, True, False]
    asleep: list[float] = []

    def build(_: Path, __: str | None) -> None:
        if broken.pop(0):
            raise command.publish.BuildFailed("There is no room on the disk.")

    def sleep(seconds: float) -> None:
        asleep.append(seconds)
        told.append(publish_status.last(settings.book_home))
        if not broken:
            raise EndedError

    told: list[tuple[datetime, str | None] | None] = []
    monkeypatch.setattr(command, "ROOT", root)
    monkeypatch.setattr(command, "TRY_AGAIN", 0.0)
    monkeypatch.setattr(command.publish, "build", build)
    monkeypatch.setattr(command, "build_if_changed", lambda work, _: work())
    monkeypatch.setattr(time, "sleep", sleep)
    with pytest.raises(EndedError):
        command._keep(book, settings)
    assert [each and each[1] for each in told] == ["There is no room on the disk."] * 2 + [None]
    assert "The Wren" in (root / "site/_generated/charter.md").read_text(encoding="utf-8")
