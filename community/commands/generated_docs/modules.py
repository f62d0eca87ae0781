"""docs/modules.md: every module in one line, room by room: how its docstring begins, and what it offers."""

import ast
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[3]
_MAP = _ROOT / "docs/architecture.md"
_BETWEEN = "Between the rooms"
_TOP = f"""# Every module

<!-- Written by `python start.py document` from the docstrings, in the order of docs/architecture.md. -->

The rooms stand in the order of the path at the top of the [architecture](architecture.md), which also says which may
import which. Each line is the first of the module's docstring, with its public functions and classes. Files that hold
tests alone are left out: they stand in the folder of `tests/` that is called like the room, and their names say what
they test.

## {_BETWEEN}
"""


def page() -> str:
    """Return the index of all modules as Markdown. Raises LookupError for a folder that belongs to no room."""
    rooms = _rooms()
    modules = sorted((_place(path, rooms), path.as_posix(), path) for path in _modules(rooms))
    parts = [_TOP]
    for place, held in groupby(modules, key=lambda module: module[0]):
        paths = [path for _, _, path in held]
        if place >= 0:
            parts.append(f"## {rooms[place]}\n")
            # The folder's own line is above the table and is not repeated.
            own = next((path for path in paths if path.parent.as_posix() == rooms[place] and _opens(path)), None)
            if own is not None:
                parts.append(f"{_first_line(own)}\n")
                paths.remove(own)
        parts += ["| Module | What it is | What it offers |", "| --- | --- | --- |"]
        parts += [*(_row(path, rooms, place) for path in paths), ""]
    return "\n".join(parts).rstrip("\n") + "\n"


def _rooms() -> list[str]:
    """Return the rooms with Python in them, first those that the path names at the page's top, in its order."""
    path, _, table = _MAP.read_text(encoding="utf-8").partition("\n## Rooms\n")
    rows = re.findall(r"^\| (`.+?) \|", table, re.MULTILINE)
    rooms = [room.rstrip("/") for row in rows for room in re.findall(r"`([\w/]+)`", row)]
    on_the_path = list(dict.fromkeys(re.findall(r"(\w+)/ ", path)))

    def order(room: str) -> int:
        top = room.split("/")[0]
        return on_the_path.index(top) if top in on_the_path else len(on_the_path)

    return sorted((room for room in rooms if any((_ROOT / room).glob("*.py"))), key=order)


def _modules(rooms: list[str]) -> Iterator[Path]:
    """Yield the path from the root of every module but the tests and what is empty."""
    yield from (path.relative_to(_ROOT) for path in _ROOT.glob("*.py"))
    for top in dict.fromkeys(room.split("/")[0] for room in rooms):
        for path in (_ROOT / top).rglob("*.py"):
            if path.stat().st_size and not (top == "tests" and re.match(r"test_|conftest", path.name)):
                yield path.relative_to(_ROOT)


def _place(path: Path, rooms: list[str]) -> int:
    """Return the number of the innermost room that holds a module; -1 for one that stands in no room's folder."""
    for folder in path.parents:
        if folder.as_posix() in rooms:
            return rooms.index(folder.as_posix())
    if len(path.parts) == 1 or any(room.startswith(f"{path.parent.as_posix()}/") for room in rooms):
        return -1  # beside the rooms, or in a folder of rooms
    raise LookupError(f"{path.as_posix()} belongs to no room: give it one in docs/architecture.md")


def _opens(path: Path) -> bool:
    return path.name == "__init__.py"


def _row(path: Path, rooms: list[str], place: int) -> str:
    within = path.relative_to(rooms[place]) if place >= 0 else path
    shown = f"{within.parent.as_posix()}/" if _opens(path) else within.as_posix()
    offers = "" if path.parts[0] == "tests" else _offers(path)
    return f"| [{shown}](../{path.as_posix()}) | {_first_line(path)} | {offers} |"


def _first_line(path: Path) -> str:
    return (ast.get_docstring(_parsed(path)) or "").partition("\n")[0].replace("|", "\\|")


def _offers(path: Path) -> str:
    """Return the names of a module's public functions and classes, in their order."""
    named = (
        node for node in _parsed(path).body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    )
    names = ", ".join(node.name for node in named if not node.name.startswith("_"))
    return names and f"`{names}`"


def _parsed(path: Path) -> ast.Module:
    return ast.parse((_ROOT / path).read_text(encoding="utf-8"))
