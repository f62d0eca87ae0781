"""Every kind of fault, shuffled like cards: in a long run each comes as often as the others."""

from collections import Counter

from tests.google_sheets.faults import Faults, Rule

_TWENTY = 20
"""Of so many requests, one after the other, just the share meets a fault."""


class Mix(Faults):
    """A share of the reads and a share of the writes meet a fault; `struck` counts which.

    silent: whether the service may fall silent until the program hangs up; that waiting is real.
    """

    ON_READS = ("429", "500", "503", "html_502", "drop", "timeout")
    UNCLEAR = ("500", "503", "html_502", "drop", "applied_then_503", "applied_then_502", "applied_then_drop", "lost")
    ON_WRITES = (*UNCLEAR, "429", "timeout", "applied_then_timeout", "applied_late")

    def __init__(self, seed: int, *, reads: float = 0.2, writes: float = 0.35, silent: bool = True) -> None:
        super().__init__(seed)
        self.shares, self.silent = {"GET": reads, "POST": writes}, silent
        self.struck: Counter[str] = Counter()
        self._luck: dict[str, list[bool]] = {"GET": [], "POST": []}
        self._decks: dict[str, list[str]] = {"GET": [], "POST": []}

    def strike(self, method: str, path: str) -> Rule | None:
        """The fault that meets this request, or none."""
        luck = self._luck[method]
        if not luck:
            hits = round(_TWENTY * self.shares[method])
            luck += [True] * hits + [False] * (_TWENTY - hits)
            self.lots.shuffle(luck)
        if not luck.pop():
            return None
        deck = self._decks[method]
        if not self.silent:
            deck[:] = [kind for kind in deck if not _is_silent(kind)]
        if not deck:
            kinds = self.ON_READS if method == "GET" else self.ON_WRITES
            deck += [kind for kind in kinds if self.silent or not _is_silent(kind)]
            self.lots.shuffle(deck)
            deck.sort(key=_is_silent)  # these are drawn first, while they may be
        kind = deck.pop()
        self.struck[kind] += 1
        late = self.lots.choice((1, 2, 3, 5))
        return Rule(kind, after=late, answer=self.lots.choice(("503", "drop")))


def _is_silent(kind: str) -> bool:
    return "timeout" in kind
