"""Words for codes, counts, days and times that stand in a program, though community/wording is their one home."""

import ast
import re
from collections.abc import Iterator

from community.tables import TABLES
from community.tables.vocabulary import YES_NO
from community.wording import read
from community.wording.catalogue import CODES

ENGLISH = read("english")
LISTS = [
    *(codes for name, codes in CODES.items() if name != "status"),  # by table, not by code
    *(frozenset(c.words) for t in TABLES.values() for c in t.columns if c.words and c.kind != "yes_no"),
]
SAID = frozenset({*ENGLISH.days.values(), *ENGLISH.every_day.values(), *ENGLISH.number["words"][1:]})
"""Words that nobody lists but to say a day or a number."""
_DATES = re.compile(r"%-?[aAbB]")


def words_elsewhere(source: str) -> list[str]:
    """Return one line for each place that has such words of its own, or makes them."""
    tree = ast.parse(source)
    return [f"line {line}: {what}" for line, what in sorted({f for node in ast.walk(tree) for f in _found(node)})]


def _found(node: ast.AST) -> Iterator[tuple[int, str]]:
    match node:
        case ast.Call(func=ast.Attribute(attr="replace"), args=[ast.Constant(value="_"), ast.Constant(value=" ")]):
            yield node.lineno, "a code without its underlines: spelled"
        case ast.Dict(keys=keys, values=values) if _is_table(keys, values):
            yield node.lineno, "a table of words for codes: wording()"
        case ast.Tuple(elts=parts) | ast.List(elts=parts) if sum(_text(part) in SAID for part in parts) > 1:
            yield node.lineno, "names of days or numbers: wording()"
        case ast.Dict(values=parts) if sum(_text(part) in SAID for part in parts) > 1:
            yield node.lineno, "names of days or numbers: wording()"
        case ast.IfExp(body=ast.Constant(value=one), orelse=ast.Constant(value=other)) if {one, other} == {"", "s"}:
            yield node.lineno, "a plural: counted, spoken or noun"
        case ast.BinOp(op=ast.Mult(), left=ast.Constant(value="s")):
            yield node.lineno, "a plural: counted, spoken or noun"
        case ast.Call(func=ast.Attribute(attr="strftime"), args=[ast.Constant(value=str(pattern))]) if _DATES.search(
            pattern
        ):
            yield node.lineno, "a date in words: day_words, when_words or moment_words"
        case ast.FormattedValue(format_spec=ast.JoinedStr(values=[ast.Constant(value=str(pattern))])) if _DATES.search(
            pattern
        ):
            yield node.lineno, "a date in words: day_words, when_words or moment_words"


def _text(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _code(node: ast.expr | None) -> str:
    match node:
        case ast.Attribute(value=ast.Attribute(attr=member), attr="value") | ast.Attribute(attr=member):
            return member.lower() if member.isupper() else ""
    return _text(node)


def _is_table(keys: list[ast.expr | None], values: list[ast.expr]) -> bool:
    """Whether it says something for each of several codes of one list: more than other codes, which are small words.

    Yes and no are answers to some question.
    """
    codes = {_code(key) for key in keys}
    texts = [_text(value) for value in values]
    if (
        len(codes) < 2
        or codes <= set(YES_NO)
        or not all(texts)
        or all(text.isidentifier() and text.islower() for text in texts)
    ):
        return False
    return any(codes <= each for each in LISTS)


def nouns_asked_for(source: str) -> list[tuple[int, str]]:
    """Return (line, noun) of each call that counts something by name."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    named = [
        (call, call.args[1]) for call in calls if _name(call.func) in {"counted", "spoken", "noun"} and call.args[1:]
    ]
    return [(call.lineno, _text(each)) for call, each in named if _text(each)]


def _name(func: ast.expr) -> str:
    return func.id if isinstance(func, ast.Name) else ""
