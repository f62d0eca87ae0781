"""A spreadsheet that any landed version made comes forward to today's; and no layout changes without a new version.

`landed_layouts.json` tells, by version, the tabs that were new or changed with it. `UPDATE_GOLDEN=1` notes today's.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from community.forms import Form
from sheets_sync.sheet_layout import VERSION, Tab, tabs
from tests.book.builders import make_request, make_volunteer
from tests.sheets_sync.earlier_layout import as_then, office_of_then, versions

FILE = Path(__file__).parent / "landed_layouts.json"
LANDED: dict[str, dict[str, str]] = json.loads(FILE.read_text("utf-8"))


def layout_of(version: int) -> dict[str, str]:
    """By tab: the fields of its columns, as that version knew them."""
    known: dict[str, str] = {}
    for number in sorted(map(int, LANDED)):
        if number <= version:
            known |= LANDED[str(number)]
    return known


def test_the_version_rises_whenever_a_tab_or_a_column_comes() -> None:
    """A version that others have already must not be noted anew: another column is another step of the schema."""
    today, before = {tab.name: " ".join(tab.fields) for tab in tabs(())}, layout_of(VERSION - 1)
    if os.environ.get("UPDATE_GOLDEN"):
        LANDED[str(VERSION)] = {name: fields for name, fields in today.items() if before.get(name) != fields}
        told = {number: each for number, each in LANDED.items() if each}
        FILE.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert layout_of(VERSION) == today
    assert before.keys() <= today.keys(), "a spreadsheet in use has them"
    assert all(set(fields.split()) <= set(today[name].split()) for name, fields in before.items())


@pytest.mark.parametrize("version", sorted(map(int, LANDED)))
def test_a_spreadsheet_of_each_landed_version_comes_forward(version: int, tmp_path: Path) -> None:
    known = layout_of(version)

    def layout(forms: Iterable[Form]) -> list[Tab]:
        ours = [tab for tab in tabs(forms) if tab.name in known]
        own = {tab.name: {*known[tab.name].split(), *(f for f in tab.fields if f.startswith("extra."))} for tab in ours}
        return [tab.without(set(tab.fields) - own[tab.name]) for tab in ours]

    with office_of_then(tmp_path, layout, version=version) as office:
        one = office.hire()
        with as_then(layout):
            one.book.append("volunteers", make_volunteer(name="Ann"), by="web")
            one.book.append("help_requests", make_request(), by="web")
            office.rest()
        office.settle()
        assert one.sync().still == []
        assert versions(office.sheet) == [str(VERSION)]
        assert {sheet.title for sheet in office.sheet.sheets} >= {tab.title for tab in tabs(())}
        told = {tab.name: set(tab.fields) for tab in tabs(())}
        marks = {sheet.title: sheet for sheet in office.sheet.sheets}
        assert all(marks[name].column_count >= len(fields) for name, fields in told.items())
