"""The parts of the pages that residents open: large letters, whom to tell of a worry, and fields that keep answers."""

from collections.abc import Mapping
from html import escape

from community import concerns
from community.settings import Community, Settings
from intake.concern_pages import ADULT
from intake.link_parts import number_html


def large_html(html: str) -> str:
    """These words in larger letters."""
    return f'<div class="cc-large">{html}</div>'


def first_ring_html(community: Community) -> str:
    """Whom to ring, as the first line of a page."""
    return f"<p>Not sure? Ring us on {number_html(community)}, {escape(community.opening)}.</p>"


def worried_html(settings: Settings) -> str:
    """Whom to tell of harm or a worry. The form for it is named only where somebody receives what it says."""
    form = f' or <a href="..{escape(ADULT)}">tell our safeguarding lead</a>' if concerns.is_received(settings) else ""
    return (
        f"<p>Has something happened that worries you? Ring us on {number_html(settings.community)}{form}. In danger, "
        'ring <a href="tel:999">999</a>.</p>'
    )


def pick_html(name: str, legend: str, lines: Mapping[str, str], *, picked: str, hint: str = "", error: str = "") -> str:
    """Lines of which one may be touched; `picked` is the one that was."""
    ids = [name, *(f"{name}-{code}" for code in list(lines)[1:])]  # the summary of errors leads to the first
    choices = "".join(
        _choice("radio", own, name, code, words, checked=code == picked)
        for own, (code, words) in zip(ids, lines.items(), strict=True)
    )
    return (
        f'<div class="cc-question{" cc-question--error" if error else ""}">'
        f'<fieldset class="cc-fieldset"{_described(name, hint, error)}><legend class="cc-legend">{legend}</legend>'
        f'{_hint(name, hint)}{_error(name, error)}<div class="cc-choices">{choices}</div></fieldset></div>'
    )


def tick_html(name: str, legend: str, words: str, *, ticked: bool, hint: str) -> str:
    """A box that may be ticked or left."""
    return (
        f'<div class="cc-question"><fieldset class="cc-fieldset"{_described(name, hint, "")}>'
        f'<legend class="cc-legend">{legend}</legend>{_hint(name, hint)}'
        f'<div class="cc-choices">{_choice("checkbox", name, name, "yes", words, checked=ticked)}</div>'
        "</fieldset></div>"
    )


def words_html(name: str, label: str, *, typed: str, hint: str, error: str) -> str:
    """A field for words, with those that were typed; `hint` is HTML."""
    wrong = ' aria-invalid="true"' if error else ""
    return (
        f'<div class="cc-question{" cc-question--error" if error else ""}">'
        f'<label class="cc-label" for="{name}">{label} <span class="cc-optional">(optional)</span></label>'
        f'{_hint(name, hint)}{_error(name, error)}<textarea class="cc-textarea" id="{name}" name="{name}" rows="5"'
        # A browser leaves out the first line break of a field.
        f"{_described(name, hint, error)}{wrong}>\n{escape(typed)}</textarea></div>"
    )


def _choice(kind: str, own: str, name: str, value: str, words: str, *, checked: bool) -> str:
    return (
        f'<div class="cc-choice"><input class="cc-choice__input" type="{kind}" id="{own}" name="{name}" '
        f'value="{value}"{" checked" if checked else ""}>'
        f'<label class="cc-choice__label" for="{own}">{words}</label></div>'
    )


def _described(name: str, hint: str, error: str) -> str:
    by = [f"{name}-hint"] * bool(hint) + [f"{name}-error"] * bool(error)
    return f' aria-describedby="{" ".join(by)}"' if by else ""


def _hint(name: str, hint: str) -> str:
    return f'<p class="cc-hint" id="{name}-hint">{hint}</p>' if hint else ""


def _error(name: str, error: str) -> str:
    said = f'<span class="visually-hidden">Error: </span>{escape(error)}'
    return f'<p class="cc-error" id="{name}-error">{said}</p>' if error else ""
