"""Which words a catalogue needs, what is wrong with one, and how it is brought up to date when English words change."""

import ast
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from community.tables.flags import Flag
from community.wording.catalogue import read
from community.wording.translation import CATALOGUES, Language, english_words, in_language, read_catalogue

__all__ = ["bring_up_to_date", "listening", "mistakes", "read_catalogue", "template"]

_ROOT = Path(__file__).parents[2]
_SAYS = ("say", "later", "say_html")
_CALLED = re.compile(rf"\b({'|'.join(_SAYS)})\(")
_IN_TEMPLATES = re.compile(r'(?:\b_|\bsay)\("([^"]+)"|\bword\["([^"]+)"\]')
_TABLES = ("days", "parts", "dbs", "copy_by", "copy_goes_to", "number")
_OF_TABLES = {
    "pattern": ("weekday", "hour", "minute"),
    "phrase": ("noon", "day_clock", "day_lists", "all_day"),
    "flag": (Flag.POSTCODE_ODD, Flag.TELEPHONE_ODD, Flag.EMAIL_ODD),
}
_NOUNS = ("day", "hour", "working_day")
"""The words of `english.toml` that are said to people who ask for help and who join."""
_SETTINGS = "community.toml"
_FILLED = re.compile(r"\{\w*\}")
Key = tuple[str, str]
"""The table that the words are of, empty for none, and the English words."""


@contextmanager
def listening() -> Iterator[set[str]]:
    """Gather the English words for which another language is asked until the block ends."""
    heard: set[str] = set()

    class Heard(Language):
        def said(self, words: str) -> str:
            heard.add(words)
            return words

    with in_language(Heard("en", {}, {}, read("english"))):
        yield heard


def template(spoken: Iterable[str], of_settings: Iterable[str] = ()) -> Catalog:
    """The catalogue without translations: the program's own words, and `spoken`, those of forms and settings.

    Those `of_settings` say so in it: another community's settings may lack them, and no catalogue loses them for that.
    """
    found, marked = Catalog(), set(of_settings)
    for words in sorted({*spoken, *_program_words()}):
        found.add(words, auto_comments=[_SETTINGS] if words in marked else ())
    english = english_words()
    for table in _TABLES:
        for told in english[table].values():
            for words in told if isinstance(told, list) else [told]:
                found.add(words, context=table)
    for table, codes in _OF_TABLES.items():
        for code in codes:
            found.add(english[table][code], context=table)
    for noun in _NOUNS:
        found.add((english["noun"][noun]["one"], english["noun"][noun]["other"]), context="noun")
    return found


def mistakes(catalogue: Catalog, wanted: Catalog, own: Iterable[str] = ()) -> list[str]:
    """What is missing, stale or odd in a catalogue, a line for each. `own`: words that a community says itself."""
    there, asked = _by_key(catalogue), _by_key(wanted)
    told = [f"missing: {words}" for table, words in asked.keys() - there.keys() if not table and words not in set(own)]
    told += [f"missing in {table}: {words}" for table, words in asked.keys() - there.keys() if table]
    gone = (there[key] for key in there.keys() - asked.keys())
    told += [f"not said any more: {_english(each)}" for each in gone if _SETTINGS not in each.auto_comments]
    for (_, words), each in there.items():
        strings = each.string if isinstance(each.string, tuple) else (str(each.string or ""),)
        if each.fuzzy or not all(strings):
            told.append(f"{'to be looked at' if each.fuzzy else 'empty'}: {words}")
        elif any(sorted(_FILLED.findall(string)) != sorted(_FILLED.findall(words)) for string in strings):
            told.append(f"other placeholders: {words}")
    return sorted(told)


def bring_up_to_date(code: str, wanted: Catalog, own: Collection[str] = ()) -> int:
    """How many lines differ after writing the catalogue anew: new words empty, changed ones to be looked at.

    `own`: words that a community says itself, in its settings. They come into no catalogue, which is everybody's.
    """
    path = CATALOGUES / f"{code}.po"
    before = read_catalogue(code) if path.exists() else _begun(code)
    there = {key: each for key, each in _by_key(before).items() if each.string or key[1] not in own}
    kept = {key: each for key, each in there.items() if each.string and _SETTINGS in each.auto_comments}
    left_out = {("", words) for words in own} - there.keys()
    asked = {key: each for key, each in (_by_key(wanted) | kept).items() if key not in left_out}
    wrong = _by_key(before).keys() ^ asked.keys()
    if wrong:
        whole = Catalog()
        for each in asked.values():
            whole[each.id] = each
        before.update(whole)
        file = BytesIO()
        write_po(file, before, width=110, ignore_obsolete=True, include_previous=True)
        path.write_bytes(file.getvalue())
    return len(wrong)


def _begun(code: str) -> Catalog:
    head = "# The words of this language for those of community/wording, the forms and the templates."
    return Catalog(locale=code, header_comment=head, project="Compassionate Community", last_translator="nobody yet",
                   language_team="nobody yet", msgid_bugs_address="SECURITY.md")  # fmt: skip


def _by_key(catalogue: Catalog) -> dict[Key, Message]:
    return {(each.context or "", _english(each)): each for each in catalogue if each.id}


def _english(each: Message) -> str:
    return each.id[0] if isinstance(each.id, tuple) else str(each.id)


def _program_words() -> Iterator[str]:
    for path in [*_ROOT.glob("community/**/*.py"), *_ROOT.glob("intake/*.py")]:
        source = path.read_text("utf-8")
        for node in ast.walk(ast.parse(source)) if _CALLED.search(source) else ():
            match node:
                case ast.Call(ast.Name(name), [ast.Constant(str(words)), *_]) if name in _SAYS:
                    yield words
    for path in [*_ROOT.glob("community/forms/templates/*.html"), *_ROOT.glob("site/overrides/**/*.html")]:
        for found in _IN_TEMPLATES.finditer(path.read_text("utf-8")):
            yield found[1] or found[2]
