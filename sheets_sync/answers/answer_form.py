"""A form as the sync looks for it in tabs of answers: its titles and words, gathered once for each sync."""

from collections import Counter
from collections.abc import Iterator, Sequence

from community.forms import Form
from community.forms.google import sections
from sheets_sync.answers.answer_words import Vocabulary
from sheets_sync.answers.script_record import Recorded, plain

Target = tuple[str, str]
"""(column, part): the part is empty, a day of the week, or `any`."""


class Asking:
    """One form, with what the script wrote down about it.

    `titles` holds, for each title that a question has or ever had in the form or the definition, what it may be: most
    likely first. `distinctive` are the columns of what this form asks and few others do; who somebody is and how to
    reach them, which a browser can fill in, every form asks. `required` are those that must be answered.
    """

    def __init__(self, form: Form, told: Recorded) -> None:
        """Gather them."""
        self.form, self._told = form, told
        self._items = [item for section in sections(form) for item in section.items]
        self._vocabularies: dict[str, Vocabulary] = {}
        found: dict[str, list[Target]] = {}
        for words, target in self._titles():
            targets = found.setdefault(plain(words), [])
            if target not in targets and target[0] in form.questions:
                targets.append(target)
        self.titles: dict[str, Sequence[Target]] = dict(found)
        every = form.questions.values()
        self.distinctive = frozenset(question.column for question in every if not question.autocomplete)
        self.required = frozenset(question.column for question in every if question.required)
        self._wide = Counter(item.column for item in self._items for _ in item.headers)

    def is_told(self, column: str, width: int, now: str | None) -> bool:
        """Whether so many columns of a tab are enough to say that the answer is now this, or nothing.

        Where one of them was deleted or has a title that nobody knows, what it said is missing, not taken back.
        """
        if width >= self._wide[column]:
            return True
        return width > 0 and now is not None and self.form.questions[column].kind not in ("many", "slots")

    def vocabulary(self, column: str) -> Vocabulary:
        """The words for the answers to this question."""
        if column not in self._vocabularies:
            written = self._told.answers.get((self.form.form, column), {})
            self._vocabularies[column] = Vocabulary(self.form.questions[column], written)
        return self._vocabularies[column]

    def _titles(self) -> Iterator[tuple[str, Target]]:
        for (name, words), target in self._told.titles.items():
            if name == self.form.form:
                yield words, target
        for item in self._items:
            yield from ((words, (item.column, part)) for part, words in item.headers)
        for question in self.form.questions.values():
            yield question.label, (question.column, "")
            yield from ((each.label, (question.column, "")) for each in question.instead if each.label)
