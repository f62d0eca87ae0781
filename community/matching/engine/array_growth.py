"""Makes the arrays of a solved board, and makes them longer."""

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from community.matching.array_types import Ints
from community.matching.engine.array_layout import FAR, Asks, BoardState, Lists, People, ScratchArrays

Arrays = TypeVar("Arrays", Asks, Lists, ScratchArrays, BoardState, People)


def copied(arrays: Arrays) -> Arrays:
    """Copies of these arrays."""
    kind: Any = type(arrays)
    copy: Arrays = kind(*(array.copy() for array in arrays))
    return copy


def all_appended(arrays: Arrays, rows: Arrays) -> Arrays:
    """Each of these arrays with more rows."""
    kind: Any = type(arrays)
    pairs: Any = zip(arrays, rows, strict=True)
    longer: Arrays = kind(*(appended(array, more) for array, more in pairs))
    return longer


def appended(array: npt.NDArray[Any], rows: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The array with more rows, in its spare room if there is any: copying a nation's takes longer than matching."""
    if not len(rows):
        return array
    count, room = len(array), array.base
    if not isinstance(room, np.ndarray) or room.dtype != array.dtype or len(room) < count + len(rows):
        room = np.empty((count + len(rows) + count // 8 + 64, *array.shape[1:]), array.dtype)
        room[:count] = array
    room[count : count + len(rows)] = rows
    return room[: count + len(rows)]


def empty_lists(needs: int, room: int) -> Lists:
    """Empty lists with room for so many pairs."""
    return Lists(
        at=np.zeros(needs, np.int64),
        size=np.zeros(needs, np.int32),
        floor=np.zeros(needs, np.int64),
        who=np.empty(room, np.int32),
        cost=np.empty(room, np.int32),
        used=np.zeros(1, np.int64),
    )


def empty_scratch(people: int, needs: int) -> ScratchArrays:
    """Working memory, ready for a first search."""
    return ScratchArrays(
        heap=np.empty(max(1024, people // 4 + 4 * needs), np.int64),
        keys=np.empty(people + 1, np.int64),
        found=np.empty(people + 1, np.int32),
        far_volunteer=np.full(people, FAR),
        far_need=np.full(needs, FAR),
        from_need=np.zeros(people, np.int32),
        from_place=np.zeros(needs, np.int32),
        step=np.zeros(people, np.int32),
        seen_volunteer=np.zeros(people, np.int32),
        seen_need=np.zeros(needs, np.int32),
        seen=np.zeros(3, np.int64),
    )


def empty_state(capacity: Ints, wanted: Ints, empty: Ints) -> BoardState:
    """A state in which no place is filled."""
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(wanted)])
    people, places = len(capacity), int(starts[-1])
    return BoardState(
        price=np.zeros(people, np.int64),
        room=capacity.astype(np.int32),
        held=np.zeros(people, np.int32),
        first=np.full(people, -1, np.int32),
        need=np.repeat(np.arange(len(wanted)), wanted).astype(np.int32),
        by=np.full(places, -1, np.int32),
        after=np.full(places, -1, np.int32),
        cost=np.zeros(places, np.int32),
        stays=np.zeros(places, np.int64),
        worth=np.zeros(len(wanted), np.int64),
        empty=empty,
        places=starts.astype(np.int32),
    )
