"""Whom to ring at once and when we are closed, for each kind of help, as the settings name them."""

import re
from collections.abc import Iterable

from community.publish.markdown_escaping import text
from community.publish.service_listings import groups_of
from community.settings import Helpline, Settings


def helpline_pages(settings: Settings) -> dict[str, str]:
    """By file name, those who can help now: for each kind of help, and for somebody who needs help this minute."""
    lines = list(settings.community.helplines.values())
    # Whatever the settings name first, a life in danger comes first here.
    told = {"help-now.md": _listed(sorted(lines, key=lambda line: (line.telephone != "999", not line.crisis)))}
    for group in groups_of(settings):
        told[f"closed-{group}.md"] = _listed(line for line in lines if group in (*line.first, *line.kinds))
    return told


def _listed(lines: Iterable[Helpline]) -> str:
    entries = [_entry(line) for line in lines]
    return "\n".join(['<ul class="helplines">', *entries, "</ul>"] if entries else [_NOBODY]) + "\n"


_NOBODY = "We know of nobody else to ring for this. Ask us online at any hour, and we answer when we open."


def _entry(line: Helpline) -> str:
    reach = [text(line.how)] if line.how else []
    if line.telephone:
        dial = re.sub("[^0-9+]", "", line.telephone)
        reach.insert(0, f'<a href="tel:{dial}">{text(line.telephone)}</a>')
    name = "" if line.name == line.telephone else f"<strong>{text(line.name)}&#58;</strong> "
    return f"<li>{name}{' or '.join(reach)}, {text(line.when)}. {text(line.helps)}</li>"
