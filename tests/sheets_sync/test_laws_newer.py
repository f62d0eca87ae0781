"""A spreadsheet to which a newer program has added: this one reads, writes nothing at all, and says what to do."""

import json
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from sheets_sync.sheet_layout import VERSION
from sheets_sync.status import pulse
from sheets_sync.sync_errors import NewerSpreadsheet
from sheets_sync.sync_loop import Repeated, keep
from tests.book.builders import make_request, make_volunteer
from tests.sheets_sync.earlier_layout import all_of, tell
from tests.sheets_sync.household import household, lines
from tests.sheets_sync.office import Machine, Office, settings

WORDS = "Update the program"


@pytest.fixture
def ann(office: Office, one: Machine, other: Machine) -> str:
    """A volunteer whom both machines know; then one of them was updated, and the other was not."""
    own = one.book.append("volunteers", make_volunteer(name="Ann"), by="web").id
    office.settle()
    tell(office.sheet, VERSION + 1)
    return own


def as_newer(office: Office, machine: Machine) -> None:
    """The machine with the newer program syncs."""
    tell(office.sheet, VERSION)
    machine.sync()
    tell(office.sheet, VERSION + 1)


def test_nothing_is_written_whatever_waits(office: Office, one: Machine, ann: str) -> None:
    one.set("volunteers", ann, name="Ann Decided", status="ready")
    new = one.book.append("help_requests", make_request(), by="web").id
    office.person.type_row("volunteers", {"Name": "Typed One", "Telephone": "01632 960011"})
    office.person.delete_columns("residents", "Name")
    before = all_of(office.sheet)
    for how in ({}, {"push": False}, {"pull": False}):
        with pytest.raises(NewerSpreadsheet, match=WORDS):
            one.sync(**how)
    assert all_of(office.sheet) == before
    assert one.service.calls["write"] == 1, "the one of before"
    assert one.get("volunteers", ann)["name"] == "Ann Decided"
    assert one.get("help_requests", new)


def test_what_others_enter_and_decide_is_still_read(office: Office, one: Machine, other: Machine, ann: str) -> None:
    new = other.book.append("help_requests", make_request(), by="web").id
    other.set("volunteers", ann, status="ready")
    as_newer(office, other)
    with pytest.raises(NewerSpreadsheet):
        one.sync()
    assert one.get("help_requests", new)["details"] == "Bread & milk,\nplease"
    assert one.get("volunteers", ann)["status"] == "ready"


def test_it_says_so_until_it_is_updated_and_then_all_is_in_step(
    office: Office, one: Machine, other: Machine, ann: str
) -> None:
    before = one.status
    one.set("volunteers", ann, status="ready")
    office.correct("volunteers", ann, "name", "Ann Typed")
    since = set()
    for _ in range(2):
        with pytest.raises(NewerSpreadsheet):
            one.sync()
        assert WORDS in str(one.status.error)
        since.add(one.status.failed_at)
    assert len(since) == 1
    assert (one.status.last, one.status.waiting) == (before.last, 1)
    tell(office.sheet, VERSION)
    office.settle()
    assert one.status.error is None
    assert one.get("volunteers", ann) == other.get("volunteers", ann)
    assert one.get("volunteers", ann)["name"] == "Ann Typed"


def test_a_row_with_columns_it_does_not_know_is_left_until_it_knows_them(
    office: Office, one: Machine, other: Machine, ann: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a row would be written back as the whole one day, and the other half would be gone from everywhere."""
    new = other.book.append("help_requests", make_request(), by="web").id
    as_newer(office, other)
    place = office.place("help_requests", new, "born")
    born = json.loads(office.says("help_requests", new, "born"))
    born["v"]["pets"] = "Two cats"
    office.person.type("help_requests", place, json.dumps(born))
    with pytest.raises(NewerSpreadsheet):
        one.sync()
    assert one.book.get("help_requests", new) is None


def test_a_fresh_disk_lets_nobody_decide_what_nothing_would_keep(office: Office, ann: str) -> None:
    fresh = office.hire()
    with pytest.raises(NewerSpreadsheet):
        fresh.sync()
    assert fresh.get("volunteers", ann)["name"] == "Ann"
    assert pulse(fresh.book).whole is None
    assert WORDS in str(pulse(fresh.book).error)


def test_the_loop_goes_on_reading_at_its_pace_and_says_it_once(office: Office, one: Machine, ann: str) -> None:
    class Enough(Exception):
        """The test has seen enough."""

    waits, said = list[float](), list[str]()

    def pause(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            raise Enough

    with suppress(Enough):
        step = Repeated(one.book, one.service, settings(), now=one.clock).step
        keep(step, every=60.0, pause=pause, tell=lambda words, trouble: said.append(words))
    assert waits == [60.0] * 3
    assert [WORDS in words for words in said] == [True]


def test_every_command_says_so_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with household(tmp_path, monkeypatch) as town:
        town.run("provision")
        town.run("push")
        assert "version: No program newer" in town.run("check").stdout
        tell(town.sheet, VERSION - 1)
        assert "? look   version: An earlier version" in town.run("check").stdout
        tell(town.sheet, VERSION + 1)
        before = town.state()
        for words in (("push",), ("pull",), ("provision",), ("provision", "--anew", "visits")):
            told = town.run(*words, code=1)
            assert WORDS in told.stdout + told.stderr, words
        assert WORDS in town.run("status", code=1).stdout
        findings = lines(town.run("check", "--live", "--json", code=1))
        assert [each["words"] for each in findings if each["state"] == "wrong"] == [str(NewerSpreadsheet())]
        assert town.state() == before
        with closing(town.service()) as service:
            assert service.look()


def test_a_version_that_is_no_number_counts_for_nothing(office: Office, one: Machine, ann: str) -> None:
    for held in office.sheet.metadata.values():
        held["value"] = "soon" if held["key"] == "community.version" else held["value"]
    office.settle()
    told: dict[Any, Any] = one.service.look()
    assert [mark["metadataValue"] for mark in told["developerMetadata"]] == [str(VERSION)]
