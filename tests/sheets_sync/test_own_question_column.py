"""A question of a community's own in a spreadsheet at work: its column comes by itself, and stays when it goes."""

from pathlib import Path

import pytest

from tests.book.builders import make_volunteer
from tests.forms.own_questions import settings_asking
from tests.sheets_sync.office import Machine, Office


def test_its_column_comes_by_itself_and_what_was_answered_outlives_the_question(
    office: Office, one: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = one.book.append("volunteers", make_volunteer(), by="web").id
    office.settle()
    monkeypatch.setattr("tests.sheets_sync.office.settings", lambda: settings_asking(tmp_path))
    after = one.book.append("volunteers", make_volunteer(**{"extra.shirt": "small"}), by="web").id
    office.settle()
    assert office.says("volunteers", after, "extra.shirt") == "small"
    office.correct("volunteers", before, "extra.shirt", "large")
    office.settle()
    assert one.get("volunteers", before)["extra.shirt"] == "large"
    monkeypatch.setattr("tests.sheets_sync.office.settings", lambda: settings_asking(tmp_path, ""))
    one.set("volunteers", after, name="Ann Other")
    office.settle()
    kept = [one.get("volunteers", own)["extra.shirt"] for own in (before, after)]
    assert kept == ["large", "small"]
