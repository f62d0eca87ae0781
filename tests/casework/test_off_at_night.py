"""Word that a visit is off which somebody may set out for before the morning: the quiet hours don't hold it back."""

from datetime import UTC, date, datetime, timedelta

import pytest

import community.casework as cw
from community.tables.message_codes import ResidentAnswer
from community.tables.row_types import MessageRow
from community.tables.vocabulary import ReachBy
from tests.casework.asking import jobs, switch_on, volunteer_of
from tests.casework.coming import arrive, of_kind, said_yes, tell
from tests.casework.office import Office

DAY = date(2026, 11, 25)
EARLY = datetime(2026, 11, 25, 7, 10, tzinfo=UTC)
"""In winter this is the time by the clock; the quiet hours end at eight."""
NIGHT = datetime(2026, 11, 24, 22, tzinfo=UTC)
MORNING = "2026-11-25T08:00:00.000Z"


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def comes(office: Office, way: ReachBy, part: str | None, on: date = DAY) -> tuple[str, str]:
    """A match of which both were told by messages, and the message by which the resident answers."""
    match = said_yes(office, way)
    one = tell(office, match, on=on, part=part)
    arrive(office, one)
    return match, one


def at_once(office: Office, word: MessageRow) -> bool:
    now = office.clock.now
    assert jobs(office)[word.id][1] == word.not_before
    with office.book.reading() as reader:
        goes = cw.goes_from(reader, office.settings.messages, word, now)
    assert (goes == now) == (word.not_before != MORNING), "the sender holds back what waits, and nothing else"
    return goes == now


@pytest.mark.parametrize("way", [ReachBy.EMAIL, ReachBy.TEXT])
def test_a_volunteer_hears_in_the_quiet_hours_what_they_would_set_out_for(office: Office, way: ReachBy) -> None:
    for now, part, answer, goes in (
        (EARLY, "morning", ResidentAnswer.NOT_THEN, True),
        (EARLY, "afternoon", ResidentAnswer.NOT_THEN, False),
        (EARLY, None, ResidentAnswer.NOT_NEEDED, True),
        (NIGHT, "morning", ResidentAnswer.SOMEBODY_ELSE, True),
        (NIGHT, "evening", ResidentAnswer.NOT_NEEDED, False),
    ):
        match, one = comes(office, way, part)
        office.clock.now, before = now, office.clock.now
        cw.answer_who_comes(office.director, one, answer, DAY if answer == ResidentAnswer.NOT_THEN else None)
        (word,) = of_kind(office, match, "visit_off" if answer == ResidentAnswer.NOT_THEN else "called_off")
        assert (word.way, word.status, at_once(office, word)) == (way, "queued", goes), (answer, part)
        office.clock.now = before


def test_what_is_off_on_a_later_day_waits_for_the_morning(office: Office) -> None:
    _, one = comes(office, ReachBy.TEXT, "morning", DAY + timedelta(days=1))
    office.clock.now = NIGHT
    cw.answer_who_comes(office.director, one, ResidentAnswer.NOT_NEEDED)
    (word,) = office.book.rows(MessageRow, lambda c: [c.kind == "called_off"])
    assert not at_once(office, word)


def test_the_times_of_the_need_say_which_part_of_a_day_it_is(office: Office) -> None:
    match, one = comes(office, ReachBy.TEXT, None)
    need = office.row("needs", office.row("matches", match)["need_id"])
    for slots, goes in (("wed_evening", False), ("wed_morning wed_evening", True), ("mon_evening", True)):
        office.set(need, "slots", slots)
        office.clock.now = EARLY
        cw.answer_who_comes(office.director, one, ResidentAnswer.NOT_NEEDED)
        word = of_kind(office, match, "called_off")[-1]
        assert at_once(office, word) == goes, slots
        step = next(each.action for each in cw.latest_actions(office.director) if each.verb == "answer_who_comes")
        cw.undo(office.director, step)
        need = office.row("needs", need["id"])


def test_a_resident_hears_at_once_that_nobody_comes(office: Office) -> None:
    match, _ = comes(office, ReachBy.EMAIL, "morning")
    offer = of_kind(office, match, "offer")[-1].id
    office.clock.now = EARLY
    cw.answer_offer(office.director, offer, "no")
    (word,) = of_kind(office, match, "nobody_comes")
    assert (word.status, at_once(office, word)) == ("queued", True)


def test_where_nothing_is_sent_or_they_cancel_by_a_call_ringing_can_t_wait(office: Office) -> None:
    for by_call in (False, True):
        match, one = comes(office, ReachBy.TEXT, "morning")
        switch_on(office, email=False, text=False)
        office.clock.now, before = EARLY, office.clock.now
        if by_call:
            need = office.row("matches", match)["need_id"]
            cw.resident_cancels(office.coordinator, need, seen="open", way="telephone", words=None)
        else:
            cw.answer_who_comes(office.director, one, ResidentAnswer.NOT_NEEDED)
        assert of_kind(office, match, "called_off") == []
        lines = [i for i in cw.today(office.director, EARLY) if i.kind == "tell_them"]
        assert [(line.urgency, line.who) for line in lines] == [("today", {volunteer_of(office, match)})]
        with office.book.reading() as reader:
            (call,) = cw.pressing_calls(reader, EARLY)
        assert call.about == match, "those on duty are told"
        cw.deal_with_contact(office.director, call.id)
        office.clock.now = before
        switch_on(office)
