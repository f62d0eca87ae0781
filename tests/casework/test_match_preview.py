"""Who could help, told before a request is accepted: what the matching says once it is, and nothing is written."""

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import community.casework as cw
from community.casework import kept_board
from community.casework.whole_board import whole_board
from tests.casework.office import Office

Told = list[tuple[int, tuple[str, ...]]]
KINDS = ("phone_call", "money_advice", "interpreting")


def told(office: Office, request: str, *needs: cw.NeedAsked, resident: str | None = "new") -> Told:
    return [(each.could, each.why) for each in cw.foresee(office.handler, request, needs, resident)]


def call(**told: Any) -> cw.NeedAsked:
    return cw.NeedAsked("phone_call", **told)


def accept(office: Office, request: str, *needs: cw.NeedAsked) -> str:
    return cw.triage(office.handler, request, seen="new", resident="new", needs=needs).need_ids[0]


def test_who_suits_best_is_who_is_proposed_once_the_request_is_accepted(office: Office) -> None:
    office.make_volunteer(slots=("tue_morning",))
    office.make_volunteer()
    request = office.make_request(slots=("mon_morning", "tue_morning"))
    before = office.everything()
    ((could, why),) = told(office, request, call())
    assert (could, office.everything()) == (2, before)
    need = accept(office, request, call())
    office.propose()
    (match,) = office.book.rows("matches", lambda c: [c.need_id == need])
    assert match["why"] == ". ".join(why)


def test_says_whether_somebody_is_wanted_as_urgently_elsewhere_or_nobody_could(office: Office) -> None:
    request = office.make_request()
    assert told(office, request, call()) == [(0, ())]
    office.make_volunteer()
    accept(office, office.make_request(urgency="today"), call())
    office.propose()
    assert told(office, request, call(urgency="whenever")) == [(1, ())]


def test_a_volunteer_who_knows_the_resident_is_named(office: Office) -> None:
    match = office.make_match("active", task_type="phone_call")
    row = office.row("matches", match)
    office.set(office.row("volunteers", row["volunteer_id"]), "how_many", 2)
    cw.done(office.director, match, office.today, seen="active")
    office.propose()
    resident = office.row("needs", row["need_id"])["resident_id"]
    ((_, why),) = told(office, office.make_request(), call(), resident=resident)
    assert why[0] == "Knows this resident: 1 visit"


def test_what_is_there_already_and_what_the_hub_does_are_left_out(office: Office) -> None:
    office.make_volunteer()
    request = office.make_request()
    accept(office, request, call())
    office.propose()
    assert told(office, request, call(), cw.NeedAsked("money_advice"), cw.NeedAsked("nonsense")) == []


def test_the_book_is_not_read_whole_again_for_it(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was matched last is enough: to read everybody takes longer than all the rest."""
    office.make_volunteer()
    office.propose()
    request = office.make_request()
    monkeypatch.setattr(kept_board, "frames", None)
    assert [could for could, _ in told(office, request, call())] == [1]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**31))
def test_whatever_came_before_it_says_what_a_board_solved_anew_says(office: Office, seed: int) -> None:
    draw = np.random.default_rng(seed)
    for _ in range(6):
        if draw.random() < 0.5:
            office.make_volunteer(slots=("mon_morning",) if draw.random() < 0.5 else None)
        need = call(urgency=str(draw.choice(["today", "whenever"])), people=int(draw.integers(1, 3)))
        office.propose()
        request = office.make_request(slots=("mon_morning", "tue_morning"))
        (before,) = told(office, request, need)
        made = accept(office, request, need)
        solved = whole_board(office.director, keep_seen=True)
        place = solved.found.board.place_of_need(made)
        first = solved.found.solution.first(place)
        who = solved.found.board.volunteers.ids[first.volunteer]
        why = [tuple(solved.reasons(made, one)) for one in who]
        assert before == (len(solved.found.solution.ranked(place)), why[0] if why else ())
