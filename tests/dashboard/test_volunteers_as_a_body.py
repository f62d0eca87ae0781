"""All volunteers of a list: narrowed by the address, one step for all of them with a preview, and one undo."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

import community.casework as cw
from community.tables.canonical import LONDON
from community.tables.list_codes import ForMany
from tests.casework.office import ELSEWHERE, TODAY, Office
from tests.dashboard.conftest import OpenApp, labels, press, shown


def listed(app: AppTest) -> list[str]:
    return sorted(app.dataframe[0].value["Name"]) if app.dataframe else []


def test_a_link_opens_the_same_list(open_app: OpenApp, office: Office) -> None:
    assert "Nobody has offered to help yet" in shown(open_app("volunteers", order="by_name"))
    office.make_volunteer(name="Ada Able", languages=["polish"], slots=["mon_morning"], dbs=None)
    office.make_volunteer(name="Ben Busy", training=["first_aid"], travel=["walks"], hub=ELSEWHERE, sector="BS31 1")
    office.make_volunteer(name="Cat New", status="applied", tasks=["phone_call"], inducted_on=None)
    asked = office.make_match("approved")
    helper = str(office.row("volunteers", office.row("matches", asked)["volunteer_id"])["name"])
    ways = {
        "status": ("applied", ["Cat New"]),
        "hub": (ELSEWHERE, ["Ben Busy"]),
        "language": ("polish", ["Ada Able"]),
        "checks": ("no_dbs", ["Ada Able"]),
        "untrained": ("induction", ["Cat New"]),
        "sector": ("bs31", ["Ben Busy"]),
        "asked": ("lately", [helper]),
    }
    found = {name: listed(open_app("volunteers", **{name: value})) for name, (value, _) in ways.items()}
    assert found == {name: expected for name, (_, expected) in ways.items()}
    assert listed(open_app("volunteers", asked="never", order="by_name")) == ["Ada Able", "Ben Busy", "Cat New"]
    assert listed(open_app("volunteers", drives="yes", slot="mon_morning", status="ready", task="dog_walk")) == sorted(
        ["Ada Able", helper]
    )
    for page, said in (("volunteers", "Choose “All” in one"), ("circulars", "Nobody of these can be written to.")):
        assert said in shown(open_app(page, status="left")), page
    app = open_app("volunteers", status="applied")
    app.selectbox(key="by-status").select("ready").run()
    assert app.query_params["status"] == "ready"
    assert len(listed(app)) == len(listed(open_app("volunteers", status="ready"))) == 3


def test_all_of_a_list_are_paused_with_one_step_and_one_undo(open_app: OpenApp, office: Office) -> None:
    ready = [office.make_volunteer(name=f"Ready {n}") for n in "ABC"]
    office.make_volunteer(name="Gone Already", status="left")
    before = office.everything()
    everybody = labels(open_app("volunteers"))
    assert not [label for label in everybody if label.startswith("Do the same")], "nothing was chosen yet"
    app = press(open_app("volunteers", task="shopping"), "Do the same for these 4 …")
    assert "has stopped volunteering" in shown(app)
    app.multiselect(key="many-without").set_value([ready[2]]).run()
    assert "for 2 volunteers" in shown(app)
    app.date_input(key="many-until").set_value(office.clock.now.astimezone(LONDON).date() + timedelta(days=7)).run()
    press(app, "Write it down for all of them")
    held = [office.row("volunteers", one)["hold_until"] for one in ready]
    assert held[0] == held[1] is not None
    assert held[2] is None
    assert "2 volunteers: put aside until" in shown(app)
    press(app, "Undo")
    assert office.everything() == before


def test_a_call_handler_does_nothing_for_many_and_a_coordinator_only_for_her_own(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, theirs = office.make_volunteer(name="Hers"), office.make_volunteer(name="Theirs", hub=ELSEWHERE)
    until = office.clock() + timedelta(days=7)
    pause = cw.Step(ForMany.PAUSE, until=until)
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: office.handler.user)
    app = open_app("volunteers")
    assert listed(app) == ["Hers", "Theirs"]
    assert not [label for label in labels(app) if label.startswith("Do the same")]
    with pytest.raises(cw.NotAllowed):
        cw.do_for_many(office.handler, [hers], pause)
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: office.coordinator.user)
    app = open_app("volunteers", hub=ELSEWHERE, status="ready")
    assert listed(app) == ["Hers"]
    assert "Do the same for this one …" in labels(app)
    with pytest.raises(cw.NotNow):
        cw.do_for_many(office.coordinator, [hers, theirs], pause)
    assert office.row("volunteers", hers)["hold_until"] is None


@pytest.mark.parametrize(
    ("step", "table"),
    [
        (cw.Step(ForMany.CHECKED, kind="dbs", level="basic", on=TODAY), "checks"),
        (cw.Step(ForMany.THANKED, words="We thanked them."), "contacts"),
    ],
    ids=["a check", "thanks"],
)
def test_the_same_list_open_in_two_tabs_writes_once(office: Office, step: cw.Step, table: str) -> None:
    whom = [office.make_volunteer(dbs=None) for _ in "AB"]
    done = cw.do_for_many(office.director, whom, step)
    with pytest.raises(cw.NotNow, match="Look at the list again"):
        cw.do_for_many(office.coordinator, whom, step)
    assert office.book.count(table) == 2
    assert [left for _, left in cw.divided(office.director, whom, step).out] == ["already", "already"]
    cw.undo(office.director, done.id)
    assert office.book.count(table) == 0
    cw.do_for_many(office.director, whom, step)
    office.clock.pass_(days=1)
    if table == "contacts":
        cw.do_for_many(office.director, whom, step)
        assert office.book.count(table) == 4, "another day's thanks are thanks of their own"
