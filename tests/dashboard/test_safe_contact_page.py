"""How to be in touch safely is read before the number on every page that has one, and written down on three."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

import community.casework as cw
from community.book import Append
from community.casework.calls_to_make import WORRIED, open_call
from community.tables.ids import derive
from dashboard.parts.same_person import unprompted
from tests.casework.office import Office
from tests.casework.test_contact_safety import ADA
from tests.dashboard.conftest import OpenApp, checked, press, shown

NUMBER = "07700 900123"
WORDS = (
    "Do not ring them or leave a message.",
    "Safe to be in touch: Only Tuesdays 10–12",
    "If somebody else answers: Say it is the library",
)


def set_for(office: Office, person: str, **now: object) -> None:
    cw.keep_contact_safe(office.handler, person, seen=dict(cw.see_person(office.handler, person)), now=now)


def reads(block: Block) -> Iterator[str]:
    """What can be read on a page, from its top to its end."""
    for child in block.children.values():
        if isinstance(child, Block):
            yield from reads(child)
        else:
            yield str(child.proto.body if child.type == "html" else getattr(child, "value", ""))


def says_first(app: AppTest) -> bool:
    """Whether each of the words is read, and no number before them."""
    text = "\n".join(reads(app.main))
    return all(0 <= text.find(words) < text.index(NUMBER) for words in WORDS)


def test_it_is_written_down_on_the_page_of_a_volunteer_and_taken_back(open_app: OpenApp, office: Office) -> None:
    volunteer = office.make_volunteer(telephone=NUMBER)
    app = open_app("volunteers", id=volunteer)
    app.checkbox[[box.label for box in app.checkbox].index("Do not: ring them")].check()
    fields = {field.label: field for field in app.text_input}
    fields["When is it safe? (optional)"].input("Weekdays before ten")
    fields["Whom to ring if something happens to them (optional)"].input("Ned Near")
    fields["That person’s number (optional)"].input("01632 960555")
    press(app, "Write this down")
    row = office.row("volunteers", volunteer)
    assert (row["not_safe"], row["safe_when"], row["emergency_name"]) == ("ring", "Weekdays before ten", "Ned Near")
    text = shown(app)
    assert "Do not ring them." in text
    assert re.search(r"Ned Near · <a [^>]*>01632 960555", text), "a number that rings at a touch"
    assert f"How to reach them: Text {NUMBER}." in text
    press(app, "Undo")
    press(app, "Write this down")
    assert office.row("volunteers", volunteer)["not_safe"] is None, "the fields show the record, not what was typed"


def test_what_is_typed_stays_while_somebody_else_changes_something_else(open_app: OpenApp, office: Office) -> None:
    volunteer = office.make_volunteer(telephone=NUMBER)
    app = open_app("volunteers", id=volunteer)
    when = "When is it safe? (optional)"
    next(field for field in app.text_input if field.label == when).input("Weekdays before ten").run()
    set_for(office, volunteer, not_safe=["ring"], say_instead="The library")
    app.run()
    press(app, "Write this down")
    row = office.row("volunteers", volunteer)
    assert (row["not_safe"], row["safe_when"], row["say_instead"]) == ("ring", "Weekdays before ten", "The library")


def test_it_is_written_down_on_the_pages_of_a_request_and_a_need(open_app: OpenApp, office: Office) -> None:
    need = office.make_need(name="Ada Asks")
    row = office.row("needs", need)
    for number, (page, one) in enumerate((("triage", row["request_id"]), ("matches", need))):
        app = open_app(page, id=one)
        field = next(f for f in app.text_input if f.label == "The word that they chose for the door (optional)")
        field.input(f"heron {number}")
        hazards = next(f for f in app.text_area if f.label == "What must a visitor beware of? (optional)")
        hazards.input(f"Ada’s dog {number}").run()
        assert "This may tell who it is for, by a name: Ada’s" in shown(app)
        press(app, "Write this down")
        assert "Change it, or tick" in app.error[0].value
        next(box for box in app.checkbox if box.label == "A volunteer may read it as it is").check()
        press(app, "Write this down")
        resident = office.row("residents", row["resident_id"])
        assert (resident["door_word"], resident["hazards"]) == (f"heron {number}", f"Ada’s dog {number}")
        assert f"heron {number}" in shown(app)


def test_every_page_with_a_number_says_first_what_is_safe(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("approved", telephone=NUMBER)
    row = office.row("matches", match)
    need = office.row("needs", row["need_id"])
    resident, volunteer = need["resident_id"], row["volunteer_id"]
    pair = derive("J", resident, volunteer)
    values = {"resident_id": resident, "volunteer_id": volunteer, "since": "2026-01-01"}
    calls = [open_call(WORRIED, match, one) for one in (resident, volunteer)]
    call, to_volunteer = office.book.act("set", by="test", appends=[*calls, Append("pairs", values, pair)]).ids[:2]
    set_for(office, resident, **ADA, emergency_name="Ned Near")
    pages = {"triage": need["request_id"], "matches": need["id"], "history": call}
    apps = {page: open_app(page, id=one) for page, one in pages.items()}
    assert {page: says_first(app) for page, app in apps.items()} == dict.fromkeys(pages, True)
    assert "Ned Near" in shown(apps["history"])
    assert "Ring the volunteer" in shown(apps["matches"])
    assert not any(f"Ring {NUMBER}" in shown(app) for app in apps.values())
    assert says_first(open_app("history", id=pair))
    assert NUMBER not in shown(open_app())
    assert "not safe to ring" in shown(open_app())
    set_for(office, resident, not_safe=None, safe_when=None, say_instead=None)
    office.set(office.row("volunteers", volunteer), "telephone", NUMBER)
    office.set(office.row("residents", resident), "telephone", "01632 960888")
    set_for(office, volunteer, **ADA)
    assert "Ring the volunteer" not in shown(open_app("matches", id=need["id"]))
    pages = {"matches": need["id"], "volunteers": volunteer, "history": to_volunteer}
    assert {page: says_first(open_app(page, id=one)) for page, one in pages.items()} == dict.fromkeys(pages, True)


def test_a_list_of_volunteers_shows_no_number_that_is_not_safe_to_ring(open_app: OpenApp, office: Office) -> None:
    office.clock.pass_(days=-20)
    volunteer = office.make_volunteer(telephone=NUMBER)
    office.clock.pass_(days=20)
    assert NUMBER in shown(open_app("volunteers", show="unused"))
    set_for(office, volunteer, not_safe=["ring"])
    text = shown(open_app("volunteers", show="unused"))
    assert (NUMBER in text, "not safe to ring" in text) == (False, True)


def test_where_no_way_is_safe_the_page_says_so(open_app: OpenApp, office: Office) -> None:
    volunteer = office.make_volunteer(telephone=NUMBER, email="vera@example.org")
    set_for(office, volunteer, not_safe=["ring", "text", "email"])
    text = shown(open_app("volunteers", id=volunteer))
    assert "No way to reach them is safe." in text
    assert "How to reach them" not in text


def test_whom_to_ring_if_something_happens_stands_with_a_volunteer_who_goes_there(
    open_app: OpenApp, office: Office
) -> None:
    match = office.make_match("approved")
    row = office.row("matches", match)
    set_for(office, row["volunteer_id"], emergency_name="Ned Near", emergency_telephone="01632 960555")
    assert "Ned Near" not in shown(open_app("matches", id=row["need_id"]))
    cw.rang(office.director, match, "yes", seen="approved")
    assert re.search(r"Ned Near · <a [^>]*>01632 960555", shown(open_app("matches", id=row["need_id"])))


def test_a_caller_tells_two_facts_before_anything_is_said(open_app: OpenApp, office: Office) -> None:
    first = unprompted(office.settings)
    assert first in shown(open_app("call"))
    office.make_need(name="Ada Asks", telephone=NUMBER)
    assert first in shown(open_app("triage", id=office.make_request(name="Ada Asks", telephone=NUMBER)))
    assert first in shown(open_app("volunteers", id=office.make_volunteer(name="Ada Asks", telephone=NUMBER)))


@pytest.mark.parametrize("sheet", [True, False])
def test_who_sees_a_protected_address_is_said_where_it_is_protected(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sheet: bool
) -> None:
    if sheet:
        monkeypatch.setenv("SHEET_ID", "a" * 44)
        monkeypatch.setenv("GOOGLE_SERVICE_ACCOUNT_FILE", str(tmp_path / "key.json"))
    app = open_app("volunteers", id=office.make_volunteer(postcode="BA1 5AW"))
    assert ("It still stands in the spreadsheet" in shown(app)) == sheet
    assert "Nobody is named as safeguarding lead" in shown(app)
    next(box for box in app.checkbox if box.label == "Their address is protected").check()
    press(app, "Write this down")
    assert "Their address is protected: only the safeguarding lead tells it" in shown(app)
    assert "BA1 5AW" not in shown(app)
    assert next(box for box in app.checkbox if box.label == "Their address is protected").disabled
    checked(app.run())
