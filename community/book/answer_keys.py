"""Keys of rows that came from Google's forms, and the id by which the words of an erased answer are recognised.

A person may type over the time stamp from which the id and the key of such a row follow. So that its words are known
all the same, an erasure remembers an id that follows from them alone. It follows without a secret, as the ids of typed
rows do: a machine that begins anew has the spreadsheet and no more.
"""

from typing import NamedTuple

from community.tables.ids import derive
from community.tables.vocabulary import Channel

BY_GOOGLE_FORM = Channel.GOOGLE_FORM.value
"""Who brought a row, and its corrections; also the first word of its key."""


class AnswerKey(NamedTuple):
    """The parts of a key: which form, which time stamp, and a hash of what was answered."""

    form: str
    token: str
    digest: str

    def __str__(self) -> str:
        """The key under which the row is written."""
        return f"{BY_GOOGLE_FORM}:{self.form}:{self.token}:{self.digest}"


def read_answer_key(key: str) -> AnswerKey | None:
    """The parts of this key; None when it is the key of something else."""
    first, *parts = key.split(":")
    return AnswerKey(*parts) if first == BY_GOOGLE_FORM and len(parts) == 3 else None


def words_id(letter: str, form: str, digest: str) -> str:
    """The id that follows from an answer's words alone, whatever its time stamp. No row ever has this id."""
    return derive(letter, BY_GOOGLE_FORM, form, "words", digest)
