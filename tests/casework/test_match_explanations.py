from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

import community.casework as cw
from community.book import Book
from community.casework import alternate_volunteers, solved_board
from community.casework.whole_board import whole_board
from community.commands import match as watching
from tests.casework.office import ELSEWHERE, EVERY_CHECK, TODAY, Office


def test_others_are_offered_nearest_first_with_their_reasons(office: Office) -> None:
    match = office.make_match()
    near = office.make_volunteer(hub=ELSEWHERE)
    far = office.make_volunteer(easting=376_000.0)
    found = cw.alternates(office.coordinator, match)
    assert [a.volunteer_id for a in found] == [near, far]
    assert found[0].extra < found[1].extra
    assert found[1].why[0] == "2.0 km away by car"
    assert found[0].name is not None
    assert "Vera" not in repr(found[0])


def test_others_who_break_a_rule_or_said_no_are_not_offered(office: Office) -> None:
    match = office.make_match()
    office.make_volunteer(dbs=None)
    other = office.make_match(need=office.row("matches", match)["need_id"])
    cw.decline(office.coordinator, other)
    assert cw.alternates(office.coordinator, match) == []


def test_says_who_would_have_nobody_if_somebody_else_were_chosen(office: Office) -> None:
    """Vera is the only one with the check that a visit needs."""
    walk, visit = office.make_need(), office.make_need("visit", name="Ivy Ray", slots=("tue_morning",))
    vera, ben = office.make_volunteer(), office.make_volunteer(dbs="basic", easting=375_000.0)
    office.propose()
    match = office.book.rows("matches", lambda c: [c.need_id == walk])[0]
    assert match["volunteer_id"] == ben
    (other,) = cw.alternates(office.coordinator, match["id"])
    assert other.volunteer_id == vera
    assert other.then == ("Then Ivy Ray’s company at home on Tuesday mornings would have nobody.",)
    assert office.row("needs", visit)["status"] == "open"


def test_where_somebody_would_still_come_it_says_that_one_fewer_would(office: Office) -> None:
    office.make_need("small_job", people=2, name="Joe Jay", urgency="whenever", slots=("mon_morning",))
    visit = office.make_need("visit", urgency="today", slots=("tue_morning",))
    far = office.make_volunteer(easting=376_000.0, slots=("mon_morning", "tue_morning"))
    office.make_volunteer(slots=("mon_morning",))
    vera = office.make_volunteer(slots=("tue_morning",))
    office.propose()
    (match,) = office.book.rows("matches", lambda c: [c.need_id == visit])
    assert match["volunteer_id"] == vera
    (other,) = cw.alternates(office.coordinator, match["id"])
    assert other.volunteer_id == far
    assert other.then == ("Then one volunteer fewer would help with Joe Jay’s small job at home on Monday mornings.",)


def test_says_who_would_get_somebody_else(office: Office) -> None:
    here, there = office.make_need(name="Ivy Ray"), office.make_need(name="Joe Moss")
    office.set(office.row("needs", there), "easting", 376_000.0)
    near = office.make_volunteer(name="Ann Near")
    far = office.make_volunteer(name="Bob Far", easting=376_000.0)
    office.propose()
    (match,) = office.book.rows("matches", lambda c: [c.need_id == here])
    assert match["volunteer_id"] == near
    (other,) = cw.alternates(office.coordinator, match["id"])
    assert (other.volunteer_id, other.extra) == (far, 1400)
    assert other.then == ("Then Joe Moss’s dog walking would get Ann Near.",)


def test_says_why_somebody_else_costs_more_though_nobody_loses_by_it(office: Office) -> None:
    match = office.make_match()
    office.make_volunteer(easting=376_500.0)
    (other,) = cw.alternates(office.coordinator, match)
    assert (other.then, other.dearer) == ((), "lives 2.5 km further away")


def test_others_are_offered_though_nobody_knows_any_more_where_the_one_proposed_lives(office: Office) -> None:
    match = office.make_match()
    other = office.make_volunteer()
    proposed = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    for column in ("easting", "northing"):
        office.set(proposed, column, None)
    (found,) = cw.alternates(office.coordinator, match)
    assert (found.volunteer_id, found.dearer) == (other, "")


def test_another_hub_s_residents_are_not_named(office: Office) -> None:
    walk = office.make_need()
    office.make_need("visit", name="Ivy Ray", hub=ELSEWHERE)
    office.make_volunteer()
    office.make_volunteer(dbs="basic", easting=375_000.0)
    office.propose()
    match = office.book.rows("matches", lambda c: [c.need_id == walk])[0]
    (other,) = cw.alternates(office.coordinator, match["id"])
    assert other.then == ("Then somebody in Keynsham and Saltford (company at home) would have nobody.",)
    (other,) = cw.alternates(office.director, match["id"])
    assert "Ivy Ray" in other.then[0]


def test_a_volunteer_who_could_be_called_away_is_named_with_whom_they_would_leave(office: Office) -> None:
    office.make_need(urgency="today", name="Ivy Ray")
    later = office.make_need(urgency="whenever")
    vera = office.make_volunteer()
    (other,) = cw.could_be_asked(office.coordinator, later)
    assert (other.volunteer_id, other.then) == (vera, ("Then Ivy Ray’s dog walking would have nobody.",))


def test_an_unmatched_need_says_how_many_are_left_after_each_rule(office: Office) -> None:
    office.make_volunteer(dbs="basic")
    office.make_volunteer(tasks=["dog_walk"])
    left = cw.why_unmatched(office.coordinator, office.make_need("visit"))
    assert left is not None
    assert dict(left.left) | {"task": 1, "slots": 1, "dbs": 0} == dict(left.left)


@pytest.mark.parametrize("said_by", ["the volunteer", "the coordinator"])
def test_after_a_no_nothing_untrue_is_said_of_the_two(office: Office, said_by: str) -> None:
    match = office.make_match("approved" if said_by == "the volunteer" else "proposed")
    need, volunteer = (office.row("matches", match)[part] for part in ("need_id", "volunteer_id"))
    if said_by == "the volunteer":
        cw.rang(office.coordinator, match, "no", seen="approved")
    else:
        cw.decline(office.coordinator, match)
    left = cw.why_unmatched(office.coordinator, need)
    assert left is not None
    assert left.rule == "refused"
    assert dict(left.left) | {"avoids": 1, "refused": 0} == dict(left.left)
    assert "came to nothing" in left.remedy
    no = "They said no to this, or it came to nothing with them before."
    assert cw.why_not_any(office.coordinator, need, [volunteer]) == {volunteer: no}
    assert cw.why_not_any(office.coordinator, need, [volunteer], again=True) == {volunteer: None}
    assert cw.choose(office.coordinator, need, volunteer).ids, "a person may ask once more"


def test_others_are_looked_for_again_after_every_decision(office: Office) -> None:
    match = office.make_match()
    other = office.make_volunteer()
    assert [a.volunteer_id for a in cw.alternates(office.coordinator, match)] == [other]
    cw.choose(office.coordinator, office.make_need(), other)
    assert cw.alternates(office.coordinator, match) == []


def test_says_why_not_somebody(office: Office) -> None:
    need = office.make_need("visit")
    free, basic, paused = (
        office.make_volunteer(),
        office.make_volunteer(dbs="basic"),
        office.make_volunteer(status="paused"),
    )
    no = cw.why_not_any(office.coordinator, need, [free, basic, paused])
    assert no[free] is None
    assert "enhanced" in (no[basic] or "")
    assert "not ready" in (no[paused] or "")
    advice = cw.why_not_any(office.coordinator, office.make_need("money_advice"), [free])
    assert "own people" in (advice[free] or "")


def test_says_why_not_only_of_those_within_sight(office: Office) -> None:
    with pytest.raises(cw.NotFound):
        cw.why_not_any(office.coordinator, office.make_need(), [office.make_volunteer(hub=ELSEWHERE)])


def test_why_nobody_is_asked_of_one_hub_s_needs(office: Office) -> None:
    ours, theirs = office.make_need("visit"), office.make_need("visit", hub=ELSEWHERE)
    assert cw.why_unmatched(office.coordinator, ours) is not None
    assert cw.why_unmatched(office.coordinator, theirs) is None
    assert cw.why_unmatched(office.neighbour, theirs) is not None
    office.make_volunteer(how_many=2)
    assert cw.why_unmatched(office.director, ours) is cw.why_unmatched(office.director, theirs) is None


def test_time_that_passes_counts_though_nobody_writes(office: Office) -> None:
    match = office.make_match()
    other = office.make_volunteer(dbs=None)
    told = {"kind": "dbs", "level": "enhanced_barred", "seen_on": EVERY_CHECK}
    cw.add_check(office.director, other, renew_on=TODAY + timedelta(days=1), **told)  # type: ignore[arg-type]
    assert [a.volunteer_id for a in cw.alternates(office.coordinator, match)] == [other]
    office.clock.pass_(days=1)
    assert cw.alternates(office.coordinator, match) == []


def test_what_is_written_while_others_are_looked_for_counts_the_next_time(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = office.make_match()
    came: list[str] = []

    def board(context: cw.WorkContext) -> solved_board.SolvedBoard:
        found = whole_board(context)
        if not came:
            came.append(office.make_volunteer())
        return found

    monkeypatch.setattr(alternate_volunteers, "whole_board", board)
    assert cw.alternates(office.coordinator, match) == []
    assert [a.volunteer_id for a in cw.alternates(office.coordinator, match)] == came


def test_a_wait_ends_though_nobody_writes(office: Office) -> None:
    match, other = office.make_match(), office.make_volunteer()
    until = office.clock.now + timedelta(minutes=20)
    cw.hold(office.director, "volunteers", other, until, seen="ready")
    assert cw.alternates(office.coordinator, match) == []
    office.clock.pass_(minutes=31)
    assert [a.volunteer_id for a in cw.alternates(office.coordinator, match)] == [other]


def test_the_watching_program_matches_again_when_a_wait_has_ended(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need = office.make_need()
    office.make_volunteer()
    cw.hold(office.director, "needs", need, office.clock.now + timedelta(minutes=20), seen="open")
    seen = []

    def a_while(_seconds: float) -> None:
        seen.append(office.book.count("matches"))
        office.clock.pass_(minutes=31)
        if len(seen) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(
        watching, "open_book", lambda _settings: Book.open(str(tmp_path / "book.db"), clock=office.clock)
    )
    monkeypatch.setattr(watching, "utc_now", office.clock)
    monkeypatch.setattr("time.sleep", a_while)
    CliRunner().invoke(watching.command, ["--watch"])
    assert seen == [0, 1]
