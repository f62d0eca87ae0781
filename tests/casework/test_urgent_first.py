"""Forty requests overnight, one of them urgent: it comes first at any hour, until somebody has dealt with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import community.casework as cw
from dashboard import page_queues
from tests.casework.office import Office, open_office

NIGHTS = {
    "an ordinary night": datetime(2026, 11, 24, 18, tzinfo=UTC),
    "a weekend": datetime(2026, 11, 27, 18, tzinfo=UTC),
    "the clocks go back": datetime(2026, 10, 24, 19, tzinfo=UTC),
    "the clocks go forward": datetime(2027, 3, 27, 20, tzinfo=UTC),
    "Christmas, at a weekend": datetime(2026, 12, 24, 20, tzinfo=UTC),
}
OTHERS = ("whenever", "this_week", "two_days", None)
MANY, URGENT = 40, 23


@dataclass
class Night:
    office: Office
    urgent: str
    began: datetime


@pytest.fixture(scope="module", params=NIGHTS)
def night(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    office = open_office(tmp_path_factory.mktemp("night"))
    office.clock.now = began = NIGHTS[request.param]
    ids = []
    for number in range(MANY):
        office.clock.pass_(minutes=20)
        ids.append(office.make_request(urgency="today" if number == URGENT else OTHERS[number % len(OTHERS)]))
    yield Night(office, ids[URGENT], began + timedelta(minutes=20 * (URGENT + 1)))
    office.book.close()


@settings(max_examples=10, deadline=None)
@given(later=st.integers(1, 12 * 24 * 60))
def test_at_any_hour_of_any_day_the_urgent_one_is_first(night: Night, later: int) -> None:
    now = night.began + timedelta(minutes=later)
    for context in (night.office.director, night.office.coordinator, night.office.handler):
        assert cw.today(context, now)[0].id == night.urgent
    assert page_queues.request_lines(night.office.handler, now)[0].id == night.urgent


def test_of_equally_urgent_lines_the_one_due_first_comes_first(office: Office) -> None:
    late = office.make_request(urgency="two_days")
    office.clock.pass_(days=3)
    soon = office.make_request(urgency="two_days")
    urgent = office.make_request(urgency="today")
    assert [i.id for i in cw.today(office.handler, office.clock())] == [urgent, late, soon]


def test_nobody_said_how_soon_is_this_week(office: Office) -> None:
    ids = [office.make_request(urgency=each) for each in ("whenever", None, "two_days")]
    assert [i.id for i in cw.today(office.handler, office.clock())] == ids[::-1]


def test_what_was_promised_and_is_missing_comes_next_to_the_urgent(office: Office) -> None:
    match = office.make_match("active", urgency="whenever")
    soon, urgent = office.make_request(urgency="two_days"), office.make_request(urgency="today")
    gone = office.row("matches", match)
    cw.move_volunteer(office.coordinator, gone["volunteer_id"], "left", seen="ready")
    first = [(i.about or i.id, i.kind) for i in cw.today(office.coordinator, office.clock())][:4]
    assert [kind for _, kind in first] == ["new_request", "promised", "tell_them", "new_request"]
    assert (first[0][0], first[1][0], first[3][0]) == (urgent, gone["need_id"], soon)


def test_an_urgent_one_whom_nobody_reached_comes_back_the_same_day(office: Office) -> None:
    urgent = office.make_request(urgency="today")
    cw.no_answer(office.handler, urgent, seen="new")
    office.clock.pass_(hours=2, minutes=1)
    (item,) = cw.today(office.handler, office.clock())
    assert (item.id, item.kind) == (urgent, "no_answer_again")


def test_a_line_says_how_soon_where_and_on_which_number(office: Office) -> None:
    office.make_request(urgency="today", telephone="01632 960111")
    (asked,) = cw.today(office.handler, office.clock())
    assert (asked.urgency, asked.hub, asked.telephone) == ("today", "bath_north", "01632 960111")


def test_a_line_gives_the_number_of_the_person_who_asked_where_the_resident_has_none(office: Office) -> None:
    office.make_request(telephone=None, referrer_name="Dora", referrer_telephone="01632 960222")
    (asked,) = cw.today(office.handler, office.clock())
    assert asked.telephone == "01632 960222"


def test_a_line_gives_the_number_of_the_person_to_ring(office: Office) -> None:
    match = office.make_match("approved", telephone="01632 960333")
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    (ring,) = cw.today(office.handler, office.clock())
    assert ring.telephone == volunteer["telephone"]
    cw.rang(office.handler, match, "yes", seen="approved")
    (tell,) = cw.today(office.handler, office.clock())
    assert tell.telephone == "01632 960333"
