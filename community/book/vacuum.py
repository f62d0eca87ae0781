"""Making deleted data unreadable, in the write-ahead log and in the free pages of the file too."""

import contextlib
import sqlite3
import time
from typing import Any

import sqlalchemy as sa

from community.book.database import BUSY_MS

_SECONDS = 20.0


def compact(engine: sa.Engine, *, seconds: float = _SECONDS) -> bool:
    """Whether the database was rewritten without deleted data. False when other programs held it open too long."""
    if engine.dialect.name == "postgresql":
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(sa.text("VACUUM FULL"))
        return True
    raw = engine.raw_connection()
    driver: Any = raw.driver_connection
    until = time.monotonic() + seconds
    try:
        # Otherwise each step would wait for others as long as a writer does, however little time the caller has.
        driver.execute(f"PRAGMA busy_timeout={seconds * 1000:.0f}")
        with contextlib.suppress(sqlite3.OperationalError):  # "locked": told by the log that could not be emptied
            driver.execute("VACUUM")
            while True:
                busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                if not busy or time.monotonic() >= until:
                    return not busy
                time.sleep(0.2)
        return False
    finally:
        driver.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        raw.close()
