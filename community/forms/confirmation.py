"""What the last page of a form is drawn from. It holds nothing personal, because it is part of the page's address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

from community.forms.contact_details import reach
from community.forms.form_model import Form
from community.tables.canonical import Value, split
from community.tables.row_types import ColumnName
from community.tables.vocabulary import ForWhom, ReachBy
from community.wording import later

Way = Literal["ring", "relay", "text", "email", "write", "touch", "none"]
"""How we get back to them; `touch` where somebody else was named, `none` where nothing that they gave is a way."""

WAYS: Mapping[Way, str] = {
    "ring": later("We will ring you"),
    "relay": later("We will ring you by text relay"),
    "text": later("We will text you"),
    "email": later("We will email you"),
    "write": later("We will write to you"),
    "touch": later("We will be in touch"),
    "none": later("We read your form"),
}
_LIKED: Mapping[str, Way] = {
    ReachBy.TELEPHONE: "ring",
    ReachBy.TEXT: "text",
    ReachBy.EMAIL: "email",
    ReachBy.LETTER: "write",
}
"""An answer to `reach_by` -> the way."""


@dataclass(frozen=True)
class Confirmation:
    """One submission as its last page knows it. The page's address reveals nothing about anybody.

    `codes` holds, for the columns that the definition lists under `done.depends_on`, the options that were chosen;
    never a word that somebody wrote. `marks` are set by us: `twice` when other answers were sent before.
    """

    form: str
    reference: str
    came: datetime
    way: Way = "touch"
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    marks: tuple[str, ...] = ()


def confirmation(
    form: Form, values: Mapping[str, Value], reference: str, came: datetime, marks: tuple[str, ...] = ()
) -> Confirmation:
    """What the last page may know of these values."""
    codes = {}
    for column in form.done.depends_on:
        offered = form.questions[column].options
        chosen = tuple(word for word in split(str(values.get(column) or "")) if word in offered)
        if chosen:
            codes[column] = chosen
    return Confirmation(form.form, reference, came, way_to_answer(values), codes, marks)


def way_to_answer(values: Mapping[str, Value]) -> Way:
    """How we get back to them: the way they like best among those that really reach them."""
    mine = reach(values)
    if values.get(ColumnName.FOR_WHOM) == ForWhom.SOMEBODY_ELSE:
        return "touch" if mine.any or reach(values, "referrer_").any else "none"
    ringing: Way = "relay" if mine.numbers and all(number.relay for number in mine.numbers) else "ring"
    there: dict[Way, bool] = {
        ringing: bool(mine.numbers) and not mine.text_only,
        "text": bool(mine.texts),
        "email": bool(mine.emails),
        "write": mine.letter,
    }
    liked = {_LIKED.get(word) for word in split(str(values.get(ColumnName.REACH_BY) or ""))}
    ways = sorted((way for way in get_args(Way) if there.get(way)), key=lambda way: _ringing(way) not in liked)
    return ways[0] if ways else "touch" if mine.any else "none"


def _ringing(way: Way) -> Way:
    return "ring" if way == "relay" else way
