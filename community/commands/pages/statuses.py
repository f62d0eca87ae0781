"""docs/statuses.md: what may follow what, drawn from the statuses themselves."""

from community.casework.statuses import MACHINES, Machine

OWNERS = {
    "hub": "the hub: call handlers and coordinators",
    "coordinator": "its coordinator",
    "director": "the director",
    "volunteer": "the volunteer",
    "machine": "the matching",
    "nobody": "nobody",
}


def page() -> str:
    """Return the page of all statuses as Markdown, a drawing (Mermaid) and a table for each kind of record."""
    parts = [
        "# Statuses",
        "<!-- Written by `python start.py document` from community/casework/statuses.py. Change it there. -->",
        "Where each record stands, whose turn it is, and what may follow. An action that would break an arrow is "
        "refused. Undo takes an action back whole, against the arrows too.",
    ]
    for machine in MACHINES.values():
        parts += [f"## {machine.table}", _drawing(machine), _table(machine)]
    return "\n\n".join(parts) + "\n"


def _drawing(machine: Machine) -> str:
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [f"    [*] --> {start}" for start in machine.starts]
    for code, status in machine.statuses.items():
        lines += [f"    {code} --> {following}" for following in status.next]
        if not status.next:
            lines.append(f"    {code} --> [*]")
    return "\n".join([*lines, "```"])


def _table(machine: Machine) -> str:
    rows = ["| Status | Meaning | Whose turn | What may follow |", "| --- | --- | --- | --- |"]
    for code, status in machine.statuses.items():
        following = ", ".join(f"`{each}`" for each in status.next) or "nothing"
        rows.append(f"| `{code}` | {status.means} | {OWNERS[status.owner]} | {following} |")
    return "\n".join(rows)
