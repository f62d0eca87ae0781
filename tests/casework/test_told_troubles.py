"""A match that is told, and what goes wrong on the way: nobody waits in vain, and no worry is lost."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.tables.message_codes import BounceKind, ResidentAnswer, SendOutcome
from community.tables.row_types import ContactRow, VisitRow
from community.tables.vocabulary import ReachBy
from tests.casework.asking import message, switch_on, worker
from tests.casework.coming import arrive, known, of_kind, resident_of, said_yes, tell, to_tell, told
from tests.casework.office import TODAY, Office


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def report(office: Office, link: str, status: str = "done", **visit: object) -> bool:
    return cw.report_visit(office.director, link, status, cw.Visit(**({"on": TODAY} | visit)))  # type: ignore[arg-type]


def test_a_worry_that_is_told_with_a_second_report_is_not_lost(office: Office) -> None:
    match, link = known(office)
    again = TODAY + timedelta(days=3)
    report(office, link, again=again)
    report(office, link, again=again, worried=True, minutes=30)
    report(office, link, again=again, worried=True)
    assert sum("worried" in line for line in to_tell(office)) == 1
    (visit,) = office.book.rows(VisitRow, lambda c: [c.match_id == match, c.status == "done"])
    assert (visit.worried, visit.minutes) == ("yes", 30)


def test_a_door_that_stays_closed_in_the_evening_too_is_on_today_again(office: Office) -> None:
    _, link = known(office)
    report(office, link, "not_in")
    report(office, link, "not_in")
    (call,) = office.book.rows(ContactRow, lambda c: [c.status == "open"])
    cw.deal_with_contact(office.handler, call.id)
    report(office, link, "not_in")
    assert sum("nobody opened" in line for line in to_tell(office)) == 1


@pytest.mark.parametrize(("status", "visit"), [("done", {"worried": True}), ("not_in", {})])
def test_a_worry_about_help_that_is_over_is_not_lost(office: Office, status: str, visit: dict[str, object]) -> None:
    match, link = known(office)
    report(office, link)
    assert office.status(match) == "completed"
    assert report(office, link, status, **visit)
    assert len(to_tell(office)) == 1


def test_a_resident_whose_message_may_have_gone_hears_that_it_is_off(office: Office) -> None:
    match = said_yes(office)
    one = tell(office, match)
    cw.begin_sending(worker(office), one)
    cw.cancel(office.director, match, seen="accepted")
    assert sum("comes no more" in line for line in to_tell(office)) == 1
    cw.note_delivery(worker(office), one, SendOutcome.SENT, None)
    assert sum("comes no more" in line for line in to_tell(office)) == 1, "once"


def test_a_message_that_goes_while_it_is_called_off_leads_to_a_call(office: Office) -> None:
    match = said_yes(office)
    one = tell(office, match)
    cw.begin_sending(worker(office), one)
    office.set(office.row("matches", match), "status", "cancelled")
    cw.settle_message(office.handler, one, arrived=True)
    assert sum("comes no more" in line for line in to_tell(office)) == 1


def test_what_is_off_by_a_message_and_on_again_by_an_undo_is_told(office: Office) -> None:
    match, message_ = told(office)
    cw.answer_who_comes(office.director, message_, ResidentAnswer.NOT_NEEDED)
    (off,) = of_kind(office, match, "called_off")
    arrive(office, off.id)
    step = next(each.action for each in cw.latest_actions(office.director) if each.verb == "answer_who_comes")
    cw.undo(office.director, step)
    assert office.status(match) == "active"
    assert sum("all is as before" in line for line in to_tell(office)) == 1


def test_another_day_holds_back_what_names_the_old_one_until_both_know_the_new(office: Office) -> None:
    match, message_ = told(office, on=TODAY + timedelta(days=1))
    cw.answer_who_comes(office.director, message_, ResidentAnswer.ANOTHER_DAY)
    left = [*of_kind(office, match, "resident_knows"), *of_kind(office, match, "how_was_it")]
    assert [each.status for each in left] == ["withdrawn", "withdrawn"]
    new = TODAY + timedelta(days=4)
    cw.agree_day(office.handler, match, new, "morning")
    row = office.row("matches", match)
    assert (row["first_on"], row["first_part"], row["status"]) == (new.isoformat(), "morning", "active")
    assert to_tell(office) == []
    assert [each.status for each in of_kind(office, match, "resident_knows")] == ["withdrawn", "queued"]
    assert cw.release(office.handler, match, seen="active").words, "they agreed by telephone"
    with pytest.raises(cw.NotNow):
        cw.agree_day(office.handler, match, TODAY - timedelta(days=1))


def test_a_day_that_is_agreed_anew_takes_the_place_of_the_old_one_in_what_has_not_gone(office: Office) -> None:
    match, _ = told(office, on=TODAY + timedelta(days=1))
    cw.agree_day(office.handler, match, TODAY + timedelta(days=2))
    for kind in ("resident_knows", "how_was_it"):
        assert [each.status for each in of_kind(office, match, kind)] == ["withdrawn", "queued"]


def test_another_day_takes_the_place_of_the_visit_that_was_planned(office: Office) -> None:
    match, link = known(office)
    days = [TODAY + timedelta(days=days) for days in (1, 3, 7)]

    def planned() -> list[str]:
        return [v.on for v in office.book.rows(VisitRow, lambda c: [c.match_id == match, c.status == "planned"])]

    cw.done(office.handler, match, TODAY, again=days[0], seen="active")
    for day in (days[1], days[0], days[2]):
        moved = cw.agree_day(office.handler, match, day)
        seen = cw.see_visit(office.director, link)
        assert (planned(), seen.next_on, seen.next_is_first) == ([day.isoformat()], day.isoformat(), False)
    cw.undo(office.handler, moved.id)
    assert planned() == [days[0].isoformat()]
    office.clock.pass_(days=3)
    cw.done(office.handler, match, days[1], seen="active")
    assert office.status(match) == "completed", "they went on the day that had been called off"


def test_no_message_tells_of_a_day_that_is_over(office: Office) -> None:
    match = said_yes(office)
    one = tell(office, match, on=TODAY)
    letter_of = said_yes(office)
    other = tell(office, letter_of, ReachBy.LETTER)
    office.set(office.row("matches", letter_of), "first_on", TODAY.isoformat())
    office.clock.pass_(days=1)
    assert cw.begin_sending(worker(office), one) is None
    assert message(office, one).status == "withdrawn"
    with pytest.raises(cw.NotNow, match="day"):
        cw.pass_on(office.handler, other)
    kinds = [item.kind for item in cw.today(office.handler, office.clock())]
    assert "resident_to_tell" in kinds


def test_a_day_before_which_they_cannot_object_is_refused_for_two_who_are_new(office: Office) -> None:
    match = said_yes(office)
    with pytest.raises(cw.NotNow, match="may object until"):
        cw.tell_resident(office.handler, match, ReachBy.LETTER, on=TODAY + timedelta(days=1))
    office.make_known(match)
    cw.tell_resident(office.handler, match, ReachBy.LETTER, on=TODAY + timedelta(days=1))


def test_whoever_covers_hears_that_the_need_is_met(office: Office) -> None:
    match, link = known(office)
    volunteer = str(office.row("matches", match)["volunteer_id"])
    cw.move_volunteer(office.director, volunteer, "paused", seen="ready")
    need = office.row("matches", match)["need_id"]
    cover = cw.choose(office.director, need, office.make_volunteer()).ids[0]
    cw.rang(office.director, cover, "yes", seen="approved")
    report(office, link)
    assert office.status(cover) == "cancelled"
    assert sum("called off" in line for line in to_tell(office)) == 1


def test_a_volunteer_who_knows_is_asked_to_wait_once_the_resident_turns_out_not_to(office: Office) -> None:
    match, link = known(office)
    cw.prove_who(office.director, link, "0123")
    (one,) = of_kind(office, match, "who_comes")
    cw.note_bounce(worker(office), one.id, BounceKind.HARD)
    assert office.status(match) == "accepted"
    assert sum("ask them to wait" in line for line in to_tell(office)) == 1


def test_who_was_told_before_an_undo_is_asked_to_wait(office: Office) -> None:
    match = office.make_match("active")
    step = next(each.action for each in cw.latest_actions(office.director) if each.verb == "resident_told")
    office.set(office.row("matches", match), "released_at", "2026-11-23T10:00:00.000Z")
    cw.undo(office.director, step)
    assert sum("ask them to wait" in line for line in to_tell(office)) == 1


def test_a_late_bounce_undoes_nothing_that_has_happened(office: Office) -> None:
    match, message_ = told(office)
    cw.answer_who_comes(office.director, message_, ResidentAnswer.FINE)
    cw.note_bounce(worker(office), message_, BounceKind.HARD)
    assert office.status(match) == "active"
    other, link = known(office)
    report(office, link, again=TODAY + timedelta(days=3))
    (one,) = of_kind(office, other, "who_comes")
    cw.note_bounce(worker(office), one.id, BounceKind.HARD)
    assert office.status(other) == "active"
    assert [each.status for each in of_kind(office, other, "how_was_it")] == ["queued"]


def test_a_text_that_arrives_after_the_call_shuts_nothing_again(office: Office) -> None:
    match = said_yes(office)
    one = tell(office, match)
    cw.begin_sending(worker(office), one)
    cw.resident_told(office.handler, match)
    cw.note_delivery(worker(office), one, SendOutcome.SENT, None)
    assert cw.release(office.handler, match, seen="active").words
    assert len(of_kind(office, match, "resident_knows")) == 1


def test_a_yes_from_before_they_were_told_is_no_answer(office: Office) -> None:
    match = said_yes(office)
    told_us = {"with_whom": resident_of(office, match), "direction": "in", "outcome": "yes"}
    cw.log_contact(office.handler, match, **told_us)  # type: ignore[arg-type]
    office.clock.pass_(minutes=5)
    arrive(office, tell(office, match))
    with pytest.raises(cw.NotNow, match="may still object"):
        cw.release(office.handler, match, seen="active")


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("volunteers", "not_safe", "email"),
        ("volunteers", "died_on", "2026-11-23"),
        ("residents", "died_on", "2026-11-23"),
    ],
)
def test_a_link_closes_when_its_way_is_not_safe_or_somebody_has_died(
    office: Office, table: str, column: str, value: str
) -> None:
    match, link = known(office)
    one = office.row("matches", match)["volunteer_id"] if table == "volunteers" else resident_of(office, match)
    office.set(office.row(table, one), column, value)
    with pytest.raises(cw.LinkClosed):
        cw.see_visit(office.director, link)
    if table == "volunteers":
        with pytest.raises(cw.LinkClosed):
            cw.see_offer(office.director, of_kind(office, match, "offer")[0].id)


def test_a_visit_between_leaves_the_next_one_planned(office: Office) -> None:
    match, link = known(office)
    later = TODAY + timedelta(days=5)
    report(office, link, again=later)
    office.clock.pass_(days=2)
    report(office, link, on=TODAY + timedelta(days=2))
    assert office.status(match) == "active"
    assert cw.see_visit(office.director, link).next_on == later.isoformat()
    assert [each.status for each in of_kind(office, match, "how_was_it")] == ["queued"]


def test_the_link_by_which_it_was_reported_stays_open(office: Office) -> None:
    match, _ = told(office, on=TODAY)
    office.clock.pass_(days=1)
    (asks,) = of_kind(office, match, "how_was_it")
    cw.begin_sending(worker(office), asks.id)
    cw.note_delivery(worker(office), asks.id, SendOutcome.TRY_LATER, None)
    office.clock.pass_(hours=1)
    report(office, asks.id, "not_in")
    assert cw.see_visit(office.director, asks.id).reported is False
    assert message(office, asks.id).status == "sent"


def test_nobody_gets_a_link_before_the_resident_knows(office: Office) -> None:
    match = said_yes(office)
    office.make_known(match)
    with pytest.raises(cw.NotNow):
        cw.tell_volunteer(office.handler, match, ReachBy.EMAIL, seen="accepted")
