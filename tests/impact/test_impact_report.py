"""The figures of a period, reckoned from a small book, and what outsiders may read of them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import community.casework as cw
from community import impact
from community.book.equality_answers import take_equality_answers, write_equality_answers
from community.impact import ImpactReport, ImpactTable, Measure, Period
from community.impact.figures_told import FEW, FiguresTold
from community.tables.verbs import Verb
from tests.casework.life import enquiry_of
from tests.casework.office import ELSEWHERE, HUB, MONDAY, TODAY, Office, open_office

WEEK = Period(TODAY, TODAY + timedelta(days=6))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Give an office on a Monday."""
    found = open_office(tmp_path)
    yield found
    found.book.close()


def told(office: Office, who: cw.WorkContext | None = None, period: Period = WEEK, **how: bool) -> ImpactReport:
    return impact.impact_report(impact.impact_facts(who or office.director), period, office.settings, **how)


def measure(report: ImpactReport, name: str) -> Measure:
    (found,) = (one for some in report.measures.values() for one in some if one.name == name)
    return found


def lines(report: ImpactReport, table: str) -> dict[str, dict[str, int | None]]:
    (found,) = (each for each in (report.over_time, *report.tables) if each.name.startswith(table))
    return {name: dict(zip(found.headers, line, strict=True)) for name, line in found.rows}


def help_once(office: Office, minutes: int | None = 30, **need: object) -> str:
    match = office.make_match("active", **need)
    cw.done(office.director, match, TODAY, minutes, seen="active")
    return match


def test_an_empty_book_has_no_figures_and_no_faults(office: Office) -> None:
    for outside in (False, True):
        report = told(office, outside=outside)
        assert measure(report, "Tasks done").value == "0"
        assert measure(report, "Answered in time").value == "none yet"
        assert measure(report, "Cost of a completed task").value == "not reckoned"


def test_tasks_people_and_hours_are_counted_apart(office: Office) -> None:
    first = help_once(office)
    resident = office.row("needs", office.row("matches", first)["need_id"])["resident_id"]
    help_once(office, resident=resident)
    help_once(office, minutes=None)
    report = told(office)
    assert (measure(report, "Tasks done").value, measure(report, "Tasks done").of) == ("3", "for 2 people")
    assert measure(report, "People helped").value == "2"
    assert measure(report, "Hours given").value == "1"
    assert measure(report, "Hours given").of == "told for 2 of 3 tasks"
    assert measure(report, "Waiting now").value == "0"
    assert measure(report, "Needs met").value == "100%"
    assert measure(report, "From applying to a first task").value == "100%"
    assert lines(report, "By hub")["All"]["Tasks done"] == 3


def test_what_was_done_and_taken_back_is_not_counted(office: Office) -> None:
    match = office.make_match("active")
    done = cw.done(office.director, match, TODAY, 30, seen="active")
    assert measure(told(office), "Needs met").value == "100%"
    cw.undo(office.director, done.id)
    report = told(office)
    assert measure(report, "Tasks done").value == "0"
    assert measure(report, "Needs met").value == "none yet"


def test_the_wait_for_an_answer_ends_with_a_decision_and_begins_anew_where_it_is_taken_back(office: Office) -> None:
    request = office.make_request()
    late = office.make_request()
    office.make_request(channel="telephone")
    office.clock.pass_(hours=3)
    done = cw.triage(office.director, request, seen="new")
    office.clock.pass_(days=4)
    cw.no_answer(office.director, late, seen="new")
    report = told(office)
    assert measure(report, "Until a person answered").value == "3 hours"
    assert measure(report, "Answered in time").of == "1 of 2 that came in writing"
    cw.undo(office.director, done.action.id)
    assert measure(told(office), "Until a person answered").value == "none yet"


def test_somebody_who_asks_a_second_time_is_told_from_somebody_new(office: Office) -> None:
    need = office.row("needs", office.make_need())
    office.make_need()
    office.clock.pass_(days=7)
    office.make_need(resident=need["resident_id"])
    after = Period(TODAY + timedelta(days=7), TODAY + timedelta(days=13))
    assert measure(told(office), "People who asked before").of == "0 of 2 people who asked"
    assert measure(told(office, period=after), "People who asked before").of == "1 of 1 person who asked"


def test_a_cost_is_reckoned_by_the_days_of_the_period(office: Office) -> None:
    help_once(office)
    settings = office.settings.model_copy(
        update={"impact": office.settings.impact.model_copy(update={"costs_a_year": 3650})}
    )
    report = impact.impact_report(impact.impact_facts(office.director), WEEK, settings)
    found = measure(report, "Cost of a completed task")
    assert (found.value, found.of) == ("£70", "£70 for 7 days, 1 task done")
    assert "£40.74" in found.how
    outside = impact.impact_report(impact.impact_facts(office.director), WEEK, settings, outside=True)
    assert measure(outside, "Cost of a completed task").value == FEW, "it would tell how many tasks there were"


def test_a_coordinator_reads_the_figures_of_their_hub_and_a_call_handler_none(office: Office) -> None:
    help_once(office)
    help_once(office, hub=ELSEWHERE)
    assert measure(told(office), "Tasks done").value == "2"
    report = told(office, office.coordinator)
    assert measure(report, "Tasks done").value == "1"
    assert set(lines(report, "By hub")) == {office.settings.hubs[HUB].name, "All"}
    with pytest.raises(cw.NotAllowed):
        impact.impact_facts(office.handler)


def test_an_organisation_that_was_helped_is_no_person(office: Office) -> None:
    match = help_once(office)
    person = office.row("residents", str(office.row("needs", office.row("matches", match)["need_id"])["resident_id"]))
    body = office.book.append("organisations", {"name": "A hostel", "status": "approved"}, by="test").id
    office.set(person, "organisation_id", body)
    found = measure(told(office), "Tasks done")
    assert found.of == "for 0 people and 1 organisation"


def test_of_those_who_asked_for_a_role_how_many_began_and_how_long_it_took(office: Office) -> None:
    name = "From asking for a role to a placement"
    assert measure(told(office), name).value == "none yet"
    asked = [enquiry_of(office, introduced=True) for _ in range(2)] + [enquiry_of(office)]
    office.clock.pass_(days=9)
    done = cw.happened(office.coordinator, Verb.PLACED, asked[0], {"on": TODAY + timedelta(days=9)})
    found = measure(told(office), name)
    assert (found.value, found.of) == ("33%", "1 of 3 who asked")
    assert "Introduced to the organisation: 2." in found.how
    assert found.how.endswith("at most: 9 days.")
    assert measure(told(office), "Placed in an organisation’s role").value == "0", "they began after that week"
    assert measure(told(office, outside=True), name).value == FEW
    cw.undo(office.coordinator, done.id)
    assert measure(told(office), name).value == "0%"


def test_outsiders_read_no_small_number(office: Office) -> None:
    for _ in range(6):
        help_once(office)
    help_once(office, hub=ELSEWHERE)
    office.make_need()
    assert re.search(r"\b[1-4]\b", lines_as_text(told(office)))
    report = told(office, outside=True)
    assert not re.search(r"\b[1-4]\b", lines_as_text(report)), lines_as_text(report)
    for one in (one for some in report.measures.values() for one in some):
        assert not re.search(r"\b[1-46-9]\b(?! hour)", f"{one.value} {one.of}".replace("7 days", "")), one
    assert measure(report, "Tasks done").value == "5"


def lines_as_text(report: ImpactReport) -> str:
    return " ".join(str(n) for each in (report.over_time, *report.tables) for _, line in each.rows for n in line)


@given(st.integers(0, 40), st.integers(0, 40))
def test_no_share_and_no_count_tells_outsiders_of_one_to_four(part: int, rest: int) -> None:
    say = FiguresTold(outside=True)
    for many in (part, part + rest):
        assert say.count(many) in {"fewer than 5", *map(str, range(0, 100, 5))}
        assert (say.count(many) == "fewer than 5") == (0 < many < 5)
    assert (say.share(part, part + rest) == FEW) == (0 < part < 5 or 0 < rest < 5)
    assert FiguresTold(outside=False).count(part) == str(part)


def test_a_hidden_number_is_not_found_by_subtraction() -> None:
    table = ImpactTable("t", ("n",), (("a", (20,)), ("b", (1,)), ("All", (21,))), adds_up=(0,))
    shown = dict(table.for_outsiders().rows)
    assert shown["b"] == (None,)
    assert shown["All"] == (20,), "one to four more may be rounded away, so it can be shown"


def test_what_came_on_sundays_evening_in_london_belongs_to_sunday(office: Office) -> None:
    office.clock.now = MONDAY.replace(month=6, day=28, hour=22, minute=30)
    office.make_request()
    assert told(office, period=Period(date(2026, 6, 28), date(2026, 6, 28))).over_time.rows[0][1][0] == 1
    office.clock.now = MONDAY.replace(month=6, day=28, hour=23, minute=30)
    office.make_request()
    assert told(office, period=Period(date(2026, 6, 29), date(2026, 6, 29))).over_time.rows[0][1][0] == 1


def test_answers_about_equality_are_counted_in_whole_months_and_small_numbers_are_hidden_from_everybody(
    office: Office,
) -> None:
    def tell(month: str, answer: str, many: int) -> None:
        given = [("volunteer.age", answer)]
        for number in range(many):
            key = f"{month}{answer}{number}"
            office.book.remember(partial(take_equality_answers, given=given, month=month, key=key))
        office.book.remember(lambda connection: write_equality_answers(connection, "2099-01"))

    for month in ("2026-01", "2026-02"):
        tell(month, "18_24", 6)
        tell(month, "45_64", 2)
    tell("2026-03", "80_on", 50)
    period = Period(date(2026, 1, 1), date(2026, 3, 30))
    for who in (office.director, office.desk(cw.User("Tess Trustee", "trustee"))):
        found = lines(told(office, who, period), "Age, of those")
        assert found["18 to 24"]["Volunteer"] == 10
        assert found["45 to 64"]["Volunteer"] is None
        assert found["80 or older"]["Volunteer"] == 0
    week = told(office, period=Period(date(2026, 1, 1), date(2026, 1, 30)))
    assert not [each for each in week.tables if each.name.startswith("Age")]
    assert not [each for each in told(office, office.coordinator, period).tables if each.name.startswith("Age")]
