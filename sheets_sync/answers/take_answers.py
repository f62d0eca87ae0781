"""Takes in each answer to Google's forms once, as the web form would, and what is corrected in it later.

Pure: no clock, no network.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

from community.book import BY_GOOGLE_FORM as BY
from community.book import Arrival, Received, Record
from community.forms import ANY, UNSURE, Form, decided, validate
from community.places import Places
from community.tables import TABLES
from community.tables.canonical import Value, as_text, instant
from community.tables.flags import Flag
from community.tables.row_types import ColumnName
from sheets_sync.answers.answer_columns import columns
from sheets_sync.answers.answer_form import Asking
from sheets_sync.answers.answer_identity import ErasedAnswers, Kept, is_copy, kept, key, place
from sheets_sync.answers.answer_reading import FormAnswer, answers, posted
from sheets_sync.answers.identify_tab import LIKE, whose
from sheets_sync.answers.script_record import Rows, recorded
from sheets_sync.book_snapshot import Known
from sheets_sync.correction_identity import correction
from sheets_sync.sync_outcome import Aside

OTHER = "extra.other_answers"
"""Where words go that no question has a place for: each on a line, with the question they were written under."""
_FLAG = {"missing": Flag.ANSWER_MISSING, "no_way_to_reach": Flag.NO_WAY_TO_REACH}
_AHEAD = timedelta(days=1)
NO_STAMP = (
    "This row has no time stamp. Google writes one for each answer. If it is complete, leave it as it is: "
    "the next sync takes it in."
)
ERASED = (
    "This row says what an answer said that was erased, so it is not taken in. Delete it here and in the form. If the "
    "person has asked anew, type that into the tab {table}."
)


@dataclass(frozen=True)
class Answers:
    """What came of it. `rows` and `changes` are for `Book.take_in`; `tabs` is title -> form of every tab of answers.

    `forgotten`: erased records whose answers are still there, each with the id of what it says, to be remembered too.
    """

    rows: list[Received]
    changes: list[Arrival]
    aside: list[Aside]
    forgotten: list[tuple[Record, str]]


def take_in(
    tabs: Mapping[str, Rows],
    forms: Mapping[str, Form],
    *,
    places: Places | None,
    known: Known,
    now: datetime,
    zone: tzinfo,
    locale: str = "",
    marks: Mapping[str, str] | None = None,
    seen: Collection[str] = (),
) -> Answers:
    """New rows and corrections from the tabs in which Google writes the answers to our forms.

    `tabs` are all tabs of the spreadsheet that are not ours, by title, in the spreadsheet's order, as `values:batchGet`
    gives them with UNFORMATTED_VALUE and SERIAL_NUMBER; `Forms` and `Forms words` among them, others are passed over.
    `zone` and `locale` are the spreadsheet's own (`properties.timeZone`, `properties.locale`): its time stamps have
    neither. `marks` is title -> value of the tab's developer metadata `community.answers`, for tabs that have it.
    `known` is what the book says. `seen` are the ids that were put aside at the last sync: a row typed by hand, without
    a stamp, is taken in when it is still the same then.

    Rows come by `google_form`, at the time of their stamp, in the order of their times, with an id and a key that
    follow from form and stamp. What is in the book, or was erased, does not come again; what says the same as something
    erased, at another time, is shown to a person. Nothing is refused: what the web form would have asked for again is a
    flag.
    """
    told = recorded(tabs)
    read: dict[str, list[FormAnswer]] = defaultdict(list)
    aside: list[Aside] = []
    # Of a form that has several tabs, the one that the script made last is listed last, and is the one in use.
    order = {title: number for number, title in enumerate(told.tabs, 1)}
    asking = {name: Asking(form, told) for name, form in forms.items() if TABLES[form.table].sheet}
    for title in sorted(tabs, key=lambda each: -order.get(each, 0)):
        it = whose(title, tabs[title], asking, (marks or {}).get(title) or told.tabs.get(title))
        if it.form:
            found = columns(asking[it.form], tabs[title])
            read[it.form] += answers(title, tabs[title], found, locale=locale)
        elif it.like:
            aside.append(Aside(title, None, None, LIKE.format(form=it.like)))
    rows: list[Received] = []
    changes: list[Arrival] = []
    forgotten: list[tuple[Record, str]] = []
    for name, each in read.items():
        taking = _Taking(asking[name], places, known)
        table = forms[name].table
        letter = TABLES[table].letter
        placed = place(name, letter, each, taking.kept, taking.likeness, taking.is_copy)
        changes += taking.changes(placed.before, now)
        for answer, row_id in placed.new:
            erased = ErasedAnswers(known, table, letter, name, answer)
            if erased.record(row_id) is not None:
                forgotten += erased.unremembered(row_id)
            elif not is_there(known, table, row_id):
                why = taking.why_not(answer, row_id in seen, erased)
                if why is None:
                    rows.append(taking.row(answer, row_id, now, zone))
                else:
                    aside.append(Aside(answer.tab, answer.place, row_id, why))
    return Answers(sorted(rows, key=lambda row: (row.at, row.id)), changes, aside, forgotten)


class _Taking:
    """The answers to one form."""

    def __init__(self, asking: Asking, places: Places | None, known: Known) -> None:
        self._asking, self._form, self._places, self._known = asking, asking.form, places, known
        self._table = TABLES[self._form.table]
        self.kept = kept(self._form.form, keys(known, self._form.table))
        self._values: dict[str, Mapping[str, Value]] = {}

    def why_not(self, answer: FormAnswer, seen: bool, erased: ErasedAnswers) -> str | None:
        """Why a new answer is not taken in, or not yet; None when it is."""
        if erased.by_its_words:
            return ERASED.format(table=self._table.name)
        return None if answer.stamp.token or seen else NO_STAMP

    def row(self, answer: FormAnswer, row_id: str, now: datetime, zone: tzinfo) -> Received:
        """The row of a new answer. Its place, its flags and its hub are found as for the web form."""
        came = answer.stamp.moment(zone)
        odd = came is None or came > now + _AHEAD
        at = now if came is None or odd else came
        values = self._row(answer, at, {Flag.TIME_ODD} if odd else set())
        return Received(self._table.name, row_id, instant(at), BY, values, key=key(self._form.form, answer))

    def _row(self, answer: FormAnswer, at: datetime, flags: set[str]) -> dict[str, Value]:
        told = posted(self._asking, answer)
        submission = validate(self._form, told.fields, places=self._places)
        values = dict(submission.values)
        asked = {question.column for question in self._form.asked(told.fields)}
        for column, words in told.fields.items():
            question = self._form.questions.get(column)
            held = values[column] if question else None
            beside = values.get(f"{ColumnName.EXTRA}.{column}")  # the words of a day that could not be read
            lost = question is not None and (column not in asked or (held is None and beside is None))
            if question and lost and words and not {UNSURE, ANY} & set(words):
                # Nobody was to be asked this, or the column can't hold it; it was said all the same.
                told.keep(question, ", ".join(words))
        if told.left:
            values[OTHER] = "\n".join(told.left)
            flags |= {Flag.OUTSIDE_WORDS}
        if told.numbers:
            flags |= {Flag.NUMBER_FROM_GOOGLE}
        flags |= {_FLAG[code] for _, code in submission.errors}
        return {**values, **decided(self._form, submission, channel=BY, now=at, flags=flags)}

    def changes(self, pairs: Iterable[tuple[FormAnswer, Kept]], now: datetime) -> list[Arrival]:
        """What differs from what these answers said last. A column that the tab has no more says nothing."""
        found = []
        for answer, row in sorted(pairs, key=lambda each: each[1].id):
            if answer.digest == row.digest and not was_corrected(self._known, self._table.name, row.id):
                continue
            before, values = last(self._known, self._table.name, row.id), self._said(answer)
            # A number where words belong is no correction: Google made it of what was there.
            made = posted(self._asking, answer).numbers
            # Who was erased out of this row still stands in the answer, and it can't be told from somebody new.
            gone = self._known.emptied.get(Record(self._table.name, row.id), frozenset())
            for column in (column for column in self._form.questions if column not in made and column not in gone):
                was, told = before.get(column, Last(None)), as_text(values[column])
                if told != was.value and self._asking.is_told(column, answer.present.get(column, 0), told):
                    found.append(change(self._known, self._table.name, row.id, column, was, told, instant(now)))
        return found

    def likeness(self, answer: FormAnswer, row_id: str) -> float:
        """How much of an answer is what this row was last told."""
        before = {name: each.value for name, each in last(self._known, self._table.name, row_id).items()}
        told = {column: as_text(value) for column, value in self._said(answer).items()}
        both = {column for column in self._form.questions if told.get(column) or before.get(column)}
        return sum(told.get(column) == before.get(column) for column in both) / max(len(both), 1)

    def is_copy(self, answer: FormAnswer, first: FormAnswer) -> bool:
        """Whether an answer in a later tab was copied from one in an earlier tab."""
        return is_copy(self._form, answer, first)

    def _said(self, answer: FormAnswer) -> Mapping[str, Value]:
        if answer.digest not in self._values:
            told = posted(self._asking, answer)
            self._values[answer.digest] = validate(self._form, told.fields).values
        return self._values[answer.digest]


@dataclass(frozen=True)
class Last:
    """What an answer said last about one field, and the change that said it (None: the row as it came)."""

    value: str | None = field(repr=False)
    change: str | None = None


def keys(known: Known, table: str) -> dict[str, str]:
    """By id, the key of every row that came as an answer, except rows whose key was blanked with their values."""
    return {own: row.key for own, row in known.rows[table].items() if row.key and row.key.startswith(f"{BY}:")}


def is_there(known: Known, table: str, record: str) -> bool:
    """Whether the book has this row."""
    return record in known.rows[table]


def was_corrected(known: Known, table: str, record: str) -> bool:
    """Whether this answer was ever edited: then it may also be edited back."""
    return any(each.by == BY for each in known.of_record.get((table, record), ()))


def last(known: Known, table: str, record: str) -> Mapping[str, Last]:
    """By field, what the answer said last: the row as it came, with the answer's own corrections since.

    Decisions in the dashboard and words typed into our own tabs are not answers, so they are left out.
    """
    row = known.rows[table][record]
    told = {name: Last(as_text(value)) for name, value in row.values.items() if name != "extra"}  # type: ignore[arg-type]
    extra = json.loads(str(row.values.get(ColumnName.EXTRA) or "{}"))
    told |= {f"extra.{name}": Last(value) for name, value in extra.items()}
    for change in sorted(known.of_record.get((table, record), ()), key=lambda each: (each.at, each.id)):
        if change.by == BY:
            told[change.field] = Last(change.now, change.id)
    return told


def change(known: Known, table: str, record: str, name: str, was: Last, now: str | None, at: str) -> Arrival:
    """The correction, with an id that is the same on every machine that reads the same answers.

    `was` is what the answer said before, not what the book says: if somebody decided otherwise meanwhile, the change
    does not hold, and is shown as a conflict.
    """
    latest = max([known.rows[table][record].at, *(each.at for each in known.of_record.get((table, record), ()))])
    return correction(BY, table, record, name, was.value, now, before=was.change, at=at, after=latest)
