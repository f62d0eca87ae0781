"""One visit is called off by either of the two, or for them; the help goes on, and whoever expects it is told."""

from datetime import date, timedelta

import pytest

import community.casework as cw
from community.tables.message_codes import ResidentAnswer
from community.tables.row_types import VisitRow
from tests.casework.asking import switch_on, worker
from tests.casework.coming import arrive, known, of_kind, resident_of, to_tell, told
from tests.casework.office import TODAY, Office


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


SOON = TODAY + timedelta(days=3)


def agreed(office: Office, on: date = SOON) -> tuple[str, str]:
    """A match that goes on, with a visit planned for this day, and the volunteer's link."""
    match, link = known(office)
    cw.done(office.handler, match, TODAY, again=on, seen="active")
    return match, link


def visits(office: Office, match: str) -> list[tuple[str, str]]:
    rows = office.book.rows(VisitRow, lambda c: [c.match_id == match], order="on")
    return [(row.on, row.status) for row in rows]


def words(office: Office, message: str) -> cw.MessageFacts:
    return cw.facts_of(worker(office), message)


def test_a_volunteer_who_can_t_come_once_is_not_expected_and_the_resident_is_told(office: Office) -> None:
    match, link = agreed(office)
    assert cw.see_visit(office.director, link).next_on == SOON.isoformat()
    assert cw.cannot_come_then(office.director, link, SOON)
    assert visits(office, match) == [(TODAY.isoformat(), "done"), (SOON.isoformat(), "cancelled")]
    assert office.status(match) == "active"
    assert cw.see_visit(office.director, link).next_on is None
    (word,) = of_kind(office, match, "not_this_day")
    assert (word.to_whom, word.status) == (resident_of(office, match), "queued")
    assert words(office, word.id).first_on == SOON
    (line,) = to_tell(office)
    assert "nobody comes now; the help itself goes on" in line
    assert [m.status for m in of_kind(office, match, "how_was_it")] == ["withdrawn"]
    with pytest.raises(cw.NotNow):
        cw.cannot_come_then(office.director, link, SOON)


def test_the_first_day_is_called_off_alone_and_another_may_be_agreed(office: Office) -> None:
    match, message = told(office, on=SOON)
    seen = cw.see_who_comes(office.director, message)
    assert seen.next_on == SOON.isoformat()
    cw.answer_who_comes(office.director, message, ResidentAnswer.NOT_THEN, SOON)
    row = office.row("matches", match)
    assert (row["status"], row["first_on"], visits(office, match)) == (
        "active",
        None,
        [(SOON.isoformat(), "cancelled")],
    )
    (off,) = of_kind(office, match, "visit_off")
    assert (off.to_whom, words(office, off.id).first_on) == (row["volunteer_id"], SOON)
    (line,) = to_tell(office)
    assert "not expected now" in line
    cw.agree_day(office.handler, match, SOON + timedelta(days=1))
    assert visits(office, match)[-1] == ((SOON + timedelta(days=1)).isoformat(), "planned")
    assert cw.see_who_comes(office.director, message).next_on == (SOON + timedelta(days=1)).isoformat()


def test_twenty_minutes_before_it_can_t_wait(office: Office) -> None:
    match, link = agreed(office, TODAY + timedelta(days=1))
    office.clock.pass_(days=1)
    (message,) = of_kind(office, match, "who_comes")
    cw.answer_who_comes(office.director, message.id, ResidentAnswer.NOT_THEN, TODAY + timedelta(days=1))
    (line,) = [i for i in cw.today(office.director, office.clock()) if i.kind == "tell_them"]
    assert (line.urgency, line.who) == ("today", {office.row("matches", match)["volunteer_id"]})
    assert cw.see_visit(office.director, link).next_on is None


def test_whoever_has_heard_is_not_told_and_both_are_where_nobody_has(office: Office) -> None:
    match, _ = agreed(office)
    resident, volunteer = resident_of(office, match), office.row("matches", match)["volunteer_id"]
    done = cw.call_off_visit(office.handler, match, SOON, seen="active", heard={resident})
    assert [c["with_whom"] for c in office.book.rows("contacts", lambda c: [c.status == "open"])] == [volunteer]
    cw.undo(office.handler, done.id)
    assert visits(office, match)[-1] == (SOON.isoformat(), "planned")
    assert to_tell(office) == []
    assert [m.status for m in of_kind(office, match, "visit_off")] == []
    cw.call_off_visit(office.coordinator, match, SOON, seen="active")
    open_calls = office.book.rows("contacts", lambda c: [c.status == "open"])
    assert {c["with_whom"] for c in open_calls} == {resident, volunteer}


def test_who_has_read_it_hears_that_it_takes_place_after_all(office: Office) -> None:
    match, _ = agreed(office)
    done = cw.call_off_visit(office.handler, match, SOON, seen="active", heard={resident_of(office, match)})
    (off,) = of_kind(office, match, "visit_off")
    arrive(office, off.id)
    cw.undo(office.handler, done.id)
    assert any("all is as before" in line for line in to_tell(office))


def test_what_has_not_gone_by_then_is_not_sent_where_it_takes_place_after_all(office: Office) -> None:
    match, _ = agreed(office)
    cw.call_off_visit(office.handler, match, SOON, seen="active", heard={resident_of(office, match)})
    (off,) = of_kind(office, match, "visit_off")
    cw.agree_day(office.handler, match, SOON)
    assert visits(office, match)[-1] == (SOON.isoformat(), "planned")
    assert cw.why_not_passed_on(office.director, off.id) is not None


def test_a_day_that_is_over_or_on_which_nobody_comes_is_refused_and_so_is_too_fast_an_answer(office: Office) -> None:
    match, _ = agreed(office)
    for day in (TODAY - timedelta(days=1), SOON + timedelta(days=1)):
        with pytest.raises(cw.NotNow):
            cw.call_off_visit(office.handler, match, day, seen="active")
    fresh, _ = told(office, on=SOON)
    office.clock.pass_(hours=3)
    (knows,) = of_kind(office, fresh, "resident_knows")
    cw.begin_sending(worker(office), knows.id)
    cw.note_delivery(worker(office), knows.id, "sent", None)
    assert not cw.cannot_come_then(office.director, knows.id, SOON)
    assert office.row("matches", fresh)["first_on"] == SOON.isoformat()
