"""Finds codes of the tables that are written as bare text in a program, where no tool would notice a typing mistake."""

import ast
from collections.abc import Iterator
from itertools import pairwise

from community.tables import TABLES
from community.tables.flags import Flag
from community.tables.job_kinds import JobState
from community.tables.roles import Role
from community.tables.status_machines import MACHINES
from community.tables.verbs import Verb
from community.tables.vocabulary import (
    AGREES,
    CHANNELS,
    CHECK_KINDS,
    CONCERN_ROUTES,
    DBS_LEVELS,
    DIRECTIONS,
    FOR_WHOM,
    NEED_CLOSED,
    OUTCOMES,
    REACH_BY,
    RECURS,
    SPEAKS_FOR,
    TRAVEL,
    URGENCIES,
    WAYS,
    YES_NO,
    LineKind,
)

LINES = frozenset(map(str, LineKind))
LISTED = [
    frozenset(NEED_CLOSED),
    frozenset(URGENCIES),
    *(frozenset(map(str, m.statuses)) for m in MACHINES.values()),
]
CODES = frozenset[str]().union(*LISTED, RECURS, OUTCOMES, WAYS, DIRECTIONS, CONCERN_ROUTES, YES_NO)
LISTED += [*map(frozenset, (CHECK_KINDS, DBS_LEVELS, TRAVEL, FOR_WHOM, SPEAKS_FOR, DIRECTIONS)), LINES]
BY_THREE = [*map(frozenset, (CHANNELS, REACH_BY, WAYS, OUTCOMES, AGREES))]
"""Lists of codes two of which together may be columns, or a yes and a no."""
DECIDED = {"status", "seen", "closed_reason", "urgency", "recurs", "outcome", "way", "direction", "route"}
TOLD = {column.name for table in TABLES.values() for column in table.columns if column.kind == "yes_no"}
SURELY = DECIDED | TOLD
"""Columns, and what is named after them, where any text is a code, be it misspelt."""
ITS_OWN: dict[str, frozenset[str]] = {
    "kind": LINES | frozenset(CHECK_KINDS),
    "takes_off": LINES,
    "state": frozenset(map(str, JobState)),
    "role": frozenset(map(str, Role)),
    "verb": frozenset(map(str, Verb)),
    **dict.fromkeys(("channel", "by"), frozenset(CHANNELS)),
    **dict.fromkeys(("level", "min_dbs", "dbs", "dbs_required"), frozenset(DBS_LEVELS)),
    "reach_by": frozenset(REACH_BY),
    "travel": frozenset(TRAVEL),
    "for_whom": frozenset(FOR_WHOM),
    "they_agree": frozenset(AGREES),
    "speaks_for": frozenset(SPEAKS_FOR),
}
"""Columns whose names other things have as well: only their own codes count."""
ASKS = ("in_", "not_in", "startswith", "endswith")
CLASSES = frozenset(type(status).__name__ for each in MACHINES.values() for status in each.statuses) | {"Role", "Verb"}
"""What a code may be a member of: called with a text, it is one that mypy does not read."""
ALONE = frozenset(map(str, Flag)) - {Flag.NO_WAY_TO_REACH, Flag.PLACES_UNREADABLE}
"""Flags, but for those of which an answer that is refused and a line of the log have the name as well."""
ALONE |= {code for code in (*LINES, *DBS_LEVELS, *FOR_WHOM) if "_" in code}
"""And what else looks like no other word of the program."""


def bare_codes(source: str) -> list[str]:
    """Return one line for each place that compares, writes or lists a code as bare text."""
    tree = ast.parse(source)
    tree.body = [node for node in tree.body if not _lists_names(node)]
    found = {(node.lineno, node.value) for each in ast.walk(tree) for node in _bare(each)}
    return [f"line {line}: {text!r}" for line, text in sorted(found)]


def _lists_names(node: ast.stmt) -> bool:
    """Whether it is `__all__`, in which names stand and no codes."""
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"


def _bare(node: ast.AST) -> Iterator[ast.Constant]:
    match node:
        case ast.Constant(value=str(text)) if text in ALONE:
            yield node
        case ast.Compare():
            for one, other in pairwise([node.left, *node.comparators]):
                yield from [*_compared(one, other), *_compared(other, one)]
        case ast.Call() | ast.Subscript():
            yield from _called(node)
        case ast.keyword(arg=str(name)) if name in SURELY | ITS_OWN.keys():
            yield from _coded(name, node.value)
        case ast.arguments():
            yield from _defaults(node)
        case ast.Match() | ast.pattern():
            yield from _matched(node)
        case ast.Tuple() | ast.List() | ast.Set():
            yield from _all_of_one_list(node.elts)
        case ast.Dict():
            yield from _written(node)


def _called(node: ast.Call | ast.Subscript) -> Iterator[ast.Constant]:
    match node:
        case ast.Call(func=ast.Attribute(attr=way, value=column), args=told) if way in ASKS and _coded_name(column):
            name = str(_coded_name(column))
            yield from (word for each in told for word in _coded(name, each))
        case (
            ast.Call(func=ast.Attribute(attr="get", value=ast.Dict() as asked), args=[key, *_])
            | ast.Subscript(value=ast.Dict() as asked, slice=key)
        ):
            yield from _looked_up(asked, key)
        case ast.Call(func=ast.Name(id=kind), args=[ast.Constant(value=str()) as word]) if kind in CLASSES:
            yield word
        case ast.Call(func=ast.Attribute(attr="move"), args=[_, status]):
            yield from _words(status)
        case ast.Call(args=told):
            yield from _after_a_column(told)


def _defaults(node: ast.arguments) -> Iterator[ast.Constant]:
    named = [*zip(reversed(node.args), reversed(node.defaults), strict=False)]
    named += [(name, value) for name, value in zip(node.kwonlyargs, node.kw_defaults, strict=True) if value is not None]
    for name, value in named:
        if name.arg in SURELY | ITS_OWN.keys():
            yield from _coded(name.arg, value)


def _written(node: ast.Dict) -> Iterator[ast.Constant]:
    yield from _all_of_one_list([key for key in node.keys if key is not None])
    for key, value in zip(node.keys, node.values, strict=True):
        if isinstance(key, ast.Constant) and isinstance(key.value, str) and key.value in DECIDED | ITS_OWN.keys():
            yield from (word for word in _words(value) if word.value in ITS_OWN.get(key.value, CODES))


def _compared(one: ast.expr, other: ast.expr) -> Iterator[ast.Constant]:
    """Texts that a coded column is compared with; a status with any text, since a misspelt one is in no list."""
    if isinstance(one, ast.Tuple) and isinstance(other, ast.Tuple):
        yield from _after_a_column(other.elts)
    elif name := _coded_name(one):
        surely = isinstance(one, ast.Subscript | ast.Attribute) and name == "status"
        yield from (word for word in _words(other) if surely or word.value in ITS_OWN.get(name, CODES))


def _looked_up(asked: ast.Dict, key: ast.expr) -> Iterator[ast.Constant]:
    """Keys by which a coded column is looked up."""
    if name := _coded_name(key):
        yield from (word for each in asked.keys if each is not None for word in _coded(name, each))


def _matched(node: ast.AST) -> Iterator[ast.Constant]:
    match node:
        case ast.Match(subject=subject, cases=cases) if name := _coded_name(subject):
            yield from (word for each in cases for word in _patterned(name, each.pattern))
        case ast.MatchClass(kwd_attrs=names, kwd_patterns=patterns):
            yield from (word for name, each in zip(names, patterns, strict=True) for word in _patterned(name, each))
        case ast.MatchMapping(keys=keys, patterns=patterns):
            told = [each.value if isinstance(each, ast.Constant) else None for each in keys]
            yield from (word for name, each in zip(told, patterns, strict=True) for word in _patterned(name, each))
        case ast.MatchSequence(patterns=patterns):
            yield from _after_a_column([p.value for p in patterns if isinstance(p, ast.MatchValue)])


def _patterned(name: object, pattern: ast.pattern) -> Iterator[ast.Constant]:
    """Texts of a pattern that a coded column is matched with."""
    values = [each.value for each in ast.walk(pattern) if isinstance(each, ast.MatchValue)]
    if isinstance(name, str) and name in SURELY | ITS_OWN.keys():
        yield from (word for value in values for word in _coded(name, value))


def _coded(name: str, node: ast.expr) -> Iterator[ast.Constant]:
    """Texts that are given to a coded column, or asked of it."""
    yield from (word for word in _words(node) if name in SURELY or word.value in ITS_OWN[name])


def _coded_name(node: ast.expr) -> str | None:
    """The coded column that it is of a row, however it is read, or that a variable is named after."""
    match node:
        case ast.Attribute(attr="value", value=inner) if found := _coded_name(inner):
            return found
        case ast.Subscript(slice=ast.Constant(value=str(name))) | ast.Attribute(attr=name) | ast.Name(id=name):
            return name if name in SURELY | ITS_OWN.keys() else None
        case ast.Call(func=ast.Attribute(attr="get"), args=[ast.Constant(value=str(name)), *_]):
            return name if name in SURELY | ITS_OWN.keys() else None
        case ast.Call(func=ast.Attribute(attr="status"), args=[_]):
            return "status"
        case ast.Call(func=ast.Name(id="verb_of")):
            return "verb"
        case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=str(name)), *_]):
            return name if name in SURELY | ITS_OWN.keys() else None
        case ast.Call(func=ast.Attribute(attr="lower" | "casefold" | "strip", value=inner)):
            return _coded_name(inner)
        case ast.NamedExpr(value=inner) | ast.JoinedStr(values=[ast.FormattedValue(value=inner)]):
            return _coded_name(inner)
        case ast.Call(func=ast.Name(id="str" | "words" | "split"), args=[inner]):
            return _coded_name(inner)
    return None


def _words(node: ast.expr) -> Iterator[ast.Constant]:
    """Every text of an expression that is a text, a choice between texts, or a set of them."""
    match node:
        case ast.Constant(value=str()):
            yield node
        case ast.JoinedStr(values=[ast.Constant(value=str()) as word]):
            yield word
        case ast.Set(elts=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
            yield from (word for part in parts for word in _words(part))
        case ast.BinOp(left=one, right=other) | ast.IfExp(body=one, orelse=other):
            yield from [*_words(one), *_words(other)]
        case ast.Call(func=ast.Name(id="frozenset" | "set"), args=[inner]):
            yield from _words(inner)


def _after_a_column(nodes: list[ast.expr]) -> Iterator[ast.Constant]:
    """Texts that follow the word `status` in a row of values: a change, a pattern, a tuple that is compared."""
    names = [isinstance(node, ast.Constant) and node.value == "status" for node in nodes]
    if any(names):
        yield from (word for node in nodes[names.index(True) + 1 :] for word in _words(node))


def _all_of_one_list(nodes: list[ast.expr]) -> Iterator[ast.Constant]:
    """Two texts or more that are all codes of one kind."""
    texts = [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    said = {node.value for node in texts}
    alike = any(said <= codes for codes in LISTED) or (len(said) > 2 and any(said <= codes for codes in BY_THREE))
    if len(texts) == len(nodes) > 1 and alike:
        yield from texts
