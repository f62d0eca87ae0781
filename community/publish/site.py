"""Building the public site in a fresh folder, and putting it in the old one's place only when it is whole."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from community.errors import UserFacingError

SECONDS = 300


class BuildFailed(UserFacingError):
    """The site could not be built. The one that was there is untouched."""


def build(root: Path) -> None:
    """Build `root`/build/site strictly from `root`/mkdocs.yml: every warning stops it. Raises BuildFailed."""
    built = root / "build" / "site"
    built.parent.mkdir(exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="site-", dir=built.parent))
    try:
        # Never --quiet: MkDocs would then not count the warnings that --strict is about.
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh / "site")]
        try:
            done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            raise BuildFailed("Building the site took too long. The site that was there is untouched.") from None
        if done.returncode != 0:
            raise BuildFailed(
                f"The site was not built, and the one that was there is untouched. MkDocs said:\n{done.stderr}"
            )
        _swap(fresh / "site", built, aside=fresh / "before")
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(new: Path, place: Path, *, aside: Path) -> None:
    """Put the new folder in place. Two renames: whoever serves the site from memory never sees the moment between."""
    if place.exists():
        place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        if aside.exists():
            aside.rename(place)
        raise BuildFailed("The new site could not be put in place, so the old one stays.") from None
