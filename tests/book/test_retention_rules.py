"""Nothing is kept longer than its column says, and nothing goes earlier."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.book import Book
from community.book.retention_rules import Due, apply, before, due, forgotten
from community.tables import TABLES
from tests.book.builders import BY, Clock, set_field
from tests.book.test_erasing import everywhere
from tests.book.town import CANARY, make_town


def due_at(book: Book, now: datetime) -> dict[str, list[Due]]:
    """What is due at this time, by table."""
    with book.reading() as reader:
        found = due(reader, now)
    return {table: [d for d in found if d.table == table] for table in TABLES}


def months_after(clock: Clock, months: int) -> datetime:
    """A time so many months after now, and a day."""
    return clock.now + timedelta(days=31 * months + 1)


def remove_due(book: Book, now: datetime) -> None:
    """Remove what is due."""
    with book.reading() as reader:
        found = due(reader, now)
    book.write(lambda connection: apply(connection, found, at="2030-01-01T00:00:00.000Z"))


def test_nothing_is_due_on_the_day(book: Book, clock: Clock) -> None:
    make_town(book)
    assert not any(due_at(book, clock.now).values())


def test_a_certificate_s_number_goes_after_six_months_and_the_rest_of_the_check_stays(book: Book, clock: Clock) -> None:
    town = make_town(book)
    found = due_at(book, months_after(clock, 6))
    assert [(d.columns, d.whole) for d in found["checks"]] == [(("number",), False)]
    remove_due(book, months_after(clock, 6))
    row = book.get("checks", town.check)
    assert row is not None
    assert (row["number"], row["level"], row["volunteer_id"]) == (None, CANARY, town.volunteer)
    assert due_at(book, months_after(clock, 6))["checks"] == []


def test_a_volunteer_s_record_goes_twelve_months_after_they_left_with_their_checks(book: Book, clock: Clock) -> None:
    town = make_town(book)
    set_field(book, town.volunteer, "status", "left")
    left = clock.now
    clock.now += timedelta(days=200)
    set_field(book, town.volunteer, "notes", "rang after all")
    assert due_at(book, left + timedelta(days=360))["volunteers"] == []
    found = due_at(book, left + timedelta(days=370))
    assert [(d.id, d.whole) for d in found["volunteers"] if d.id == town.volunteer] == [(town.volunteer, True)]
    remove_due(book, left + timedelta(days=370))
    assert (book.get("volunteers", town.volunteer), book.count("checks")) == (None, 0)
    match = book.get("matches", town.match)
    assert match is not None
    assert match["volunteer_id"] is None
    assert town.volunteer in {e["record_id"] for e in book.rows("erasures")}


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("visits", {"on": "2027-06-01"}),
        ("contacts", {"with_whom": ...}),
        ("matches", {"status": "completed"}),
        ("pairs", {"since": "2027-06-01"}),
    ],
)
def test_a_volunteer_who_was_in_touch_stays(book: Book, clock: Clock, table: str, values: dict[str, object]) -> None:
    v = book.append("volunteers", {"name": CANARY, "status": "ready"}, by="web").id
    clock.now = datetime(2027, 6, 1, tzinfo=UTC)
    row = {k: v if x is ... else x for k, x in values.items()} | ({} if table == "contacts" else {"volunteer_id": v})
    book.append(table, row, by=BY)
    assert due_at(book, datetime(2028, 5, 25, tzinfo=UTC))["volunteers"] == []
    assert len(due_at(book, datetime(2028, 6, 5, tzinfo=UTC))["volunteers"]) == 1


@pytest.mark.parametrize("status", ["proposed", "approved", "offered", "accepted", "active"])
def test_a_volunteer_stays_as_long_as_something_is_going_on_with_them(book: Book, clock: Clock, status: str) -> None:
    v = book.append("volunteers", {"name": CANARY, "status": "ready"}, by="web").id
    m = book.append("matches", {"volunteer_id": v, "status": status}, by=BY).id
    assert due_at(book, months_after(clock, 60))["volunteers"] == []
    clock.now += timedelta(days=1000)
    set_field(book, m, "status", "completed", table="matches")
    assert due_at(book, months_after(clock, 11))["volunteers"] == []
    assert len(due_at(book, months_after(clock, 12))["volunteers"]) == 1


def test_a_pair_that_was_asked_how_it_goes_is_a_touch_for_both(book: Book, clock: Clock) -> None:
    v = book.append("volunteers", {"name": CANARY, "status": "ready"}, by="web").id
    p = book.append("residents", {"name": CANARY}, by="web").id
    pair = book.append("pairs", {"volunteer_id": v, "resident_id": p, "since": "2026-11-22"}, by=BY).id
    clock.now += timedelta(days=700)
    set_field(book, pair, "next_check", "2028-12-24", table="pairs")
    found = due_at(book, months_after(clock, 11))
    assert (found["volunteers"], found["residents"]) == ([], [])
    assert len(due_at(book, months_after(clock, 12))["volunteers"]) == 1


def test_a_proposal_by_the_machine_that_came_to_nothing_is_no_touch(book: Book, clock: Clock) -> None:
    v = book.append("volunteers", {"name": CANARY, "status": "ready"}, by="web").id
    clock.now += timedelta(days=300)
    book.append("matches", {"volunteer_id": v, "status": "superseded"}, by="matching")
    assert len(due_at(book, clock.now + timedelta(days=100))["volunteers"]) == 1


def test_nothing_of_a_request_goes_while_one_of_its_needs_is_open(book: Book, clock: Clock) -> None:
    make_town(book)
    found = due_at(book, months_after(clock, 600))
    assert (found["help_requests"], found["needs"], found["residents"][:-1]) == ([], [], [])


def test_a_request_is_blanked_two_years_after_its_last_need_and_its_figures_stay(book: Book, clock: Clock) -> None:
    town = make_town(book)
    clock.now += timedelta(days=100)
    set_field(book, town.need, "status", "closed", table="needs")
    assert due_at(book, months_after(clock, 23))["help_requests"] == []
    remove_due(book, months_after(clock, 24))
    request, need, match = (
        book.get(t, i) for t, i in (("help_requests", town.request), ("needs", town.need), ("matches", town.match))
    )
    assert request is not None
    assert need is not None
    assert match is not None
    assert (request["details"], request["name"], request["extra"]) == (None, None, None)
    assert (request["channel"], request["hub"], request["status"]) == ("web", "bath", "new")
    assert (need["details"], need["task_type"], need["status"]) == (None, "shopping", "closed")
    assert (match["volunteer_id"], match["why"], match["status"]) == (None, None, "active")
    assert book.get("residents", town.resident) is None
    assert not any(due_at(book, months_after(clock, 24)).values())


def test_a_closed_request_counts_from_when_it_was_closed(book: Book, clock: Clock) -> None:
    r = book.append("help_requests", {"status": "new", "details": CANARY}, by="web").id
    clock.now += timedelta(days=500)
    set_field(book, r, "status", "closed", table="help_requests")
    assert due_at(book, months_after(clock, 22))["help_requests"] == []
    assert [d.columns for d in due_at(book, months_after(clock, 24))["help_requests"]] == [("details",)]


def test_a_request_that_nobody_ever_closed_counts_from_when_somebody_last_came_back_to_it(
    book: Book, clock: Clock
) -> None:
    ids = {
        status: book.append("help_requests", {"status": status, "details": CANARY}, by="web").id
        for status in ("new", "no_answer", "triaged")
    }
    clock.now += timedelta(days=400)
    book.append("contacts", {"about": ids["no_answer"], "way": "telephone", "outcome": "no_answer"}, by=BY)
    set_field(book, ids["triaged"], "notes", "rang", table="help_requests")
    assert [d.id for d in due_at(book, months_after(clock, 23))["help_requests"]] == [ids["new"]]
    assert {d.id for d in due_at(book, months_after(clock, 24))["help_requests"]} == set(ids.values())


def test_a_request_with_an_open_need_is_not_removed_but_told_when_nobody_came_back_to_it(
    book: Book, clock: Clock
) -> None:
    town = make_town(book)
    clock.now += timedelta(days=700)
    book.append("visits", {"need_id": town.need, "match_id": town.match, "status": "done", "on": "2028-10-20"}, by=BY)
    with book.reading() as reader:
        assert forgotten(reader, months_after(clock, 23)) == []
        assert forgotten(reader, months_after(clock, 24)) == [town.request]
    assert due_at(book, months_after(clock, 25))["help_requests"] == []
    set_field(book, town.need, "status", "closed", table="needs")
    with book.reading() as reader:
        assert forgotten(reader, months_after(clock, 25)) == []


def test_an_organisation_about_which_nobody_decided_comes_due(book: Book, clock: Clock) -> None:
    offered = book.append("organisations", {"name": "Kind Shop", "contact_name": CANARY, "status": "offered"}, by="web")
    approved = book.append("organisations", {"name": "Bank", "contact_name": CANARY, "status": "approved"}, by="web")
    clock.now += timedelta(days=100)
    book.append("contacts", {"about": offered.id, "way": "telephone", "outcome": "no_answer"}, by=BY)
    assert due_at(book, months_after(clock, 5))["organisations"] == []
    assert [d.id for d in due_at(book, months_after(clock, 6))["organisations"]] == [offered.id]
    remove_due(book, months_after(clock, 6))
    row = book.get("organisations", offered.id)
    assert row is not None
    assert (row["name"], row["contact_name"]) == ("Kind Shop", None)
    assert due_at(book, months_after(clock, 600))["organisations"] == []
    assert book.get("organisations", approved.id) is not None


def test_a_contact_person_goes_six_months_after_the_organisation_withdrew(book: Book, clock: Clock) -> None:
    town = make_town(book)
    assert due_at(book, months_after(clock, 600))["organisations"] == []
    set_field(book, town.organisation, "status", "withdrawn", table="organisations")
    remove_due(book, months_after(clock, 6))
    row = book.get("organisations", town.organisation)
    assert row is not None
    assert (row["name"], row["contact_name"], row["status"]) == ("Kind Shop", None, "withdrawn")


def test_in_the_end_no_word_of_anybody_is_left_anywhere(book: Book, clock: Clock) -> None:
    town = make_town(book)
    set_field(book, town.need, "status", "closed", table="needs")
    set_field(book, town.organisation, "status", "withdrawn", table="organisations")
    assert CANARY in everywhere(book)
    remove_due(book, months_after(clock, 30))
    plain = {c.name for t in TABLES.values() for c in t.columns if c.personal == "no" and c.kind in ("code", "text")}
    for table in TABLES:
        for row in book.rows(table):
            assert {name for name, value in row.items() if CANARY in str(value)} <= plain
    assert not [c for c in book.changes() if CANARY in f"{c['was']}{c['now']}{c['reason']}"]
    assert (book.count("volunteers"), book.count("residents"), book.count("checks")) == (0, 0, 0)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)), st.integers(0, 60))  # noqa: DTZ001
def test_so_many_months_before_is_a_day_of_that_month(now: datetime, months: int) -> None:
    then = before(now, months)
    assert (now.year - then.year) * 12 + now.month - then.month == months
    assert then.day == now.day or (then.day < now.day and (then + timedelta(days=1)).month != then.month)
    assert then.timetz() == now.timetz()
