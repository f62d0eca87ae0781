"""Days and times as people write them, as slots: `Mon & Wed mornings`, `Tues pm`, `weekends`, `any time`."""

import re
from functools import cache

from community.importing.column_words import folded, read_column_words
from community.tables.vocabulary import DAYS, PARTS, SLOTS

_WEEK, _WEEKEND = DAYS[:5], DAYS[5:]
_GROUPS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("weekday", "weekdays", "week"), _WEEK),
    **dict.fromkeys(("weekend", "weekends"), _WEEKEND),
    **dict.fromkeys(("daily", "everyday"), DAYS),
}
_NOT = {"not", "except", "no", "never", "but", "cant", "unable"}
_WHOLE = {"all", "any", "anytime", "flexible", "always"}
_FILLERS = {"and", "or", "on", "in", "the", "every", "each", "day", "days", "time", "times", "only", "free", "usually",
            "mostly", "to", "at", "week", "most", "available", "availability", "of"}  # fmt: skip
_CLAUSES = re.compile(r"[;\n|]|,(?!\s*and\b)|\.(?:\s|$)")
_RANGE = re.compile(r"\b([a-z]+)\s*(?:-|–|—|to|until|through)\s*([a-z]+)\b")


@cache
def _days() -> dict[str, str]:
    return dict(read_column_words().values["days"])


@cache
def _parts() -> dict[str, str]:
    return dict(read_column_words().values["parts"])


def read_slots(text: str) -> tuple[tuple[str, ...], bool]:
    """The slots that the text means, in the order of the week, and whether all of it was understood."""
    found: set[str] = set()
    whole = True
    waiting: list[str] = []  # days whose part of the day comes later: "Mon, Wed mornings"
    last: list[str] = []
    for clause in _CLAUSES.split(text.lower()):
        days, parts, understood = _clause(clause)
        whole = whole and understood
        if days and parts:
            found |= {f"{day}_{part}" for day in [*waiting, *days] for part in parts}
            waiting, last = [], [*waiting, *days]
        elif days:
            waiting += days
        elif parts:
            of = waiting or last or list(DAYS)
            found |= {f"{day}_{part}" for day in of for part in parts}
            waiting, last = [], of
    found |= {f"{day}_{part}" for day in waiting for part in PARTS}
    return tuple(slot for slot in SLOTS if slot in found), whole


def header_slots(header: str) -> tuple[str, ...]:
    """The slots for which a column stands by its header, such as `Mon AM`; none where it says anything else."""
    words = folded(header).split()
    if len(words) > 4 or not set(words) & {*_days(), *_GROUPS, *_parts()} or len("".join(words)) == 1:
        return ()
    days, parts, understood = _clause(header.lower())
    if not understood or not (days or parts):
        return ()
    return tuple(f"{day}_{part}" for day in (days or DAYS) for part in (parts or PARTS))


def _clause(text: str) -> tuple[list[str], list[str], bool]:
    """The days and the parts of the day that a clause names, and whether it says nothing else."""
    ranged: list[str] = []

    def spread(match: re.Match[str]) -> str:
        first, last = _days().get(match[1]), _days().get(match[2])
        if first is None or last is None:
            return match[0]
        begin, end = DAYS.index(first), DAYS.index(last)
        ranged.extend(DAYS[begin : end + 1] if begin <= end else (*DAYS[begin:], *DAYS[: end + 1]))
        return " "

    words = folded(_RANGE.sub(spread, text.replace("i am ", ""))).split()
    if _NOT & set(words):
        return [], [], False
    everything = bool(_WHOLE & set(words)) or words in (["every", "day"], ["each", "day"])
    days, parts, whole = _named(words, everything=everything)
    if everything:
        return ranged + days or list(DAYS), parts or list(PARTS), whole
    return ranged + days, parts, whole


def _named(words: list[str], *, everything: bool) -> tuple[list[str], list[str], bool]:
    """The days and the parts that the words name, and whether each of the words is known."""
    days, parts, whole = list[str](), list[str](), True
    for word in words:
        if word in _parts():
            parts.append(_parts()[word])
        elif word in _GROUPS and not (word == "week" and (days or everything)):
            days += _GROUPS[word]
        elif word in _days():
            days.append(_days()[word])
        elif word not in _FILLERS | _WHOLE:
            whole = False
    return days, parts, whole
