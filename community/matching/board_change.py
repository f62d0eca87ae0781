"""A board brought forward by the rows that changed: who came, who changed, who left, what was agreed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from community.matching.array_types import Bits, Cells, Frame, Ints, PlainFrame, Texts, united
from community.matching.board import Board, Needs, Volunteers, needs_of, number, volunteers_of
from community.matching.known_first import with_known_first
from community.matching.matching_errors import MatchingError
from community.matching.need_history import NOTHING, retold, shunned_anew, shunned_by, told_by
from community.matching.pair_keys import KeyWriter, Moves, PairKeys, as_keys, joined
from community.matching.place_index import PlaceIndex

SPARE, SHARE = 256, 20
"""A board is sorted anew once so many places, or one in so many, are empty or came later."""


NONE = PlainFrame((), ())


@dataclass(frozen=True, repr=False)
class BoardChange:
    """What changed on a board.

    `volunteers` and `needs` (columns as for `encode`): rows that are new, or replace the row with the same id.
    `gone_volunteers`, `gone_needs`: ids that left the board; those that are not on it are passed over. `pinned`: all
    pairs (need_id, volunteer_id) that are agreed now of any need or volunteer that this change names in one of the
    four. They replace all that were pinned with one of these; other pairs stay pinned.
    """

    volunteers: Frame = NONE
    needs: Frame = NONE
    gone_volunteers: frozenset[str] = frozenset()
    gone_needs: frozenset[str] = frozenset()
    pinned: frozenset[tuple[str, str]] = frozenset()

    def __repr__(self) -> str:
        """Counts only."""
        came, gone = len(self.volunteers) + len(self.needs), len(self.gone_volunteers) + len(self.gone_needs)
        return f"BoardChange({came} rows, {gone} gone)"

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (len(self.volunteers) or len(self.needs) or self.gone_volunteers or self.gone_needs or self.pinned)


class Moved(NamedTuple):
    """A board that was brought forward; its pinned keys; and the places of the volunteers and needs that changed."""

    board: Board
    pinned: Ints
    volunteers: Ints
    needs: Ints


def moved(board: Board, pinned: Ints, change: BoardChange) -> Moved:
    """The board after the change. All on it keep their places; new ones stand at the end.

    Raises MatchingError when a frame can't be read, or an id is both on the board and gone.
    """
    people, asks = Cells(change.volunteers, "volunteer_id"), Cells(change.needs, "need_id")
    whose, which = frozenset(people.ids) | change.gone_volunteers, frozenset(asks.ids) | change.gone_needs
    if change.gone_volunteers.intersection(people.ids) or change.gone_needs.intersection(asks.ids):
        raise MatchingError("An id is both on the board and gone.")
    if any(need not in which and volunteer not in whose for need, volunteer in change.pinned):
        raise MatchingError("A pinned pair has neither a need nor a volunteer that this change names.")
    types = asks.texts("task_type").tolist()
    tasks = _more(board.task_types, types, people.vocabulary("tasks"))
    training = _more(board.training_codes, asks.vocabulary("training"), people.vocabulary("training"))
    languages = _more(board.language_codes, asks.vocabulary("languages"), people.vocabulary("languages"))
    came = volunteers_of(people, number(tasks), number(training), number(languages))
    asked = needs_of(asks, np.array([tasks.index(one) for one in types], np.int64), number(training), number(languages))
    told, named = retold(board.told, board.named, [*change.gone_needs, *asks.ids], told_by(asks))
    at_people, left = _places(board.where_volunteers, board.volunteers, came, change.gone_volunteers)
    at_needs, closed = _places(board.where_needs, board.needs, asked, change.gone_needs)
    then = replace(
        board,
        volunteers=_merged(board.volunteers, came, at_people, left),
        needs=_merged(board.needs, asked, at_needs, closed),
        task_types=tasks,
        training_codes=training,
        language_codes=languages,
        told=told,
        named=named,
        shunned=shunned_anew(board.shunned, whose, shunned_by(people)),
    )
    changed = np.union1d(at_people, left), np.union1d(at_needs, closed)
    count = len(board.volunteers.ids)
    moves = Moves(_but(len(board.needs.ids), changed[1]), _but(count, changed[0]), count, len(then.volunteers.ids))
    old = PairKeys(board.avoided, board.refused, board.asked_for, board.visits)
    keys = joined(moves.all(old), _history(then, *changed))
    agreed = united(np.sort(moves.move(pinned)[0]), _agreed(then, change.pinned))
    then = with_known_first(replace(then, **keys._asdict()))
    touched = np.union1d(changed[1], _sought_otherwise(board.needs, then.needs))
    return Moved(then, agreed, changed[0], touched)


def _sought_otherwise(before: Needs, after: Needs) -> Ints:
    """The needs for which others may come first now, because a volunteer changed who has visited their resident."""
    stays = len(before.ids)
    otherwise: Ints = np.nonzero(before.known_first != after.known_first[:stays])[0]
    return otherwise


def _more(codes: tuple[str, ...], *sets: Iterable[str]) -> tuple[str, ...]:
    """The codes, followed by the new ones in the sets."""
    new = {code for members in sets for code in members} - set(codes)
    return (*codes, *sorted(new))


Rows = TypeVar("Rows", Volunteers, Needs)


def _places(where: PlaceIndex, old: Rows, new: Rows, gone: Iterable[str]) -> tuple[Ints, Ints]:
    """The places of new and changed rows, and of those that left. New ones are entered in the index."""
    count, places = len(old.ids), []
    for one in new.ids:
        place = where.find(old.ids, one)
        if place < 0:
            place = count
            where.add(one, place)
            count += 1
        places.append(place)
    left = (where.find(old.ids, one) for one in gone)
    return np.array(places, np.int64), as_keys(place for place in left if place >= 0)


def _merged(old: Rows, new: Rows, places: Ints, left: Ints) -> Rows:
    """The rows with new ones at their places, and blanks where one left. Columns that stay the same are shared."""
    columns = (_column(getattr(old, f.name), getattr(new, f.name), places, left, f.name) for f in fields(old))
    rows: Rows = type(old)(*columns)
    return rows


def _column(old: npt.NDArray[Any], new: npt.NDArray[Any], places: Ints, left: Ints, name: str) -> npt.NDArray[Any]:
    blank = {"f": np.nan, "O": ""}.get(old.dtype.kind, 0)
    if old.ndim > 1:
        old = widened(old, new.shape[1])
        new = widened(new, old.shape[1])
    count = max(len(old), int(places.max(initial=-1)) + 1)
    if count == len(old) and not len(left) and _same(old[places], new):
        return old
    merged = np.empty((count, *old.shape[1:]), old.dtype)
    merged[: len(old)] = old
    merged[places] = new
    merged[left] = -1.0 if name == "reach_m2" else blank
    return merged


def _same(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> bool:
    return bool(np.array_equal(one, other, equal_nan=one.dtype.kind == "f"))


def widened(masks: Bits, words: int) -> Bits:
    """The masks with at least so many words."""
    return masks if masks.shape[1] >= words else np.pad(masks, ((0, 0), (0, words - masks.shape[1])))


def _but(count: int, places: Ints) -> Ints:
    """Where each of so many stays: at its place, but those at these places nowhere."""
    stays = np.arange(count)
    stays[places[places < count]] = -1
    return stays


def _history(board: Board, volunteers: Ints, needs: Ints) -> PairKeys:
    """The keys of all pairs of these volunteers and needs (places) that have a history."""
    keys, new = KeyWriter(len(board.volunteers.ids)), set(needs.tolist())
    for need in needs.tolist():
        told, shunning = (
            board.told.get(board.needs.ids[need], NOTHING),
            board.shunned.get(board.needs.residents[need], ()),
        )
        keys.write_need(need, told, shunning, board.place_of_volunteer)
    ids: Sequence[str] = board.volunteers.ids[volunteers].tolist()
    for volunteer, one in zip(volunteers.tolist(), ids, strict=True):
        for need_id in board.named.get(one, ()):
            need = board.place_of_need(need_id)
            if need not in new:
                keys.write(need, volunteer, one, board.told[need_id])
    for resident, shunning in board.shunned.items():
        who = [place for place, one in zip(volunteers.tolist(), ids, strict=True) if one in shunning]
        for need in np.nonzero(board.needs.residents == resident)[0].tolist() if who else ():
            for volunteer in who if need not in new else ():
                keys.write(need, volunteer, "", shuns=True)
    return keys.sorted()


def _agreed(board: Board, pairs: Iterable[tuple[str, str]]) -> Ints:
    places = ((board.place_of_need(need), board.place_of_volunteer(volunteer)) for need, volunteer in pairs)
    return as_keys({n * len(board.volunteers.ids) + v for n, v in places if n >= 0 and v >= 0})


def is_worn(board: Board) -> bool:
    """Whether so much came later, or left, that the board is better sorted anew."""
    needs, people = board.needs, board.volunteers
    # Texts are slow to compare: first by numbers that only those who left, and few others, have.
    for ids, where, left in (
        (needs.ids, board.where_needs, needs.response_days == 0),
        (people.ids, board.where_volunteers, (people.capacity == 0) & (people.slots == 0)),
    ):
        empty = np.count_nonzero(ids[: where.sorted][left[: where.sorted]] == "")
        if len(ids) - where.sorted + empty > max(SPARE, where.sorted // SHARE):
            return True
    return False


def sorted_anew(board: Board, pinned: Ints) -> tuple[Board, Ints]:
    """The same board and pinned keys, in the order of the ids, without the places of those who left."""
    needs, volunteers = (_order(rows.ids) for rows in (board.needs, board.volunteers))
    moves = Moves(
        _where(needs, len(board.needs.ids)),
        _where(volunteers, len(board.volunteers.ids)),
        before=len(board.volunteers.ids),
        after=len(volunteers),
    )
    keys = moves.all(PairKeys(board.avoided, board.refused, board.asked_for, board.visits))
    then = replace(
        board,
        needs=_taken(board.needs, needs),
        volunteers=_taken(board.volunteers, volunteers),
        where_needs=PlaceIndex(board.needs.ids[needs]),
        where_volunteers=PlaceIndex(board.volunteers.ids[volunteers]),
        **keys._asdict(),
    )
    return then, np.sort(moves.move(pinned)[0])


def _order(ids: Texts) -> Ints:
    there = np.nonzero(ids != "")[0]
    return there[np.argsort(ids[there].astype(str), kind="stable")]


def _where(order: Ints, count: int) -> Ints:
    where = np.full(count, -1)
    where[order] = np.arange(len(order))
    return where


def _taken(rows: Rows, order: Ints) -> Rows:
    taken: Rows = type(rows)(*(getattr(rows, f.name)[order] for f in fields(rows)))
    return taken
