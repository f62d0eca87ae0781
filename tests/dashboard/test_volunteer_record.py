"""The page of one volunteer: what they gave, were asked and hold, with what may be put right, within sight."""

import pytest

import community.casework as cw
from tests.casework.office import ELSEWHERE, TODAY, Office
from tests.dashboard.conftest import OpenApp, press, shown
from tests.dashboard.test_find_box import links


@pytest.fixture
def vera(office: Office) -> str:
    """A volunteer who helps, helped, was trained, was thanked and is asked to keep away from somebody."""
    match = office.make_match("active", name="Rose Tillman")
    one = str(office.row("matches", match)["volunteer_id"])
    office.set(office.row("volunteers", one), "name", "Vera Vole")
    cw.done(office.director, match, TODAY, minutes=90, seen="active")
    session = office.book.append("sessions", {"name": "Food safety", "status": "held"}, by="jo").id
    booking = {"session_id": session, "volunteer_id": one, "hub": office.row("volunteers", one)["hub"]}
    office.book.append("bookings", booking | {"status": "passed"}, by="jo")
    cw.correct(office.director, "volunteers", one, "notes", seen=None, now="Has a bad knee")
    cw.correct(office.director, "volunteers", one, "training", seen=None, now=["food_hygiene"])
    return one


def test_all_about_a_volunteer_stands_on_one_page(open_app: OpenApp, office: Office, vera: str) -> None:
    app = open_app("volunteers", id=vera)
    said = shown(app)
    for words in (
        "Vera Vole</h1>", "Has a bad knee", "Food safety", "Food hygiene", "1 visit, 1.5 hours", "They said yes: 1",
        "Load now", "Which check does their help ask for?", "Enhanced with barred list: seen",
        "You have been there for a neighbour 1",
    ):  # fmt: skip
        assert words in said or words in [each.label for each in app.expander], words
    named = links(app)
    assert any(name.startswith("Rose Tillman") for name in named)
    assert not any(name.startswith(("Open ", "P-", "V-", "N-", "M-")) for name in named)


def test_what_they_offer_is_put_right(open_app: OpenApp, office: Office, vera: str) -> None:
    app = open_app("volunteers", id=vera)
    for name, now in (("tasks", ["dog_walk", "shopping"]), ("languages", ["polish"]), ("max_distance_km", 3.5)):
        app.selectbox(key=f"wrong-{vera}").set_value(name).run()
        field = app.number_input if name == "max_distance_km" else app.multiselect
        field(key=f"right-{vera}-{name}").set_value(now).run()
        app.button(key=f"put-{vera}").click().run()
    row = office.row("volunteers", vera)
    assert (row["tasks"], row["languages"], row["max_distance_km"]) == ("dog_walk; shopping", "polish", 3.5)


def test_thanks_are_written_down_by_whoever_said_them(open_app: OpenApp, office: Office, vera: str) -> None:
    app = open_app("volunteers", id=vera)
    press(app, "I have thanked them")
    assert [row["words"] for row in office.book.rows("contacts") if row["with_whom"] == vera][-1] == "We thanked them."


def test_each_role_sees_what_is_granted(
    open_app: OpenApp, office: Office, vera: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = {"now": office.handler.user}
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: user["now"])
    said = shown(open_app("volunteers", id=vera))
    assert "Vera Vole" in said
    assert "bad knee" not in said
    assert "barred" not in said, "checks are for coordinators"
    user["now"] = office.neighbour.user
    assert "belongs to another hub" in shown(open_app("volunteers", id=vera))
    need = office.make_need("phone_call", hub=ELSEWHERE)
    office.book.append("matches", {"need_id": need, "volunteer_id": vera, "status": "active"}, by="jo")
    said = shown(open_app("volunteers", id=vera))
    assert "Vera Vole" in said
    assert "Rose" not in said
    assert "1.5 hours" not in said


def test_somebody_who_was_faster_is_named_with_what_they_wrote(open_app: OpenApp, office: Office, vera: str) -> None:
    app = open_app("volunteers", id=vera)
    app.selectbox(key=f"wrong-{vera}").set_value("email").run()
    cw.correct(office.coordinator, "volunteers", vera, "email", seen=None, now="vera@theirs.example")
    app.text_area(key=f"right-{vera}-email").input("vera@mine.example").run()
    app.button(key=f"put-{vera}").click().run()
    said = shown(app)
    assert "Somebody was faster: Cora Coordinator. Vera Vole: Email: vera@theirs.example" in said
    assert office.row("volunteers", vera)["email"] == "vera@theirs.example"
