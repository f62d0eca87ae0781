"""Small numbers hidden, so that a public table tells of nobody, not even by subtraction.

The rule: a count of 1 to 4 is hidden; every other count is rounded to the nearest 5, totals too; and where
adding and subtracting would leave fewer than four numbers that a small count could be, the smallest count beside it is
hidden as well, and at last the total. All hidden counts look the same. Nought is shown: it is about nobody.

NHS England publishes its hospital statistics by a rule of this shape: small counts hidden, all others rounded to 5.
https://digital.nhs.uk/data-and-information/data-tools-and-services/data-services/hospital-episode-statistics/change-to-disclosure-control-methodology-for-hes-and-ecds-from-september-2018
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST = 5
"""The smallest count that may be told."""
STEP = 5


@dataclass(frozen=True)
class Cell:
    """One number as strangers see it: rounded, or None where it is hidden."""

    shown: int | None

    def __str__(self) -> str:
        return "–" if self.shown is None else f"{self.shown:,}"

    @property
    def bounds(self) -> tuple[float, float]:
        """What a reader who knows the rule can tell from this number alone: least and most."""
        if self.shown is None:
            return 1, math.inf
        return (0, 0) if self.shown == 0 else (max(LEAST, self.shown - STEP // 2), self.shown + STEP // 2)


Counts = Mapping[str, int]
Sums = Sequence[tuple[str, Sequence[str]]]
"""(total, the parts that it is the sum of). A part may be a total itself, and a total may be split in two ways."""


def rounded(count: int) -> int:
    """The nearest multiple of 5; 1 to 4 must be hidden, not rounded."""
    return (count + STEP // 2) // STEP * STEP


def protect(counts: Counts, sums: Sums = ()) -> dict[str, Cell]:
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
    return {name: Cell(None if name in hidden else rounded(count)) for name, count in counts.items()}


def _gives_away(counts: Counts, sums: Sums, hidden: set[str]) -> str | None:
    """A count that must be hidden too, because a small one could be narrowed down through it; None: all are safe."""
    bounds, totals = _narrowed(counts, sums, hidden), {total for total, _ in sums}
    for name in sorted(hidden):
        least, most = bounds[name]
        if counts[name] >= LEAST or most - least >= LEAST - 2:
            continue
        beside = [[total, *parts] for total, parts in sums if name == total or name in parts]
        # First a part beside it, the smallest; a total only when there is none left: it is what readers want most.
        shown = [(n in totals, counts[n], n) for group in beside for n in group if n not in hidden and counts[n] > 0]
        if not shown:
            shown = [(n in totals, counts[n], n) for n in counts if n not in hidden and counts[n] > 0]
        if shown:
            return min(shown)[2]
    return None


def _narrowed(counts: Counts, sums: Sums, hidden: set[str]) -> dict[str, tuple[float, float]]:
    """What a reader can tell of each count who adds and subtracts for as long as that tells anything new."""
    bounds = {n: Cell(None if n in hidden else rounded(c)).bounds for n, c in counts.items()}
    changed = True
    while changed:
        changed = False
        for total, parts in sums:
            for name in (total, *parts):
                narrower = _from_others(name, total, parts, bounds)
                if narrower != bounds[name]:
                    bounds[name], changed = narrower, True
    return bounds


def _from_others(
    name: str, total: str, parts: Sequence[str], bounds: Mapping[str, tuple[float, float]]
) -> tuple[float, float]:
    least, most = bounds[name]
    lows, highs = (
        zip(*(bounds[part] for part in parts if part != name), strict=True) if set(parts) - {name} else ((), ())
    )
    if name == total:
        return max(least, sum(lows)), min(most, sum(highs))
    whole_least, whole_most = bounds[total]
    return max(least, whole_least - sum(highs)), min(most, whole_most - sum(lows))
