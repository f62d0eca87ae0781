"""The forms with a community's own questions on them: each stands in the settings, its answer in the book's `extra`."""

from collections.abc import Iterator, Mapping
from typing import cast

from community.forms.form_model import ANY, UNSURE, Added, Form, Kind, Option, Page, Question
from community.settings import ExtraQuestion, Settings
from community.tables import TABLES
from community.tables.column import ALWAYS
from community.tables.row import EXTRA
from community.wording import later, say, say_of_form

_EVERY_ROW = frozenset({"id", "at", "by", "born", "left", "changed_at", "void", "action", "key", EXTRA})
_OURS = frozenset({"contact_since", "joined_on", "list_file", "list_mark", "list_number", "list_row", "other_answers"})
"""Names under which the program itself keeps something beside the columns of a row, and no form asks it."""
Mistakes = Iterator[str]


def mistakes(forms: Mapping[str, Form], apart: frozenset[str], settings: Settings) -> Mistakes:
    """What is wrong with the community's own questions, seen beside the forms; `apart`: forms about harm."""
    taken = (
        _EVERY_ROW | _OURS | {column.removeprefix(f"{EXTRA}.") for form in forms.values() for column in form.questions}
    )
    before: dict[str, set[str]] = {name: set(form.questions) for name, form in forms.items()}
    for name, question in settings.extra_questions.items():
        here = f"extra_questions.{name}"
        if name in taken or any(name in TABLES[forms[each].table].by_name for each in question.forms if each in forms):
            yield f"{here}: a question or a column of ours has this name already; choose another"
        for code in {UNSURE, ANY} & question.options.keys():
            yield f"{here}.options.{code}: this code means something else on our forms; choose another"
        for each in question.forms:
            if words := _unfit(each, forms, apart):
                yield f"{here}.forms: {words}"
                continue
            if question.after and question.after not in before[each]:
                yield f"{here}.after: {each} does not ask {question.after} before this; docs/forms.md lists its columns"
            if question.required and forms[each].cannot_wait:
                yield f"{here}.required: nobody who needs help is held up by a question of ours, so {each} only asks it"
            before[each].add(f"{EXTRA}.{name}")


def _unfit(name: str, forms: Mapping[str, Form], apart: frozenset[str]) -> str | None:
    """Why this form can't ask it."""
    those = ", ".join(each for each, form in forms.items() if EXTRA in TABLES[form.table].by_name)
    if name in apart:
        return (
            f"{name} asks nothing more. Whoever tells of harm is asked only what those need whose duty it is, and what "
            f"they tell is sealed. These can ask it: {those}"
        )
    if name not in forms:
        return f"there is no form {name}. These can ask it: {those}"
    if EXTRA not in TABLES[forms[name].table].by_name:
        return f"{name} asks nothing more, as its record has no place for it. These can ask it: {those}"
    return None


def with_added(form: Form, settings: Settings) -> Form:
    """The form with the community's own questions, each where the settings want it."""
    for name, question in settings.extra_questions.items():
        if form.form in question.forms and EXTRA in TABLES[form.table].by_name:
            told = {each: getattr(form, each) for each in Form.model_fields}
            form = Form.model_validate(told | {"pages": tuple(_pages(form, question, _asked(name, question, form)))})
    return form


def _pages(form: Form, told: ExtraQuestion, asked: Question) -> Iterator[Page]:
    last = next((page for page in reversed(form.pages) if not page.show_if and not page.hide_if), form.pages[-1])
    *others, end = (question.column for question in last.questions)
    after = told.after or (others[-1] if others and last.questions[-1].kind == "tick" else end)
    for page in form.pages:
        questions = [each for q in page.questions for each in ((q, asked) if q.column == after else (q,))]
        yield page.model_copy(update={"questions": tuple(questions)})


_DAY = later("For example, 24/12/2026.")


def _asked(name: str, told: ExtraQuestion, form: Form) -> Question:
    column, kind = TABLES[form.table][EXTRA], cast("Kind", "one" if told.kind == "yes_no" else told.kind)
    keep = column.keep or ALWAYS
    hint = told.hint or (_DAY if kind == "date" else None)
    return Question(
        column=f"{EXTRA}.{name}",
        kind=kind,
        label=say_of_form(told.label),
        short=say_of_form(told.short) if told.short else None,
        hint=say_of_form(hint) if hint else None,
        options={code: Option(label=say_of_form(words)) for code, words in told.choices.items()},
        required=told.required,
        errors={"missing": say("We need an answer to “{question}”", question=say(told.label))} if told.required else {},
        narrow=kind in ("date", "number"),
        added=Added(
            personal=column.personal or "personal",
            see=tuple(sorted(column.see or ())),
            keep_months=keep.months or 0,
            keep_after=keep.after,
        ),
    )
