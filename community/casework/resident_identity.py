"""Whether the person who asks is a resident we know already. Where this is unsure, a person decides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

from community.book import Row
from community.casework.people_lookup import Alike, alike
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking
from community.identity import Fact, Person, people_in
from community.tables.canonical import instant
from community.tables.row_types import HelpRequestRow, NeedRow, ResidentRow
from community.tables.statuses import RequestStatus

MOST_HAD = 3


@dataclass(frozen=True)
class Candidate:
    """A known resident who may be the same person. Of another hub's resident, a coordinator is told only the hub."""

    resident_id: str
    name: str | None = field(repr=False)
    sector: str | None
    hub: str | None
    same: tuple[Fact, ...]
    """What is the same: telephone, email, name, postcode. A name may be the same in other words."""
    in_sight: bool = True
    had: tuple[NeedRow, ...] = field(default=(), repr=False)
    """Their latest needs, as far as the user may see them."""


@dataclass(frozen=True)
class Candidates:
    """The residents who may be the same; `sure` is the id of the one who certainly is, else None."""

    sure: str | None
    candidates: tuple[Candidate, ...]


def who_is_it(context: WorkContext, request_id: str) -> Candidates:
    """The known residents from whom the request may come, with the help they had."""
    with looking(context) as visible:
        found = same_resident(visible, visible.get(HelpRequestRow, request_id))
        return replace(found, candidates=tuple(_with_help(visible, each) for each in found.candidates))


def possible_doubles(context: WorkContext, request_id: str, days: int | None = None) -> list[HelpRequestRow]:
    """Other requests that may ask for the same: open ones, or those of the last `days`, the latest first.

    They share the resident, a telephone number, an email address, or name and postcode.
    """
    within = context.settings.follow_up.same_request_days if days is None else days
    since = instant(context.clock() - timedelta(days=within))
    with looking(context) as visible:
        request = visible.get(HelpRequestRow, request_id)
        asker = resident_in(request)
        found = alike(visible.reader, asker, ["help_requests"]) if asker else []
        ids = {each.row.id for each in found if each.part == "resident"}
        return visible.rows(
            HelpRequestRow,
            lambda c: [
                c.id != request_id,
                (c.status != RequestStatus.CLOSED) | (c.at >= since),
                c.id.in_(ids) | (c.resident_id == (request.resident_id or "")),
            ],
            order="-at",
        )


def same_resident(visible: Visibility, request: HelpRequestRow, *, deciding: bool = False) -> Candidates:
    """The residents who may be this request's: one is sure where number and whole name agree and nobody else is near.

    Two people of one household may share a number and almost a name, so a person is asked about anybody near. Nobody
    out of sight is sure, because the person who decides could not see whom they join. Who a resident once was, under
    another number or name, an earlier request of theirs tells: that makes them possible, never sure.
    """
    asking = resident_in(request)
    if asking is None:
        return Candidates(None, ())
    both = alike(visible.reader, asking, [ResidentRow.TABLE, HelpRequestRow.TABLE], deciding=deciding)
    found = [each for each in both if isinstance(each.row, ResidentRow)]
    found.sort(key=lambda each: (-each.likeness.certain, -len(each.likeness.facts), each.row.id))
    now = [(each.row, each.likeness.facts) for each in found if isinstance(each.row, ResidentRow)]
    return Candidates(
        _sure(visible, asking, found),
        tuple(_candidate(visible, row, facts) for row, facts in [*now, *_formerly(visible, request, both)]),
    )


def _formerly(
    visible: Visibility, request: Row, both: Iterable[Alike]
) -> Iterator[tuple[ResidentRow, tuple[Fact, ...]]]:
    """The residents who are found by what an earlier request of theirs says, and not by their record."""
    found = list(both)
    seen = {each.row.id for each in found if isinstance(each.row, ResidentRow)}
    for each in found:
        theirs = each.row.resident_id if isinstance(each.row, HelpRequestRow) and each.part == "resident" else None
        resident = visible.reader.get(ResidentRow, theirs) if theirs and theirs not in seen else None
        if resident is not None and each.row.id != request.id:
            seen.add(resident.id)
            yield resident, each.likeness.facts


def resident_in(row: Row) -> Person | None:
    """The person whom a request or a resident's record is about; None where it says nothing of them."""
    return next((person for person in people_in(row.table, row) if person.part == "resident"), None)


def _sure(visible: Visibility, asking: Person, found: Iterable[Alike]) -> str | None:
    near = [each for each in found if each.likeness.near_name]
    if len(near) == 1 and near[0].likeness.certain and visible.sees(near[0].row):
        # A father and his son may have one name, one home and one telephone, but hardly ever one mailbox.
        theirs = near[0].person.emails
        return str(near[0].row.id) if not (asking.emails and theirs) or set(asking.emails) & set(theirs) else None
    return None


def _candidate(visible: Visibility, row: ResidentRow, facts: tuple[Fact, ...]) -> Candidate:
    if not visible.sees(row):
        return Candidate(row.id, None, None, row.hub, facts, in_sight=False)
    return Candidate(row.id, row.name, row.sector, row.hub, facts)


def _with_help(visible: Visibility, candidate: Candidate) -> Candidate:
    if not candidate.in_sight:
        return candidate
    needs = visible.rows(NeedRow, lambda c: [c.resident_id == candidate.resident_id], order="-asked_at", limit=MOST_HAD)
    return replace(candidate, had=tuple(needs))
