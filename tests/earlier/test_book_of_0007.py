"""A book whose schema ended with step 0007: today's program brings it forward, and nothing of it reads otherwise."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import community.casework as cw
from community.book.migrations import HEAD
from community.tables import TABLES
from community.tables.statuses import MatchStatus
from tests.casework.office import Office, open_office
from tests.earlier.earlier_version import its_rows as rows_of

HERE = Path(__file__).parent / "schema_0007"
TOLD: dict[str, Any] = json.loads((HERE / "told.json").read_text("utf-8"))
"""What that version told of its book: when, the lines of Today and the actions that could be undone, by user."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Give everybody at work on that book, at the moment when that version was asked last."""
    with closing(sqlite3.connect(tmp_path / "book.db")) as file:
        file.executescript((HERE / "book.sql").read_text("utf-8"))
    made = open_office(tmp_path)
    made.clock.now = datetime.fromisoformat(TOLD["at"])
    yield made
    made.book.close()


def its_rows(sql_table: str) -> list[dict[str, Any]]:
    """The rows of one of its SQL tables, read past the program."""
    return rows_of(sql_table, HERE)


def test_it_is_brought_forward_and_every_row_and_change_says_what_it_said(office: Office) -> None:
    stands = {row["id"]: row for name in TABLES for row in its_rows(f"{name}_now") if row["void"] is None}
    found = {row["id"]: row for name in TABLES for row in office.book.rows(name)}
    assert found.keys() == stands.keys()
    for own, row in stands.items():
        said = {name: value for name, value in row.items() if name not in {"changed_at", "void"}}
        assert {name: found[own][name] for name in said} == said
        assert not any(value for name, value in found[own].items() if name not in row), "what came later is empty"
    changes = {change["id"]: dict(change) for change in office.book.changes()}
    assert changes == {row["id"]: row for row in its_rows("changes")}
    assert its_rows("alembic_version") == [{"version_num": "0007"}]
    with office.book.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == HEAD


def test_what_was_on_today_is_there_and_what_could_be_undone_still_can(office: Office) -> None:
    for user, lines in TOLD["today"].items():
        now = [[line.kind, line.id] for line in cw.today(getattr(office, user), office.clock.now)]
        assert [line for line in lines if line not in now] == []
    for user, could in TOLD["undo"].items():
        assert [action for action in could if not cw.user_can_undo(getattr(office, user), action)] == []


def test_a_step_is_taken_and_taken_back(office: Office) -> None:
    before = office.everything()
    match = next(row["id"] for row in its_rows("matches_now") if row["status"] == MatchStatus.APPROVED)
    yes = cw.rang(office.handler, match, "yes", seen=MatchStatus.APPROVED)
    assert office.status(match) == MatchStatus.ACCEPTED
    cw.undo(office.handler, yes.id)
    assert office.everything() == before
