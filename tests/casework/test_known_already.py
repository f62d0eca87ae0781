"""A person who signs up again is recognised, whatever they were before, and no records are joined silently."""

import pytest

import community.casework as cw
from tests.casework.office import ELSEWHERE, Office

ANN = {"name": "Ann Example", "telephone": "07700 900123", "postcode": "BA1 5AW"}
SIGNED = {"contact_name": "Ann Example", "telephone": "07700 900123", "status": "offered"}


def make_organisation(office: Office, **told: str) -> str:
    return office.book.append("organisations", {"name": "Kind Shop Ltd", **SIGNED} | told, by="web").id


@pytest.mark.parametrize("status", ["declined", "left", "paused", "ready"])
@pytest.mark.parametrize(
    "again",
    [
        ANN | {"telephone": "my mobile is +44 7700 900123"},
        {"name": "Mrs A Example", "telephone": None, "email": "ANN@example.org"},
        {"name": "Example, Ann", "telephone": "0117 496 0001", "postcode": "ba1 5aw"},
    ],
)
def test_a_volunteer_who_signs_up_again_is_recognised(office: Office, status: str, again: dict[str, str]) -> None:
    before = office.make_volunteer(**ANN, email="ann@example.org", status=status)
    now = office.make_volunteer(status="applied", **again)
    (known,) = cw.known_as(office.director, "volunteers", now)
    assert (known.id, known.part, known.of, known.status, known.near_name) == (
        before, "volunteer", "volunteer", status, True,
    )  # fmt: skip
    line = next(i for i in cw.today(office.director, office.clock()) if i.id == now)
    assert f"perhaps known already: {status}" in line.title


def test_somebody_else_of_the_household_is_told_and_not_taken_for_them(office: Office) -> None:
    office.make_volunteer(**ANN, status="declined")
    now = office.make_volunteer(**ANN | {"name": "Bob Tester"}, status="applied")
    (known,) = cw.known_as(office.director, "volunteers", now)
    assert (known.same, known.near_name) == (("telephone", "postcode"), False)
    line = next(i for i in cw.today(office.director, office.clock()) if i.id == now)
    assert "known" not in line.title


def test_a_guardian_a_referrer_and_a_signatory_are_recognised_in_their_other_parts(office: Office) -> None:
    volunteer = office.make_volunteer(**ANN, status="declined")
    guarded = office.make_volunteer(
        name="Kim Example", telephone="07700 900456", over_18="no",
        guardian_name="Ann Example", guardian_telephone="07700900123",
    )  # fmt: skip
    asked = office.make_request(
        for_whom="somebody_else", referrer_name="Ann Example", referrer_telephone="07700 900123"
    )
    signed = make_organisation(office)
    for table, one, of in (
        ("volunteers", guarded, "guardian"),
        ("help_requests", asked, "referrer"),
        ("organisations", signed, "contact"),
    ):
        known = cw.known_as(office.director, table, one)
        assert (volunteer, of, "declined") in {(k.id, k.of, k.status) for k in known}
    here = cw.known_as(office.director, "volunteers", volunteer)
    assert {(k.table, k.part) for k in here} == {("volunteers", "guardian"), ("organisations", "contact")}


def test_a_resident_who_offers_help_and_a_volunteer_who_asks_for_it_are_recognised(office: Office) -> None:
    request = office.make_request(**ANN)
    resident = cw.triage(office.director, request, seen="new").resident_id
    volunteer = office.make_volunteer(**ANN)
    assert [k.id for k in cw.known_as(office.director, "volunteers", volunteer)] == [resident]
    assert [k.id for k in cw.known_as(office.director, "help_requests", request)] == [volunteer]


def test_an_organisation_that_was_withdrawn_is_recognised_when_somebody_else_signs_for_it(office: Office) -> None:
    before = make_organisation(office, status="withdrawn", website="https://www.kind-shop.example/about")
    for told in ({"name": "The kind shop"}, {"name": "KS", "website": "kind-shop.example"}):
        again = make_organisation(office, contact_name="Bob Tester", telephone="0117 496 0001", **told)
        known = cw.known_as(office.director, "organisations", again)
        assert (before, "withdrawn") in {(k.id, k.status) for k in known}
        line = next(i for i in cw.today(office.director, office.clock()) if i.id == again)
        assert "perhaps known already" in line.title
    other = make_organisation(office, name="Kinder Books", contact_name="Cy", telephone="0117 496 0002")
    assert cw.known_as(office.director, "organisations", other) == []


def test_of_another_hub_s_volunteer_a_coordinator_is_told_the_hub_to_ask_and_nothing_that_tells_who(
    office: Office,
) -> None:
    theirs = office.make_volunteer(**ANN, hub=ELSEWHERE, status="declined")
    ours = office.make_volunteer(**ANN, status="applied")
    (known,) = cw.known_as(office.coordinator, "volunteers", ours)
    assert (known.id, known.name, known.hub, known.status, known.in_sight) == (
        theirs,
        None,
        ELSEWHERE,
        "declined",
        False,
    )
    with pytest.raises(cw.NotFound):
        cw.known_as(office.coordinator, "volunteers", theirs)


def test_a_call_handler_learns_nothing_of_those_who_signed_for_organisations(office: Office) -> None:
    make_organisation(office)
    volunteer = office.make_volunteer(**ANN)
    assert cw.known_as(office.handler, "volunteers", volunteer) == []
    assert len(cw.known_as(office.director, "volunteers", volunteer)) == 1
