"""How a figure is said: as it is to those who work here, and to outsiders so that nobody is found in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from community.publish import LEAST, rounded
from community.wording import counted, figures

NOT_YET = "none yet"
FEW = "too few to say"
"""What outsiders read in place of a share or a time that only a few people stand behind."""


@dataclass(frozen=True)
class FiguresTold:
    """Says counts, shares and times. To outsiders counts below five are not said, and others to the nearest five."""

    outside: bool

    def count(self, many: int) -> str:
        """`1,234`; to outsiders `fewer than 5` or `1,235`."""
        return f"fewer than {LEAST}" if self._hides(many) else figures(self._seen(many))

    def counted(self, many: int, noun: str) -> str:
        """`1 task`, `1,234 tasks`; to outsiders `fewer than 5 tasks` or `1,235 tasks`."""
        return f"fewer than {counted(LEAST, noun)}" if self._hides(many) else counted(self._seen(many), noun)

    def share(self, part: int, whole: int) -> str:
        """`87 %`, or that there is none yet, or to outsiders that those on one side are too few."""
        if not whole:
            return NOT_YET
        if self._hides(part) or self._hides(whole - part):
            return FEW
        return f"{round(100 * self._seen(part) / self._seen(whole))}%"

    def cost_of_each(self, pence: int, many: int) -> str:
        """`£40.74`: what each of so many costs."""
        if not many or self._hides(many):
            return FEW if many else NOT_YET
        return rounded_pounds(round(pence / self._seen(many)))

    def wait(self, hours: Sequence[float], tenths: int = 5) -> str:
        """How long so many tenths of them waited at most, as a rule half: in days from two days on, else in hours."""
        if not hours:
            return NOT_YET
        if self._hides(len(hours)):
            return FEW
        is_median = tenths == 5 or len(hours) < 2
        found = median(hours) if is_median else quantiles(hours, n=10, method="inclusive")[tenths - 1]
        if found >= 48:
            return counted(round(found / 24), "day")
        return f"under {counted(1, 'hour')}" if found < 1 else counted(round(found), "hour")

    def _hides(self, many: int) -> bool:
        return self.outside and 0 < many < LEAST

    def _seen(self, many: int) -> int:
        return rounded(many) if self.outside else many


def rounded_pounds(pence: int) -> str:
    """`£40.74`, `£1,234`: without pence where there are none, or from a thousand pounds on."""
    whole, rest = divmod(pence, 100)
    return f"£{figures(whole)}" if whole >= 1000 or not rest else f"£{figures(whole)}.{rest:02d}"
