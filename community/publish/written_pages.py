"""Which files of the site's sources publishing writes: pieces that pages include, and pages of their own."""

from collections.abc import Iterable
from pathlib import Path, PurePath

PIECES = "_generated"
WHOLE = ("your-hub",)
"""The folders under site/ in which every page but `index.md` is written, one for each hub and the like."""


def is_written(name: PurePath) -> bool:
    """Whether the file of this name, below site/, is written by publishing."""
    return name.parts[0] == PIECES or (name.parent.as_posix() in WHOLE and name.name != "index.md")


def place(name: str) -> Path:
    """Where the file of this name stands below the folder of the site: `your-hub/CODE.md` is a page of its own."""
    return (
        Path("site", name) if name.startswith(tuple(f"{folder}/" for folder in WHOLE)) else Path("site", PIECES, name)
    )


def left_over(root: Path, told: Iterable[str]) -> list[str]:
    """The names of the pages that were written once and are not told any more."""
    kept = {place(name) for name in told}
    there = [path.relative_to(root) for folder in WHOLE for path in sorted((root / "site" / folder).glob("*.md"))]
    gone = [path for path in there if path not in kept and is_written(path.relative_to("site"))]
    return [path.relative_to("site").as_posix() for path in gone]
