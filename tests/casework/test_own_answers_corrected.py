"""An answer to a community's own question is put right like another column, and by nobody who may not read it."""

from dataclasses import replace
from pathlib import Path

import pytest

import community.casework as cw
from community.book import Stale
from community.tables.row_types import ROW_TYPES
from tests.casework.office import Office
from tests.forms.own_questions import settings_asking


def test_it_is_put_right_with_its_own_words_and_the_undo_takes_that_back(office: Office, tmp_path: Path) -> None:
    asking = replace(office.handler, settings=settings_asking(tmp_path))
    request = office.make_request(**{"extra.pets": "cat; newt", "extra.door": "green"})
    action = cw.correct(asking, "help_requests", request, "extra.pets", seen=["newt", "cat"], now=["newt", "dog"])
    assert office.row("help_requests", request)["extra.pets"] == "dog; newt"
    assert office.row("help_requests", request)["extra.door"] == "green"
    with pytest.raises(cw.NotNow, match="Choose one of the words"):
        cw.correct(asking, "help_requests", request, "extra.pets", seen="dog; newt", now="parrot")
    with pytest.raises(Stale):
        cw.correct(asking, "help_requests", request, "extra.pets", seen="cat", now="dog")
    cw.undo(asking, action.id)
    assert office.row("help_requests", request)["extra.pets"] == "cat; newt"


def test_nobody_changes_what_is_no_question_or_what_they_may_not_read(office: Office, tmp_path: Path) -> None:
    asking = replace(office.handler, settings=settings_asking(tmp_path))
    assert cw.may_correct(asking, "residents", "extra.door")
    for table, field in (
        ("help_requests", "extra.unknown"),
        ("help_requests", "extra"),
        ("bookings", "extra.door"),
        ("matches", "extra.door"),
        ("organisations", "extra.door"),  # call handlers do not read what organisations told
    ):
        assert not cw.may_correct(asking, table, field), (table, field)
        with pytest.raises(cw.NotAllowed):
            cw.correct(asking, table, "R-0000-0000-0", field, seen=None, now="x")
    assert not cw.may_correct(office.handler, "help_requests", "extra.door"), "nobody asks it any more"


def test_it_can_only_become_what_the_form_would_take_and_where_it_is_asked(office: Office, tmp_path: Path) -> None:
    asking = replace(office.handler, settings=settings_asking(tmp_path))
    request, resident = office.make_request(), office.book.append("residents", {"name": "Rita"}, by="web").id
    for name, now, kept in (("moved_in", "24/12/2025", "2025-12-24"), ("floor", "1,200", "1200"), ("lift", "no", "no")):
        cw.correct(asking, "help_requests", request, f"extra.{name}", seen=None, now=now)
        assert office.row("help_requests", request)[f"extra.{name}"] == kept
    for name, now in (("told_by", "friend; poster"), ("moved_in", "long ago"), ("floor", "top"), ("lift", "no; yes")):
        seen = office.row("help_requests", request)[f"extra.{name}"]
        with pytest.raises(cw.NotNow):
            cw.correct(asking, "help_requests", request, f"extra.{name}", seen=seen, now=now)
    for table, one, field in (("residents", resident, "extra.door"), ("help_requests", request, "extra.shirt")):
        with pytest.raises(cw.NotAllowed, match="No form"):
            cw.correct(asking, table, one, field, seen=None, now="large")
        row = office.book.get(ROW_TYPES[table], one)
        assert row is not None
        assert field not in cw.correctable(asking, row)
    told = office.book.append("residents", {"name": "Rita", "extra.door": "green"}, by="web").id
    cw.correct(asking, "residents", told, "extra.door", seen="green", now="red")
