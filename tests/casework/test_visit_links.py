"""A volunteer opens name and address by their link, after a second proof; each look is written down."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import community.casework as cw
from community.book import Record, read_log
from community.book.concern_register import keep_apart
from community.book.erasure import erase
from community.casework.visit_links import MOST_WRONG
from tests.casework.asking import switch_on
from tests.casework.coming import known, of_kind, resident_of, to_tell, told
from tests.casework.office import TODAY, Office


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def reads(office: Office, match: str) -> list[str]:
    with office.book.reading() as reader:
        return [str(row.what) for row in read_log.reads_of_records(reader.connection, [match])]


def volunteer(office: Office, match: str, **values: object) -> str:
    row = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    for column, value in values.items():
        office.set(row, column, value)
    return str(row["id"])


def test_before_the_resident_had_time_to_object_nothing_can_be_proved(office: Office) -> None:
    match, _ = told(office)
    (link,) = of_kind(office, match, "resident_knows")
    seen = cw.see_visit(office.director, link.id)
    assert (seen.state, seen.opens_at is not None) == ("not_yet", True)
    with pytest.raises(cw.NotNow):
        cw.prove_who(office.director, link.id, "0123")
    with pytest.raises(cw.NotNow):
        cw.read_details(office.director, link.id)
    assert reads(office, match) == []


@pytest.mark.parametrize("said", ["BA1 5AW", "ba15aw", " Ba1  5aw ", "0123", "07700 900123", "... 0 1 2 3"])
def test_their_postcode_or_the_end_of_their_number_proves_who_they_are(office: Office, said: str) -> None:
    match, link = known(office)
    volunteer(office, match, postcode="BA1 5AW")
    assert cw.see_visit(office.director, link).state == "prove"
    with pytest.raises(cw.NotNow):
        cw.read_details(office.director, link)
    assert cw.prove_who(office.director, link, said)
    row = office.row("matches", match)
    assert row["proved_at"]
    assert row["released_at"] == row["proved_at"]
    details = cw.read_details(office.director, link)
    assert (details.telephone, details.address) == ("07700 900456", "1 High Street, BA1 5AW")
    assert reads(office, match) == ["details"]
    assert [e.by for e in cw.history(office.director, match) if e.verb == "prove_who"] == [volunteer(office, match)]


@given(said=st.text(max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_else_does(office: Office, said: str) -> None:
    match, link = known(office)
    volunteer(office, match, postcode="BA1 5AW")
    if not said.endswith("0123") and "".join(said.split()).upper() != "BA15AW":
        assert not cw.prove_who(office.director, link, said)
        assert office.row("matches", match)["released_at"] is None


def test_five_wrong_proofs_close_it_for_a_day_and_somebody_rings_once(office: Office) -> None:
    match, link = known(office)
    for _ in range(MOST_WRONG):
        assert not cw.prove_who(office.director, link, "9999")
    assert cw.see_visit(office.director, link).state == "ring"
    for said in ("9999", "0123"):
        with pytest.raises(cw.NotNow):
            cw.prove_who(office.director, link, said)
    (line,) = to_tell(office)
    assert "could not prove" in line
    assert reads(office, match) == ["wrong_proof"] * MOST_WRONG
    office.clock.pass_(days=1)
    assert cw.prove_who(office.director, link, "0123")


def test_a_wrong_proof_makes_no_open_page_read_anew(office: Office) -> None:
    _, link = known(office)
    token = office.book.token()
    cw.prove_who(office.director, link, "9999")
    assert office.book.token() == token


def test_where_nothing_is_known_of_them_a_person_tells_them(office: Office) -> None:
    match, link = known(office)
    volunteer(office, match, telephone=None, postcode=None)
    assert cw.see_visit(office.director, link).state == "ring"
    assert not cw.prove_who(office.director, link, "")


def test_once_it_is_over_the_link_opens_nothing_any_more(office: Office) -> None:
    match, link = known(office)
    cw.prove_who(office.director, link, "0123")
    assert cw.read_details(office.director, link)
    cw.cancel(office.director, match, seen="active")
    assert cw.see_visit(office.director, link).state == "over"
    with pytest.raises(cw.NotNow):
        cw.read_details(office.director, link)
    with pytest.raises(cw.NotNow):
        cw.prove_who(office.director, link, "0123")


def test_a_concern_about_the_volunteer_closes_their_link_without_a_reason(office: Office) -> None:
    match, link = known(office)
    cw.prove_who(office.director, link, "0123")
    named = Record("volunteers", volunteer(office, match))
    office.book.write(lambda c: keep_apart(c, f"X-{match}", [named]))
    for look in (cw.see_visit, cw.read_details):
        with pytest.raises(cw.LinkClosed):
            look(office.director, link)


def test_a_protected_address_is_not_among_the_details(office: Office) -> None:
    match, link = known(office)
    office.set(office.row("residents", resident_of(office, match)), "protected_address", "yes")
    cw.prove_who(office.director, link, "0123")
    details = cw.read_details(office.director, link)
    assert (details.address, details.protected) == ("", True)


def test_help_by_telephone_has_no_address(office: Office) -> None:
    match, link = known(office)
    office.set(office.row("needs", office.row("matches", match)["need_id"]), "task_type", "phone_call")
    cw.prove_who(office.director, link, "0123")
    assert cw.read_details(office.director, link).address == ""


def test_what_was_read_is_forgotten_with_the_volunteer_who_read_it(office: Office) -> None:
    match, link = known(office)
    cw.prove_who(office.director, link, "0123")
    cw.read_details(office.director, link)
    person, at = Record("volunteers", volunteer(office, match)), "2026-11-24T10:00:00.000Z"
    office.book.write(lambda c: erase(c, [person], by="Dilys Director", at=at, secret=b"secret"))
    assert reads(office, match) == []


def test_who_is_seen_says_nobody_s_name(office: Office) -> None:
    match, link = known(office)
    seen = str(vars(cw.see_visit(office.director, link)))
    for secret in ("Rita", "Vera", "High Street", "900456", "BA1 5AW"):
        assert secret not in seen
    assert TODAY.isoformat() not in seen
    assert match in seen
