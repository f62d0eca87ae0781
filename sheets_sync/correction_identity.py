"""The identity of a correction found in the spreadsheet: the same on every machine that reads the same cells."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from community.book import Arrival
from community.tables.canonical import instant, moment
from community.tables.ids import derive_long
from community.tables.verbs import Verb, action_id
from community.tables.vocabulary import Channel

BY = Channel.SHEET.value
"""By whom the rows and changes are that people typed into our own tabs."""


def correction(
    by: str,
    table: str,
    record: str,
    name: str,
    was: str | None,
    now: str | None,
    *,
    before: str | None,
    at: str,
    after: str,
) -> Arrival:
    """The correction of one field. `before` is the change of this field that it follows, None for the first.

    Its time is `at`, or a millisecond past `after`, the latest that is known of the record, where that is later.
    """
    word = _word(by, table, record, name, was, now, before)
    at = max(at, instant(moment(after) + timedelta(milliseconds=1)))
    return Arrival(_change_id(word), at, by, action_id(Verb.CORRECT, word), table, record, name, was, now)


def following(change: Arrival, table: str, record: str, name: str, was: str | None, now: str | None) -> Arrival:
    """A change that follows from a correction of another field or record, in the same action and at the same time."""
    word = derive_long(change.id, table, record, name)
    return replace(change, id=_change_id(word), table=table, record_id=record, field=name, was=was, now=now)


def first_of(change: Arrival) -> str:
    """The id of the correction that the change is, or follows from."""
    return _change_id(change.action.removeprefix(f"{Verb.CORRECT}-"))


def follows_one_of(change: Arrival, earlier: Iterable[Arrival]) -> bool:
    """Whether the correction was found after one of these, so that its id is derived from that one's."""
    asked = (change.by, change.table, change.record_id, change.field, change.was, change.now)
    return any(change.id == _change_id(_word(*asked, each.id)) for each in earlier)


def _word(by: str, table: str, record: str, name: str, was: str | None, now: str | None, before: str | None) -> str:
    # The ids of corrections in our own tabs are older than those in Google's answers, and name no source.
    source = () if by == BY else (by,)
    return derive_long(*source, table, record, name, was or "", now or "", before or "")


def _change_id(word: str) -> str:
    return f"Z-{word}"
