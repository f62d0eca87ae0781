"""Builds the public site in a fresh folder, which replaces the old one only when it is complete."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from community import search
from community.book import utc_now
from community.errors import UserFacingError
from community.publish import language_pages, news_listings, open_referral, role_pages, session_listings
from community.publish.helpline_markdown import DAYS_OFF
from community.settings import Settings
from community.settings.public_words import public_words
from community.tables.canonical import LONDON

SECONDS = 300


class BuildFailed(UserFacingError):
    """The site could not be built. The one that was there is untouched."""


def build(root: Path, settings: Settings) -> None:
    """Build `root`/build/site, replacing the old site only when it is complete. Raises BuildFailed."""
    built = root / "build" / "site"
    built.parent.mkdir(exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="site-", dir=built.parent))
    try:
        make(root, fresh / "site", settings)
        _swap(fresh / "site", built, aside=fresh / "before")
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def make(root: Path, folder: Path, settings: Settings, *, engine: str = "mkdocs") -> None:
    """Build the site into the folder, strictly from `root`/mkdocs.yml: every warning stops it. Raises BuildFailed.

    What the pages say of this community (`%telephone%`, `%promise%`) comes from the settings, whatever stands there.

    The settings' public address is what search engines and those who share a page are told; without it they are told
    none. Last come the index of our own search, out of what the pages say now, the directory for other programs, and
    files for calendars. Zensical, which follows MkDocs (docs/adr/0003-generated-markdown.md), is the other engine.
    """
    # Never --quiet: MkDocs would then not count the warnings that --strict is about.
    command = [sys.executable, "-m", engine, "build", "--strict"]
    # Material would advertise its successor at each build; docs/adr/0003-generated-markdown.md is about that.
    told = os.environ | {"PUBLIC_URL": settings.public_url or "", "NO_MKDOCS_2_WARNING": "1"}
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Beside the folder, so that a rename is enough; with the sources, as Zensical reads nothing outside its own folder.
    with tempfile.TemporaryDirectory(prefix="site-", dir=folder.parent) as aside:
        shutil.copytree(root / "site", Path(aside, "site"))
        left_out, languages = language_pages.taken_in(settings, Path(aside, "site"))
        for other in Path(aside, "site").glob("[a-z][a-z]"):
            if other.name not in languages:
                shutil.rmtree(other)  # Zensical would build what is only left out by the settings
        config = {
            "INHERIT": str((root / "mkdocs.yml").absolute()),
            "site_name": settings.community.name,
            "extra": {"hub": public_words(settings.community), "languages": languages, "closed": _closed_soon(root)},
            **left_out,
        }
        # JSON is YAML too, and quotes whatever a name may hold.
        Path(aside, "mkdocs.yml").write_text(json.dumps(config, ensure_ascii=False), "utf-8")
        try:
            done = subprocess.run(
                command, cwd=aside, env=told, capture_output=True, text=True, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            raise BuildFailed("Building the site took too long. The site that was there is untouched.") from None
        if done.returncode != 0:
            said = f"The builder said:\n{done.stderr or done.stdout}"
            raise BuildFailed(f"The site was not built, and the one that was there is untouched. {said}")
        shutil.rmtree(folder, ignore_errors=True)
        Path(aside, "build", "site").rename(folder)
    search.write(folder, settings.community)
    written = root / "site" / "_generated"
    open_referral.write(folder, written / open_referral.FILE)
    news_listings.write(folder, root / "site", settings, utc_now().astimezone(LONDON).date())
    role_pages.write(folder, written / role_pages.FILE)
    session_listings.write_calendars(folder, written / session_listings.CALENDARS)


def _closed_soon(root: Path) -> str:
    """The sentence that says when we are closed soon, as publishing wrote it; mostly there is none."""
    told = root / "site" / "_generated" / DAYS_OFF
    return "\n".join(told.read_text(encoding="utf-8").splitlines()[1:]) if told.is_file() else ""


def _swap(new: Path, place: Path, *, aside: Path) -> None:
    """Put the new folder in place with two renames. A service that has the site in memory never sees it missing."""
    if place.exists():
        place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        if aside.exists():
            aside.rename(place)
        raise BuildFailed("The new site could not be put in place, so the old one stays.") from None
