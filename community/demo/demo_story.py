"""The story: steps played in the order of time. Steps after the town's last morning do not happen."""

from collections.abc import Callable
from datetime import datetime

from community.book import Stale
from community.casework import NotNow
from community.demo.demo_ledger import LedgerRecord
from community.tables.row_types import MatchRow


class MatchInStory:
    """A match that comes about later in the story. What casework refuses ends it: nothing more becomes of it."""

    def __init__(self, story: "Story") -> None:
        """Nobody is proposed yet."""
        self._story, self._record = story, None

    _record: LedgerRecord[MatchRow] | None

    def begins(self, at: datetime, propose: Callable[[datetime], LedgerRecord[MatchRow]]) -> None:
        """Somebody is proposed at that time."""
        self._story.then(at, lambda t: setattr(self, "_record", propose(t)))

    def then(self, at: datetime, step: Callable[[LedgerRecord[MatchRow], datetime], object]) -> None:
        """Let this happen to it at that time."""
        self._story.then(at, lambda t: self._go(step, t))

    def _go(self, step: Callable[[LedgerRecord[MatchRow], datetime], object], at: datetime) -> None:
        if self._record is not None:
            try:
                step(self._record, at)
            except (NotNow, Stale):
                self._record = None


class Story:
    """Steps, each with its time. A step may depend on what earlier ones left."""

    def __init__(self, until: datetime) -> None:
        """Begin with nothing to happen."""
        self._until = until
        self._steps: list[tuple[datetime, int, Callable[[datetime], object]]] = []

    def then(self, at: datetime, step: Callable[[datetime], object]) -> None:
        """Let this happen at that time; `step` is given the time."""
        if at <= self._until:
            self._steps.append((at, len(self._steps), step))

    def tell(self) -> None:
        """Let everything happen."""
        for at, _, step in sorted(self._steps, key=lambda each: each[:2]):
            step(at)
        self._steps.clear()
