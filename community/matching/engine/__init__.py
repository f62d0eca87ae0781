"""The engine of matching: the best board of a town in milliseconds, of a nation in seconds, with its proof.

`solve` uses the engine where numba is installed, and otherwise the solver of a library. Both are exact and give the
same proof. `warm` compiles beforehand, so that no page has to wait for it.
"""

from __future__ import annotations

from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING

from community.matching.engine.jit_cache import is_complete
from community.matching.matching_errors import TooLarge
from community.matching.weights import DEFAULT, Weights

if TYPE_CHECKING:
    from community.matching.array_types import Ints
    from community.matching.board import Board
    from community.matching.solution import Solution

__all__ = ["is_warm", "solve", "warm"]


def solve(board: Board, weights: Weights = DEFAULT, pinned: Ints | None = None) -> Solution:
    """The best board: as many places filled as can be, the most urgent first, at the least cost in all.

    `pinned`: sorted keys (`eligible_pairs.pinned_keys`) of pairs that are agreed already. Raises GuaranteeBroken where
    "most urgent first" could not be promised.
    """
    from community.matching.min_cost_flow import check_guarantee  # who asks whether all is warm needs no solver
    from community.matching.solution import Solution

    check_guarantee(board, weights.unmatched)
    if is_there():
        from community.matching.engine.solved_engine import Live  # it takes numba, and numba takes its time

        with suppress(TooLarge):
            return Live(board, weights, pinned)
    return Solution(board, weights, pinned)


def is_there() -> bool:
    """Whether numba is installed. Without it, the solver of a library is used."""
    return find_spec("numba") is not None


def is_warm() -> bool:
    """Whether everything is compiled, or there is nothing to compile. Asking costs next to nothing."""
    return not is_there() or is_complete()


def warm() -> None:
    """Compile what matching needs: half a minute the first time on a small machine, a second to load it afterwards.

    Does nothing where numba is not installed.
    """
    if is_there():
        from community.matching.engine.jit_warmup import compile_all  # it takes numba, and numba takes its time

        compile_all()
