"""The HTML of pages behind links: fields, lines to touch, the box to tick, what is wrong, and whom to ring.

Nothing here is marked `required`, which would tell a program what to fill in (docs/adr/0014-answers-by-link.md).
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from html import escape

from community import concerns
from community.settings import Community, Settings
from intake.concern_pages import ADULT
from intake.form_page import number_html
from intake.link_pages import LinkVisit

BUTTON, TICK = "answer", "sure"
"""The names of the button that answers, and of the box to tick."""
SINCE, READ = "since", 3
"""The name of the moment at which a page was drawn, and so many seconds in which nobody reads one."""
IT_IS_YOU = "so that we know it is you"
"""Why something is to be ticked or touched."""


def ring_html(community: Community) -> str:
    """The line that says whom to ring instead."""
    return f"<p>Rather talk to somebody? Ring us on {number_html(community)}, {escape(community.opening)}.</p>"


def facts_html(told: Iterable[tuple[str, str]]) -> str:
    """A list of names and what is told of each."""
    rows = "".join(f'<div class="cc-answers__row"><dt>{name}</dt><dd>{escape(each)}</dd></div>' for name, each in told)
    return f'<dl class="cc-answers">{rows}</dl>'


def note_html(notes: Mapping[str, str], asked: str) -> str:
    """What one of these notes says besides, once, after an answer; nothing where none was asked for."""
    return f'<div class="cc-note" role="status"><p>{notes[asked]}</p></div>' if asked in notes else ""


def answer_form(inside: str, answer: str, button: str) -> str:
    """The form of a second page: what to tick or touch, the button that answers, and the way back."""
    return (
        f'<form class="cc-form" method="post" novalidate accept-charset="utf-8">{inside}<div class="cc-actions">'
        f'<button class="cc-button" type="submit" name="{BUTTON}" value="{answer}">{button}</button>'
        '<a class="cc-button cc-button--secondary" href="?">Back</a></div></form>'
    )


def touch_form(answer: str, button: str, now: datetime, also: str = "") -> str:
    """A form that answers with one touch. `also`: what else it sends along, as HTML."""
    since = hidden_html(SINCE, str(int(now.timestamp())))
    return (
        f'<form class="cc-touch" method="post" accept-charset="utf-8">{since}{also}<button class="cc-button '
        f'cc-button--secondary" type="submit" name="{BUTTON}" value="{answer}">{button}</button></form>'
    )


def is_touched(visit: LinkVisit, now: datetime) -> bool:
    """Whether the page was open long enough for a person to have read it before they touched its button."""
    since = visit.sent(SINCE)
    return re.fullmatch(r"[0-9]{1,12}", since) is not None and int(since) + READ <= now.timestamp()


def hidden_html(name: str, value: str) -> str:
    """What the form sends along as the page showed it."""
    return f'<input type="hidden" name="{name}" value="{escape(value)}">'


def box_html(words: str, *, unsure: bool) -> str:
    """The box to tick, empty. `unsure`: it was left out."""
    error = f"Tick the box, {IT_IS_YOU}" if unsure else None
    wrong = ' aria-invalid="true"' if unsure else ""
    return (
        f'<div class="cc-question{" cc-question--error" if unsure else ""}">{_said(TICK, "", error)}'
        f'<div class="cc-choices"><div class="cc-choice"><input class="cc-choice__input" type="checkbox" id="{TICK}" '
        f'name="{TICK}" value="yes"{wrong}{_described(TICK, "", error)}>'
        f'<label class="cc-choice__label" for="{TICK}">{words}</label></div></div></div>'
    )


def pick_html(
    name: str, legend: str, lines: Mapping[str, str], *, picked: str = "", hint: str = "", error: str = ""
) -> str:
    """Lines of which one may be touched; `picked` is the one that was, and none is at first."""
    ids = [name, *(f"{name}-{code}" for code in list(lines)[1:])]  # the summary of errors leads to the first
    choices = "".join(
        f'<div class="cc-choice"><input class="cc-choice__input" type="radio" id="{own}" name="{name}" value="{code}"'
        f'{" checked" if code == picked else ""}><label class="cc-choice__label" for="{own}">{words}</label></div>'
        for own, (code, words) in zip(ids, lines.items(), strict=True)
    )
    return (
        f'<div class="cc-question{" cc-question--error" if error else ""}">'
        f'<fieldset class="cc-fieldset"{_described(name, hint, error)}><legend class="cc-legend">{legend}</legend>'
        f'{_said(name, hint, error)}<div class="cc-choices">{choices}</div></fieldset></div>'
    )


def summary_html(name: str, words: str) -> str:
    """The summary of errors at the top: one thing is missing."""
    return errors_html({name: words}, "One thing is missing")


def errors_html(wrong: Mapping[str, str], title: str = "There is something to put right") -> str:
    """The summary of errors at the top, by field; those under no field's name lead nowhere. Nothing without errors."""
    lines = "".join(
        f'<li><a href="#{name}">{escape(words)}</a></li>' if name else f"<li>{escape(words)}</li>"
        for name, words in wrong.items()
    )
    return (
        '<div class="cc-error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="errors-title">'
        f'<h2 id="errors-title">{title}</h2><ul>{lines}</ul></div>'
        if wrong
        else ""
    )


def typed_html(
    name: str,
    label: str,
    *,
    value: str,
    error: str | None,
    hint: str = "",
    optional: bool = False,
    kind: str = "text",
    attributes: str = "",
    wide: bool = False,
) -> str:
    """A question whose answer is typed, with what was typed before. `attributes`: more of the field's, as HTML."""
    size = "" if wide else " cc-input--short"
    own = f'class="cc-input{size}" type="{kind}" id="{name}" name="{name}" value="{escape(value)}"'
    return _question(name, label, (f"<input {own}", f" {attributes}>"), error, hint=hint, optional=optional)


def words_html(name: str, label: str, *, typed: str, hint: str, error: str | None) -> str:
    """A field for words, with those that were typed before."""
    own = f'class="cc-textarea" id="{name}" name="{name}" rows="5"'
    # A browser leaves out the first line break of a field.
    field = (f"<textarea {own}", f">\n{escape(typed)}</textarea>")
    return _question(name, label, field, error, hint=hint, optional=True)


def chosen_html(name: str, label: str, options: Mapping[str, str], *, chosen: str, error: str | None) -> str:
    """A question with a list to choose from: value -> words."""
    lines = "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(words)}</option>'
        for value, words in options.items()
    )
    own = f'class="cc-select" id="{name}" name="{name}"'
    return _question(name, label, (f"<select {own}", f">{lines}</select>"), error)


def choice_html(name: str, words: str, *, hint: str, ticked: bool) -> str:
    """A box that may be ticked or not."""
    return (
        f'<div class="cc-question"><div class="cc-choices"><div class="cc-choice"><input class="cc-choice__input" '
        f'type="checkbox" id="{name}" name="{name}" value="yes" aria-describedby="{name}-hint"'
        f'{" checked" if ticked else ""}><label class="cc-choice__label" for="{name}">{words}</label>'
        f'<p class="cc-choice__hint" id="{name}-hint">{hint}</p></div></div></div>'
    )


def _question(
    name: str, label: str, field: tuple[str, str], error: str | None, *, hint: str = "", optional: bool = False
) -> str:
    """A question around its field, which is given as its HTML before and behind what describes it."""
    before, behind = field
    wrong = ' aria-invalid="true"' if error else ""
    also = ' <span class="cc-optional">(optional)</span>' if optional else ""
    return (
        f'<div class="cc-question{" cc-question--error" if error else ""}">'
        f'<label class="cc-label" for="{name}">{label}{also}</label>{_said(name, hint, error)}'
        f"{before}{_described(name, hint, error)}{wrong}{behind}</div>"
    )


def _described(name: str, hint: str, error: str | None) -> str:
    by = [f"{name}-hint"] * bool(hint) + [f"{name}-error"] * bool(error)
    return f' aria-describedby="{" ".join(by)}"' if by else ""


def _said(name: str, hint: str, error: str | None) -> str:
    """What is said of a question before its field; `hint` is HTML."""
    wrong = f'<span class="visually-hidden">Error: </span>{escape(error or "")}'
    return (f'<p class="cc-hint" id="{name}-hint">{hint}</p>' if hint else "") + (
        f'<p class="cc-error" id="{name}-error">{wrong}</p>' if error else ""
    )


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
