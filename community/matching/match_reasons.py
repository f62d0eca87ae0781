"""Why a volunteer suits a need, in words to be read out on the telephone."""

import math
from collections.abc import Collection

from community.matching.pair_view import BoardOrFrames, Pair, find, named
from community.matching.spoken_words import ago, codes, counted, km, languages, span, times

WALK_KM, CYCLE_KM = 1.5, 8.0
"""So far people walk or cycle to help, who do; beyond, they take what takes them further."""


def reasons(
    where: BoardOrFrames, need_id: str, volunteer_id: str, *, travel: Collection[str] = frozenset()
) -> list[str]:
    """Short sentences without a full stop, what matters most to the resident first. True of the pair, eligible or not.

    Takes a board or a tuple of the two frames; `travel` is how the volunteer gets about (walk, cycle, bus, car), where
    they said. Raises MatchingError when an id is not on the board.
    """
    pair = find(where, need_id, volunteer_id)
    said = (_known(pair), _near(pair, travel), _free(pair), _speaks(pair), _trained(pair), _rested(pair), _load(pair))
    return [words for words in said if words]


def _known(pair: Pair) -> str:
    visits = f": {pair.visits} visit{'s' if pair.visits != 1 else ''}" if pair.visits else ""
    if pair.asked_for:
        return f"The resident asked for them{visits}"
    return f"Knows this resident{visits}" if visits else ""


def _near(pair: Pair, travel: Collection[str]) -> str:
    if not pair.board.needs.in_person[pair.need]:
        return "Helps by telephone"
    if math.isnan(pair.kilometres):
        return ""
    return f"{km(pair.kilometres).capitalize()} away{_by(pair, travel)}"


def _by(pair: Pair, travel: Collection[str]) -> str:
    """How they would come: as they said, whatever suits the way; the car where one is needed."""
    has_car = bool(pair.board.volunteers.has_car[pair.volunteer])
    if has_car and (pair.board.needs.needs_car[pair.need] or not travel):
        return " by car"
    ways = (
        ("walk", " on foot", pair.kilometres <= WALK_KM),
        ("cycle", " by bicycle", pair.kilometres <= CYCLE_KM),
        ("car", " by car", True),
        ("bus", " by bus", True),
    )
    return next((words for way, words, near in ways if near and way in travel), "")


def _free(pair: Pair) -> str:
    asked = int(pair.board.needs.slots[pair.need])
    common = asked & int(pair.board.volunteers.slots[pair.volunteer])
    if not asked:
        return "Any time suits the resident"
    return f"Both free on {times(common)}" if common else ""


def _speaks(pair: Pair) -> str:
    board = pair.board
    common = board.needs.languages[pair.need] & board.volunteers.languages[pair.volunteer]
    spoken = named(common, board.language_codes)
    return f"Both speak {languages(spoken)}" if spoken else ""


def _trained(pair: Pair) -> str:
    board = pair.board
    held = board.needs.training[pair.need] & board.volunteers.training[pair.volunteer]
    done = named(held, board.training_codes)
    return f"Has done the training: {codes(done)}" if done else ""


def _rested(pair: Pair) -> str:
    days = float(pair.board.volunteers.last_asked_days[pair.volunteer])
    if math.isnan(days):
        return "Never asked before"
    return f"Not asked for {span(days)}" if days >= 14 else f"Last asked {ago(days)}"


def _load(pair: Pair) -> str:
    active = int(pair.board.volunteers.active[pair.volunteer])
    done = float(pair.board.volunteers.done_count[pair.volunteer])
    if active:
        return f"Helps with {counted(active, 'other need')} now"
    if not math.isnan(done) and done >= 1:
        return f"Has helped {counted(int(done), 'time')} before, and has nothing on now"
    return "Has nothing on now"
