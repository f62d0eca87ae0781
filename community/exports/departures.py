"""What has left: who took it, when, what kind and how many rows. Never what stood in it."""

import getpass
import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from community.errors import UserFacingError

FILE = "exports.jsonl"


class NotNotedError(UserFacingError):
    """It can't be noted that something leaves, so it does not leave."""


@dataclass(frozen=True)
class Departure:
    """One file or print-out with people in it."""

    at: str
    by: str
    kind: str
    """The table or the command, in our own words."""
    form: str
    """csv, xlsx, json, zip or txt."""
    rows: int


def note(folder: Path, kind: str, form: str, rows: int, *, now: datetime, by: str | None = None) -> None:
    """Note that it leaves, before it does. Without `by` it is whoever is logged in on this machine.

    Raises NotNotedError when the folder does not let us: nothing leaves unnoted.
    """
    one = Departure(now.isoformat(timespec="seconds"), by or _on_this_machine(), kind, form, rows)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        opened = os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as file:
            file.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")
    except OSError:
        raise NotNotedError(
            f"Nothing was given out: {FILE} in the data folder can't be written, and it has to say who took what."
        ) from None


def noted(folder: Path) -> list[Departure]:
    """All that was noted, the oldest first. A line that was cut short is left out."""
    found = []
    for line in (folder / FILE).read_text("utf-8").splitlines() if (folder / FILE).exists() else []:
        try:
            found.append(Departure(**json.loads(line)))
        except (ValueError, TypeError):
            continue
    return found


def _on_this_machine() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody on this machine"
