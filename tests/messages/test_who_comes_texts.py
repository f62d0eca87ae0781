"""The words that tell a resident who comes: what they hold, whom they give away, and how long a text is."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

import community.casework as cw
from community.links import door_word
from community.messages import who_comes_preview, who_comes_script, words_for
from community.messages.short_texts import segments
from community.tables.link_purposes import Purpose
from community.tables.message_codes import MessageKind
from community.tables.vocabulary import ReachBy
from tests.casework.office import Office, open_office
from tests.messages.asking import PUBLIC, opens, sending, with_settings, worker
from tests.messages.telling import OF_BOTH, Pair, everything, found, pair

TUESDAY = date(2026, 11, 24)
WHO = MessageKind.WHO_COMES


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    yield with_settings(made, sending(made.settings))
    made.book.close()


@pytest.fixture
def two(office: Office) -> Pair:
    return pair(office)


def password(two: Pair) -> str:
    return door_word(two.office.settings, two.match) or ""


def test_an_email_says_who_comes_when_for_what_and_what_to_ask_for(two: Pair) -> None:
    two.set(two.match, first_on="2026-11-24", first_part="morning")
    words = two.words(WHO, ReachBy.EMAIL)
    assert words.subject == "Vera comes to you on Tuesday 24 November, in the morning"
    for each in (
        "Hello Canaria,",
        "This is Compassionate Community. Vera comes to you on Tuesday 24 November, in the morning: dog walking.",
        f"The password for the door: {password(two)}",
        "Nobody who doesn’t know the password needs to be let in.",
        "Never give anybody a card, a PIN, or money for safe keeping",
        "another day, somebody else or no help now, say so here, or ring us on 0300 247 0050",
        "how to reach you two hours after this message leaves us, the night not counted, unless you say before then",
    ):
        assert each in words.text
        assert each in (words.html or "")
    assert found(words, OF_BOTH) == []
    assert "friendly dog" not in everything(words), "what a volunteer may read is not for an email to somebody else"


def test_a_second_message_about_the_same_volunteer_says_that_it_comes_on_top(two: Pair) -> None:
    office = two.office
    other = office.make_need("lift", resident=two.resident)
    match = office.book.append(
        "matches", {"need_id": other, "volunteer_id": two.volunteer, "status": "accepted"}, by="test"
    ).id
    also = "This is besides dog walking, of which we told you already. Each has a password of its own."
    second = Pair(office, match, other, two.resident, two.volunteer)
    assert "besides" not in second.words(WHO, ReachBy.EMAIL).text
    first = two.words(WHO, ReachBy.LETTER)
    assert "besides" in first.text, "the email about the other one was first"
    two.set(two.match, status="active")
    for way in (ReachBy.EMAIL, ReachBy.LETTER):
        assert also in " ".join(second.words(WHO, way).text.split())
    text = second.words(WHO, ReachBy.TEXT).text
    assert ", besides dog walking. Password" in text
    assert segments(text) <= 2
    assert also in who_comes_script(office.director, match).text
    two.set(two.resident, say_instead="Say it is the library")
    assert "This is besides the other help, of which" in second.words(WHO, ReachBy.EMAIL).text
    two.set(two.resident, door_word="heron")
    assert "password of its own" not in second.words(WHO, ReachBy.EMAIL).text


def test_its_link_answers_it_and_the_same_stands_in_a_text(two: Pair) -> None:
    for way in (ReachBy.EMAIL, ReachBy.TEXT):
        one = two.message(WHO, way)
        words = words_for(worker(two.office), one).text
        later = two.office.clock.now + timedelta(days=59)
        assert opens(two.office.settings, words, Purpose.RESIDENT_TOLD, later) == one


@pytest.mark.parametrize("first_on", [None, "2026-11-25"])
def test_a_text_tells_all_of_it_in_two_for_every_kind_of_help(two: Pair, first_on: str | None) -> None:
    two.set(two.match, first_on=first_on, first_part="afternoon" if first_on else None)
    settings, one, wrong = two.office.settings, two.message(WHO, ReachBy.TEXT), []
    for task, told in settings.task_types.items():
        two.set(two.need, task_type=task)
        words = words_for(worker(two.office), one)
        needed = [
            "Vera comes to you" if told.in_person else "Vera rings you",
            told.name[1:],
            "Wed 25 Nov, afternoon" if first_on else "agree",
            f"assword: {password(two)}." if f"assword: {password(two)}." in words.text else f"door: {password(two)}.",
            "nobody without it" if told.in_person else "off without it",
            "card, PIN or money to keep",
            PUBLIC,
            settings.community.telephone,
            "stop texts: http" if "stop texts: http" in words.text else "o more texts: http",
        ]
        wrong += [f"{task}: {each}: {words.text}" for each in needed if each not in words.text]
        assert segments(words.text) <= 2
        assert found(words, OF_BOTH) == []
        # When they asked for it, "this week" was another week.
        assert "this week" not in words.text
    assert not wrong, "\n".join(wrong)


_NAMES = st.text(st.characters(categories=["Lu", "Ll", "Lo", "Mn"]), min_size=1, max_size=40)


@examples(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(who=_NAMES, whom=_NAMES, word=st.none() | _NAMES, day=st.none() | st.just(TUESDAY))
def test_no_name_and_no_word_in_any_script_makes_a_text_cost_three(
    two: Pair, who: str, whom: str, word: str | None, day: date | None
) -> None:
    two.set(two.volunteer, name=f"{who} Vandersteen")
    two.set(two.resident, name=f"{whom} Casewell", door_word=word)
    words = who_comes_preview(two.office.coordinator, two.match, ReachBy.TEXT, day)
    full = words.text.replace("(the link for their answer)", f"{PUBLIC}/resident-told/{'a' * 40}")
    assert segments(full.replace("(the link for no more messages)", f"{PUBLIC}/stop/{'a' * 40}")) <= 2
    assert "assword" in words.text
    assert any(f"{stop}: (the link" in words.text for stop in ("o more texts", "Stop", "stop texts"))
    assert found(words, ("vandersteen", "casewell")) == []


def test_a_long_kind_of_help_stands_behind_the_link_alone(two: Pair) -> None:
    tasks = two.office.settings.task_types
    long = tasks["dog_walk"].model_copy(update={"name": "Walking with all the dogs of the house " * 4})
    with_settings(two.office, two.office.settings.model_copy(update={"task_types": tasks | {"dog_walk": long}}))
    words = two.words(WHO, ReachBy.TEXT).text
    assert segments(words) <= 2
    assert "Vera comes to you" in words
    assert "no more texts: https" in words
    assert password(two) in words


def test_the_word_that_they_chose_goes_before_ours(two: Pair) -> None:
    two.set(two.resident, door_word="  blue   kettle ")
    for way in ReachBy:
        words = who_comes_preview(two.office.coordinator, two.match, way).text
        assert "blue kettle" in words
        assert password(two) not in words


def test_without_a_public_address_they_ring_and_nothing_is_left_out(two: Pair) -> None:
    with_settings(two.office, two.office.settings.model_copy(update={"public_url": None}))
    for way in (ReachBy.EMAIL, ReachBy.TEXT, ReachBy.LETTER):
        words = two.words(WHO, way).text
        assert "://" not in words
        assert "dog walking" in words
        assert password(two) in words
        assert two.office.settings.community.telephone in words


def test_where_no_key_lasts_there_is_no_password_and_they_are_told_what_to_do(two: Pair) -> None:
    with_settings(two.office, two.office.settings.model_copy(update={"kept_in_sheet": True, "secret_key": None}))
    for way in ReachBy:
        words = who_comes_preview(two.office.coordinator, two.match, way).text
        assert "assword" not in words
        assert "ring us first" in words


def test_help_by_telephone_has_no_door(office: Office) -> None:
    calls = pair(office, task_type="phone_call", recurs="weekly")
    for way in ReachBy:
        words = who_comes_preview(office.coordinator, calls.match, way, TUESDAY).text
        assert "Vera rings you on" in words
        assert "let in" not in words
        assert "door" not in words
        assert password(calls) in words


def test_two_who_know_each_other_wait_for_nothing(two: Pair) -> None:
    two.office.make_known(two.match)
    assert "two hours" not in two.words(WHO, ReachBy.EMAIL).text
    assert "working days" not in two.words(WHO, ReachBy.LETTER).text


def test_nobody_is_promised_time_that_the_settings_do_not_give(two: Pair) -> None:
    messages = two.office.settings.messages.model_copy(update={"object_hours": 0, "letter_days": 5})
    with_settings(two.office, two.office.settings.model_copy(update={"messages": messages}))
    assert "leaves us" not in two.words(WHO, ReachBy.EMAIL).text
    assert "five working days after we post this" in two.words(WHO, ReachBy.LETTER).text


@pytest.mark.parametrize("way", [ReachBy.EMAIL, ReachBy.TEXT, ReachBy.LETTER])
def test_who_asked_for_other_words_reads_neither_our_name_nor_the_help(two: Pair, way: ReachBy) -> None:
    two.set(two.resident, say_instead="Jo from the choir")
    for kind in MessageKind.WHO_COMES, MessageKind.NOBODY_COMES, MessageKind.RESIDENTS_VOICE:
        if way == ReachBy.LETTER and kind != WHO:
            continue
        words = two.words(kind, way)
        assert words.subject == ("Jo from the choir" if way == ReachBy.EMAIL else "")
        assert "Jo from the choir" in words.text
        assert found(words, ("compassionate", "dog", "volunteer")) == []


def test_a_preview_is_what_is_sent_without_its_links(two: Pair) -> None:
    shown = who_comes_preview(two.office.handler, two.match, ReachBy.EMAIL, TUESDAY, "evening")
    assert "(the link for their answer)" in shown.text
    assert "://" not in shown.text
    two.set(two.match, first_on="2026-11-24", first_part="evening")
    sent = two.words(WHO, ReachBy.EMAIL)
    assert (shown.subject, shown.html) == (sent.subject, None)
    assert [line for line in shown.text.splitlines() if "link" not in line] == [
        line for line in sent.text.splitlines() if "://" not in line
    ]


def test_the_script_asks_for_the_person_and_tells_nobody_else(two: Pair) -> None:
    first, *rest = (part for part in who_comes_script(two.office.handler, two.match, TUESDAY).text.split("\n\n"))
    assert "may I speak to Canaria Casewell, please?" in first
    assert "I’ll ring again." in rest[0]
    assert "leave nothing" in rest[1]
    assert found(who_comes_script(two.office.handler, two.match), OF_BOTH[1:]) == []
    before = "".join([first, *rest[:2]])
    for each in ("Compassionate", "Vera", "dog walking", password(two)):
        assert each not in before
        assert each in "".join(rest[2:])
    assert "".join(rest).count(password(two)) == 2
    two.set(two.resident, say_instead="Jo from the choir")
    script = who_comes_script(two.office.handler, two.match).text
    assert "ring again another time.)\nJo from the choir." in script
    assert "I’ll ring again." not in script


def test_nobody_is_told_who_may_not_see_it_or_before_a_yes(office: Office) -> None:
    asked = pair(office, "approved")
    with pytest.raises(cw.NotNow, match="has not said yes"):
        who_comes_preview(office.coordinator, asked.match, ReachBy.EMAIL)
    with pytest.raises(cw.NotFound):
        who_comes_script(office.neighbour, pair(office).match)
    with pytest.raises(cw.NotFound):
        who_comes_preview(office.director, "M-0000-0000-0", ReachBy.TEXT)


@pytest.mark.parametrize(
    ("name", "who"), [("Vandersteen, Vera", "Vera"), ("Dr Vera Vandersteen", "Vera"), ("Mrs Vandersteen", None)]
)
def test_however_a_volunteer_wrote_their_name_the_surname_stays_with_us(two: Pair, name: str, who: str | None) -> None:
    two.set(two.volunteer, name=name)
    for way in ReachBy:
        words = who_comes_preview(two.office.coordinator, two.match, way)
        assert (who or "ne of our volunteers") in words.text
        assert found(words, ("vandersteen",)) == []
