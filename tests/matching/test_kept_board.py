"""A board that is brought forward is as good as one matched anew, after every step of histories drawn by lot."""

import os

import pytest

from community.matching import TERMS, BoardChange, MatchingError, engine, propose
from community.matching.engine import board_moves, engine_board, solved_engine
from community.matching.weights import FIRST_VISIT
from tests.matching import oracle
from tests.matching.board_histories import History
from tests.matching.boards import asks, make_need, make_volunteer, pairs_of, people
from tests.matching.random_boards import many

HISTORIES = int(os.environ.get("BOARD_HISTORIES", "24"))
STEPS = 12


def _check(kept, history):
    anew = history.anew()
    assert kept.total == kept.bound == anew.total
    assert _prices(kept) == _prices(anew)
    volunteers = list(history.volunteers.values())
    needs = oracle.as_sought(volunteers, list(history.needs.values()))
    allowed = oracle.eligible(volunteers, needs) - history.pinned
    assert pairs_of(kept.matches) | pairs_of(kept.alternates) <= allowed
    assert len(pairs_of(kept.matches)) == len(kept.matches)
    for row in history.volunteers.values():
        assert (kept.matches["volunteer_id"] == row["volunteer_id"]).sum() <= max(row["capacity"], 0)
    costs = kept.matches[[*TERMS, FIRST_VISIT]].sum(axis=1)
    assert costs.tolist() == kept.matches["cost"].tolist()
    for need in history.needs:
        _same(_extras(kept, need), _extras(anew, need))
        _same_place(kept, anew, need)
    wanted = {row["need_id"]: max(row["people"], 0) for row in needs}
    filled = kept.matches["need_id"].value_counts().to_dict()
    empty = dict(zip(kept.unmatched["need_id"], kept.unmatched["places"], strict=True))
    assert empty == {need: left for need, many in wanted.items() if (left := many - filled.get(need, 0))}


def _extras(found, need):
    """What each choice adds, those of this board among them: no two equally good boards differ in that."""
    mine = (found.matches["need_id"] == need).sum()
    return [0] * int(mine) + found.alternates.loc[found.alternates["need_id"] == need, "extra"].tolist()


def _same(one, other):
    """As far as both go: they go three choices beyond their own board."""
    many = min(len(one), len(other))
    assert one[:many] == other[:many]


def _same_place(kept, anew, need):
    mine, theirs = kept.board.place_of_need(need), anew.board.place_of_need(need)
    if kept.board.needs.people[mine] > 0:
        first, other = kept.solution.first(mine), anew.solution.first(theirs)
        assert first.cost.tolist() == other.cost.tolist()
        assert (
            kept.board.volunteers.ids[first.volunteer].tolist() == anew.board.volunteers.ids[other.volunteer].tolist()
        )
        for count in (1, 7):
            mine_ = kept.solution.ranked(mine, count).cost.tolist()
            assert mine_ == anew.solution.ranked(theirs, count).cost.tolist()


def _prices(found):
    """By id, what one more match or one more place is worth: the same for all equally good boards."""
    board, prices = found.board, found.best.prices
    volunteers = zip(board.volunteers.ids, prices.volunteer.tolist(), strict=True)
    needs = zip(board.needs.ids, prices.need.tolist(), strict=True)
    return {one: price for one, price in (*volunteers, *needs) if one}


def _unproved(*_):
    raise AssertionError("the engine could not prove its board")


@many(8, HISTORIES)
@pytest.mark.parametrize(
    ("part", "listed", "off_map"), [(0, 12, 512), (1, 1, 512), (2, 12, 3), (3, 1, 0)], ids=lambda value: str(value)
)
def test_after_every_step_the_engine_has_the_best_board_of_all_rows(part, listed, off_map, many, monkeypatch):
    # Short lists have to grow; with little room off the map the board is packed anew every few steps.
    monkeypatch.setattr(engine_board, "AT_FIRST", listed)
    monkeypatch.setattr(board_moves, "OFF_MAP", off_map)
    monkeypatch.setattr(solved_engine, "find_best", _unproved)
    for seed in range(part, many, 4):
        _live_through(seed)


@many(8, HISTORIES)
def test_after_every_step_the_library_has_the_best_board_of_all_rows(many, monkeypatch):
    monkeypatch.setattr(engine, "is_there", lambda: False)
    for seed in range(0, many, 10):
        _live_through(seed)


def _live_through(seed):
    history = History(seed)
    kept = history.anew()
    for step in range(STEPS):
        kept = kept.bring_forward(history.step())
        try:
            _check(kept, history)
        except AssertionError as wrong:
            raise AssertionError(f"seed {seed}, step {step}") from wrong


def test_a_volunteer_who_changes_changes_who_goes_first_on_a_first_visit():
    kept = _kept(make_need(people=2, in_pairs=True, known={"V-2": 1}), capacity=2)
    assert pairs_of(kept.matches) == {("N-1", "V-2")}
    busy = kept.bring_forward(BoardChange(volunteers=people(make_volunteer("V-2", capacity=0), make_volunteer("V-3"))))
    assert pairs_of(busy.matches) == {("N-1", "V-1"), ("N-1", "V-3")}
    back = busy.bring_forward(BoardChange(volunteers=people(make_volunteer("V-2"))))
    assert pairs_of(back.matches) == {("N-1", "V-2")}


def _kept(*needs, **volunteer):
    return propose(people(make_volunteer("V-1", **volunteer), make_volunteer("V-2")), asks(*needs))


def test_where_nothing_changed_nothing_is_done():
    kept = _kept(make_need())
    assert kept.bring_forward(BoardChange()) is kept


def test_old_proposals_keep_what_they_say_after_the_board_has_moved_on():
    old = _kept(make_need(known={"V-2": 1}))
    twin, before = _kept(make_need(known={"V-2": 1})), old.matches
    for _ in range(2):
        new = old.bring_forward(BoardChange(gone_volunteers=frozenset({"V-1"})))
        assert (len(new.alternates), new.total) == (0, old.total)
        assert old.alternates_of(["N-1"]).equals(twin.alternates)
        assert old.matches.equals(before)
        assert old.trial().best.total == old.total


def test_what_a_need_says_of_somebody_holds_when_they_come_back():
    kept = _kept(
        make_need("N-1", avoids={"V-1"}), make_need("N-2", refused={"V-1"}), make_need("N-3", known={"V-1": 9})
    )
    away = kept.bring_forward(BoardChange(gone_volunteers=frozenset({"V-1"})))
    assert len(away.matches) == 1
    back = away.bring_forward(BoardChange(volunteers=people(make_volunteer("V-1", capacity=3))))
    assert ("N-3", "V-1") in pairs_of(back.matches)
    assert "V-1" not in set(back.matches["volunteer_id"][back.matches["need_id"] != "N-3"])


def test_a_change_that_contradicts_itself_is_refused():
    kept = _kept(make_need())
    with pytest.raises(MatchingError, match="both on the board and gone"):
        kept.bring_forward(BoardChange(needs=asks(make_need()), gone_needs=frozenset({"N-1"})))
    with pytest.raises(MatchingError, match="pinned pair"):
        kept.bring_forward(BoardChange(gone_needs=frozenset({"N-9"}), pinned=frozenset({("N-1", "V-1")})))
    assert kept.alternates["volunteer_id"].tolist() == ["V-2"]
