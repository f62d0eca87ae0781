"""The page of a resident: all about one person in one place, with what may be put right, within sight."""

import pytest

import community.casework as cw
from tests.casework.office import ELSEWHERE, HUB, TODAY, Office
from tests.dashboard.conftest import OpenApp, shown
from tests.dashboard.test_find_box import links


@pytest.fixture
def rose(office: Office) -> str:
    """A resident with a request, a volunteer who helps, a visit, a call, a thing lent and a neighbour in the house."""
    told = {"name": "Rose Tillman", "address": "14 Milsom Street", "postcode": "BA1 5AW"}
    asked = {"referrer_name": "Odile Brand", "they_agree": "yes", "agreed_how": "On the telephone"}
    request = office.make_request(**told, **asked, speaks_for="attorney", tasks=["dog_walk"])
    needs = [cw.NeedAsked("dog_walk"), cw.NeedAsked("phone_call")]
    done = cw.triage(office.director, request, seen="new", resident=cw.NEW_RESIDENT, needs=needs)
    for need, name in zip(done.need_ids, ("Vera Vole", "Val Visits"), strict=True):
        pair = {"need_id": need, "volunteer_id": office.make_volunteer(name=name), "status": "active"}
        match = office.book.append("matches", pair, by="jo").id
    one = str(office.row("needs", done.need_ids[0])["resident_id"])
    cw.done(office.director, match, TODAY, seen="active")
    cw.log_contact(office.director, one, with_whom=one, words="Asked for a later hour")
    office.book.append(
        "loans",
        {"what": "Heater 7", "resident_id": one, "hub": HUB, "status": "out", "back_by": "2026-12-24"},
        by="jo",
    )
    office.book.append("residents", {"hub": HUB} | told | {"name": "Wilf Tillman"}, by="jo")
    cw.correct(office.director, "residents", one, "avoids", seen=None, now=[office.make_volunteer(name="Ned Never")])
    return one


def test_all_about_a_resident_stands_on_one_page(open_app: OpenApp, office: Office, rose: str) -> None:
    app = open_app("residents", id=rose)
    said = shown(app)
    for words in (
        "Rose Tillman</h1>", "14 Milsom Street", "Asked for a later hour", "Heater 7", "due back", "Val Visits",
        "Asked by: Odile Brand",
        "On the telephone", "1 visit", "Must not meet", "At the same address",
    ):  # fmt: skip
        assert words in said, words
    named = links(app)
    assert {"Ned Never", "Wilf Tillman", "Vera Vole"} <= set(named)
    assert not any(name.startswith(("Open ", "P-", "V-", "N-")) for name in named)


def test_what_is_wrong_of_a_need_is_put_right_after_it_was_accepted(open_app: OpenApp, office: Office) -> None:
    need = office.make_need("dog_walk", urgency="this_week")
    one = str(office.row("needs", need)["resident_id"])
    for name, now in (("urgency", "today"), ("slots", ["mon_morning", "tue_evening"]), ("people", 2)):
        app = open_app("residents", id=one)
        app.selectbox(key=f"wrong-{need}").set_value(name).run()
        key = f"right-{need}-{name}"
        field = {"urgency": app.selectbox, "slots": app.multiselect, "people": app.number_input}[name](key=key)
        field.set_value(now).run()
        press_key(app, f"put-{need}")
    row = office.row("needs", need)
    assert (row["urgency"], row["slots"], row["people"]) == ("today", "mon_morning; tue_evening", 2)
    assert [entry.verb for entry in cw.history(office.director, need)][:3] == ["correct"] * 3


@pytest.mark.parametrize(
    ("name", "kind", "theirs", "mine"),
    [
        ("urgency", "selectbox", "today", "two_days"),
        ("details", "text_area", "A small dog", "An old dog"),
        ("slots", "multiselect", ["mon_morning"], ["tue_evening"]),
        ("people", "number_input", 3, 2),
    ],
)
def test_what_somebody_else_put_right_meanwhile_is_not_written_over(
    open_app: OpenApp, office: Office, name: str, kind: str, theirs: object, mine: object
) -> None:
    need = office.make_need("dog_walk", urgency="this_week")
    app = open_app("residents", id=str(office.row("needs", need)["resident_id"]))
    app.selectbox(key=f"wrong-{need}").set_value(name).run()
    cw.correct(office.director, "needs", need, name, seen=office.row("needs", need)[name], now=theirs)
    after = office.row("needs", need)[name]
    getattr(app, kind)(key=f"right-{need}-{name}").set_value(mine).run()
    press_key(app, f"put-{need}")
    assert office.row("needs", need)[name] == after
    assert "Somebody was faster" in shown(app)
    press_key(app, f"put-{need}")
    assert office.row("needs", need)[name] in (mine, "tue_evening"), "they know now, and still want it"


def test_a_number_that_no_field_takes_can_be_put_right(open_app: OpenApp, office: Office) -> None:
    one = office.make_volunteer(how_many=0)
    app = open_app("volunteers", id=one)
    app.selectbox(key=f"wrong-{one}").set_value("how_many").run()
    app.number_input(key=f"right-{one}-how_many").set_value(2).run()
    press_key(app, f"put-{one}")
    assert office.row("volunteers", one)["how_many"] == 2


def press_key(app: object, key: str) -> None:
    app.button(key=key).click().run()  # type: ignore[attr-defined]
    assert not app.exception  # type: ignore[attr-defined]


def test_an_address_is_put_right_there(open_app: OpenApp, office: Office, rose: str) -> None:
    app = open_app("residents", id=rose)
    app.selectbox(key=f"wrong-{rose}").set_value("address").run()
    app.text_area(key=f"right-{rose}-address").input("15 Milsom Street").run()
    press_key(app, f"put-{rose}")
    assert office.row("residents", rose)["address"] == "15 Milsom Street"


def test_another_hub_s_resident_is_told_of_to_nobody_here(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = office.book.append("residents", {"name": "Rose Tillman", "hub": ELSEWHERE}, by="jo").id
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: office.coordinator.user)
    said = shown(open_app("residents", id=theirs))
    assert "belongs to another hub" in said
    assert "Tillman" not in said


def test_somebody_who_is_found_is_opened_on_their_page(open_app: OpenApp, office: Office, rose: str) -> None:
    app = open_app("residents")
    assert "Find somebody" in shown(app)
    (field,) = [each for each in app.text_input if each.label.startswith("Find anybody")]
    app = field.input("rose till").run()
    (link,) = [each.proto for each in app.get("page_link") if each.proto.label == "Rose Tillman"]
    assert (link.page, link.query_string) == ("residents", f"id={rose}")


def test_more_than_ten_visits_can_be_reached(open_app: OpenApp, office: Office, rose: str) -> None:
    (visit,) = office.book.rows("visits")
    told = {name: visit[name] for name in ("match_id", "need_id", "resident_id", "volunteer_id", "status")}
    for day in range(1, 15):
        office.book.append("visits", told | {"on": f"2026-10-{day:02}"}, by="jo")
    app = open_app("residents", id=rose)
    assert ">1 October<" not in shown(app)
    press_key(app, "more-visits")
    assert ">1 October<" in shown(app)


def test_what_is_lent_is_written_down_and_comes_back(open_app: OpenApp, office: Office, rose: str) -> None:
    app = open_app("residents", id=rose)
    app.text_input(key=f"lend-what-{rose}").input("Telephone 3").run()
    press_key(app, f"lend-{rose}")
    loan = next(row["id"] for row in office.book.rows("loans") if row["what"] == "Telephone 3")
    press_key(app, f"back-{loan}")
    assert office.row("loans", loan)["status"] == "back"
    assert "came back" in shown(app)


def test_who_must_not_meet_is_chosen_by_name_and_taken_out(open_app: OpenApp, office: Office, rose: str) -> None:
    other = office.make_volunteer(name="Olga Other")
    before = str(office.row("residents", rose)["avoids"])
    app = open_app("residents", id=rose)
    app.text_input(key=f"add-avoids-{rose}").input("olga").run()
    press_key(app, f"in-avoids-{other}")
    assert set(office.row("residents", rose)["avoids"].split("; ")) == {before, other}
    press_key(app, f"out-avoids-{before}")
    assert office.row("residents", rose)["avoids"] == other


def test_who_comes_in_while_somebody_chooses_changes_nothing_of_the_choice(
    open_app: OpenApp, office: Office, rose: str
) -> None:
    meant = office.make_volunteer(name="Olga Other")
    app = open_app("residents", id=rose)
    app.text_input(key=f"add-avoids-{rose}").input("olga").run()
    for name in ("Olga Aardvark", "Olga"):
        office.make_volunteer(name=name)
    cw.correct(office.coordinator, "volunteers", meant, "name", seen="Olga Other", now="Olga Otter")
    press_key(app, f"in-avoids-{meant}")
    assert meant in str(office.row("residents", rose)["avoids"])
    assert len(str(office.row("residents", rose)["avoids"]).split("; ")) == 2
