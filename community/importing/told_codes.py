"""Words of a cell as the codes of a column: tasks, languages, ways to travel, yes or no, where somebody stands."""

import re
from collections.abc import Mapping

from community.importing.column_words import folded, read_column_words
from community.settings import Settings
from community.tables.vocabulary import YesNo
from community.wording import spelled

_BETWEEN = re.compile(r"[,;/|\n+•·]|\s-\s|\band\b|&", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)")
_ONLY_ALONE = {"t", "f", "1", "0", "on", "off"}
"""What says yes or no only where nothing stands beside it: `T.B.C.`, `on hold` and `1-3 pm` do not."""
_NO_PLAIN_YES = {
    *("but", "except", "unless", "until", "till", "if", "later", "ask", "asked", "expired", "lapsed", "stopped"),
    *("revoked", "removed", "withdrew", "hold", "left", "verbal", "verbally", "needed", "required", "requested"),
}
_TAKEN_AWAY = {"not", "no", "never", "except", "dont", "doesnt", "cant", "without"}


def known_words(what: str, settings: Settings) -> Mapping[str, str]:
    """From what stands in cells to the code, for one kind of value: the words of the file, and our own."""
    words = dict(read_column_words().values.get(what, {}))
    if what == "tasks":
        own = settings.task_types
        words = {word: code for word, code in words.items() if code in own}
        for code, task in own.items():
            words |= {folded(told): code for told in (spelled(code), task.name, task.offer) if told}
    return words


def read_code(cell: str, words: Mapping[str, str]) -> str | None:
    """The one code that the whole cell means; None where it is not known."""
    whole = folded(cell)
    return words.get(whole) or words.get(folded(_ASIDE.sub(" ", cell)))


def read_codes(cell: str, words: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The codes that the parts of the cell mean, and the parts that are not known, as they stand."""
    if one := read_code(cell, words):
        return [one], []
    found, unknown = list[str](), list[str]()
    for part in filter(None, map(str.strip, _BETWEEN.split(cell))):
        code = read_code(part, words) or _within(part, words)
        (found if code else unknown).append(code or part)
    return list(dict.fromkeys(found)), unknown


def read_yes_no(cell: str) -> str | None:
    """`yes` or `no`; None where the cell says neither, or says yes and takes it back: `Y/N`, `yes - withdrawn 2021`."""
    words = read_column_words().values["yes_no"]
    told = folded(cell) or cell.strip()
    first, *rest = told.split(" ")
    code = words.get(told) or (None if first in _ONLY_ALONE else words.get(first))
    if code != YesNo.YES:
        return code
    taken_back = rest and any(
        word in _NO_PLAIN_YES | _TAKEN_AWAY or (words.get(word) == YesNo.NO and not word.isdigit()) for word in rest
    )
    return None if "?" in cell or (told not in words and taken_back) else code


def _within(part: str, words: Mapping[str, str]) -> str | None:
    """The code of the longest known words within the part, unless it says that it is not so."""
    told = f" {folded(part)} "
    if not _TAKEN_AWAY.isdisjoint(told.split()):
        return None
    fitting = [word for word in words if len(word) > 3 and f" {word} " in told]
    return words[max(fitting, key=len)] if fitting else None
