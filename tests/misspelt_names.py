"""Texts of a program that are one slip of the fingers away from a name of the tables: column, status, verb or role.

Most names of columns stand in a program as texts, and mypy sees a slip in some of them only.
"""

import ast
import string
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from community import tables
from community.tables import TABLES

SHORTEST = 5
"""Shorter names are other words with one letter changed; in those of four letters only two that changed places."""
_OTHER = """
_telephone address_ asks backup bounces call_handlers channels check checks_due close closes complete conflicts
consents contact coordinators decide door_words emails erasure files flag grand groups help_request kettle
language letters look_as merged message minute need nothing numbers offers open_concern organization
organization_id outcomes possible_doubles promise queue read reads referrer refuse released restore seen_in
session sheets slot stale state step store task time tries two_ways waits withdraw works_here
"""
OTHER_WORDS = frozenset(_OTHER.split())
"""What a program says besides, and means. A word that is new here is one that somebody has looked at."""


def misspelt(source: str) -> list[str]:
    """Return one line for each text that is nearly a name of the tables."""
    texts = ((node.lineno, node.value) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    near = nearly_names()
    found = {(line, text) for line, text in texts if isinstance(text, str) and text in near}
    return [f"line {line}: {text!r} is nearly {near[text]!r}" for line, text in sorted(found)]


@cache
def nearly_names() -> dict[str, str]:
    """Every word with one letter left out, put in, changed or swapped with the next, and the name that was meant."""
    names = _names()
    near = {slip: name for name in sorted(names) for slip in _slips(name)}
    return {slip: name for slip, name in near.items() if slip not in names | OTHER_WORDS}


def _names() -> frozenset[str]:
    columns = {column.name for table in TABLES.values() for column in table.columns}
    modules = [import_module(f"{tables.__name__}.{module.name}") for module in iter_modules(tables.__path__)]
    classes = [each for module in modules for each in vars(module).values() if isinstance(each, type)]
    codes = {str(code) for each in classes if issubclass(each, StrEnum) for code in each}
    return frozenset(columns | codes | set(TABLES))


def _slips(name: str) -> Iterator[str]:
    if len(name) >= SHORTEST - 1:
        yield from (name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1))
    if len(name) >= SHORTEST:
        letters = string.ascii_lowercase + "_"
        yield from (name[:at] + name[at + 1 :] for at in range(len(name)))
        yield from (name[:at] + letter + name[at + 1 :] for at in range(len(name)) for letter in letters)
        yield from (name[:at] + letter + name[at:] for at in range(len(name) + 1) for letter in letters)
