"""Today on a full day: what to do first, what is approved together, and a page to hand over."""

import pytest

import community.casework as cw
from tests.casework.complaining import complained
from tests.casework.office import ELSEWHERE, Office
from tests.dashboard.conftest import OpenApp, labels, press, shown


def test_on_a_full_day_the_ten_most_pressing_lines_stand_first_and_each_line_once(
    open_app: OpenApp, office: Office
) -> None:
    for number in range(11):
        office.make_request(name=f"Rita Reed {number}", urgency="today" if number > 8 else None)
    app = open_app()
    assert "Do these first" in shown(app)
    links = [str(link.proto.label) for link in app.get("page_link")]
    lines = [link for link in links if "Rita Reed" in link]
    assert len(lines) == len(set(lines)) == 11
    assert {"9", "10"} == {line.rpartition(" ")[2].rstrip(")") for line in lines[:2]}, "who can’t wait comes first"
    everybody = links.index("Open all 9 requests")
    assert sum("Rita Reed" in link for link in links[:everybody]) == 10, "the list of the kind holds those above, too"


def test_what_has_no_room_is_named_with_its_number_and_stands_there_after_one_press(
    open_app: OpenApp, office: Office
) -> None:
    for number in range(9):
        office.make_request(name=f"Otto Odd {number}", flags=["crisis_words"])
        office.make_request(name=f"Rita Reed {number}")
        office.make_request(name=f"Nora Nowhere {number}", hub=None)
    for number in range(6):
        office.make_request(name=f"Ursa Urgent {number}", urgency="today")
    for number in range(43):
        office.make_volunteer(name=f"Nell New {number}", status="applied")
    office.make_match("approved", name="Ada Asks")
    app = open_app()
    page, pressed = shown(app), labels(app)
    assert "New volunteers · 43 people" in page
    assert "Say hello to Nell New" not in page
    assert "Ring the volunteer · 1 person" in page
    assert not [label for label in pressed if label.endswith(": ring the volunteer")], "a line alone is shown"
    assert {"Show 4 more: new requests", "Show 40 of 43: new volunteers"} <= set(pressed)
    assert "Show 9: no hub yet" in pressed, "the room is for the list that has waited longest"
    press(app, "Show 40 of 43: new volunteers")
    assert shown(app).count("Say hello to Nell New") == 40
    press(app, "Show 3 more: new volunteers")
    assert shown(app).count("Say hello to Nell New") == 43
    press(app, "Show 4 more: new requests")
    assert all(f"Rita Reed {number}" in shown(app) for number in range(9))


def test_lines_of_several_kinds_are_counted_as_lines(open_app: OpenApp, office: Office) -> None:
    ada = office.make_request(name="Ada Asks", urgency="today")  # she is among the first ten, whatever the numbers
    cw.log_contact(office.director, ada, way="telephone", direction="in", status="open")
    for number in range(9):
        office.make_request(name=f"Rita Reed {number}")
    assert "Do these first · 9 people (10 lines)" in shown(open_app())


def test_on_a_quiet_day_nothing_stands_before_the_kinds(open_app: OpenApp, office: Office) -> None:
    for _ in range(10):
        office.make_request()
    assert "Do these first" not in shown(open_app())


def test_those_who_know_each_other_are_shown_and_approved_with_one_press(open_app: OpenApp, office: Office) -> None:
    found = [office.make_match(name=f"Ada Asks {number}") for number in range(3)]
    for match in found:
        office.make_known(match)
    app = press(open_app(), "Approve all 3 who know each other …")
    assert "Ada Asks 1: Dog walking" in "\n".join(box.label for box in app.checkbox)
    app.checkbox(key=f"known-{found[0]}").uncheck()
    press(app, "Approve them")
    assert [office.status(match) for match in found] == ["proposed", "approved", "approved"]
    assert "match approved" in shown(app)
    assert not [label for label in labels(app) if "who know each other" in label]


@pytest.mark.parametrize("reason", ["No time just now", "Did not say why"])
def test_a_no_is_written_down_with_its_reason_on_the_page_of_the_need(
    open_app: OpenApp, office: Office, reason: str
) -> None:
    match = office.make_match("approved")
    app = press(open_app("matches", id=match), "Said no")
    assert office.status(match) == "approved"
    press(app, reason)
    assert (office.status(match), office.row("matches", match)["ended_reason"]) == ("declined", reason)


def test_the_page_to_hand_over_holds_every_line_with_what_to_do(open_app: OpenApp, office: Office) -> None:
    for number in range(7):
        office.make_request(name=f"Rita Reed {number}", telephone=f"01632 96077{number}")
    office.make_match(name="Ada Asks")
    page = shown(open_app("handover"))
    assert all(f"Rita Reed {number}" in page and f"01632 96077{number}" in page for number in range(7))
    assert "Ring them, and find out what would help." in page
    assert "The matching suggests who could help" in page
    assert "999" in page
    assert "within one working day" in page
    assert office.settings.community.telephone in page


def test_whoever_stands_in_hears_how_much_waits_for_others_and_nothing_about_anybody(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    complained(office)
    office.make_request(name="Rita Elsewhere", hub=ELSEWHERE)
    office.book.append("organisations", {"name": "The Wren", "status": "offered"}, by="web")
    counts = cw.beyond_you(office.coordinator, office.clock())
    assert {(kind, hub): many for (kind, hub), many in counts.items()} == {
        ("complaint", None): 1, ("new_request", ELSEWHERE): 1, ("organisation", None): 1,
    }  # fmt: skip
    assert not cw.beyond_you(office.director, office.clock())
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: office.coordinator.user)
    page = shown(open_app("handover"))
    assert "3 lines more" in page
    assert "Keynsham and Saltford: 1" in page
    assert "Complaints: 1" in page
    assert not [name for name in ("Etta", "Rita", "Wren") if name in page]
