"""Thirty messy exports of old systems: each row is right, none is lost, and no list makes anybody twice."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import community.casework as cw
from community.book import Row
from community.identity import phone_numbers
from community.importing import Fate, ImportPlan, bring_list_in, plan_list
from community.tables.canonical import split
from tests.book.databases import KINDS, begun
from tests.casework.office import TODAY, Office, open_office
from tests.importing.invented_people import Invented
from tests.importing.messy_exports import MessyExport, messy_export

EXPORTS = list(range(30))
LARGEST = 7


@cache
def export(seed: int) -> MessyExport:
    return messy_export(seed, 400 if seed == LARGEST else None)


def planned(office: Office, seed: int) -> ImportPlan:
    return plan_list(office.director, export(seed).data, export(seed).file, "volunteers", basis="consent")


def told(row: Row) -> dict[str, object]:
    """What the book says of a volunteer, as an invented person says it."""
    extra = json.loads(row["extra"])
    return {
        "number": extra["list_number"],
        "name": row["name"],
        "telephones": {number.form for number in phone_numbers(row["telephone"])},
        "email": row["email"],
        "postcode": row["postcode"],
        "tasks": set(split(row["tasks"])),
        "slots": set(split(row["slots"])),
        "over_18": row["over_18"],
        "joined": extra["joined_on"],
        "consent": row["consent"],
    }


def truth(one: Invented) -> dict[str, object]:
    return {
        "number": one.number,
        "name": one.name,
        "telephones": {f"+44{number[1:]}" for number in one.telephones},
        "email": one.email,
        "postcode": one.postcode,
        "tasks": set(one.tasks),
        "slots": set(one.slots),
        "over_18": "yes" if (TODAY - one.born).days >= 18 * 365.25 else "no",
        "joined": one.joined.isoformat(),
        "consent": "yes" if one.consent else "no",
    }


@pytest.mark.parametrize("seed", EXPORTS)
def test_every_row_is_right_and_none_is_lost(office: Office, seed: int) -> None:
    plan = planned(office, seed)
    assert len(plan.rows) == sum(plan.counts.values()) == export(seed).rows
    assert plan.counts[Fate.RECOGNISED] == export(seed).repeated
    assert plan.counts[Fate.SET_ASIDE] == export(seed).empty
    bring_list_in(office.director, plan)
    rows = office.book.rows("volunteers")
    found = {each["number"]: each for each in map(told, rows)}
    assert len(rows) == len(export(seed).people)
    for one in export(seed).people:
        assert found[one.number] == truth(one)
    checks = Counter((row["level"], row["seen_on"]) for row in office.book.rows("checks"))
    assert checks == Counter((one.dbs, one.dbs_seen.isoformat()) for one in export(seed).people if one.dbs)


@pytest.mark.parametrize("seed", EXPORTS[::3])
def test_the_same_list_again_changes_nothing(office: Office, seed: int) -> None:
    bring_list_in(office.director, planned(office, seed))
    before = office.everything()
    again = planned(office, seed)
    assert again.counts[Fate.BROUGHT_IN] == again.counts[Fate.CORRECTED] == 0
    assert bring_list_in(office.director, again).id == ""
    assert office.everything() == before


@pytest.mark.parametrize("seed", EXPORTS[1::3])
def test_one_undo_leaves_the_book_as_it_was(office: Office, seed: int) -> None:
    office.make_match("active")
    before = office.everything()
    done = bring_list_in(office.director, planned(office, seed))
    assert office.everything() != before
    cw.undo(office.director, done.id)
    assert office.everything() == before
    bring_list_in(office.director, planned(office, seed))
    assert len(office.book.rows("volunteers")) == 1 + len(export(seed).people)


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_comes_in_and_is_taken_back_alike_on_either_database(kind: str, tmp_path: Path) -> None:
    with begun(kind, tmp_path) as address:
        office = open_office(tmp_path, address)
        try:
            before = office.everything()
            done = bring_list_in(office.director, planned(office, LARGEST))
            assert len(office.book.rows("volunteers")) == len(export(LARGEST).people)
            again = planned(office, LARGEST).counts
            assert again[Fate.BROUGHT_IN] == again[Fate.CORRECTED] == 0
            cw.undo(office.director, done.id)
            assert office.everything() == before
        finally:
            office.book.close()
