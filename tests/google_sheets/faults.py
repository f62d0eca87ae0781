"""What can go wrong between a program and Google, switched on by rule."""

import re
from dataclasses import dataclass, field
from random import Random

ANSWERED = {"401", "403", "429", "500", "503"}  # refused with an envelope, nothing applied
UNANSWERED = {"html_502", "drop", "timeout"}  # nothing applied either
APPLIED = {"applied_then_503", "applied_then_502", "applied_then_drop", "applied_then_timeout"}
LATE = {"applied_late"}  # refused as unclear, and applied after further requests
LOST = {"lost"}  # answered 200, and then a racing append wrote over the rows
KINDS = ANSWERED | UNANSWERED | APPLIED | LATE | LOST


@dataclass
class Rule:
    """One fault and when it happens.

    kind: one of KINDS.
    path: a regular expression that the request's path and query must contain; method: GET, POST, PUT ...
    nth: only the nth request that fits (1 is the first); times: at most so often; probability: of those that fit.
    after: for `applied_late`, after how many further requests it is applied; None waits for `apply_late()`.
    answer: for `applied_late`, what the program sees meanwhile: "503", "drop" or "timeout".
    hold: for a time-out, seconds until the connection is closed; None waits until the program hangs up.
    """

    kind: str
    path: str = ""
    method: str | None = None
    nth: int | None = None
    times: int | None = None
    probability: float = 1.0
    after: int | None = 1
    answer: str = "503"
    hold: float | None = None
    seen: int = field(default=0, init=False)
    used: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no fault is called {self.kind}; there are {', '.join(sorted(KINDS))}")

    def strikes(self, method: str, path: str, lots: Random) -> bool:
        """Tell whether this request is hit, and count it."""
        if self.method not in (None, method) or not re.search(self.path, path):
            return False
        if self.kind in LOST and not re.search(r":append|:batchUpdate", path):
            return False
        self.seen += 1
        if self.nth is not None and self.seen != self.nth:
            return False
        if self.times is not None and self.used >= self.times:
            return False
        if self.probability < 1 and lots.random() >= self.probability:
            return False
        self.used += 1
        return True


class Faults:
    """The rules in their order: the first that strikes counts. Chance comes from a seed."""

    def __init__(self, seed: int = 0) -> None:
        self.rules: list[Rule] = []
        self.lots = Random(seed)

    def add(self, kind: str, **when: object) -> Rule:
        """Switch a fault on and return its rule; `rule.used` says how often it happened."""
        rule = Rule(kind, **when)  # type: ignore[arg-type]
        self.rules.append(rule)
        return rule

    def mix(self, probability: float, kinds: tuple[str, ...] = (), **when: object) -> list[Rule]:
        """Switch on several kinds at once, so that together they hit this share of the requests. A time-out among
        them ends after a hundredth of a second unless `hold` says otherwise: the program sees the line go dead."""
        when.setdefault("hold", 0.01)
        names = kinds or tuple(sorted(KINDS - {"401", "403"}))
        left, rules = 1.0, []
        for name in names:  # each rule sees only what those before it let through
            share = probability / len(names)
            rules.append(self.add(name, probability=share / left, **when))
            left -= share
        return rules

    def clear(self) -> None:
        """Switch everything off."""
        self.rules.clear()

    def strike(self, method: str, path: str) -> Rule | None:
        """Return the rule that hits a request, None if none does."""
        return next((rule for rule in self.rules if rule.strikes(method, path, self.lots)), None)
