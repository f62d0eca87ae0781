"""The cheapest change that would fill an empty place, in words a director can act on."""

from collections.abc import Callable, Mapping

import numpy as np

from community.matching.array_types import Ints
from community.matching.board import Board
from community.matching.cost_terms import kilometres
from community.matching.pair_view import named
from community.wording import dbs_words, every_slot, km, language_words, noun, spelled_all, spoken

EASE = (
    *("capacity", "slots", "distance", "place", "language", "in_person", "car", "training", "dbs", "task"),
    *("refused", "avoids"),
)
"""Rules from the easiest to put right (a question on the telephone) to the one that is not ours to put right."""
THEIR_WILL = frozenset({"refused", "avoids"})
"""Rules that hold what somebody wished: nobody is pressed to change them."""


def remedy(board: Board, need: int, near: Mapping[str, Ints]) -> str:
    """One sentence: the easiest single change that makes a volunteer fit this need.

    `near` gives, by rule, the volunteers (places on the board) whom that rule alone keeps out. Where there are none,
    the remedy is new volunteers.
    """
    for rule in EASE:
        if len(near[rule]):
            return _CHANGE[rule](board, need, near[rule])
    return "Nobody is one change away from helping: look for a new volunteer, or another way to help."


def _one_more(count: int) -> str:
    return f"Ask {_one_of(count, 'volunteer')} who could help to take on one more this week."


def _one_of(count: int, name: str) -> str:
    return f"the {noun(1, name)}" if count == 1 else f"one of the {spoken(count, name)}"


def _slots(board: Board, _need: int, near: Ints) -> str:
    free = [int(np.sum(board.volunteers.slots[near] >> slot & 1)) for slot in range(21)]
    if not any(free):
        return f"Ask {_one_of(len(near), 'volunteer')} who could help when they are free."
    best = int(np.argmax(free))
    return (
        f"Ask whether another time would do: on {every_slot(1 << best)} {spoken(free[best], 'volunteer')} could help."
    )


def _distance(board: Board, need: int, near: Ints) -> str:
    reach = board.volunteers.reach_m2[near]
    said = near[reach >= 0]
    if not len(said):
        return f"Ask {_one_of(len(near), 'volunteer')} who could help how far they can go."
    far = kilometres(board, np.full(len(said), need), said)
    more = far - np.sqrt(board.volunteers.reach_m2[said]) / 1000
    nearest = int(np.argmin(more))
    away, further = km(float(far[nearest])), km(float(more[nearest]))
    return f"Ask one volunteer to go {away}, which is {further} further than they said."


def _place(board: Board, need: int, near: Ints) -> str:
    if np.isnan(board.needs.easting[need] + board.needs.northing[need]):
        return "Find out where the help is needed: the place is not known."
    return f"Find out where {_one_of(len(near), 'volunteer')} who could help lives."


def _language(board: Board, need: int, near: Ints) -> str:
    spoken = language_words(named(board.needs.languages[need], board.language_codes))
    return f"Find somebody to interpret ({spoken}) beside {_one_of(len(near), 'volunteer')} who could help."


def _training(board: Board, need: int, near: Ints) -> str:
    asked = spelled_all(named(board.needs.training[need], board.training_codes))
    return f"Offer training ({asked}) to {_one_of(len(near), 'volunteer')} who could then help."


def _dbs(board: Board, need: int, near: Ints) -> str:
    level = dbs_words(int(board.needs.min_dbs[need]))
    return f"Start a DBS check ({level}) for {_one_of(len(near), 'volunteer')} who could then help."


_CHANGE: dict[str, Callable[[Board, int, Ints], str]] = {
    "capacity": lambda _b, _n, near: _one_more(len(near)),
    "slots": _slots,
    "distance": _distance,
    "place": _place,
    "language": _language,
    "in_person": lambda _b, _n, near: (
        f"Ask whether a telephone call would do. If not, ask {_one_of(len(near), 'volunteer')} to go in person."
    ),
    "car": lambda _b, _n, near: f"Find a car for {_one_of(len(near), 'volunteer')} who could help, or a driver.",
    "training": _training,
    "dbs": _dbs,
    "task": lambda _b, _n, near: (
        f"See whether {_one_of(len(near), 'volunteer')} would try this kind of help: nothing else is in the way."
    ),
    "refused": lambda _b, _n, near: (
        f"Look for a new volunteer, or ask {_one_of(len(near), 'volunteer')} who could help once more: "
        "it came to nothing before."
    ),
    "avoids": lambda _b, _n, _near: (
        "Look for a new volunteer. Nobody who could help is a good choice for this resident."
    ),
}
