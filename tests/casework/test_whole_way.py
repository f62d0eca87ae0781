"""From a request to a helped neighbour and back again, on both kinds of database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import community.casework as cw
from community.casework.calls_to_make import COMES, GIVEN, WORDS
from community.tables.row_types import VisitRow
from tests.book.databases import KINDS, begun
from tests.casework.office import TODAY, Office, open_office

pytestmark = pytest.mark.core


@pytest.fixture(params=KINDS)
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    with begun(request.param, tmp_path) as address:
        made = open_office(tmp_path, address)
        yield made
        made.book.close()


def test_from_a_request_to_a_helped_neighbour_and_back_again(office: Office) -> None:
    office.make_volunteer(tasks=["phone_call"], dbs="basic")
    other = office.make_volunteer(tasks=["phone_call"], dbs="basic")
    request = office.make_request(tasks=["phone_call"], postcode="BA1 5AW")
    start = office.everything()
    steps: list[str] = []

    steps.append(cw.no_answer(office.handler, request, seen="new").id)
    made = cw.triage(office.handler, request, seen="no_answer")
    steps.append(made.action.id)
    steps.append(office.propose().action or "")
    match = next(i.id for i in cw.today(office.coordinator, office.clock()) if i.kind == "proposal")
    look = cw.look_at(office.coordinator, match)
    assert look is not None
    steps.append(look.id)
    assert len(cw.alternates(office.coordinator, match)) == 1
    chosen = other if office.row("matches", match)["volunteer_id"] != other else None
    if chosen is None:
        steps.append(cw.approve(office.coordinator, match).id)
    else:
        done = cw.choose_another(office.coordinator, match, chosen)
        match = done.ids[0]
        steps.append(done.id)
    assert "Reply" not in cw.message_for(office.handler, match)
    steps.append(cw.rang(office.handler, match, "yes", seen="approved").id)
    steps.append(cw.resident_told(office.handler, match).id)
    assert "Telephone: " in cw.release(office.handler, match, seen="active").words
    steps.append(office.book.changes(newest_first=True, limit=1)[0]["action"])
    steps.append(cw.done(office.handler, match, TODAY, 25, seen="active").id)
    steps.append(cw.end_match(office.coordinator, match, seen="active").id)
    steps.append(cw.close_need(office.coordinator, made.need_ids[0], "done").id)

    assert office.status(request) == "closed"
    assert cw.unused_volunteers(office.director, office.clock()) == []
    assert [e.verb for e in cw.history(office.director, made.need_ids[0])] == ["close_need", "came_in"]
    assert len(cw.see_all(office.coordinator, VisitRow)) == 1
    assert cw.see_all(office.neighbour, VisitRow) == []
    for step in reversed(steps):
        cw.undo(office.director, step)
    left = {own: row for own, row in office.everything().items() if own not in start}
    assert {own: row for own, row in office.everything().items() if own in start} == start
    # A match that somebody chose, and that people have heard of, is put aside; one that was proposed is proposed again.
    aside = {own for own, row in left.items() if row.get("status") == "superseded"}
    assert aside == (set() if chosen is None else {match})
    told = {row["words"] for own, row in left.items() if own not in aside}
    assert told == {WORDS[COMES], WORDS[GIVEN]}, "what was told can't be untold"
    waits = {item.id for item in cw.today(office.director, office.clock())}
    assert waits & left.keys() == left.keys() - aside
