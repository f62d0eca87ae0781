"""What is written to many: each gets a message of their own, once, and nobody who wants none or may have none."""

from datetime import date, timedelta

import pytest

import community.casework as cw
from community.casework.message_queue import may_go
from community.tables.list_codes import LeftOut
from community.tables.message_codes import SendOutcome
from community.tables.row_types import MessageRow
from tests.casework.asking import jobs, message, switch_on, worker
from tests.casework.office import ELSEWHERE, Office

SAID = {"subject": "Thank you", "words": "Hello {first name}, come to our party.", "chosen": "ready"}


def body(office: Office) -> dict[str, str]:
    """Volunteers by what is so about them, each of whom says yes to an email or else."""
    switch_on(office)
    told: dict[str, dict[str, object]] = {
        "email": {"email": "ada@example.org", "reach_by": ["email"]},
        "text": {"telephone": "07700 900123"},
        "ring": {"telephone": "0117 496 0123"},
        "died": {"died_on": date(2026, 11, 1), "email": "d@example.org"},
        "left": {"status": "left", "email": "l@example.org"},
        "stopped": {"stopped": ["email"], "telephone": "07700 900124", "email": "s@example.org"},
        "unasked": {"consent": "no", "email": "u@example.org"},
        "rests": {"hold_until": office.clock() + timedelta(days=9), "email": "r@example.org"},
        "unsafe": {"not_safe": ["ring", "text", "email"], "email": "n@example.org"},
        "nowhere": {"telephone": None},
        "hides": {"say_instead": "The library", "telephone": "07700 900125", "email": "h@example.org"},
    }
    return {name: office.make_volunteer(name=f"{name} Volunteer", **values) for name, values in told.items()}


def write(office: Office, ids: list[str], key: str, desk: cw.WorkContext | None = None, **said: str) -> str:
    return cw.write_to_many(desk or office.director, ids, key=key, **SAID | said).id


def test_each_gets_a_message_of_their_own_and_who_is_left_out_is_named_with_why(office: Office) -> None:
    who = body(office)
    theirs = {one: name for name, one in who.items()}
    found = cw.readers_of_circular(office.director, list(who.values()))
    assert {theirs[each.row.id]: (each.way, each.by_itself) for each in found.whom} == {
        "email": ("email", True),
        "text": ("text", True),
        "ring": ("telephone", False),
        "hides": ("email", True),
    }
    assert {theirs[row.id]: why for row, why in found.out} == {
        "died": LeftOut.DIED,
        "left": LeftOut.STOPPED,
        "stopped": LeftOut.NO_MESSAGES,
        "unasked": LeftOut.NOT_AGREED,
        "rests": LeftOut.RESTS,
        "unsafe": LeftOut.NO_MESSAGES,
        "nowhere": LeftOut.NOWHERE,
    }
    key = office.book.new_id("circulars")
    write(office, list(who.values()), key)
    row = office.row("circulars", key)
    assert (row["left_out"], row["hub"]) == (7, "bath_north")
    sent = office.book.rows(MessageRow, lambda c: [c.about == key])
    assert sorted((theirs[each.to_whom], each.status) for each in sent) == [
        ("email", "queued"),
        ("hides", "queued"),
        ("ring", "by_hand"),
        ("text", "queued"),
    ]
    assert jobs(office).keys() == {each.id for each in sent if each.status == "queued"}
    assert SAID["words"] not in str([dict(each) for each in sent])


def test_a_second_press_writes_nothing_and_undo_takes_back_what_has_not_gone(office: Office) -> None:
    who = body(office)
    key = office.book.new_id("circulars")
    before = office.everything()
    action = write(office, [who["email"], who["text"]], key)
    assert write(office, [who["email"], who["text"]], key) == ""
    assert len(office.book.rows(MessageRow)) == 2
    cw.undo(office.director, action)
    assert office.everything() == before
    assert {state for state, _ in jobs(office).values()} <= {"withdrawn", "done"}
    again = office.book.new_id("circulars")
    action = write(office, [who["email"], who["text"]], again)
    gone, stays = office.book.rows(MessageRow, lambda c: [c.about == again])
    assert cw.begin_sending(worker(office), gone.id) is not None
    cw.note_delivery(worker(office), gone.id, SendOutcome.SENT, None)
    cw.undo(office.director, action)
    assert message(office, gone.id).status == "sent"
    assert office.book.get(MessageRow, stays.id) is None
    assert office.book.get("circulars", again) is not None


def test_who_stops_messages_or_rests_meanwhile_gets_none(office: Office) -> None:
    who = body(office)
    key = office.book.new_id("circulars")
    write(office, [who["email"], who["text"]], key)
    first, second = office.book.rows(MessageRow, lambda c: [c.about == key])
    with office.book.reading() as reader:
        assert may_go(reader, first, office.clock())
    cw.stop_messages(office.director, first.id)
    cw.hold(office.director, "volunteers", second.to_whom, office.clock() + timedelta(days=3), seen="ready")
    assert cw.begin_sending(worker(office), first.id) is None
    assert cw.begin_sending(worker(office), second.id) is None
    assert {message(office, one.id).status for one in (first, second)} == {"withdrawn"}


def test_a_coordinator_writes_to_her_own_volunteers_and_a_call_handler_to_none(office: Office) -> None:
    switch_on(office)
    ours = office.make_volunteer(email="a@example.org")
    theirs = office.make_volunteer(hub=ELSEWHERE, email="b@example.org")
    key = office.book.new_id("circulars")
    with pytest.raises(cw.NotAllowed):
        write(office, [ours], key, office.handler)
    write(office, [ours, theirs], key, office.coordinator)
    assert [each.to_whom for each in office.book.rows(MessageRow)] == [ours]
    assert cw.circular_stands(office.coordinator, key).waits == 1
    with pytest.raises(cw.NotFound):
        cw.circular_stands(office.neighbour, key)
    with pytest.raises(cw.NotAllowed):
        cw.circular_stands(office.handler, key)


@pytest.mark.parametrize(
    "said", [{"subject": " "}, {"words": "\n"}, {"words": "Hello {name}"}, {"words": "x" * (cw.MOST_LETTERS + 1)}]
)
def test_words_that_can_not_go_out_are_refused_before_anything_is_written(office: Office, said: dict[str, str]) -> None:
    one = office.make_volunteer(email="a@example.org")
    with pytest.raises(cw.NotNow):
        write(office, [one], office.book.new_id("circulars"), **said)
    assert office.book.rows("circulars") == []


def test_who_was_written_to_is_not_forgotten_any_more(office: Office) -> None:
    switch_on(office)
    one = office.make_volunteer(email="a@example.org")
    office.clock.pass_(days=20)
    assert cw.unused_volunteers(office.director, office.clock()) == [one]
    action = write(office, [one], office.book.new_id("circulars"))
    assert cw.unused_volunteers(office.director, office.clock()) == []
    cw.undo(office.director, action)
    assert cw.unused_volunteers(office.director, office.clock()) == [one]


def test_what_is_passed_on_by_hand_is_one_line_on_today(office: Office) -> None:
    ids = [office.make_volunteer() for _ in range(3)]
    key = office.book.new_id("circulars")
    write(office, ids, key)

    def lines(desk: cw.WorkContext) -> list[str]:
        return [item.id for item in cw.today(desk, office.clock()) if item.kind == "message_by_hand"]

    assert lines(office.director) == [key]
    assert lines(office.handler) == []
    for each in office.book.rows(MessageRow):
        cw.pass_on(office.director, each.id)
    assert lines(office.director) == []


def test_two_people_who_write_the_same_words_to_the_same_list_write_once(office: Office) -> None:
    who = body(office)
    first = write(office, [who["email"]], office.book.new_id("circulars"))
    with pytest.raises(cw.NotNow, match="these very words to 1 volunteer of this list"):
        write(office, [who["email"], who["text"]], office.book.new_id("circulars"))
    assert len(office.book.rows("circulars")) == 1
    write(office, [who["text"]], office.book.new_id("circulars"))
    cw.undo(office.director, first)
    assert write(office, [who["email"]], office.book.new_id("circulars"))
