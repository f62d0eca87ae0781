"""After every action that there is, an erasure reaches whatever it copied of a person, in every table."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

import community.casework as cw
from community.book import Book, Reader
from community.book.erasure import Erasure, remove
from community.book.record_types import Record
from community.book.references import belonging
from community.casework.actions import ACTIONS
from community.tables.verbs import Verb
from tests.book.test_erasing import everywhere
from tests.casework.office import Office, open_office
from tests.casework.rounds import household
from tests.casework.test_permissions import ATTEMPTS

PEOPLE = ("residents", "volunteers", "help_requests")
pytestmark = pytest.mark.long


def test_nothing_that_any_action_copied_outlives_the_people_it_is_about(tmp_path: Path) -> None:
    with closing(open_office(tmp_path)) as office:
        for verb, prepare in ATTEMPTS.items():
            roles = ACTIONS[Verb(verb)].roles
            desks = {"director": office.director, "coordinator": office.coordinator, "call_handler": office.handler}
            prepare(office)(next(desk for role, desk in desks.items() if role in roles))
        for result in (cw.OutreachResult.HELP, cw.OutreachResult.VOLUNTEERS):
            one = household(office, name=f"Hattie {result}", telephone=f"01632 9607{len(result):02}")
            cw.write_outreach_result(office.handler, one, result, words="Yes, please", seen="listed")
        said = set(_said(office))
        assert {"Hattie help", "Hattie volunteers"} < said
        _erase_everybody(office.book)
        left = everywhere(office.book)
    assert [words for words in sorted(said) if words in left] == []


def _said(office: Office) -> Iterator[str]:
    """What tells who somebody is. An organisation that was helped stays in the directory, with what is printed."""
    printed = {row[column] for row in office.book.rows("organisations") for column in ("name", "telephone")}
    with office.book.reading() as reader:
        rows = [row for table in PEOPLE for row in reader.all_rows(table)]
        came = [row for each in rows if (row := reader.received(each.table, each.id)) is not None]
    for row in (*rows, *came):
        words = {row.get(column) for column in ("name", "telephone", "email", "address")}
        yield from map(str, words - printed - {None})


def _erase_everybody(book: Book) -> None:
    def work(connection: sa.Connection) -> None:
        them = [Record(each, row.id) for each in PEOPLE for row in Reader(connection).all_rows(each)]
        found = {each for one in them for each in belonging(connection, one)}
        remove(connection, [Erasure(each.table, each.id) for each in found])

    book.write(work)
