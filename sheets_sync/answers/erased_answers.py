"""Answers that were erased and still stand in Google's tab: known by their time stamp, or else by what they say."""

from community.book.answer_keys import BY, words_id
from community.book.record_types import Record
from community.tables.ids import derive
from sheets_sync.answers.answer_reading import FormAnswer
from sheets_sync.book_snapshot import Known


class ErasedAnswers:
    """What is remembered of one answer, if it was erased."""

    def __init__(self, known: Known, table: str, letter: str, form: str, answer: FormAnswer) -> None:
        """Look for its words. An answer that says nothing we know of says nothing that could be known again."""
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

        Whoever erased it did not have these words: the answer was edited since it came, or its key was gone by then.
        """
        record = self.record(row_id)
        return [(record, self._words)] if record and self._words and not self.by_its_words else []
