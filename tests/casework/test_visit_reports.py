"""The volunteer says by their link how it went, that they meet again, or that they can't come after all."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.tables.row_types import VisitRow
from tests.casework.asking import jobs, switch_on
from tests.casework.coming import known, of_kind, resident_of, to_tell, told
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
