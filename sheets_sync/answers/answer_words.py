"""The words that Google writes for an answer, and the codes they stand for."""

from collections.abc import Mapping, Sequence

from community.forms import ANY, UNSURE, Question
from community.forms.google import choice
from community.tables.canonical import as_text, text
from community.tables.vocabulary import SLOTS
from community.wording import slot_words, wording
from sheets_sync.answers.script_record import plain

YES = frozenset({"yes", "true", "x", "1", "✓", "✔"})
NO = frozenset({"no", "false", "0", "-"})
_COMMA = ", "
"""Google puts this between the answers that were ticked, and uses it within their words as well."""


def cell_text(cell: object) -> str:
    """The cell as text; nothing is empty."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).upper()
    return text(as_text(cell) or "") or "" if isinstance(cell, int | float) else text(str(cell)) or ""


class Vocabulary:
    """All words that ever meant an answer to this question; the definition's own take precedence."""

    def __init__(self, question: Question, written: Mapping[str, str]) -> None:
        """`written` are the words that the script wrote down."""
        told = {**written, **_own(question)}
        self._codes: Mapping[str, str] = told
        self._commas = max((words.count(_COMMA) for words in told), default=0)

    def code(self, words: str) -> str | None:
        """The code of one answer."""
        return self._codes.get(plain(words))

    def knows(self, cell: object) -> bool:
        """Whether everything in this cell is an answer to this question."""
        _, others = self.split(cell_text(cell))
        return not others

    def split(self, cell: str) -> tuple[list[str], list[str]]:
        """(Codes, words that are none) of the answers in one cell. The longest words that fit are taken."""
        pieces, codes, others = cell.split(_COMMA), [], []
        place = 0
        while place < len(pieces):
            code, after = self._longest(pieces, place)
            if code is None:
                others.append(pieces[place])
            else:
                codes.append(code)
            place = after
        return codes, [word for word in others if word.strip()]

    def _longest(self, pieces: Sequence[str], place: int) -> tuple[str | None, int]:
        for after in range(min(len(pieces), place + self._commas + 1), place, -1):
            if (code := self.code(_COMMA.join(pieces[place:after]))) is not None:
                return code, after
        return None, place + 1


def _own(question: Question) -> dict[str, str]:
    if question.kind == "slots":
        told = {plain(name): part for part, name in wording().parts.items()}
        told |= {plain(slot_words(slot)): slot for slot in SLOTS} | {slot: slot for slot in SLOTS}
    elif question.kind == "tick":
        told = {plain(question.label): "yes", plain(question.name): "yes"} | dict.fromkeys(YES, "yes")
    else:
        told = {}
        for code, option in question.options.items():
            told |= {plain(code): code, plain(option.label): code, plain(choice(option)): code}
    if question.unsure:
        told[plain(question.unsure)] = UNSURE
    if question.any:
        told[plain(question.any.label)] = ANY
    return told
