"""Answers as Google writes them into a spreadsheet: which questions are reached, and the words in each cell."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from community.forms import Form
from community.forms.form_model import ANY, Answers
from community.forms.google import GoogleQuestion, GoogleSection, sections
from community.forms.google.google_flow import SUBMIT
from tests.forms.answers import HELP

Cell = str | float | int | bool
ZERO = datetime(1899, 12, 30, tzinfo=UTC)


def serial(moment: str) -> float:
    """The wall-clock time as the serial number that the service gives for it."""
    return (datetime.fromisoformat(moment).replace(tzinfo=UTC) - ZERO).total_seconds() / 86_400


def walk(form: Form, posted: Answers) -> Iterator[GoogleSection]:
    """The sections that somebody with these answers sees, in their order."""
    every = sections(form)
    place = {section.key: number for number, section in enumerate(every)} | {SUBMIT: len(every)}
    number = 0
    while number < len(every):
        section = every[number]
        yield section
        after = place[section.then] if section.then else number + 1
        for item in section.items:
            for code, target in item.jumps:
                if code in posted.get(item.column, ()):
                    after = place[target]
        assert after > number, "nobody is led round in circles"
        number = after


def header(form: Form) -> list[str]:
    """The first row of a tab of answers."""
    return ["Timestamp", *(words for section in sections(form) for item in section.items for _, words in item.headers)]


def row(form: Form, stamp: Cell, posted: Answers) -> list[Cell]:
    """One answer: empty where nothing was asked or said. Trailing blanks are dropped, as the service drops them."""
    said: dict[str, str] = {}
    for section in walk(form, posted):
        for item in section.items:
            said |= cells(item, posted)
    line: list[Cell] = [stamp, *(said.get(words, "") for words in header(form)[1:])]
    while line and line[-1] == "":
        line.pop()
    return line


def cells(item: GoogleQuestion, posted: Answers) -> dict[str, str]:
    """Header -> words that Google writes for this question."""
    given = posted.get(item.column, ())
    if item.asked in ("text", "paragraph"):
        return {item.title: given[0]} if given else {}
    if item.asked == "grid":
        return {
            words: ", ".join(label for code, label in item.choices if f"{day}_{code}" in given)
            for day, words in item.headers
        }
    if item.part == ANY:
        return {item.title: item.choices[0][1]} if ANY in given else {}
    ticked = [label for code, label in item.choices if code in given]
    return {item.title: ", ".join([*ticked, *posted.get(f"{item.column}.other", ())])}


def tab(form: Form, *told: tuple[Cell, Mapping[str, Sequence[str]]]) -> list[list[Cell]]:
    """A whole tab of answers."""
    return [list(header(form)), *(row(form, stamp, posted) for stamp, posted in told)]


def put(grid: list[list[Any]], title: str, words: object, line: int = 1) -> list[list[Any]]:
    """The same tab with another answer in one cell."""
    grid[line] += [""] * (len(grid[0]) - len(grid[line]))
    grid[line][grid[0].index(title)] = words
    return grid


FIRST, SECOND, THIRD = (serial(f"2026-11-21T20:2{minute}:48.123") for minute in (1, 2, 3))
ADA = HELP
GRACE = HELP | {"name": ["Grace Invented"], "telephone": ["0117 496 0009"]}
