"""Questions of a community's own, sent through the public form: in the book, in no log, in what a person is given."""

import json
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from community.book import Book
from community.book.person_data import everything, find
from community.casework import letter_about_person
from tests.forms.answers import HELP, VOLUNTEER
from tests.forms.own_questions import ANSWERS, KEPT, asking, settings_asking
from tests.intake.conftest import Serve, Service
from tests.intake.walking import Walker, visit


@pytest.fixture
def service(serve: Serve, tmp_path: Path) -> Service:
    return serve(environ={"COMMUNITY_TOML": asking(tmp_path)})


def sent(service: Service, **answers: list[str]) -> Walker:
    walker = Walker(f"{service.url}/get-help/ask/", HELP | ANSWERS | answers).to_check()
    walker.send()
    return walker


def test_one_of_each_kind_is_asked_checked_kept_and_told_to_whom_it_is_about(service: Service, tmp_path: Path) -> None:
    walker = Walker(f"{service.url}/get-help/ask/", HELP | ANSWERS).to_check()
    shown = walker.page.text
    for words in ("The green &lt;one&gt;", "A dog\nA cat", "A friend", "No", "It began\nin May.", "24 December 2025"):
        assert f"<dd>{words}" in shown or f"{words}</dd>" in shown, words
    assert "<dt>Door</dt>" in shown
    assert "<one>" not in shown
    with capture_logs() as logs:
        reference = walker.send()
    assert [each["event"] for each in logs if each["event"] == "form_sent"]
    for word in ("green", "1200", "1,200", "dog", "poster", "friend"):
        assert word not in json.dumps(logs, default=str)
    assert "green" not in walker.page.text, "the last page is made from nothing personal"
    row = service.book.get("help_requests", reference)
    assert row is not None
    assert json.loads(row["extra"]) == KEPT
    text = told_to(service.book, reference, settings_asking(tmp_path))
    assert "  Which <b>door</b> & bell?: The green <one>" in text
    assert "  Which animals live with you?: A cat, A dog" in text
    assert "  Is there a lift?: No" in text
    # Switched off again: what was answered before is still there, under its name.
    text = told_to(service.book, reference, settings_asking(tmp_path, ""))
    assert "  Door: The green <one>" in text
    assert "  Told by: friend" in text


def told_to(book: Book, reference: str, settings: object) -> str:
    with book.reading() as reader:
        person = find(reader.connection, reference)
        told = everything(reader.connection, person)
    return letter_about_person({"made_at": "2026-11-23T10:00:00.000Z", **told}, settings)  # type: ignore[arg-type]


def test_what_cannot_be_read_is_kept_and_flagged_and_one_that_is_needed_is_asked_for_again(service: Service) -> None:
    walker = sent(service, **{"extra.floor": ["the top"], "extra.moved_in": ["long ago"]})
    (row,) = service.book.rows("help_requests")
    assert row["extra.floor"] == "the top"
    assert row["extra.moved_in"] == "long ago"
    assert {"date_odd", "number_odd"} <= set(row["flags"].split("; "))
    assert walker.page.status_code == 200
    join = f"{service.url}/volunteer/join/"
    assert "We need only “Which size of T-shirt?”" in visit("GET", join).text
    walker = Walker(join, VOLUNTEER)
    for _ in range(6):
        walker.press("continue")
    assert "Error: </span>We need an answer to “Which size of T-shirt?”" in walker.page.text
    walker.answers["extra.shirt"] = ["large"]
    walker.to_check().send()
    (row,) = service.book.rows("volunteers")
    assert row["extra.shirt"] == "large"
