"""Memory that a pull takes, for the bench: `python -m tests.bench.pulled`, the spreadsheet named by the environment.

Prints how many MB the process was larger at its largest than before the pull, as Linux counts them, and how many rows
came.
"""

import resource
from contextlib import closing
from pathlib import Path

from community.book import utc_now
from community.runtime.book_opening import open_book
from community.settings import load
from sheets_sync.sheets_service import Service
from sheets_sync.spreadsheet_access import connection
from sheets_sync.sync import sync


def main() -> None:
    """Pull everything into a new book."""
    settings = load()
    with closing(open_book(settings, make=True)) as book, Service(connection(settings)) as service:
        service.look()  # what the first request alone takes is not the pull's
        before = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1024
        done = sync(book, service, settings, now=utc_now, push=False)
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print((after - before) / 1024, done.received)


if __name__ == "__main__":
    main()
