"""What the page of a visit tells a volunteer who has proved who they are, by what help it is and who is helped."""

import pytest

import community.casework as cw
from community.links import door_word
from tests.intake.conftest import Serve, Service
from tests.intake.visiting import ADDRESS, HOME, PLAIN, TELEPHONE, Visiting, on_the_way
from tests.intake.walking import heading


@pytest.fixture
def service(serve: Serve) -> Service:
    return serve(environ=PLAIN)


def told(one: Visiting, **resident: str) -> str:
    """The page with the details, where this is known of the neighbour as well."""
    for column, value in resident.items():
        one.office.set(one.office.row("residents", one.resident), column, value)
    page = one.prove()
    assert page.status_code == 200
    assert "Rita" in page.text
    return page.text


def test_at_the_door_the_word_of_the_match_is_said_or_the_one_they_chose(service: Service) -> None:
    one, other = on_the_way(service), on_the_way(service)
    page = told(one, hazards="A steep <stair>")
    word = door_word(service.settings, one.match)
    assert word
    assert f"<strong>{word}</strong>" in page
    assert "A steep &lt;stair&gt;" in page
    for words in (
        "not even for a contactless",
        "Lend nothing",
        "Bring the receipt",
        "ring 999 first",
        "Wait five minutes",
    ):
        assert words in page, words
    assert "sealed" not in page
    page = told(other, door_word="red balloon")
    assert "<strong>red balloon</strong>" in page
    assert str(door_word(service.settings, other.match)) not in page


def test_medicine_goes_from_hand_to_hand_or_back_to_the_chemist(service: Service) -> None:
    page = told(on_the_way(service, task_type="prescription"))
    assert "as the chemist sealed it, from hand to hand" in page
    assert "take it back to the chemist" in page


def test_a_protected_address_is_told_by_the_lead_by_telephone(service: Service) -> None:
    page = told(on_the_way(service), protected_address="yes")
    assert "Our safeguarding lead tells you, by telephone" in page
    assert ADDRESS not in page


def test_a_protected_address_that_stands_in_free_words_is_not_shown_either(service: Service) -> None:
    words = {"access_needs": f"The bell at {ADDRESS.upper()}", "hazards": f"Ice near {HOME}"}
    more = "ask for our safeguarding lead"
    page = told(on_the_way(service), **words)
    assert (words["access_needs"] in page, words["hazards"] in page, more in page) == (True, True, False)
    for task in ("dog_walk", "phone_call"):
        page = told(on_the_way(service, task_type=task), protected_address="yes", say_instead=f"At {ADDRESS}?", **words)
        for secret in (ADDRESS, ADDRESS.upper(), HOME, "Ice near", TELEPHONE):
            assert secret not in page, secret
        assert more in page
    page = told(on_the_way(service), protected_address="yes", access_needs="The side gate", hazards=words["hazards"])
    assert ("The side gate" in page, "Ice near" in page, more in page) == (True, False, True)
    assert TELEPHONE in page


@pytest.mark.parametrize(
    ("task", "resident", "rule"),
    [
        ("dog_walk", {"not_safe": "ring;leave_message"}, "Don’t ring or text them"),
        ("dog_walk", {"not_safe": "text", "text_only": "yes"}, "Don’t ring or text them"),
        ("phone_call", {"not_safe": "ring"}, "ask how you can talk to them safely"),
    ],
)
def test_a_number_that_is_not_safe_to_use_is_not_given_and_the_rules_heed_that(
    service: Service, task: str, resident: dict[str, str], rule: str
) -> None:
    page = told(
        on_the_way(service, task_type=task), **resident, safe_when="Tuesdays at ten", say_instead="the <library>"
    )
    for words in ("960777", "sms:", "ring their number", "text their number"):
        assert words not in page, words
    said = ("<strong>Do not", "Tuesdays at ten", "the &lt;library&gt;", "We don’t pass it on")
    assert sorted(said, key=page.index) == list(said)
    assert rule in page
    assert "Nobody answers?" not in page


@pytest.mark.parametrize(
    ("resident", "rule"),
    [
        ({}, "Knock, ring the bell, ring their number, and look"),
        ({"not_safe": "text"}, "Knock, ring the bell, ring their number as it is said above, and look"),
        ({"safe_when": "After four", "text_only": "yes"}, "the bell, text their number as it is said above, and look"),
        ({"telephone": "none", "not_safe": "ring"}, "Knock, ring the bell, and look"),
    ],
)
def test_who_may_be_called_is_called_as_it_is_safe(service: Service, resident: dict[str, str], rule: str) -> None:
    page = told(on_the_way(service), **resident)
    assert rule in page
    assert "pass it on" not in page


def test_help_by_telephone_shows_no_address_and_no_door(service: Service) -> None:
    one = on_the_way(service, task_type="phone_call")
    assert "Show name and number" in one.get().text
    page = told(one)
    assert heading(page) == "Your call"
    assert TELEPHONE in page
    assert "Never ask for the number of a card or account" in page
    for words in (ADDRESS, "Password", "Nobody opened", "At the door", "Bring the receipt"):
        assert words not in page, words
    # Nobody stands at a door, so nobody can say so.
    assert heading(one.send(answer="nobody", on="2026-11-23", sure="yes").text) == "Your call"
    assert one.visits() == []
    assert "How many miles" not in one.get("given").text


@pytest.mark.parametrize(
    ("resident", "shown"),
    [
        ({"telephone": "07700 900555", "text_only": "yes"}, 'Text, don’t ring: <a href="sms:07700900555">07700 900555'),
        ({"telephone": "18001 01632 960777"}, '<a href="tel:1800101632960777">18001 01632 960777</a>'),
        ({"telephone": "01632 960777 ask for <Joe>"}, "01632 960777 ask for &lt;Joe&gt;<br><a"),
        ({"telephone": "none"}, "<dd>We have none"),
        ({"address": "", "postcode": ""}, "<dd>Ask us"),
    ],
)
def test_their_number_can_be_touched_and_what_we_lack_is_said(
    service: Service, resident: dict[str, str], shown: str
) -> None:
    assert shown in told(on_the_way(service), **resident)


def test_other_times_than_they_were_told_are_said_on_each_page(service: Service) -> None:
    one = on_the_way(service)
    service.clock.pass_by(minutes=5)
    assert "has changed" not in one.prove().text
    service.clock.pass_by(minutes=1)
    need = one.office.row("needs", one.office.row("matches", one.match)["need_id"])
    cw.correct(one.office.director, "needs", need["id"], "slots", seen=need["slots"], now="tue_evening")
    for page in (one.elsewhere().get(), one.get()):
        assert "When or where help is wanted has changed since we last told you" in page.text
        assert "Tuesday evening" in page.text
