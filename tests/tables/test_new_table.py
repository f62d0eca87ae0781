"""A new table is defined in one place: whose its rows are, every room reads there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from community.tables import TABLES
from community.tables.column import ANY_TABLE

ROOT = Path(__file__).parents[2]


def test_visibility_names_retention_and_erasure_treat_a_new_table_rightly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.tables.invented_tables", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == {
        "seen by the coordinator": [True],
        "seen by the neighbour": [True],
        "readers seen by both": [1, 1],
        "named": "Ada Asks",
        "goes with the resident": True,
        "goes with who brought it": False,
        "a reader is a person": True,
        "found by number": [True],
        # A kite lent counts as being in touch, so the resident stays two years from then, and the kite with them.
        "due after 13 months": {"kite": None, "resident": None, "reader": True},
        "due after 25 months": {"kite": None, "resident": None, "reader": True},
        "due after 37 months": {"kite": True, "resident": True, "reader": True},
        "kept while a concern is open": True,
        "cautioned": True,
        "who brought it is forgotten": True,
    }


def test_whose_a_row_is_is_said_by_references_that_exist_and_lead_up(subtests: pytest.Subtests) -> None:
    above = {table.name: table.owner and table[table.owner].refers_to for table in TABLES.values()}
    for table in TABLES.values():
        with subtests.test(table.name):
            beside = () if table.beside is None else table.beside[1:]
            for name in (*table.about, *beside, *((table.owner,) if table.owner else ())):
                assert table[name] in table.belongs_to
            assert {name for person in table.people for name in person[1:] if name} <= table.by_name.keys()
            who, when, statuses = table.in_touch or ((), (), None)
            assert {*who, *when} <= {*table.by_name, "id", "at", "changed_at"}
            assert statuses is None or set(map(str, statuses)) <= set(table["status"].words or ())
            way = [table.name]
            while (whose := above.get(way[-1])) not in (None, ANY_TABLE):
                assert whose not in way, "an owner leads back to the table itself"
                way.append(whose)


def test_a_record_that_belongs_to_somebody_says_to_whom(subtests: pytest.Subtests) -> None:
    """Without an owner a row with a reference would be seen by nobody but the director."""
    for table in TABLES.values():
        with subtests.test(table.name):
            assert table.owner is not None or "hub" in table.by_name or table.every_hub or not table.belongs_to


def test_what_is_kept_with_another_record_has_a_way_to_it(subtests: pytest.Subtests) -> None:
    for table in TABLES.values():
        for keep in {column.keep for column in table.columns if column.keep is not None}:
            with subtests.test(f"{table.name}: {keep}"):
                own = keep.of in (None, table.name)
                assert own == (table.kept_with(keep) == "id")
