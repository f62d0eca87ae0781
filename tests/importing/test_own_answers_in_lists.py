"""Columns of a list that answer a community's own questions: found by the question's words, read, and never lost."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from community.casework import WorkContext
from community.importing import Fate, ImportPlan, NotAList, bring_list_in, plan_list
from community.importing.row_troubles import Trouble
from tests.casework.office import Office
from tests.forms.own_questions import settings_asking

LIST = """Name,Phone,"Which <b>door</b> & bell?",Which animals live with you?,lift,Floor,When did you move in?,Told by
Edith Early,01632 960001,green,"Dog, A cat & a newt",Y,"1,200",3/4/2019,A friend
Len Late,01632 960002,,,perhaps,top,,the vicar
"""


@pytest.fixture
def asking(office: Office, tmp_path: Path) -> WorkContext:
    return replace(office.director, settings=settings_asking(tmp_path))


def brought(context: WorkContext, text: str, what: str) -> ImportPlan:
    plan = plan_list(context, text.encode(), "list.csv", what, basis="consent")
    bring_list_in(context, plan)
    return plan


def test_each_column_is_known_by_its_question_and_what_cannot_be_read_stays_as_it_is(
    office: Office, asking: WorkContext
) -> None:
    plan = brought(asking, LIST, "residents")
    asked = ("door", "pets", "lift", "floor", "moved_in", "told_by")
    assert [(each.field, each.by) for each in plan.guesses[2:]] == [(f"extra.{name}", "header") for name in asked]
    assert plan.guesses[3].label == "Pets"
    told = [json.loads(office.row("residents", str(row.record_id))["extra"]) for row in plan.rows]
    edith, late = ({name: answers[name] for name in asked if name in answers} for answers in told)
    assert edith == {
        "door": "green", "pets": "a newt; cat; dog", "lift": "yes", "floor": "1200", "moved_in": "2019-04-03",
        "told_by": "friend",
    }  # fmt: skip
    assert late == {"lift": "perhaps", "floor": "top", "told_by": "the vicar"}


def test_what_the_list_says_otherwise_of_somebody_known_is_shown_and_nothing_is_written_over(
    office: Office, asking: WorkContext
) -> None:
    told = {"name": "Edith Early", "telephone": "01632 960001", "extra.door": "red", "extra.lift": "yes"}
    known = office.book.append("residents", told, by="web").id
    plan = brought(asking, LIST, "residents")
    assert (plan.rows[0].record_id, plan.rows[0].fate) == (known, Fate.RECOGNISED)
    differs = {odd.header for odd in plan.rows[0].troubles}
    assert "Door" in differs
    assert "Lift" not in differs
    assert office.row("residents", known)["extra.door"] == "red"


def test_without_the_question_the_column_is_kept_among_the_notes(office: Office) -> None:
    plan = brought(office.director, LIST, "residents")
    notes = office.row("residents", str(plan.rows[0].record_id))["notes"]
    assert "Which animals live with you?: Dog, A cat & a newt" in notes
    with pytest.raises(NotAList):
        plan_list(office.director, LIST.encode(), "list.csv", "residents", columns={"lift": "extra.lift"})


def test_a_question_to_others_is_none_of_this_list_s(office: Office, asking: WorkContext) -> None:
    text = "Name,Phone,Shirt\nEd Early,01632 960009,Large"
    (column,) = [each for each in brought(asking, text, "residents").guesses if each.column.header == "Shirt"]
    assert column.field == "notes"
    text = text.replace("Shirt", "Which size of T-shirt?")
    (row,) = brought(asking, text, "volunteers").rows
    assert office.row("volunteers", str(row.record_id))["extra.shirt"] == "large"


def test_what_no_question_takes_is_kept_whole_and_said_and_the_column_tells_where_its_months_stand(
    office: Office, asking: WorkContext
) -> None:
    text = """Name,Phone,Told by,lift,Floor,When did you move in?
Ed Early,01632 960001,A friend; a poster,perhaps,top,03/25/2019
Len Late,01632 960002,"A friend, the vicar",yes,2,03/04/2019
Una Unread,01632 960003,poster,no,3,long ago
"""
    plan = brought(asking, text, "residents")
    ed, len_, una = (json.loads(office.row("residents", str(row.record_id))["extra"]) for row in plan.rows)
    said = [{each.header: each.trouble for each in row.troubles if each.header} for row in plan.rows]
    unread, words = Trouble.ANSWER_UNREAD, Trouble.WORDS_UNKNOWN
    assert (ed["told_by"], len_["told_by"], una["told_by"]) == ("A friend; a poster", "A friend, the vicar", "poster")
    assert (ed["lift"], ed["floor"]) == ("perhaps", "top")
    moved = "When did you move in?"
    assert (ed["moved_in"], len_["moved_in"], una["moved_in"]) == ("2019-03-25", "2019-03-04", "long ago")
    assert said == [{"Told by": words, "lift": unread, "Floor": unread}, {"Told by": words}, {moved: unread}]
    assert "long ago" not in office.row("residents", str(plan.rows[2].record_id))["notes"]
