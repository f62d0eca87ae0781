"""After a click board and Today read a few rows by their ids: the database must not go through all with a status.

SQLite keeps no statistics of our books, so that how it goes about a question does not hang on how many rows there are:
what it does in this small book, it does in a county's.
"""

import re
from typing import Any

import sqlalchemy as sa

import community.casework as cw
from community.casework.whole_board import whole_board
from tests.casework.office import Office


def test_a_click_goes_through_no_index_of_statuses(office: Office) -> None:
    matches = [office.make_match("proposed"), office.make_match("proposed", name="Ola Other")]
    office.make_match("active")
    desk = office.coordinator
    for keep_seen in (False, True):
        whole_board(desk, keep_seen=keep_seen)
    cw.list_of_today(desk, desk.clock())
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, values: Any, *_: object) -> None:
        asked.append((statement, values))

    sa.event.listen(office.book.engine, "before_cursor_execute", note)
    cw.approve(desk, matches[0])
    whole_board(desk)
    cw.look_at(desk, matches[1])
    cw.alternates(desk, matches[1])
    whole_board(desk, keep_seen=True)
    cw.list_of_today(desk, desk.clock())
    sa.event.remove(office.book.engine, "before_cursor_execute", note)
    with office.book.engine.connect() as connection:
        plans = {
            (str(line[3]), statement)
            for statement, values in asked
            if statement.startswith("SELECT")
            for line in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        }
    assert len(plans) > 10
    through_many = re.compile(r"_status|^SCAN \w+_now|^SCAN changes")
    assert not [(plan, statement) for plan, statement in plans if through_many.search(plan)]
