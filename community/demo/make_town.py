"""Makes the invented town, part by part."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import count

from community.book import Book
from community.casework import propose
from community.demo.demo_contacts import add_calls, add_safe_contact, agree_visits, ask_pairs, tell_people
from community.demo.demo_directory import add_enquiries, add_opportunities, add_organisations, add_services
from community.demo.demo_feedback import add_complaints, add_feedback, add_subscribers, write_who_answered
from community.demo.demo_help import Helping
from community.demo.demo_ledger import LedgerBook, ToldTwice, load
from community.demo.demo_life import add_accidents, add_keys, add_ways_of_life
from community.demo.demo_messages import with_email
from community.demo.demo_names import Cast
from community.demo.demo_plans import plan
from community.demo.demo_pool import Pool
from community.demo.demo_progress import move_volunteers
from community.demo.demo_requests import add_requests
from community.demo.demo_rounds import add_champions, add_food_round, add_households, hand_one_over
from community.demo.demo_sessions import add_sessions
from community.demo.demo_setbacks import close_own, close_unmet, tell
from community.demo.demo_story import Story
from community.demo.demo_support import add_loans, add_payments, add_referrals, add_shifts
from community.demo.demo_town import Town
from community.demo.demo_triage import hold_some, triage_requests
from community.demo.demo_volunteers import add_volunteers
from community.places import Places
from community.settings import Settings

BESIDE = (
    add_services,
    add_opportunities,
    add_enquiries,
    add_sessions,
    add_subscribers,
    add_referrals,
    add_shifts,
    add_payments,
    add_loans,
    add_households,
    add_feedback,
    add_complaints,
    add_keys,
    add_accidents,
    add_ways_of_life,
    add_champions,
    add_food_round,
    hand_one_over,
)
"""What a community has once, besides people who help each other, in an order in which each finds what it is about."""
DISTRICT = 2_500
"""So many volunteers are made at a time, with those whom they help: more would only take more memory."""


def make_town(
    book: Book,
    settings: Settings,
    places: Places,
    *,
    seed: int,
    today: date,
    volunteers: int,
    requests: int,
    made: Callable[[int, int], object] = lambda _one, _of: None,
) -> dict[str, int]:
    """Fill the book with a town that ends on the morning of `today`; how many rows each table got.

    The demo makes up who does what and when; casework decides what comes of it. The same seed, day, sizes and settings
    give the same rows, ids and times. A larger community is made district by district; nobody helps in another one.
    `made` hears how many districts are made, of how many.
    """
    settings, cast, rows = with_email(settings), Cast(seed), Counter[str]()
    number = max(1, round(volunteers / DISTRICT))
    for one in range(number):
        share = [total * (one + 1) // number - total * one // number for total in (volunteers, requests)]
        for again in count():
            own = f"{seed}" if one + again == 0 else f"{seed}.{one}.{again}"
            try:
                with book.reading() as beneath:
                    town = Town(LedgerBook(beneath, own), settings, places, cast=cast, seed=own, today=today)
                    _district(town, *share, first=one == 0)
                load(book, town.ledger)
                break
            except ToldTwice:
                continue  # of millions of ids two may be alike: these people get others
        rows.update({table: len(records) for table, records in town.ledger.records.items() if records})
        made(one + 1, number)
    book.remember(lambda connection: write_who_answered(connection, f"{seed}", today))
    return dict(rows)


def _district(town: Town, volunteers: int, requests: int, *, first: bool) -> None:
    """Everything that happens among so many volunteers, and in the first district what a community has only once."""
    if first:
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
    agree_visits(town)
    ask_pairs(town)
    tell_people(town)
    add_calls(town)
    for add in BESIDE if first else ():
        add(town)
    add_safe_contact(town)
    town.ledger.now = town.calendar.now
    propose(town.ledger, town.settings, town.calendar.now)
