"""Whom to recruit: the kinds of volunteer who would fill most of the places that are empty now, best first.

Each is computed for the whole board. A newcomer may fill an empty place, or free somebody else to fill one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from community.matching.array_types import Flags, Ints
from community.matching.board import Board
from community.matching.board_change import BoardChange
from community.matching.pair_view import named
from community.matching.proposals import Proposals
from community.tables.vocabulary import DAYS, PARTS

ROOM = 5
"""How many a newcomer is taken to help in a week: as many as keen volunteers offer."""
COMMON = "english"
"""What a newcomer speaks, whatever else: our forms are in it."""
_NEWCOMER = "~newcomer"
_WHOLE_DAY = (1 << len(PARTS)) - 1


@dataclass(frozen=True)
class Recruit:
    """One kind of volunteer to look for, and how many places so many would fill, beyond those listed before.

    `area` is the caller's word for where, empty where it has none; None by telephone. `day` is 0 Monday to 6 Sunday;
    None: any day will do.
    `languages`: what they would have to speak besides English.
    `need_ids` are needs that they would be proposed for.
    """

    people: int
    task_type: str
    area: str | None
    day: int | None
    in_person: bool
    needs_car: bool
    min_dbs: int
    training: tuple[str, ...]
    languages: tuple[str, ...]
    fills: int
    need_ids: tuple[str, ...]


@dataclass(frozen=True)
class _Kind:
    """A task type in an area on a day, for somebody who speaks one more language, or none.

    `covers`: the needs of it that are worth a newcomer. Kinds may cover the same needs.
    """

    task_type: str
    area: str | None
    day: int
    spoken: tuple[str, ...]
    covers: Ints
    asks: tuple[int, int, int]
    """What it asks of a newcomer: languages, the check, a car. Of equal kinds the one that asks least comes first."""
    least: int
    most: int

    @property
    def first(self) -> tuple[object, ...]:
        """The sort key: kinds that may fill most come first, and equals always keep the same order."""
        return -self.most, self.asks, -self.least, self.task_type, self.area or "", self.day, self.spoken


def recruits(found: Proposals, areas: Mapping[str, str], *, most: int = 10) -> list[Recruit]:
    """Up to `most` volunteers to look for, those that fill most first. Each counts only what those before leave empty.

    `areas` says by need id the area that a newcomer would help in. The list ends where one more would fill nothing.
    """
    chosen: list[Recruit] = []
    while len(chosen) < most:
        best: tuple[Recruit, Proposals] | None = None
        for kind in sorted(_kinds(found, areas), key=lambda kind: kind.first):
            if best is not None and kind.most <= best[0].fills:
                break
            name = f"{_NEWCOMER}{len(chosen)}"
            newcomer = pd.DataFrame([_newcomer(name, found.board, kind)])
            then = Proposals.of(found.trial()).bring_forward(BoardChange(newcomer))
            fills = len(then.best.taken) - len(found.best.taken)
            if fills > (best[0].fills if best else 0):
                taken = then.best.taken
                mine = taken.need[then.board.volunteers.ids[taken.volunteer] == name]
                best = _recruit(found.board, kind, fills, tuple(sorted(then.board.needs.ids[mine]))), then
        if best is None:
            break
        chosen.append(best[0])
        found = best[1]
    return _together(chosen)


def _together(chosen: Iterable[Recruit]) -> list[Recruit]:
    """The list with recruits of one kind merged into one line, in the place of the first."""
    kinds: dict[tuple[object, ...], Recruit] = {}
    for one in chosen:
        key = (one.task_type, one.area, one.day, one.languages)
        before = kinds.get(key)
        if before is not None:
            both = tuple(dict.fromkeys([*before.need_ids, *one.need_ids]))
            one = replace(one, people=before.people + 1, fills=before.fills + one.fills, need_ids=both)
        kinds[key] = one
    return list(kinds.values())


def _kinds(found: Proposals, areas: Mapping[str, str]) -> list[_Kind]:
    """Every kind of newcomer who would fill a place, with the least and the most that one of it can fill."""
    board, prices = found.board, found.best.prices
    empty = board.needs.people - np.bincount(found.best.taken.need, minlength=len(board.needs.ids))
    # Filling one of these fills one more place somewhere: no exchange among filled places is worth half as much.
    worth = np.nonzero((prices.need > min(found.weights.unmatched) // 2) & (board.needs.people > 0) & ~_lost(board))[0]
    groups: dict[tuple[str, str | None], list[int]] = {}
    for need in worth.tolist():
        task = board.task_types[board.needs.task[need]]
        area = areas.get(board.needs.ids[need], "") if board.needs.in_person[need] else None
        groups.setdefault((task, area), []).append(need)
    kinds = []
    for (task, area), members in groups.items():
        for spoken, here in _by_language(board, np.array(members)):
            slots = board.needs.slots[here]
            for day in range(len(DAYS)):
                covers = here[(slots == 0) | (slots >> (day * len(PARTS)) & _WHOLE_DAY != 0)]
                if len(covers):
                    # No volunteer takes two places of one need.
                    least = min(ROOM, int((empty[covers] > 0).sum()))
                    check, car = int(board.needs.min_dbs[covers].max()), int(board.needs.needs_car[covers].any())
                    asks = len(spoken), check, car
                    kinds.append(_Kind(task, area, day, spoken, covers, asks, least, min(ROOM, len(covers))))
    return kinds


def _lost(board: Board) -> Flags:
    """Whether a need is at an unknown place, so that no newcomer can be said to live near it."""
    needs = board.needs
    unknown: Flags = np.isnan(needs.easting + needs.northing)
    return unknown & needs.in_person


def _by_language(board: Board, needs: Ints) -> Iterator[tuple[tuple[str, ...], Ints]]:
    """The needs that a speaker of English alone could help with, then those that take one more language."""
    asked = [set(named(row, board.language_codes)) for row in board.needs.languages[needs]]
    for more in ((), *((code,) for code in sorted(set().union(*asked) - {COMMON}))):
        understood = needs[[not each or bool(each & {COMMON, *more}) for each in asked]]
        if len(understood):
            yield more, understood


def _newcomer(name: str, board: Board, kind: _Kind) -> dict[str, object]:
    """Somebody who may do all that this kind of need asks, lives where it is needed, and goes nowhere else."""
    covers, needs = kind.covers, board.needs
    asked = needs.training[covers]
    goes = kind.area is not None
    at = (float(needs.easting[covers].mean()), float(needs.northing[covers].mean())) if goes else (np.nan, np.nan)
    far = float(np.hypot(needs.easting[covers] - at[0], needs.northing[covers] - at[1]).max()) if goes else 0.0
    return {
        "volunteer_id": name,
        "tasks": {kind.task_type},
        "easting": at[0],
        "northing": at[1],
        "max_distance_km": far / 1000 + 0.001,
        "in_person": goes,
        "slots": _WHOLE_DAY << (kind.day * len(PARTS)),
        "has_car": True,
        "capacity": ROOM,
        "dbs_level": int(needs.min_dbs[covers].max()),
        "training": {code for row in asked for code in named(row, board.training_codes)},
        "languages": {COMMON, *kind.spoken},
        "last_asked_days": np.nan,
        "done_count": 0.0,
        "avoids": set(),
        "active": 0,
    }


def _recruit(board: Board, kind: _Kind, fills: int, need_ids: tuple[str, ...]) -> Recruit:
    needs = board.needs
    mine = kind.covers[np.isin(needs.ids[kind.covers], need_ids)]
    free = bool(len(mine)) and bool((needs.slots[mine] == 0).all())
    return Recruit(
        people=1,
        task_type=kind.task_type,
        area=kind.area,
        day=None if free else kind.day,
        in_person=kind.area is not None,
        needs_car=bool(needs.needs_car[kind.covers].any()),
        min_dbs=int(needs.min_dbs[kind.covers].max()),
        training=tuple(sorted({c for row in needs.training[kind.covers] for c in named(row, board.training_codes)})),
        languages=kind.spoken,
        fills=fills,
        need_ids=need_ids,
    )
