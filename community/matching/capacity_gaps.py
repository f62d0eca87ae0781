"""Gaps: how many places could be filled beside how many are empty, by kind of help, place, time and skill.

Where there are too many pairs to count, a sample says it.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from community.matching.array_types import Flags, Ints
from community.matching.board import Board
from community.matching.hard_rules import RULES
from community.matching.proposals import Proposals
from community.matching.solution import MOST_PAIRS
from community.tables.vocabulary import SLOTS

By = Literal["task", "area", "slot", "car", "dbs", "training", "language"]


@dataclass(frozen=True)
class Gap:
    """Needs of one kind, and who could help with any of them.

    `wanted` places, of which the best board leaves `empty`; `could`: volunteers whom every rule allows for at least one
    of these needs, who have `room` for so many matches this week in all. A need for any time counts at every time.
    `could_off`, `room_off`: 0 where they are counted; else both are estimates, and the true number lies no further off,
    19 times in 20.
    """

    by: By
    code: str
    wanted: int
    empty: int
    could: int
    room: int
    could_off: int = 0
    room_off: int = 0


def gaps(found: Proposals, areas: Mapping[str, str], *, only: str | None = None) -> list[Gap]:
    """One gap for each kind of help, area, time and skill that any need asks for; the emptiest of each first.

    `areas` says by need id where it is; with `only`, the needs of that area alone are looked at. Where needs times
    volunteers are above 20 million, a sample of the volunteers is looked at, always the same one for the same board.
    """
    board = found.board
    able = np.nonzero((board.volunteers.capacity > 0) & board.volunteers.tasks.any(axis=1))[0]
    here = np.array([one != "" and (only is None or areas.get(one, "") == only) for one in board.needs.ids], np.bool_)
    needs = np.nonzero(here)[0]
    many = max(MOST_PAIRS // max(len(needs), 1), 1)
    sample = able if many >= len(able) else np.sort(np.random.default_rng(0).choice(able, many, replace=False))
    may = _may(board, found.pinned, needs, sample)
    empty = board.needs.people - np.bincount(found.best.taken.need, minlength=len(board.needs.ids))
    rows = []
    for by, code, every in _groups(board, areas):
        wanted = int(board.needs.people[every & here].sum())
        if wanted:
            could: Flags = np.logical_or.reduce(may[every[needs]], axis=0)
            whole, off = _of_all(could.astype(np.int64), len(able))
            room, room_off = _of_all(np.where(could, board.volunteers.capacity[sample], 0), len(able))
            rows.append(Gap(by, code, wanted, int(empty[every & here].sum()), whole, room, off, room_off))
    kinds = list(dict.fromkeys(row.by for row in rows))
    return sorted(rows, key=lambda row: (kinds.index(row.by), -row.empty, -row.wanted, row.code))


def _of_all(numbers: Ints, many: int) -> tuple[int, int]:
    """The sum over so many volunteers, of whom these are a sample, and how far it may be off: 0 where it is counted."""
    if len(numbers) >= many:
        return int(numbers.sum()), 0
    # Two standard errors. Where the sample holds hardly anybody, up to three in it may have been missed by chance.
    share = max(2 * float(numbers.std()) / math.sqrt(len(numbers)), 3 * max(int(numbers.max()), 1) / len(numbers))
    return round(float(numbers.mean()) * many), math.ceil(share * many)


def _may(board: Board, pinned: Ints, needs: Ints, volunteers: Ints) -> Flags:
    """Needs x volunteers: whether every rule allows the pair, and it is not agreed already."""
    allowed = np.ones((len(needs), len(volunteers)), np.bool_)
    for rule in RULES:
        allowed &= rule.allows(board, needs, volunteers)
    need, volunteer = np.divmod(pinned, max(len(board.volunteers.ids), 1))
    agreed = np.isin(need, needs) & np.isin(volunteer, volunteers)
    allowed[np.searchsorted(needs, need[agreed]), np.searchsorted(volunteers, volunteer[agreed])] = False
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
        for bit, name in enumerate(names):
            yield by, name, masks[:, bit // 64] >> np.uint64(bit % 64) & np.uint64(1) == 1  # type: ignore[misc]
