"""Finds the row of the book for each answer, exactly once, however the tab was sorted, edited, copied or re-linked.

An answer is known by its form and its time stamp, in full. Only where two answers share a stamp does what they say
tell them apart, in one tab or in several. The id of its row follows from that, so every machine makes the same one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from community.book import BY_GOOGLE_FORM as BY
from community.book import AnswerKey, Record, read_answer_key, words_id
from community.forms import Form
from community.tables.ids import derive
from sheets_sync.answers.answer_reading import FormAnswer
from sheets_sync.answers.answer_words import cell_text
from sheets_sync.book_snapshot import Known

Likeness = Callable[[FormAnswer, str], float]
"""How much of an answer is what the row with this id was last told, from 0 to 1."""
IsCopy = Callable[[FormAnswer, FormAnswer], bool]
"""Whether the first answer, in a later tab, is a copy of the second, in an earlier one."""
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

    before: list[tuple[FormAnswer, Kept]]
    new: list[tuple[FormAnswer, str]]


def key(form: str, answer: FormAnswer) -> str:
    """The key under which the row is written."""
    return str(AnswerKey(form, answer.stamp.token, answer.digest))


def kept(form: str, keys: Mapping[str, str]) -> list[Kept]:
    """The answers to this form among these keys (id -> key)."""
    told = [(row, read_answer_key(each)) for row, each in sorted(keys.items())]
    return [Kept(row, each.token, each.digest) for row, each in told if each is not None and each.form == form]


def place(
    form: str, letter: str, answers: Sequence[FormAnswer], taken: Iterable[Kept], likeness: Likeness, is_copy: IsCopy
) -> Placed:
    """Put each answer to the row that it is. Of an answer that was copied into several tabs, the first tab's counts."""
    before: list[tuple[FormAnswer, Kept]] = []
    loose: list[tuple[FormAnswer, bool]] = []
    missing: dict[str, list[Kept]] = defaultdict(list)
    for each in taken:
        missing[each.token].append(each)
    for token, groups in _by_stamp(answers).items():
        same = missing.pop(token, [])
        pairs, rest, left = _of_one_stamp(groups, same, likeness, is_copy, stamped=bool(token))
        alone = bool(token) and not same and len(rest) == 1
        before += pairs
        loose += [(answer, alone) for answer in rest]
        missing[token] = left
    gone = [each for group in missing.values() for each in group]
    new: list[tuple[FormAnswer, str]] = []
    for answer, alone in loose:
        if found := _moved(answer, gone, likeness):
            gone.remove(found)
            before.append((answer, found))
        else:
            parts = [answer.stamp.token] if alone else [answer.stamp.token, answer.digest]
            new.append((answer, derive(letter, BY, form, *parts)))
    return Placed(before, new)


def _by_stamp(answers: Sequence[FormAnswer]) -> dict[str, list[list[FormAnswer]]]:
    """The answers of each stamp, tab by tab, none twice, in an order that sorting the tab does not change."""
    groups: dict[str, dict[str, dict[str, FormAnswer]]] = defaultdict(lambda: defaultdict(dict))
    seen: set[tuple[str, str]] = set()
    for answer in answers:
        if (answer.stamp.token, answer.digest) not in seen:
            seen.add((answer.stamp.token, answer.digest))
            groups[answer.stamp.token][answer.tab][answer.digest] = answer
    return {
        token: [[each for _, each in sorted(group.items())] for group in tabs.values()]
        for token, tabs in groups.items()
    }


def _of_one_stamp(
    groups: Sequence[Sequence[FormAnswer]], same: Sequence[Kept], likeness: Likeness, is_copy: IsCopy, *, stamped: bool
) -> tuple[list[tuple[FormAnswer, Kept]], list[FormAnswer], list[Kept]]:
    """(Pairs, answers left, rows left) of the answers that share a stamp, or have none."""
    pairs: list[tuple[FormAnswer, Kept]] = []
    loose: list[FormAnswer] = []
    left = list(same)
    earlier: list[FormAnswer] = []
    for group in groups:
        # What an earlier answer said when it came is a copy of it, whatever that one was corrected to since.
        known = {row.digest for _, row in pairs}
        others = [
            answer
            for answer in group
            if not stamped or (answer.digest not in known and not _copied(answer, earlier, left, is_copy))
        ]
        new, rest, left = _pair(others, left, likeness, by_likeness=stamped, enough=_ENOUGH if earlier else 0)
        pairs += new
        loose += rest
        earlier += others
    return pairs, loose, left


def _copied(answer: FormAnswer, earlier: Sequence[FormAnswer], left: Sequence[Kept], is_copy: IsCopy) -> bool:
    own = any(row.digest == answer.digest for row in left)
    return not own and any(is_copy(answer, each) for each in earlier)


def _pair(
    answers: Sequence[FormAnswer], same: Sequence[Kept], likeness: Likeness, *, by_likeness: bool, enough: float
) -> tuple[list[tuple[FormAnswer, Kept]], list[FormAnswer], list[Kept]]:
    """(Pairs, answers left, rows left): those that say the same first, then those that say nearly the same.

    `enough` is how near; with 0, a single answer is a single row, whatever it says.
    """
    by_digest = {each.digest: each for each in same}
    pairs = [(answer, by_digest.pop(answer.digest)) for answer in answers if answer.digest in by_digest]
    done = {answer.digest for answer, _ in pairs}
    rest = [answer for answer in answers if answer.digest not in done]
    paired = {each.id for _, each in pairs}
    left = [each for each in same if each.id not in paired]
    if by_likeness and not enough and len(answers) == len(same) == 1 and rest:
        return [(rest[0], left[0])], [], []
    if by_likeness and rest and left:
        scores = [(likeness(answer, row.id), answer.digest, row.id) for answer in rest for row in left]
        answer_of, row_of = {answer.digest: answer for answer in rest}, {row.id: row for row in left}
        for score, digest, row_id in sorted(scores, reverse=True):
            if score >= enough and digest in answer_of and row_id in row_of:
                pairs.append((answer_of.pop(digest), row_of.pop(row_id)))
        rest, left = list(answer_of.values()), list(row_of.values())
    return pairs, rest, left


def _moved(answer: FormAnswer, gone: Sequence[Kept], likeness: Likeness) -> Kept | None:
    """The row of an answer whose time stamp was typed over, turned into text or back, or emptied; else None.

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


_CLEARLY = 0.8
"""How much of two answers is alike when one is an edited copy of the other."""
_WHO = ("name", "telephone", "email")


def is_copy(form: Form, answer: FormAnswer, first: FormAnswer) -> bool:
    """Whether it says the same, or clearly nearly the same about the same person.

    A tab may be copied, and a form linked anew writes all its answers into a new tab; a copied answer may be edited
    since. But where stamps have whole seconds, or only days, two people may share one as well. When in doubt it is
    another answer: a row too many is seen, one too few is not.
    """
    if answer.digest == first.digest:
        return True
    one, other = ({target: cell_text(cell) for target, cell in each.cells} for each in (answer, first))
    asked = one.keys() | other.keys()
    alike = {target for target in asked if one.get(target) == other.get(target)}
    who = {target for target in one.keys() & other.keys() if form.questions[target[0]].kind in _WHO}
    same_person = 2 * len(who & alike) > len(who) or not who
    return same_person and len(alike) >= _CLEARLY * len(asked)


class ErasedAnswers:
    """What is remembered of one answer, if it was erased."""

    def __init__(self, known: Known, table: str, letter: str, form: str, answer: FormAnswer) -> None:
        """Look for its words. An answer without any known word can't be recognised."""
        self._known, self._table = known, table
        self._words = words_id(letter, form, answer.digest) if answer.cells else None
        self._by_stamp = derive(letter, BY, form, answer.stamp.token) if answer.stamp.token else None

    @property
    def by_its_words(self) -> bool:
        """Whether an answer that said exactly this was erased."""
        return (self._table, self._words) in self._known.erased

    def record(self, row_id: str) -> Record | None:
        """The erased record that this answer is; None when its stamp is not known to be that of one."""
        if (self._table, row_id) in self._known.erased:
            return Record(self._table, row_id)
        # It had the stamp for itself when it came, and shares it with another one now.
        if self._by_stamp is not None and self.by_its_words and (self._table, self._by_stamp) in self._known.erased:
            return Record(self._table, self._by_stamp)
        return None

    def unremembered(self, row_id: str) -> list[tuple[Record, str]]:
        """The erased record and the id of the words, where only its own id is remembered.

        The erasure did not have these words: the answer was edited since it came, or its key was gone by then.
        """
        record = self.record(row_id)
        return [(record, self._words)] if record and self._words and not self.by_its_words else []
