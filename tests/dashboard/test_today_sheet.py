"""What came from the spreadsheet, on Today: two answers to settle, and notes to deal with."""

import pytest
from streamlit.testing.v1 import AppTest

import community.casework as cw
from community.book import Arrival
from community.tables.canonical import instant
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, checked, labels, press, shown

HOSTILE = "<img src=x onerror=alert(1)> **bold** [link](http://evil.example) :red[a]"


def late(office: Office, record_id: str, now: str, field: str = "telephone", table: str = "help_requests") -> str:
    """A word that came too late from the sheet; the change's id."""
    office.numbers += 1
    one = f"S{office.numbers:015}"
    at = instant(office.clock())
    office.book.arrive([Arrival(one, at, "sheet", f"sheet-{one}", table, record_id, field, "never said", now)])
    return one


def note(office: Office, about: str, words: str) -> str:
    told = {"about": about, "way": "sheet", "outcome": "note", "words": words, "status": "open"}
    return office.book.append("contacts", told, by="sheet").id


def ask(app: AppTest, about: str) -> AppTest:
    return press(app, f"Settle: {about}")


def test_two_answers_are_settled_with_a_reason_and_gone(open_app: OpenApp, office: Office) -> None:
    request = office.make_request(name="Ada Asks", telephone="01632 960222")
    late(office, request, "01632 960111")
    app = ask(open_app(), request)
    page = shown(app)
    assert "01632 960111" in page
    assert "01632 960222" in page
    assert "Typed into the spreadsheet" in page
    app.radio(key="settle-choice").set_value("theirs")
    app.text_input(key="settle-why").input("I rang her")
    press(app, "Settle it")
    assert office.row("help_requests", request)["telephone"] == "01632 960111"
    assert cw.conflicts(office.director) == []
    assert f"Settle: {request}" not in labels(open_app())


def test_without_a_reason_the_question_stays_open(open_app: OpenApp, office: Office) -> None:
    request = office.make_request(telephone="01632 960222")
    late(office, request, "01632 960111")
    app = ask(open_app(), request)
    assert app.radio(key="settle-choice").value is None, "nobody decides it beforehand"
    app.radio(key="settle-choice").set_value("ours")
    press(app, "Settle it")
    assert app.text_input(key="settle-why")
    assert cw.conflicts(office.director)


def test_what_was_settled_can_be_taken_back_at_once(open_app: OpenApp, office: Office) -> None:
    request = office.make_request(telephone="01632 960222")
    late(office, request, "01632 960111")
    app = ask(open_app(), request)
    app.radio(key="settle-choice").set_value("theirs")
    app.text_input(key="settle-why").input("I rang her")
    press(app, "Settle it")
    press(app, "Undo")
    assert office.row("help_requests", request)["telephone"] == "01632 960222"
    assert len(cw.conflicts(office.director)) == 1


def test_what_can_not_simply_be_put_in_is_not_offered(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("approved")
    late(office, match, "declined", "status", "matches")
    app = ask(open_app(), match)
    assert len(app.radio(key="settle-choice").options) == 1
    assert "do it on its own page" in shown(app)


def test_a_question_that_somebody_else_settled_is_not_asked_any_more(open_app: OpenApp, office: Office) -> None:
    request = office.make_request(telephone="01632 960222")
    change = late(office, request, "01632 960111")
    app = ask(open_app(), request)
    cw.settle_conflict(office.director, change, "ours", seen="01632 960222", reason="She told me")
    checked(app.run())
    assert "Settle it" not in labels(app)


def test_a_note_is_read_and_dealt_with_by_a_click(open_app: OpenApp, office: Office) -> None:
    volunteer = office.make_volunteer(name="Vera Vole")
    one = note(office, volunteer, "has moved to Frome")
    app = open_app()
    assert "Vera Vole: has moved to Frome" in shown(app)
    assert f"id={volunteer}" in [link.proto.query_string for link in app.get("page_link")]
    press(app, f"Dealt with: {one}")
    assert office.row("contacts", one)["status"] == "dealt_with"
    assert f"Dealt with: {one}" not in labels(open_app())


def test_the_page_of_a_note_says_where_it_was_typed(open_app: OpenApp, office: Office) -> None:
    one = note(office, office.make_volunteer(), "has moved to Frome")
    page = shown(open_app("history", id=one))
    assert "A note about the spreadsheet" in page
    assert "typed into it" in page


def test_a_call_that_was_typed_without_whom_or_how_opens_and_tells_nobody(open_app: OpenApp, office: Office) -> None:
    one = office.book.append("contacts", {"words": "rang about the bins", "status": "open"}, by="sheet").id
    page = shown(open_app("history", id=one))
    assert "A call or message" in page
    assert "Somebody to tell" not in page


@pytest.mark.parametrize("kind", ["note", "answer"])
def test_what_was_typed_into_a_cell_is_shown_as_the_text_it_is(open_app: OpenApp, office: Office, kind: str) -> None:
    request = office.make_request(name=HOSTILE)
    if kind == "note":
        note(office, request, HOSTILE)
        app = open_app()
    else:
        late(office, request, HOSTILE, "address")
        app = ask(open_app(), request)
    assert not [e for e in app.get("html") if "<img" in str(e.proto.body)]
    drawn_as_markdown = [*app.markdown, *app.caption, *app.title, *app.error]
    assert not [e for e in drawn_as_markdown if "evil" in str(e.value)]
    assert not [name for name in [*labels(app), *(str(o) for r in app.radio for o in r.options)] if "evil" in name]
    assert any("evil" in str(e.value) for e in app.text)
