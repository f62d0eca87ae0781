"""The records that a form may be about, of which the address that led here names one: sessions, volunteering roles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from community.settings import Community
from community.tables.canonical import Value
from intake.link_parts import ring_html

CHOSEN = "for"
"""What follows the form's address to say which record it is about (`?for=e-…`)."""


@dataclass(frozen=True)
class FormChoice:
    """One of them: its line in the list, what stands above the questions, and what the row says of it."""

    line: str
    above: str
    columns: Mapping[str, Value] = field(repr=False)


def choose_html(found: Iterable[FormChoice], community: Community, *, none: str, gone: str = "") -> str:
    """The records to choose from, each a link to the form; without any, whom to ask. `gone`: of one chosen before."""
    lines = "".join(each.line for each in found)
    sorry = f'<p class="cc-note">{gone}</p>' if gone else ""
    if not lines:
        return f"{sorry}<p><strong>{none}</strong></p>{ring_html(community)}"
    return f'{sorry}<h2>Which one?</h2><ul class="services">{lines}</ul>{ring_html(community)}'
