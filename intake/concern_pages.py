"""The frame of the forms that are sealed: numbers to ring first, a quick way out, and the last page.

A complaint about the director is sealed as reports of harm are, for the chair alone, and has no numbers to ring.
"""

from collections.abc import Mapping
from datetime import datetime
from html import escape

import structlog

from community import casework, concerns
from community.book import Book
from community.forms import Form
from community.settings import Settings
from community.settings.response_promise import is_open
from community.tables.canonical import Value
from community.tables.row_types import ColumnName
from community.tables.vocabulary import ConcernRoute, YesNo
from community.wording import moment_words, spoken
from intake.form_page import number_html

_log = structlog.get_logger(__name__)
ABOUT_DIRECTOR = "complaint_director"
ROUTES = {
    "concern_adult": ConcernRoute.ADULTS,
    "concern_child": ConcernRoute.CHILDREN,
    ABOUT_DIRECTOR: ConcernRoute.ADULTS,
}
ADDED: dict[str, dict[str, Value]] = {ABOUT_DIRECTOR: {ColumnName.HARM_BY: concerns.DIRECTOR}}
"""By form, the answers that it does not ask for, because they are always so."""
ADULT = "/safeguarding/adult/"
"""Where the form about an adult is."""
_AWAY = "../../resources/food/"
"""Where the quick way out leads: a page that anybody might have open, and no other website."""
_SHUT = "We are shut now, so nobody may see this before."
_HEARD = "We are shut now. Somebody on duty gets word that a concern came in, and not what it says."
_LEAVE = f'<p class="cc-leave"><a href="{_AWAY}" data-leave>Leave this page quickly</a></p>'


def is_concern(form: Form) -> bool:
    """Whether this form is sealed: somebody may come to harm, or complains about the director."""
    return form.form in ROUTES


def seal_here(settings: Settings, book: Book) -> concerns.Seal | None:
    """The seal for the answers; None if nobody receives concerns or there is no key, and then the forms are off."""
    try:
        return concerns.seal_to_raise(settings, book) if concerns.is_received(settings) else None
    except concerns.NoConcernsKey as reason:
        _log.error("concerns_off", why=str(reason))
        return None


def is_open_here(settings: Settings, form: Form, seal: concerns.Seal | None) -> bool:
    """Whether what the form takes is received: there is a seal, and for a complaint about the director a chair."""
    told = {name: str(value) for name, value in ADDED.get(form.form, {}).items()}
    return seal is not None and (not told or concerns.somebody_may_open(settings, concerns.named_in(told)))


def above(settings: Settings, form: Form) -> str:
    """The HTML above every part of the form: whom to ring in danger, and the quick way out."""
    if form.form == ABOUT_DIRECTOR:
        return ""
    return _LEAVE + _numbers(settings, ROUTES[form.form], "Don’t wait for us where somebody is in danger")


def off(settings: Settings, form: Form) -> str:
    """The HTML in place of the form if nobody receives what it takes."""
    if form.form == ABOUT_DIRECTOR:
        ring = number_html(settings.community)
        return f"<p>We can’t take this by a form here. Ring us on {ring} and ask for the chair of the trustees.</p>"
    words = "<p>We can’t take this by a form here. Please ring, and you will be heard.</p>"
    return _LEAVE + words + _numbers(settings, ROUTES[form.form], "Whom to ring")


def done(
    settings: Settings, form: Form, reference: str, values: Mapping[str, Value], came: datetime, *, worker: bool
) -> str:
    """The last page: the number, when a person replies by, and whom to ring if nobody does.

    A complaint about the director is answered by the complaints' own clock, and by nobody but the chair.

    `worker` says whether one is there, to tell those on duty.
    """
    told = {name: str(value) for name, value in values.items() if value}
    named = concerns.named_in(told)
    heard = worker and concerns.told_now(settings, named, came)
    shut = "" if is_open(settings.community, came) else f"<p>{_HEARD if heard else _SHUT} Don’t wait for us.</p>"
    may_ring, has_number = told.get(ColumnName.SAFE_TO_RING) == YesNo.YES, ColumnName.REPORTER_TELEPHONE in told
    reached = ColumnName.REPORTER_EMAIL in told or (has_number and may_ring)
    ring = "" if may_ring or not has_number else _not_rung(settings, told)
    alone = (
        ""
        if concerns.somebody_may_open(settings, named)
        else "<p>You said that somebody who runs the hub may be the cause, and nobody else here can open this now. "
        "Please ring the council too.</p>"
    )
    worse = "Nobody has replied by then, or it gets worse? Ring" if reached else "It gets worse? Ring"
    numbers = _numbers(settings, ROUTES[form.form], worse)
    unheard = "We will not ring you" if has_number else "You left no way to answer you"
    way_out, following = _LEAVE, list(form.done.next)
    if form.form == ABOUT_DIRECTOR:
        shut = numbers = way_out = ""
        heading = f"The chair reads this. {unheard}"
        if reached:
            heading = f"You hear by {moment_words(casework.told_we_have_it(settings, came))} that the chair has it"
            days = spoken(settings.complaints.answer_days, "working_day")
            following.append(f"The chair aims to answer within {days} of that.")
    else:
        by = moment_words(concerns.reply_promised(settings, named, came, by_duty=worker))
        heading = f"We aim to reply by {by}" if reached else f"We aim to read this by {by}. {unheard}"
    points = "".join(f"<li>{escape(words)}</li>" for words in following)
    return (
        f'{way_out}<div class="cc-confirmation"><h2>{escape(heading)}</h2>'
        f'<p>Your number is <strong class="cc-reference">{escape(reference)}</strong></p>{shut}</div>{alone}{ring}'
        f"{numbers}<h2>What happens next</h2><ol>{points}</ol>"
        "<p>This page can’t be opened again. On a computer that others use, close it and clear what it remembers.</p>"
    )


def _not_rung(settings: Settings, told: Mapping[str, str]) -> str:
    """What is said to somebody whose number we have without their word that it is safe, and how to give it."""
    ours = told.get(ColumnName.HARM_BY) not in (None, YesNo.NO) or ColumnName.HARM_BY_NAME in told
    whom = "the chair of the trustees" if ours else "the safeguarding lead"
    return (
        "<p>We have your telephone number, but you did not say that it is safe to ring you. So we will not ring it. If "
        f"it is safe, ring us on {number_html(settings.community)} and ask for {whom}.</p>"
    )


def _numbers(settings: Settings, route: str, title: str) -> str:
    lines = "".join(f"<li>{escape(words)}</li>" for words in concerns.numbers(settings, route))
    return f'<div class="cc-callout"><p><strong>{escape(title)}</strong></p><ul>{lines}</ul></div>'
