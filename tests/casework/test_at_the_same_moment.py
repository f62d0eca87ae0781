"""Two processes take in one person at the same moment: anyone who looks afterwards sees the possible duplicate."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import community.casework as cw
from tests.book.databases import KINDS, begun
from tests.casework.office import Office, open_office
from tests.checkout import ROOT

pytestmark = pytest.mark.core

WRITER = """
import json, sys
from community.book import Book
address, table, told, key = json.loads(sys.argv[1])
book = Book.open(address)
print("ready", flush=True)
sys.stdin.readline()
print(book.append(table, told, by="web", key=key).id, flush=True)
book.close()
"""
ANN = {"name": "Ann Example", "telephone": "07700 900123", "email": "ann@example.org", "hub": "bath_north"}
APPLIED = {"status": "applied"}
AGAIN = ANN | {"name": "Example, Ann", "telephone": "0044 7700–900–123"}


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Office, str]]:
    """An office on either kind of database, and the address of its book."""
    with begun(request.param, tmp_path) as address:
        office = open_office(tmp_path, address)
        yield office, address
        office.book.close()


def at_once(address: str, *told: tuple[str, dict[str, str]]) -> list[str]:
    """The ids that as many processes made, all let go at one moment."""
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, json.dumps([address, table, values, f"key-{number}"])],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for number, (table, values) in enumerate(told)
    ]  # fmt: skip
    try:
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
        for writer in writers:
            assert writer.stdin is not None
            writer.stdin.write("\n")
            writer.stdin.flush()
        return [writer.communicate()[0].strip() for writer in writers]
    finally:
        for writer in writers:
            writer.kill()
            writer.wait()


def test_two_requests_of_one_person_see_each_other(place: tuple[Office, str]) -> None:
    office, address = place
    new = {"status": "new", "channel": "web", "tasks": "shopping"}
    office.make_request()  # somebody has looked before
    cw.possible_doubles(office.handler, office.make_request())
    one, other = at_once(address, ("help_requests", ANN | new), ("help_requests", AGAIN | new))
    assert one != other
    assert [row["id"] for row in cw.possible_doubles(office.handler, one)] == [other]
    assert [row["id"] for row in cw.possible_doubles(office.handler, other)] == [one]


@pytest.mark.long
def test_two_volunteers_who_are_one_person_see_each_other(place: tuple[Office, str]) -> None:
    office, address = place
    cw.known_as(office.director, "volunteers", office.make_volunteer())
    one, other = at_once(address, ("volunteers", ANN | APPLIED), ("volunteers", AGAIN | APPLIED))
    assert [known.id for known in cw.known_as(office.director, "volunteers", one)] == [other]
    assert [known.id for known in cw.known_as(office.director, "volunteers", other)] == [one]


@pytest.mark.long
def test_a_resident_and_a_volunteer_of_one_moment_see_each_other(place: tuple[Office, str]) -> None:
    office, address = place
    cw.known_as(office.director, "volunteers", office.make_volunteer())
    request, volunteer = at_once(address, ("help_requests", ANN | {"status": "new"}), ("volunteers", AGAIN | APPLIED))
    assert volunteer in [known.id for known in cw.known_as(office.director, "help_requests", request)]
