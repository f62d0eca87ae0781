"""The invented town keeps every law of the book and of casework: what is shown to learners is how it really goes."""

from collections import Counter
from pathlib import Path

import pytest

from community.book import Book, Row
from community.book.arrivals import replay
from community.book.demo_flag import is_invented
from community.casework import User, WorkContext, approve, propose, triage
from community.casework.board_facts import dbs_levels
from community.casework.board_frames import frames
from community.casework.volunteer_offers import offered
from community.demo.demo_names import words
from community.matching import encode, why_not
from community.places import Places
from community.tables import TABLES
from community.tables.canonical import split
from community.tables.ids import check
from community.tables.status_machines import MACHINES, may_follow
from community.tables.statuses import LIVE
from community.tables.vocabulary import DBS_LEVELS
from tests.demo.towns import NOW, SMALL, dump, opened, settings, town


@pytest.fixture
def home(small: Path) -> Path:
    return small.parent.parent


def test_the_same_seed_makes_the_same_book(small: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    again = town(tmp_path_factory.mktemp("again"), **SMALL)
    assert dump(small) == dump(again)
    other = town(tmp_path_factory.mktemp("other"), seed=2, **SMALL)
    assert dump(small)["volunteers"] != dump(other)["volunteers"]


def test_the_book_would_have_written_the_same(small: Path) -> None:
    """It was written all at once. Each record is made again from what was received and its changes."""
    before = dump(small)
    with opened(small) as book:
        ids = [(table, row["id"]) for table in TABLES for row in book.rows(table)]
        conflicts = book.write(lambda connection: [c for one in ids for c in replay(connection, *one)])
    assert conflicts == []
    assert dump(small) == before
    assert sum(map(len, before.values())) > 3000


def test_every_status_was_reached_by_steps_that_casework_allows(full: Book) -> None:
    steps = Counter((c["table"], c["was"], c["now"]) for c in full.changes() if c["field"] == "status")
    assert [step for step in steps if not may_follow(*step)] == []
    with full.reading() as reader:
        for table, machine in MACHINES.items():
            for row in full.rows(table, limit=200):
                received = reader.received(table, row["id"])
                assert received is not None
                assert received["status"] in machine.starts, (table, row["id"])


def test_every_id_can_be_said_on_the_telephone(full: Book) -> None:
    for table in TABLES.values():
        for row in full.rows(table.name):
            assert check(row["id"]) == row["id"]
            assert row["id"].startswith(f"{table.letter}-")


def test_every_reference_leads_to_a_record(full: Book) -> None:
    ids = {table: {row["id"] for row in full.rows(table)} for table in TABLES}
    for table in TABLES.values():
        for column in (c for c in table.columns if c.refers_to in TABLES):
            for row in full.rows(table.name):
                assert set(split(row[column.name])) <= ids[str(column.refers_to)], (row, column.name)


def test_every_word_of_a_list_is_one_the_column_knows(full: Book) -> None:
    free = {"tasks", "languages", "flags", "training", "hub", "task_type"}
    for table in TABLES.values():
        for column in (c for c in table.columns if c.words and c.name not in free):
            for row in full.rows(table.name):
                assert set(split(row[column.name])) <= set(column.words or ()), (row, column.name)


def test_every_matched_volunteer_may_do_the_task(full: Book, full_town: Path) -> None:
    told = settings(full_town.parent.parent)
    levels = dbs_levels(full.rows("checks", lambda c: [c.kind == "dbs"]), NOW)
    volunteers = {row["id"]: row for row in full.rows("volunteers")}
    needs = {row["id"]: row for row in full.rows("needs")}
    load: Counter[str] = Counter()
    live = full.rows("matches", lambda c: [c.status.in_(LIVE)])
    for match in live:
        volunteer, need = volunteers[match["volunteer_id"]], needs[match["need_id"]]
        kind = told.task_types[need["task_type"]]
        assert volunteer["status"] == "ready"
        assert need["status"] == "open"
        assert need["task_type"] in offered(volunteer, told.task_types)
        assert levels.get(volunteer["id"], 0) >= DBS_LEVELS.index(kind.min_dbs)
        load[volunteer["id"]] += 1
    assert len(live) > 100
    assert [v for v, many in load.items() if many > (volunteers[v]["how_many"] or 1)] == []


def test_the_proposals_are_the_matchings_own(small: Path, home: Path) -> None:
    with opened(small) as book:
        there = book.count("matches", lambda c: [c.status == "proposed"])
        found = propose(book, settings(home), NOW)
        assert (found.new, found.kept, found.superseded) == (0, there, 0)
        assert there > 0


def test_a_few_needs_can_be_met_by_nobody_and_the_matching_says_why(full: Book, full_town: Path) -> None:
    with full.reading() as reader:
        board = frames(reader, settings(full_town.parent.parent), NOW, keep_seen=True)
    encoded = encode(board.volunteers.for_many(), board.needs.for_many())
    taken = {m["need_id"] for m in full.rows("matches", lambda c: [c.status.in_(LIVE | {"proposed"})])}
    alone = [n for n in board.needs["need_id"] if n not in taken]
    assert 1 <= len(alone) <= 40
    ready = board.volunteers["volunteer_id"][0]
    assert all(why_not(encoded, need, ready) for need in alone)


def test_the_town_can_be_worked_on(small: Path, home: Path) -> None:
    told = settings(home)
    director = User(words("people")["director"], "director")
    with opened(small) as book:
        context = WorkContext(book, told, director, Places.open(told.home, told.hubs), clock=lambda: NOW)
        new = next(row for row in book.rows("help_requests", lambda c: [c.status == "new"]) if row["tasks"])
        done = triage(context, new["id"], seen="new", resident="new")
        assert len(done.need_ids) == len(split(new["tasks"]))
        proposal = book.rows("matches", lambda c: [c.status == "proposed"])[0]
        action = approve(context, proposal["id"])
        assert status(book, proposal) == "approved"
        book.undo(action.id, by=director.name)
        assert status(book, proposal) == "proposed"


def test_what_was_done_in_the_town_can_be_undone(small: Path) -> None:
    with opened(small) as book:
        last = book.changes(where=lambda c: [c.action.like("hold-%")], newest_first=True, limit=1)[0]
        book.undo(last["action"], by="Morwenna Ashgrove")
        assert book.get(last["table"], last["record_id"])["hold_until"] == last["was"]


def test_the_book_says_that_it_is_invented(small: Path, tmp_path: Path) -> None:
    with opened(small) as book, opened(tmp_path / "live.db") as live:
        assert is_invented(book)
        assert not is_invented(live)


def status(book: Book, row: Row) -> str:
    found = book.get(row.table, row["id"])
    assert found is not None
    return str(found["status"])


def test_what_is_always_filled_is_filled_in_the_invented_town(full: Book) -> None:
    empty = [
        f"{table.name}.{column.name} of {row.id}"
        for table in TABLES.values()
        for column in table.columns
        if column.filled
        for row in full.rows(table.name)
        if row[column.name] is None
    ]
    assert empty == []
