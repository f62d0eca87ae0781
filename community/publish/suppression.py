"""Hides small numbers, so that a public table reveals nobody, not even by subtraction.

The rule: a count of 1 to 4 is hidden; every other count is rounded to the nearest 5, totals too; and where
adding and subtracting would leave fewer than four numbers that a small count could be, the smallest count beside it is
hidden as well, and at last the total. All hidden counts look the same. Nought is shown: it is about nobody.

NHS England publishes its hospital statistics by a rule of this shape: small counts hidden, all others rounded to 5.
https://digital.nhs.uk/data-and-information/data-tools-and-services/data-services/hospital-episode-statistics/change-to-disclosure-control-methodology-for-hes-and-ecds-from-september-2018
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Bounds = Mapping[str, tuple[int, int]]
Sums = Sequence[tuple[str, Sequence[str]]]
"""(total, the parts that it is the sum of). A part may be a total itself, and a total may be split in two ways."""


class PublicReader:
    """A reader of a published table: what each number can be by itself, and which numbers add up to which."""

    def __init__(self, bounds: Bounds, sums: Sums) -> None:
        """Write the table down as equations."""
        # Not imported above: it loads pandas, which takes longer than building the site, and the build does not count.
        from ortools.sat.python import cp_model

        self._model = cp_model.CpModel()
        self._unknown = {n: self._model.new_int_var(least, most, n) for n, (least, most) in sorted(bounds.items())}
        for total, parts in sums:
            self._model.add(self._unknown[total] == sum(self._unknown[part] for part in parts))
        self._solver = cp_model.CpSolver()
        self._solver.parameters.num_workers = 1
        self._proven, self._impossible = cp_model.OPTIMAL, cp_model.INFEASIBLE

    def range(self, name: str) -> tuple[int, int]:
        """The least and the most that this count can be."""
        return -self._furthest(name, -1), self._furthest(name, 1)

    def is_possible(self) -> bool:
        """Whether the numbers can all be true together."""
        self._model.maximize(0)
        return bool(self._solver.solve(self._model) != self._impossible)

    def _furthest(self, name: str, sign: int) -> int:
        self._model.maximize(sign * self._unknown[name])
        if self._solver.solve(self._model) != self._proven:
            raise RuntimeError("what is published can't be true")
        return sign * self._solver.value(self._unknown[name])


LEAST = 5
"""The smallest count that may be told."""
STEP = 5


@dataclass(frozen=True)
class TableCell:
    """One number as the public sees it: rounded, or None if it is hidden."""

    shown: int | None

    def __str__(self) -> str:
        return "–" if self.shown is None else f"{self.shown:,}"

    def bounds(self, most: int) -> tuple[int, int]:
        """What a reader who knows the rule can tell from this number alone: least and most (`most` where hidden)."""
        if self.shown is None:
            return 1, most
        return (0, 0) if self.shown == 0 else (max(LEAST, self.shown - STEP // 2), self.shown + STEP // 2)


Counts = Mapping[str, int]


def rounded(count: int) -> int:
    """The nearest multiple of 5; 1 to 4 must be hidden, not rounded."""
    return (count + STEP // 2) // STEP * STEP


def protect(counts: Counts, sums: Sums = ()) -> dict[str, TableCell]:
    """Each count as it may be shown, by name.

    `sums` says which counts are totals of which others: all that a reader could subtract from each other. Raises
    ValueError where a total is not the sum of its parts, or a count is below nought.
    """
    for total, parts in sums:
        if counts[total] != sum(counts[part] for part in parts):
            raise ValueError(f"{total} is not the sum of its parts")
    if any(count < 0 for count in counts.values()):
        raise ValueError("a count is below nought")
    hidden = {name for name, count in counts.items() if 0 < count < LEAST}
    while (other := _gives_away(counts, sums, hidden)) is not None:
        hidden.add(other)
    return {name: TableCell(None if name in hidden else rounded(count)) for name, count in counts.items()}


def _gives_away(counts: Counts, sums: Sums, hidden: set[str]) -> str | None:
    """A count that must be hidden too, because a small one could be narrowed down through it; None: all are safe."""
    # A reader who can rule nothing out must allow for a hidden count as large as everything together, and more.
    most = sum(counts.values()) + 100
    bounds = {n: TableCell(None if n in hidden else rounded(c)).bounds(most) for n, c in counts.items()}
    reader, totals = PublicReader(bounds, sums), {total for total, _ in sums}
    for name in sorted(n for n in hidden if counts[n] < LEAST):
        least, furthest = reader.range(name)
        if furthest - least >= LEAST - 2:
            continue
        beside = {n for total, parts in sums if name == total or name in parts for n in (total, *parts)}
        shown = {n for n in counts if n not in hidden and counts[n] > 0}
        # The smallest part beside it comes first. A total goes only when no part is left, because readers want it most.
        return min(beside & shown or shown, key=lambda n: (n in totals, counts[n], n))
    return None
