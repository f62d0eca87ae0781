"""The volunteering roles that may be asked for, as the form shows them: which there are, and which was chosen."""

import asyncio
from html import escape

from community import casework
from community.casework import OpenRole, WorkContext
from intake.form_choices import CHOSEN, FormChoice
from intake.link_parts import facts_html

FORM = "enquiry"
NONE = "No role can be asked for just now."
GONE = "That role can’t be asked for any more."


async def choices(here: WorkContext) -> dict[str, FormChoice]:
    """By id, the roles that may be asked for now. Raises BookUnavailable."""
    return {each.id: _choice(each) for each in await asyncio.to_thread(casework.all_open_roles, here)}


def _choice(role: OpenRole) -> FormChoice:
    where = " · ".join(filter(None, [role.organisation, role.times, role.place]))
    line = (
        f'<li class="service"><h3><a href="?{CHOSEN}={role.id}">{escape(role.name)}</a></h3><p>{escape(where)}</p></li>'
    )
    told = [("Role", role.name), ("With", role.organisation), ("When", role.times), ("Where", role.place)]
    above = facts_html([(name, words) for name, words in told if words])
    return FormChoice(line, f'<div class="cc-note">{above}</div>', {"opportunity_id": role.id, "hub": role.hub})
