"""What an earlier program did not know is added by the sync itself, once and whole; nothing a person did is undone."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from community.forms import Form
from sheets_sync.sheet_layout import VERSION, Tab, tabs
from sheets_sync.sheets_service import Service
from sheets_sync.status import questions
from tests.book.builders import make_volunteer
from tests.google_sheets.a1 import column_letters
from tests.google_sheets.cells import Formula
from tests.sheets_sync.earlier_layout import (
    UNKNOWN_COLUMNS,
    UNKNOWN_TABS,
    WHETHER_IT_TELLS_OR_NOT,
    all_of,
    as_then,
    kinds,
    office_of_then,
    tab_of,
    tell,
    titles,
    versions,
)
from tests.sheets_sync.office import Machine, Office


class Sent(list[list[dict[str, Any]]]):
    """The batches that were sent while this stood between a machine and the spreadsheet."""

    def by(self, machine: Machine) -> None:
        write = machine.service.batch

        def batch(requests: Any, **how: Any) -> Any:
            self.append(list(requests))
            return write(requests, **how)

        with patch.object(machine.service, "batch", batch):
            machine.sync()


@WHETHER_IT_TELLS_OR_NOT
def test_tabs_and_columns_come_in_one_guarded_batch_and_are_filled_in_the_same_sync(
    office: Office, one: Machine, ann: str
) -> None:
    sent = Sent()
    sent.by(one)
    first, *rest = sent
    assert [next(iter(request)) for request in first[:2]] == ["addNamedRange", "deleteNamedRange"]
    assert {"addSheet", "appendDimension", "createDeveloperMetadata"} <= kinds(first)
    assert not any("appendDimension" in kinds(batch) for batch in rest)
    assert len(sent) == 2, "the second one fills them"
    assert set(UNKNOWN_TABS) < set(titles(office))
    assert versions(office.sheet) == [str(VERSION)]
    for tab, fields in UNKNOWN_COLUMNS.items():
        assert set(fields) < {*tab_of(office, tab).columns}, tab
    assert office.says("volunteers", ann, "about") == "Tea"
    office.settle()
    sent = Sent()
    sent.by(one)
    assert sent == []
    office.correct("volunteers", ann, "about", "Tea and cake")
    office.settle()
    assert one.get("volunteers", ann)["about"] == "Tea and cake"
    assert one.status.problems == ()
    assert questions(one.book) == ()


def test_new_tabs_are_small(office: Office, one: Machine) -> None:
    one.sync()
    assert all(sheet.row_count <= 200 for sheet in office.sheet.sheets if sheet.title in UNKNOWN_TABS)


def test_a_person_s_own_columns_keep_place_words_formulas_and_looks(office: Office, one: Machine, ann: str) -> None:
    person = office.person
    person.insert_columns("volunteers", "Email")
    person.type("volunteers", "E1", "Seen")
    sheet = next(each for each in office.sheet.sheets if each.title == "volunteers")
    person._do("appendDimension", sheetId=sheet.id, dimension="COLUMNS", length=1)
    last = column_letters(sheet.column_count - 1)
    person.reformat("volunteers", f"{last}1:{last}9")
    person.type("volunteers", f"{last}1", "Birthday")
    person.type("volunteers", f"{last}2", "=LEN(D2)")
    with as_then():
        office.rest()
    before = [row[: sheet.column_count] for row in sheet.rows]
    width, lines = sheet.column_count, list(sheet.column_lines)
    office.settle()
    assert [row[:width] for row in sheet.rows] == before
    assert isinstance(before[1][-1].value, Formula)  # type: ignore[union-attr]
    assert sheet.column_lines[:width] == lines
    assert sheet.column_count == width + len(UNKNOWN_COLUMNS["volunteers"])
    assert office.says("volunteers", ann, "about") == "Tea"


@WHETHER_IT_TELLS_OR_NOT
def test_what_a_person_deleted_is_not_made_by_the_sync(office: Office, one: Machine, ann: str) -> None:
    office.person.delete_columns("volunteers", "Born")
    office.person.delete_tab("visits")
    one.set("volunteers", ann, name="Ann Decided")
    outcome = one.sync()
    assert {"volunteers", "visits"} <= set(outcome.still)
    assert "visits" not in titles(office)
    assert "born" not in tab_of(office, "volunteers").columns
    assert tab_of(office, "residents").missing == ()
    assert set(UNKNOWN_TABS) < set(titles(office))
    for harm in ("The column Born of the tab volunteers is missing", "The tab visits was deleted"):
        assert any(harm in words for words in one.status.problems)
    assert one.get("volunteers", ann)["name"] == "Ann Decided"
    office.provision("visits")
    office.settle()


@WHETHER_IT_TELLS_OR_NOT
def test_a_column_deleted_since_then_stops_its_tab_alone(office: Office, one: Machine, ann: str) -> None:
    office.settle()
    office.person.delete_columns("volunteers", "About")
    before = all_of(office.sheet)
    assert one.sync().still == ["volunteers"]
    assert all_of(office.sheet) == before
    assert any("The column About of the tab volunteers is missing" in words for words in one.status.problems)
    office.provision()
    office.settle()
    assert office.says("volunteers", ann, "about") == "Tea"


def test_a_column_deleted_from_an_earlier_version_that_told_them_is_not_made_by_the_sync(
    office: Office, one: Machine
) -> None:
    with as_then():
        office.provision()
    tell(office.sheet, VERSION - 1)
    office.person.delete_columns("volunteers", "Name")
    assert one.sync().still == ["volunteers"]
    found = tab_of(office, "volunteers")
    assert found.missing == ("name",)
    assert {"about", "travel"} <= found.columns.keys()
    office.provision()
    office.settle()


def test_a_person_s_own_tab_of_our_title_is_left_alone_and_the_rest_comes_forward(office: Office, one: Machine) -> None:
    office.person.add_tab("Organisations")
    office.person.type("Organisations", "A1", "Who rang")
    outcome = one.sync()
    assert outcome.still == []
    assert [words for words in outcome.problems if "the next sync makes ours" in words] == outcome.problems != []
    assert office.person.see("Organisations") == [["Who rang"]]
    assert "weights" in titles(office)
    assert "about" in tab_of(office, "volunteers").columns
    assert one.sync().writes == 0, "no try is made before somebody has renamed it"
    office.person.rename_tab("Organisations", "Who rang us")
    office.settle()
    assert len(office.ids("organisations")) == 1
    assert office.person.see("Who rang us") == [["Who rang"]]


@WHETHER_IT_TELLS_OR_NOT
def test_a_pull_writes_nothing_and_is_whole(office: Office, one: Machine, ann: str) -> None:
    before = all_of(office.sheet)
    fresh = office.hire()
    for machine in (one, fresh):
        outcome = machine.sync(push=False)
        assert (outcome.still, outcome.problems, outcome.writes) == ([], [], 0)
    assert all_of(office.sheet) == before
    assert fresh.get("volunteers", ann)["about"] == "Tea", "the row as it was born tells it"


def test_a_copy_without_marks_is_left_to_provisioning(office: Office, one: Machine) -> None:
    office.sheet.metadata.clear()
    for sheet in office.sheet.sheets:
        sheet.column_lines = [line._replace(metadata=()) for line in sheet.column_lines]
    before = titles(office)
    one.sync()
    assert titles(office) == before
    office.provision()
    office.settle()
    assert versions(office.sheet) == [str(VERSION)]


def test_it_costs_three_times_two_reads_once(office: Office, one: Machine) -> None:
    assert isinstance(one.service, Service)
    outcome = one.sync()
    assert outcome.reads <= 6
    again = one.sync()
    assert (again.reads, again.writes) == (2, 0)


def test_a_column_for_a_question_that_the_community_adds_comes_by_itself(tmp_path: Path) -> None:
    def without(forms: Iterable[Form]) -> list[Tab]:
        return [tab.without(("extra.heard_from",)) for tab in tabs(forms)]

    with office_of_then(tmp_path, without, version=VERSION) as office:
        one = office.hire()
        with as_then(without):
            one.sync()
        assert "extra.heard_from" not in tab_of(office, "volunteers").columns
        own = one.book.append("volunteers", make_volunteer(extra='{"heard_from": "A poster"}'), by="web").id
        office.settle()
        assert office.says("volunteers", own, "extra.heard_from") == "A poster"
