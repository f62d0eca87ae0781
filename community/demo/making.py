"""Making the town, part after part."""

from datetime import date

from community.book import Book
from community.demo.asking import add_requests
from community.demo.loading import load
from community.demo.progress import move_volunteers
from community.demo.town import Town
from community.demo.triage import triage
from community.demo.volunteers import add_volunteers
from community.places import Places
from community.settings import Settings


def make_town(
    book: Book, settings: Settings, places: Places, *, seed: int, today: date, volunteers: int, requests: int
) -> dict[str, int]:
    """Fill the empty book with a town that ends on the morning of `today`; how many rows each table got.

    The same seed, day, sizes and settings give the same rows, ids and times.
    """
    town = Town(settings, places, seed=seed, today=today)
    add_volunteers(town, volunteers)
    move_volunteers(town)
    triage(town, add_requests(town, requests))
    load(book, town.ledger)
    return {table: len(records) for table, records in town.ledger.records.items() if records}
