"""docs/statuses.md: what may follow what, drawn from the statuses themselves."""

from collections.abc import Callable
from functools import partial

from community.commands.generated_docs.status_diagrams import drawing
from community.tables.status_machines import MACHINES, StatusMachine

OWNERS = {
    "hub": "the hub: call handlers and coordinators",
    "coordinator": "its coordinator",
    "director": "the director",
    "volunteer": "the volunteer",
    "machine": "the matching",
    "lead": "the safeguarding lead, a deputy or the chair",
    "nobody": "nobody",
}


def page() -> str:
    """Return the page of all statuses as Markdown, a drawing and a table for each kind of record."""
    parts = [
        "# Statuses",
        "<!-- Written by `python start.py document` from community/tables/status_machines.py. Change it there. -->",
        "Where each record stands, whose turn it is, and what may follow. An action that would break an arrow is "
        "refused. Undo takes an action back whole, against the arrows too.",
        "In the drawings a thick frame is where a record begins, no frame where it ends. Arrows at the left go back.",
    ]
    for machine in MACHINES.values():
        parts += [f"## {machine.table.replace('_', ' ').capitalize()}", _shown(machine), _table(machine)]
    return "\n\n".join(parts) + "\n"


def drawings() -> dict[str, Callable[[], str]]:
    """Return the pictures that the page shows: file name -> function that draws it."""
    return {f"docs/{_picture(machine)}": partial(drawing, machine) for machine in MACHINES.values()}


def _picture(machine: StatusMachine) -> str:
    return f"pictures/statuses-{machine.table.replace('_', '-')}.svg"


def _shown(machine: StatusMachine) -> str:
    return f"![What may follow what: the table below says the same]({_picture(machine)})"


def _table(machine: StatusMachine) -> str:
    rows = ["| Status | Meaning | Whose turn | What may follow |", "| --- | --- | --- | --- |"]
    for code, status in machine.statuses.items():
        following = ", ".join(f"`{each}`" for each in status.next) or "nothing"
        rows.append(f"| `{code}` | {status.means} | {OWNERS[status.owner]} | {following} |")
    return "\n".join(rows)
