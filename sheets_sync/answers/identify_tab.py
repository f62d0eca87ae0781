"""Finds which of our forms, if any, a tab holds answers to.

People keep tabs of their own beside ours, with names, telephone numbers and times, and link forms of their own. What
stands in those is no business of ours, so a tab that is neither marked nor listed must be plainly one of our forms.
"""

from collections.abc import Mapping
from typing import NamedTuple

from community.forms.google.google_tabs import FORMS_TAB, WORDS_TAB
from sheets_sync.answers.answer_columns import columns
from sheets_sync.answers.answer_form import Asking
from sheets_sync.answers.script_record import Rows

LIKE = (
    "This tab asks some of what the form {form} asks, and is left alone. If it holds that form's answers, write a line "
    "in the tab Forms: {form} under Code, and this tab's name under Tab of its answers. If it is your own, write no "
    "under Code instead."
)


class Whose(NamedTuple):
    """`form`: whose answers these are. `like`: a form that it looks like, where it is not plain."""

    form: str | None = None
    like: str | None = None


def whose(title: str, rows: Rows, forms: Mapping[str, Asking], told: str | None) -> Whose:
    """Whose answers stand in this tab.

    A tab that is marked or listed is believed: `told` is what it names, be it no form of ours. Any other must have a
    column of times, every question that must be answered, and half of those that only this form asks; and our questions
    must be the greater part of its columns. Such a tab comes from a form of ours that was linked by hand.
    """
    if told:
        return Whose(told if told in forms else None)
    if title in (FORMS_TAB, WORDS_TAB):
        return Whose()
    best, most, plain = "", 0, False
    for name, asking in forms.items():
        found = columns(asking, rows, by_answers=False)
        own = len(asking.distinctive & found.present.keys())
        if found.stamp is None or own <= most:
            continue
        others = sum(bool(header) for _, header in found.unknown)
        enough = 2 * own >= len(asking.distinctive) and len(found.asked) >= others
        # A question whose title somebody changed is known by its answers, as everywhere.
        best, most, plain = name, own, enough and asking.required <= columns(asking, rows).present.keys()
    return Whose(form=best) if plain else Whose(like=best or None)
