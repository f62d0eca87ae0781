"""How the last publishing went, for the dashboard, in a small file in the data folder with nothing personal in it."""

import json
from datetime import datetime
from pathlib import Path

from community.tables.canonical import instant, moment

_FILE = "published.json"


def tell(folder: Path, now: datetime, failed: str | None = None) -> None:
    """Note that publishing went well, or why it failed. If the note can't be written, it is left out."""
    try:
        new = folder / f"{_FILE}.new"
        new.write_text(json.dumps({"at": instant(now), "failed": failed}), encoding="utf-8")
        new.replace(folder / _FILE)
    except OSError:
        return


def last(folder: Path) -> tuple[datetime, str | None] | None:
    """When publishing was tried last, and why it failed, if it did. None where nothing was published from here."""
    try:
        told = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return moment(told["at"]), told["failed"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
