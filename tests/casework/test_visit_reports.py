"""The volunteer says by their link how it went, that they meet again, or that they can't come after all."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.tables.message_codes import ResidentAnswer
from community.tables.row_types import VisitRow
from tests.casework.asking import jobs, switch_on
from tests.casework.coming import arrive, known, of_kind, resident_of, said_yes, tell, to_tell, told
from tests.casework.office import TODAY, Office


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def report(office: Office, link: str, status: str = "done", **visit: object) -> bool:
    return cw.report_visit(office.director, link, status, cw.Visit(**({"on": TODAY} | visit)))  # type: ignore[arg-type]


def visits(office: Office, match: str) -> list[tuple[str, str]]:
    return [(v.on, v.status) for v in office.book.rows(VisitRow, lambda c: [c.match_id == match], order="on")]


def test_help_given_is_written_down_once_and_completes_the_match(office: Office) -> None:
    match, link = known(office)
    assert report(office, link, minutes=45, miles=3.5)
    assert report(office, link, minutes=45, miles=3.5), "pressed twice"
    (visit,) = office.book.rows(VisitRow)
    assert (visit.on, visit.status, visit.minutes, visit.miles, visit.worried) == (
        TODAY.isoformat(), "done", 45, 3.5, None,
    )  # fmt: skip
    assert office.status(match) == "completed"
    assert office.status(office.row("matches", match)["need_id"]) == "closed"
    assert office.book.count("pairs") == 1
    assert to_tell(office) == []


def test_the_resident_is_asked_how_it_was_by_the_way_they_were_told(office: Office) -> None:
    match, link = known(office)
    report(office, link)
    (asked,) = of_kind(office, match, "residents_voice")
    assert (asked.to_whom, asked.way) == (resident_of(office, match), "text")
    assert jobs(office)[asked.id][1] > asked.at, "when the office opens next"


def test_a_resident_who_was_rung_is_not_written_to(office: Office) -> None:
    match = office.make_match("active")
    office.set(office.row("volunteers", office.row("matches", match)["volunteer_id"]), "telephone", "07700 900123")
    cw.tell_volunteer(office.handler, match, "text", seen="active")
    office.clock.pass_(hours=1)
    (link,) = of_kind(office, match, "resident_knows")
    assert report(office, link.id)
    assert of_kind(office, match, "residents_voice") == []


def test_meeting_again_makes_the_next_visit_and_a_lasting_pair(office: Office) -> None:
    match, link = known(office)
    again = TODAY + timedelta(days=7)
    assert report(office, link, again=again)
    assert visits(office, match) == [(TODAY.isoformat(), "done"), (again.isoformat(), "planned")]
    assert office.status(match) == "active"
    assert office.status(office.row("matches", match)["need_id"]) == "open"
    (pair,) = office.book.rows("pairs")
    assert pair["next_check"] is not None
    assert cw.see_visit(office.director, link).next_on == again.isoformat()
    (asks,) = of_kind(office, match, "how_was_it")
    assert jobs(office)[asks.id][1] > again.isoformat(), "the morning after"
    office.clock.pass_(days=7)
    assert report(office, link, on=again, minutes=30)
    assert visits(office, match)[-1] == (again.isoformat(), "done")
    assert [m.status for m in of_kind(office, match, "how_was_it")] == ["withdrawn"], "they have said so"
    assert office.status(match) == "completed"


def test_a_planned_visit_that_took_place_on_another_day_is_not_waited_for(office: Office) -> None:
    match, link = known(office)
    again = TODAY + timedelta(days=2)
    report(office, link, again=again)
    office.clock.pass_(days=4)
    report(office, link, on=TODAY + timedelta(days=4))
    assert [status for _, status in visits(office, match)] == ["done", "cancelled", "done"]


@pytest.mark.parametrize(
    "visit",
    [
        {"on": TODAY + timedelta(days=1)},
        {"minutes": 0},
        {"minutes": 1441},
        {"miles": -1},
        {"miles": 501},
        {"again": TODAY},
        {"again": TODAY - timedelta(days=1)},
        {"again": TODAY + timedelta(days=500)},
    ],
)
def test_odd_days_minutes_and_miles_are_asked_about(office: Office, visit: dict[str, object]) -> None:
    match, link = known(office)
    with pytest.raises(cw.NotNow):
        report(office, link, **visit)
    assert visits(office, match) == []
    with pytest.raises(cw.NotNow):
        report(office, link, "no_show")


def test_nobody_opened_stays_on_today_until_somebody_has_found_out(office: Office) -> None:
    match, link = known(office)
    report(office, link, "not_in")
    assert office.status(match) == "active"
    (item,) = [item for item in cw.today(office.handler, office.clock()) if item.kind == "tell_them"]
    assert (item.urgency, "nobody opened" in item.title) == ("today", True)
    assert item.who == {resident_of(office, match)}


def test_worry_is_a_call_that_can_t_wait(office: Office) -> None:
    _, link = known(office)
    report(office, link, worried=True)
    (item,) = [item for item in cw.today(office.handler, office.clock()) if item.kind == "tell_them"]
    assert (item.urgency, "worried" in item.title) == ("today", True)
    (visit,) = office.book.rows(VisitRow)
    assert visit.worried == "yes"


def test_who_can_t_come_after_all_is_replaced_and_the_resident_hears_of_it_at_once(office: Office) -> None:
    match, link = known(office)
    assert cw.cannot_come(office.director, link, "Ill")
    row = office.row("matches", match)
    assert (row["status"], row["ended_reason"]) == ("cancelled", "Ill")
    (word,) = of_kind(office, match, "nobody_comes")
    assert (word.to_whom, word.way, word.status) == (resident_of(office, match), "text", "queued")
    (line,) = to_tell(office)
    assert "that volunteer comes no more" in line
    assert any(item.kind == "promised" for item in cw.today(office.coordinator, office.clock()))
    with pytest.raises(cw.NotNow):
        cw.cannot_come(office.director, link)


def test_a_yes_taken_back_by_the_offer_s_link_tells_the_resident_too(office: Office) -> None:
    match, _ = told(office)
    (offer,) = of_kind(office, match, "offer")
    cw.answer_offer(office.director, offer.id, "no")
    assert len(of_kind(office, match, "nobody_comes")) == 1
    assert [m.status for m in of_kind(office, match, "resident_knows")] == ["withdrawn"]


def test_what_is_too_fast_for_a_person_is_not_taken(office: Office) -> None:
    match, _ = told(office)
    office.clock.pass_(hours=3)
    (link,) = of_kind(office, match, "resident_knows")
    cw.begin_sending(office.desk(cw.User("messages", "worker")), link.id)
    assert not report(office, link.id)
    assert not cw.cannot_come(office.director, link.id)
    assert (office.status(match), visits(office, match)) == ("active", [])


def test_after_the_end_nothing_is_reported(office: Office) -> None:
    match, link = known(office)
    cw.cancel(office.director, match, seen="active")
    with pytest.raises(cw.NotNow):
        report(office, link)


def test_the_same_by_telephone(office: Office) -> None:
    match = office.make_match("active")
    again = TODAY + timedelta(days=3)
    cw.done(office.handler, match, TODAY, 20, seen="active", miles=2, worried=True, again=again)
    assert visits(office, match) == [(TODAY.isoformat(), "done"), (again.isoformat(), "planned")]
    assert len(to_tell(office)) == 1
    cw.not_given(office.handler, match, TODAY - timedelta(days=1), "not_in", seen="active")
    assert len(to_tell(office)) == 2


def test_no_news_takes_a_closed_door_or_a_worry_off_today(office: Office) -> None:
    """Whoever is to be told something else is rung about that, and nobody would ask whether somebody is safe."""
    match, link = known(office)
    assert report(office, link, "not_in")
    office.clock.pass_(minutes=1)
    cw.cannot_come(office.director, link)
    assert [line.partition(": ")[2][:28] for line in to_tell(office)] == [
        "A volunteer stood at their d", "They were told who comes, an",
    ]  # fmt: skip
    match, link = known(office)
    assert report(office, link, worried=True, again=office.today + timedelta(days=3))
    assert cw.prove_who(office.director, link, "07700 900123")
    resident = office.row("residents", resident_of(office, match))
    cw.correct(
        office.director, "residents", resident["id"], "telephone", seen=resident["telephone"], now="01632 960998"
    )
    volunteer = office.row("matches", match)["volunteer_id"]
    lines = office.book.rows("contacts", lambda c: [c.with_whom == volunteer, c.status == "open"])
    assert sorted(line["words"][:12] for line in lines) == ["They are wor", "What they we"]


def test_a_closed_door_stays_on_today_when_somebody_else_is_told_to_come(office: Office) -> None:
    match, link = known(office)
    assert report(office, link, "not_in")
    cw.cancel(office.coordinator, match, seen="active", heard={resident_of(office, match)})
    chosen = cw.choose(office.coordinator, office.row("matches", match)["need_id"], office.make_volunteer())
    (other,) = [one for one in chosen.ids if one.startswith("M-")]
    cw.rang(office.coordinator, other, "yes", seen="approved")
    arrive(office, tell(office, other))
    assert office.status(other) == "active"
    assert any("nobody opened" in line for line in to_tell(office))


@pytest.mark.parametrize("written", ["not_in", "cancelled"])
def test_a_first_day_that_is_agreed_anew_holds_whatever_came_to_nothing_before(office: Office, written: str) -> None:
    """It is shown to both, and can be called off, though another day's visit was called off or nobody opened."""
    match = said_yes(office)
    tell(office, match, on=TODAY + timedelta(days=2))
    if written == "cancelled":
        cw.call_off_visit(office.coordinator, match, TODAY + timedelta(days=2), seen="accepted")
    else:
        cw.not_given(office.coordinator, match, TODAY, "not_in", seen="accepted")
    day = TODAY + timedelta(days=3)
    message = tell(office, match, on=day)
    arrive(office, message)
    (link,) = of_kind(office, match, "resident_knows")
    seen = cw.see_visit(office.director, link.id)
    assert (seen.next_on, seen.next_is_first) == (day.isoformat(), True)
    assert cw.see_who_comes(office.director, message).next_on == day.isoformat()
    office.clock.pass_(minutes=1)
    cw.answer_who_comes(office.director, message, ResidentAnswer.NOT_THEN, day)
    assert (day.isoformat(), "cancelled") in visits(office, match)
    assert office.row("matches", match)["first_on"] is None


def test_a_day_that_was_called_off_may_be_agreed_again_and_called_off_again(office: Office) -> None:
    match, message = told(office, on=TODAY + timedelta(days=2))
    day = TODAY + timedelta(days=2)
    cw.call_off_visit(office.coordinator, match, day, seen="active", heard={resident_of(office, match)})
    cw.agree_day(office.handler, match, day)
    assert cw.see_who_comes(office.director, message).next_on == day.isoformat()
    again = cw.call_off_visit(office.coordinator, match, day, seen="active", heard={resident_of(office, match)})
    (off,) = [one for one in again.ids if one.startswith("D-")]
    assert cw.why_not_passed_on(office.director, off) is None, "the volunteer hears of it a second time"
