"""The pages Outreach, Food round, and Keeping and erasing: a round stays open, danger is seen, a code is seen once."""

import re
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import streamlit as st

import community.casework as cw
from community.runtime.backups import KeptBackup
from community.settings import ListedPerson, MoreForRole
from community.tables.roles import Role
from community.tables.support_vocabulary import RoundWay
from dashboard import elements
from dashboard.parts.outreach_view import round_id
from tests.casework.office import Office
from tests.casework.rounds import erasure_wanted, household, parcel
from tests.casework.test_erasure_leave import spoken
from tests.dashboard.conftest import OpenApp, checked, come_back, labels, press, shown

CRISIS = "Their words may mean danger"


def test_words_of_danger_in_a_call_are_answered_at_once_and_read_first(open_app: OpenApp, office: Office) -> None:
    homes = [household(office) for _ in range(2)]
    cw.share_out(office.director, RoundWay.CALL, homes, ["Cora"], [])
    (one,) = cw.rounds_of(cw.households(office.director))
    app = open_app("outreach", round=round_id(one))
    app.text_area(key=f"words-{homes[0]}").input("I want to kill myself").run()
    assert CRISIS in shown(app)
    app.button(key=f"help-{homes[0]}").click().run()
    assert CRISIS in shown(app), "the card is gone, and the caller is still there"
    (request,) = office.book.rows("help_requests")
    assert request["flags"] == "crisis_words"
    assert "Hattie Home" in shown(app)
    app.text_area(key=f"words-{homes[1]}").input("A lift on Monday").run()
    app.button(key=f"volunteers-{homes[1]}").click().run()
    assert CRISIS not in shown(app)


def test_a_round_is_on_paper_as_a_whole(open_app: OpenApp, office: Office) -> None:
    homes = [household(office) for _ in range(14)]
    cw.share_out(office.director, RoundWay.CALL, homes, ["Cora"], [])
    (one,) = cw.rounds_of(cw.households(office.director))
    words = shown(open_app("outreach", round=round_id(one)))
    times = Counter(int(number) for number in re.findall(r"(\d+) Widcombe Hill", words))
    assert times == {number: 2 if number <= 12 else 1 for number in range(1, 15)}, "twelve to ring, and all on paper"
    assert "Cora" not in round_id(one)


def test_after_midnight_in_summer_the_round_is_that_of_the_new_day(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.clock.now = datetime(2026, 7, 1, 23, 20, tzinfo=UTC)
    assert office.today == date(2026, 7, 2)
    parcel(office)
    monkeypatch.setattr("dashboard.work_session.utc_now", office.clock)
    app = open_app("food_round")
    assert app.date_input(key="food-day").value == office.today
    assert "1 parcel by 1 volunteer" in shown(app)
    assert "2 July" in shown(open_app())


def test_what_is_done_for_many_is_counted(open_app: OpenApp, office: Office) -> None:
    for _ in range(2):
        parcel(office)
    app = press(open_app("food_round"), "All packed (2)")
    assert "2 parcels: " in shown(app)
    assert "2 still to go out, 2 of them packed" in shown(app)


def test_the_sheet_of_a_food_round_shows_only_what_its_volunteer_may_know(open_app: OpenApp, office: Office) -> None:
    match = parcel(office, name="Ada Canary", address="7 Zephyr Lane", details="No nuts, please")
    page = shown(open_app("food_round"))
    assert not any(each in page for each in ("Canary", "Zephyr", "01632"))
    assert "No nuts, please" in page
    assert "Name and address are not for the volunteer now" in page
    cw.release(office.director, match, seen="active")
    page = shown(open_app("food_round"))
    assert all(each in page for each in ("Ada Canary", "Address: 7 Zephyr Lane", "No nuts, please"))
    need = office.row("needs", office.row("matches", match)["need_id"])
    office.set(office.row("residents", need["resident_id"]), "not_safe", "ring")
    assert "01632" not in shown(open_app("food_round"))


def test_somebody_on_the_list_may_do_what_the_settings_give_their_role(office: Office) -> None:
    roles = {Role.CALL_HANDLER: MoreForRole(grants=("undo_anything",))}
    settings = office.settings.model_copy(update={"roles": roles})
    hal = ListedPerson(name="Hal", email="hal@example.org", role=Role.CALL_HANDLER)
    assert cw.listed_user(settings, hal).more == {"undo_anything"}
    assert not cw.listed_user(office.settings, hal).more


def test_the_erasing_code_is_seen_in_the_session_that_asked_and_in_no_other(open_app: OpenApp, office: Office) -> None:
    one = erasure_wanted(office)
    cw.acknowledge_complaint(office.director, one)
    app = press(open_app("complaints", id=one), "Ask somebody else to agree")
    (code,) = [each.value for each in app.code]
    other = open_app("complaints", id=one)
    assert not other.code
    (anew,) = [each.value for each in press(other, "Ask anew, with a new code").code]
    assert anew != code
    assert not app.run().code
    assert "Ask anew, with a new code" in labels(app)


def test_a_line_without_any_fact_is_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(st, "html", drawn.append)
    elements.line([])
    assert drawn == []
    elements.line(["One", "two"])
    assert "One" in drawn[0]


def test_the_picture_of_the_hubs_shows_how_far_outreach_has_come(open_app: OpenApp, office: Office) -> None:
    office.make_volunteer()
    assert not open_app("hubs").radio, "no household is on a list"
    cw.write_outreach_result(office.director, household(office), cw.OutreachResult.FINE, seen="listed")
    household(office)
    app = open_app("hubs")
    app.radio(key="map-shows").set_value("Outreach").run()
    page = shown(app)
    assert "2 households: 1 spoken to, 0 rung without an answer" in page
    assert "BA2 4" in page
    assert "1 of 2 spoken to" in page


def test_what_others_notes_say_is_chosen_by_whoever_asks_and_emptied_with_a_second_person_s_leave(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, note, again, resident = spoken(office)
    cw.acknowledge_complaint(office.director, one)
    app = press(open_app("complaints", id=one), "Look what else speaks of them")
    assert "Would rather not help Ada Canary again" in "".join(each.value for each in app.code)
    app.checkbox(key=f"also-{one}-{note}:words").check()
    app.checkbox(key=f"also-{one}-{again}").check()
    checked(app.run())
    assert "Ticked: 2 of " in shown(app)
    app = come_back(app, "residents", "complaints", id=one)
    assert app.checkbox(key=f"also-{one}-{again}").value
    assert "Ticked: 2 of " in shown(app), "as before somebody read the record"
    press(app, "Ask somebody else to agree")
    press(open_app("complaints", id=one), "Ask anew, with a new code")
    tess = cw.User("Tess Director", Role.DIRECTOR)
    monkeypatch.setattr("dashboard.auth._on_this_machine", lambda _: tess)
    app = open_app("keeping")
    page = shown(app)
    assert "Contacts: 1" in page
    assert not any(each in page for each in ("Canary", "rather not"))
    press(app, "I agree: erase it")
    assert office.book.get("residents", resident) is None
    assert office.book.get("help_requests", again) is None
    assert office.row("contacts", note)["words"] is None


def test_the_newest_backups_stand_first_and_the_page_says_how_one_comes_back(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for day in range(1, 9):
        (tmp_path / f"{day}.zip").write_bytes(b"x" * 100_000)
    made = [
        KeptBackup(datetime(2026, 11, day, 2, tzinfo=UTC), tmp_path / f"{day}.zip", "age1") for day in range(8, 0, -1)
    ]
    monkeypatch.setattr("community.runtime.backups.found", lambda _: made)
    page = shown(open_app("keeping"))
    assert page.index("8.zip") < page.index("7.zip") < page.index("4.zip")
    assert "3 older in the folder" in page
    assert "3.zip" not in page
    assert f"python start.py restore {tmp_path / '8.zip'}" in page
    assert "Ask a keeper of the key to come with their sheet" in page
    made[0] = KeptBackup(made[0].made, made[0].path, None)
    assert "keeper" not in shown(open_app("keeping"))
