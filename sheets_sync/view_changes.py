"""The steps from what a view shows to what it should show. A line that is right already is not written.

A place is only as good as the read it came from. So a line is always written whole, with its hidden cell: one that came
down on the wrong place, because a person moved rows meanwhile, is found and put right by the next sync.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from sheets_sync.planning import Text, ViewStep
from sheets_sync.sheet_layout import ID
from sheets_sync.sheet_model import FoundTab, SheetLine

MOST_AT_ONCE = 200
"""Lines that are put in together: few enough that a refusal is about a few."""
_SLIPPED = 4
"""One line in so many may stand in another order than ours and is moved; above that, a person sorted the view."""


def steps(
    found: FoundTab, wanted: Sequence[Text], *, owners: Mapping[int, str], held: Mapping[int, Text]
) -> list[ViewStep]:
    """What is to be written, in the order in which it is to be written.

    `owners` tells by place whose line it is, "" for nobody's; `held` what a line has to say that is not ours to take
    away yet. Lines are written over first; then, from the last place to the first, lines go and new ones come, so that
    no step moves the place of a later one.
    """
    tab = found.tab.name
    by_id = {line[ID]: (order, line) for order, line in enumerate(wanted)}
    stay: dict[str, SheetLine] = {}
    gone: list[int] = []
    over: list[ViewStep] = []
    for line in found.lines:
        owner = owners[line.place]
        if line.place in held:
            over += _over(found, line, held[line.place])
        elif owner in by_id and owner not in stay:
            stay[owner] = line
        elif owner:
            gone.append(line.place)
        else:
            over += _over(found, line, {})
    slipped = _slipped([by_id[owner][0] for owner in stay])
    for owner, line in list(stay.items()):
        if by_id[owner][0] in slipped:
            gone.append(line.place)
            del stay[owner]
        else:
            over += _over(found, line, by_id[owner][1])
    if found.rows - 1 <= len(gone):  # Google keeps one row below the header, whatever is asked
        over += [ViewStep(tab, place, "over", ({},)) for place in gone]
        gone = []
    moves = [ViewStep(tab, first, "delete", count=count) for first, count in _runs(gone)]
    moves += _new(tab, [line for line in wanted if line[ID] not in stay], wanted, stay)
    return over + sorted(moves, key=lambda step: (-step.place, step.kind))


def _over(found: FoundTab, line: SheetLine, wanted: Text) -> list[ViewStep]:
    says = all(line.text(name) == wanted.get(name, "").strip() for name in found.tab.fields)
    return [] if says else [ViewStep(found.tab.name, line.place, "over", (wanted,))]


def _slipped(orders: Sequence[int]) -> set[int]:
    """The fewest numbers to take out so that the rest rise; none where a person sorted the lines otherwise."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, order in enumerate(orders):
        length = bisect_left(tails, order)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(order)
            ends.append(at)
        else:
            tails[length], ends[length] = order, at
    rising, at = set[int](), ends[-1] if ends else -1
    while at >= 0:
        rising.add(orders[at])
        at = before[at]
    slipped = set(orders) - rising
    return slipped if len(slipped) * _SLIPPED <= len(orders) else set()


def _new(tab: str, lines: Sequence[Text], wanted: Sequence[Text], stay: Mapping[str, SheetLine]) -> Iterator[ViewStep]:
    """Lines that are not there yet, each below the one that comes before it; in portions, the last portion first."""
    missing = {line[ID] for line in lines}
    below: dict[int, list[Text]] = {}
    place = 1
    for line in wanted:
        if line[ID] in missing:
            below.setdefault(place, []).append(line)
        else:
            place = stay[line[ID]].place + 1
    for place, each in below.items():
        starts = range(0, len(each), MOST_AT_ONCE)
        for start in reversed(starts):
            yield ViewStep(tab, place, "insert", tuple(each[start : start + MOST_AT_ONCE]))


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first place and the length of each run of places that follow one another."""
    first = length = 0
    for place in sorted(places):
        if length and place == first + length:
            length += 1
            continue
        if length:
            yield first, length
        first, length = place, 1
    if length:
        yield first, length
