"""Checks of safeguarding concerns: whether somebody receives them, and whether their key is here and fits."""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from community.book import Book, BookUnavailable, connect
from community.commands.health import HealthFinding
from community.concerns import NoConcernsKey, is_kept_here, is_received, opens_all, seal_of
from community.runtime.book_opening import book_address
from community.settings import Settings

_KEEP = "Keep a copy of concerns_key in another place than the backups: without it nobody can open what is sealed."


def look(settings: Settings) -> Iterator[HealthFinding]:
    """Findings on receivers and key. They don't reveal whether there is any concern, unless one can't be opened."""
    if not is_kept_here(settings):
        yield HealthFinding(
            "concerns", "well", "They are not kept here, because a spreadsheet keeps the book. The form is off."
        )
        return
    if not is_received(settings):
        yield HealthFinding("concerns", "think", "Nobody in people.toml is the safeguarding lead, so the form is off.")
    yield _key(settings)


def _key(settings: Settings) -> HealthFinding:
    address = book_address(settings)
    if "://" in address or not Path(address).exists():
        return HealthFinding("concerns key", "well", _KEEP)
    engine: sa.Engine | None = None
    try:
        engine = connect(address)
        opens_all(settings, Book(engine))
    except NoConcernsKey:
        words = "The key that opens sealed records is not here, or is another one. Put concerns_key back from its copy."
        return HealthFinding("concerns key", "wrong", words)
    except (sa.exc.DBAPIError, OSError, BookUnavailable):
        return HealthFinding("concerns key", "think", "The book could not be read, so the key was not tried.")
    finally:
        if engine is not None:
            engine.dispose()
    if settings.concerns_key is None:
        try:
            seal_of(settings)
        except NoConcernsKey:
            return HealthFinding("concerns key", "well", "It is made with the first concern.")
    return HealthFinding("concerns key", "well", _KEEP)
