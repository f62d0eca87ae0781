"""Turns posted answers into table values. Nothing is refused: an answer that does not fit is kept or flagged."""

import re
from collections.abc import Iterable

from community.forms.form_model import ANY, CHOSEN, UNSURE, Answers, Form, Question
from community.tables import TABLES
from community.tables.canonical import NotCanonical, Value, codes, of, split, text, typed_day, typed_number
from community.tables.flags import Flag
from community.tables.row import EXTRA
from community.tables.vocabulary import SLOTS

LONG = {"long_text": 2_000, "postcode": 40}
LONG_TEXT = 200
_BETWEEN = re.compile(r"[,;/\n]+|\s+and\s+|\s&\s")


def values(form: Form, answers: Answers) -> tuple[dict[str, Value], set[str]]:
    """The told columns in canonical form with what the form itself fills in, and the flags that these answers raise.

    Questions on pages that are not asked count as empty, even if something was typed there before.
    """
    found: dict[str, Value] = {**dict.fromkeys(form.questions), **form.fills}
    flags: set[str] = set()
    for question in form.asked(answers):
        value, odd = stored(question, answers)
        column = TABLES[form.table].by_name.get(question.column)
        try:
            found[question.column] = of(column, value) if column else value
        except NotCanonical:
            if question.kind in ("date", "number"):
                found[f"{EXTRA}.{question.column}"] = value  # their words, for a person to read
            else:  # something else was posted where a number was expected; our own pages never do that
                odd |= {Flag.OUTSIDE_WORDS}
        flags |= odd
    return found, flags


def stored(question: Question, answers: Answers) -> tuple[Value, set[str]]:
    """The column's value for this question, and the flags that the answer raises."""
    posted = [t for t in map(text, answers.get(question.column, ())) if t]
    if question.kind == "tick":
        return ("yes" if posted else None), set()
    if question.kind in CHOSEN:
        return _chosen(question, posted, answers)
    value = posted[0] if posted else None
    if question.kind == "date" and value is not None:
        day = typed_day(value)
        return (day.isoformat(), set()) if day else (value, {Flag.DATE_ODD})
    if question.kind == "number" and value is not None:
        number = typed_number(value)
        return (number, set()) if number else (value, {Flag.NUMBER_ODD})
    if value is None:
        return None, {question.flag_empty} if question.flag_empty else set()
    return value, {Flag.LONG_ANSWER} if len(value) > LONG.get(question.kind, LONG_TEXT) else set()


def _chosen(question: Question, posted: list[str], answers: Answers) -> tuple[Value, set[str]]:
    offered = set(SLOTS) if question.kind == "slots" else set(question.options)
    flags = {question.flag_empty} if question.flag_empty and not posted else set()
    if question.any and ANY in posted:
        return (codes(SLOTS) if question.any.stores == "all" else None), flags
    words = [word for each in posted for word in _words(each, question, offered) if word not in (UNSURE, ANY)]
    words += _others(question, answers)
    if any(word not in offered for word in words):
        flags.add(Flag.OUTSIDE_WORDS)
    if question.kind == "one":
        return (words[0] if words else None), flags
    return codes(words), flags


def _words(posted: str, question: Question, offered: Iterable[str]) -> list[str]:
    return [posted] if question.kind == "one" or posted in offered else split(codes([posted]))


def _others(question: Question, answers: Answers) -> list[str]:
    """The free words beside the options, one by one. Words that name an option become its code."""
    if not question.other:
        return []
    known = {option.label.casefold(): code for code, option in question.options.items()}
    typed = (text(word) for each in answers.get(f"{question.column}.other", ()) for word in _BETWEEN.split(each))
    return [known.get(word.casefold(), word.lower()) for word in typed if word]
