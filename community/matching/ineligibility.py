"""Why a volunteer can't be proposed: the first rule that does not allow it, in plain words."""

import math
from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd

from community.matching.eligible_pairs import pinned_keys
from community.matching.hard_rules import RULES
from community.matching.pair_view import BoardOrFrames, Pair, find, named
from community.wording import dbs_words, km, spelled_all


def why_not(
    where: BoardOrFrames,
    need_id: str,
    volunteer_id: str,
    *,
    pinned: pd.DataFrame | Iterable[tuple[str, str]] | None = None,
) -> str | None:
    """One sentence on the first hard rule that this pair breaks, None if it breaks none.

    Takes a board or a tuple of the two frames; with `pinned`, says so of a pair already agreed. It never says which of
    the two asked not to be put together. Raises MatchingError when an id is not on the board.
    """
    pair = find(where, need_id, volunteer_id)
    if np.isin(pair.key, pinned_keys(pair.board, pinned)):
        return "They are agreed for this need already."
    rule = first_broken(pair)
    return None if rule is None else _SAID[rule](pair)


def first_broken(pair: Pair) -> str | None:
    """The name of the first rule, in the fixed order, that does not allow the pair."""
    need, volunteer = np.array([pair.need]), np.array([pair.volunteer])
    return next((rule.name for rule in RULES if not rule.allows(pair.board, need, volunteer)[0, 0]), None)


def _place(pair: Pair) -> str:
    needs = pair.board.needs
    if math.isnan(needs.easting[pair.need] + needs.northing[pair.need]):
        return "We do not know where the help is needed."
    return "We do not know where they live."


def _distance(pair: Pair) -> str:
    reach = float(pair.board.volunteers.reach_m2[pair.volunteer])
    if reach < 0:
        return "They have not said how far they can go."
    return f"They live {km(pair.kilometres)} away and go up to {km(math.sqrt(reach) / 1000)}."


def _slots(pair: Pair) -> str:
    if not pair.board.volunteers.slots[pair.volunteer]:
        return "They have not said when they are free."
    return "They are not free at the times asked for."


def _dbs(pair: Pair) -> str:
    held, asked = (
        int(x) for x in (pair.board.volunteers.dbs_level[pair.volunteer], pair.board.needs.min_dbs[pair.need])
    )
    has = "They have no DBS check" if held == 0 else f"Their DBS check is {dbs_words(held)}"
    return f"{has}; this needs {dbs_words(asked)}."


def _training(pair: Pair) -> str:
    board = pair.board
    lacking = board.needs.training[pair.need] & ~board.volunteers.training[pair.volunteer]
    return f"They have not done the training: {spelled_all(named(lacking, board.training_codes))}."


_SAID: dict[str, Callable[[Pair], str]] = {
    "task": lambda _: "They do not offer this kind of help.",
    "capacity": lambda _: "They have no room for more this week.",
    "in_person": lambda _: "They help by telephone only.",
    "place": _place,
    "distance": _distance,
    "slots": _slots,
    "car": lambda _: "They have no car, and this needs one.",
    "dbs": _dbs,
    "training": _training,
    "language": lambda _: "They have no language in common.",
    "avoids": lambda _: "One of the two asked not to be put together.",
    "refused": lambda _: "They said no to this, or it came to nothing with them before.",
}
