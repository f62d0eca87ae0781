"""Capacity compared with present needs, by kind of help, place, time and skill."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from community.matching.array_types import Flags, Ints
from community.matching.board import Board
from community.matching.hard_rules import RULES
from community.matching.matching_errors import TooManyPairs
from community.matching.pair_view import named
from community.matching.proposals import Proposals
from community.matching.solution import MOST_PAIRS
from community.tables.vocabulary import SLOTS

By = Literal["task", "area", "slot", "car", "dbs", "training", "language"]


@dataclass(frozen=True)
class Gap:
    """Needs of one kind, and who could help with any of them.

    `wanted` places, of which the best board leaves `empty`; `could`: volunteers whom every rule allows for at least one
    of these needs, who have `room` for so many matches this week in all. A need for any time counts at every time.
    """

    by: By
    code: str
    wanted: int
    empty: int
    could: int
    room: int


def gaps(found: Proposals, areas: Mapping[str, str], *, only: str | None = None) -> list[Gap]:
    """One gap for each kind of help, area, time and skill that any need asks for; the emptiest of each first.

    `areas` says by need id where it is; with `only`, the needs of that area alone are looked at. Raises TooManyPairs
    where needs times volunteers are above 20 million.
    """
    board = found.board
    if len(board.needs.ids) * len(board.volunteers.ids) > MOST_PAIRS:
        raise TooManyPairs(f"More than {MOST_PAIRS:,} pairs: look at one area at a time.")
    may = _may(board, found.pinned)
    empty = board.needs.people - np.bincount(found.best.taken.need, minlength=len(board.needs.ids))
    rows = []
    looked_at = np.array([only is None or areas.get(one, "") == only for one in board.needs.ids], np.bool_)
    for by, code, every in _groups(board, areas):
        which = every & looked_at
        could = may[which].any(axis=0)
        room = int(board.volunteers.capacity[could].sum())
        wanted = int(board.needs.people[which].sum())
        if wanted:
            rows.append(Gap(by, code, wanted, int(empty[which].sum()), int(could.sum()), room))
    kinds = list(dict.fromkeys(row.by for row in rows))
    return sorted(rows, key=lambda row: (kinds.index(row.by), -row.empty, -row.wanted, row.code))


def _may(board: Board, pinned: Ints) -> Flags:
    """Needs x volunteers: whether every rule allows the pair, and it is not agreed already."""
    needs, everyone = np.arange(len(board.needs.ids)), np.arange(len(board.volunteers.ids))
    allowed = np.ones((len(needs), len(everyone)), np.bool_)
    for rule in RULES:
        allowed &= rule.allows(board, needs, everyone)
    allowed.flat[pinned] = False  # a pair's key is its place in this table
    return allowed


def _groups(board: Board, areas: Mapping[str, str]) -> Iterator[tuple[By, str, Flags]]:
    needs = board.needs
    for place, task in enumerate(board.task_types):
        yield "task", task, needs.task == place
    where = np.array([areas.get(one, "") for one in needs.ids], dtype=object)
    for area in sorted(set(where)):
        yield "area", area, where == area
    for bit, slot in enumerate(SLOTS):
        yield "slot", slot, (needs.slots == 0) | (needs.slots >> bit & 1 == 1)
    yield "car", "car", needs.needs_car
    for level in sorted(set(needs.min_dbs.tolist())):
        yield "dbs", str(level), needs.min_dbs == level
    for by, masks, names in (
        ("training", needs.training, board.training_codes),
        ("language", needs.languages, board.language_codes),
    ):
        for name in names:
            yield by, name, np.array([name in named(mask, names) for mask in masks], np.bool_)  # type: ignore[misc]
