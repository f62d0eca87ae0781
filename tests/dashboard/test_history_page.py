"""What people did lately: whom it was about, and all of it."""

import pytest

import community.casework as cw
from community.book import Change
from dashboard import page_address
from tests.casework.office import ELSEWHERE, HUB, Office
from tests.casework.test_sync_corrections import corrected, names, renamed
from tests.dashboard.conftest import OpenApp, labels, press, shown
from tests.dashboard.test_auth import listed, logged_in  # noqa: F401 (a fixture)


def test_history_names_people_and_goes_back_as_far_as_one_asks(open_app: OpenApp, office: Office) -> None:
    for number in range(27):
        cw.close_request(office.director, office.make_request(name=f"Ada No {number}"), "not_wanted", seen="new")
    app = open_app("history")
    assert "Ada No 26: request closed" in shown(app)
    assert "Ada No 1:" not in shown(app)
    press(app, "Show older")
    assert "Ada No 1: request closed" in shown(app)
    assert "Show older" not in labels(app)


def test_what_was_done_with_somebodys_money_names_them_and_so_does_the_history_of_a_record(
    open_app: OpenApp, office: Office
) -> None:
    volunteer = office.make_volunteer(name="Vera Vole")
    told = {"volunteer_id": volunteer, "status": "receipt_seen", "pence": 450, "on": "2026-06-01", "hub": HUB}
    paid = office.book.append("payments", told, by="jo").id
    cw.settle_payment(office.director, paid, on=office.today, seen="receipt_seen")
    page = shown(open_app("history"))
    assert "Vera Vole: " in page
    assert f"Open {paid}" not in page
    of_one = shown(open_app("history", id=volunteer))
    assert "History: Vera Vole" in of_one
    assert volunteer in of_one


def test_an_id_of_two_letters_in_the_address_leads_to_its_record(open_app: OpenApp, office: Office) -> None:
    enquiry = office.book.append("enquiries", {"name": "Etta", "status": "enquired", "hub": HUB}, by="web").id
    step = Change("enquiries", enquiry, "status", "enquired", "introduced")
    office.book.act("correct", by="Dilys Director", changes=[step])
    for typed in (enquiry, enquiry.replace("-", " ").lower()):
        page = shown(open_app("history", id=typed))
        assert "There is no record with the number" not in page
        assert "ntroduced" in page


def test_all_that_one_sync_brought_is_one_line_and_is_opened_there(open_app: OpenApp, office: Office) -> None:
    ids = [office.make_request(name=f"Ada {n}") for n in range(3)]
    at = renamed(office, *ids)
    page = shown(open_app("history"))
    assert page.count("from the spreadsheet") == 1
    assert "3 corrections from the spreadsheet" in page
    opened = shown(open_app("history", sync=at))
    for number in range(3):
        assert f"Ada {number} Wrong: Name: Ada {number} Wrong (before: Ada {number})" in opened


def test_one_press_and_a_question_takes_back_what_can_be_and_one_press_brings_it_again(
    open_app: OpenApp, office: Office
) -> None:
    ids = [office.make_request(name=f"Ada {n}") for n in range(4)]
    at = renamed(office, *ids)
    cw.correct(office.director, "help_requests", ids[2], "name", seen="Ada 2 Wrong", now="Ada Really")
    app = press(open_app("history", sync=at), "Undo 3 of 4 corrections")
    asked = shown(app)
    assert "Name of 3 requests" in asked
    assert "Changed since, so this one stays as it is:" in asked
    assert "Ada Really: name" in asked
    assert names(office, ids)[0] == "Ada 0 Wrong", "nothing is done before the answer"
    app = press(app, "Undo 3 corrections")
    assert names(office, ids) == ["Ada 0", "Ada 1", "Ada Really", "Ada 3"]
    page = shown(app)
    assert page.count("taken back") == 3
    assert page.count("changed since, so it stays") == 1
    assert "3 corrections from the spreadsheet: undone." in page
    assert not [label for label in labels(app) if label.startswith("Undo")]
    press(app, "Do it again")
    assert names(office, ids) == ["Ada 0 Wrong", "Ada 1 Wrong", "Ada Really", "Ada 3 Wrong"]
    page = shown(open_app("history"))
    assert "4 corrections from the spreadsheet" in page


def test_undoing_together_is_undone_from_the_list_as_well(open_app: OpenApp, office: Office) -> None:
    ids = [office.make_request(name=f"Ada {n}") for n in range(2)]
    at = renamed(office, *ids)
    cw.undo_together(office.director, at, [one.action for one in cw.one_sync(office.director, at).takeable])
    app = open_app("history")
    assert "2 corrections from the spreadsheet (taken back)" in shown(app)
    press(app, "Undo")
    assert names(office, ids) == ["Ada 0 Wrong", "Ada 1 Wrong"]


def test_a_question_that_nobody_can_answer_any_more_is_not_asked(open_app: OpenApp, office: Office) -> None:
    own = office.make_request(name="Ada")
    at = renamed(office, own)
    app = press(open_app("history"), "Undo")
    cw.correct(office.director, "help_requests", own, "name", seen="Ada Wrong", now="Ada Really")
    press(app, "Undo 1 correction")
    assert names(office, [own]) == ["Ada Really"]
    assert "changed since, so it stays" in shown(open_app("history", sync=at))


@pytest.mark.usefixtures("listed")
def test_a_coordinator_takes_back_what_is_of_their_hub_and_reads_nothing_of_another(office: Office) -> None:
    ids = [office.make_request(name=f"Ada {hub}", hub=hub) for hub in (HUB, ELSEWHERE)]
    renamed(office, *ids)
    app = logged_in("history", email="cora@example.org")
    assert "1 correction from the spreadsheet: Ada bath_north Wrong" in shown(app)
    assert ELSEWHERE not in shown(app)
    press(app, "Undo")
    press(app, "Undo 1 correction")
    assert names(office, ids) == [f"Ada {HUB}", f"Ada {ELSEWHERE} Wrong"]
    page = shown(logged_in("history", email="dee@example.org"))
    assert "2 corrections from the spreadsheet (1 of them taken back)" in page


@pytest.mark.usefixtures("listed")
def test_a_call_handler_has_no_button_for_it(office: Office) -> None:
    renamed(office, office.make_request())
    app = logged_in("history", email="hal@example.org")
    assert "1 correction from the spreadsheet" in shown(app)
    assert not [label for label in labels(app) if label.startswith("Undo")]


@pytest.mark.parametrize("sync", ["2026-11-23T10:00:00.000Z", "yesterday", "2026-11-23T10:00:00.000Z'--"])
def test_an_address_of_no_sync_shows_no_other(open_app: OpenApp, office: Office, sync: str) -> None:
    renamed(office, office.make_request(name="Ada"))
    page = shown(open_app("history", sync=sync))
    assert "Ada" not in page


def test_long_answers_and_names_of_columns_are_told_as_elsewhere(open_app: OpenApp, office: Office) -> None:
    own = office.make_request(name="Ada", details="The dog is called Bess")
    at = corrected(office, ("help_requests", own, "details", "The dog is called Bess", "<b>Her</b> cat"))
    page = shown(open_app("history", sync=at))
    assert "Ada: Details changed" in page
    assert "Bess" not in page


def test_a_number_that_is_no_record_s_any_more_is_told_on_the_page_of_its_kind(
    open_app: OpenApp, office: Office
) -> None:
    for table in ("residents", "help_requests", "needs", "matches", "volunteers", "complaints", "circulars"):
        gone = office.book.new_id(table)
        assert "There is no such record" in shown(open_app(page_address.page_of(gone), id=gone)), table
