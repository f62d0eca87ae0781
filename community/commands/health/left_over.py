"""What was left in the data folder, and erasures of which nobody knows the end."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from community.commands.copies import erased_list, left_over
from community.commands.health import Finding
from community.errors import UserFacingError
from community.settings import Settings


def look(settings: Settings, now: datetime, erased: Iterable[str]) -> Iterator[Finding]:
    """Nothing is touched. `erased` are the ids of records that were erased."""
    half, theirs = left_over.half_made(settings, now), left_over.exports_of(settings, erased)
    old = [path for path in left_over.old_exports(settings, now) if path not in theirs]
    counts = (
        (len(half), "half-written backup or key", "half-written backups or keys"),
        (len(theirs), "file exported about somebody who was erased", "files exported about people who were erased"),
        (len(old), "export that is more than 35 days old", "exports that are more than 35 days old"),
    )
    if told := [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]:
        words = f"In the data folder: {', '.join(told)}. `retention --apply` removes them."
        yield Finding("left over", "think", words)
    try:
        begun = erased_list.own(settings).begun
    except UserFacingError as error:
        yield Finding("erasures", "wrong", str(error))
        return
    if begun:
        words = "An erasure was begun and its end not written down. The next start looks it up in the book."
        yield Finding("erasures", "think", words)
