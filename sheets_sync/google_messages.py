"""Google's own sentence about a refusal, fit to be read by others: what could stand in a cell is left out.

Its messages may repeat what was written. So only words that belong to Sheets and its interface are let through, and
numbers that are none of anybody's telephone.
"""

import re
from collections.abc import Mapping
from typing import Any

_LEFT_OUT = "…"
_LONGEST = 300
_FIGURES = 4
"""Digits of a number that may be told."""
_LIMITS = frozenset({"50000", "10000000", "5000000", "18278"})
"""Sheets' own limits."""
_INVALID = re.compile(r"Invalid requests?\[(\d+)\](?:\.(\w+))?")
_TOKEN = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d[\d,]*|.", re.DOTALL)
_VOCABULARY = """
    a about above access account action activate active actual add added admin after again against all allowed
    already also always an and any api append appropriate are argument arguments array as at attempting
    authentication available bad banded banding basic batch be because been before between beyond big body bool
    boolean both bound bounds but by call caller can cannot cell cells character characters chart clear client
    column columns condition conditional contact contain contains content copy correct could count create
    created creation credentials currently data date delete deleted description detail details developer did
    dimension dimensions disabled document documents does doing done double drive duplicate duplicated during
    each edit editor effective either empty enabled end ends enough entered entity entries equal error errors
    exceed exceeded exceeds exist existing exists expected failed failing failure false field fields file filter
    find first following for format formula formulas found from frozen full get google greater grid group had
    has have header high id identifier if impossible in inclusive incorrect increase index inherit input insert
    inserted insufficient internal into invalid is issue it its json key large larger last later least less
    level limit limited limits list locale location long longer lookup make many map mask match matching maximum
    may merge merged message metadata method mime minimum minute missing more most move must name named names
    need negative neither never new next no non none not null number numbers object occurred of office on one
    only open operation option or other out outside over overlap overlaps overwrite owner parameter parse paste
    pattern payload per permission permissions permitted pivot please position possible precondition previous
    problem project properties property protect protected provided query quota range ranges rate reach reached
    read reason receive received reduce refresh remove removed rename repeat request requested requests require
    required requires resource response retry row rows rule same scope scopes second server service set sheet
    sheets short shorter should since size small some sorry sort source specified spreadsheet spreadsheets start
    starts state status still storage string structure style such support supported supporting tab table
    temporarily temporary text than that the them there these third this time timed title to token too true try
    trying type types unable unauthorized unavailable unexpected union unknown unsupported until update updated
    url use used user user's users validation value values verify version view visibility was were when where
    which while whole width will with without write written wrong yet you your
"""
_WORDS = frozenset(_VOCABULARY.split())


def sayable(message: str) -> str:
    """The sentence with everything left out that may have stood in a cell; at most 300 characters."""
    said = "".join(_let_through(token) for token in _TOKEN.findall(message[: 2 * _LONGEST]))
    said = re.sub(rf"{_LEFT_OUT}(?:[\s'\"“”‘’]*{_LEFT_OUT})+", _LEFT_OUT, said)
    return said[:_LONGEST].strip().rstrip(".")


def _let_through(token: str) -> str:
    if token[0].isdigit():
        digits = token.replace(",", "")
        return token if len(digits) <= _FIGURES or digits in _LIMITS else _LEFT_OUT
    if not token[0].isalpha():
        return token if token.isascii() else _LEFT_OUT
    parts = re.findall(r"[A-Z]?[a-z’']+|[A-Z]+", token)
    known = "".join(parts) == token and all(part.casefold().replace("’", "'") in _WORDS for part in parts)
    return token if known else _LEFT_OUT


def named(message: str, sent: Any) -> tuple[int | None, str | None]:
    """(Number, kind) of the request that Google names in a batch, such as (3, "updateCells"); None where it names none.

    `sent` is the body of the call. A batch of one kind is about that kind.
    """
    found = _INVALID.match(message)
    index = int(found[1]) if found else None
    listed = sent.get("requests") if isinstance(sent, Mapping) else None
    kinds = [next(iter(each), "") for each in listed or () if isinstance(each, Mapping)]
    if index is not None and index < len(kinds):
        return index, kinds[index]
    return index, kinds[0] if len(set(kinds)) == 1 else None
