"""One measured figure, beside its goal."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured, in which unit, and the goal: `least` or `most`. Neither: it is told for comparison."""

    name: str
    value: float
    unit: str
    least: float | None = None
    most: float | None = None

    @property
    def reached(self) -> bool:
        """Whether the goal is reached."""
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)

    def __str__(self) -> str:
        goal = ""
        if self.least is not None:
            goal = f"(goal: at least {self.least:g})"
        if self.most is not None:
            goal = f"(goal: at most {self.most:g})"
        return f"{'' if self.reached else 'MISSED '}{self.name}: {self.value:,.1f} {self.unit} {goal}".rstrip()


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
