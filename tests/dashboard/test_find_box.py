"""The search for anybody stands on every page, says what tells people apart, and asks each time who looks."""

import pytest
from streamlit.testing.v1 import AppTest

from community.casework import User
from community.tables.roles import Duty
from dashboard.auth import Shut
from dashboard.page_frame import PAGES
from tests.casework.office import ELSEWHERE, Office
from tests.dashboard.conftest import OpenApp, checked, shown


def links(app: AppTest) -> list[str]:
    """The names on the links to other pages, in their order."""
    return [str(each.proto.label) for each in app.get("page_link")]


def find(app: AppTest, typed: str) -> AppTest:
    """Type this into the search."""
    (field,) = [each for each in app.text_input if each.label.startswith("Find anybody")]
    return checked(field.input(typed).run())


@pytest.mark.parametrize("page", [name for name in PAGES if name != "concerns"])
def test_anybody_is_found_from_every_page(open_app: OpenApp, office: Office, page: str) -> None:
    volunteer = office.make_volunteer(name="Vera Vole")
    app = find(open_app(page), "vole")
    assert "Vera Vole" in links(app)
    assert f"{volunteer}</span>" in shown(app)


def test_people_of_one_name_are_told_apart(open_app: OpenApp, office: Office) -> None:
    told = {"hub": "bath_north", "sector": "BA1 5"}
    rose = office.book.append("residents", {"name": "Sam Smith", "address": "14 Milsom Street\nBath"} | told, by="x").id
    office.make_volunteer(name="Sam Smith", over_18="no", status="applied", hub=ELSEWHERE, sector="BS31 1")
    mother = {"emergency_name": "Sam Smith", "emergency_telephone": "07700 900777", "name": "Ed Pell"}
    office.book.append("residents", mother | told, by="x")
    said = shown(find(open_app(), "sam smith")).replace('</span> · <span class="part">', " · ")
    assert f"Resident · 14 Milsom Street, BA1 5 · Bath North · {rose}" in said
    assert "Volunteer, applied · under 18 · BS31 1 · Keynsham" in said
    assert "Emergency contact of Ed Pell (resident) · BA1 5 · Bath North" in said


def test_a_name_with_signs_of_markdown_is_plain_words_on_the_link(open_app: OpenApp, office: Office) -> None:
    office.make_volunteer(name="[Zo](http://evil.example) **Zo** :tada: $x$ www.evil.example Zo")
    office.make_volunteer(name="Zo ज़ोया O’Neil-Smith Jr.")
    named = links(find(open_app(), "zo"))
    assert "Zo ज़ोया O’Neil-Smith Jr." in named
    assert "Zo http evil example Zo tada x www evil example Zo" in named


def test_what_was_typed_stays_out_of_the_address_and_goes_with_the_page(open_app: OpenApp, office: Office) -> None:
    volunteer = office.make_volunteer(name="Vera Vole")
    app = find(open_app(), "vole")
    assert "vole" not in str(dict(app.query_params)).lower()
    app.query_params["id"] = volunteer
    assert "Nobody is found" not in shown(checked(app.run()))
    assert not any(each.value for each in app.text_input if each.label.startswith("Find anybody"))


def test_who_is_signed_out_in_between_finds_nobody(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.make_volunteer(name="Vera Vole")
    app = open_app()

    def shut(*_: object, **__: object) -> None:
        raise Shut("idle")

    monkeypatch.setattr("dashboard.work_session.who", shut)
    assert "Vera Vole" not in links(find(app, "vole"))


def test_who_only_receives_concerns_has_nobody_to_find(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: User("Chris", None, safeguarding=Duty.CHAIR))
    app = open_app("concerns")
    assert not any(each.label.startswith("Find anybody") for each in app.text_input)


def test_it_says_that_there_are_more_or_that_nobody_is_found(open_app: OpenApp, office: Office) -> None:
    for _ in range(13):
        office.make_volunteer(name="Sam Smith", dbs=None)
    app = open_app()
    assert "There are more" in shown(find(app, "smith"))
    assert "Nobody is found" in shown(find(app, "zzyzx"))
