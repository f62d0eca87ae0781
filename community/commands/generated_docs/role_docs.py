"""docs/roles.md: who may do what, from the actions and permissions themselves."""

from collections.abc import Collection, Iterable, Sequence

from community.casework.actions import ACTIONS
from community.casework.permissions import DUTIES, GRANTS
from community.tables.roles import Duty, Role
from community.wording import spelled

COLUMNS: tuple[tuple[Role, str], ...] = (
    (Role.CALL_HANDLER, "Call handler"),
    (Role.COORDINATOR, "Coordinator, in their hub"),
    (Role.DIRECTOR, "Director"),
    (Role.TRUSTEE, "Trustee"),
)

DUTY_COLUMNS: tuple[tuple[Duty, str], ...] = (
    (Duty.LEAD, "Safeguarding lead"),
    (Duty.DEPUTY, "Deputy"),
    (Duty.CHAIR, "Chair of the trustees"),
)


def page() -> str:
    """Return the page of all roles as Markdown."""
    parts = [
        "# Who may do what",
        "<!-- Written by `python start.py document` from `actions.py` and `permissions.py` in community/casework. "
        "Change it there. -->",
        "A coordinator sees and decides what belongs to their hub; of other hubs' records they are told that there is "
        "none. Director and call handlers work for all hubs. A trustee reads figures and no record. Each action is "
        "checked when it is done, whatever buttons were shown. Which columns each role sees stands in the [data "
        "dictionary](data-dictionary.md).",
        "\n".join(_table("Action", ((verb, action.roles) for verb, action in ACTIONS.items()))),
        "Permission is granted, never the remainder: a role has no part in a line that does not name it.",
        "\n".join(_table("Granted beside the actions", GRANTS.items())),
        "Safeguarding concerns are received by a duty that stands beside a role, or alone: `safeguarding` in the list "
        "of people. Nobody opens a concern that names them. One about the lead, the director or the person who "
        "runs the hub is the chair's alone. Each opening is written down.",
        "\n".join(_table("Granted by a safeguarding duty", DUTIES.items(), DUTY_COLUMNS)),
        "A call handler takes in, triages, rings and writes down what was said. Who helps whom is a coordinator's to "
        "decide: a call handler tells a volunteer the resident's name only after a coordinator approved and the "
        "volunteer said yes. A volunteer of another hub is within a coordinator's sight while they are proposed for, "
        "or help with, a need of their hub: name, sector and hub, and the telephone number while they are to be rung. "
        "They stay their own hub's to change. Requests whose place nobody could find belong to no hub: the director "
        "and the call handlers give them to one.",
        "Undo asks the same permission as the action, and that everything it touched is within sight. A call handler "
        "takes back only what they did. What the matching did, the director may take back.",
        "A community may give director, coordinators or call handlers more: `[roles.call_handler]` with `grants = "
        '["give_to_hub", "see_figures"]` in `community.toml`, each line of these tables with `_` for the blanks. It '
        "opens no column and no other hub's records, and a trustee's role is given nothing.",
    ]
    return "\n\n".join(parts) + "\n"


def _table(
    heading: str, granted: Iterable[tuple[str, Collection[str]]], columns: Sequence[tuple[str, str]] = COLUMNS
) -> list[str]:
    rows = [f"| {heading} | {' | '.join(title for _, title in columns)} |", "| --- " * (len(columns) + 1) + "|"]
    for what, roles in granted:
        marks = ["yes" if role in roles else "no" for role, _ in columns]
        rows.append(f"| {spelled(what)} | {' | '.join(marks)} |")
    return rows
