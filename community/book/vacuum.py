"""Making what was deleted unreadable: in the write-ahead log and in the free pages of the file too."""

import contextlib
import sqlite3
import time
from typing import Any

import sqlalchemy as sa

_SECONDS = 20.0


def compact(engine: sa.Engine, *, seconds: float = _SECONDS) -> bool:
    """Rewrite the database without what was deleted. False when other programs held it open too long to finish."""
    if engine.dialect.name == "postgresql":
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(sa.text("VACUUM FULL"))
        return True
    raw = engine.raw_connection()
    try:
        driver: Any = raw.driver_connection
        until = time.monotonic() + seconds
        with contextlib.suppress(sqlite3.OperationalError):  # "locked": told by the log that could not be emptied
            driver.execute("VACUUM")
            while time.monotonic() < until:
                busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                if not busy:
                    return True
                time.sleep(0.2)
        return False
    finally:
        raw.close()
