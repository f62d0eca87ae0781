"""What is going to happen, told in the order of time. What would happen after the town's last morning does not."""

from collections.abc import Callable
from datetime import datetime


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
