"""A session from its plan to the list of who came: each step, whom it tells, and that it can be taken back."""

from collections.abc import Callable
from datetime import timedelta

import pytest

import community.casework as cw
from community.book import CannotUndo, Stale
from community.casework import training
from community.tables.message_codes import SendOutcome
from community.tables.row_types import MessageRow, SessionValues
from tests.casework.asking import switch_on, worker
from tests.casework.office import HUB, Office


def planned(office: Office, **values: object) -> str:
    told = {"name": "Helping in a crisis", "kind": "training", "places": 2, "online": "yes", "minutes": 90}
    starts = {"starts_at": office.clock.now + timedelta(days=7)}
    return training.plan_session(office.director, SessionValues(**told | starts | values)).ids[0]  # type: ignore[typeddict-item]


def told(office: Office, booking: str, *statuses: str) -> list[MessageRow]:
    """The messages about this booking, those withdrawn left out unless asked for."""
    wanted = statuses or ("queued", "by_hand", "sent")
    return office.book.rows(MessageRow, lambda c: [c.about == booking, c.status.in_(wanted)])


def send(office: Office, message: MessageRow) -> None:
    assert cw.begin_sending(worker(office), message.id) is not None
    cw.note_delivery(worker(office), message.id, SendOutcome.SENT, None)


def test_a_session_is_planned_announced_changed_and_held_and_each_step_is_undone(office: Office) -> None:
    one = planned(office)
    assert (office.status(one), training.open_sessions(office.director)) == ("planned", [])
    announced = training.announce_session(office.director, one)
    (listed,) = training.open_sessions(office.director)
    assert (listed.facts.name, listed.left) == ("Helping in a crisis", 2)
    changed = training.change_session(office.director, one, seen={"places": 2}, now={"places": 3})
    assert training.open_sessions(office.director)[0].left == 3
    office.clock.pass_(days=8)
    held = training.session_held(office.director, one, [], seen="open")
    assert office.status(one) == "held"
    for action in (held, changed, announced):
        cw.undo(office.director, action.id)
    assert office.status(one) == "planned"


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"name": None}, "name"),
        ({"kind": "party"}, "Choose what it is"),
        ({"starts_at": None}, "when it begins"),
        ({"places": 0}, "whole numbers"),
        ({"hub": "atlantis"}, "hubs"),
    ],
)
def test_a_session_that_nobody_could_come_to_is_not_planned(
    office: Office, values: dict[str, object], says: str
) -> None:
    with pytest.raises(cw.NotNow, match=says):
        planned(office, **values)
    with pytest.raises(cw.NotNow, match="still to come"):
        planned(office, starts_at=office.clock.now - timedelta(hours=1))
    assert not office.book.rows("sessions")


def test_those_booked_are_told_of_a_new_time_and_only_those_with_a_place_how_to_join(office: Office) -> None:
    switch_on(office)
    one = office.make_session(joining=None)
    booked = office.make_booking(one, email="bea@example.org")
    waiting = office.make_booking(one, "waiting", email="wim@example.org")
    training.change_session(office.director, one, seen={"joining": None}, now={"joining": "https://example.org/room"})
    assert (len(told(office, booked)), len(told(office, waiting))) == (1, 0)
    was = office.row("sessions", one)["starts_at"]
    later = office.clock.now + timedelta(days=9)
    training.change_session(office.director, one, seen={"starts_at": was}, now={"starts_at": later})
    assert (len(told(office, booked)), len(told(office, waiting))) == (1, 1), "the first had not left, and is withdrawn"
    training.change_session(office.director, one, seen={"cost": None}, now={"cost": "Free"})
    assert len(told(office, booked)) == 1, "nobody is told what it costs anew"
    with pytest.raises(Stale):
        training.change_session(office.director, one, seen={"cost": None}, now={"cost": "£2"})


def test_calling_it_off_tells_everybody_and_is_taken_back_only_before_they_know(office: Office) -> None:
    switch_on(office)
    one = office.make_session()
    booked = office.make_booking(one, email="bea@example.org")
    waiting = office.make_booking(one, "waiting", email="wim@example.org")
    off = training.call_off_session(office.director, one, seen="open")
    assert [office.status(each) for each in (one, booked, waiting)] == ["cancelled"] * 3
    assert [told(office, each)[0].kind for each in (booked, waiting)] == ["session_off"] * 2
    cw.undo(office.director, off.id)
    assert [office.status(each) for each in (one, booked, waiting)] == ["open", "booked", "waiting"]
    assert not told(office, booked)
    off = training.call_off_session(office.director, one, seen="open")
    send(office, told(office, booked)[0])
    with pytest.raises(CannotUndo, match="know already"):
        cw.undo(office.director, off.id)


def test_more_places_go_to_those_who_waited_longest_and_fewer_take_none_away(office: Office) -> None:
    one = office.make_session("full")
    booked, second, third = (office.make_booking(one, status) for status in ("booked", "waiting", "waiting"))
    training.change_session(office.director, one, seen={"places": 1}, now={"places": 2})
    assert [office.status(each) for each in (one, booked, second, third)] == ["full", "booked", "booked", "waiting"]
    assert told(office, second)
    training.change_session(office.director, one, seen={"places": 2}, now={"places": 1})
    assert office.status(second) == "booked"
    with pytest.raises(cw.NotNow, match="number of places"):
        training.change_session(office.director, one, seen={"places": 1}, now={"places": None})


def test_who_came_holds_the_induction_or_the_training_and_who_did_not_is_absent(office: Office) -> None:
    code = office.settings.task_types["phone_call"].training
    gives = next(iter(code), "helping_in_a_crisis")
    volunteer = office.make_volunteer(inducted_on=None, training=None)
    one = office.make_session(kind="induction", gives=gives, places=5)
    came = office.make_booking(one, volunteer_id=volunteer)
    absent, waiting = office.make_booking(one), office.make_booking(one, "waiting")
    with pytest.raises(cw.NotNow, match="not begun"):
        training.session_held(office.director, one, [came], seen="open")
    office.clock.pass_(days=8)
    done = training.session_held(office.coordinator, one, [came], seen="open")
    assert [office.status(each) for each in (came, absent, waiting)] == ["came", "absent", "cancelled"]
    row = office.row("volunteers", volunteer)
    assert (row["inducted_on"], row["training"]) == ("2026-11-30", gives)
    cw.undo(office.coordinator, done.id)
    assert office.row("volunteers", volunteer)["inducted_on"] is None
    assert office.status(came) == "booked"


def test_who_came_to_a_session_of_all_hubs_is_written_down_by_those_who_see_everybody(office: Office) -> None:
    one = office.make_session(hub=None)
    office.make_booking(one, hub=None)
    office.clock.pass_(days=8)
    with pytest.raises(cw.NotAllowed, match="another hub"):
        training.session_held(office.coordinator, one, [], seen="open")
    assert not [item for item in cw.today(office.coordinator, office.clock()) if item.kind == "session_over"]
    training.session_held(office.handler, one, [], seen="open")
    assert HUB
    assert office.status(one) == "held"


@pytest.mark.parametrize(
    "ends", [training.call_off_session, lambda d, s, seen: training.session_held(d, s, [], seen=seen)]
)
def test_what_is_over_tells_nobody_any_more_that_they_have_a_place(office: Office, ends: Callable[..., object]) -> None:
    switch_on(office)
    one = office.make_session(places=5)
    (booking,) = [
        each
        for each in training.book_place(office.handler, one, {"name": "Bea", "email": "bea@example.org"}).ids
        if each.startswith("B-")
    ]
    office.clock.pass_(days=8)
    ends(office.director, one, seen="open")
    assert [m.kind for m in told(office, booking)] in ([], ["session_off"])
    (place,) = office.book.rows(MessageRow, lambda c: [c.about == booking, c.kind == "booking"])
    assert place.status == "withdrawn"
