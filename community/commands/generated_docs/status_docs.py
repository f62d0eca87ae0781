"""docs/statuses.md: what may follow what, drawn from the statuses themselves."""

from collections.abc import Callable, Iterator
from functools import partial
from html import escape

from community.tables.status_machines import MACHINES
from community.tables.status_model import StatusMachine
from community.wording import first_upper, spelled

ROW, TOP, BOX, TALL = 46, 30, 132, 28
"""Pixels: from one status to the next, above the first, a box's width and height."""
STEP = 15
"""How much further out an arrow goes for each status that it passes over."""
GAP = 6
STONE, INK, RIVER, BRICK = "#FBF7F0", "#22201D", "#0B5351", "#9E2B20"


def drawing(machine: StatusMachine) -> str:
    """Return the SVG: statuses one below the other, arrows onward at the right, arrows back at the left.

    Nothing is fetched to show it, and it prints.
    """
    codes = list(machine.statuses)
    left = 20 + STEP * max([1, *(a - b for a, b in _arrows(machine) if a > b)]) + 20
    right = STEP * max([1, *(b - a for a, b in _arrows(machine) if b > a)]) + 40
    wide, tall = left + BOX + right, TOP + ROW * len(codes)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" width="{wide}" height="{tall}" '
        f'role="img" font-family="system-ui, sans-serif" font-size="14">',
        f"<title>{escape(spelled(machine.table))}: what may follow what</title>",
        f'<rect width="{wide}" height="{tall}" fill="{STONE}"/>',
    ]
    parts += [_arrow(left, a, b) for a, b in _arrows(machine)]
    parts += [_box(left, place, code, machine) for place, code in enumerate(codes)]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _arrows(machine: StatusMachine) -> Iterator[tuple[int, int]]:
    place = {code: number for number, code in enumerate(machine.statuses)}
    for code, status in machine.statuses.items():
        yield from ((place[code], place[following]) for following in status.next)


def _middle(place: int) -> int:
    return TOP + ROW * place + TALL // 2


def _arrow(left: int, a: int, b: int) -> str:
    """One arrow as a round bracket: out of a box below its middle, into the next above its middle."""
    onward = b > a
    side = left + BOX if onward else left
    out = side + (1 if onward else -1) * (STEP * abs(b - a) + 14)
    start, end = _middle(a) + (GAP if onward else -GAP), _middle(b) + (-GAP if onward else GAP)
    tip = side + (8 if onward else -8)
    colour = RIVER if onward else BRICK
    return (
        f'<path d="M{side} {start} C{out} {start} {out} {end} {tip} {end}" fill="none" stroke="{colour}"/>'
        f'<path d="M{side} {end} L{tip} {end - 4} L{tip} {end + 4} Z" fill="{colour}"/>'
    )


def _box(left: int, place: int, code: str, machine: StatusMachine) -> str:
    """A status; where a record may begin with a thick line, where it ends without one."""
    top = TOP + ROW * place
    line = 3 if code in machine.starts else 0 if not machine.statuses[code].next else 1
    return (
        f'<rect x="{left}" y="{top}" width="{BOX}" height="{TALL}" rx="6" fill="#FFFFFF" stroke="{INK}" '
        f'stroke-width="{line}"/>'
        f'<text x="{left + BOX // 2}" y="{top + 19}" text-anchor="middle" fill="{INK}">'
        f"{escape(spelled(code))}</text>"
    )


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
        parts += [f"## {first_upper(spelled(machine.table))}", _shown(machine), _table(machine)]
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
