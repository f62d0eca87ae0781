"""Write what the hubs hand out on paper: leaflets, posters, door cards, call sheets and packs for parishes."""

from pathlib import Path

import click

from community.book import utc_now
from community.publish import papers
from community.runtime.book_opening import open_book
from community.settings import load


@click.command("leaflets")
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write to (default: leaflets in the data folder).",
)
def command(folder: Path | None) -> None:
    """Write what the hubs hand out on paper: leaflets, posters, door cards, call sheets and packs for parishes.

    Each hub of the settings gets an A5 leaflet, an A4 poster, four door cards with room for the password, a call sheet
    for a day without the computer, and a pack with the services near. Open a file in a browser and print it in its own
    size, at 100 % and without the browser's own margins. Nothing in them is about anybody.

    With PUBLIC_URL set, leaflet, poster and pack carry a code that leads a telephone's camera to the page of the hub.

    \b
    Example:
      python -m community leaflets
      python -m community leaflets --to /tmp/leaflets
    """
    settings = load()
    book = open_book(settings)
    try:
        with book.reading() as reader:
            told = papers(reader, settings, utc_now())
    finally:
        book.close()
    folder = folder or settings.book_home / "leaflets"
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in told.items():
        (folder / name).write_text(page, encoding="utf-8", newline="\n")
    click.echo(f"{len(told)} files for {len(settings.hubs)} hubs are in {folder}.")
    if settings.public_url is None:
        click.echo("PUBLIC_URL is not set, so they carry no code to scan.")
