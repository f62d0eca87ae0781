"""The engine gives what the solver of a library gives, on thousands of boards, to the point."""

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.matching import Weights, encode, engine, is_warm, solution, warm
from community.matching.eligible_pairs import Pairs, eligible
from community.matching.engine import board_packing, engine_board, jit_cache, pair_cost, solve
from community.matching.solution import Solution
from tests.bench import invented
from tests.checkout import ROOT
from tests.matching import oracle, strategies
from tests.matching.boards import asks, make_need, make_volunteer, people
from tests.matching.plain_engine import answers
from tests.matching.random_boards import WEIGHTS, board, many, rows

BOARDS = int(os.environ.get("MATCHING_BOARDS", "2000"))


def _eligible(on, weights, pinned):
    asking = np.nonzero(on.needs.people > 0)[0]
    blocks = eligible(on, weights, asking, pinned)
    return {
        (n, v): c
        for b in blocks
        for n, v, c in zip(b.need.tolist(), b.volunteer.tolist(), b.cost.tolist(), strict=True)
    }


@many(300, BOARDS)
@pytest.mark.parametrize(("part", "listed", "struggle"), [(0, 12, 6), (1, 1, 6), (2, 12, 0), (3, 1, 0)])
def test_total_and_prices_equal_those_of_the_library(part, listed, struggle, many, monkeypatch):
    """Twice over: the engine knows nothing of OR-tools, and the prices prove each by itself."""
    # Short lists have to grow, and without a struggle chains do the work of the auction.
    monkeypatch.setattr(engine_board, "AT_FIRST", listed)
    monkeypatch.setattr(engine_board, "STRUGGLE", struggle)
    for seed in range(part, many, 4):
        on, weights, pinned = board(seed)
        plain, quick = Solution(on, weights, pinned).best, solve(on, weights, pinned).best
        assert plain.total == plain.bound == quick.total == quick.bound, seed
        assert np.array_equal(plain.prices.need, quick.prices.need), seed
        assert np.array_equal(plain.prices.volunteer, quick.prices.volunteer), seed


def test_every_pair_taken_is_eligible_costs_what_it_costs_and_is_taken_once():
    for seed in range(0, BOARDS, 20):
        on, weights, pinned = board(seed)
        every, taken = _eligible(on, weights, pinned), solve(on, weights, pinned).best.taken
        found = list(zip(taken.need.tolist(), taken.volunteer.tolist(), strict=True))
        assert [every[pair] for pair in found] == taken.cost.tolist(), seed
        assert len(set(found)) == len(found), seed
        assert (np.bincount(taken.need, minlength=len(on.needs.ids)) <= np.maximum(on.needs.people, 0)).all()
        assert (np.bincount(taken.volunteer, minlength=len(on.volunteers.ids)) <= on.volunteers.capacity).all()


@given(st.integers(0, 2**31))
def test_the_cheapest_of_a_need_are_all_the_eligible_ones_in_order(seed):
    on, weights, pinned = board(seed)
    every, solved = _eligible(on, weights, pinned), solve(on, weights, pinned)
    for need in np.nonzero(on.needs.people > 0)[0].tolist():
        mine = sorted((cost, v) for (n, v), cost in every.items() if n == need)
        for count in (1, 5, 100):
            ranked = solved.ranked(need, count)
            assert ranked.cost.tolist() == [cost for cost, _ in mine[:count]]
            assert {(v, c) for v, c in zip(ranked.volunteer.tolist(), ranked.cost.tolist(), strict=True)} <= {
                (v, c) for c, v in mine
            }


@pytest.mark.parametrize("weights", WEIGHTS)
def test_the_search_on_a_crowded_map_stops_no_ring_too_early(weights):
    on, nobody = encode(*invented.frames(2_500, 60, seed=3)), np.zeros(0, np.int64)
    solved, every = solve(on, weights), Pairs.join(eligible(on, weights, np.arange(60), nobody))
    for need in range(60):
        mine = np.sort(every.cost[every.need == need])
        for count in (1, 12, 48):
            assert solved.ranked(need, count).cost.tolist() == mine[:count].tolist()


@given(strategies.volunteers(), strategies.needs())
def test_candidates_are_those_that_the_rules_allow_read_slowly(volunteers, needs):
    on = encode(people(*volunteers), asks(*needs))
    solved = solve(on)
    found = {
        (on.needs.ids[need], on.volunteers.ids[v])
        for need in np.nonzero(on.needs.people > 0)[0]
        for v in solved.ranked(int(need), 100).volunteer
    }
    wanted = {n["need_id"] for n in needs if n["people"] > 0}
    assert found == {pair for pair in oracle.eligible(volunteers, needs) if pair[0] in wanted}


def test_choices_add_what_they_add_by_the_library_too():
    for seed in range(0, BOARDS, 16):
        on, weights, pinned = board(seed)
        plain, quick = Solution(on, weights, pinned), solve(on, weights, pinned)
        asking = np.nonzero(on.needs.people > 0)[0]
        first, second = plain.alternates(asking), quick.alternates(asking)
        # Of equally good boards each has its own, and with it other choices.
        if np.array_equal(plain.best.taken.volunteer, quick.best.taken.volunteer) and np.array_equal(
            plain.best.taken.need, quick.best.taken.need
        ):
            assert second.extra.tolist() == first.extra.tolist(), seed
            assert second.pairs.volunteer.tolist() == first.pairs.volunteer.tolist(), seed
            assert second.pairs.cost.tolist() == first.pairs.cost.tolist(), seed
            assert second.rank.tolist() == first.rank.tolist(), seed


@many(24, 120)
@pytest.mark.parametrize("quick", [True, False], ids=["engine", "library"])
def test_a_need_that_arrives_leaves_the_board_as_if_solved_anew(quick, many, monkeypatch):
    monkeypatch.setattr(engine, "is_there", lambda: quick)
    for seed in range(many if quick else many // 8):
        volunteers, needs = rows(seed)
        if len(needs) < 2:
            continue
        later = needs[len(needs) // 2 :]
        early = solve(encode_rows(volunteers, needs[: len(needs) // 2]))
        total, live = early.best.total, early.copy()
        for need in later:
            live.insert(asks(need))
        anew = solve(encode_rows(volunteers, needs))
        assert live.best.total == live.best.bound == anew.best.total, seed
        assert (early.best.total, early.best.bound) == (total, total), "the board it was copied from stays"
        assert [_first(live, need["need_id"]) for need in needs] == [_first(anew, need["need_id"]) for need in needs]


def _first(live, need_id):
    """Who suits a need best, and the cheapest for it: the same on each of several equally good boards."""
    place = int(np.nonzero(live.board.needs.ids == need_id)[0][0])
    first = live.first(place) if live.board.needs.people[place] > 0 else live.ranked(place, 0)
    return _ids(live, first.volunteer), first.cost.tolist(), live.ranked(place, 20).cost.tolist()


def encode_rows(volunteers, needs):
    return encode(people(*volunteers), asks(*needs))


def _ids(live, places):
    return live.board.volunteers.ids[places].tolist()


def test_a_thousand_alike_by_telephone_do_not_all_want_the_same_few():
    """Without a place everybody suits everybody: the board is still the best one, and few pairs are listed."""
    volunteers = people(*(make_volunteer(f"V-{i:04}", tasks={"call"}, last_asked_days=i / 50) for i in range(1200)))
    needs = asks(*(make_need(f"N-{i:04}", task_type="call", in_person=False) for i in range(900)))
    best = solve(encode(volunteers, needs)).best
    # Those who were asked longest ago are the cheapest: 1,200 of whom the last 900 are needed.
    rest = sorted(int(np.rint(1000 * np.interp(i / 50, (0, 28), (1, 0.05)))) for i in range(1200))
    assert best.total == best.bound == 900 * 3500 + sum(rest[:900])


@many(16, 100)
def test_compiled_kernels_answer_as_the_plain_python_they_are_written_in(many):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.matching.plain_engine", str(many)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
    )
    assert json.loads(done.stdout) == answers(many)


def test_two_who_ask_one_board_at_once_are_told_what_each_alone_would_be():
    """As two pages do that are open at the same time. In a process of its own: arrays that break may end it."""
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.matching.two_at_once", "600", "500", "3"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "0\n"), done.stderr


def test_without_numba_the_library_matches():
    told = """
import sys
sys.modules["numba"] = None
import importlib.util
real = importlib.util.find_spec
importlib.util.find_spec = lambda name, *more: None if name == "numba" else real(name, *more)
from community.matching import is_warm, propose, warm
from tests.matching.boards import asks, make_need, make_volunteer, people
warm()
assert is_warm()
found = propose(people(make_volunteer()), asks(make_need()))
assert type(found.solution).__name__ == "Solution"
print(found.total, found.bound, len(found.alternates))
"""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        [sys.executable, "-c", told],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert (done.stdout, done.stderr) == ("3500 3500 0\n", "")


def test_with_numba_the_engine_matches():
    assert type(solve(encode_rows([make_volunteer()], [make_need()]))).__name__ == "Live"


def test_what_the_engine_can_t_hold_goes_to_the_library(monkeypatch):
    monkeypatch.setattr("community.matching.engine.engine_board.NODES", 3)
    small = encode_rows([make_volunteer()], [make_need()])
    assert type(solve(small)) is solution.Solution
    assert solve(small).best.total == 3500


def test_all_is_compiled_before_the_first_test():
    assert is_warm()


def test_compiled_code_is_kept_where_it_can_be(tmp_path, monkeypatch):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "chosen"))
    assert jit_cache.find_folder().parent == tmp_path / "chosen"
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "file" / "below"))
    (tmp_path / "file").touch()
    assert jit_cache.find_folder().parent == jit_cache.HERE / "__pycache__"
    monkeypatch.setattr(jit_cache, "HERE", tmp_path / "file")
    monkeypatch.setattr(jit_cache, "_fingerprint", lambda: "1")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert jit_cache.find_folder() == tmp_path / ".cache" / "compassionate-community" / "kernels-1"
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "file")
    assert jit_cache.find_folder() is None


def test_every_kernel_counts_for_the_name_of_the_folder():
    """Else an update could leave old code in use."""
    found = {
        path.stem for path in jit_cache.HERE.glob("*.py") if "engine.jit_compile import" in path.read_text("utf-8")
    }
    assert set() < found < set(jit_cache.SOURCES)


def test_a_board_of_one_task_runs_what_was_compiled_before():
    """Else whoever is the first to look at it waits for seconds."""
    warm()
    modules = [import_module(f"community.matching.engine.{name}") for name in jit_cache.SOURCES]
    kernels = {each for module in modules for each in vars(module).values() if hasattr(each, "signatures")}
    before = {kernel: list(kernel.signatures) for kernel in kernels}
    solve(encode_rows([make_volunteer(tasks={"a"})], [make_need(task_type="a")]))
    assert {kernel: list(kernel.signatures) for kernel in kernels} == before


def test_points_are_reckoned_as_the_plain_terms_do():
    """Compiled and plain, step by step: times, and every distance at which a half is rounded."""
    for mask in range(1 << 12):
        assert pair_cost.bits(mask << 9 | mask >> 3) == (mask << 9 | mask >> 3).bit_count()
    points = board_packing.points_of(Weights())
    for metres in np.arange(0, 12_000, 7 / 16):
        share = min(float(metres) / 1000 / 10.0, 1.0)
        assert pair_cost.by_distance(points, float(metres)) == int(np.rint(share * 3_500))
