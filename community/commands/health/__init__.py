"""The checks of `doctor`. Each returns findings, which are good, worth a thought, or wrong, with what to do."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class HealthFinding:
    """One thing that was looked at. `words` says how it is and, where it is not well, what to do."""

    what: str
    state: Literal["well", "think", "wrong"]
    words: str
