"""When we are closed besides our hours, and whom to ring then or at once, for each kind of help, from the settings."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from community.publish.markdown_escaping import text
from community.publish.service_listings import groups_of
from community.settings import Community, Helpline, Settings
from community.settings.response_promise import closed_spells
from community.wording import in_language, joined, language_here, say, weekday_words

DAYS_OFF = "days-off.md"
_SOON = 28
"""A day on which we are closed is said so many days before."""


def helpline_pages(settings: Settings) -> dict[str, str]:
    """By file name, those who can help now: for each kind of help, and for somebody who needs help this minute."""
    lines = list(settings.community.helplines.values())
    # Whatever the settings name first, a life in danger comes first here.
    first = sorted(lines, key=lambda line: (line.telephone != "999", not line.crisis))
    told = {"help-now.md": _listed(first)}
    for group in groups_of(settings):
        told[f"closed-{group}.md"] = _listed(line for line in lines if group in (*line.first, *line.kinds))
    for code, spoken in settings.with_catalogue.items():
        with in_language(spoken):
            told[f"help-now-{code}.md"] = _listed(first)
    return told


def days_off(community: Community, today: date) -> str:
    """That nobody answers on bank holidays; on a line of its own, which the build puts below our hours, when soon.

    With its year, because a site that nobody publishes goes on saying so.
    """
    soon = [
        f"{f'from {weekday_words(first)} to' if first < last else 'on'} {weekday_words(last)} {last.year}"
        for first, last in closed_spells(community, today, _SOON)
    ]
    return "We are closed on bank holidays.\n" + (f"Closed {joined(soon)}.\n" if soon else "")


def _listed(lines: Iterable[Helpline]) -> str:
    entries = [_entry(line) for line in lines]
    return "\n".join(['<ul class="helplines">', *entries, "</ul>"] if entries else [_NOBODY]) + "\n"


_NOBODY = "We know of nobody else to ring for this. Ask us online at any hour, and we answer when we open."


def _entry(line: Helpline) -> str:
    """One of them; in another language with the English below, so that nobody is led wrong by a translation."""
    english = f'<br><span lang="en-GB">{_told(line, str)}</span>' if language_here() else ""
    return f"<li>{_told(line, say)}{english}</li>"


def _told(line: Helpline, said: Callable[[str], str]) -> str:
    reach = [text(said(line.how))] if line.how else []
    if line.telephone:
        dial = re.sub("[^0-9+]", "", line.telephone)
        reach.insert(0, f'<a href="tel:{dial}">{text(line.telephone)}</a>')
    name = "" if line.name == line.telephone else f"<strong>{text(said(line.name))}&#58;</strong> "
    ways = f" {said('or')} ".join(reach)
    return f"{name}{ways}, {text(said(line.when))}. {text(said(line.helps))}"
