"""The invented town is of the first community's size, and looks like it."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import community.casework as cw
from community.book import Book, Row
from community.book.retention_rules import due
from community.demo.demo_names import words
from community.places import Places, parse
from community.settings.response_promise import answer_by
from community.tables import TABLES
from community.tables.canonical import moment, split
from community.tables.status_machines import MACHINES
from community.tables.vocabulary import HELP_REQUEST, MATCH, NEED_CLOSED, VOLUNTEER
from tests.demo.towns import NOW, TODAY, settings


def statuses(book: Book, table: str) -> Counter[str]:
    return Counter(row["status"] for row in book.rows(table))


def test_it_has_the_size_of_the_first_community(full: Book) -> None:
    assert full.count("volunteers") == 2500
    assert full.count("help_requests") == 700
    assert statuses(full, "organisations") == {"approved": 56, "offered": 3, "withdrawn": 1}
    assert 400 < full.count("residents") < 600
    assert 700 < full.count("needs") < 1000
    assert 1500 < full.count("visits", lambda c: [c.status == "done"]) < 3000


def test_nobody_in_it_is_printed_who_has_not_signed(full: Book) -> None:
    approved = full.rows("organisations", lambda c: [c.status == "approved"])
    assert [row["id"] for row in approved if row["signed_on"] is None] == []


def test_nine_in_ten_of_the_volunteers_who_help_help_again_a_person_they_know(full: Book) -> None:
    done = full.rows("visits", lambda c: [c.status == "done"])
    times = Counter((visit["volunteer_id"], visit["resident_id"]) for visit in done)
    helping = {volunteer for volunteer, _ in times}
    returning = {volunteer for (volunteer, _), number in times.items() if number > 1}
    assert len(helping) > 120
    assert len(returning) / len(helping) == pytest.approx(0.9, abs=0.025)


def test_somebody_stands_in_every_status(full: Book) -> None:
    assert set(statuses(full, "volunteers")) == set(VOLUNTEER)
    assert set(statuses(full, "help_requests")) == set(HELP_REQUEST)
    assert set(statuses(full, "matches")) == set(MATCH)
    assert set(statuses(full, "contacts")) == {"open", "dealt_with"}
    closed = {need["closed_reason"] for need in full.rows("needs", lambda c: [c.status == "closed"])}
    assert closed <= set(NEED_CLOSED)
    assert {"done", "done_by_others", "not_wanted", "referred_on", "unable"} <= closed


def test_something_waits_for_everybody_who_opens_it_this_morning(full: Book) -> None:
    new = full.rows("help_requests", lambda c: [c.status == "new", c.hold_until.is_(None)])
    community = settings(full_home(full)).community
    late = [row for row in new if answer_by(community, moment(row["at"])) < NOW]
    assert sum(row["at"][:10] == TODAY.isoformat() for row in new) >= 5
    assert 3 <= len(late) <= 15
    assert any(row["flags"] for row in new)
    assert full.count("help_requests", lambda c: [c.hold_until > "2026-05-13"]) >= 2
    assert full.count("matches", lambda c: [c.status == "proposed"]) >= 10
    assert full.count("checks", lambda c: [c.renew_on < "2026-06-13"]) >= 5
    assert full.count("pairs", lambda c: [c.next_check <= "2026-05-13"]) >= 1


def full_home(book: Book) -> Path:
    """Return the data folder that the town is in."""
    return Path(str(book.engine.url.database)).parent.parent


def test_everything_that_a_town_has_beside_help_is_there_in_every_state(full: Book) -> None:
    """Some of what waits, some of what goes on, some of what is over. A turn is the volunteer's, so none is final."""
    sizes = {
        "services": 25, "opportunities": 6, "enquiries": 9, "sessions": 9, "subscribers": 30, "referrals": 16,
        "shifts": 24, "payments": 10, "loans": 6, "feedback": 12, "complaints": 6, "households": 20,
        "door_keys": 5, "accidents": 2,
    }  # fmt: skip
    assert {table: full.count(table) for table in sizes} == sizes
    assert 35 <= full.count("bookings") <= 45


def test_rounds_are_going_on_in_it(full: Book) -> None:
    told, dilys = settings(full_home(full)), cw.User("Dilys", "director")
    director = cw.WorkContext(full, told, dilys, Places.open(told.home, told.hubs), lambda: NOW)
    food = [each for one in cw.food_of_day(director, TODAY) for each in one.parcels]
    assert len(food) == 11
    assert {each.is_packed for each in food} == {True, False}
    assert "food_parcel" in {each.need.task_type for each in food}
    assert {each.way for each in cw.rounds_of(cw.households(director))} == {"call", "leaflet"}
    assert len([each for each in cw.hubs_stand(director).streets if each.champion]) == 3
    homes = full.rows("households", lambda c: [c.address.contains("Honeystone Rise")])
    assert len(homes) == 7
    assert all(home["tried_at"] for home in homes), "one street is called"
    (lent,) = full.rows("loans", lambda c: [c.service_id.is_not(None)])
    assert lent["status"] == "out"
    over = full.rows("referrals", lambda c: [c.kind == "hub"])
    assert {(row["direction"], row["status"]) for row in over} == {("in", "sent"), ("out", "sent")}
    hub = next(row["hub"] for row in over if row["direction"] == "in")
    there = replace(director, user=cw.User("Cora", "coordinator", hub))
    assert [item.id for item in cw.today(there, NOW) if item.kind == "hub_hands_over"]


NOT_IN_THE_TOWN = {
    "concerns": "sealed with the community's own key, which a town that anybody makes anew does not have",
}
"""By table, why no record of it is in the town."""


def test_every_status_of_every_kind_of_record_is_in_the_town(full: Book) -> None:
    pairs = {(table, str(status)) for table, machine in MACHINES.items() for status in machine.statuses}
    there = {(table, status) for table in MACHINES for status in statuses(full, table)}
    assert {(table, status) for table, status in pairs - there if table not in NOT_IN_THE_TOWN} == set()
    assert there <= pairs


def test_every_volunteer_who_was_asked_by_a_message_has_one(full: Book) -> None:
    asked = {row["about"]: row["status"] for row in full.rows("messages", lambda c: [c.kind == "offer"])}
    waiting = [row["id"] for row in full.rows("matches", lambda c: [c.status == "offered"])]
    assert waiting
    assert {asked.get(match) for match in waiting} <= {"sent", "by_hand", "bounced", "unknown"}
    assert {"by_hand", "bounced", "unknown"} <= {asked.get(match) for match in waiting}
    unreached = {row["id"] for row in full.rows("volunteers", lambda c: [c.unreached.is_not(None)])}
    came_back = {row["to_whom"] for row in full.rows("messages", lambda c: [c.status == "bounced"])}
    assert came_back == unreached


def test_what_must_be_known_before_anybody_is_in_touch_is_known_of_some(full: Book) -> None:
    both = ("not_safe", "safe_when", "say_instead", "protected_address", "emergency_name", "moved_on")
    of_a_life = ("at_risk_in", "animals", "lives_with", "cares_for", "talks_through", "interpreter")
    told = {
        "residents": (*both, "hazards", "door_word", *of_a_life),
        "volunteers": (*both, "support_needs", "buddy_id"),
        "pairs": ("cover_id",),
    }
    empty = [
        (table, column)
        for table, columns in told.items()
        for column in columns
        if not any(row[column] for row in full.rows(table))
    ]
    assert empty == []


def test_nothing_in_it_is_kept_for_too_long(full: Book) -> None:
    with full.reading() as reader:
        assert due(reader, NOW) == []


def test_telephone_calls_and_shopping_are_asked_for_most_and_lifts_are_scarce(full: Book) -> None:
    asked = Counter(need["task_type"] for need in full.rows("needs"))
    assert {task for task, _ in asked.most_common(2)} == {"shopping", "phone_call"}
    offered = Counter(t for row in full.rows("volunteers") for t in split(row["tasks"]))
    assert min(offered, key=lambda task: offered[task]) == "lift"


def test_nobody_writes_in_one_voice_only(full: Book) -> None:
    said = [row["details"] for row in full.rows("help_requests") if row["details"]]
    assert len(set(said)) > 0.9 * len(said)
    letters = {letter["words"] for letter in words("requests")["letters"]}
    assert any(len(words_) > 800 for words_ in letters)
    assert len(letters.intersection(said)) > len(letters) / 3, "which of them come is decided by lot"
    assert any(len(words_) < 40 for words_ in said)
    scripts = {
        "Cyrillic": "[а-я]",
        "Arabic": "[\u0621-\u064a]",
        "Bengali": "[\u0985-\u09b9]",
        "Chinese": "[\u4e00-\u9fff]",
    }
    found = {script for script, letters in scripts.items() if any(re.search(letters, s) for s in said)}
    assert len(found) >= 3


def test_nothing_happens_before_it_began_or_after_this_morning(full: Book) -> None:
    for table in TABLES:
        for row in full.rows(table):
            assert "2025-12-11" <= row["at"] <= row["changed_at"] <= "2026-05-13T07:46", (table, row["id"])
    to_come = ["planned", "cancelled"]
    assert {visit["on"] <= "2026-05-13" for visit in full.rows("visits", lambda c: [c.status.not_in(to_come)])} == {
        True
    }
    assert {visit["on"] >= "2026-05-13" for visit in full.rows("visits", lambda c: [c.status.in_(to_come)])} == {True}


def test_every_whole_postcode_is_a_real_one_of_our_hubs(full: Book) -> None:
    told = settings(full_home(full))
    places = Places.open(told.home, told.hubs)
    real = {place.postcode for place in places.sample_postcodes()}
    seen = 0
    for table in ("volunteers", "help_requests", "residents", "organisations"):
        for row in full.rows(table):
            whole = parse(row["postcode"]).postcode
            if whole:
                assert whole in real, row
                seen += 1
    assert seen > 3000


TELEPHONES = re.compile(r"07700900\d{2,3}|01632960\d{2,3}|01174960\d{2,3}|02079460\d{2,3}|02920180\d{2,3}")


def texts(book: Book) -> list[tuple[Row, str, str]]:
    return [
        (row, column.name, str(row[column.name]))
        for table in TABLES.values()
        for row in book.rows(table.name)
        for column in table.columns
        if row[column.name] is not None
    ]


def test_nobody_has_a_number_that_could_ring_anywhere(full: Book) -> None:
    """Ofcom keeps these ranges for films. Ids, points and money have too few digits, or are no text."""
    for row, column, words_ in texts(full):
        if column.endswith("telephone"):
            digits = "".join(c for c in words_ if c.isdigit()).removesuffix("6" if "after" in words_ else "")
            assert TELEPHONES.fullmatch(digits), row
        elif column not in ("id", "easting", "northing", "number"):
            assert not re.search(r"\b0\d{3,4}[ -]?\d{3}[ -]?\d{3,4}\b", words_), (row, column)


def test_no_two_volunteers_share_a_number(full: Book) -> None:
    numbers = [row["telephone"] for row in full.rows("volunteers") if row["telephone"]]
    assert len(numbers) == len(set(numbers))


def test_every_address_and_website_is_one_that_nobody_can_have(full: Book) -> None:
    for row, column, words_ in texts(full):
        if column.endswith("email"):
            assert words_.endswith(("@example.org", " at example.org")), row
        elif column == "website":
            assert words_.startswith("https://"), row
            assert words_.endswith(".example.org"), row


def test_the_people_at_work_are_invented_too(full: Book) -> None:
    told, cast = settings(full_home(full)), words("people")
    invented = {cast["director"], *cast["call_handlers"], *cast["coordinators"]}
    machines = {"web", "sheet", "matching", "messages"}
    by = {row["by"] for table in TABLES for row in full.rows(table)} | {change["by"] for change in full.changes()}
    by_link = {row["id"] for row in full.rows("volunteers")}
    assert by <= invented | machines | by_link
    assert told.community.director not in by
