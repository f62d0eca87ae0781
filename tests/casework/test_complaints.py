"""Complaints: heard by anybody, read by the director alone, answered in time, and looked at a second time."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.casework.worklist import URGENT
from community.tables.row_types import ComplaintRow
from community.tables.vocabulary import ContactWay
from tests.casework.complaining import acknowledged, answered, complained
from tests.casework.office import Office


def lines(office: Office, desk: cw.WorkContext | None = None) -> list[cw.WorklistItem]:
    found = cw.today(desk or office.director, office.clock())
    return [item for item in found if item.table == "complaints"]


def test_a_complaint_goes_its_way_and_each_step_is_undone(office: Office) -> None:
    one = complained(office, wants="To be told when somebody can’t come")
    row = office.row("complaints", one)
    assert (row["status"], row["stage"], row["by"]) == ("received", 1, office.handler.user.name)
    first = cw.acknowledge_complaint(office.director, one)
    row = office.row("complaints", one)
    assert (row["acknowledged_on"], row["answer_by"]) == ("2026-11-23", "2026-12-21"), "twenty working days"
    second = cw.answer_complaint(office.director, one, "We are sorry. Two people hold each Monday now.")
    assert office.status(one) == "closed"
    office.clock.pass_(days=30)
    third = cw.second_stage(office.director, one, "Tess Trustee")
    row = office.row("complaints", one)
    assert (row["status"], row["stage"], row["answer_by"]) == ("acknowledged", 2, "2027-01-25")
    fourth = cw.answer_complaint(office.director, one, "Tess agrees, and rang them.")
    said = office.row("complaints", one)["answer"]
    assert said.index("We are sorry") < said.index("Tess Trustee, who was not involved") < said.index("Tess agrees")
    with pytest.raises(cw.NotNow, match="second time already"):
        cw.second_stage(office.director, one, "Tom Trustee")
    for action in (fourth, third, second, first):
        cw.undo(office.director, action.id)
    assert (office.status(one), office.row("complaints", one)["answer"]) == ("received", None)


@pytest.mark.parametrize("name", ["Dilys Director", "director  DILYS", "Hal Handler", "", None])
def test_nobody_who_dealt_with_it_looks_at_it_a_second_time(office: Office, name: str | None) -> None:
    one = answered(office)
    with pytest.raises(cw.NotNow):
        cw.second_stage(office.director, one, name)
    assert (office.status(one), office.row("complaints", one)["stage"]) == ("closed", 1)


def test_only_the_director_hears_of_it_and_whoever_took_it_may_take_it_back(office: Office) -> None:
    request = office.make_request()
    told = {"words": "She shouted at me", "name": "Etta Early"}
    action = cw.take_complaint(office.handler, told, key="one", about=request)
    for desk in (office.handler, office.coordinator):
        assert cw.see_all(desk, ComplaintRow) == lines(office, desk) == []
        assert "shouted" not in str(cw.history(desk, request))
    assert [line.who for line in lines(office)] == [{action.ids[0]}]
    cw.undo(office.handler, action.id)
    assert office.book.rows("complaints") == []


def test_it_is_on_today_until_they_hear_and_again_before_the_answer_is_due(office: Office) -> None:
    one = complained(office)
    (line,) = lines(office)
    assert (line.title, line.due.isoformat()) == (
        "Say that we have it: complaint of Etta Early",
        "2026-11-26T17:00:00+00:00",
    )
    cw.acknowledge_complaint(office.director, one)
    assert lines(office) == []
    office.clock.pass_(days=22)
    (line,) = lines(office)
    assert (line.kind, line.title) == ("complaint_due", "Answer: complaint of Etta Early")
    cw.answer_complaint(office.director, one, "We are sorry")
    assert lines(office) == []


def test_a_request_for_their_own_data_is_answered_within_the_days_of_the_law(office: Office) -> None:
    one = complained(office, kind="data_request")
    office.clock.pass_(days=2)
    cw.acknowledge_complaint(office.director, one)
    assert office.row("complaints", one)["answer_by"] == "2026-12-23", "from the day they asked"


def test_harm_comes_first_and_its_words_may_be_with_the_lead_alone(office: Office) -> None:
    told = {"words": "He hurt me", "name": "Etta Early", "harm": "yes"}
    one = cw.take_complaint(office.handler, told, key="one", sealed=True).ids[0]  # type: ignore[arg-type]
    assert office.row("complaints", one)["words"] is None
    (line,) = lines(office)
    assert (line.urgency, line.title.partition(",")[0]) == (URGENT, "Speak to the lead first")


def test_it_is_taken_once_and_ends_the_call_that_it_came_by(office: Office) -> None:
    resident = office.row("needs", office.make_need())["resident_id"]
    cw.begin_call(office.handler, resident, "call", ContactWay.TELEPHONE, "They told us who they are.")
    for _ in range(2):
        cw.take_complaint(office.handler, {"words": "Nobody came"}, key="one", about=resident, call="call")
    assert office.book.count("complaints") == 1
    assert cw.open_calls(office.handler, resident) == []
    with pytest.raises(cw.NotNow):
        cw.take_complaint(office.handler, {"words": " "}, key="two")
    assert office.book.count("complaints") == 1


def test_an_answer_has_words(office: Office) -> None:
    one = acknowledged(office)
    office.clock.now += timedelta(days=1)
    with pytest.raises(cw.NotNow):
        cw.answer_complaint(office.director, one, " ")
    assert office.status(one) == "acknowledged"
