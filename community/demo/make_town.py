"""Makes the invented town, part by part."""

from datetime import date

from community.book import Book
from community.casework import propose
from community.demo.demo_contacts import add_calls, ask_pairs, tell_people
from community.demo.demo_help import Helping
from community.demo.demo_ledger import LedgerBook
from community.demo.demo_loading import load
from community.demo.demo_organisations import add_organisations
from community.demo.demo_plans import plan
from community.demo.demo_pool import Pool
from community.demo.demo_progress import move_volunteers
from community.demo.demo_requests import add_requests
from community.demo.demo_setbacks import tell
from community.demo.demo_story import Story
from community.demo.demo_town import Town
from community.demo.demo_triage import triage_requests
from community.demo.demo_unmet import close_own, close_unmet
from community.demo.demo_volunteers import add_volunteers
from community.demo.demo_waiting import hold_some
from community.places import Places
from community.settings import Settings


def make_town(
    book: Book, settings: Settings, places: Places, *, seed: int, today: date, volunteers: int, requests: int
) -> dict[str, int]:
    """Fill the empty book with a town that ends on the morning of `today`; how many rows each table got.

    The demo makes up who does what and when; casework decides what comes of it. The same seed, day, sizes and settings
    give the same rows, ids and times.
    """
    with book.reading() as empty:
        town = Town(LedgerBook(empty, seed), settings, places, seed=seed, today=today)
        add_organisations(town)
        add_volunteers(town, volunteers)
        move_volunteers(town)
        wanted = triage_requests(town, add_requests(town, requests))
        hold_some(town, wanted)
        story = Story(town.calendar.now)
        helping = Helping(town, story)
        helps, unmet = plan(town, Pool(town), wanted)
        for each in helps:
            tell(helping, each)
        close_unmet(town, helping, unmet)
        close_own(town, helping, wanted)
        story.tell()
        ask_pairs(town)
        tell_people(town)
        add_calls(town)
        town.ledger.now = town.calendar.now
        propose(town.ledger, settings, town.calendar.now)
    load(book, town.ledger)
    return {table: len(records) for table, records in town.ledger.records.items() if records}
