"""What a decision or a setting puts on the public pages by itself, and what is said where that fails."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from community import publish
from community.book import Book
from community.book.demo_flag import mark_invented
from community.publish import publish_status, trial_site
from community.publish.publish_site import prepare_lists
from community.runtime import job_handlers, site_refresh
from community.settings import GoogleForm, Settings, load
from tests.book.databases import new_book

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_who_signed_before_there_was_a_form_stays_when_the_first_is_approved(book: Book, settings: Settings) -> None:
    assert "- Bath Mind\n" in prepare_lists(book, settings, NOW)["signatories.md"]
    book.append("organisations", {"name": "bath mind", "status": "approved", "signed_on": "2026-06-01"}, by="web")
    book.append("organisations", {"name": "The Wren", "status": "approved", "signed_on": "2026-06-01"}, by="web")
    told = prepare_lists(book, settings, NOW)["signatories.md"]
    assert "- The Wren\n" in told
    assert "- Wesport\n" in told
    assert told.casefold().count("bath mind") == 1


def test_google_is_named_on_the_privacy_page_once_its_services_are_set_up(book: Book, settings: Settings) -> None:
    assert prepare_lists(book, settings, NOW)["processors.md"] == "No company keeps your details for us.\n"
    told = settings.model_copy(update={"sheet_id": "invented"})
    assert "- Google keeps a spreadsheet for us" in prepare_lists(book, told, NOW)["processors.md"]
    form = GoogleForm(address="https://docs.google.com/forms/d/e/invented/viewform")
    told = settings.model_copy(update={"google_forms": {"volunteer": form}})
    assert "- Google keeps the answers" in prepare_lists(book, told, NOW)["processors.md"]
    community = settings.community.model_copy(update={"processors": ("Invented Hosting runs our computer",)})
    told = settings.model_copy(update={"community": community})
    assert "- Invented Hosting runs our computer." in prepare_lists(book, told, NOW)["processors.md"]


def test_a_build_that_fails_is_told_and_the_site_and_its_sources_stay_as_they_were(
    book: Book, settings: Settings, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.append("organisations", {"name": "The Wren", "status": "approved", "signed_on": "2026-06-01"}, by="web")
    broken = [True, True, False]
    charter = root / "site/_generated/charter.md"

    def build(_: Path, __: str | None) -> None:
        if broken.pop(0):
            raise publish.BuildFailed("There is no room on the disk.")

    settings = settings.model_copy(update={"site_told": root})
    monkeypatch.setattr(publish, "build", build)
    monkeypatch.setattr(site_refresh, "build_if_changed", lambda work, _: work())
    for _ in range(2):
        with pytest.raises(publish.BuildFailed):
            site_refresh.publish_lists(book, settings, NOW)
        last = publish_status.last(settings.book_home)
        assert last is not None
        assert last[1] == "There is no room on the disk."
        assert "The Wren" not in charter.read_text(encoding="utf-8")
        assert site_refresh.lists_are_behind(book, settings, NOW)
    site_refresh.publish_lists(book, settings, NOW)
    last = publish_status.last(settings.book_home)
    assert last is not None
    assert last[1] is None
    assert "The Wren" in charter.read_text(encoding="utf-8")
    assert not site_refresh.lists_are_behind(book, settings, NOW)


def test_the_worker_keeps_the_site_of_the_invented_town_current_in_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = load({"COMMUNITY_HOME": str(tmp_path), "DEMO": "yes"})
    town = Book.open(new_book(settings.book_home / "book.db"))
    town.write(mark_invented)
    monkeypatch.setattr(publish, "build", lambda *_: None)
    monkeypatch.setattr(site_refresh, "build_if_changed", lambda work, _: work())
    monkeypatch.setattr(job_handlers, "_propose", lambda *_: None)
    keeper = job_handlers.worker(town, settings, lambda: NOW)
    town.append("services", {"name": "The Larder", "kind": "service", "status": "approved"}, by="web")
    keeper.run_due()
    assert not settings.site.exists(), "nobody looks at it yet"
    trial_site.lay_out(settings)
    town.append("services", {"name": "The Kettle", "kind": "service", "status": "approved"}, by="web")
    keeper.run_due()
    assert "The Kettle" in (settings.site / "site/_generated/directory-services.md").read_text(encoding="utf-8")
    town.close()
