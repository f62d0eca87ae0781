"""Codes, answers and times in the words that the pages show."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from community.book import Row
from community.forms import Form, Question, answer_in_words, sections
from community.settings import Settings
from community.tables import TABLES
from community.tables.canonical import LONDON, moment, split
from community.tables.row_types import ColumnName
from community.tables.status_machines import MACHINES
from community.wording import day_words, first_upper, spelled, status_words, when_words


def status_and_meaning(table: str, status: object) -> str:
    """A status and its meaning: `no answer`, `somebody tried and reached nobody`."""
    known = MACHINES[table].statuses.get(str(status)) if table in MACHINES else None
    words = status_words(table, str(status))
    return f"{words} ({known.means})" if known else words


def task(settings: Settings, code: str) -> str:
    """The kind of help, as we call it."""
    known = settings.task_types.get(code)
    return known.name if known else first_upper(spelled(code))


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
    return when_words(moment(at) if isinstance(at, str) else at, now)


def day(iso: str | None, now: datetime) -> str:
    """A date as people say it; of a moment, the day it was here."""
    if not iso:
        return ""
    told = datetime.fromisoformat(iso)
    return day_words(told.astimezone(LONDON) if told.tzinfo else told, now)


_REACH = frozenset({"telephone", "text_only", "email", "address", "postcode", "reach_by"})
_ASKER = frozenset({"referrer_name", "referrer_who", "referrer_telephone", "referrer_email"})


def _ours(question: Question) -> str:
    """A question's name as one of our headings: `Telephone number` for `Your telephone number`.

    A referrer gives two telephone numbers, so theirs says whose it is: `Telephone number of the person who asks`.
    """
    label = question.name
    for whose in ("Your ", "Their "):
        if label.startswith(whose):
            label = label.removeprefix(whose).capitalize()
            return f"{label} of the person who asks" if question.column.startswith("referrer_") else label
    return label


def told(forms: Mapping[str, Form], name: str, row: Row) -> list[tuple[str, str]]:
    """All answers of a row: each question's short name and the answer in words, in the order of the form so called."""
    form = forms[name]
    answers = {column: list(_answers(form, row, column)) for column in form.questions}
    found = sections(form, {column: given for column, given in answers.items() if given})
    rows = [(question, words) for section in found for question, words in section.answered]
    # How to reach them comes first, because the reader has the telephone in hand. The name is the page's heading.
    # Next comes the referrer with their own number, because one of the two is rung first.
    rows.sort(key=lambda row: (row[0].column not in _REACH, row[0].column not in _ASKER))
    shown = [(_ours(question), words) for question, words in rows if question.column != "name"]
    return [*shown, *further(forms, row, besides=form.questions)]


def further(forms: Mapping[str, Form], row: Row, *, besides: Collection[str] = ()) -> list[tuple[str, str]]:
    """The answers that stand in `extra`, under the names of their questions; `besides`: those shown elsewhere.

    Where no form asks it any more, or none ever did, the name under which it is kept stands there.
    """
    asked: dict[str, tuple[Form, Question]] = {}
    for form in sorted(forms.values(), key=lambda form: form.table == row.table):  # the table's own go before
        asked |= {column: (form, question) for column, question in form.questions.items()}
    found = []
    for name, answer in json.loads(row.get(ColumnName.EXTRA) or "{}").items():
        if (column := f"{ColumnName.EXTRA}.{name}") in besides:
            continue
        if column in asked:
            form, question = asked[column]
            found.append((_ours(question), answer_in_words(question, {column: list(_answers(form, row, column))})))
        else:
            found.append((first_upper(spelled(name)), answer))
    return found


def _answers(form: Form, row: Row, column: str) -> Iterable[str]:
    value = row[column]
    if value is None:
        return ()
    kind = TABLES[form.table].by_name.get(column)
    if (kind.kind in {"codes", "refs"}) if kind else form.questions[column].kind in {"many", "slots"}:
        return split(str(value))
    number = float(value) if isinstance(value, float) else value
    return (str(int(number)) if isinstance(number, float) and number.is_integer() else str(number),)
