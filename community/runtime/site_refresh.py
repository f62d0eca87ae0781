"""Rebuilds the public site when its sources have changed since the last build."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

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
    """Return what tells one build from another: pages, search, MkDocs and what it is told, and who we are."""
    sources = [settings.site / "mkdocs.yml", PROGRAM / "requirements.txt"]
    for top in (settings.site / "site", PROGRAM / "community/search", PROGRAM / "community/forms"):
        for folder, _, names in os.walk(top):
            sources += [Path(folder) / name for name in names if not name.endswith(".pyc")]
    words = json.dumps(public_words(settings.community), sort_keys=True)
    digest = hashlib.sha256(f"{settings.public_url}{settings.community.model_dump_json()}{words}".encode())
    for path in sorted(sources):
        digest.update(path.as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
