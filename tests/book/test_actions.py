"""Decisions about rows: all of an action is written or none of it, and no decision overwrites another unseen."""

import pytest

from community.book import Append, Book, Change, KeyReused, NoSuchRecord, Stale
from community.tables.canonical import NotCanonical
from community.tables.ids import derive
from tests.book.builders import BY, Clock, make_request, make_volunteer, set_field, told, volunteer

pytestmark = pytest.mark.core


def test_an_action_changes_every_field_it_names_and_each_is_written_down(book: Book) -> None:
    one, two = volunteer(book), volunteer(book, name="Bo Invented")
    action = book.act(
        "welcome",
        by=BY,
        reason="Both came\r\n",
        changes=[
            Change("volunteers", one, "status", "applied", "ready"),
            Change("volunteers", two, "status", "applied", "checking"),
            Change("volunteers", two, "how_many", 2, "3"),
        ],
    )
    assert action.id.startswith("welcome-")
    rows = {r["id"]: r for r in book.rows("volunteers")}
    assert (rows[one]["status"], rows[two]["status"], rows[two]["how_many"]) == ("ready", "checking", 3)
    assert {rows[one]["changed_at"], rows[two]["changed_at"]} == {action.at}
    written = book.changes(action=action.id)
    assert {(c["record_id"], c["field"], c["was"], c["now"]) for c in written} == {
        (one, "status", "applied", "ready"),
        (two, "status", "applied", "checking"),
        (two, "how_many", "2", "3"),
    }
    assert {(c["by"], c["reason"], c["at"], c["undoes"], c["conflict"]) for c in written} == {
        (BY, "Both came", action.at, None, None)
    }


def test_nothing_of_an_action_is_kept_when_one_part_of_it_no_longer_holds(book: Book) -> None:
    one, two = volunteer(book), volunteer(book)
    before = [told(book.get("volunteers", v)) for v in (one, two)]
    with pytest.raises(Stale) as stale:
        book.act(
            "welcome",
            by=BY,
            appends=[Append("contacts", {"about": one, "way": "telephone"}, key="k")],
            changes=[
                Change("volunteers", one, "status", "applied", "ready"),
                Change("volunteers", two, "status", "paused", "ready"),
            ],
        )
    refused = stale.value
    assert (refused.table, refused.id, refused.field, refused.now) == ("volunteers", two, "status", "applied")
    assert [told(book.get("volunteers", v)) for v in (one, two)] == before
    assert (book.count("contacts"), book.changes()) == (0, [])
    assert book.append("contacts", {"about": two}, by=BY, key="k").new, "the key was not used up"


def test_a_person_who_is_too_late_hears_that_it_changed_and_the_words_do_not_repeat_the_value(book: Book) -> None:
    v = volunteer(book, notes="old")
    set_field(book, v, "notes", "Secret", was="old")
    with pytest.raises(Stale) as stale:
        set_field(book, v, "notes", "mine", was="old")
    assert stale.value.now == "Secret"
    assert "Secret" not in str(stale.value)
    assert "mine" not in str(stale.value)
    assert v in str(stale.value)


def test_what_was_is_compared_in_its_one_form(book: Book) -> None:
    v = volunteer(book, tasks=["visit", "shopping"], max_distance_km=2)
    set_field(book, v, "tasks", ["shopping"], was=("visit", "shopping"))
    set_field(book, v, "max_distance_km", "3.0", was="2")
    set_field(book, v, "email", "", was=" noor@example.org ")
    row = book.get("volunteers", v)
    assert row is not None
    assert (row["tasks"], row["max_distance_km"], row["email"]) == ("shopping", 3.0, None)


def test_a_change_that_changes_nothing_is_not_written_down(book: Book) -> None:
    v = volunteer(book)
    action = book.act("look", by=BY, changes=[Change("volunteers", v, "tasks", "shopping", ["shopping"])])
    assert book.changes(action=action.id) == []
    row = book.get("volunteers", v)
    assert row is not None
    assert row["changed_at"] == row["at"]


def test_a_field_that_an_action_changes_twice_is_one_change(book: Book) -> None:
    v = volunteer(book)
    changes = [
        Change("volunteers", v, "status", "applied", "checking"),
        Change("volunteers", v, "status", "checking", "ready"),
    ]
    action = book.act("welcome", by=BY, changes=changes)
    assert [(c["was"], c["now"]) for c in book.changes(action=action.id)] == [("applied", "ready")]
    book.undo(action.id, by=BY)
    assert book.rows("volunteers")[0]["status"] == "applied"


def test_an_action_may_change_what_it_has_just_added(book: Book) -> None:
    id_ = derive("N", "R-1", "shopping")
    need = Append("needs", {"task_type": "shopping", "status": "open"}, id=id_)
    action = book.act("close", by=BY, appends=[need], changes=[Change("needs", id_, "status", "open", "closed")])
    assert action.ids == (id_,)
    assert book.rows("needs")[0]["status"] == "closed"
    book.undo(action.id, by=BY)
    assert book.rows("needs") == []


def test_rows_of_an_action_come_back_as_ids_in_their_order(book: Book) -> None:
    first = book.append("contacts", {"outcome": "yes"}, by=BY, key="k")
    known = derive("N", "1")
    action = book.act(
        "ring",
        by=BY,
        appends=[
            Append("contacts", {"outcome": "no"}),
            Append("contacts", {"outcome": "yes"}, key="k"),
            Append("needs", {"status": "open"}, id=known),
        ],
    )
    assert action.ids[1:] == (first.id, known)
    row = book.get("contacts", action.ids[0])
    assert row is not None
    assert (row["outcome"], row["at"]) == ("no", action.at)


def test_a_key_that_came_with_other_answers_stops_the_whole_action(book: Book) -> None:
    v = volunteer(book)
    book.append("contacts", {"outcome": "yes", "words": "hello"}, by=BY, id="C-1")
    with pytest.raises(KeyReused):
        book.act(
            "ring",
            by=BY,
            appends=[Append("contacts", {"outcome": "no"}, id="C-1")],
            changes=[Change("volunteers", v, "status", "applied", "ready")],
        )
    assert book.changes() == []


@pytest.mark.parametrize("field", ["shoe_size", "extra", "id", "at", "changed_at", "action"])
def test_what_is_no_column_can_t_be_changed(book: Book, field: str) -> None:
    v = volunteer(book)
    with pytest.raises(NotCanonical):
        book.act("set", by=BY, changes=[Change("volunteers", v, field, None, "x")])


def test_a_record_that_is_not_there_can_t_be_changed(book: Book) -> None:
    with pytest.raises(NoSuchRecord):
        book.act("set", by=BY, changes=[Change("volunteers", "V-0000-0000-0", "status", None, "x")])


def test_added_answers_change_one_by_one(book: Book) -> None:
    v = volunteer(book, **{"extra.pets": ["dog"], "extra.allergies": "nuts"})
    set_field(book, v, "extra.pets", ["dog", "cat"])
    set_field(book, v, "extra.allergies", "")
    set_field(book, v, "extra.parking", "yes", was=None)
    row = book.get("volunteers", v)
    assert row is not None
    assert (row["extra.pets"], row["extra.allergies"], row["extra.parking"]) == ("cat; dog", None, "yes")
    assert row["extra"] == '{"parking":"yes","pets":"cat; dog"}'
    assert {c["field"] for c in book.changes()} == {"extra.pets", "extra.allergies", "extra.parking"}
    with pytest.raises(Stale):
        set_field(book, v, "extra.pets", "bird", was="dog")


def test_a_table_without_added_answers_has_none_to_change(book: Book) -> None:
    m = book.append("matches", {"status": "proposed"}, by=BY).id
    with pytest.raises(NotCanonical):
        book.act("set", by=BY, changes=[Change("matches", m, "extra.pets", None, "x")])


def test_time_goes_up_for_each_record_even_when_the_clock_goes_back(book: Book, clock: Clock) -> None:
    v = volunteer(book)
    first = set_field(book, v, "status", "ready")
    clock.now = clock.now.replace(year=2020)
    second = set_field(book, v, "status", "paused")
    assert second.at > first.at
    assert [c["now"] for c in book.changes(record_id=v)] == ["ready", "paused"]


def test_decisions_on_different_records_may_cross_and_on_one_they_may_not(address: str) -> None:
    mine, yours = Book.open(address), Book.open(address)
    one, two = volunteer(mine), volunteer(mine)
    set_field(mine, one, "status", "ready")
    set_field(yours, two, "status", "ready")
    set_field(yours, one, "status", "paused", was="ready")
    with pytest.raises(Stale):
        set_field(mine, one, "status", "left", was="ready")
    mine.close()
    yours.close()


def test_a_thousand_rows_are_added_and_changed_by_one_action(book: Book) -> None:
    action = book.act(
        "propose", by=BY, appends=[Append("matches", {"status": "proposed", "cost": n}) for n in range(1_100)]
    )
    changes = [Change("matches", m, "status", "proposed", "superseded") for m in action.ids]
    changes += [Change("matches", m, "cost", n, None) for n, m in enumerate(action.ids[:550])]
    book.act("supersede", by=BY, changes=changes)
    assert book.count("matches", lambda c: [c.status == "superseded"]) == 1_100
    assert book.count("matches", lambda c: [c.cost.is_(None)]) == 550
    assert len(book.changes()) == 1_650


def test_what_is_decided_is_worked_out_while_nobody_else_can_write(address: str) -> None:
    mine, yours = Book.open(address), Book.open(address)
    v = volunteer(mine, how_many=0)

    def one_more(book: Book) -> None:
        book.decide(
            "count",
            by=BY,
            plan=lambda r: ([Change("volunteers", v, "how_many", n := r.get("volunteers", v)["how_many"], n + 1)], []),  # type: ignore[index]
        )

    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as people:
        list(people.map(one_more, [mine, yours] * 20))
    row = mine.get("volunteers", v)
    mine.close()
    yours.close()
    assert row is not None
    assert row["how_many"] == 40


def test_a_plan_that_gives_up_leaves_nothing(book: Book) -> None:
    def plan(reader: object) -> tuple[list[Change], list[Append]]:
        raise LookupError("no")

    with pytest.raises(LookupError):
        book.decide("nothing", by=BY, plan=plan)
    assert book.append("volunteers", make_volunteer(), by="web").new
    assert book.append("help_requests", make_request(), by="web").new
