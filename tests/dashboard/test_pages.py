from datetime import UTC, datetime, timedelta

import pytest

import community.casework as cw
from community.tables.row_types import HelpRequestRow
from community.tables.vocabulary import NEED_CLOSED
from community.wording import wording
from dashboard import page_frame
from tests.casework.office import ELSEWHERE, HUB, Office
from tests.dashboard.conftest import OpenApp, accept, checked, headings, labels, press, shown

PAGES = tuple(name for name in page_frame.PAGES if name not in {"sheet", "concerns"})
"""The others have something to say before there is anything, and tests of their own."""
HOSTILE = "<img src=x onerror=alert(1)> **bold** [link](http://evil.example) ![](http://evil.example/i.png) $x$ :red[a]"


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_something_kind_when_there_is_nothing(open_app: OpenApp, page: str) -> None:
    app = open_app(page)
    assert len(app.title) == 1
    assert not app.error
    assert page == "call" or not app.markdown, "Streamlit draws any words that stand alone in a page's script"
    assert "invented" not in shown(app).lower(), "a live book must not be taken for the invented town"


def test_today_opens_each_record_by_the_name_of_whom_it_is_about(open_app: OpenApp, office: Office) -> None:
    request = office.make_request(name="Ada Asks")
    app = open_app()
    assert "Ada Asks" in shown(app)
    links = {link.proto.label: link.proto.query_string for link in app.get("page_link")}
    assert next(query for label, query in links.items() if "Ada Asks" in label) == f"id={request}"
    assert request in shown(app), "the number stays, to be said on the telephone"


def test_what_comes_while_somebody_reads_waits_until_they_ask_for_it(open_app: OpenApp, office: Office) -> None:
    office.make_request(name="First Asker")
    app = open_app()
    office.make_request(name="Second Asker")
    checked(app.run())
    assert "Second Asker" not in shown(app)
    press(app, "1 new: show")
    assert "Second Asker" in shown(app)


def test_a_request_is_accepted_and_taken_back(open_app: OpenApp, office: Office) -> None:
    first, second = office.make_request(name="Ada Asks"), office.make_request(name="Bea Asks")
    app = open_app("triage", id=first)
    assert "Ada Asks" in headings(app)[0]
    accept(app)
    assert office.status(first) == "triaged"
    assert app.query_params["id"] == second, "the next one is shown"
    press(app, "Undo")
    assert office.status(first) == "new"
    assert app.query_params["id"] == first, "the one that was taken back is shown"


def test_what_was_typed_about_a_need_is_what_the_volunteer_will_read(open_app: OpenApp, office: Office) -> None:
    request = office.make_request(tasks=["shopping"])
    app = open_app("triage", id=request)
    app.text_area(key=f"details-{request}-shopping").input("Bread and milk")
    app.selectbox(key=f"urgency-{request}-shopping").select("today")
    accept(app)
    (need,) = office.book.rows("needs")
    assert (need["details"], need["urgency"], need["task_type"]) == ("Bread and milk", "today", "shopping")


def test_what_was_accepted_before_is_not_made_twice_and_leads_to_its_need(open_app: OpenApp, office: Office) -> None:
    done = cw.triage(office.director, office.make_request(tasks=["shopping"]), seen="new")
    request = office.book.rows("help_requests")[0]["id"]
    app = open_app("triage", id=request)
    assert f"id={done.need_ids[0]}" in [link.proto.query_string for link in app.get("page_link")]
    app.multiselect(key=f"kinds-{request}").select("dog_walk").run()
    accept(app)
    assert sorted(n["task_type"] for n in office.book.rows("needs")) == ["dog_walk", "shopping"]


def test_the_slower_of_two_is_told_and_loses_nothing(open_app: OpenApp, office: Office) -> None:
    request = office.make_request()
    app = open_app("triage", id=request)
    app.text_area(key=f"details-{request}-dog_walk").input("A long walk")
    press(app, "Nobody is at risk")
    cw.close_request(office.director, request, "not_wanted", seen="new")
    press(app, "Accept")
    assert "Somebody was faster" in app.error[0].value
    assert "closed" in app.error[0].value
    assert office.status(request) == "closed"


def test_a_decision_lands_on_the_request_that_was_shown_though_others_came_before_it(
    open_app: OpenApp, office: Office
) -> None:
    request = office.make_request(name="Ada Asks")
    app = open_app("triage")
    office.clock.pass_(seconds=1)
    sooner = office.make_request(name="Sooner Asks", urgency="today")
    press(app, "No answer")
    assert office.status(request) == "no_answer"
    assert office.status(sooner) == "new"


def test_a_request_is_closed_with_a_reason_and_never_without(open_app: OpenApp, office: Office) -> None:
    request = office.make_request()
    app = open_app("triage", id=request)
    press(app, "Decline")
    reasons = [wording().closed_reason[code] for code in NEED_CLOSED if code != "duplicate"]
    assert sorted(app.radio(key="close-why").options) == sorted(reasons)
    assert app.radio(key="close-why").options[0] == "They do not want it any more"
    press(app, "Close the request")
    assert office.status(request) == "new", "no reason was chosen"
    app.radio(key="close-why").set_value("not_wanted")
    press(app, "Close the request")
    assert office.status(request) == "closed"
    assert office.row("help_requests", request)["closed_reason"] == "not_wanted"


def test_that_a_resident_has_died_is_no_reason_to_decline_but_told_once_for_all(
    open_app: OpenApp, office: Office
) -> None:
    need = office.row("needs", office.make_need())
    app = open_app("triage", id=need["request_id"])
    press(app, "Decline")
    assert wording().closed_reason["no_longer_here"] not in app.radio(key="close-why").options


def test_a_person_says_whether_somebody_is_known_where_nobody_can_tell(open_app: OpenApp, office: Office) -> None:
    known = cw.triage(office.director, office.make_request(name="Ada Asks", telephone="01632 960777"), seen="new")
    request = office.make_request(name="A. Asks", telephone="01632 960777")
    app = open_app("triage", id=request)
    accept(app)
    assert office.status(request) == "new"
    assert app.error
    app.selectbox(key=f"who-{request}").select(known.resident_id)
    accept(app)
    assert office.row("help_requests", request)["resident_id"] == known.resident_id


def test_a_match_goes_from_the_proposal_to_help_given(open_app: OpenApp, office: Office) -> None:
    match = office.make_match()
    app = open_app("matches", id=match)
    press(app, "Approve")
    assert office.status(match) == "approved"
    press(app, "Undo")
    assert office.status(match) == "proposed"
    press(app, "Approve")
    press(app, "Said yes")
    assert "Show the message" not in labels(app), "the resident knows first"
    press(app, "The resident knows who comes")
    press(app, "Show the message")
    assert "Rita Resident" in app.code[0].value
    assert office.row("matches", match)["released_at"]
    app.number_input(key=f"minutes-{match}").set_value(40)
    press(app, "Done")
    assert office.status(match) == "completed"
    (visit,) = office.book.rows("visits")
    assert visit["minutes"] == 40


def test_the_list_that_the_address_names_is_shown(open_app: OpenApp, office: Office) -> None:
    office.make_match()
    approved = office.make_match("approved")
    need = office.row("matches", approved)["need_id"]
    app = open_app("matches", show="ring")
    assert app.query_params["id"] == need
    app.button_group(key="list").set_value("decide").run()
    assert app.query_params["show"] == "decide"
    assert app.query_params["id"] != need


def test_before_the_yes_nothing_on_the_message_tells_who_it_is_for(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("approved")
    app = open_app("matches", id=match)
    message = app.code[0].value
    need = office.row("needs", office.row("matches", match)["need_id"])
    resident = office.row("residents", need["resident_id"])
    assert resident["name"] not in message
    assert resident["telephone"] not in message


def test_somebody_else_is_chosen_by_name_and_the_page_says_why_not(open_app: OpenApp, office: Office) -> None:
    match = office.make_match()
    need = office.row("matches", match)["need_id"]
    may = office.make_volunteer(name="Wilma Willing")
    office.make_volunteer(name="Wilma Unchecked", dbs=None)
    app = open_app("matches", id=need)
    app.text_input(key=f"other-{need}").input("wilma").run()
    assert "DBS" in shown(app) or "check" in shown(app)
    assert labels(app).count("Choose Wilma Willing") >= 1
    app.button(key=f"choose-{need}-{may}").click().run()
    assert [m["volunteer_id"] for m in office.book.rows("matches") if m["status"] == "approved"] == [may]


def test_who_said_no_is_told_apart_from_who_asked_not_to_come_and_can_be_asked_again(
    open_app: OpenApp, office: Office
) -> None:
    match = office.make_match()
    need, volunteer = (office.row("matches", match)[part] for part in ("need_id", "volunteer_id"))
    cw.decline(office.director, match)
    app = open_app("matches", id=need)
    assert "put together" not in shown(app)
    app.text_input(key=f"other-{need}").input(office.row("volunteers", volunteer)["name"]).run()
    assert "it came to nothing with them before" in shown(app)
    app.button(key=f"choose-{need}-{volunteer}").click().run()
    assert [m["volunteer_id"] for m in office.book.rows("matches") if m["status"] == "approved"] == [volunteer]


def test_an_organisation_is_printed_only_once_it_is_approved(open_app: OpenApp, office: Office) -> None:
    values = {"name": "Bath Bell Ringers", "status": "offered", "signed_on": "2026-11-01"}
    one = office.book.append("organisations", values, by="web").id
    app = open_app("organisations", id=one)
    press(app, "Approve")
    assert office.status(one) == "approved"
    press(app, "Withdraw")
    press(app, "Yes, take it off")
    assert office.status(one) == "withdrawn"


def test_history_takes_back_what_was_done_on_another_page(open_app: OpenApp, office: Office) -> None:
    match = office.make_match()
    done = cw.approve(office.director, match)
    app = open_app("history")
    checked(app.button(key=f"undo-{done.id}").click().run())
    assert office.status(match) == "proposed"


def test_words_that_may_mean_danger_show_a_call_handler_whom_to_ring_at_once(open_app: OpenApp, office: Office) -> None:
    app = open_app("call")
    call = app.session_state["call"]
    assert "116 123" not in shown(app)
    app.text_area(key=f"{call}-details").input("She says that her son hits her and she wants to die").run()
    assert "Their words may mean danger" in shown(app)
    assert "Samaritans: 116 123, at any hour." in shown(app)


def test_an_open_call_is_come_back_to(open_app: OpenApp, office: Office) -> None:
    request = office.make_request()
    cw.log_contact(office.director, request, direction="in", words="Please ring her sister", status="open")
    (contact,) = office.book.rows("contacts")
    app = open_app("history", id=contact["id"])
    assert "Please ring her sister" in shown(app)
    press(app, "Dealt with")
    assert office.row("contacts", contact["id"])["status"] == "dealt_with"


@pytest.mark.parametrize("page", ["triage", "today"])
def test_what_people_write_is_shown_as_the_text_it_is(open_app: OpenApp, office: Office, page: str) -> None:
    request = office.make_request(name=HOSTILE, details=HOSTILE, address=HOSTILE)
    app = open_app(page, **({"id": request} if page == "triage" else {}))
    assert not [e for e in app.get("html") if "<img" in str(e.proto.body)]
    drawn_as_markdown = [*app.markdown, *app.caption, *app.title, *app.error]
    assert not [e for e in drawn_as_markdown if "evil" in str(e.value)]
    assert not [name for name in labels(app) if "evil" in name]
    names = [str(link.proto.label) for link in app.get("page_link")]
    assert not [name for name in names if set("<>[]*_`$\\/") & set(name)], "a link's name is drawn as Markdown"
    assert any("evil" in str(e.value) for e in app.text) or any("evil" in name for name in names)


def test_another_hubs_record_looks_like_none_at_all(open_app: OpenApp, office: Office) -> None:
    request = office.make_request(hub=ELSEWHERE, name="Nobody Else's")
    app = open_app("triage", id=request)
    assert "Nobody Else&#39;s" in shown(app), "the director sees every hub"
    as_coordinator = cw.WorkContext(office.book, office.settings, cw.User("Cora", "coordinator", HUB), office.places)
    with pytest.raises(cw.NotFound):
        cw.see(as_coordinator, HelpRequestRow, request)


@pytest.mark.parametrize("page", ["triage", "matches", "volunteers", "organisations", "history"])
@pytest.mark.parametrize("id_", ["nonsense", "V-XXXX", "R-0000-0000-1"])
def test_an_address_with_a_wrong_number_shows_nobody_else(
    open_app: OpenApp, office: Office, page: str, id_: str
) -> None:
    office.make_request(name="Ada Asks")
    office.make_match("proposed")
    said = shown(open_app(page, id=id_))
    assert "There is no record with the number in this address." in said
    assert "Ada Asks" not in said
    assert id_ not in said, "what was typed is not repeated"


def test_the_past_promise_is_said_in_words(open_app: OpenApp, office: Office) -> None:
    office.clock.now = datetime.now(UTC) - timedelta(days=10)
    office.make_request(name="Long Waits")
    app = open_app()
    assert "Past our promise" in shown(app)
    assert "was due" in shown(app)
