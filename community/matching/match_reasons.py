"""Reasons why a volunteer suits a need, worded to be read out on the telephone."""

import math
from collections.abc import Collection

from community.matching.pair_view import BoardOrFrames, Pair, find, named
from community.tables.vocabulary import Travel
from community.wording import (
    ago,
    counted,
    every_slot,
    first_upper,
    km,
    language_words,
    span,
    spelled_all,
    spoken,
    wording,
)

WALK_KM, CYCLE_KM = 1.5, 8.0
"""So far people walk or cycle to help, who do; beyond, they take what takes them further."""


def reasons(
    where: BoardOrFrames, need_id: str, volunteer_id: str, *, travel: Collection[str] = frozenset()
) -> list[str]:
    """Short sentences without full stops, what matters most to the resident first. The pair need not be eligible.

    Takes a board or a tuple of the two frames; `travel` is how the volunteer gets about (walk, cycle, bus, car), where
    they said. Raises MatchingError when an id is not on the board.
    """
    pair = find(where, need_id, volunteer_id)
    said = (
        _known(pair),
        _new(pair),
        _near(pair, travel),
        _free(pair),
        _speaks(pair),
        _trained(pair),
        _rested(pair),
        _load(pair),
        _waited(pair),
    )
    return [words for words in said if words]


def _known(pair: Pair) -> str:
    visits = f": {counted(pair.visits, 'visit')}" if pair.visits else ""
    if pair.asked_for:
        return f"The resident asked for them{visits}"
    return f"Knows this resident{visits}" if visits else ""


def _new(pair: Pair) -> str:
    first = pair.board.needs.known_first[pair.need] and not pair.visits
    return "Has not visited this resident: goes first only if those who have are needed elsewhere" if first else ""


def _near(pair: Pair, travel: Collection[str]) -> str:
    if not pair.board.needs.in_person[pair.need]:
        return "Helps by telephone"
    if math.isnan(pair.kilometres):
        return ""
    return f"{first_upper(km(pair.kilometres))} away{_by(pair, travel)}"


def _by(pair: Pair, travel: Collection[str]) -> str:
    """How they would come: by car if one is needed or they said nothing, else the first of their ways that suits."""
    has_car = bool(pair.board.volunteers.has_car[pair.volunteer])
    if has_car and (pair.board.needs.needs_car[pair.need] or not travel):
        return f" {wording().travel[Travel.CAR]}"
    far = {Travel.WALK: WALK_KM, Travel.CYCLE: CYCLE_KM}
    ways = [way for way in (Travel.WALK, Travel.CYCLE, Travel.CAR, Travel.BUS) if way in travel]
    return next((f" {wording().travel[way]}" for way in ways if pair.kilometres <= far.get(way, math.inf)), "")


def _free(pair: Pair) -> str:
    asked = int(pair.board.needs.slots[pair.need])
    common = asked & int(pair.board.volunteers.slots[pair.volunteer])
    if not asked:
        return "Any time suits the resident"
    return f"Both free on {every_slot(common)}" if common else ""


def _speaks(pair: Pair) -> str:
    board = pair.board
    common = board.needs.languages[pair.need] & board.volunteers.languages[pair.volunteer]
    both = named(common, board.language_codes)
    return f"Both speak {language_words(both)}" if both else ""


def _trained(pair: Pair) -> str:
    board = pair.board
    held = board.needs.training[pair.need] & board.volunteers.training[pair.volunteer]
    done = named(held, board.training_codes)
    return f"Has done the training: {spelled_all(done)}" if done else ""


def _rested(pair: Pair) -> str:
    days = float(pair.board.volunteers.last_asked_days[pair.volunteer])
    if math.isnan(days):
        return "Never asked before"
    return f"Not asked for {span(days)}" if days >= 14 else f"Last asked {ago(days)}"


def _waited(pair: Pair) -> str:
    days = float(pair.board.needs.waiting_days[pair.need])
    return f"The resident has waited {span(days)}" if days >= 1 else ""


def _load(pair: Pair) -> str:
    active = int(pair.board.volunteers.active[pair.volunteer])
    done = float(pair.board.volunteers.done_count[pair.volunteer])
    if active:
        return f"Helps with {spoken(active, 'other_need')} now"
    if not math.isnan(done) and done >= 1:
        return f"Has helped {spoken(int(done), 'time')} before, and has nothing on now"
    return "Has nothing on now"
