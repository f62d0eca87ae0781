"""Two records side by side: named as likely doubles, joined by a person's press, parted by Undo."""

import pytest
from streamlit.testing.v1 import AppTest

import community.casework as cw
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, labels, press, shown

JOIN = "They are the same: join them"


def links(app: AppTest) -> dict[str, str]:
    return {str(each.proto.label): str(each.proto.query_string) for each in app.get("page_link")}


@pytest.fixture
def twins(office: Office) -> tuple[str, str]:
    """Two volunteers with one number, who may be one."""
    first = office.make_volunteer(name="Vera Vole", telephone="01632 960777", email="vera@example.org")
    second = office.make_volunteer(name="Vera Voles", telephone="01632 960777", about="*I* cook <b>well</b>")
    return first, second


def test_likely_doubles_lead_side_by_side_and_are_joined_and_parted(
    open_app: OpenApp, office: Office, twins: tuple[str, str]
) -> None:
    first, second = twins
    before = office.everything()
    app = open_app("volunteers", id=first)
    assert "Perhaps the same person twice: Vera Voles" in shown(app)
    assert links(app)["Look at both: Vera Voles"] == f"id={first}&with={second}"
    assert office.everything() == before, "nothing is joined by looking"
    app = open_app("merge", id=first, **{"with": second})
    said = shown(app)
    for words in ("Vera Vole", "Vera Voles", "vera@example.org", "*I* cook <b>well</b>", "The first stays"):
        assert words in said, words
    name = next(radio for radio in app.radio if "name" in radio.label.lower())
    name.set_value(cw.Stays.SECOND).run()
    press(app, JOIN)
    assert office.book.get("volunteers", second) is None
    row = office.row("volunteers", first)
    assert (row["name"], row["email"], row["about"]) == ("Vera Voles", "vera@example.org", "*I* cook <b>well</b>")
    assert "They are one record now." in shown(app)
    for page in ("volunteers", "history", "call"):
        gone = open_app(page, id=second)
        assert "was joined to another record" in shown(gone)
        assert links(gone)["Vera Voles"] == f"id={first}"
    press(app, "Undo")
    assert office.everything() == before


@pytest.mark.parametrize("stays", [0, 1])
def test_after_an_undo_the_same_two_stand_there_in_the_same_order(
    open_app: OpenApp, twins: tuple[str, str], stays: int
) -> None:
    first, second = twins[stays], twins[1 - stays]
    app = press(open_app("merge", id=first, **{"with": second}), JOIN)
    assert JOIN in labels(press(app, "Undo"))
    assert (app.query_params["id"], app.query_params["with"]) == (first, second)
    assert JOIN not in labels(open_app("merge", id=first, **{"with": first}))


def test_who_changed_one_of_the_two_meanwhile_is_named_and_nothing_is_joined(
    open_app: OpenApp, office: Office, twins: tuple[str, str]
) -> None:
    first, second = twins
    app = open_app("merge", id=first, **{"with": second})
    cw.correct(office.coordinator, "volunteers", second, "email", seen=None, now="voles@example.org")
    before = office.everything()
    button = next(each for each in app.button if each.label == JOIN)
    button.click().run()
    assert "Somebody was faster: Cora Coordinator. Vera Voles: Email: voles@example.org" in shown(app)
    assert office.everything() == before


def test_only_those_who_may_join_them_are_led_there(
    open_app: OpenApp, office: Office, twins: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = twins
    user = {"now": office.handler.user}
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: user["now"])
    assert not [name for name in links(open_app("volunteers", id=first)) if name.startswith("Look at both")]
    app = open_app("merge", id=first, **{"with": second})
    assert JOIN not in labels(app)
    user["now"] = office.neighbour.user
    said = shown(open_app("merge", id=first, **{"with": second}))
    assert "belongs to another hub" in said
    assert "Vole" not in said
