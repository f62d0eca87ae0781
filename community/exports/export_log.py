"""The log of exports: who took one, when, what kind and how many rows. Never its contents."""

import getpass
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from community.errors import UserFacingError

FILE = "exports.jsonl"
_ASIDE = "exports.jsonl.aside"


class NotNotedError(UserFacingError):
    """The export can't be noted, so it does not take place."""


@dataclass(frozen=True)
class Departure:
    """One file or print-out with people in it."""

    at: str
    by: str
    kind: str
    """The table or the command, in our own words."""
    form: str
    """csv, xlsx, json, zip, txt, or html for paper."""
    rows: int


def note(folder: Path, kind: str, form: str, rows: int, *, now: datetime, by: str | None = None) -> None:
    """Note an export before it takes place. Without `by` it is noted for the user logged in on this machine.

    Raises NotNotedError when the folder is not writable: no export goes unnoted.
    """
    one = Departure(now.isoformat(timespec="seconds"), by or _on_this_machine(), kind, form, rows)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _append(folder, [json.dumps(asdict(one), ensure_ascii=False)])
    except OSError:
        raise NotNotedError(
            f"Nothing was given out: {FILE} in the data folder can't be written, and it has to say who took what."
        ) from None


def noted(folder: Path) -> list[Departure]:
    """All exports noted, the oldest first. Lines that can't be read are left out; `unreadable` counts them."""
    return sorted((one for line in _lines(folder) if (one := _read(line)) is not None), key=lambda one: one.at)


def unreadable(folder: Path) -> int:
    """How many lines of the log can't be read: cut short, or changed by hand. Raises OSError if no line can."""
    return sum(_read(line) is None for line in _lines(folder))


def too_old(folder: Path, now: datetime, months: int) -> int:
    """How many of the notes are older than so many months."""
    return sum(one.at < _limit(now, months) for one in noted(folder))


def forget_old(folder: Path, now: datetime, months: int) -> None:
    """Remove notes older than that. Notes made by another program meanwhile stay.

    The file is put aside, and what is kept is written behind whatever was begun anew since. Interrupted, it is done
    again the next time, and is read from both meanwhile. What can't be read goes with what is old.
    """
    if not too_old(folder, now, months) and not (folder / _ASIDE).exists():
        return
    if not (folder / _ASIDE).exists():
        (folder / FILE).rename(folder / _ASIDE)
    kept: list[str] = []
    while kept != (found := [line for line in _lines(folder, _ASIDE) if _is_kept(line, now, months)]):
        _append(folder, found[len(kept) :])  # somebody may have opened it just before
        kept = found
    (folder / _ASIDE).unlink()


def _is_kept(line: str, now: datetime, months: int) -> bool:
    one = _read(line)
    return one is not None and one.at >= _limit(now, months)


def _limit(now: datetime, months: int) -> str:
    return (now - timedelta(days=months * 365.25 / 12)).isoformat(timespec="seconds")


def _lines(folder: Path, *files: str) -> list[str]:
    found: list[str] = []
    for name in files or (_ASIDE, FILE):
        if (folder / name).exists():
            found += (folder / name).read_text("utf-8", errors="replace").splitlines()
    return found


def _read(line: str) -> Departure | None:
    try:
        one = Departure(**json.loads(line))
        datetime.fromisoformat(one.at)
    except (ValueError, TypeError):
        return None
    return one


def _append(folder: Path, lines: Iterable[str]) -> None:
    opened = os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(opened, "w", encoding="utf-8") as file:
        file.write("".join(f"{line}\n" for line in lines))
        file.flush()
        os.fsync(file.fileno())


def _on_this_machine() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody on this machine"
