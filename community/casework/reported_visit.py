"""What somebody reports of a visit. Pages name it without loading what then happens to it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Visit:
    """What became of one visit. `again`: the day agreed for the next one, by the same two."""

    on: date
    minutes: int | None = None
    miles: float | None = None
    worried: bool = False
    again: date | None = None
