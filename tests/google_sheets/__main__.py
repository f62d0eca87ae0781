"""`python -m tests.google_sheets --port 8095`: the stand-in by itself."""

import signal
import threading
from pathlib import Path

import click

from .server import StandIn


@click.command()
@click.option("--port", type=int, default=8095, show_default=True, help="On 127.0.0.1; 0 takes a free one.")
@click.option("--spreadsheet", "keys", multiple=True, help="Id of a spreadsheet to begin with; may be given again.")
@click.option("--delay-ms", type=float, default=0, help="How long each answer takes.")
@click.option("--reads", type=int, help="Reads a minute (Google: 60 for a user).")
@click.option("--writes", type=int, help="Writes a minute (Google: 60 for a user).")
@click.option("--fault", "faults", multiple=True, help="KIND or KIND=PROBABILITY, such as applied_then_503=0.05.")
@click.option("--seed", type=int, default=0, help="For the faults.")
@click.option("--state", type=click.Path(path_type=Path), help="Read this file at the start and write it at the end.")
def main(
    port: int,
    keys: tuple[str, ...],
    delay_ms: float,
    reads: int | None,
    writes: int | None,
    faults: tuple[str, ...],
    seed: int,
    state: Path | None,
) -> None:
    """Stand in for Google Sheets on this machine until Ctrl+C.

    \b
    Example:
      python -m tests.google_sheets --port 8095 --spreadsheet town
      SHEETS_API_ROOT=http://127.0.0.1:8095 SHEET_ID=town python -m sheets_sync check
    """
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    with StandIn(port, seed=seed) as google:
        if state is not None and state.exists():
            google.world.load(state)
        for key in keys:
            if key not in google.world.books:
                google.spreadsheet(key, spreadsheet_id=key)
        google.delay = delay_ms / 1000
        google.quota.limits.update(Read=reads, Write=writes)
        for fault in faults:
            kind, _, probability = fault.partition("=")
            google.faults.add(kind, probability=float(probability or 1))
        click.echo(google.root)
        ended.wait()
        if state is not None:
            google.world.save(state)


if __name__ == "__main__":
    main()
