"""Frames become a board: sets or bits, any order, and plain words for what can't be read."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from community.matching import MatchingError, encode, propose
from tests.matching import strategies
from tests.matching.boards import NEED, VOLUNTEER, asks, candidates, make_need, make_volunteer, people


def _as_bits(frame, columns):
    """The same frame with its sets as whole numbers."""
    coded = frame.copy()
    coded.attrs["codes"] = {}
    for name in columns:
        codes = sorted({code for members in frame[name] for code in members})[::-1]
        coded[name] = [sum(1 << codes.index(code) for code in members) for members in frame[name]]
        coded.attrs["codes"][name] = codes
    return coded


@given(strategies.volunteers(), strategies.needs())
def test_sets_given_as_bits_give_the_same_board(volunteers, needs):
    frames = people(*volunteers), asks(*needs)
    bits = (
        _as_bits(frames[0], ["tasks", "training", "languages", "avoids"]),
        _as_bits(frames[1], ["training", "languages", "prefers", "avoids"]),
    )
    assert candidates(*bits).equals(candidates(*frames))
    assert propose(*bits).matches.equals(propose(*frames).matches)


def test_bits_beyond_a_machine_word_may_be_whole_numbers_of_any_length():
    ids = [f"V-{number:03}" for number in range(100)]
    volunteers = people(*(make_volunteer(one) for one in ids))
    needs = asks(make_need(avoids=0))
    needs["avoids"] = pd.Series([(1 << 100) - 1 - (1 << 70)], dtype=object)
    needs.attrs["codes"] = {"avoids": ids}
    assert candidates(volunteers, needs)["volunteer_id"].tolist() == ["V-070"]


@pytest.mark.parametrize("kind", [set, frozenset, list, tuple, lambda codes: np.array(codes, dtype=object)])
def test_a_set_may_be_any_plain_collection(kind):
    volunteers = people(make_volunteer(tasks=kind(["shopping"]), training=kind(["safe"]), avoids=kind([])))
    assert len(candidates(volunteers, asks(make_need(training=kind(["safe"])))))


@pytest.mark.parametrize("nothing", [None, math.nan, pd.NA])
def test_a_missing_set_is_an_empty_one_and_a_missing_answer_is_no(nothing):
    volunteers = people(make_volunteer(training=nothing, languages=nothing, avoids=nothing, has_car=nothing))
    needs = asks(make_need(training=nothing, languages=nothing, avoids=nothing, prefers=nothing, needs_car=nothing))
    assert len(candidates(volunteers, needs)) == 1
    assert candidates(volunteers, asks(make_need(needs_car=True))).empty


def test_the_board_does_not_change_with_the_frames():
    volunteers, needs = people(make_volunteer()), asks(make_need())
    board = encode(volunteers, needs)
    volunteers["capacity"] = 0
    volunteers["easting"] = 0.0
    assert len(propose(board).matches) == 1


def test_frames_are_left_as_they_were():
    volunteers, needs = people(make_volunteer("V-2"), make_volunteer("V-1")), asks(make_need())
    before = volunteers.copy(deep=True), needs.copy(deep=True)
    propose(volunteers, needs)
    pd.testing.assert_frame_equal(volunteers, before[0])
    pd.testing.assert_frame_equal(needs, before[1])


def test_a_board_shows_counts_only_because_where_people_live_is_not_for_a_log():
    board = encode(people(make_volunteer()), asks(make_need()))
    assert repr(board) == "Board(1 volunteers, 1 needs)"
    shown = repr(board.volunteers) + repr(board.needs) + repr(propose(board))
    assert "375" not in shown
    assert "P-1" not in shown


def test_a_missing_column_of_volunteers_is_named(subtests):
    for column in sorted(VOLUNTEER):
        with subtests.test(column), pytest.raises(MatchingError, match=column):
            encode(people(make_volunteer()).drop(columns=column), asks(make_need()))


def test_a_missing_column_of_needs_is_named(subtests):
    for column in sorted(NEED):
        with subtests.test(column), pytest.raises(MatchingError, match=column):
            encode(people(make_volunteer()), asks(make_need()).drop(columns=column))


def test_an_id_given_twice_is_refused():
    with pytest.raises(MatchingError, match="volunteer_id is given twice"):
        encode(people(make_volunteer(), make_volunteer()), asks())
    with pytest.raises(MatchingError, match="need_id is given twice"):
        encode(people(), asks(make_need(), make_need()))


@pytest.mark.parametrize(
    ("column", "wrong"),
    [
        ("volunteer_id", None),
        ("volunteer_id", ""),
        ("capacity", 1.5),
        ("capacity", math.nan),
        ("capacity", "plenty"),
        ("slots", 1 << 21),
        ("slots", -1),
        ("dbs_level", 5),
        ("tasks", "shopping"),
        ("languages", 3),
    ],
)
def test_what_a_column_cannot_hold_is_refused_without_repeating_it(column, wrong):
    with pytest.raises(MatchingError, match=column) as caught:
        encode(people({**make_volunteer(), column: wrong}), asks(make_need()))
    assert repr(wrong) not in str(caught.value)


@pytest.mark.parametrize(("column", "wrong"), [("urgency", 4), ("urgency", -1), ("min_dbs", 5), ("people", 0.5)])
def test_a_need_that_cannot_be_is_refused(column, wrong):
    with pytest.raises(MatchingError, match=column):
        encode(people(make_volunteer()), asks(make_need(**{column: wrong})))
