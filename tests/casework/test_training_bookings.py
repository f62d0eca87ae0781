"""Places at a session: first come, first served, and whoever gives one up makes room for the next, who is told."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

import community.casework as cw
from community.book import Book, CannotUndo, utc_now
from community.casework import training
from community.settings import load
from community.tables.row_types import BookingRow, MessageRow
from tests.book.databases import KINDS, begun
from tests.casework.asking import switch_on
from tests.casework.office import Office
from tests.casework.test_training_sessions import send, told

pytestmark = pytest.mark.core


def book(office: Office, session: str, name: str = "Bea Booker", **values: object) -> str:
    ids = training.book_place(office.handler, session, {"name": name, "telephone": "07700 900123"} | values).ids  # type: ignore[arg-type]
    return next(one for one in ids if one.startswith("B-"))


def came_in(office: Office, session: str, **values: object) -> str:
    """Somebody who sent the form."""
    one = office.make_booking(session, "waiting", **values)
    training.fill_places(office.director, session)
    return one


@pytest.mark.parametrize("kind", KINDS)
def test_of_two_who_take_the_last_place_at_once_one_has_it_and_one_is_first_to_wait(kind: str, tmp_path: Path) -> None:
    with begun(kind, tmp_path) as address:
        settings = load({"COMMUNITY_HOME": str(tmp_path)})
        books = [Book.open(address) for _ in range(2)]
        starts = {"starts_at": utc_now() + timedelta(days=3)}
        values = {"name": "S", "kind": "event", "places": 1, "status": "open"} | starts
        session, later = (books[0].append("sessions", values, by="D").id for _ in range(2))

        def take(place: int, session: str = session) -> tuple[str, bool]:
            after = books[place].count(BookingRow) > 0
            row = {
                "name": f"Bea {place}",
                "telephone": f"07700 9001{place:02}",
                "session_id": session,
                "status": "waiting",
            }
            one = books[place].append("bookings", row, by="web").id
            training.fill_places(cw.WorkContext(books[place], settings, cw.User("", None)), session)
            return one, after

        with ThreadPoolExecutor(2) as both:
            came = dict(both.map(take, range(2)))
        stands = {row.id: row.status for row in books[0].rows(BookingRow)}
        assert sorted(stands.values()) == ["booked", "waiting"]
        for one, after in came.items():
            assert not after or stands[one] == "waiting", "whoever came when another was written down waits"
        assert books[0].get("sessions", session)["status"] == "full"  # type: ignore[index]
        assert {row.about for row in books[1].rows(MessageRow)} == set(came), "each is told once how it stands"
        assert books[1].count(MessageRow) == 2
        turns = [take(place, later)[0] for place in (1, 0)]
        stands = {row.id: row.status for row in books[0].rows(BookingRow)}
        assert [stands[one] for one in turns] == ["booked", "waiting"], "whoever came first has it"
        for each in books:
            each.close()


def test_who_books_gets_a_place_then_the_waiting_list_and_each_hears_once(office: Office) -> None:
    one = office.make_session()
    first, second, third = (came_in(office, one) for _ in range(3))
    assert [office.status(each) for each in (first, second, third)] == ["booked", "waiting", "waiting"]
    for _ in range(2):
        training.fill_places(office.director, one)
    assert [len(told(office, each)) for each in (first, second, third)] == [1, 1, 1]
    with office.book.reading() as reader:
        assert training.to_fill(reader) == []


def test_whoever_gives_a_place_up_makes_room_for_the_next_who_is_told(office: Office) -> None:
    switch_on(office)
    one = office.make_session()
    first, second, third = (came_in(office, one, email=f"{name}@example.org") for name in "abc")
    done = training.cancel_booking(office.handler, first, seen="booked")
    assert [office.status(each) for each in (first, second, third)] == ["cancelled", "booked", "waiting"]
    assert not told(office, first), "they know that they don’t come"
    assert len(told(office, second)) == 1, "the word of the waiting list had not left"
    cw.undo(office.handler, done.id)
    assert [office.status(each) for each in (first, second, third)] == ["booked", "waiting", "waiting"]
    done = training.cancel_booking(office.handler, first, seen="booked")
    send(office, told(office, second)[-1])
    with pytest.raises(CannotUndo, match="told already"):
        cw.undo(office.handler, done.id)


def test_a_place_that_somebody_took_meanwhile_is_not_given_twice_by_an_undo(office: Office) -> None:
    one = office.make_session()
    first = came_in(office, one)
    done = training.cancel_booking(office.handler, first, seen="booked")
    office.set(office.row("bookings", office.make_booking(one, "waiting")), "status", "booked")
    with pytest.raises(CannotUndo, match="by now"):
        cw.undo(office.handler, done.id)


def test_booking_on_the_telephone_keeps_to_the_same_line(office: Office) -> None:
    one = office.make_session()
    first = book(office, one)
    second = book(office, one, "Bob", telephone="07700 900124")
    assert [office.status(each) for each in (one, first, second)] == ["full", "booked", "waiting"]
    made = training.book_place(office.handler, office.make_session(), {"name": "Bo", "email": "bo@example.org"})
    cw.undo(office.handler, made.id)
    assert office.book.get("bookings", made.ids[0]) is None
    for wrong in ({"name": "Bea"}, {"telephone": "07700 900123"}, {"name": "B", "email": "b@example.org", "hub": "x"}):
        with pytest.raises(cw.NotNow):
            training.book_place(office.handler, one, wrong)  # type: ignore[arg-type]
    for status, hours in (("planned", 24), ("cancelled", 24), ("open", -1)):
        shut = office.make_session(status, starts_at=office.clock.now + timedelta(hours=hours))
        with pytest.raises(cw.NotNow, match="can’t be booked"):
            book(office, shut)


def test_whoever_booked_twice_waits_for_a_person_and_is_told_nothing_new(office: Office) -> None:
    one = office.make_session(places=3)
    first = came_in(office, one, name="Bea Booker", telephone="07700 900123")
    again = came_in(office, one, name="Bea  BOOKER", telephone="+44 7700 900123")
    partner = came_in(office, one, name="Bob Booker", telephone="07700 900123")
    assert [office.status(each) for each in (first, again, partner)] == ["booked", "waiting", "booked"]
    assert not told(office, again)
    assert "B-" in next(i.id for i in cw.today(office.director, office.clock()) if i.kind == "booked_twice")
    seen = training.see_reference(office.director, again)
    assert seen is not None
    assert seen.status == "booked", "it reads as their first booking does: nobody learns that there was one"
    training.give_place(office.handler, again)
    assert office.status(again) == "booked"
    fourth = came_in(office, one)
    with pytest.raises(cw.NotNow, match="Every place"):
        training.give_place(office.handler, fourth)


def test_a_person_says_which_volunteer_it_is(office: Office) -> None:
    volunteer = office.make_volunteer(name="Bea Booker", telephone="07700 900555")
    booking = came_in(office, office.make_session(), name="Bea Booker", telephone="07700 900555")
    (known,) = cw.known_as(office.director, "bookings", booking)
    assert known.id == volunteer
    done = training.link_booking(office.director, booking, volunteer, seen=None)
    assert office.row("bookings", booking)["volunteer_id"] == volunteer
    cw.undo(office.director, done.id)
    assert office.row("bookings", booking)["volunteer_id"] is None


def test_they_are_written_to_where_the_program_can_and_told_by_a_person_where_not(office: Office) -> None:
    switch_on(office)
    one = office.make_session(places=9)
    spared = office.make_volunteer(email="never@example.org", stopped="email")
    ways = {
        "bea@example.org": ("email", "queued"),
        None: ("text", "queued"),
        "never@example.org": ("text", "queued"),
    }
    for email, expected in ways.items():
        (message,) = told(office, came_in(office, one, email=email))
        assert (message.way, message.status) == expected, email
    (message,) = told(office, came_in(office, one, telephone="01225 960123"))
    assert (message.way, message.status) == ("telephone", "by_hand")
    assert spared
    (line,) = [item for item in cw.today(office.director, office.clock()) if item.kind == "message_by_hand"]
    assert line.title.endswith(": Helping in a crisis")
    assert (line.table, line.telephone) == ("bookings", "01225 960123")
    cw.pass_on(office.handler, message.id)
    assert not [item for item in cw.today(office.director, office.clock()) if item.kind == "message_by_hand"]
