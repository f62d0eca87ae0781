"""The two data frames that the matching reads, made from the book or brought forward by rows read anew."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from community.book import Reader, Where, among
from community.casework.absences import promised
from community.casework.board_facts import Standing, known_to
from community.casework.board_rows import (
    FAR_KM,
    NEED,
    board_time,
    need_rows,
    of_residents,
    of_volunteers,
    unsaid_of,
    volunteers_frame,
)
from community.casework.concern_caution import gets_no_offers
from community.casework.volunteer_offers import words
from community.matching import Board, PlainFrame, reasons
from community.settings import Settings
from community.tables.canonical import instant
from community.tables.row_types import NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import NeedStatus, VolunteerStatus


@dataclass(frozen=True, repr=False)
class Frames:
    """What `community.matching.propose` takes: two frames, and the pairs that are agreed."""

    volunteers: PlainFrame
    needs: PlainFrame
    pinned: frozenset[tuple[str, str]]
    unsaid: frozenset[str]
    """Volunteers who did not say how far they go."""
    travel: Mapping[str, frozenset[str]]
    """By volunteer: how they get about, where they said."""

    def reasons(self, board: Board, need_id: str, volunteer_id: str) -> list[str]:
        """Why this volunteer suits this need, in words."""
        return suits(board, need_id, volunteer_id, self.travel, self.unsaid)


def suits(
    board: Board, need_id: str, volunteer_id: str, travel: Mapping[str, frozenset[str]], unsaid: Collection[str]
) -> list[str]:
    """Why this volunteer suits this need, in words."""
    said = reasons(board, need_id, volunteer_id, travel=travel.get(volunteer_id, frozenset()))
    if volunteer_id in unsaid and bool(board.needs.in_person[board.place_of_need(need_id)]):
        said.append(f"Did not say how far they go: {FAR_KM:g} km taken")
    return said


def frames(reader: Reader, settings: Settings, now: datetime, *, keep_seen: bool = False) -> Frames:
    """The board of every volunteer who may be asked and every open need for volunteers.

    Volunteers and needs that wait (`hold_until`) are left out. With `keep_seen`, proposals that somebody has looked at
    count as taken. Needs whose places are all taken stay on the board, with 0 people. It says the same for a whole
    quarter of an hour, and counts whole days, so that a board that is kept differs from one made anew by no minute.
    """
    now = board_time(now)
    standing = Standing.read(reader, now, keep_seen=keep_seen)
    asks = reader.rows(NeedRow, _now(NeedStatus.OPEN, now), order=None)
    people = reader.rows(VolunteerRow, _now(VolunteerStatus.READY, now), order=None, columns=of_volunteers)
    residents = reader.rows(ResidentRow, order=None, columns=of_residents)
    return _on_board(reader, settings, now, asks, people, residents, standing)


def frames_of(
    reader: Reader,
    settings: Settings,
    now: datetime,
    need_ids: Collection[str],
    volunteer_ids: Collection[str],
    *,
    keep_seen: bool,
) -> Frames:
    """The rows of `frames` for those of these needs and volunteers who are on the board. A few thousand at most.

    `pinned` are all agreed pairs of these needs and volunteers.
    """
    now = board_time(now)
    # By their ids alone: asked for the status as well, SQLite would go through all that have it.
    theirs = reader.rows(NeedRow, lambda c: [among(c.id, need_ids)], order=None)
    asks = [need for need in theirs if need.status == NeedStatus.OPEN and not _waits(need, now)]
    who = reader.rows(
        VolunteerRow,
        lambda c: [among(c.id, volunteer_ids)],
        order=None,
        columns=lambda c: (*of_volunteers(c), c.status, c.hold_until),
    )
    people = [one for one in who if one.status == VolunteerStatus.READY and not _waits(one, now)]
    whose = {need.resident_id for need in asks if need.resident_id}
    residents = reader.rows(ResidentRow, lambda c: [among(c.id, whose)], order=None, columns=of_residents)
    standing = Standing.of(reader, now, need_ids, volunteer_ids, keep_seen=keep_seen, resident_ids=whose)
    return _on_board(reader, settings, now, asks, people, residents, standing)


def _on_board(
    reader: Reader,
    settings: Settings,
    now: datetime,
    asks: list[NeedRow],
    people: list[VolunteerRow],
    residents: Iterable[ResidentRow],
    standing: Standing,
) -> Frames:
    resting = gets_no_offers(reader)
    people = [v for v in people if v.id not in resting]
    lost = promised(reader, asks, standing.matches, standing.away)
    by_id = {r.id: r for r in residents}
    return Frames(
        volunteers_frame(people, settings, standing, now),
        PlainFrame(NEED, need_rows(asks, by_id, settings, standing, now, standing.refused, lost)),
        standing.pinned,
        unsaid_of(people),
        {v.id: words(v.travel) for v in people},
    )


def frames_of_two(
    reader: Reader, settings: Settings, now: datetime, need: NeedRow, volunteer_id: str, *, again: bool = True
) -> Frames:
    """The board of one need and one volunteer: see `frames_of_some`."""
    return frames_of_some(reader, settings, now, need, [volunteer_id], again=again)


def frames_of_some(
    reader: Reader,
    settings: Settings,
    now: datetime,
    need: NeedRow,
    volunteer_ids: Collection[str],
    *,
    again: bool = True,
) -> Frames:
    """The board of one need and these volunteers, for a question that a person asks about them.

    Volunteers who wait are on it too. With `again`, those who said no to this need may be asked once more.
    """
    whose = [need.resident_id] if need.resident_id else []
    # Whoever was there, or is agreed, counts for the need also where nobody asks about them, but takes no place.
    standing = Standing.of(
        reader, now, [need.id], volunteer_ids, keep_seen=False, resident_ids=whose, others_leave=True
    )
    refused = {} if again else standing.refused
    people = reader.rows(VolunteerRow, lambda c: [among(c.id, volunteer_ids)], order=None, columns=of_volunteers)
    resident = reader.get(ResidentRow, need.resident_id) if need.resident_id else None
    residents = {resident.id: resident} if resident else {}
    return Frames(
        volunteers_frame(people, settings, standing, now),
        PlainFrame(NEED, need_rows([need], residents, settings, standing, now, refused)),
        standing.pinned,
        unsaid_of(people),
        {v.id: words(v.travel) for v in people},
    )


def frame_of_asked(reader: Reader, settings: Settings, now: datetime, needs: list[NeedRow]) -> PlainFrame:
    """The frame of needs that are not in the book yet. Of the book, only what it knows of their residents counts."""
    whose = {need.resident_id for need in needs if need.resident_id}
    standing = replace(Standing.of(reader, now, (), ()), known=known_to(reader, whose))
    residents = {r.id: r for r in reader.rows(ResidentRow, lambda c: [among(c.id, whose)], columns=of_residents)}
    return PlainFrame(NEED, need_rows(needs, residents, settings, standing, now, {}))


def _now(status: str, now: datetime) -> Where:
    return lambda c: [c.status == status, (c.hold_until.is_(None)) | (c.hold_until <= instant(now))]


def _waits(row: NeedRow | VolunteerRow, now: datetime) -> bool:
    return row.hold_until is not None and row.hold_until > instant(now)
