"""The words about a booking: how it stands when they leave, how to join for those with a place alone, and the link."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

import community.casework as cw
from community import messages
from community.casework import training
from community.messages.message_links import booking_link
from community.messages.short_texts import segments
from community.tables.row_types import MessageRow
from tests.casework.asking import switch_on
from tests.casework.office import Office, open_office

JOIN = "https://example.org/canary"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Give an office that sends messages, with links."""
    made = open_office(tmp_path)
    made.settings = made.settings.model_copy(update={"public_url": "https://help.example.org"})
    yield switch_on(made)
    made.book.close()


def made(
    office: Office, status: str, *, text: bool = False, booked: dict[str, object] | None = None, **session: object
) -> tuple[str, MessageRow]:
    """A session, and the message that was queued about a booking of it."""
    one = office.make_session("full" if status == "waiting" else "open", **session)
    if status == "waiting":
        office.make_booking(one)
    way = {"telephone": "07700 900321", "email": None} if text else {"telephone": None, "email": "bea@example.org"}
    booking = office.make_booking(one, "waiting", name="Bea Booker", **way, **(booked or {}))
    training.fill_places(office.director, one)
    (message,) = office.book.rows(MessageRow, lambda c: [c.about == booking])
    return one, message


def words(office: Office, message: MessageRow) -> messages.Rendered:
    return messages.words_for(office.director, message.id)


def test_whoever_has_a_place_reads_when_where_how_to_join_and_how_to_give_it_up(office: Office) -> None:
    _, message = made(office, "booked")
    told = words(office, message)
    assert told.subject == "You have a place: Helping in a crisis"
    for part in ("Hello Bea,", "Monday 30 November, 10 am, for 90 minutes, online", JOIN, "keep this to yourself"):
        assert part in told.text, part
    facts = training.booking_of(office.director, message.id)
    assert facts is not None
    link = booking_link(office.settings, facts)
    assert link is not None
    assert link.startswith("https://help.example.org/booking/")
    assert link in told.text
    assert told.html is not None
    assert "Bea Booker" not in told.text + told.html, "the first name is enough"


def test_whoever_waits_reads_their_number_in_line_and_not_how_to_join(office: Office) -> None:
    for text in (False, True):
        _, message = made(office, "waiting", text=text)
        told = words(office, message)
        assert "number 1 on the waiting list" in told.text
        assert JOIN not in told.text


def test_a_text_fits_and_always_holds_how_to_join_or_the_link(office: Office) -> None:
    for name in ("Tea", "Listening well to people who are frightened, angry or very low on the telephone"):
        _, message = made(office, "booked", text=True, name=name)
        told = words(office, message)
        assert (told.subject, told.html) == ("", None)
        assert "https://help.example.org/booking/" in told.text
        assert segments(told.text) <= 3


def test_a_message_says_how_it_stands_when_it_leaves_and_none_leaves_that_is_not_so(office: Office) -> None:
    one, message = made(office, "booked")
    office.set(office.row("sessions", one), "place", None)
    was = office.row("sessions", one)["starts_at"]
    office.set(message, "status", "sent")
    later = office.clock.now + timedelta(days=8)
    training.change_session(office.director, one, seen={"starts_at": was}, now={"starts_at": later})
    (_, second) = office.book.rows(MessageRow, lambda c: [c.about == message.about])
    told = words(office, second)
    assert told.subject.startswith("Your place, as it is now")
    assert "Tuesday 1 December" in told.text
    training.call_off_session(office.director, one, seen="full")
    with pytest.raises(cw.NotNow):
        words(office, second)
    (off,) = office.book.rows(MessageRow, lambda c: [c.about == message.about, c.kind == "session_off"])
    told = words(office, off)
    assert told.subject == "Called off: Helping in a crisis"
    assert "We are sorry" in told.text
    assert "/booking/" not in told.text


def test_without_an_address_of_ours_they_ring_instead_and_a_person_has_words_to_say(office: Office) -> None:
    office.settings = office.settings.model_copy(update={"public_url": None})
    switch_on(office, email=False, text=False)
    one = office.make_session(online="no", place="The hall", joining=None)
    booking = office.make_booking(one, "waiting", telephone="01225 960123")
    training.fill_places(office.director, one)
    (message,) = office.book.rows(MessageRow, lambda c: [c.about == booking])
    said = messages.words_to_pass_on(office.director, message).text
    assert "Just come" in said
    assert "The hall" in said
    assert f"Ring us on {office.settings.community.telephone}" in said


def test_nothing_goes_by_itself_to_an_address_that_a_program_may_have_typed(office: Office) -> None:
    assert made(office, "booked")[1].status == "queued"
    assert made(office, "booked", booked={"flags": ["honeypot"]})[1].status == "by_hand"
