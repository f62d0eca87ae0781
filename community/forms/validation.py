"""Validates posted answers: an error only where the row would mean nothing, a flag for a person everywhere else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from community.forms.contact_details import contact_flags
from community.forms.crisis_words import signs_in
from community.forms.form_model import Answers, Form, Page, Raise, holds
from community.forms.posted_values import stored, values
from community.places import Place, Places
from community.tables.canonical import Value, text
from community.tables.flags import Flag

FieldError = tuple[str, str]
"""(field, code): `("tasks", "missing")`. Its words are in the definition: see `error_words`."""


@dataclass(frozen=True)
class Submission:
    """What one form says.

    `values` are the told columns in their canonical form, `flags` sorted codes for a person to look at, `errors` what
    must be answered first. `place` is where the postcode is, None when no postcode is asked.
    """

    values: Mapping[str, Value] = field(repr=False)
    flags: tuple[str, ...]
    errors: tuple[FieldError, ...]
    place: Place | None = field(default=None, repr=False)


def validate(form: Form, posted: Answers, *, places: Places | None = None) -> Submission:
    """What the whole form says. Never raises, whatever was posted; without `places`, postcodes are not looked up."""
    told, flags = values(form, posted)
    flags |= {each.flag for each in form.flags if _raised(each, told, posted)}
    if signs_in(*typed_words(form, posted)):
        flags.add(Flag.CRISIS_WORDS)
    place = None
    for question in form.asked(posted):
        value = told[question.column]
        if not isinstance(value, str):
            continue
        if question.kind == "postcode" and places is not None:
            place = places.find(value)
            flags |= set(place.flags)
    flags |= set(contact_flags(told))
    errors = tuple(error for page in form.shown(posted) for error in page_errors(form, page, posted))
    return Submission(told, tuple(sorted(flags)), errors, place)


def typed_words(form: Form, posted: Answers) -> Iterator[str]:
    """The answers given in people's own sentences; names and numbers are left out."""
    for question in form.asked(posted):
        if question.is_free:
            yield from posted.get(question.column, ())


def page_errors(form: Form, page: Page, posted: Answers) -> Iterator[FieldError]:
    """The errors to put right on this page before the next one."""
    for question in page.questions:
        if question.required and stored(question, posted)[0] is None:
            yield question.column, "missing"
        if question.required_with and _typed(posted, question.required_with) and not _typed(posted, question.column):
            yield question.column, "missing"
    if page.one_of:
        asked = {question.column: question for question in form.asked(posted)}
        if all(column not in asked or stored(asked[column], posted)[0] is None for column in page.one_of):
            yield page.one_of[0], "no_way_to_reach"


def error_words(form: Form, error: FieldError) -> str:
    """The words in which people see the error. Raises KeyError for an error that the form does not have."""
    column, code = error
    question = form.questions[column]
    if code in question.errors:
        return question.errors[code]
    return next(page.errors[code] for page in form.pages if column in page.one_of[:1] and code in page.errors)


def _typed(posted: Answers, column: str) -> bool:
    return any(map(text, posted.get(column, ())))


def _raised(flag: Raise, told: Mapping[str, Value], posted: Answers) -> bool:
    filled = flag.filled is None or told.get(flag.filled) is not None
    return filled and holds(flag.when, posted) and not _unless(flag.unless, posted)


def _unless(condition: Mapping[str, str], posted: Answers) -> bool:
    return bool(condition) and holds(condition, posted)
