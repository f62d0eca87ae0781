"""The board that is kept says at every step what one made anew says, whatever is written, by whomever, and when."""

import os
from datetime import timedelta
from typing import Any

import numpy as np
import pytest

import community.casework as cw
from community.book import Book, Record
from community.book.erasure import erase
from community.casework import kept_board
from community.casework.board_frames import Frames, frames_of
from community.casework.calls_to_make import NO_MORE, WORDS
from community.casework.kept_board import KeptBoard
from community.casework.solved_board import SolvedBoard
from community.matching import Proposals
from community.tables.canonical import instant
from tests.casework.any_history import CROWD, FIELDS, TIMES, AnyHistory
from tests.casework.office import MONDAY, WHERE, Office

STEPS = int(os.environ.get("KEPT_BOARD_STEPS", "60"))
OF_VOLUNTEERS = ("slots", "capacity", "dbs_level", "last_asked_days", "done_count", "active", "easting", "reach_m2")
OF_NEEDS = ("slots", "urgency", "people", "min_dbs", "waiting_days", "easting", "in_person")


WIDER: dict[str, dict[str, list[Any]]] = {
    "volunteers": {
        "status": ["ready", "ready", "ready", "paused", "left"],
        "languages": [None, "english; polish", "polish"],
        "travel": [None, "car", "foot"],
        "over_18": ["yes", None],
        "in_person": ["yes", "no", None],
        "northing": [WHERE[1], WHERE[1] + 9_500, None],
    },
    "needs": {
        "languages": [None, "polish"],
        "people": [None, 0, 1, 2, 3, 40],
        "asked_at": [None, "2026-10-01T10:00:00.000Z", instant(MONDAY + timedelta(days=2))],
        "min_dbs": [None, "none", "enhanced_barred"],
    },
    "matches": {"need_id": ["need"]},
    "visits": {"need_id": ["need", None], "on": [None, "2026-10-02", "2026-11-30"], "match_id": ["match"]},
    "checks": {"kind": ["dbs", "references"], "seen_on": [None, "2026-06-01"], "volunteer_id": ["volunteer"]},
    "contacts": {"about": ["need", "match"], "words": [None, WORDS[NO_MORE]]},
    "pairs": {"resident_id": ["resident"], "volunteer_id": ["volunteer"]},
}
"""What else a board reads, and nobody decides but by hand or in the sheet."""
_EVERY_FIELD = {table: FIELDS.get(table, {}) | WIDER.get(table, {}) for table in {**FIELDS, **WIDER}}


class BoardsHistory(AnyHistory):
    """With few nights, as with each new day a board is made anew, and before that it is to go through many changes.

    In a small town, where each step takes a twentieth of a second: ten thousand of them take seven minutes.
    """

    fields = _EVERY_FIELD
    times = (*TIMES[:-1] * 10, TIMES[-1])
    crowd = dict.fromkeys(CROWD, 12) | {"matches": 24}


def told(whole: SolvedBoard) -> dict[str, object]:
    """What a board says that does not hang on which of several equally good ones it is."""
    board = whole.found.board
    people = {one: board.place_of_volunteer(one) for one in board.volunteers.ids if one}
    asks = {one: board.place_of_need(one) for one in board.needs.ids if one}
    needs = sorted(asks)
    extra: dict[str, list[int]] = {one: [] for one in needs}
    for one in whole.found.matches["need_id"]:
        extra[one].append(0)
    others = whole.found.alternates_of(needs)  # of all at once: asked for one by one, it would be most of the test
    for one, adds in zip(others["need_id"], others["extra"].tolist(), strict=True):
        extra[one].append(adds)
    return {
        "total": whole.found.total,
        "bound": whole.found.bound,
        "volunteers": {
            one: [_plain(getattr(board.volunteers, name)[place]) for name in OF_VOLUNTEERS]
            for one, place in people.items()
        },
        "needs": {one: [_plain(getattr(board.needs, name)[asks[one]]) for name in OF_NEEDS] for one in needs},
        "extra": {one: sorted(adds)[:2] for one, adds in extra.items()},
        "others": sorted(adds for _, adds in whole.others_of(needs[-1]))[:2] if needs else [],
        "empty": int(whole.found.unmatched["places"].sum()),
        "says": {(one, v): whole.reasons(one, v) for one in needs for v in sorted(people)[:2]},
    }


def _plain(value: Any) -> object:
    return "unknown" if isinstance(value, float | np.floating) and np.isnan(value) else value


@pytest.mark.timeout(900 + STEPS)  # in full size
@pytest.mark.parametrize("keep_seen", [False, True])
def test_a_kept_board_is_the_board(both: tuple[Office, Book], keep_seen: bool) -> None:
    """After every step of a random history."""
    office, far = both
    history = BoardsHistory(office, far, seed=int(os.environ.get("KEPT_BOARD_SEED", "7")) + keep_seen)
    kept = KeptBoard(office.settings, keep_seen=keep_seen)
    for number in range(STEPS):
        what = history.step() if number else "the beginning"
        now = office.clock()
        here = told(kept.at(far, now))
        anew = told(KeptBoard(office.settings, keep_seen=keep_seen).at(office.book, now))
        for name, says in anew.items():
            assert here[name] == says, (number, what, name)


def test_a_change_reads_no_board_anew(both: tuple[Office, Book], monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the rows that a change concerns are read; an undone decision is no reason to start again."""
    office, _ = both
    match = office.make_match()
    kept = KeptBoard(office.settings, keep_seen=True)
    kept.at(office.book, office.clock())
    monkeypatch.setattr(kept_board, "frames", lambda *_, **__: pytest.fail("The whole board was read."))
    before = kept.at(office.book, office.clock()).found.total
    action = cw.approve(office.director, match)
    cw.undo(office.director, action.id)
    office.make_need("visit")
    assert kept.at(office.book, office.clock()).found.total > before


def test_a_look_concerns_only_the_board_that_keeps_it(
    both: tuple[Office, Book], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proposal that is looked at takes its place there, and none any more when that is taken back."""
    office, _ = both
    match = office.make_match("proposed")
    boards = {keep_seen: KeptBoard(office.settings, keep_seen=keep_seen) for keep_seen in (False, True)}
    places = []
    monkeypatch.setattr(kept_board, "frames_of", _only_where_looks_are_kept)
    for do in (lambda: None, lambda: cw.look_at(office.director, match), lambda: _look_no_more(office, match)):
        do()
        for keep_seen, kept in boards.items():
            here = kept.at(office.book, office.clock())
            anew = KeptBoard(office.settings, keep_seen=keep_seen).at(office.book, office.clock())
            assert told(here) == told(anew)
            places.append(len(here.found.pinned))
    assert places == [0, 0, 0, 1, 0, 0]


def _look_no_more(office: Office, match: str) -> None:
    office.set(office.row("matches", match), "seen_at", None)


def _only_where_looks_are_kept(*asked: Any, keep_seen: bool) -> Frames:
    assert keep_seen, "A look concerns nobody here."
    return frames_of(*asked, keep_seen=keep_seen)


def test_what_could_not_be_taken_in_is_not_forgotten(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A board that fails on its way forward is made anew: else who left in that moment would be proposed all day."""
    gone, stays = office.make_volunteer(), office.make_volunteer()
    kept = KeptBoard(office.settings, keep_seen=True)
    kept.at(office.book, office.clock())
    office.set(office.row("volunteers", gone), "status", "left")
    with monkeypatch.context() as short:
        short.setattr(Proposals, "bring_forward", _out_of_memory)
        with pytest.raises(MemoryError):
            kept.at(office.book, office.clock())
    board = kept.at(office.book, office.clock())
    assert [board.has_volunteer(one) for one in (gone, stays)] == [False, True]


def _out_of_memory(*_: object) -> None:
    raise MemoryError


def test_nobody_knows_a_resident_who_was_erased(both: tuple[Office, Book]) -> None:
    """Two residents who were erased are not one: a visit to the one is no visit to the other."""
    office, far = both
    match = office.make_match()
    office.make_known(match)
    volunteer, need = (office.row("matches", match)[name] for name in ("volunteer_id", "need_id"))
    who = {"volunteer_id": volunteer, "resident_id": office.row("needs", need)["resident_id"]}
    office.book.append("visits", who | {"on": "2026-11-20", "status": "done"}, by="test")
    kept = KeptBoard(office.settings, keep_seen=False)
    assert told(kept.at(far, office.clock()))["volunteers"][volunteer][4] == 1  # type: ignore[index]
    at = instant(office.clock())
    office.book.write(lambda c: erase(c, [Record("residents", who["resident_id"])], by="test", at=at, secret=b"secret"))
    anew = told(KeptBoard(office.settings, keep_seen=False).at(far, office.clock()))
    assert told(kept.at(far, office.clock())) == anew
    assert "Knows this resident" not in str(anew)
