"""What a volunteer may read first must not tell who it is for: it is checked before anybody reads it."""

import pytest

import community.casework as cw
from tests.casework.office import Office

ADA = {
    "name": "Ada O’Brien",
    "telephone": "01632 960111",
    "email": "ada@example.org",
    "address": "Flat 2, Rose Cottage\n14 Walcot Parade, Bath",
    "postcode": "BA1 5AW",
    "referrer_name": "Zoë Carer",
    "referrer_telephone": "07700 900123",
}


def found(office: Office, text: str, **more: object) -> list[tuple[str, str]]:
    request = office.make_request(**(ADA | more))
    return [(each.what, each.words) for each in cw.giveaways(office.coordinator, request, text)]


@pytest.mark.parametrize(
    ("text", "what", "words"),
    [
        ("Shopping for Ada, please", "name", "Ada"),
        ("Mrs O'Brien likes brown bread", "name", "O'Brien"),
        ("ADA’S dog is called Bess", "name", "ADA’S"),
        ("Ask Zoe where the key is", "name", "Zoe"),
        ("Ring 01632-960111 first", "telephone", "01632-960111"),
        ("Ring +44 1632 960 111", "telephone", "44 1632 960 111"),
        ("Ring 960111 first", "telephone", "960111"),
        ("Her daughter is on 07700900123", "telephone", "07700900123"),
        ("Write to ADA@example.org", "email", "ada@example.org"),
        ("It is the door at 14 Walcot Parade", "address", "14 Walcot Parade"),
        ("The house on walcot parade", "address", "14 Walcot Parade"),
        ("Rose Cottage, up the steps", "address", "Rose Cottage"),
        ("Near ba15aw", "address", "ba15aw"),
    ],
)
def test_what_tells_who_it_is_for_is_found(office: Office, text: str, what: str, words: str) -> None:
    assert (what, words) in found(office, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bread, milk and 14 eggs",
        "A small dog, twice a day, in Bath",
        "Two bags from the chemist at 10.30",
        "Walk to the parade",
    ],
)
def test_what_tells_nobody_is_left_alone(office: Office, text: str) -> None:
    assert found(office, text) == []


def test_names_of_any_script_are_found(office: Office) -> None:
    assert found(office, "帮王小明买菜", name="王小明") == [("name", "王小明")]
    assert ("name", "Søren") in found(office, "Walk with Søren", name="Soren Larsen") or found(
        office, "Soren", name="Søren"
    )


def test_those_who_live_there_are_found_too(office: Office) -> None:
    office.make_need(name="Bertie O’Brien", telephone=ADA["telephone"])
    assert ("name", "Bertie") in found(office, "Bertie opens the door")


def test_nothing_is_accepted_that_tells_who_before_a_person_said_so(office: Office) -> None:
    request = office.make_request(**ADA)
    asked = cw.NeedAsked("shopping", details="Bread for Ada")
    with pytest.raises(cw.TellsWho) as refused:
        cw.triage(office.handler, request, seen="new", needs=[asked])
    assert "Ada" not in str(refused.value)
    cw.triage(
        office.handler, request, seen="new", needs=[cw.NeedAsked("shopping", details="Bread for Ada", as_it_is=True)]
    )
    (need,) = office.book.rows("needs")
    with pytest.raises(cw.TellsWho):
        cw.correct(office.handler, "needs", need["id"], "details", seen="Bread for Ada", now="Milk for Mrs O’Brien")
    cw.correct(office.handler, "needs", need["id"], "details", seen="Bread for Ada", now="Milk")
    assert office.row("needs", need["id"])["details"] == "Milk"
