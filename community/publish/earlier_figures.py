"""Keeps this publication's figures from being subtracted from an earlier one's: a difference of 1 to 4 is about few.

What was printed before is read from the file that publishing leaves beside the other pieces. It holds only what
strangers could read anyway.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from community.publish.suppression import LEAST, Counts, PublicReader, Sums, TableCell

FILE = "published.json"
KEPT = 6
"""So many publications are compared with. Over a longer time more happens than a few."""
Printed = Mapping[str, int | None]
"""By name, each number as it was printed; None where it was hidden."""


def earlier(words: str | None) -> list[Printed]:
    """What was printed before, the newest last. A file that can't be read counts as none."""
    try:
        told = json.loads(words or "[]")
    except ValueError:
        return []
    return [each for each in told if isinstance(each, dict)] if isinstance(told, list) else []


def with_this(before: Sequence[Printed], cells: Mapping[str, TableCell], names: Iterable[str]) -> str:
    """The file's words once these cells are printed. The same figures printed again add nothing."""
    now = {name: cells[name].shown for name in sorted(names)}
    kept = [*before, now] if not before or before[-1] != now else list(before)
    return json.dumps(kept[-KEPT:], indent=0) + "\n"


def protect_from(
    before: Sequence[Printed], counts: Counts, sums: Sums, cells: Mapping[str, TableCell], names: Iterable[str]
) -> dict[str, TableCell]:
    """The cells with more of them hidden, so that no difference to what was printed before is surely 1 to 4.

    Nobody here knows the exact numbers of then, and nobody needs to: what counts is what a reader can prove. `names`
    are the counts that are printed.
    """
    found, printed = dict(cells), set(names)
    for told in before:
        while (name := _given_away(told, counts, sums, found, printed)) is not None:
            found[name] = TableCell(None)
    return found


def _given_away(
    told: Printed, counts: Counts, sums: Sums, cells: Mapping[str, TableCell], printed: set[str]
) -> str | None:
    """A count to hide as well, because a difference could be proven with it to be 1 to 4; None: none can be."""
    reader = _reader_of_both(told, counts, sums, cells, printed)
    totals = {total for total, _ in sums}
    # A figure that was 0 then is printed as it is now: the difference is the count, which its own table protects.
    for name in sorted(printed & {name for name, shown in told.items() if shown != 0}):
        least, most = reader.range(f"more:{name}")
        if least < 1 or most >= LEAST:
            continue
        beside = {n for total, parts in sums if name == total or name in parts for n in (total, *parts)} | {name}
        shown = {n for n in printed if cells[n].shown}
        return min(beside & shown or shown, key=lambda n: (n in totals, counts[n], n), default=None)
    return None


def _reader_of_both(
    told: Printed, counts: Counts, sums: Sums, cells: Mapping[str, TableCell], printed: set[str]
) -> PublicReader:
    """A reader who has both tables, and believes that counts only grow, unless the tables themselves say otherwise."""
    most = 2 * sum(counts.values()) + 100 + sum(shown or 0 for shown in told.values())
    unknown = (0, most)
    then = {n: TableCell(told[n]).bounds(most) if n in printed and n in told else unknown for n in counts}
    now = {n: cells[n].bounds(most) if n in printed else unknown for n in counts}
    both = [
        (f"{time}:{total}", [f"{time}:{part}" for part in parts]) for time in ("then", "now") for total, parts in sums
    ]
    both += [(f"now:{n}", [f"then:{n}", f"more:{n}"]) for n in counts]
    bounds = {f"then:{n}": each for n, each in then.items()} | {f"now:{n}": each for n, each in now.items()}
    growing = PublicReader(bounds | {f"more:{n}": (0, most) for n in counts}, both)
    if growing.is_possible():
        return growing
    return PublicReader(bounds | {f"more:{n}": (-most, most) for n in counts}, both)
