"""Which files of the site's sources publishing writes: pieces that pages include, and pages of their own."""

from collections.abc import Iterable
from pathlib import Path, PurePath

PIECES = "_generated"
WHOLE = "your-hub"
"""The folder under site/ in which every page but `index.md` is written, one for each hub.

Written are as well, in any folder, the pages on which a long list goes on: `2.md` and so on.
"""


def is_written(name: PurePath) -> bool:
    """Whether the file of this name, below site/, is written by publishing."""
    of_a_hub = name.parent.as_posix() == WHOLE and name.name != "index.md"
    return name.parts[0] == PIECES or of_a_hub or name.stem.isdecimal()


def place(name: str) -> Path:
    """Where the file of this name stands below the folder of the site: `your-hub/CODE.md` is a page of its own."""
    return Path("site", name) if "/" in name else Path("site", PIECES, name)


def left_over(root: Path, told: Iterable[str]) -> list[str]:
    """The names of the pages that were written once and are not told any more."""
    kept = {place(name) for name in told}
    pages = [path.relative_to(root / "site") for path in sorted((root / "site").rglob("*.md"))]
    written = [page for page in pages if page.parts[0] != PIECES and is_written(page)]
    return [page.as_posix() for page in written if Path("site", page) not in kept]
