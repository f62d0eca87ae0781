"""Whether an answer in a second tab is a copy of one with the same time stamp in the first.

A tab may be copied, and a form linked anew writes all its answers into a new tab; a copied answer may be edited since.
But where stamps have whole seconds, or only days, two people may share one as well.
"""

from community.forms import Form
from sheets_sync.answers.answer_reading import FormAnswer
from sheets_sync.answers.answer_words import words_of

_CLEARLY = 0.8
"""How much of two answers is alike when one is an edited copy of the other."""
_WHO = ("name", "telephone", "email")


def is_copy(form: Form, answer: FormAnswer, first: FormAnswer) -> bool:
    """Whether it says the same, or clearly nearly the same about the same person.

    When in doubt it is another answer: a row too many is seen, one too few is not.
    """
    if answer.digest == first.digest:
        return True
    one, other = ({target: words_of(cell) for target, cell in each.cells} for each in (answer, first))
    asked = one.keys() | other.keys()
    alike = {target for target in asked if one.get(target) == other.get(target)}
    who = {target for target in one.keys() & other.keys() if form.questions[target[0]].kind in _WHO}
    same_person = 2 * len(who & alike) > len(who) or not who
    return same_person and len(alike) >= _CLEARLY * len(asked)
