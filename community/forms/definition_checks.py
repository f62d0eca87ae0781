"""Checks that definitions fit the tables: each question fills a told column, and each option is a word it knows."""

from collections.abc import Iterator, Mapping

from community.forms.form_model import ANY, CHOSEN, UNSURE, Form, Given, Page, Question
from community.forms.yaml_source import Trail
from community.settings import Settings
from community.tables import TABLES, Column
from community.tables.canonical import NotCanonical, of
from community.tables.flags import Flag
from community.tables.row_types import ColumnName
from community.tables.vocabulary import SLOTS

Misfit = tuple[Trail, str]

_FITS: Mapping[str, frozenset[str]] = {
    "one": frozenset({"code", "yes_no", "integer", "number", "text"}),
    "many": frozenset({"codes"}),
    "slots": frozenset({"codes"}),
    "tick": frozenset({"yes_no"}),
    "long_text": frozenset({"long_text"}),
    "date": frozenset({"date"}),
    "number": frozenset({"integer", "number"}),
}
_TEXT = frozenset({"text", "long_text"})
# The names from the HTML standard for what our questions ask about the person who fills them in (WCAG 2.2, 1.3.5).
_AUTOCOMPLETE = frozenset(
    {"name", "tel", "email", "postal-code", "street-address", "organization", "organization-title", "url", "off"}
)


def misfits(form: Form, settings: Settings) -> Iterator[Misfit]:
    """Every place in the form that does not fit, and why."""
    if form.table not in TABLES:
        yield ("table",), f"there is no table {form.table}"
        return
    status = TABLES[form.table].by_name.get(ColumnName.STATUS)
    if not status or form.status not in (status.words or ()):
        yield ("status",), f"{form.table} knows no status {form.status}"
    yield from _filled(form)
    earlier: dict[str, Question] = {}
    pages: set[str] = set()
    for number, page in enumerate(form.pages):
        here: Trail = ("pages", number)
        if page.page in pages:
            yield (*here, "page"), f"there are two pages {page.page}"
        pages.add(page.page)
        yield from _conditions(page, here, earlier)
        for place, question in enumerate(page.questions):
            at: Trail = (*here, "questions", place)
            if question.column in earlier:
                yield (*at, "column"), f"{question.column} is asked twice"
            yield from _question(form, question, at, settings)
            if question.required_with and question.required_with not in {q.column for q in page.questions}:
                yield (*at, "required_with"), f"{question.required_with} is not asked on this page"
            for variant, instead in enumerate(question.instead):
                yield from _known(instead.when, (*at, "instead", variant, "when"), earlier)
            earlier[question.column] = question
        yield from _one_of(page, here, earlier)
    yield from _afterwards(form, earlier)


def _filled(form: Form) -> Iterator[Misfit]:
    for name, value in form.fills.items():
        column = TABLES[form.table].by_name.get(name)
        if column is None or column.origin != "told" or (column.words and value not in column.words):
            yield ("fills", name), f"{form.table} can't hold {value} there as something told"
        if name in form.questions:
            yield ("fills", name), f"{name} is asked as well"


def _afterwards(form: Form, asked: Mapping[str, Question]) -> Iterator[Misfit]:
    for number, flag in enumerate(form.flags):
        if flag.flag not in set(Flag):
            yield ("flags", number, "flag"), f"there is no flag {flag.flag}"
        yield from _known(flag.when, ("flags", number, "when"), asked)
        yield from _known(flag.unless, ("flags", number, "unless"), asked)
        if flag.filled and flag.filled not in asked:
            yield ("flags", number, "filled"), f"{flag.filled} is not asked"
    for number, column in enumerate(form.done.depends_on):
        if column not in asked or not asked[column].options:
            yield ("done", "depends_on", number), f"{column} is no question with options"
    for number, variant in enumerate(form.done.instead):
        yield from _known(variant.when, ("done", "instead", number, "when"), asked)
        for column in variant.when.keys() - set(form.done.depends_on):
            yield ("done", "instead", number, "when"), f"{column} is not in depends_on: the last page does not know it"
    for number, note in enumerate(form.done.also):
        yield from _known(note.when, ("done", "also", number, "when"), asked)
        for column in note.when.keys() - set(form.done.depends_on):
            yield ("done", "also", number, "when"), f"{column} is not in depends_on, so the last page does not know it"


def _conditions(page: Page, here: Trail, earlier: Mapping[str, Question]) -> Iterator[Misfit]:
    yield from _known(page.show_if, (*here, "show_if"), earlier)
    yield from _known(page.hide_if, (*here, "hide_if"), earlier)
    for number, variant in enumerate(page.instead):
        yield from _known(variant.when, (*here, "instead", number, "when"), earlier)


def _one_of(page: Page, here: Trail, earlier: Mapping[str, Question]) -> Iterator[Misfit]:
    for number, column in enumerate(page.one_of):
        if column not in earlier:
            yield (*here, "one_of", number), f"{column} is not asked on this page or before it"
    if page.one_of and page.one_of[0] not in {q.column for q in page.questions}:
        yield (*here, "one_of", 0), "the first of these shows the error, so it must be on this page"
    if page.one_of and "no_way_to_reach" not in page.errors:
        yield here, "one_of needs the words of its error: errors.no_way_to_reach"


def _known(given: Given, here: Trail, earlier: Mapping[str, Question]) -> Iterator[Misfit]:
    for column, answer in given.items():
        question = earlier.get(column)
        if question is None:
            yield (*here, column), f"{column} is not asked before"
        elif answer not in choices(question):
            yield (*here, column), f"{column} has no option {answer}"


def choices(question: Question) -> set[str]:
    """Every word that the question itself offers."""
    if question.kind == "slots":
        words = set(SLOTS)
    else:
        words = {"yes"} if question.kind == "tick" else set(question.options)
    return words | ({UNSURE} if question.unsure else set()) | ({ANY} if question.any else set())


def _question(form: Form, question: Question, at: Trail, settings: Settings) -> Iterator[Misfit]:
    yield from _column(form, question, at)
    yield from _kind(question, at)
    if (question.required or question.required_with) and "missing" not in question.errors:
        yield at, f"{question.column} is required, so it needs the words of its error: errors.missing"
    if question.flag_empty and question.flag_empty not in set(Flag):
        yield (*at, "flag_empty"), f"there is no flag {question.flag_empty}"
    for place, token in [(at, question.autocomplete), *(((*at, "instead"), v.autocomplete) for v in question.instead)]:
        if token and token not in _AUTOCOMPLETE:
            yield (*place, "autocomplete"), f"browsers know no autocomplete {token}"
    if question.column == "tasks":
        for code in question.options.keys() - settings.task_types.keys():
            yield (*at, "options", code), f"there is no task type {code}"


def _kind(question: Question, at: Trail) -> Iterator[Misfit]:
    if question.kind in ("one", "many") and not question.options:
        yield at, f"{question.column} has no options"
    if question.kind not in ("one", "many") and question.options:
        yield (*at, "options"), f"a question of kind {question.kind} has no options of its own"
    for name in ("unsure", "other", "any"):
        if getattr(question, name) and question.kind not in CHOSEN:
            yield (*at, name), f"a question of kind {question.kind} can't have `{name}`"


def _column(form: Form, question: Question, at: Trail) -> Iterator[Misfit]:
    if question.column.startswith("extra."):
        if question.added is None:
            yield at, f"{question.column} needs its class and keeping: added (personal, see, keep_months, keep_after)"
        return
    column = TABLES[form.table].by_name.get(question.column)
    if column is None:
        yield (*at, "column"), f"{form.table} has no column {question.column}; an added question is called extra.NAME"
        return
    if question.added is not None:
        yield (*at, "added"), f"{question.column} has its class and keeping in the table"
    if column.origin != "told":
        yield (*at, "column"), f"{question.column} is decided by us, not told by people"
    if column.kind not in _FITS.get(question.kind, _TEXT):
        yield (*at, "kind"), f"{question.column} holds {column.kind}, which no question of kind {question.kind} fills"
    yield from _options(question, column, at)


def _options(question: Question, column: Column, at: Trail) -> Iterator[Misfit]:
    for code in question.options:
        if column.words is not None and code not in column.words:
            yield (*at, "options", code), f"{column.name} knows no {code}: {', '.join(column.words)}"
        try:
            of(column, code)
        except NotCanonical:
            yield (*at, "options", code), f"{column.name} can't hold {code}: it is a {column.kind}"
        if code in (UNSURE, ANY):
            yield (*at, "options", code), f"`{code}` is said with `{code}:` beside the options"
