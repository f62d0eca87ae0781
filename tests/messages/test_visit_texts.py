"""The words to both sides once the resident knows: what each may read of the other, and how long a text is."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

import community.casework as cw
from community.messages import message_words, words_for
from community.messages.short_texts import segments
from community.tables.link_purposes import Purpose
from community.tables.message_codes import MessageKind, SendOutcome
from community.tables.vocabulary import ReachBy
from tests.casework.office import Office, open_office
from tests.messages.asking import PUBLIC, opens, sending, with_settings, worker
from tests.messages.telling import OF_BOTH, OF_RESIDENT, TO_RESIDENT, TO_VOLUNTEER, Pair, everything, found, pair

KNOWS, OFF, NOT_THEN, HOW = TO_VOLUNTEER
_, NOBODY, NOT_THIS_DAY, VOICE = TO_RESIDENT
BOTH_WAYS = (ReachBy.EMAIL, ReachBy.TEXT)
_NAMES = st.text(st.characters(categories=["Lu", "Ll", "Lo", "Mn"]), min_size=1, max_size=40)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    yield with_settings(made, sending(made.settings))
    made.book.close()


@pytest.fixture
def two(office: Office) -> Pair:
    made = pair(office, "active")
    made.set(made.match, first_on="2026-11-24", first_part="morning")
    return made


def stops(words: str, kind: MessageKind) -> bool:
    """Whether this text says how to get no more, and to a volunteer how to get none for a time."""
    pauses = ("Stop/pause: ", "or none for now: ")
    return any(each in words for each in (pauses if kind in cw.TO_VOLUNTEER else ("No more texts: ", "Stop: ")))


def told_by_email(office: Office, match: str) -> None:
    """The resident of this match has just been told by an email who comes."""
    one = next(each for each in cw.tell_resident(office.coordinator, match, ReachBy.EMAIL).ids if each[0] == "D")
    cw.begin_sending(worker(office), one)
    cw.note_delivery(worker(office), one, SendOutcome.SENT, None)


@pytest.mark.parametrize("way", BOTH_WAYS)
def test_a_volunteer_gets_a_link_and_nothing_of_whom_they_help(two: Pair, way: ReachBy) -> None:
    words = two.words(KNOWS, way)
    for each in ("They know that you are coming: dog walking, on", "postcode", "last", "of your"):
        assert each in words.text
    assert f"{PUBLIC}/visit/" in words.text
    assert found(words, OF_RESIDENT) == []
    assert found(words, ("ba1", "bess", "near")) == [], "neither where it is nor what is written for volunteers"


@pytest.mark.parametrize("way", BOTH_WAYS)
def test_it_says_from_when_the_link_shows_them_where_that_is_to_come(office: Office, way: ReachBy) -> None:
    new = pair(office)
    told_by_email(office, new.match)
    assert "from Monday 23 November, 12 noon" not in new.words(OFF, way).text
    assert "from Monday 23 November, 12" in new.words(KNOWS, way).text
    office.clock.pass_(hours=2)
    assert "from Monday" not in new.words(KNOWS, way).text


@pytest.mark.parametrize(
    ("kind", "purpose"), [(KNOWS, Purpose.VISIT), (HOW, Purpose.VISIT), (VOICE, Purpose.RESIDENT_VOICE)]
)
@pytest.mark.parametrize("way", BOTH_WAYS)
def test_each_link_leads_to_its_page(two: Pair, kind: MessageKind, purpose: Purpose, way: ReachBy) -> None:
    one = two.message(kind, way)
    words = words_for(worker(two.office), one).text
    assert opens(two.office.settings, words, purpose, two.office.clock.now + timedelta(days=59)) == one


@pytest.mark.parametrize("way", BOTH_WAYS)
def test_who_is_not_to_go_reads_what_and_where_and_is_thanked(two: Pair, way: ReachBy) -> None:
    words = two.words(OFF, way)
    assert "Please don" in words.text
    assert "dog walking, near BA1 5, on Tuesday 24 November, in the morning, is called off" in words.text
    assert "Thank you" in words.text
    assert found(words, OF_RESIDENT[:5]) == []
    assert "/visit/" not in words.text


@pytest.mark.parametrize("way", BOTH_WAYS)
def test_a_day_that_is_over_is_no_longer_the_next_one(two: Pair, way: ReachBy) -> None:
    two.office.clock.pass_(days=2)
    assert "24 November" not in two.words(OFF, way).text
    assert "24 November" not in two.words(NOBODY, way).text
    assert "dog walking on Tuesday 24 November" in two.words(HOW, way).text
    two.office.clock.pass_(days=7)
    assert "with dog walking?" in two.words(HOW, way).text, "it asks about a visit that was agreed on since"


@pytest.mark.parametrize("way", BOTH_WAYS)
def test_a_resident_hears_that_nobody_comes_and_whom_to_ring(two: Pair, way: ReachBy) -> None:
    words = two.words(NOBODY, way)
    for each in ("Vera can", "t come to you on Tuesday 24 November", "looking for somebody else", "0300 247 0050"):
        assert each in words.text
    assert found(words, OF_BOTH) == []


@pytest.mark.parametrize("way", BOTH_WAYS)
def test_both_hear_of_one_visit_that_is_called_off_and_that_the_help_goes_on(two: Pair, way: ReachBy) -> None:
    for kind in (KNOWS, MessageKind.WHO_COMES):
        two.message(kind, way, "sent")
    on = two.office.today + timedelta(days=1)
    cw.call_off_visit(two.office.director, two.match, on, seen="active")
    for kind, words in ((NOT_THEN, "Please don’t go on Tuesday 24 November"), (NOT_THIS_DAY, "come to you on Tuesday")):
        (one,) = two.office.book.rows("messages", lambda c: [c.kind == kind])  # noqa: B023
        said = words_for(worker(two.office), one["id"])
        assert words.replace("’", "'") in said.text.replace("’", "'")
        assert "goes on as before" in said.text
        assert found(said, OF_BOTH if kind is NOT_THIS_DAY else OF_RESIDENT) == []


@pytest.mark.parametrize("way", BOTH_WAYS)
def test_a_resident_is_asked_how_it_was_and_need_not_answer(two: Pair, way: ReachBy) -> None:
    words = two.words(VOICE, way)
    assert "Vera came to you: dog walking. How was it?" in words.text
    assert found(words, OF_BOTH) == []


@pytest.mark.parametrize("kind", [*TO_VOLUNTEER, *TO_RESIDENT])
def test_without_a_public_address_all_are_asked_to_ring(two: Pair, kind: MessageKind) -> None:
    with_settings(two.office, two.office.settings.model_copy(update={"public_url": None}))
    for way in BOTH_WAYS:
        words = two.words(kind, way)
        assert "://" not in everything(words)
        assert two.office.settings.community.telephone in words.text


def test_every_message_says_how_to_stop_and_to_a_volunteer_how_to_pause(two: Pair) -> None:
    wrong = []
    for public in (PUBLIC, None):
        with_settings(two.office, two.office.settings.model_copy(update={"public_url": public}))
        for kind, way in ((kind, way) for kind in message_words._EMAILS for way in BOTH_WAYS):
            words = two.words(kind, way).text.lower()
            how = public or two.office.settings.community.telephone
            told = how in words and any(each in words for each in ("no more", "no texts", "stop"))
            pauses = "none for now" in words or "pause" in words
            wrong += [] if (told, pauses) == (True, kind in cw.TO_VOLUNTEER) else [f"{kind} by {way}: {words}"]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kind", [*TO_VOLUNTEER, NOBODY, NOT_THIS_DAY, VOICE])
def test_a_text_is_two_at_most_for_every_kind_of_help(two: Pair, kind: MessageKind) -> None:
    one, long = two.message(kind, ReachBy.TEXT), []
    for task in two.office.settings.task_types:
        two.set(two.need, task_type=task)
        words = words_for(worker(two.office), one).text
        assert two.office.settings.task_types[task].name[1:] in words
        assert stops(words, kind)
        long += [words] if segments(words) > 2 else []
    assert not long


@examples(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(who=_NAMES, whom=_NAMES, kind=st.sampled_from([*TO_VOLUNTEER, NOBODY, NOT_THIS_DAY, VOICE]))
def test_no_name_in_any_script_makes_a_text_to_a_volunteer_cost_three(
    two: Pair, who: str, whom: str, kind: MessageKind
) -> None:
    two.set(two.volunteer, name=f"{who} Vandersteen")
    two.set(two.resident, name=f"{whom} Casewell")
    words = two.words(kind, ReachBy.TEXT)
    assert segments(words.text) <= 2
    assert stops(words.text, kind)
    assert found(words, ("vandersteen", "casewell")) == []


def test_a_volunteer_who_asked_for_other_words_reads_them_in_place_of_our_name(two: Pair) -> None:
    two.set(two.volunteer, say_instead="Jo from the choir!")
    for kind in (MessageKind.OFFER, MessageKind.OFFER_WITHDRAWN, *TO_VOLUNTEER):
        for way in BOTH_WAYS:
            words = two.words(kind, way)
            assert words.subject == ("Jo from the choir!" if way == ReachBy.EMAIL else "")
            assert "Jo from the choir! " in words.text
            assert found(words, ("compassionate",)) == []


def test_an_email_loads_nothing_and_a_name_is_never_html(two: Pair) -> None:
    two.set(two.volunteer, name="<b>Vera</b> Vandersteen")
    for kind in (*TO_RESIDENT, *TO_VOLUNTEER):
        html = two.words(kind, ReachBy.EMAIL).html or ""
        for each in ("<b>", "src=", "<img", "<script", "url(", "@import"):
            assert each not in html


def test_a_message_that_is_gone_or_withdrawn_has_no_words(two: Pair) -> None:
    for kind in (*TO_RESIDENT, *TO_VOLUNTEER):
        with pytest.raises(cw.NotNow, match="withdrawn"):
            words_for(two.office.director, two.message(kind, ReachBy.EMAIL, "withdrawn"))
    with pytest.raises(cw.NotFound):
        words_for(two.office.neighbour, two.message(KNOWS, ReachBy.EMAIL))
