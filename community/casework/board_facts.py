"""The facts behind a board: which volunteers were asked, how busy they are, and whom they know."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from community.book import Reader, Where, among
from community.casework.absences import away, is_covered_for
from community.tables.canonical import LONDON
from community.tables.row_types import CheckRow, ContactRow, MatchRow, NeedRow, PairRow, VisitRow
from community.tables.statuses import LIVE, MatchStatus, VisitStatus
from community.tables.vocabulary import DBS_LEVELS, CheckKind, Direction, Recurs

_REFUSED = {MatchStatus.DECLINED, MatchStatus.LAPSED, MatchStatus.CANCELLED}


@dataclass(frozen=True)
class Standing:
    """Sums over matches, visits, contacts and checks, at one moment."""

    live: Mapping[str, int]
    """By volunteer: matches that are approved, agreed or under way."""
    spoken_for: Mapping[str, int]
    """By volunteer: the same, and the proposals that are kept for them."""
    taken: Mapping[str, int]
    """By need: volunteers approved, agreed or under way, or proposed and kept. Who is away is not counted."""
    completed: Mapping[str, int]
    """By need: volunteers who have given their help. Where it is wanted once, that fills a place."""
    pinned: frozenset[tuple[str, str]]
    """(need, volunteer) that are filled, promised, done, or proposed and kept."""
    refused: Mapping[str, frozenset[str]]
    """By need: volunteers for whom it came to nothing: they are not proposed for it again."""
    known: Mapping[str, Mapping[str, int]]
    """By resident: volunteers who have helped them, with the number of visits."""
    done: Mapping[str, int]
    """By volunteer: visits."""
    asked: Mapping[str, str]
    """By volunteer: the time they were last rung or written to."""
    dbs: Mapping[str, int]
    """By volunteer: the highest DBS level among the checks that are not out of date."""
    helped: Mapping[str, str]
    """By need: the last day on which somebody was there to give this help."""
    away: frozenset[str]
    """Volunteers who rest or wait: somebody covers for them meanwhile."""
    matches: tuple[MatchRow, ...]
    """Every match that was read, in short."""

    @classmethod
    def read(cls, reader: Reader, now: datetime, *, keep_seen: bool = False) -> Self:
        """All facts at once. With `keep_seen`, proposals that somebody has looked at take a place too."""
        matches = reader.rows(MatchRow, order=None, columns=_in_short)
        visits = _done(reader.rows(VisitRow, order=None, columns=_of_visits))
        pairs = reader.rows(PairRow, order=None, columns=_of_two)
        return cls(
            **_places(matches, matches, away(reader, now), keep_seen=keep_seen),
            known=_known(visits, pairs),
            **_of_volunteers(reader, now, None, visits),
            helped=_last_days(visits),
        )

    @classmethod
    def of(
        cls,
        reader: Reader,
        now: datetime,
        need_ids: Collection[str],
        volunteer_ids: Collection[str],
        *,
        keep_seen: bool = True,
        resident_ids: Collection[str] | None = None,
        others_leave: bool = False,
    ) -> Self:
        """The places and room of these needs and volunteers; `keep_seen` as for `read`.

        Who knows whom, who was asked, and checks are left out, unless `resident_ids` says whose needs these are. With
        `others_leave`, only what these volunteers do takes a place (`taken`, `completed`).
        """
        matches = reader.rows(
            MatchRow,
            lambda c: [among(c.need_id, need_ids) | among(c.volunteer_id, volunteer_ids)],
            order=None,
            columns=_in_short,
        )
        gone = away(reader, now, {m.volunteer_id for m in matches})
        counting = [m for m in matches if m.volunteer_id in volunteer_ids] if others_leave else matches
        places = _places(matches, counting, gone, keep_seen=keep_seen)
        if resident_ids is None:
            return cls(**places, known={}, done={}, asked={}, dbs={}, helped={})
        needs, residents, volunteers = map(frozenset, (need_ids, resident_ids, volunteer_ids))
        visits = _done(
            reader.rows(
                VisitRow,
                lambda c: [
                    among(c.need_id, needs) | among(c.resident_id, residents) | among(c.volunteer_id, volunteers)
                ],
                order=None,
                columns=_of_visits,
            )
        )
        pairs = reader.rows(PairRow, lambda c: [among(c.resident_id, residents)], order=None, columns=_of_two)
        return cls(
            **places,
            known=_known((v for v in visits if v.resident_id in residents), pairs),
            helped=_last_days(v for v in visits if v.need_id in needs),
            **_of_volunteers(reader, now, volunteers, [v for v in visits if v.volunteer_id in volunteers]),
        )

    def places(self, need: NeedRow) -> int:
        """How many volunteers the need still wants. Weekly help goes on, so a completed match does not fill a place."""
        done = self.completed.get(need.id, 0) if need.recurs != Recurs.WEEKLY else 0
        return max((need.people or 1) - self.taken.get(need.id, 0) - done, 0)


def _places(
    matches: list[MatchRow], counting: list[MatchRow], gone: frozenset[str], *, keep_seen: bool
) -> dict[str, Any]:
    """Places, room and refusals, as the matches tell them; only those that are `counting` take a place."""
    held, taking = (
        [m for m in some if m.status in LIVE or (keep_seen and m.status == MatchStatus.PROPOSED and m.seen_at)]
        for some in (matches, counting)
    )
    completed = [m for m in matches if m.status == MatchStatus.COMPLETED]
    return {
        "live": Counter(m.volunteer_id for m in held if m.status in LIVE),
        "spoken_for": Counter(m.volunteer_id for m in held),
        "taken": Counter(m.need_id for m in taking if not is_covered_for(m, gone)),
        "completed": Counter(m.need_id for m in counting if m.status == MatchStatus.COMPLETED),
        # An erased volunteer leaves the match, and nobody in it.
        "pinned": frozenset((m.need_id, m.volunteer_id) for m in (*held, *completed) if m.need_id and m.volunteer_id),
        "refused": _sets((m.need_id, m.volunteer_id) for m in matches if m.status in _REFUSED and m.volunteer_id),
        "away": gone,
        "matches": tuple(matches),
    }


def _of_volunteers(
    reader: Reader, now: datetime, volunteer_ids: Collection[str] | None, visits: Iterable[VisitRow]
) -> dict[str, Any]:
    """What these volunteers (all, when None) have done on these visits, when they were asked, and their checks."""
    calls = reader.rows(ContactRow, _calls(volunteer_ids), order=None, columns=lambda c: (c.with_whom, c.at))
    checks = reader.rows(CheckRow, _dbs(volunteer_ids), order=None, columns=of_checks)
    return {
        "done": Counter(v.volunteer_id for v in visits),
        "asked": _latest(calls),
        "dbs": dbs_levels(checks, now),
    }


def _in_short(c: type[MatchRow]) -> tuple[Any, ...]:
    return c.id, c.need_id, c.volunteer_id, c.status, c.seen_at


def of_checks(c: type[CheckRow]) -> tuple[Any, ...]:
    """The columns that `dbs_levels` reads."""
    return c.volunteer_id, c.level, c.seen_on, c.renew_on


def dbs_levels(checks: Iterable[CheckRow], now: datetime) -> dict[str, int]:
    """By volunteer, the highest level (0 to 4) among their DBS checks whose renewal date has not come."""
    today = now.astimezone(LONDON).date().isoformat()
    levels: dict[str, int] = {}
    for check in checks:
        good = check.seen_on and (check.renew_on is None or check.renew_on > today)
        if good and check.level in DBS_LEVELS:
            one, level = check.volunteer_id, DBS_LEVELS.index(check.level)
            levels[one] = max(level, levels.get(one, 0))
    return levels


def _dbs(volunteer_ids: Collection[str] | None) -> Where:
    """A condition for the DBS checks of these volunteers (of all, when None)."""
    return lambda c: [
        c.kind == CheckKind.DBS,
        *([among(c.volunteer_id, volunteer_ids)] if volunteer_ids is not None else []),
    ]


def _calls(volunteer_ids: Collection[str] | None) -> Where:
    """A condition for our calls and messages to these volunteers (to all, when None)."""
    return lambda c: [
        c.direction == Direction.OUT,
        c.with_whom.is_not(None) if volunteer_ids is None else among(c.with_whom, volunteer_ids),
    ]


def _known(visits: Iterable[VisitRow], pairs: Iterable[PairRow]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for visit in visits:
        found[visit.resident_id][visit.volunteer_id] += 1
    for pair in pairs:
        found[pair.resident_id][pair.volunteer_id] += 0
    for known in found.values():
        known.pop(None, None)  # type: ignore[call-overload]  # a volunteer who was erased leaves the visit
    found.pop(None, None)  # type: ignore[call-overload]  # nor does anybody know a resident who was erased
    return found


def _of_two(c: type[PairRow]) -> tuple[Any, ...]:
    return c.resident_id, c.volunteer_id


def _of_visits(c: type[VisitRow]) -> tuple[Any, ...]:
    return c.resident_id, c.volunteer_id, c.need_id, c.on, c.status


def _done(visits: Iterable[VisitRow]) -> list[VisitRow]:
    """Those in which somebody was there. If the database is asked for these, SQLite goes through all that are done."""
    return [visit for visit in visits if visit.status == VisitStatus.DONE]


def _last_days(visits: Iterable[VisitRow]) -> dict[str, str]:
    last: dict[str, str] = {}
    for visit in visits:
        last[visit.need_id] = max(visit.on or "", last.get(visit.need_id, ""))
    return last


def known_to(reader: Reader, resident_ids: Collection[str]) -> Mapping[str, Mapping[str, int]]:
    """`Standing.known` for these residents alone."""
    visits = _done(
        reader.rows(VisitRow, lambda c: [among(c.resident_id, resident_ids)], order=None, columns=_of_visits)
    )
    pairs = reader.rows(PairRow, lambda c: [among(c.resident_id, resident_ids)], order=None, columns=_of_two)
    return _known(visits, pairs)


def _latest(contacts: Iterable[ContactRow]) -> dict[str, str]:
    latest: dict[str, str] = {}
    for contact in contacts:
        whom = contact.with_whom or ""
        latest[whom] = max(contact.at, latest.get(whom, ""))
    return latest


def _sets(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return {one: frozenset(others) for one, others in found.items()}
