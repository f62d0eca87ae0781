"""A resident who was told who comes by a message answers by its link: fine, another day, somebody else, no more."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.book import Record
from community.book.concern_register import keep_apart
from community.tables.message_codes import ResidentAnswer
from community.tables.row_types import ContactRow
from tests.casework.asking import ask, jobs, switch_on, worker
from tests.casework.coming import arrive, of_kind, resident_of, said_yes, tell, to_tell, told
from tests.casework.office import TODAY, Office


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def test_the_link_tells_who_comes_by_first_name_and_neither_surname_nor_address(office: Office) -> None:
    match, message = told(office, on=TODAY, part="afternoon")
    seen = cw.see_who_comes(office.director, message)
    assert (seen.state, seen.who, seen.task) == ("comes", "Vera", "dog walking")
    assert (seen.first_on, seen.first_part, seen.match_id) == (TODAY.isoformat(), "afternoon", match)
    assert "Volunteer" not in str(vars(seen))
    assert "High Street" not in str(vars(seen))


def test_fine_opens_name_and_address_to_the_volunteer_at_once(office: Office) -> None:
    match, message = told(office)
    with pytest.raises(cw.NotNow):
        cw.release(office.handler, match, seen="active")
    assert cw.answer_who_comes(office.director, message, ResidentAnswer.FINE) == "comes"
    assert cw.release(office.handler, match, seen="active").words


def test_another_day_leaves_all_as_it_is_and_somebody_rings_once(office: Office) -> None:
    match, message = told(office)
    for _ in range(2):
        assert cw.answer_who_comes(office.director, message, ResidentAnswer.ANOTHER_DAY) == "comes"
    assert office.status(match) == "active"
    (line,) = to_tell(office)
    assert "another day" in line


def test_somebody_else_calls_it_off_and_keeps_the_two_apart(office: Office) -> None:
    match, message = told(office)
    volunteer = office.row("matches", match)["volunteer_id"]
    assert cw.answer_who_comes(office.director, message, ResidentAnswer.SOMEBODY_ELSE) == "over"
    assert office.status(match) == "cancelled"
    assert office.row("residents", resident_of(office, match))["avoids"] == volunteer
    need = office.row("matches", match)["need_id"]
    assert office.status(need) == "open", "somebody else is looked for"
    with pytest.raises(cw.NotNow):
        cw.choose(office.director, need, volunteer)
    (line,) = to_tell(office)
    assert "called off" in line, "the volunteer is rung; the resident said so themselves"


def test_no_more_closes_the_need_and_the_volunteer_hears_of_it_at_once(office: Office) -> None:
    match, message = told(office, on=TODAY)
    assert cw.answer_who_comes(office.director, message, ResidentAnswer.NOT_NEEDED) == "over"
    need = office.row("needs", office.row("matches", match)["need_id"])
    assert (need["status"], need["closed_reason"]) == ("closed", "not_wanted")
    (off,) = of_kind(office, match, "called_off")
    assert (off.to_whom, off.status) == (office.row("matches", match)["volunteer_id"], "queued")
    assert jobs(office)[off.id][0] == "waiting"
    assert cw.begin_sending(worker(office), off.id) is not None
    (item,) = [item for item in cw.today(office.handler, office.clock()) if item.kind == "tell_them"]
    assert item.urgency == "today", "they were to come today"


def test_a_volunteer_who_was_only_rung_is_rung(office: Office) -> None:
    match = office.make_match("accepted", address="1 High Street")
    office.set(office.row("residents", resident_of(office, match)), "telephone", "07700 900456")
    message = tell(office, match)
    cw.begin_sending(worker(office), message)
    office.clock.pass_(minutes=1)
    cw.answer_who_comes(office.director, message, ResidentAnswer.NOT_NEEDED)
    assert of_kind(office, match, "called_off") == []
    assert len(to_tell(office)) == 1


def test_without_a_channel_any_more_nothing_is_queued(office: Office) -> None:
    match, message = told(office)
    switch_on(office, email=False)
    cw.answer_who_comes(office.director, message, ResidentAnswer.NOT_NEEDED)
    assert of_kind(office, match, "called_off") == []


def test_an_answer_shows_that_a_message_has_arrived_of_which_nobody_knew(office: Office) -> None:
    match = said_yes(office)
    message = tell(office, match)
    cw.begin_sending(worker(office), message)
    office.clock.pass_(minutes=1)
    assert office.status(match) == "accepted"
    cw.answer_who_comes(office.director, message, ResidentAnswer.FINE)
    assert office.status(match) == "active"
    assert cw.release(office.handler, match, seen="active").words


def test_what_is_too_fast_for_a_person_changes_nothing(office: Office) -> None:
    match = said_yes(office)
    message = tell(office, match)
    cw.begin_sending(worker(office), message)
    for answer in ResidentAnswer:
        assert cw.answer_who_comes(office.director, message, answer) == "doubted"
    assert office.status(match) == "accepted"
    assert office.book.rows(ContactRow, lambda c: [c.outcome == "no"]) == []
    assert len(to_tell(office)) == 1


@pytest.mark.parametrize("answer", ResidentAnswer)
def test_what_is_settled_already_is_not_answered_again(office: Office, answer: ResidentAnswer) -> None:
    match, message = told(office)
    cw.cancel(office.director, match, seen="active")
    before = office.everything()
    assert cw.see_who_comes(office.director, message).state == "over"
    with pytest.raises(cw.NotNow):
        cw.answer_who_comes(office.director, message, answer)
    assert office.everything() == before


def test_nobody_whom_a_concern_names_is_said_to_come(office: Office) -> None:
    match, message = told(office)
    named = Record("volunteers", office.row("matches", match)["volunteer_id"])
    office.book.write(lambda c: keep_apart(c, f"X-{match}", [named]))
    with pytest.raises(cw.LinkClosed):
        cw.see_who_comes(office.director, message)
    with pytest.raises(cw.LinkClosed):
        cw.answer_who_comes(office.director, message, ResidentAnswer.FINE)


def test_only_the_message_that_told_them_opens_it(office: Office) -> None:
    match = said_yes(office)
    first = tell(office, match)
    tell(office, match)
    (offer,) = of_kind(office, match, "offer")
    for message in (first, offer.id, "D-0000-0000-0", ""):
        with pytest.raises(cw.LinkClosed):
            cw.see_who_comes(office.director, message)
        with pytest.raises(cw.LinkClosed):
            cw.answer_who_comes(office.director, message, ResidentAnswer.NOT_NEEDED)
    assert office.status(match) == "accepted"


@pytest.mark.parametrize(("day", "waits"), [(3, "withdrawn"), (7, "queued")])
def test_another_day_keeps_back_only_what_tells_of_that_day(office: Office, day: int, waits: str) -> None:
    """Two help in one need, each on a day of their own, or both on one."""
    match, message = told(office, on=TODAY + timedelta(days=3))
    need = office.row("needs", office.row("matches", match)["need_id"])
    office.set(need, "people", 2)
    chosen = cw.choose(office.director, str(need["id"]), office.make_volunteer(email="b@example.org"))
    (other,) = [one for one in chosen.ids if one.startswith("M-")]
    asked = ask(office, other)
    arrive(office, asked)
    cw.answer_offer(office.director, asked, "yes")
    arrive(office, tell(office, other, on=TODAY + timedelta(days=day)))
    cw.answer_who_comes(office.director, message, ResidentAnswer.ANOTHER_DAY)
    for kind in ("resident_knows", "how_was_it"):
        assert [m.status for m in of_kind(office, match, kind)] == ["withdrawn"]
        assert [m.status for m in of_kind(office, other, kind)] == [waits]
