"""The pages about the whole board: proposals at once, cover, what help is short of, and what counts."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.casework.actions import ACTIONS
from community.casework.board_frames import frames
from community.matching import DEFAULT, TERMS
from community.tables.message_codes import BounceKind
from community.tables.vocabulary import ReachBy
from dashboard import page_queues
from dashboard.page_frame import pages_for
from dashboard.page_queues import EMPTY, LISTS
from tests.casework.asking import approved, ask, switch_on, worker
from tests.casework.complaining import steps_of_a_complaint
from tests.casework.directory import steps_beside_help
from tests.casework.for_all_of_them import steps_for_many
from tests.casework.life import steps_of_lives
from tests.casework.office import ELSEWHERE, HUB, Office
from tests.dashboard.conftest import OpenApp, accept, checked, labels, press, shown


def test_who_could_help_is_shown_as_soon_as_a_request_is_accepted(open_app: OpenApp, office: Office) -> None:
    """Nothing else runs here: the page itself matches the whole board."""
    request = office.make_request(tasks=["phone_call", "visit", "money_advice"], urgency="today")
    office.make_volunteer(name="Vera Basic", dbs="basic", tasks=["phone_call"])
    app = open_app("triage", id=request)
    accept(app)
    said = shown(app)
    assert "A friendly telephone call: Vera Basic is proposed" in said
    assert "Company at home: nobody yet" in said
    assert "for the hub’s own people" in said
    press(app, "Undo")
    assert {m["status"] for m in office.book.rows("matches")} <= {"superseded"}


def test_who_could_help_is_told_while_the_caller_is_on_the_telephone(open_app: OpenApp, office: Office) -> None:
    request = office.make_request(tasks=["phone_call", "visit", "money_advice"], urgency="today")
    office.make_volunteer(dbs="basic", tasks=["phone_call"], slots=None)
    said = shown(open_app("triage", id=request))
    assert "Somebody could help: Helps by telephone." in said
    assert "Nobody could help as it stands." in said
    assert "Vera" not in said
    assert office.book.count("matches") == 0


def test_who_falls_ill_is_covered_for_at_once(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("active")
    other = office.make_volunteer(name="Vera Cover")
    row = office.row("matches", match)
    app = open_app("volunteers", id=row["volunteer_id"])
    press(app, "Ill or away until …")
    press(app, "Put it aside")
    assert "Away until" in shown(app)
    (cover,) = office.book.rows("matches", lambda c: [c.status == "proposed"])
    assert (cover["need_id"], cover["volunteer_id"]) == (row["need_id"], other)
    assert "Vera Cover is proposed" in shown(open_app())
    page = open_app("matches", id=row["need_id"])
    assert "They keep this person" in shown(page)
    press(page, "Approve")
    press(open_app("volunteers", id=row["volunteer_id"]), "Back already")
    assert "Back again" in shown(open_app())


def test_a_volunteer_who_has_time_again_is_proposed_at_once(open_app: OpenApp, office: Office) -> None:
    """Vera has room for one. Help that was given, or a need that is closed, gives her the time for the next."""
    match = office.make_match("active")
    row, last = office.row("matches", match), office.make_need()
    press(open_app("matches", id=row["need_id"]), "Done")
    (free,) = office.book.rows("matches", lambda c: [c.status == "proposed"])
    assert (free["need_id"], free["volunteer_id"]) == (last, row["volunteer_id"])
    cw.approve(office.director, free["id"])
    other = office.make_need()
    app = press(open_app("matches", id=last), "Close this need")
    app.radio(key="need-why").set_value("not_wanted")
    press(app, "Close the need")
    (free,) = office.book.rows("matches", lambda c: [c.status == "proposed"])
    assert (free["need_id"], free["volunteer_id"]) == (other, row["volunteer_id"])


def test_what_is_not_followed_by_matching_leaves_the_board_as_it_was(office: Office) -> None:
    def board() -> list[object]:
        with office.book.reading() as reader:
            found = frames(reader, office.settings, office.clock.now)
        both = (found.volunteers.for_many(), found.needs.for_many())
        told = (each.drop(columns=["waiting_days", "last_asked_days"], errors="ignore").astype(object) for each in both)
        return [*(each.where(each.notna(), None).to_dict() for each in told), found.pinned]  # NaN equals not even NaN

    active, agreed, proposed = (office.make_match(status) for status in ("active", "accepted", "proposed"))
    written = office.make_match("accepted", telephone="07700 900456")
    row = office.row("matches", agreed)
    office.set(office.row("volunteers", row["volunteer_id"]), "telephone", "07700 900123")
    resident = office.row("needs", row["need_id"])["resident_id"]
    voice = {"about": agreed, "to_whom": resident, "kind": "residents_voice", "way": "text", "status": "by_hand"}
    voice_link = office.book.append("messages", voice, by="test").id
    asked = ask(switch_on(office), approved(office))
    director, today, request = office.director, office.today, office.make_request(flags=["urgent_words"])
    cw.done(director, active, today, seen="active")
    call = cw.log_contact(director, request, way="telephone", direction="in", status="open").ids[0]
    club, soup = (office.book.append(each, {"status": "offered"}, by="t").id for each in ("organisations", "services"))
    newcomer = office.make_volunteer(status="applied", inducted_on=None, email="new@example.org")
    lives = steps_of_lives(office, resident) | steps_for_many(office, newcomer)
    before, tried, links = board(), set(), list[str]()
    for verb, work in {
        "look_at": lambda: cw.look_at(director, proposed),
        "tell_resident": lambda: cw.tell_resident(director, written, ReachBy.TEXT),
        "resident_told": lambda: cw.resident_told(director, agreed),
        "release": lambda: cw.release(director, agreed, seen="active"),
        "agree_day": lambda: cw.agree_day(director, agreed, today),
        "call_off_visit": lambda: cw.call_off_visit(director, agreed, today, seen="active"),
        "tell_volunteer": lambda: links.append(cw.tell_volunteer(director, agreed, ReachBy.TEXT, seen="active").ids[0]),
        "prove_who": lambda: cw.prove_who(director, links[0], "0123"),
        "give_feedback": lambda: cw.give_voice(director, voice_link, cw.Voice(4)),
        "note_feedback": lambda: cw.note_voice(director, agreed, cw.Voice(5), seen="active"),
        "not_given": lambda: cw.not_given(director, agreed, today, "not_in", seen="active"),
        "pair_asked": lambda: cw.pair_asked(director, office.book.rows("pairs")[0]["id"], None),
        "no_answer": lambda: cw.no_answer(director, request, seen="new"),
        "give_to_hub": lambda: cw.give_to_hub(director, request, ELSEWHERE, seen="no_answer"),
        "look_again": lambda: cw.snooze(director, call, "contact_open", office.clock.now + timedelta(days=14)),
        "deal_with_contact": lambda: cw.deal_with_contact(director, call),
        "clear_flag": lambda: cw.clear_flag(director, "help_requests", request, "urgent_words"),
        "induct": lambda: cw.induct(director, newcomer, today),
        "send_message": lambda: cw.begin_sending(worker(office), asked),
        "settle_message": lambda: cw.settle_message(director, asked, arrived=False),
        "pass_on": lambda: cw.pass_on(director, asked),
        "note_bounce": lambda: cw.note_bounce(worker(office), asked, BounceKind.HARD),
        "safe_contact": lambda: cw.keep_contact_safe(director, resident, seen={}, now={"say_instead": "Jo"}),
        "stop_messages": lambda: cw.stop_messages(director, asked),
        "ask_receipt": lambda: cw.ask_copy(director, newcomer, ReachBy.EMAIL),
        **steps_beside_help(office, soup, club, newcomer, active) | steps_of_a_complaint(director) | lives,
    }.items():
        work()
        assert board() == before, verb
        tried.add(verb)
    assert tried == {verb for verb, action in ACTIONS.items() if not action.changes_board}


def test_approving_one_after_the_other_does_not_wait_for_the_matching(open_app: OpenApp, office: Office) -> None:
    match = office.make_match()
    app = open_app("matches", id=office.row("matches", match)["need_id"])
    office.make_volunteer()
    other = office.make_need("shopping")
    press(app, "Approve")
    assert office.status(match) == "approved"
    assert not office.book.rows("matches", lambda c: [c.need_id == other])
    press(press(app, "Said no"), "Too far")
    assert office.book.rows("matches", lambda c: [c.need_id == other])


def test_the_director_sees_whom_to_look_for_and_the_needs_it_would_help(open_app: OpenApp, office: Office) -> None:
    needs = [office.make_need("lift", slots=("tue_morning",), hub=ELSEWHERE) for _ in range(4)]
    office.make_volunteer(dbs="basic")
    app = open_app("short")
    said = shown(app)
    assert "One driver for a lift in Keynsham and Saltford on Tuesdays would fill four." in said
    assert "Start DBS checks for one volunteer" in said
    assert "Of 4 places wanted now, 4 have nobody." in said
    links = {link.proto.query_string for link in app.get("page_link")}
    assert len(links & {f"id={need}" for need in needs}) == 3
    assert "4 of 4" in said, "Tuesday mornings in the grid of the week"


def test_pages_for_those_who_decide_are_not_there_for_the_others() -> None:
    ours = {"short", "ahead", "weights"}
    assert ours & set(pages_for(cw.User("Hal", "call_handler"))) == set()
    assert ours & set(pages_for(cw.User("Cora", "coordinator", HUB))) == {"short", "ahead"}
    assert ours <= set(pages_for(cw.User("Dilys", "director")))


def test_other_weights_are_tried_before_they_are_saved_and_taken_back_after(open_app: OpenApp, office: Office) -> None:
    known = office.make_volunteer(easting=375_000.0)
    first = office.make_need(name="Ivy Ray")
    match = cw.choose(office.director, first, known).ids[0]
    cw.rang(office.director, match, "yes", seen="approved")
    cw.done(office.director, match, office.today - timedelta(days=1), 20, seen="accepted")
    near = office.make_volunteer()
    need = office.make_need(resident=office.row("needs", first)["resident_id"])
    app = open_app("weights")
    assert "Let this count" not in labels(app)
    app.slider(key="weight-continuity").set_value(500)
    checked(app.run())
    assert "Would get a stranger: 1" in shown(app)
    assert "Ivy Ray" in shown(app)
    assert office.book.count("weights") == 0
    press(app, "Let this count")
    assert cw.weights_now(office.director).continuity == 500
    proposed = office.book.rows("matches", lambda c: [c.status == "proposed"])
    assert [(m["need_id"], m["volunteer_id"]) for m in proposed] == [(need, near)]
    press(app, "Undo")
    assert cw.weights_now(office.director) == DEFAULT
    assert app.slider(key="weight-continuity").value == DEFAULT.continuity
    assert "Let this count" not in labels(app), "what was taken back is not one press away"
    press(app, "Do it again")
    assert app.slider(key="weight-continuity").value == 500
    assert "Let this count" not in labels(app)


def test_weights_that_add_up_to_too_much_can_t_be_saved(open_app: OpenApp, office: Office) -> None:
    app = open_app("weights")
    for term in ("continuity", "distance", "load"):
        app.slider(key=f"weight-{term}").set_value(6000)
    checked(app.run())
    said = shown(app)
    assert "at most 10,000" in said
    assert "10,000 points too many" in said
    assert "Let this count" not in labels(app)
    press(app, "Put them back")
    assert app.slider(key="weight-continuity").value == DEFAULT.continuity


def test_the_lists_of_needs_are_those_of_the_settings_of_this_moment(office: Office) -> None:
    need = office.make_need("dog_walk")
    assert page_queues.needs(office.director)["nobody"] == [need]
    kinds = office.settings.task_types
    ours = kinds | {"dog_walk": kinds["dog_walk"].model_copy(update={"by": "hub"})}
    office.settings = office.settings.model_copy(update={"task_types": ours})
    found = page_queues.needs(office.desk(office.director.user))
    assert (found["nobody"], found["hub"]) == ([], [need])


def test_the_points_that_are_left_to_give_stand_beside_the_sliders(open_app: OpenApp) -> None:
    app = open_app("weights")
    assert "Left to give: 0 of 10,000 points." in shown(app)
    app.slider(key="weight-rest").set_value(250)
    checked(app.run())
    assert "Left to give: 750 of 10,000 points." in shown(app)
    assert {each.proto.format for each in app.slider} == {"%d points"}


def test_the_last_effect_stays_in_sight_while_the_sum_is_too_large(open_app: OpenApp, office: Office) -> None:
    office.make_need()
    office.make_volunteer()
    app = open_app("weights")
    app.slider(key="weight-rest").set_value(6000)
    checked(app.run())
    said = shown(app)
    assert "5,000 points too many" in said
    for row in ("Proposals that would change", "Half go less than", "How unevenly hubs are served (0 is even)"):
        assert row in said


def test_at_least_one_reason_has_to_weigh_something(open_app: OpenApp, office: Office) -> None:
    app = open_app("weights")
    for slider in app.slider:
        slider.set_value(0)
    checked(app.run())
    assert "At least one reason has to weigh something." in shown(app)
    assert "Let this count" not in labels(app)
    nothing = cw.weights_from(dict.fromkeys(TERMS, 0))
    with pytest.raises(cw.NotNow):
        cw.weigh(office.director, nothing, seen=DEFAULT)


@pytest.mark.parametrize("page", ["matches", "short", "weights"])
def test_a_page_about_needs_says_what_will_stand_there_while_there_is_none(open_app: OpenApp, page: str) -> None:
    said = shown(open_app(page))
    assert "in Triage" in said
    assert "0 of 0" not in said
    assert "Capacity and needs now" not in said


@pytest.mark.parametrize("stage", LISTS)
def test_each_empty_list_of_matches_says_what_will_stand_in_it(open_app: OpenApp, stage: str) -> None:
    said = shown(open_app("matches", show=stage))
    assert EMPTY[stage] in said
    assert "Nothing here" not in said
