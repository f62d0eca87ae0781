"""The intake over a book of its own, for the bench: `python -m tests.bench.serve PORT SYNC_MS one|many`.

SYNC_MS is added to each commit, as a slow disk would. `one` commits each submission by itself: the plain way,
to compare with.
"""

import sys
import time

import uvicorn
from sqlalchemy import event

from community.book import Book, group_commit
from community.places import Places
from community.runtime.book_opening import book_address
from community.settings import load
from intake.connection_limits import Connections
from intake.uvicorn_server import configured, limits_here
from intake.web_app import Intake


def main() -> None:
    """Serve until killed."""
    port, sync, how = int(sys.argv[1]), float(sys.argv[2]) / 1000, sys.argv[3]
    if how == "one":
        group_commit.MOST_AT_ONCE = 1
    settings = load()
    book = Book.open(book_address(settings))

    @event.listens_for(book.engine, "commit")
    def _slow_disk(connection: object) -> None:
        if connection.get_execution_options().get("writes"):  # type: ignore[attr-defined]
            time.sleep(sync)

    app = Intake(settings, book, Places.open(settings.home, settings.hubs)).app()
    uvicorn.Server(configured(app, Connections(limits_here()), host="127.0.0.1", port=port)).run()


if __name__ == "__main__":
    main()
