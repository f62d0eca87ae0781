"""The page `docs/forms.md`: every question with its column, written from the definitions."""

from collections.abc import Iterator, Mapping
from html import escape

from community.forms.form_model import Form, Page, Question
from community.tables import TABLES
from community.wording import wording

_HEAD = """# The forms

<!-- Written by `python start.py document` from community/forms/definitions. Change it there. -->

Only what makes a row meaningless is an error. Everything else that looks odd is a flag for a person.

To ask something of your own, write it into the settings: [a question of your
own](changing-it.md#a-question-of-your-own). To change the words of a question, change them in its definition. Then run
`python -m community.forms`: it names every mistake with its file and line.
"""
_HOW = {
    "one": "one of",
    "many": "any of",
    "slots": "parts of the week",
    "tick": "a box to tick",
    "long_text": "several lines",
    "text": "a line",
    "name": "a line",
    "website": "a line",
    "date": "a day",
    "number": "a number",
    "telephone": "a telephone number",
    "email": "an email address",
    "postcode": "a postcode",
}


def written(forms: Mapping[str, Form]) -> str:
    """The whole page."""
    parts = [_HEAD, *(line for form in forms.values() for line in _form(form)), *_flags()]
    return "\n".join(parts) + "\n"


def _form(form: Form) -> Iterator[str]:
    yield f"## {form.title}\n"
    yield f"`{form.form}` fills the table `{form.table}`. It takes about {form.minutes} minutes.\n"
    for number, page in enumerate(form.pages, 1):
        yield f"### {number}. {page.title}\n"
        if condition := _condition(page):
            yield condition + "\n"
        yield "| column | asked as | answer | about a person | when it is empty |"
        yield "| --- | --- | --- | --- | --- |"
        for question in page.questions:
            asked = (_cell(question.label), _answer(question), _class(form, question), _empty(page, question))
            yield f"| `{question.column}` | {' | '.join(asked)} |"
        yield ""
    if form.flags:
        yield "Flags of this form:\n"
        for flag in form.flags:
            yield f"- `{flag.flag}` when {_given(flag.when) or 'sent'}" + (
                f", unless {_given(flag.unless)}" if flag.unless else ""
            )
        yield ""


def _flags() -> Iterator[str]:
    yield "## All flags\n"
    yield "| flag | what a person reads |"
    yield "| --- | --- |"
    yield from (f"| `{flag}` | {words} |" for flag, words in wording().flag.items())


def _condition(page: Page) -> str:
    if page.show_if:
        return f"Asked only when {_given(page.show_if)}."
    return f"Left out when {_given(page.hide_if)}." if page.hide_if else ""


def _given(condition: Mapping[str, str]) -> str:
    return " and ".join(f"`{column}` is `{answer}`" for column, answer in condition.items())


def _answer(question: Question) -> str:
    codes = ", ".join(f"`{code}`" for code in question.options)
    more = " or own words" if question.other else ""
    return f"{_HOW[question.kind]}{': ' if codes else ''}{codes}{more}"


def _class(form: Form, question: Question) -> str:
    if question.added:
        return f"{question.added.personal}, {_cell(question.added.kept)}"
    column = TABLES[form.table][question.column]
    return f"{column.personal}, {column.keep}"


def _empty(page: Page, question: Question) -> str:
    if question.required:
        return "error"
    if question.required_with:
        return f"error where `{question.required_with}` is filled"
    if question.column in page.one_of:
        return "error when every way is empty"
    return f"flag `{question.flag_empty}`" if question.flag_empty else "nothing"


def _cell(words: str) -> str:
    return escape(words, quote=False).replace("|", "\\|")
