"""How long each record beside help is kept, what lasts, and what of it is left when somebody is erased."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from community.book import Book
from community.book.retention_rules import before
from community.tables import TABLES
from community.tables.status_machines import MACHINES
from tests.book.builders import Clock, set_field
from tests.book.test_erasing import erase_whom, everywhere
from tests.book.test_retention_rules import due_at, remove_due
from tests.book.town import CANARY, words_in_every_column

KEPT = {
    "services": ("offered", "withdrawn", 6), "opportunities": ("offered", "withdrawn", 6),
    "enquiries": ("introduced", "ended", 12), "sessions": ("open", "held", 24), "bookings": ("booked", "came", 24),
    "subscribers": ("asked", "left", 1), "referrals": ("sent", "closed", 24), "messages": ("queued", "sent", 24),
    "shifts": ("filled", "cancelled", 24), "payments": ("noted", "settled", 24), "loans": (None, "lost", 12),
    "feedback": ("given", "withdrawn", 24), "complaints": (None, "closed", 24),
    "door_keys": (None, "back", 3), "accidents": (None, "closed", 36),
}  # fmt: skip
"""By table: a status in which it may lie forgotten, its last status, and the months that it is kept from then on."""
LASTING = [
    ("services", "approved"), ("opportunities", "approved"), ("subscribers", "confirmed"), ("feedback", "published"),
    ("complaints", "received"), ("complaints", "acknowledged"), ("loans", "out"),
    ("door_keys", "held"), ("accidents", "written_down"),
]  # fmt: skip


def add(book: Book, table: str, **known: Any) -> str:
    """A row with the canary in every word of it that is about a person."""
    words = words_in_every_column(TABLES[table], CANARY)
    words |= dict.fromkeys(("about", "to_whom"), "R-0000-0000-0") if table == "messages" else {}
    words |= {c.name: None for c in TABLES[table].columns if c.personal == "no"}
    return book.append(table, words | known, by="web").id


def personal(table: str) -> set[str]:
    return {c.name for c in TABLES[table].columns if c.personal != "no"}


def test_what_is_over_goes_when_its_time_is_up_and_not_a_day_sooner(book: Book, clock: Clock) -> None:
    start = clock.now
    ids = {table: add(book, table, status=next(iter(MACHINES[table].starts))) for table in KEPT}
    clock.now += timedelta(days=40)
    for table, (_, last, _) in KEPT.items():
        set_field(book, ids[table], "status", last, table=table)
    wrong = {}
    for table, (_, _, months) in KEPT.items():
        day = next(d for d in range(2000) if before(start + timedelta(days=d), months) > clock.now)
        sooner, later = (due_at(book, start + timedelta(days=each))[table] for each in (day - 1, day))
        held = {c for c in personal(table) if (book.get(table, ids[table]) or {}).get(c) is not None}
        if sooner or [set(each.columns) for each in later] != [held]:
            wrong[table] = (sooner, later)
    assert wrong == {}


def test_what_nobody_ended_counts_from_when_it_was_last_worked_on(book: Book, clock: Clock) -> None:
    forgotten = {table: status for table, (status, _, _) in KEPT.items() if status is not None}
    ids = {table: add(book, table, status=status) for table, status in forgotten.items()}
    clock.now += timedelta(days=400)
    for table, id_ in ids.items():
        columns = (c.name for c in TABLES[table].columns if c.kind in ("text", "long_text") and c.name != "extra")
        set_field(book, id_, next(columns, "problem"), f"{CANARY} again", table=table)
    touched = clock.now
    late = [t for t in ids if due_at(book, touched + timedelta(days=30 * KEPT[t][2] - 5))[t]]
    missed = [t for t in ids if not due_at(book, touched + timedelta(days=31 * KEPT[t][2] + 1))[t]]
    assert (late, missed) == ([], [])


def test_what_lasts_is_kept_however_long_nothing_happens(book: Book, clock: Clock) -> None:
    for table, status in LASTING:
        add(book, table, status=status)
    much_later = due_at(book, clock.now + timedelta(days=20_000))
    assert {table: much_later[table] for table, _ in LASTING} == {table: [] for table, _ in LASTING}
    assert {(t, str(s)) for t, machine in MACHINES.items() for s in machine.lasting} - set(LASTING) == {
        ("organisations", "approved")
    }


@pytest.mark.parametrize("status", ["listed", "reached", "moved", "joined"])
def test_a_household_goes_on_the_day_its_list_says_whatever_became_of_it(book: Book, status: str) -> None:
    id_ = add(book, "households", status=status, delete_by="2027-02-10", tried=2)
    assert due_at(book, datetime(2027, 2, 9, 23, 59, tzinfo=UTC))["households"] == []
    remove_due(book, datetime(2027, 2, 10, 0, 1, tzinfo=UTC))
    left = book.get("households", id_)
    assert left is not None
    assert (left["status"], left["tried"], left["name"], left["address"], left["why"]) == (status, 2, None, None, None)
    assert CANARY not in everywhere(book)
    assert due_at(book, datetime(2037, 2, 10, tzinfo=UTC))["households"] == []


@pytest.mark.parametrize("asks", [True, False])
def test_a_household_that_joined_goes_with_the_person_it_became(book: Book, asks: bool) -> None:
    person = add(book, "residents" if asks else "volunteers")
    joined = add(book, "help_requests", resident_id=person) if asks else person
    id_ = add(book, "households", status="listed", delete_by="2027-02-10")
    for column, value in (("joined_as", joined), ("name", None), ("address", None), ("status", "joined")):
        set_field(book, id_, column, value, table="households")
    assert "households" in {record.table for record in erase_whom(book, person)}
    assert CANARY not in everywhere(book)


@pytest.mark.parametrize("table", [*KEPT, "households", "help_requests", "residents", "volunteers"])
def test_what_was_taken_out_by_a_decision_goes_too_when_its_time_is_up(book: Book, clock: Clock, table: str) -> None:
    last = KEPT[table][1] if table in KEPT else {"help_requests": "closed", "volunteers": "left"}.get(table, "joined")
    at_first = {"status": next(iter(MACHINES[table].starts))} if table in MACHINES else {}
    id_ = add(book, table, **at_first, **({"delete_by": "2026-12-01"} if table == "households" else {}))
    for column in (c.name for c in TABLES[table].columns if c.personal != "no" and not c.filled and c.name != "extra"):
        set_field(book, id_, column, None, table=table)
    if at_first:
        set_field(book, id_, "status", last, table=table)
    remove_due(book, clock.now + timedelta(days=1500))
    assert CANARY not in everywhere(book)
    assert due_at(book, clock.now + timedelta(days=1500))[table] == []


def test_what_was_said_of_something_goes_no_later_than_its_own_words(book: Book, clock: Clock) -> None:
    over = {"enquiries": "ended", "volunteers": "left", "loans": "back", "referrals": "closed"}
    over["help_requests"] = "closed"
    about = {table: add(book, table, status=status) for table, status in over.items()}
    about["residents"] = resident = add(book, "residents")
    calls = {book.append("contacts", {"about": one, "words": CANARY, "status": "dealt_with"}, by="jo").id: table
             for table, one in about.items()}  # fmt: skip
    clock.now += timedelta(days=400)
    book.append("visits", {"resident_id": resident, "on": "2027-12-27", "status": "done"}, by="jo")
    gone = [{calls[each.id] for each in due_at(book, clock.now + timedelta(days=days))["contacts"] if each.id in calls}
            for days in (-50, -30, 400)]  # fmt: skip
    assert gone == [set(), {"enquiries", "volunteers", "loans"}, over.keys()], "the resident was helped since"


def test_of_a_household_that_refused_stays_what_it_takes_to_know_it_again(book: Book) -> None:
    id_ = add(book, "households", status="refused", delete_by="2027-02-10")
    remove_due(book, datetime(2027, 2, 10, 0, 1, tzinfo=UTC))
    left = book.get("households", id_)
    assert left is not None
    assert left["telephone"]
    assert left["address"]
    assert (left["why"], left["caller"]) == (None, None)


def test_an_entry_of_the_directory_loses_its_contact_person_and_stays_printed(book: Book) -> None:
    kept = {}
    for table in ("organisations", "services", "opportunities"):
        printed = {c.name: "Printed" for c in TABLES[table].columns if c.personal == "no" and c.kind == "text"}
        kept[table] = (add(book, table, **printed, status="approved"), printed)
    for id_, _ in kept.values():
        erase_whom(book, id_)
    assert CANARY not in everywhere(book)
    for table, (id_, printed) in kept.items():
        row = book.get(table, id_)
        assert row is not None
        assert {name: row[name] for name in printed} == printed
        assert row["status"] == "approved"
        assert [name for name in personal(table) if row[name] is not None] == []


def test_turns_and_payments_forget_a_person_and_stay_and_what_is_theirs_alone_goes(book: Book) -> None:
    volunteer, resident = add(book, "volunteers", status="ready"), add(book, "residents")
    session = book.append("sessions", {"name": "Listening", "status": "held"}, by="jo").id
    both = {"volunteer_id": volunteer, "resident_id": resident}
    stay: dict[str, dict[str, Any]] = {
        "shifts": {"rota": "Desk", "volunteer_id": volunteer, "covered_by": volunteer, "status": "covered"},
        "payments": {"pence": 310, **both, "status": "settled"},
        "households": {"volunteer_id": volunteer, "delete_by": "2027-02-10", "status": "listed"},
        "complaints": {"about": volunteer, "status": "closed"},
    }
    go = {
        "loans": {"what": CANARY, "resident_id": resident, "status": "out"},
        "referrals": {"what": CANARY, "resident_id": resident, "status": "sent"},
        "bookings": {"name": CANARY, "volunteer_id": volunteer, "session_id": session, "status": "came"},
        "enquiries": {"name": CANARY, "volunteer_id": volunteer, "status": "placed"},
        "messages": {"about": resident, "to_whom": volunteer, "kind": "offer", "way": "email", "status": "sent"},
        "feedback": {"words": CANARY, "from_whom": resident, "status": "given"},
    }
    ids = {table: book.append(table, values, by="jo").id for table, values in (stay | go).items()}
    erase_whom(book, volunteer)
    erase_whom(book, resident)
    assert {table for table, id_ in ids.items() if book.get(table, id_) is not None} == set(stay)
    for table, values in stay.items():
        row = book.get(table, ids[table])
        assert row is not None
        assert {n: row[n] for n in values if n in ("pence", "rota", "status")} == {
            n: v for n, v in values.items() if n in ("pence", "rota", "status")
        }
    assert CANARY not in everywhere(book)
    named = [
        (table, column)
        for table in stay
        for column in ("volunteer_id", "covered_by", "resident_id", "about")
        if (book.get(table, ids[table]) or {}).get(column) is not None
    ]
    assert named == []
