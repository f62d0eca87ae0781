"""What people ask for and how they say it: put together from the town's words, or a whole letter."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from community.demo.demo_names import words
from community.settings import Settings

# How often each kind of help is asked for; a kind that is not listed: rarely.
ASKED = {
    "shopping": 27, "phone_call": 21, "prescription": 16, "lift": 11, "food_parcel": 10, "visit": 6, "small_job": 6,
    "technology": 4, "dog_walk": 4, "money_advice": 4, "wellbeing": 4, "housing_advice": 3, "other": 3,
}  # fmt: skip
LETTER = 0.055


@dataclass(frozen=True)
class Said:
    """What one request asks for, in the person's words. `languages` is empty if they mentioned none."""

    tasks: tuple[str, ...]
    words: str | None = field(repr=False)
    languages: tuple[str, ...] = ()
    by_referrer: bool = False


def say(lots: random.Random, settings: Settings, again: Said | None = None) -> Said:
    """A request; with `again`, one by somebody who asked for that before and mostly wants the like."""
    letters = [letter for letter in words("requests")["letters"] if all(_asks(settings, t) for t in letter["tasks"])]
    if again is None and letters and lots.random() < LETTER:
        letter = lots.choice(letters)
        return Said(tuple(letter["tasks"]), letter["words"], tuple(letter.get("languages", ())))
    tasks = again.tasks if again and lots.random() < 0.7 else _tasks(lots, settings)
    referrer = again.by_referrer if again else lots.random() < 0.18
    languages = again.languages if again else ()
    return Said(tasks, _compose(lots, tasks, referrer=referrer), languages, referrer)


def for_volunteers(lots: random.Random, task: str) -> str | None:
    """What a volunteer may read before they accept: the task, and nothing of who it is for."""
    told: list[str] = _kind(task).get("task", [])
    return lots.choice(told) if told else None


def _compose(lots: random.Random, tasks: tuple[str, ...], *, referrer: bool) -> str | None:
    if lots.random() < 0.05:
        return None
    said = [lots.choice(_kind(t)["say"]) for t in tasks if _kind(t)]
    told = words("requests")
    if lots.random() < 0.55 or referrer:
        said.insert(0, lots.choice(told["referrer_openings" if referrer else "openings"]))
    said += [lots.choice(told[part]) for part, p in (("details", 0.35), ("closes", 0.35)) if lots.random() < p]
    ended = [words_ if words_[-1] in ".!?," else f"{words_}." for words_ in said[:-1]]
    joined = ("\n" if lots.random() < 0.1 else " ").join([*ended, *said[-1:]])
    return joined.lower().rstrip(".") if lots.random() < 0.06 else joined


def _tasks(lots: random.Random, settings: Settings) -> tuple[str, ...]:
    kinds = [code for code in settings.task_types if _asks(settings, code)]
    wanted = lots.choices([1, 2, 3], [72, 21, 7])[0]
    chosen: dict[str, None] = {}
    for _ in range(wanted):
        chosen[lots.choices(kinds, [ASKED.get(code, 2) for code in kinds])[0]] = None
    return tuple(chosen)


def _asks(settings: Settings, code: str) -> bool:
    return code in settings.task_types and settings.task_types[code].ask is not None


def _kind(task: str) -> Mapping[str, Any]:
    kinds: Mapping[str, Mapping[str, Any]] = words("requests")["kinds"]
    return kinds.get(task, {})
