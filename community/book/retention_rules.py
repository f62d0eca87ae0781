"""Retention: what has been kept as long as we promised, and its removal.

Each column's `keep` names an event and so many months. The events, row by row:

- the request was closed: when its status became `closed`, or when the last of its needs was closed; of one that nobody
  closed and that has no needs, the latest of its coming, a change to it, a call or letter about it;
- the need was closed: when its status became `closed`; of a match or visit, the need it belongs to;
- the volunteer left, or was last in touch: when they left or were declined; before that, the latest of a change to
  their record, a call or letter with them, a match they said yes to, a visit of theirs, a change to a pair they are in;
  never while they are proposed, asked or helping for a need that is not closed;
- the resident last asked or was helped: the latest of their requests, needs, visits, pairs, calls and letters; never
  while a need is open;
- the check was recorded: when its row was made;
- the day by which the household must go from the list: as the list says; of one that refused, what it takes to know it
  again stays, so that nobody rings there once more;
- of every other record, that it was over: when it reached one of its last statuses; if nobody ended it, the latest of
  its coming, a change to it, a call or letter about it; never in a status that lasts, as while an organisation is
  approved, a newsletter's reader confirmed, a thing lent or a complaint unanswered.

A person still waits for help with an open need, so its request and resident are kept however long nothing happens.
`forgotten` lists these for a person to look at.

While a safeguarding concern, an accident or a complaint is open, the records it names and whatever belongs to them are
never due. Closed concerns have a period of their own: see `community.concerns`.

What was said in a call or letter goes no later than what it was about, or whom it was with, keeps its own words: an
enquiry, a referral, a volunteer.

A record that no longer belongs to another counts from its own last change. A value whose time is up is blanked, and a
row with nothing left in it is removed. Both happen in the received copy, in the current one and in the changes: also
where a decision took the value out of the current one long before.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from community.book.emptied_values import said_once
from community.book.erasure import Erasure, blank, remember, remove
from community.book.open_matters import held
from community.book.reader import Reader
from community.book.record_types import Record
from community.tables import TABLES, Keep, table_of
from community.tables import canonical as canon
from community.tables import column as keeps
from community.tables.column import ANY_TABLE
from community.tables.row import Row, TableRow
from community.tables.row_types import (
    ColumnName,
    ContactRow,
    HouseholdRow,
    MatchRow,
    NeedRow,
    RowWithStatus,
    VolunteerRow,
)
from community.tables.status_machines import MACHINES
from community.tables.statuses import GOING_ON, HouseholdStatus

R = TypeVar("R", bound=TableRow[Any, Any])


_OWN_KEEP = {
    t.name: min(own, key=lambda keep: keep.months or 0)
    for t in TABLES.values()
    if (own := [c.keep for c in t.columns if c.keep is not None and c.keep.of == t.name])
}
"""By table, how long it keeps what it says, counted from what befalls its own rows."""


class Due(NamedTuple):
    """Values of one record whose time is up. `whole` means that the record holds nothing else."""

    table: str
    id: str
    columns: tuple[str, ...]
    ended: str
    whole: bool


def due(reader: Reader, now: datetime) -> list[Due]:
    """All values whose time is up at this moment, in the tables' order."""
    ends = Ends(reader)
    stays = held(reader.connection)
    found: list[Due] = []
    for table in TABLES.values():
        once = said_once(reader, table)
        for row in reader.all_rows(table.name):
            if Record(table.name, row.id) in stays:
                continue
            filled = [c for c in table.columns if row[c.name] is not None or (row.id, c.name) in once]
            late = {
                c: ended for c in filled if c.keep is not None and (ended := ends.over(c.keep, table.name, row, now))
            }
            if late:
                ended = max(late.values())
                names = tuple(c.name for c in late)
                found.append(Due(table.name, row.id, names, ended, whole=len(late) == len(filled)))
    return found


def apply(connection: sa.Connection, found: Iterable[Due], *, at: str) -> None:
    """Blank the values and remove the rows, for good."""
    whole = [Erasure(d.table, d.id) for d in found if d.whole]
    for d in found:
        if not d.whole:
            blank(connection, d.table, [d.id], d.columns)
    remember(connection, whole, by="retention", at=at)
    remove(connection, whole)


def before(now: datetime, months: int) -> datetime:
    """The time so many months earlier; in a shorter month, its last day at most."""
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    return now.replace(year=year, month=month + 1, day=min(now.day, monthrange(year, month + 1)[1]))


def _is_over(ended: str | None, keep: Keep, now: datetime) -> bool:
    return keep.months is not None and ended is not None and ended < canon.instant(before(now, keep.months))


class Ends:
    """For every record, the time of the event that each `keep` waits for."""

    def __init__(self, reader: Reader) -> None:
        """Read what is needed, once."""
        rows = {name: reader.all_rows(name) for name in TABLES}
        self._became = _status_times(reader)
        self._need = {n.id: self._over(n) for n in _of(rows, NeedRow)}
        came_back = _came_back_to(rows)
        touched = _touched(rows)
        matches = _of(rows, MatchRow)
        going_on = {m.volunteer_id for m in matches if _goes_on(m) and self._need.get(m.need_id) is None}
        volunteers = {
            v.id: self._over(v) or (None if v.id in going_on else touched[v.id]) for v in _of(rows, VolunteerRow)
        }
        needs = _needs_ended(_of(rows, NeedRow), self._need)
        self._ends: dict[str, Mapping[str, str | None]] = {
            name: {row.id: self._end(row, came_back) for row in rows[name]} for name in MACHINES.keys() & rows.keys()
        }
        self._ends |= {
            "needs": self._need,
            "households": {h.id: h.delete_by for h in _of(rows, HouseholdRow)},
            "volunteers": volunteers,
            "help_requests": {r.id: self._request_end(r, needs, came_back[r.id]) for r in rows["help_requests"]},
            "residents": {p.id: _resident_end(touched[p.id], needs.get(p.id, [])) for p in rows["residents"]},
        }

    def over(self, keep: Keep, table: str, row: Row, now: datetime) -> str | None:
        """The time of the event, if what is kept after it has been kept for long enough; None where it has not."""
        waits = [(self.of(keep, table, row), keep)]
        if isinstance(row, ContactRow):
            for one in filter(None, (row.about, row.with_whom)):
                whose = table_of(one) or ""
                if whose in _OWN_KEEP and one in self._ends.get(whose, {}):
                    waits.append((self._ends[whose][one], _OWN_KEEP[whose]))
        return next((ended for ended, each in waits if _is_over(ended, each, now)), None)

    def of(self, keep: Keep, table: str, row: Row) -> str | None:
        """The time of the event; None when it has not happened."""
        if keep == keeps.AFTER_CONCERN:
            return None  # a setting says how long, and `community.concerns` removes them
        if keep == keeps.UNLESS_REFUSED and isinstance(row, HouseholdRow) and row.status == HouseholdStatus.REFUSED:
            return None  # nobody could know that they are never to be rung again
        if keep.of is None:
            return str(row.at)
        column = TABLES[table].kept_with(keep)
        own = str(row.changed_at)
        if column != "id" and TABLES[table][column].refers_to == ANY_TABLE:
            whose = next(filter(None, (row[name] for name in TABLES[table].about)), "")
            return self._ends["residents"].get(whose, self._ends["volunteers"].get(whose, own))
        return self._ends.get(keep.of, {}).get(row[column], own)

    def _request_end(self, row: Row, needs: Mapping[str, Sequence[str | None]], came_back: str) -> str | None:
        ends = needs.get(row.id, [])
        return self._over(row) or (_latest(ends) if ends else came_back)

    def _end(self, row: Row, came_back: Mapping[str, str]) -> str | None:
        """When it was over or, if nobody ended it, last worked on; None in a status that lasts."""
        if isinstance(row, RowWithStatus) and row.status in MACHINES[row.table].lasting:
            return None
        return self._over(row) or came_back[row.id]

    def _over(self, row: Row) -> str | None:
        """The time at which it reached its final status; None while it is in another."""
        if not isinstance(row, RowWithStatus) or row.status not in MACHINES[row.table].ends:
            return None
        return self._became.get((row.table, row.id, row.status), row.changed_at)


def _status_times(reader: Reader) -> dict[tuple[str, str, str | None], str]:
    """(table, record, status) -> when it last became so."""
    changes = reader.changes(where=lambda c: [c.field == "status", c.conflict.is_(None)])
    return {(c.record_table, c.record_id, c.now): c.at for c in changes}


def _of(rows: Mapping[str, Sequence[Row]], kind: type[R]) -> list[R]:
    """The rows of one table, by their class."""
    return [row for row in rows[kind.TABLE] if isinstance(row, kind)]


def _goes_on(match: MatchRow) -> bool:
    return match.status in GOING_ON and match.get(ColumnName.VOID) is None


def _touched(rows: Mapping[str, Sequence[Row]]) -> dict[str, str]:
    """By id, when somebody was last in touch with each volunteer and resident."""
    last: dict[str, str] = {}

    def touch(id_: str | None, *times: str | None) -> None:
        if id_ is not None:
            last[id_] = max(last.get(id_, ""), *(t or "" for t in times))

    for table in TABLES.values():
        if table.in_touch is None:
            continue
        who, when, statuses = table.in_touch
        for row in rows[table.name]:
            if statuses is None or (isinstance(row, RowWithStatus) and row.status in statuses):
                for column in who:
                    touch(row[column], *(row[name] for name in when))
    return last


def _came_back_to(rows: Mapping[str, Sequence[Row]]) -> dict[str, str]:
    """By id, when each record that has statuses was last worked on: a change to it, a call or a letter."""
    last = {row.id: row.changed_at for name in MACHINES.keys() & rows.keys() for row in rows[name]}
    for contact in _of(rows, ContactRow):
        for id_ in (contact.about, contact.with_whom):
            if id_ is not None and id_ in last:
                last[id_] = max(last[id_], contact.at)
    return last


def forgotten(reader: Reader, now: datetime) -> list[str]:
    """Ids of requests with an open need that have been left alone for as long as a closed request would be kept."""
    rows = {name: reader.rows(name, order=None) for name in TABLES}
    last = _came_back_to(rows)
    request_of = _requests(rows)
    spoken = {id_: c.at for c in _of(rows, ContactRow) for id_ in (c.about, c.with_whom) if id_}
    touched = _touched(rows)
    open_: dict[str, list[str]] = {}
    for need in _of(rows, NeedRow):
        if need.status not in MACHINES["needs"].ends and need.request_id in last:
            open_.setdefault(need.request_id, []).append(touched.get(need.resident_id, ""))
    for name in rows:
        for row in rows[name]:
            request = request_of.get(row.id)
            if request in open_:
                open_[request] += [row.changed_at, spoken.get(row.id, "")]
    limit = canon.instant(before(now, keeps.AFTER_REQUEST.months or 0))
    return sorted(id_ for id_, each in open_.items() if max(last[id_], *each) < limit)


def _requests(rows: Mapping[str, Sequence[Row]]) -> dict[str, str]:
    """For each row that came from a request, directly or through other rows: the request."""
    owners = {
        row.id: row[table.owner]
        for table in TABLES.values()
        if table.owner is not None and table[table.owner].refers_to != ANY_TABLE
        for row in rows[table.name]
    }
    found = {}
    for id_ in owners:
        whose = owners[id_]
        while whose in owners:
            whose = owners[whose]
        if table_of(whose) == "help_requests":
            found[id_] = whose
    return found


def _needs_ended(needs: Sequence[NeedRow], ended: Mapping[str, str | None]) -> dict[str, list[str | None]]:
    """For each request and each resident: when their needs were closed, None for those that are open."""
    found: dict[str, list[str | None]] = {}
    for need in needs:
        for whose in (need.request_id, need.resident_id):
            found.setdefault(whose, []).append(ended[need.id])
    return found


def _latest(ends: Sequence[str | None]) -> str | None:
    """The latest of these times; None while one of them is None."""
    known = [end for end in ends if end is not None]
    return max(known, default="") if len(known) == len(ends) else None


def _resident_end(touched: str, needs: Sequence[str | None]) -> str | None:
    closed = _latest(needs)
    return None if closed is None else max(touched, closed)
