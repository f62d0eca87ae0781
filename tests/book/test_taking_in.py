"""Data that can't be taken in is reported with its record, so that it can be shown to the right person."""

import pytest

from community.book import Arrival, Book, Received
from community.tables.ids import mint

pytestmark = pytest.mark.core

AT = "2026-11-23T10:00:00.000Z"


def test_what_is_not_taken_in_is_told_by_table_and_id(book: Book) -> None:
    there = book.append("needs", {"status": "open", "people": 1}, by="web").id
    bad, absent = mint("N"), mint("N")
    taken = book.take_in(
        rows=[
            Received("needs", there, AT, "web", {"status": "open", "people": 2}),
            Received("needs", bad, AT, "web", {"status": "open", "people": "many"}),
        ],
        changes=[
            Arrival("Z-1", AT, "ada", "set", "needs", there, "people", "1", "many"),
            Arrival("Z-2", AT, "ada", "set", "needs", absent, "people", "1", "2"),
        ],
    )
    assert taken.differing == (("needs", there),)
    assert set(taken.refused) == {("needs", bad), ("needs", there)}
    assert taken.waiting == (("needs", absent),)
