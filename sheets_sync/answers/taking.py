"""Taking in the answers to Google's forms: each once, as the web form would take it. Pure: no clock, no network."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as hidden
from datetime import datetime, timedelta, tzinfo

from community.book import Received
from community.forms import Form, decided, validate
from community.forms.model import ANY, UNSURE
from community.places import Places
from community.tables import TABLES
from community.tables.canonical import Value, as_text, instant
from sheets_sync.answers.columns import columns, form_of
from sheets_sync.answers.keys import BY, Kept, kept, key, place
from sheets_sync.answers.known import Known, Last
from sheets_sync.answers.reading import Answer, answers, posted
from sheets_sync.answers.recorded import Recorded, Rows, recorded

OTHER = "extra.other_answers"
"""Where words go that no question has a place for: each on a line, with the question they were written under."""
_FLAG = {"missing": "answer_missing", "no_way_to_reach": "no_way_to_reach"}
_AHEAD = timedelta(days=1)
NO_STAMP = (
    "This row has no time stamp. Google writes one for each answer. If it is complete, leave it as it is: "
    "the next sync takes it in."
)


@dataclass(frozen=True)
class Correction:
    """An answer that says something else than it did. `after` is the last correction of the same field, if any.

    `was` is what the answer said before, not what the book says now: if somebody decided otherwise meanwhile, the
    change does not hold, and is shown as a conflict.
    """

    table: str
    record_id: str
    field: str
    was: str | None = hidden(repr=False)
    now: str | None = hidden(repr=False)
    after: str | None = None


@dataclass(frozen=True)
class Aside:
    """A row that is not taken in yet, and why. `id` is the one it will get."""

    tab: str
    place: int
    id: str
    why: str


@dataclass(frozen=True)
class Answers:
    """What came of it. `tabs`: title -> form of every tab that holds answers."""

    rows: list[Received]
    corrections: list[Correction]
    aside: list[Aside]
    tabs: Mapping[str, str]


@dataclass(frozen=True)
class _Told:
    values: Mapping[str, Value]
    flags: frozenset[str]


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
    `seen` are the ids that were put aside at the last sync: a row typed by hand, without a stamp, is taken in when it
    is still the same then.

    Rows come by `google_form`, at the time of their stamp, in the order of their times, with an id and a key that
    follow from form and stamp. What is in the book, or was erased, does not come again. Nothing is refused: what the
    web form would have asked for again is a flag.
    """
    told = recorded(tabs)
    mine: dict[str, str] = {}
    read: dict[str, list[Answer]] = defaultdict(list)
    # Of a form that has several tabs, the one that the script made last is listed last, and is the one in use.
    order = {title: number for number, title in enumerate(told.tabs, 1)}
    for title in sorted(tabs, key=lambda each: -order.get(each, 0)):
        if name := form_of(title, tabs[title], forms, told, marks or {}):
            mine[title] = name
            found = columns(forms[name], tabs[title], told)
            read[name] += answers(title, tabs[title], found, locale=locale)
    rows: list[Received] = []
    corrections: list[Correction] = []
    aside: list[Aside] = []
    for name, each in read.items():
        taking = _Taking(forms[name], told, places, known)
        placed = place(name, TABLES[forms[name].table].letter, each, taking.kept, taking.likeness)
        corrections += taking.corrections(placed.before)
        gone = set(known.there(forms[name].table, [row_id for _, row_id in placed.new]))
        for answer, row_id in placed.new:
            if row_id in gone:
                continue
            if not answer.stamp.token and row_id not in seen:
                aside.append(Aside(answer.tab, answer.place, row_id, NO_STAMP))
            else:
                rows.append(taking.row(answer, row_id, now, zone))
    return Answers(sorted(rows, key=lambda row: (row.at, row.id)), corrections, aside, mine)


class _Taking:
    """The answers to one form."""

    def __init__(self, form: Form, told: Recorded, places: Places | None, known: Known) -> None:
        self._form, self._told, self._places, self._known = form, told, places, known
        self._table = TABLES[form.table]
        self.kept = kept(form.form, known.keys(form.table))
        self._last: dict[str, Mapping[str, Last]] = {}
        self._values: dict[str, Mapping[str, Value]] = {}

    def row(self, answer: Answer, row_id: str, now: datetime, zone: tzinfo) -> Received:
        """The row of a new answer. Its place, its flags and its hub are found as for the web form."""
        came = answer.stamp.moment(zone)
        odd = came is None or came > now + _AHEAD
        at = now if came is None or odd else came
        values = self._row(answer, at, {"time_odd"} if odd else set())
        return Received(self._table.name, row_id, instant(at), BY, values, key=key(self._form.form, answer))

    def _row(self, answer: Answer, at: datetime, flags: set[str]) -> dict[str, Value]:
        told = posted(self._form, answer, self._told)
        submission = validate(self._form, told.fields, places=self._places)
        values = dict(submission.values)
        asked = {question.column for question in self._form.asked(told.fields)}
        for column, words in told.fields.items():
            question = self._form.questions.get(column)
            lost = question is not None and (column not in asked or values[column] is None)
            if question and lost and set(words) - {UNSURE, ANY, ""}:
                # Nobody was to be asked this, or the column can't hold it; it was said all the same.
                told.keep(question, ", ".join(words))
        if told.left:
            values[OTHER] = "\n".join(told.left)
            flags |= {"outside_words"}
        flags |= {_FLAG[code] for _, code in submission.errors}
        return {**values, **decided(self._form, submission, channel=BY, now=at, flags=flags)}

    def corrections(self, pairs: Iterable[tuple[Answer, Kept]]) -> list[Correction]:
        """What differs from what these answers said last. A column that the tab has no more says nothing."""
        edited = sorted(((a, k) for a, k in pairs if a.digest != k.digest), key=lambda each: each[1].id)
        self._fetch([row.id for _, row in edited])
        found = []
        for answer, row in edited:
            last = self._last.get(row.id, {})
            values = self._said(answer)
            for column in self._form.questions:
                before = last.get(column, Last(None))
                now = as_text(values[column])
                if column in answer.present and now != before.value:
                    found.append(Correction(self._table.name, row.id, column, before.value, now, before.after))
        return found

    def likeness(self, answer: Answer, row_id: str) -> float:
        """How much of an answer is what this row was last told."""
        self._fetch([row_id])
        last = {c: each.value for c, each in self._last.get(row_id, {}).items() if c in self._form.questions}
        values = {column: as_text(value) for column, value in self._said(answer).items()}
        both = {column for column in self._form.questions if values.get(column) or last.get(column)}
        return sum(values.get(column) == last.get(column) for column in both) / max(len(both), 1)

    def _said(self, answer: Answer) -> Mapping[str, Value]:
        if answer.digest not in self._values:
            told = posted(self._form, answer, self._told)
            self._values[answer.digest] = validate(self._form, told.fields).values
        return self._values[answer.digest]

    def _fetch(self, ids: Collection[str]) -> None:
        if absent := [each for each in ids if each not in self._last]:
            self._last |= self._known.last(self._table.name, absent)
