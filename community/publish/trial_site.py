"""The public site of the invented town: its sources copied into the town's own folder, so that nothing else is touched.

The web service says on each of its pages that the people are invented. It is never published.
"""

import shutil

from community.publish.written_pages import PIECES, is_written
from community.settings import PROGRAM, Settings


def is_there(settings: Settings) -> bool:
    """Whether the invented town has a site of its own already."""
    return (settings.site / "mkdocs.yml").is_file()


def lay_out(settings: Settings) -> None:
    """Copy the program's pages to the invented town's, and keep those that were written from its book."""
    began, source = is_there(settings), PROGRAM / "site"
    here, before = settings.site / "site", settings.site / "before"
    shutil.rmtree(before, ignore_errors=True)
    if here.exists():
        here.rename(before)
    shutil.copytree(source, here)
    if began and before.exists():
        for path in sorted(here.rglob("*.md")):
            name = path.relative_to(here)
            # A piece that is new with the program stays as it comes: a page of the program includes it.
            if is_written(name) and name.parts[0] != PIECES:
                path.unlink()
        for path in sorted(before.rglob("*")):
            name = path.relative_to(before)
            if path.is_file() and is_written(name):
                (here / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, here / name)
    shutil.rmtree(before, ignore_errors=True)
    shutil.copy2(PROGRAM / "mkdocs.yml", settings.site)
