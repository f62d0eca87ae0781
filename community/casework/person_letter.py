"""What is kept about one person, as text for them to read."""

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from community.book.person_data import HeldRecord
from community.settings import ExtraQuestion, Settings
from community.tables import TABLES
from community.tables.canonical import LONDON, moment
from community.tables.ids import check
from community.tables.row import ChangeRow
from community.tables.row_types import ColumnName
from community.wording import column_words

_TIMES = {ColumnName.AT: "Came in", ColumnName.CHANGED_AT: "Last changed", ColumnName.BY: "Written by"}


def letter_about_person(told: Mapping[str, Any], settings: Settings) -> str:
    """The text, 100 letters wide. `told` is what `person_data` says of them, with the time it was made."""
    community, record = settings.community, partial(_record, settings.extra_questions)
    made_on = moment(told["made_at"]).astimezone(LONDON).date()
    parts = [
        f"What {community.name} keeps about {told['person']}",
        f"Made on {made_on}. Run by {community.run_by}. Questions or corrections: {community.telephone}, "
        f"{community.email}. How long we keep each thing, and why, is on the privacy page of our website.",
    ]
    parts += map(record, told["records"])
    if told["changes"]:
        parts.append("\n".join(["What was decided, and when", *map(_decision, told["changes"])]))
    if told["may_be_the_same_person"]:
        parts += ["May be the same person", _MAYBE, *map(record, told["may_be_the_same_person"])]
    mentioned: Sequence[Mapping[str, Any]] = told.get("mentions", ())
    if mentioned:
        where = [f"  {m['id']}, {m['field']}: same {', '.join(m['same'])}" for m in mentioned]
        parts += ["Other records that mention them: look at these before you send this", _WORDS, "\n".join(where)]
    if left_out := told.get("left_out"):
        parts += ["What is not in it, and why", *left_out]
    return "\n\n".join(textwrap.fill(p, 100) if "\n" not in p else p for p in parts) + "\n"


_MAYBE = (
    "Nobody has said whose requests these are. They give the same telephone number, or the same name and postcode, or "
    "were closed as repeating a request above."
)
_WORDS = (
    "These fields of other people's records mention the same name, number or email address. Look at each, add what is "
    "about this person, and take this list out."
)


_OF_A_CHANGE = ("id", "at", "by", "action", "table", "record_id", "field", "was", "now", "reason")


def _record(questions: Mapping[str, ExtraQuestion], record: HeldRecord) -> str:
    lines = [_title(record), *_values(questions, record["table"], record["now"])]
    ours = (ColumnName.ACTION, ColumnName.BY)
    first = {k: v for k, v in record["received"].items() if record["now"].get(k) != v and k not in ours}
    if first:
        lines += ["", "  As it first came in:", *_values(questions, record["table"], first)]
    return "\n".join(lines)


def _title(record: HeldRecord) -> str:
    void = str(record["now"].get(ColumnName.VOID) or "")
    taken_back = f" (joined to {void})" if check(void) else " (taken back)" if void else ""
    return f"{TABLES[record['table']].means}: {record['now'][ColumnName.ID]}{taken_back}"


def _values(questions: Mapping[str, ExtraQuestion], table: str, row: Mapping[str, Any]) -> Iterator[str]:
    for column, value in row.items():
        if column in _TIMES:
            yield _line(_TIMES[column], value)
        elif column == ColumnName.EXTRA:
            for name, answer in json.loads(value).items():
                asked = questions.get(name)
                yield _line(asked.label, asked.in_words(answer)) if asked else _line(column_words(name), answer)
        elif column in TABLES[table].by_name:
            yield _line(TABLES[table][column].means, value)


def _line(label: str, value: object) -> str:
    return textwrap.indent(f"{label}: {value}", "    ").replace("    ", "  ", 1)


def _decision(change: Mapping[str, Any]) -> str:
    told = ChangeRow("changes", {**dict.fromkeys(_OF_A_CHANGE), **change})
    why = f" ({told.reason})" if told.reason else ""
    when, was, now = told.at[:16].replace("T", " "), told.was or "nothing", told.now or "nothing"
    return f"  {when} UTC, {told.by}: {told.field} from {was} to {now}{why}"
