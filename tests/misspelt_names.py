"""Texts and attributes of a program that are one slip away from a name of the tables: column, status, verb or role.

Some names of columns stand in a program where mypy sees no slip: as texts, and as attributes of rows of any table.
"""

import ast
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from community import tables
from community.tables import TABLES

SHORTEST = 5
"""Of shorter names, which are other words with one letter changed, only two letters that changed places are looked for,
and any slip among columns."""
_OTHER = """
content
_telephone address_ asks backup bounces call_handlers channels check checks_due close closes codes commitment complete
conflicts consents contact coordinators day decide door_words emails erasure files flag grand groups help_request
household kettle language leaflets letters look_as looking merged message minute need newsletters nothing numbers
offers open_concern organization organization_id outcomes possible_doubles promise queue read reads referrer refuse
released restore seen_in session sheets slot stale state step store task time tries two_ways waits withdraw works_here
"""
OTHER_WORDS = frozenset(_OTHER.split())
"""What a program says besides, and means. A word that is new here is one that somebody has looked at."""
NAMES_OF_LIBRARIES = frozenset({"abort", "bind", "last_name", "loads", "reset", "sub"})
"""Attributes of what is not ours that are nearly a column."""


def misspelt(source: str) -> list[str]:
    """Return one line for each text that is nearly a name of the tables."""
    nodes = list(ast.walk(ast.parse(source)))
    near = nearly_names()
    found = {(line, text, near[text]) for line, text in _texts(nodes) if text in near}
    found |= {each for node in nodes for each in _short_among_columns(_listed(node))}
    return [f"line {line}: {text!r} is nearly {meant!r}" for line, text, meant in sorted(found)]


def misspelt_attributes(sources: Mapping[str, str]) -> list[str]:
    """Return one line for each attribute that is nearly a column and that no source defines.

    mypy knows nothing of the rows of a query over all tables, nor of a condition that stands apart from its table.
    """
    nodes = {path: list(ast.walk(ast.parse(source))) for path, source in sources.items()}
    ours = {name for each in nodes.values() for node in each for name in _defined(node)}
    near = {slip: column for column in sorted(_columns()) for slip in [*_swaps(column), *_letters(column)]}
    meant = ours | _columns() | NAMES_OF_LIBRARIES
    return [
        f"{path}, line {node.lineno}: .{node.attr} is nearly {near[node.attr]!r}"
        for path, each in nodes.items()
        for node in each
        if isinstance(node, ast.Attribute) and len(node.attr) > 2 and node.attr in near and node.attr not in meant
    ]


def _defined(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name
        case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
            yield name
        case ast.alias(name=name):
            yield name.rpartition(".")[2]


def _texts(nodes: Iterable[ast.AST | None]) -> list[tuple[int, str]]:
    constants = [node for node in nodes if isinstance(node, ast.Constant)]
    return [(node.lineno, node.value) for node in constants if isinstance(node.value, str)]


def _listed(node: ast.AST) -> Sequence[ast.expr | None]:
    match node:
        case ast.Dict(keys=listed) | ast.Tuple(elts=listed) | ast.List(elts=listed) | ast.Set(elts=listed):
            return listed
        case ast.Call(args=listed):
            return listed
    return []


def _short_among_columns(listed: Sequence[ast.expr | None]) -> Iterator[tuple[int, str, str]]:
    """What is nearly the short name of a column, where at least half of the texts that it stands among are columns."""
    texts = _texts(listed)
    if 2 * sum(text in _columns() for _, text in texts) >= len(texts):
        yield from ((line, text, _nearly_short()[text]) for line, text in texts if text in _nearly_short())


@cache
def nearly_names() -> dict[str, str]:
    """Every word with one letter left out, put in, changed or swapped with the next, and the name that was meant."""
    names = _names()
    near = {slip: name for name in sorted(names) for slip in _slips(name)}
    meant = names | OTHER_WORDS
    return {slip: name for slip, name in near.items() if slip not in meant}


def _names() -> frozenset[str]:
    modules = [import_module(f"{tables.__name__}.{module.name}") for module in iter_modules(tables.__path__)]
    classes = [each for module in modules for each in vars(module).values() if isinstance(each, type)]
    codes = {str(code) for each in classes if issubclass(each, StrEnum) for code in each}
    return frozenset(_columns() | codes | set(TABLES))


@cache
def _columns() -> frozenset[str]:
    return frozenset(column.name for table in TABLES.values() for column in table.columns)


@cache
def _nearly_short() -> dict[str, str]:
    short = sorted(name for name in _columns() if 2 < len(name) < SHORTEST)
    meant = _names() | OTHER_WORDS
    return {slip: name for name in short for slip in [*_swaps(name), *_letters(name)] if slip not in meant}


def _slips(name: str) -> Iterator[str]:
    if len(name) >= SHORTEST - 1:
        yield from _swaps(name)
    if len(name) >= SHORTEST:
        yield from _letters(name)


def _swaps(name: str) -> Iterator[str]:
    return (name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1))


def _letters(name: str) -> Iterator[str]:
    letters = string.ascii_lowercase + "_"
    yield from (name[:at] + name[at + 1 :] for at in range(len(name)))
    yield from (name[:at] + letter + name[at + 1 :] for at in range(len(name)) for letter in letters)
    yield from (name[:at] + letter + name[at:] for at in range(len(name) + 1) for letter in letters)
