"""Rebuilds the public site when its sources have changed since the last build."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

from community.settings import Settings, site_root
from community.settings.public_words import public_words

PROGRAM = Path(__file__).resolve().parents[2]
ROOT = site_root()
BUILT = ROOT / "build" / "site"
STAMP = ROOT / "build" / "site.sha256"


def build_if_changed(build: Callable[[], None], settings: Settings) -> bool:
    """Call `build` (it must leave the site in build/site) unless the last one came from the same sources and settings.

    Returns whether it was called. A build that fails or is cut short is made again the next time.
    """
    now = fingerprint(settings)
    if BUILT.is_dir() and STAMP.is_file() and STAMP.read_text(encoding="ascii") == now:
        return False
    STAMP.unlink(missing_ok=True)
    build()
    STAMP.parent.mkdir(parents=True, exist_ok=True)
    STAMP.write_text(now, encoding="ascii")
    return True


def fingerprint(settings: Settings) -> str:
    """Return what tells one build from another: pages, search, MkDocs and what it is told, and who we are."""
    sources = [ROOT / "mkdocs.yml", PROGRAM / "requirements.txt"]
    for top in (ROOT / "site", PROGRAM / "community/search", PROGRAM / "community/forms"):
        for folder, _, names in os.walk(top):
            sources += [Path(folder) / name for name in names if not name.endswith(".pyc")]
    words = json.dumps(public_words(settings.community), sort_keys=True)
    digest = hashlib.sha256(f"{settings.public_url}{settings.community.model_dump_json()}{words}".encode())
    for path in sorted(sources):
        digest.update(path.as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
