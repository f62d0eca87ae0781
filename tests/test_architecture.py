"""The rooms of the house and the doors between them (docs/architecture.md), held with the standard library only."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.bare_codes import bare_codes
from tests.checkout import ROOT, files, name
from tests.import_graph import Door, back_doors, circle, door, imports, needs
from tests.misspelt_names import misspelt, misspelt_attributes
from tests.room_table import (
    ASK_THE_BOOK_IN_SQL,
    COMMAND_LINE,
    MAY_IMPORT,
    MAY_IMPORT_THE_COMMAND_LINE,
    ONLY_IN,
    OPEN_TO_ALL,
    OURS,
    room_of,
)

SOURCES = [path for path in files("*.py") if not name(path).startswith("tests/")]
# A migration tells what a book once became; it is not split afterwards. The classes of rows are written by the program.
WRITTEN_BY_US = [path for path in files("*.py") if "/migrations/versions/" not in name(path)]
SITTINGS = [path for path in WRITTEN_BY_US if name(path) != "community/tables/row_types.py"]
LONGEST_MODULE = 300
LONGEST_PAGE = 100


def module_of(path: Path) -> str:
    """Return the dotted name under which a file is imported."""
    return name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def is_within(target: str, room: str) -> bool:
    return target == room or target.startswith(f"{room}.")


def broken_doors(source: str, module: str, *, package: bool = False) -> list[str]:
    """Return one line for each import that the table does not allow."""
    room, faults = room_of(module), []
    allowed = {room} | OPEN_TO_ALL | MAY_IMPORT[room]
    for line, target in imports(source, module, package=package):
        top = target.split(".")[0]
        if top in OURS and not any(is_within(target, each) for each in allowed):
            faults.append(f"line {line}: {room} may not import {target}")
        elif is_within(target, COMMAND_LINE) and room not in MAY_IMPORT_THE_COMMAND_LINE:
            faults.append(f"line {line}: {target} is the command line; what {room} needs belongs in community.runtime")
        if top in ONLY_IN and room not in ONLY_IN[top]:
            faults.append(f"line {line}: {top} belongs in {', '.join(sorted(ONLY_IN[top]))}")
    return faults


def test_every_module_belongs_to_a_room() -> None:
    homeless = [name(path) for path in SOURCES if not room_of(module_of(path))]
    assert not homeless, "\n".join(["give these a room in docs/architecture.md and here:", *homeless])


def test_every_module_imports_only_what_its_room_may() -> None:
    broken = [
        f"{name(path)}, {fault}"
        for path in SOURCES
        if room_of(module_of(path))
        for fault in broken_doors(path.read_text(encoding="utf-8"), module_of(path), package=path.name == "__init__.py")
    ]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("community.tables.people_tables", "from community.book import Book"),
        ("community.matching.hard_rules", "import community.settings"),
        ("community.matching.hard_rules", "def late():\n    from community.places import find"),
        ("community.book.store", "from ..casework import approve"),
        ("community.casework.request_triage", "import starlette.requests"),
        ("community.publish.figures", "from community import casework"),
        ("intake.web_app", "import streamlit"),
        ("dashboard.pages.today_page", "import gspread"),
        ("dashboard.pages.today_page", "from sheets_sync import push"),
        ("community.demo.people", "import intake"),
        ("community.settings", "from tests.builders import make_volunteer"),
        ("dashboard.shared_resources", "from community.commands.show import SHOWN"),
        ("intake.__main__", "from community import commands"),
        ("community.runtime.ports", "from community.places import find"),
        ("community.jobs.worker_loop", "from community.casework import approve"),
    ],
)
def test_a_door_that_should_stay_shut_is_seen(module: str, source: str) -> None:
    assert len(broken_doors(source, module)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("community.book.store", "from . import ids\nfrom community.tables import TABLES"),
        ("community.casework.request_triage", "from community.errors import UserFacingError"),
        ("dashboard.pages.today_page", "import streamlit as st\nfrom community.casework import triage"),
        ("intake.web_app", "from starlette.applications import Starlette"),
    ],
)
def test_an_open_door_is_left_open(module: str, source: str) -> None:
    assert broken_doors(source, module) == []


WRITES_A_FILE = {"writer", "DictWriter", "to_csv", "to_excel", "to_html", "to_json", "download_button"}
"""What would make a file that leaves, in the standard library, in pandas and in Streamlit."""


def files_made(source: str) -> list[str]:
    """Return one line for each place that makes a file for somebody else to open."""
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)]
    return [f"line {node.lineno}: {node.attr}" for node in found if node.attr in WRITES_A_FILE]


THROUGH_THE_DOOR = {"dashboard.parts.file_download"}
"""The one button that saves a file: what it gives was made and noted by community/exports."""


def test_a_file_that_leaves_goes_through_the_one_door() -> None:
    made = [
        f"{name(path)}, {place}"
        for path in SOURCES
        if room_of(module_of(path)) != "community.exports" and module_of(path) not in THROUGH_THE_DOOR
        for place in files_made(path.read_text(encoding="utf-8"))
    ]
    assert not made, "\n".join(["community/exports defuses a file that leaves, and notes it:", *made])


@pytest.mark.parametrize(
    "source",
    ["import csv\ncsv.writer(f)", "frame.to_csv()", 'st.download_button("List", data)', "csv.DictWriter(f, [])"],
)
def test_a_file_made_past_that_door_is_seen(source: str) -> None:
    assert len(files_made(source)) == 1


def test_no_code_of_the_tables_is_bare_text_elsewhere() -> None:
    """A member of a class that is misspelt is found by mypy; a text that is misspelt is true of nobody."""
    bare = [
        f"{name(path)}, {place}"
        for path in SITTINGS
        if path in SOURCES and room_of(module_of(path)) != "community.tables"
        for place in bare_codes(path.read_text(encoding="utf-8"))
    ]
    assert not bare, "\n".join(["take these from community/tables (statuses.py, vocabulary.py):", *bare])


def test_no_text_is_nearly_a_name_of_the_tables() -> None:
    slips = [
        f"{name(path)}, {place}" for path in SITTINGS if path in SOURCES for place in misspelt(path.read_text("utf-8"))
    ]
    assert not slips, "\n".join(["right, or one of OTHER_WORDS in tests/misspelt_names.py:", *slips])


def test_no_attribute_is_nearly_a_column() -> None:
    slips = misspelt_attributes({name(path): path.read_text("utf-8") for path in SITTINGS if path in SOURCES})
    assert not slips, "\n".join(["right, or one of NAMES_OF_LIBRARIES in tests/misspelt_names.py:", *slips])


def test_relative_imports_in_a_package_count_from_the_package_itself() -> None:
    assert imports("from .ids import mint", "community.tables", package=True) == [(1, "community.tables.ids.mint")]
    assert imports("from .ids import mint", "community.tables.row", package=False) == [(1, "community.tables.ids.mint")]


DOORS = {module_of(path): found for path in SOURCES if path.name == "__init__.py" and (found := door(path.read_text()))}


def test_every_room_names_what_it_offers() -> None:
    packages = {module_of(path): path.parent for path in SOURCES if path.name == "__init__.py"}
    assert [room for room in packages if room in MAY_IMPORT and room != "community" and room not in DOORS] == []
    lost = [
        f"{room}: {each}"
        for room, offered in DOORS.items()
        for each in offered.modules
        if not (packages[room] / f"{each}.py").exists() and not (packages[room] / each / "__init__.py").exists()
    ]
    assert lost == []


def test_a_room_is_entered_by_its_door() -> None:
    found = [
        f"{name(path)}, {fault}"
        for path in SOURCES
        for fault in back_doors(path.read_text(), module_of(path), DOORS, package=path.name == "__init__.py")
    ]
    assert not found, "\n".join(["offer these at the door, or do without:", *found])


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("dashboard.take_call", "from community.book.schema import NOW"),
        ("sheets_sync.status", "from community.book import record_set"),
        ("sheets_sync.planning", "import community.book.answer_keys"),
        ("community.casework.request_triage", "from community.matching.min_cost_flow import check_guarantee"),
        ("intake.form_flow", "def late():\n    from community.forms.validation import FieldError"),
        ("dashboard.take_call", "from community.casework.request_triage import USUAL_URGENCY"),
        ("dashboard.pages.sheet_page", "from sheets_sync.status import _told"),
        ("sheets_sync.sync", "from sheets_sync.planning.misplaced_writes import settle"),
    ],
)
def test_a_back_door_is_seen(module: str, source: str) -> None:
    assert len(back_doors(source, module, DOORS)) == 1


def test_front_doors_and_a_room_s_own_modules_are_open() -> None:
    assert back_doors("from community.book import Book, erasure\nimport community.book", "intake.web_app", DOORS) == []
    assert back_doors("from community.book.schema import NOW", "community.book.rows", DOORS) == []
    assert door('from a.b import c\n__all__ = ["c", "d"]\ndef e(): ...') == Door(frozenset("c"), frozenset("d"))


def test_only_who_has_to_asks_the_book_in_its_own_sql_tables() -> None:
    """Everybody else goes through `Book` and `Reader`, which know what is void and what was erased."""
    tables = {"CHANGES", "JOBS", "NOW", "RECEIVED", "SHEET_MEMORY", "SHEET_READ", "SUBMISSIONS"}
    asks = {
        module_of(path)
        for path in SOURCES
        for _, target in imports(path.read_text(), module_of(path), package=path.name == "__init__.py")
        if target in {f"community.book.{each}" for each in tables}
    }
    others = [each for each in asks if not any(is_within(each, one) for one in ASK_THE_BOOK_IN_SQL)]
    assert others == []


def test_no_module_needs_itself() -> None:
    """Whatever is opened first, nothing is half loaded. An import within a function counts as well."""
    sources = {module_of(path): path for path in SOURCES}
    graph = {}
    for module, path in sources.items():
        named = imports(path.read_text(encoding="utf-8"), module, package=path.name == "__init__.py")
        graph[module] = needs(module, [target for _, target in named], sources)
    assert circle(graph) == []


def test_a_circle_is_seen() -> None:
    modules = {"town", "town.streets", "town.streets.lamp", "town.night"}
    assert needs("town.streets.lamp", ["town.night.DARK"], modules) == {"town.night"}
    assert needs("town.night", ["town.streets.lamp"], modules) == {"town.streets", "town.streets.lamp"}
    assert needs("town.night", ["town.DARK"], modules) == {"town"}
    assert set(circle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})) == {"a", "b", "c"}
    assert circle({"a": {"b", "c"}, "b": {"c"}}) == []


def test_every_module_can_be_read_in_one_sitting() -> None:
    too_long = []
    for path in SITTINGS:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        longest = LONGEST_PAGE if name(path).startswith("dashboard/pages/") else LONGEST_MODULE
        if lines > longest:
            too_long.append(f"{name(path)} has {lines} lines, more than {longest}: split it where it changes subject")
    assert not too_long, "\n".join(too_long)


def test_no_module_is_called_utils() -> None:
    """A drawer for everything is where nothing is found."""
    drawers = {"utils", "helpers", "common", "misc"}
    assert [name(path) for path in files("*.py") if drawers & set(module_of(path).split("."))] == []


def test_no_two_modules_have_the_same_name() -> None:
    """A reader who looks for a subject finds one file of that name."""
    named = Counter(path.name for path in SITTINGS if path in SOURCES and not path.name.startswith("__"))
    assert [each for each, count in named.items() if count > 1] == []


def test_no_two_classes_have_the_same_name() -> None:
    """A name in an error message or a review leads to one class."""
    trees = ((path, ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCES)
    named = Counter(node.name for _, tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    assert [each for each, count in named.items() if count > 1 and not each.startswith("_")] == []


def test_this_guard_reads_every_room_there_is() -> None:
    folders = {path.parent for path in ROOT.glob("*/__init__.py")} | {p.parent for p in ROOT.glob("community/*/*.py")}
    missing = [name(folder) for folder in folders if not room_of(module_of(folder)) and folder.name != "tests"]
    assert missing == []
