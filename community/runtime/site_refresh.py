"""Publishes the lists that a decision, a setting or a day changes, and builds the site anew if its sources changed."""

import hashlib
import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from community import publish
from community.book import Book
from community.errors import UserFacingError
from community.publish import publish_status, trial_site
from community.publish.publish_site import prepare_lists
from community.settings import PROGRAM, Settings
from community.settings.public_words import public_words


def build_if_changed(build: Callable[[], None], settings: Settings) -> bool:
    """Call `build` (it must leave the site in build/site) unless the last one came from the same sources and settings.

    Returns whether it was called. A build that fails or is cut short is made again the next time.
    """
    now, built = fingerprint(settings), settings.site / "build" / "site"
    stamp = built.with_name("site.sha256")
    if built.is_dir() and stamp.is_file() and stamp.read_text(encoding="ascii") == now:
        return False
    stamp.unlink(missing_ok=True)
    build()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(now, encoding="ascii")
    return True


def fingerprint(settings: Settings) -> str:
    """Return what tells one build from another: pages, search, languages, MkDocs with what it is told, and us."""
    sources = [settings.site / "mkdocs.yml", PROGRAM / "requirements.txt"]
    ours = ("community/search", "community/forms", "community/wording/catalogues")
    for top in (settings.site / "site", *(PROGRAM / each for each in ours)):
        for folder, _, names in os.walk(top):
            sources += [Path(folder) / name for name in names if not name.endswith(".pyc")]
    own = {code: dict(spoken.own) for code, spoken in settings.languages_on.items()}
    words = json.dumps([public_words(settings.community), own], sort_keys=True)
    digest = hashlib.sha256(f"{settings.public_url}{settings.community.model_dump_json()}{words}".encode())
    for path in sorted(sources):
        digest.update(path.as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def lists_are_behind(book: Book, settings: Settings, now: datetime) -> bool:
    """Whether the site says something else than the book. Raises Invented where invented people would be published.

    The invented town's own site is looked after from when it was first made.
    """
    if settings.site_is_trial and not trial_site.is_there(settings):
        return False
    return bool(publish.stale(settings.site, prepare_lists(book, settings, now)))


def publish_lists(book: Book, settings: Settings, now: datetime) -> None:
    """Write the lists, build the site, and note how that went for the dashboard. Raises what stopped it."""
    try:
        publish.publish(settings.site, prepare_lists(book, settings, now), lambda: build(settings))
    except (UserFacingError, OSError) as reason:
        publish_status.tell(settings.book_home, now, str(reason) or type(reason).__name__)
        raise
    publish_status.tell(settings.book_home, now)


def build(settings: Settings) -> bool:
    """Whether the site had to be built, after building it."""
    return build_if_changed(lambda: publish.build(settings.site, settings), settings)
