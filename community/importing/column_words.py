"""The words by which old systems call their columns and what stands in them, read once from column_words.toml."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from community.wording import spelled

WORDS = Path(__file__).with_name("column_words.toml")
LEAVE_OUT, NOTES = "leave_out", "notes"
_PEOPLE = ("volunteers", "residents", "households")


@dataclass(frozen=True)
class ColumnWords:
    """All words of the file, folded."""

    fields: Mapping[str, str]
    """What each field is called."""
    headers: Mapping[str, Mapping[str, str]]
    """By kind of list: from what a column is called to the field."""
    about_others: frozenset[str]
    never: Mapping[str, str]
    """From what a column is called to why it is never taken in."""
    empty: frozenset[str]
    values: Mapping[str, Mapping[str, str]]
    """By kind of value: from what stands in a cell to the code."""
    totals: frozenset[str]


def folded(text: str) -> str:
    """The text without case, accents and signs, its words with one space between them: `Tel. No` is `tel no`."""
    if not text.isascii():
        text = "".join(s for s in unicodedata.normalize("NFKD", text) if not unicodedata.combining(s))
    plain = text.casefold().replace("&", " and ").replace("'", "").replace("’", "")
    return " ".join(re.findall(r"[^\W_]+|[✓✔☑✗✘☐]", plain))


@cache
def read_column_words() -> ColumnWords:
    """The words of the file."""
    told = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    headers = told["headers"]
    kinds = [kind for kind in headers if kind not in {"all", "person", "about_others"}]
    return ColumnWords(
        MappingProxyType(told["fields"]),
        MappingProxyType({kind: _headers(headers, kind) for kind in kinds}),
        frozenset(headers["about_others"]["words"]),
        MappingProxyType({folded(word): why for why, words in told["never"].items() for word in words}),
        # As they stand: what is only a sign would be folded to nothing.
        frozenset(told["values"]["empty"]["words"]),
        MappingProxyType(
            {
                what: MappingProxyType({folded(word): code for code, words in codes.items() for word in words})
                for what, codes in told["values"].items()
                if what != "empty"
            }
        ),
        frozenset(folded(word) for word in told["totals"]["words"]),
    )


def _headers(headers: Mapping[str, Mapping[str, list[str]]], kind: str) -> Mapping[str, str]:
    """The words of this kind of list; its own go before those that all lists have in common."""
    parts = [headers["all"], *([headers["person"]] if kind in _PEOPLE else []), headers[kind]]
    known = {field for part in parts[1:] for field in part} | {NOTES, "list_number"}
    if kind not in {"pairs", "households"}:
        known |= headers["all"].keys() - ({"website"} if kind in _PEOPLE else set())
    own = {folded(spelled(field)): field for field in known}  # as this program itself gives a list out
    return MappingProxyType(
        own
        | {folded(word): field for part in parts for field, words in part.items() if field in known for word in words}
    )


def is_nothing(cell: str) -> bool:
    """Whether the cell says that there is nothing to say: empty, a dash, `n/a`, `not known`."""
    return not cell or cell.casefold() in read_column_words().empty
