"""Which row of the book each answer is: once each, however the tab was sorted, edited, copied or re-linked.

An answer is known by its form and its time stamp, in full. Only where two answers share a stamp does what they say
tell them apart. The id of its row follows from that, so every machine makes the same one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from community.book.answer_keys import BY, AnswerKey, read
from community.tables.ids import derive
from sheets_sync.answers.reading import Answer

Likeness = Callable[[Answer, str], float]
"""How much of an answer is what the row with this id was last told, from 0 to 1."""
_ENOUGH = 0.5


@dataclass(frozen=True)
class Kept:
    """An answer that was taken in before."""

    id: str
    token: str
    digest: str

    @property
    def wall(self) -> int | None:
        """Its stamp in milliseconds of the spreadsheet's clock."""
        return int(self.token) if self.token.isdigit() else None


@dataclass(frozen=True)
class Placed:
    """`before`: answers with the row that each is. `new`: answers with the id that each gets."""

    before: list[tuple[Answer, Kept]]
    new: list[tuple[Answer, str]]


def key(form: str, answer: Answer) -> str:
    """The key under which the row is written."""
    return str(AnswerKey(form, answer.stamp.token, answer.digest))


def kept(form: str, keys: Mapping[str, str]) -> list[Kept]:
    """The answers to this form among these keys (id -> key)."""
    told = [(row, read(each)) for row, each in sorted(keys.items())]
    return [Kept(row, each.token, each.digest) for row, each in told if each is not None and each.form == form]


def place(form: str, letter: str, answers: Sequence[Answer], taken: Iterable[Kept], likeness: Likeness) -> Placed:
    """Put each answer to the row that it is. Of the same stamp in several tabs, the first tab's counts."""
    before: list[tuple[Answer, Kept]] = []
    loose: list[tuple[Answer, bool]] = []
    missing: dict[str, list[Kept]] = defaultdict(list)
    for each in taken:
        missing[each.token].append(each)
    for token, group in _by_stamp(answers).items():
        same = missing.pop(token, [])
        alone = bool(token) and not same and len(group) == 1
        pairs, rest, left = _pair(group, same, likeness, by_likeness=bool(token))
        before += pairs
        loose += [(answer, alone) for answer in rest]
        missing[token] = left
    gone = [each for group in missing.values() for each in group]
    new: list[tuple[Answer, str]] = []
    for answer, alone in loose:
        if found := _moved(answer, gone, likeness):
            gone.remove(found)
            before.append((answer, found))
        else:
            parts = [answer.stamp.token] if alone else [answer.stamp.token, answer.digest]
            new.append((answer, derive(letter, BY, form, *parts)))
    return Placed(before, new)


def _by_stamp(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    """The answers of each stamp, none twice, in an order that sorting the tab does not change."""
    groups: dict[str, dict[str, Answer]] = defaultdict(dict)
    first_tab: dict[str, str] = {}
    for answer in answers:
        token = answer.stamp.token
        # The same stamp in another tab is no tie: the tab was copied, or the form was linked anew.
        if not token or first_tab.setdefault(token, answer.tab) == answer.tab:
            groups[token].setdefault(answer.digest, answer)
    return {token: [each for _, each in sorted(group.items())] for token, group in groups.items()}


def _pair(
    answers: Sequence[Answer], same: Sequence[Kept], likeness: Likeness, *, by_likeness: bool
) -> tuple[list[tuple[Answer, Kept]], list[Answer], list[Kept]]:
    """(Pairs, answers left, rows left): those that say the same first, then those that say nearly the same."""
    by_digest = {each.digest: each for each in same}
    pairs = [(answer, by_digest.pop(answer.digest)) for answer in answers if answer.digest in by_digest]
    done = {answer.digest for answer, _ in pairs}
    rest = [answer for answer in answers if answer.digest not in done]
    paired = {each.id for _, each in pairs}
    left = [each for each in same if each.id not in paired]
    if by_likeness and len(answers) == len(same) == 1 and rest:
        return [(rest[0], left[0])], [], []
    if by_likeness and rest and left:
        scores = [(likeness(answer, row.id), answer.digest, row.id) for answer in rest for row in left]
        answer_of, row_of = {answer.digest: answer for answer in rest}, {row.id: row for row in left}
        for _, digest, row_id in sorted(scores, reverse=True):
            if digest in answer_of and row_id in row_of:
                pairs.append((answer_of.pop(digest), row_of.pop(row_id)))
        rest, left = list(answer_of.values()), list(row_of.values())
    return pairs, rest, left


def _moved(answer: Answer, gone: Sequence[Kept], likeness: Likeness) -> Kept | None:
    """The row of an answer whose time stamp was typed over, turned into text or back, or emptied.

    A stamp that Google wrote has milliseconds. Such an answer is a new one, though it says what another said that is
    no longer in the tab: people ask for the same again.
    """
    second = None if answer.stamp.wall is None else answer.stamp.wall // 1000
    found = []
    for row in gone:
        alike = row.digest == answer.digest
        whole = row.wall is not None and row.wall % 1000 == 0
        at_once = second is not None and row.wall is not None and row.wall // 1000 == second
        if at_once and (whole or not answer.stamp.exact):
            found.append((2 + alike, row))
        elif alike and not answer.stamp.exact:
            found.append((1, row))
    if found:
        return max(found, key=lambda each: (each[0], each[1].id))[1]
    if answer.stamp.token:
        return None
    # Typed by hand without a stamp, and corrected since.
    liked = [(likeness(answer, row.id), row) for row in gone if not row.token]
    best = max(liked, key=lambda each: (each[0], each[1].id), default=None)
    return best[1] if best and best[0] >= _ENOUGH else None
