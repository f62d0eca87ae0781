"""The words that ask a volunteer: what they hold, what they leave out, and how long they are."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import community.casework as cw
from community.links import BadLink
from community.messages import words_for
from community.messages.short_texts import made_plain, segments
from community.tables.canonical import moment
from community.tables.link_purposes import Purpose
from community.tables.message_codes import MessageKind
from community.tables.vocabulary import SLOTS, ReachBy
from tests.casework.office import Office, open_office
from tests.messages.asking import PUBLIC, READER, asked, message, opens, sending, telling, with_settings, worker

LONG = "Bess is a friendly dog who likes to go slowly. " * 20


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    yield with_settings(made, sending(made.settings))
    made.book.close()


def withdrawn(office: Office, one: str) -> str:
    """The id of a message that takes this offer back."""
    row = message(office, one)
    told = {"about": row.about, "to_whom": row.to_whom, "kind": "offer_withdrawn", "way": row.way, "status": "by_hand"}
    return office.book.append("messages", told, by="test").id


def settle(office: Office, one: str, **need: object) -> None:
    """The need of this offer, with these fields."""
    for field, value in need.items():
        row = office.row("needs", office.row("matches", message(office, one).about)["need_id"])
        office.set(row, field, value)


def test_a_letter_says_what_is_asked_by_when_and_that_no_is_an_answer(office: Office) -> None:
    one = asked(office, slots=("mon_morning",), urgency="two_days")
    settle(office, one, sector="BA2 4", details="Bess is a friendly dog")
    told = words_for(worker(office), one)
    assert told.subject == "Could you help? Dog walking, near BA2 4"
    for words in (
        "Hello Vera,",
        "This is Compassionate Community.",
        "dog walking, near BA2 4.",
        "When: in the next two days, Monday mornings.",
        "Bess is a friendly dog",
        "yes or no by Wednesday 25 November, 5 pm",
        "You may say no",
        "0300 247 0050",
    ):
        assert words in told.text
        assert words in (told.html or "")
    assert "Volunteer" not in told.text, "their first name is enough"
    assert telling(told.subject + told.text + (told.html or "")) == []


def test_a_letter_loads_nothing_and_leads_nowhere_but_to_us(office: Office) -> None:
    html = words_for(worker(office), asked(office)).html or ""
    assert set(re.findall(r"https?://[^/\"<]+", html)) == {PUBLIC}
    for word in ("src=", "<img", "<script", "<link", "<form", "url(", "@import"):
        assert word not in html
    assert html.count("word-break:break-all") == html.count("<a "), "a long link would make a telephone's page wider"


@pytest.mark.parametrize("way", [ReachBy.EMAIL, ReachBy.TEXT])
def test_its_link_answers_it_for_sixty_days_longer_and_the_other_stops_more(office: Office, way: ReachBy) -> None:
    one = asked(office, way)
    words, due = words_for(worker(office), one).text, moment(message(office, one).answer_by or "")
    assert opens(office.settings, words, Purpose.OFFER, due + timedelta(days=59)) == one
    assert opens(office.settings, words, Purpose.STOP, due + timedelta(days=700)) == one
    with pytest.raises(BadLink):
        opens(office.settings, words, Purpose.OFFER, due + timedelta(days=60))
    assert words_for(worker(office), one).text == words, "what is copied by hand is what the program would send"


@pytest.mark.parametrize("slots", [("mon_morning",), tuple(SLOTS[::4]), tuple(SLOTS)])
@pytest.mark.parametrize("details", [None, "Bess bites.", LONG])
def test_an_offer_by_text_fits_into_two_for_every_kind_of_help(
    office: Office, slots: tuple[str, ...], details: str | None
) -> None:
    one, long = asked(office, ReachBy.TEXT, slots=slots, recurs="weekly"), []
    settle(office, one, sector="BA22 44", details=details)
    for task in office.settings.task_types:
        settle(office, one, task_type=task)
        words = words_for(worker(office), one).text
        if segments(words) > 2:
            long.append(f"{task}: {words}")
        assert "Vera" in words
        assert "could you help?" in words.lower()
        assert "You may say no." in words
        assert opens(office.settings, words, Purpose.OFFER, office.clock.now) == one
        assert opens(office.settings, words, Purpose.STOP, office.clock.now) == one
        assert telling(words) == []
    assert not long, "\n".join(long)


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Đorđe", "Hello Dorde,"),
        ("Işıl", "Hello Isil,"),
        ("Łucja", "Hello Lucja,"),
        ("Zoë Ŵyn", "Hello Zoe,"),
        ("O’Neill", "Hello O'Neill,"),
        ("李", "Hello, "),
        (None, "Hello, "),
    ],
)
def test_no_name_makes_a_text_cost_three(office: Office, name: str | None, greeting: str) -> None:
    words = words_for(worker(office), asked(office, ReachBy.TEXT, READER | {"name": name})).text
    assert words.startswith(greeting)
    assert segments(words) <= 2


def test_short_details_stand_in_a_text_that_has_room_for_them(office: Office) -> None:
    with_settings(office, office.settings.model_copy(update={"public_url": None}))
    one = asked(office, ReachBy.TEXT)
    settle(office, one, details="Bess is a friendly dog")
    assert "Bess is a friendly dog. " in words_for(worker(office), one).text


@pytest.mark.parametrize("way", [ReachBy.EMAIL, ReachBy.TEXT])
def test_without_a_public_address_they_are_asked_to_ring(office: Office, way: ReachBy) -> None:
    with_settings(office, office.settings.model_copy(update={"public_url": None}))
    words = words_for(worker(office), asked(office, way)).text
    assert "://" not in words
    assert "lease ring" in words
    assert words.count(office.settings.community.telephone) >= 2, "also to get no more messages"


@pytest.mark.parametrize("way", [ReachBy.EMAIL, ReachBy.TEXT])
def test_a_withdrawal_is_kind_and_needs_nothing(office: Office, way: ReachBy) -> None:
    words = words_for(worker(office), withdrawn(office, asked(office, way)))
    assert "settled now" in words.text
    assert "Thank you for being there" in words.text
    assert f"/{Purpose.OFFER}/" not in words.text, "there is nothing to answer"
    assert f"{PUBLIC}/{Purpose.STOP}/" in words.text
    assert telling(words.subject + words.text) == []
    assert way == ReachBy.EMAIL or segments(words.text) <= 2


@pytest.mark.parametrize(
    "details", ["For Canaria, who is deaf", "Ring 01632 960777 first", "At 7 Canary Close, the blue door"]
)
def test_details_that_name_who_asks_stay_at_home(office: Office, details: str) -> None:
    for way in (ReachBy.EMAIL, ReachBy.TEXT):
        one = asked(office, way)
        settle(office, one, details=details)
        told = words_for(worker(office), one)
        assert telling(told.text + (told.html or "")) == []


def test_the_words_are_those_of_the_rows_as_they_stand_now(office: Office) -> None:
    one = asked(office)
    settle(office, one, task_type="shopping", sector="BA9 9")
    office.set(office.row("volunteers", message(office, one).to_whom), "name", "Wilma Volunteer")
    words = words_for(worker(office), one).text
    assert "Hello Wilma," in words
    assert ", near BA9 9" in words
    assert "dog walking" not in words


def test_who_may_not_see_a_message_may_not_read_it(office: Office) -> None:
    one = asked(office)
    assert words_for(office.coordinator, one).text == words_for(office.handler, one).text
    with pytest.raises(cw.NotFound):
        words_for(office.neighbour, one)
    with pytest.raises(cw.NotFound):
        words_for(office.desk(cw.User("Mo", None)), one)
    with pytest.raises(cw.NotFound):
        words_for(office.director, "D-7K3Q-F2MX-4")


def test_a_withdrawn_message_is_not_passed_on(office: Office) -> None:
    one = asked(office)
    office.set(message(office, one), "status", "withdrawn")
    with pytest.raises(cw.NotNow, match="withdrawn"):
        words_for(office.director, one)


def test_words_of_a_volunteer_are_words_in_the_letter(office: Office) -> None:
    html = words_for(worker(office), asked(office, reader=READER | {"name": "<b>Vera</b>"})).html or ""
    assert "<b>" not in html
    assert "&lt;b&gt;Vera" in html


def test_every_kind_of_message_that_is_asked_for_has_words(office: Office) -> None:
    one = asked(office)
    for kind, each in ((MessageKind.OFFER, one), (MessageKind.OFFER_WITHDRAWN, withdrawn(office, one))):
        assert message(office, each).kind == kind
        assert words_for(worker(office), each).text


@pytest.mark.parametrize(
    ("words", "count"),
    [
        *(("", 1), ("a" * 160, 1), ("a" * 161, 2), ("a" * 306, 2), ("a" * 307, 3), ("€" * 80, 1), ("€" * 81, 2)),
        *(("’" * 70, 1), ("’" * 71, 2), ("😀" * 35, 1), ("😀" * 36, 2)),
    ],
)
def test_texts_are_counted_as_networks_count_them(words: str, count: int) -> None:
    assert segments(words) == count


@example("U\u0323\u0300")
@given(st.text(max_size=400))
def test_plain_letters_stay_as_they_are(words: str) -> None:
    plain = made_plain(words)
    assert made_plain(plain) == plain
    assert plain.isascii() or not words.isascii()


def test_the_time_to_answer_is_london_time_in_summer(office: Office) -> None:
    office.clock.now = datetime(2026, 7, 6, 9, tzinfo=UTC)
    one = asked(office)
    assert "by Wednesday 8 July, 5 pm" in words_for(worker(office), one).text
