"""Today: the most urgent person comes first, its figures count people, and each line leads to what it counts."""

from datetime import time
from pathlib import Path

import pytest

import community.casework as cw
from community.tables.canonical import LONDON, moment
from dashboard import page_queues
from tests.casework.office import Office
from tests.checkout import ROOT
from tests.dashboard.conftest import OpenApp, accept, headings, labels, press, shown


def lines(app: object) -> list[str]:
    """What each line says first, from the top."""
    links = [str(link.proto.label) for link in app.get("page_link")]  # type: ignore[attr-defined]
    links = [label for label in links if not label.startswith("Open all")]
    return [*links, *(str(text.value) for text in app.text)]  # type: ignore[attr-defined]


def test_the_urgent_one_is_the_first_line_whatever_else_is_late(open_app: OpenApp, office: Office) -> None:
    office.clock.pass_(days=-10)
    for number in range(7):
        office.make_request(name=f"Lena Late {number}", urgency="two_days")
    office.clock.pass_(days=9)
    office.make_request(name="Ursa Urgent", urgency="today", telephone="01632 960777")
    app = open_app()
    assert "Ursa Urgent" in lines(app)[0]
    assert "wanted the same day" in shown(app)
    assert "01632 960777" in shown(app)
    assert "<h2>Can’t wait · 1 person</h2>" in headings(app)
    assert "Ursa Urgent" in headings(open_app("triage"))[0]


@pytest.mark.parametrize("many", [6, pytest.param(40, marks=pytest.mark.long)])
def test_many_came_overnight_the_urgent_one_is_first_and_the_list_empties_by_accepting(
    open_app: OpenApp, office: Office, many: int
) -> None:
    urgent = many // 2
    for number in range(many):
        office.make_request(name=f"Ada No {number}", urgency="today" if number == urgent else None, flags=["too_fast"])
    assert f"Ada No {urgent}" in lines(open_app())[0]
    app = open_app("triage")
    named = []
    for _ in range(many):
        named.append(next(h for h in headings(app) if 'class="person"' in h))
        app.session_state["shown_since"] = ((app.query_params["id"], "new"), 0.0)
        accept(app)
    assert f"Ada No {urgent}" in named[0]
    assert len(set(named)) == many
    assert "Nobody waits for an answer." in shown(app)
    assert {item.kind for item in cw.today(office.handler, office.clock())} == {"flagged"}


def test_what_was_accepted_is_told_of_whom_and_not_above_somebody_else(open_app: OpenApp, office: Office) -> None:
    first, second = office.make_request(name="Ada Asks"), office.make_request(name="Bea Asks")
    app = open_app("triage", id=first)
    accept(app)
    assert app.query_params["id"] == second
    above = [str(e.proto.body) for e in app.main.get("html")]
    assert not [words for words in above if "Ada Asks: accepted" in words]
    assert "Ada Asks: accepted." in shown(app)
    assert "Just accepted: Ada Asks" in shown(app)
    press(app, "Undo")
    assert "Ada Asks: undone." in "".join(str(e.proto.body) for e in app.main.get("html")), "it is her page again"


def test_a_request_that_somebody_else_accepted_meanwhile_is_not_shown_next(open_app: OpenApp, office: Office) -> None:
    first, second, third = (office.make_request(name=f"{name} Asks") for name in ("Ada", "Bea", "Cy"))
    app = open_app("triage", id=first)
    cw.triage(office.director, second, seen="new")
    accept(app)
    assert app.query_params["id"] == third


def test_a_person_who_can_t_wait_is_shown_next_though_they_came_last(open_app: OpenApp, office: Office) -> None:
    first, *_ = office.make_request(), office.make_request()
    app = open_app("triage", id=first)
    urgent = office.make_request(urgency="today")
    accept(app)
    assert app.query_params["id"] == urgent


def test_today_counts_people_and_tells_where_they_asked_more_than_once(open_app: OpenApp, office: Office) -> None:
    for _ in range(2):
        office.make_request(name="Ada Asks", telephone="01632 960777")
    office.make_request(name="Bea Asks", telephone="01632 960778")
    app = open_app()
    assert "<h2>New requests · 2 people (3 requests)</h2>" in headings(app)
    assert ": 2 people" in shown(app)
    said = shown(open_app("triage"))
    assert "1 of 3 requests of 2 people that wait" in said


def test_nothing_says_ring_where_somebody_may_not_be_rung(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("active", name="Rita Resident", telephone="07700 900456")
    office.make_match("approved")
    cw.cancel(office.director, match, seen="active")
    app = open_app()
    assert any("Ring them" in each for each in headings(app))
    assert "Ring and tell them" in shown(app)
    for table in ("residents", "volunteers"):
        for row in office.book.rows(table):
            office.set(row, "not_safe", "ring")
    said = shown(open_app())
    assert "Tell them · " in said
    assert "Ask the volunteer · " in said
    assert "Get in touch in a safe way, and tell them" in said
    assert "Ring" not in said.replace("not safe to ring", "")
    (call,) = [line for line in cw.today(office.director, office.clock()) if "Rita" in line.title]
    said = shown(open_app("history", id=call.id))
    assert "Get in touch in a safe way, and tell them" in said
    assert "Ring and tell" not in said


def test_proposals_open_the_list_that_they_count(open_app: OpenApp, office: Office) -> None:
    office.make_match()
    office.make_match(need=office.make_need(urgency="two_days"))
    app = open_app()
    (link,) = [link.proto for link in app.get("page_link") if link.proto.label == "Open all 2"]
    assert link.query_string == "show=decide"
    assert len(page_queues.needs(office.director)["decide"]) == 2


def test_somebody_urgent_who_comes_while_somebody_reads_is_told_as_urgent(open_app: OpenApp, office: Office) -> None:
    app = open_app()
    office.make_request(urgency="today")
    app.run()
    assert "1 new, urgent: show" in labels(app)


def test_whom_nobody_asked_are_opened_as_a_list_of_as_many_and_taken_off_one_by_one(
    open_app: OpenApp, office: Office
) -> None:
    office.clock.pass_(days=-20)
    first, second = office.make_volunteer(name="Vera One"), office.make_volunteer(name="Vera Two")
    office.clock.pass_(days=20)
    app = open_app()
    assert "<h2>Volunteers we have not asked · 2 people</h2>" in headings(app)
    (link,) = [link.proto for link in app.get("page_link") if link.proto.label == "Open all 2"]
    assert link.query_string == "show=unused"
    app = open_app("volunteers", show="unused")
    assert "2 people." in shown(app)
    app.button(key=f"later-unused-{first}").click().run()
    press(app, "Take it off until then")
    assert "1 person." in shown(app)
    assert "Vera One: off Today until" in shown(app)
    assert cw.unused_volunteers(office.director, office.clock()) == [second]
    press(app, "Undo")
    assert "2 people." in shown(app)


def test_on_whom_much_rests_is_a_list_of_as_many(open_app: OpenApp, office: Office) -> None:
    volunteer = office.make_volunteer(name="Vera Many", how_many=9)
    for _ in range(4):
        match = cw.choose(office.director, office.make_need(), volunteer).ids[0]
        cw.rang(office.director, match, "yes", seen="approved")
    app = open_app()
    assert "<h2>Much rests on one person · 1 person</h2>" in headings(app)
    assert "show=carries_many" in [link.proto.query_string for link in app.get("page_link")]
    app = open_app("volunteers", show="carries_many")
    assert "Vera Many" in shown(app)
    assert "4 residents" in shown(app)


def test_a_line_of_today_is_taken_off_until_a_day(open_app: OpenApp, office: Office) -> None:
    volunteer = office.make_volunteer(name="Nell New", status="applied")
    app = open_app()
    app.button(key=f"later-volunteer_new-{volunteer}").click().run()
    press(app, "Take it off until then")
    assert "Say hello to Nell New" not in shown(app)
    assert "Nell New: off Today until" in shown(app)


def test_a_group_of_requests_opens_its_list_and_a_group_with_others_in_it_opens_none(
    open_app: OpenApp, office: Office
) -> None:
    for name in ("Ada Asks", "Bea Asks"):
        office.make_request(name=name)
        office.make_request(name=f"{name} Soon", urgency="today")
    links = {link.proto.label: link.proto.query_string for link in open_app().get("page_link")}
    assert [show for label, show in links.items() if label == "Open all 2 requests"] == ["show=new_request"]
    assert page_queues.request_lines(office.director, office.clock(), "urgent")
    office.make_match("approved", urgency="today")
    shows = [link.proto.query_string for link in open_app().get("page_link")]
    assert "show=new_request" in shows
    assert "show=urgent" not in shows, "a call to a volunteer stands there too"


def test_volunteers_whom_nobody_asked_are_not_in_the_number_of_those_who_wait(
    open_app: OpenApp, office: Office
) -> None:
    office.clock.pass_(days=-20)
    for _ in range(3):
        office.make_volunteer()
    office.clock.pass_(days=20)
    office.make_request(name="Ada Asks")
    assert ": 1 person. Beside them 3 people whom we have not asked for a while" in shown(open_app())


def test_a_line_and_a_request_come_back_when_this_communitys_day_begins(
    open_app: OpenApp, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (ROOT / "community.toml").read_text("utf-8").replace('day_starts = "09:00"', 'day_starts = "08:15"')
    (tmp_path / "other.toml").write_text(f"{told}\n[follow_up]\nlook_again_days = 3\n", encoding="utf-8")
    monkeypatch.setenv("COMMUNITY_TOML", str(tmp_path / "other.toml"))
    volunteer = office.make_volunteer(name="Nell New", status="applied")
    app = open_app()
    app.button(key=f"later-volunteer_new-{volunteer}").click().run()
    press(app, "Take it off until then")
    today = office.clock.now.astimezone(LONDON).date()
    (note,) = office.book.rows("contacts")
    again = moment(note["until"]).astimezone(LONDON)
    assert (again.time(), (again.date() - today).days) == (time(8, 15), 3)
    request = office.make_request()
    app = open_app("triage", id=request)
    press(app, "Hold")
    press(app, "Put it aside")
    assert moment(office.row("help_requests", request)["hold_until"]).astimezone(LONDON).time() == time(8, 15)
