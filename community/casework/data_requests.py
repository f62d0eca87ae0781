"""Requests about somebody's own data: the file of what we keep about them, and more time, with a reason."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from community.book import Action, Reader, person_data
from community.book.person_data import HeldRecord
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotFound, NotNow
from community.casework.complaint_times import months_later
from community.casework.permissions import check_user_can
from community.casework.person_letter import letter_about_person
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import looking, row_type_of
from community.identity import folded_words, given_name, personal_name
from community.tables import TABLES, table_of
from community.tables.canonical import LONDON, instant
from community.tables.message_codes import DATA_REQUESTS
from community.tables.row_types import ColumnName, ComplaintRow, OrganisationRow, ResidentRow, VolunteerRow
from community.tables.statuses import ComplaintStatus
from community.tables.verbs import Verb
from community.wording import day_words

_MOST_MONTHS = 2
_SOMEBODY = "(somebody else)"
_APART = re.compile(r"[\s,;()\-‐‑–—]+")
LEFT_OUT = (
    "Names, numbers and addresses of other people, such as whoever asked for you, and names of others in what was "
    f"written about you, where we found them: {_SOMEBODY} stands there. They have a right to that as you have.",
    "Anything about somebody’s safety. It is kept apart from all else, by law of a kind of its own; whether there is "
    "anything is never said here. You may ask the safeguarding lead.",
)


@dataclass(frozen=True)
class DataFile:
    """What is kept about one person, for them: one value for machines, one to read."""

    person: str
    records: int
    as_json: str = field(repr=False)
    as_text: str = field(repr=False)


def is_data_request(row: ComplaintRow) -> bool:
    """Whether it is about somebody's own data."""
    return row.kind in DATA_REQUESTS


def data_file(context: WorkContext, complaint_id: str) -> DataFile:
    """Everything that is kept about whoever asks, without what is others'.

    Raises NotFound, and NotNow where nobody has said who they are.
    """
    check_user_can(context.user, Verb.ANSWER_COMPLAINT)
    with looking(context) as visible:
        row = visible.get(ComplaintRow, complaint_id)
        if not is_data_request(row):
            raise NotNow("This is no request about somebody’s own data.")
        if row.about is None or table_of(row.about) not in person_data.PEOPLE:
            raise NotNow("Nobody has said whose record it is. Find them first, with two facts that only they know.")
        if not visible.sees(visible.reader.get(row_type_of(row.about), row.about) or row):
            raise NotFound("There is no such record, or it belongs to another hub.")
        connection = visible.reader.connection
        person = person_data.find(connection, row.about)
        told: dict[str, Any] = {"made_at": instant(context.clock()), **person_data.everything(connection, person)}
        others = sorted(_others(visible.reader, told["records"], person.id), key=len, reverse=True)
    told["records"] = [_without_others(record, others) for record in told["records"]]
    told["changes"] = [_hidden(change, others) for change in told["changes"] if not _is_others(change)]
    told["left_out"] = list(LEFT_OUT)
    text = letter_about_person(told, context.settings)
    return DataFile(person.id, len(told["records"]), json.dumps(told, ensure_ascii=False, indent=1) + "\n", text)


def extend_data_request(
    context: WorkContext, complaint_id: str, until: date, why: str | None, *, seen: str = ComplaintStatus.ACKNOWLEDGED
) -> Action:
    """Take up to two months more, for many or hard requests: they were told so, with the reason, within the month."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(ComplaintRow, complaint_id, seen)
        check_state_allows(Verb.EXTEND_DATA_REQUEST, row)
        if not is_data_request(row) or row.answer_by is None:
            raise NotNow("Only a request about somebody’s own data has this time.")
        first = date.fromisoformat(row.answer_by)
        if unit.now.astimezone(LONDON).date() > first:
            raise NotNow("The month is over, and they would have had to hear within it. Answer now.")
        if _EXTENDED in (row.answer or ""):
            raise NotNow("It was extended already, and that is possible once.")
        if not first < until <= months_later(first, _MOST_MONTHS):
            raise NotNow("At most two months more than the first.")
        if not (why or "").strip():
            raise NotNow("Write down the reason that you told them.")
        unit.set(row, "answer_by", until)
        said = f"{_EXTENDED} {day_words(until)}, and they were told why: {(why or '').strip()}"
        unit.set(row, "answer", "\n\n".join(filter(None, [row.answer, said])))

    return do(context, Verb.EXTEND_DATA_REQUEST, work)[0]


_EXTENDED = "Extended until"


def _parts_of_others(table: str) -> frozenset[str]:
    """The columns of this table that are about somebody else who stands in the record."""
    return frozenset(column for part in TABLES[table].people[1:] for column in part[1:] if column is not None)


def _others(reader: Reader, records: Sequence[HeldRecord], person: str) -> Iterator[str]:
    """The names of other people in these records, and of those whom they refer to: each whole, and each word of it.

    Capitals leave unsure which word is the first name, so none is left. Words of the name of whoever asks stay.
    """
    own = {str(each["now"].get(ColumnName.NAME)) for each in records if each["now"].get(ColumnName.ID) == person}
    mine = {word.casefold() for name in own for word in (name, given_name(name))}
    family = mine | {word.casefold() for name in own for word in _words_of(name)}
    for record in records:
        now, table = record["now"], TABLES[record["table"]]
        names = [now.get(part.name) for part in table.people[1:]]
        organisations = []
        for column in table.columns:
            one = now.get(column.name)
            if column.kind == "ref" and one and one != person and table_of(one) in person_data.PEOPLE:
                row = reader.get(row_type_of(one), one)
                names += [row.name] if isinstance(row, ResidentRow | VolunteerRow) else []
                organisations += [row.name] if isinstance(row, OrganisationRow) else []
        for name in filter(None, names + organisations):
            yield from (word for word in (name, given_name(name)) if _tells(word, name) and word.casefold() not in mine)
        for name in filter(None, names):  # the words of an organisation's name are anybody's
            yield from (word for word in _words_of(name) if word.casefold() not in family)


def _words_of(name: str) -> Iterator[str]:
    """The words of this name, without titles and without what tells nobody."""
    proper = set(getattr(personal_name(name), "folded", ()))
    for word in _APART.split(name):
        if _tells(word, name) and proper.issuperset(folded_words(word)):
            yield word


def _tells(word: str, name: str) -> bool:
    """Whether this word of the name tells who it is: no initial, and no `of` or `de`."""
    return len("".join(folded_words(word))) > 1 and (not word.islower() or name.islower())


def _without_others(record: HeldRecord, others: Sequence[str]) -> HeldRecord:
    drop = _parts_of_others(record["table"])
    now, received = (
        _hidden({name: value for name, value in each.items() if name not in drop}, others)
        for each in (record["now"], record["received"])
    )
    return {"table": record["table"], "now": now, "received": received}


def _is_others(change: Mapping[str, Any]) -> bool:
    return change.get("field") in _parts_of_others(str(change["table"]))


def _hidden(values: Mapping[str, Any], others: Sequence[str]) -> dict[str, Any]:
    """The same, with the names of others taken out of what was written; ids and codes stay."""
    if not others:
        return dict(values)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, others))})(?!\w)", re.IGNORECASE)

    def said(found: re.Match[str]) -> str:
        """It, where in small letters it is a word like any other: `will`, `rose`."""
        return found[0] if found[0].islower() and found[0] not in others else _SOMEBODY

    keep = {ColumnName.ID, ColumnName.BY}
    return {
        name: pattern.sub(said, value) if isinstance(value, str) and name not in keep else value
        for name, value in values.items()
    }
