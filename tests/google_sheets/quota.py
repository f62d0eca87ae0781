"""How many reads and writes a minute are answered."""

from collections import Counter
from collections.abc import Callable

from .errors import busy


class Quota:
    """A count that starts anew each minute of `clock` (seconds); None stands for no limit. Google: 60 for a user."""

    def __init__(self, clock: Callable[[], float], reads: int | None = None, writes: int | None = None) -> None:
        self.clock = clock
        self.limits = {"Read": reads, "Write": writes}
        self.refused = 0
        self._minute = 0
        self._used: Counter[str] = Counter()

    def use(self, kind: str) -> None:
        """Count one request of a kind, "Read" or "Write"; raises the 429 when the minute's are used up."""
        minute = int(self.clock() // 60)
        if minute != self._minute:
            self._minute, self._used = minute, Counter()
        limit = self.limits[kind]
        if limit is not None and self._used[kind] >= limit:
            self.refused += 1
            raise busy(kind)
        self._used[kind] += 1
