"""What was left in the data folder, and erasures of which nobody knows the end."""

import os
from collections.abc import Iterable, Iterator
from datetime import datetime

from community import exports
from community.commands import leftovers
from community.commands.health import HealthFinding
from community.errors import UserFacingError
from community.runtime import erased_list
from community.settings import Settings


def look(settings: Settings, now: datetime, erased: Iterable[str]) -> Iterator[HealthFinding]:
    """Nothing is touched. `erased` are the ids of records that were erased."""
    half, theirs = leftovers.half_made(settings, now), leftovers.exports_of(settings, erased)
    old = [path for path in leftovers.old_exports(settings, now) if path not in theirs]
    counts = (
        (len(half), "half-written backup or key", "half-written backups or keys"),
        (len(theirs), "file exported about somebody who was erased", "files exported about people who were erased"),
        (len(old), "export that is more than 35 days old", "exports that are more than 35 days old"),
    )
    if told := [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]:
        words = f"In the data folder: {', '.join(told)}. `retention --apply` removes them."
        yield HealthFinding("left over", "think", words)
    yield from _noted(settings, now)
    try:
        begun = erased_list.own(settings).begun
    except UserFacingError as error:
        yield HealthFinding("erasures", "wrong", str(error))
        return
    if begun:
        words = "An erasure was begun and its end not written down. The next start looks it up in the book."
        yield HealthFinding("erasures", "think", words)


def _noted(settings: Settings, now: datetime) -> Iterator[HealthFinding]:
    """The notes of what left: whether they can be written and read, and whether time has passed over them."""
    folder, what = settings.book_home, "what left"
    path = folder / exports.FILE
    try:
        broken, found = exports.unreadable(folder), exports.noted(folder)
    except OSError:
        broken, found = 0, []
        if path.exists():
            words = f"{exports.FILE} can't be read, so nothing can be given out. Put it aside, and find out why."
            yield HealthFinding(what, "wrong", words)
            return
    if path.exists() and not os.access(path, os.W_OK):
        yield HealthFinding(what, "wrong", f"{exports.FILE} can't be written, so nothing can be given out.")
    elif broken:
        lines = "a line" if broken == 1 else f"{broken} lines"
        yield HealthFinding(what, "think", f"{lines} of {exports.FILE} can't be read: cut short, or changed by hand.")
    elif found and found[-1].at > now.isoformat(timespec="seconds"):
        yield HealthFinding(what, "think", "Something is noted in the future. Set this machine's clock.")
    elif exports.too_old(folder, now, settings.exports.noted_months):
        yield HealthFinding(what, "think", "Notes of what left are past their time. `retention --apply` removes them.")
    elif found:
        last = f"{found[-1].kind} on {found[-1].at[:10]} by {found[-1].by}"
        yield HealthFinding(what, "well", f"{len(found)} noted, the last {last}. `exported` prints all.")
