"""Codes and times as people say them."""

import json
from collections.abc import Iterable
from datetime import datetime

from community.book import Row
from community.forms import FLAGS, Form, Question
from community.forms.form_html import sections
from community.settings import Settings
from community.settings.response_promise import clock_in_words
from community.tables import TABLES
from community.tables.canonical import LONDON, moment, split
from community.tables.status_machines import MACHINES
from community.tables.vocabulary import ClosedReason, Recurs, Urgency

CHANNELS = {
    "web": "on the website",
    "telephone": "by telephone",
    "sheet": "typed into the sheet",
    "google_form": "by the Google form",
}
URGENCY: dict[str, str] = {
    Urgency.TODAY: "today",
    Urgency.TWO_DAYS: "within two days",
    Urgency.THIS_WEEK: "this week",
    Urgency.WHENEVER: "whenever it suits",
}
SOON = URGENCY | {Urgency.TODAY: "wanted the same day"}
"""How soon it was wanted, said long after it was asked: today is another day by then."""
OFTEN = {Recurs.ONCE.value: "once", Recurs.WEEKLY.value: "every week"}
CLOSED: dict[str, str] = {
    ClosedReason.DONE: "Help was given",
    ClosedReason.DONE_BY_OTHERS: "Somebody else helped",
    ClosedReason.NOT_WANTED: "They do not want it any more",
    ClosedReason.OUT_OF_AREA: "They live outside our area",
    ClosedReason.REFERRED_ON: "Passed on to another service",
    ClosedReason.DUPLICATE: "It was asked twice",
    ClosedReason.UNABLE: "We can’t help",
}
DBS = {
    "none": "No check",
    "basic": "Basic DBS",
    "standard": "Standard DBS",
    "enhanced": "Enhanced DBS",
    "enhanced_barred": "Enhanced DBS with barred list",
}
TABLE = {
    "help_requests": "request",
    "needs": "need",
    "matches": "match",
    "volunteers": "volunteer",
    "organisations": "organisation",
    "residents": "resident",
    "contacts": "call",
    "pairs": "pair",
    "checks": "check",
    "visits": "visit",
}


def said(code: str | None) -> str:
    """A code without its underlines."""
    return (code or "").replace("_", " ")


def status_words(table: str, status: object) -> str:
    """`no answer`, and what it means: `somebody tried and reached nobody`."""
    known = MACHINES[table].statuses.get(str(status)) if table in MACHINES else None
    return f"{said(str(status))} ({known.means})" if known else said(str(status))


def flags(codes: str | None) -> list[str]:
    """Each flag as a sentence for the person who looks at it."""
    return [FLAGS.get(code, said(code).capitalize()) for code in split(codes)]


def task(settings: Settings, code: str) -> str:
    """The kind of help, as we call it."""
    known = settings.task_types.get(code)
    return known.name if known else said(code).capitalize()


def tasks(settings: Settings, codes: str | None) -> str:
    """Kinds of help in one line."""
    return ", ".join(task(settings, code) for code in split(codes)) or "nothing named"


def hub(settings: Settings, code: str | None) -> str:
    """The hub's name."""
    known = settings.hubs.get(code or "")
    return known.name if known else "No hub yet"


def when(at: str | datetime | None, now: datetime) -> str:
    """`today at 9.05 am`, `yesterday at 4 pm`, `Tue 17 Nov at noon`; London time."""
    if at is None:
        return ""
    there = (moment(at) if isinstance(at, str) else at).astimezone(LONDON)
    days = (now.astimezone(LONDON).date() - there.date()).days
    clock = clock_in_words(there)
    if days in {0, 1, -1}:
        return f"{ {0: 'today', 1: 'yesterday', -1: 'tomorrow'}[days] } at {clock}"
    year = f" {there.year}" if there.year != now.astimezone(LONDON).year else ""
    return f"{there:%a} {there.day} {there:%b}{year} at {clock}"


def day(iso: str | None, now: datetime) -> str:
    """A date as people say it."""
    if not iso:
        return ""
    there = datetime.fromisoformat(iso)
    year = f" {there.year}" if there.year != now.year else ""
    return f"{there.day} {there:%B}{year}"


_REACH = frozenset({"telephone", "text_only", "email", "address", "postcode", "reach_by"})
_ASKER = frozenset({"referrer_name", "referrer_who", "referrer_telephone", "referrer_email"})


def _ours(question: Question) -> str:
    """A question's name as a heading of ours: `Telephone number` for `Your telephone number`.

    Whoever asks for somebody else gives two of them, so theirs says whose it is: `Telephone number of whoever asks`.
    """
    label = question.name
    for whose in ("Your ", "Their "):
        if label.startswith(whose):
            label = label.removeprefix(whose).capitalize()
            return f"{label} of whoever asks" if question.column.startswith("referrer_") else label
    return label


def told(form: Form, row: Row) -> list[tuple[str, str]]:
    """Everything that somebody answered: the question's short name and the answer in words, in the form's order."""
    answers = {column: list(_answers(form, row, column)) for column in form.questions}
    found = sections(form, {column: given for column, given in answers.items() if given})
    rows = [(question, words) for section in found for question, words in section.answered]
    # How to reach them comes first: whoever reads this has the telephone in hand. The name is the page's heading.
    # Next comes whoever asked for them, with their own number: one of the two is rung first.
    rows.sort(key=lambda row: (row[0].column not in _REACH, row[0].column not in _ASKER))
    shown = [(_ours(question), words) for question, words in rows if question.column != "name"]
    return [*shown, *_beside(form, row)]


def _beside(form: Form, row: Row) -> Iterable[tuple[str, str]]:
    """Answers to what the form does not ask, or asks no more: nobody would read them anywhere else."""
    for name, answer in json.loads(row["extra"] or "{}").items():
        if f"extra.{name}" not in form.questions:
            yield said(name).capitalize(), answer


def _answers(form: Form, row: Row, column: str) -> Iterable[str]:
    value = row[column]
    if value is None:
        return ()
    kind = TABLES[form.table].by_name.get(column)
    if kind is not None and kind.kind in {"codes", "refs"}:
        return split(str(value))
    number = float(value) if isinstance(value, float) else value
    return (str(int(number)) if isinstance(number, float) and number.is_integer() else str(number),)
