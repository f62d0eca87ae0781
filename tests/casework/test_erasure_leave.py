"""Erasing takes two: whoever asks does not agree, a trustee agrees without reading, and one alone waits a day."""

from dataclasses import replace

import pytest

import community.casework as cw
from community.book import Record
from community.book.erasure import erase, erase_fields
from community.errors import UserFacingError
from community.settings import ListedPerson
from community.tables.canonical import instant
from community.tables.roles import Role
from community.tables.row_types import ComplaintValues
from tests.casework.complaining import complained
from tests.casework.office import Office
from tests.casework.rounds import erasure_wanted


def asked(office: Office) -> cw.ErasureAsked:
    cw.ask_erasure(office.director, erasure_wanted(office), seen="received")
    (one,) = cw.erasures_asked(office.director)
    return one


def with_trustee(office: Office) -> tuple[cw.WorkContext, cw.WorkContext]:
    listed = ListedPerson(name="Tess Trustee", email="tess@example.org", role=Role.TRUSTEE)
    settings = office.settings.model_copy(update={"people": (listed,)})
    desks = office.director, office.desk(cw.User("Tess Trustee", Role.TRUSTEE))
    return replace(desks[0], settings=settings), replace(desks[1], settings=settings)


def test_whoever_asked_does_not_agree_and_a_trustee_does_without_reading(office: Office) -> None:
    one, (director, trustee) = asked(office), with_trustee(office)
    assert not cw.needs_code(director)
    with pytest.raises(cw.NotAllowed):
        cw.check_may_agree(director, one, office.clock(), code_fits=True)
    (seen,) = cw.erasures_asked(trustee)
    assert seen.goes["residents"] == 1
    cw.check_may_agree(trustee, seen, office.clock(), code_fits=False)


def test_one_alone_types_the_code_a_day_later(office: Office) -> None:
    one = asked(office)
    assert cw.needs_code(office.director)
    for passed, fits, may in ((0, True, False), (25, False, False), (0, True, True)):
        office.clock.pass_(hours=passed)
        if may:
            cw.check_may_agree(office.director, one, office.clock(), code_fits=fits)
        else:
            with pytest.raises(cw.NotNow):
                cw.check_may_agree(office.director, one, office.clock(), code_fits=fits)


def test_nobody_else_may_ask_or_agree(office: Office) -> None:
    one = erasure_wanted(office)
    for desk in (office.coordinator, office.handler, office.desk(cw.User("Tess", Role.TRUSTEE))):
        with pytest.raises(cw.NotAllowed):
            cw.ask_erasure(desk, one, seen="received")
    for desk in (office.coordinator, office.handler):
        with pytest.raises(cw.NotAllowed):
            cw.erasures_asked(desk)


def test_an_open_complaint_holds_it(office: Office) -> None:
    one = asked(office)
    assert one.record is not None
    cw.take_complaint(office.handler, {"words": "Nobody came", "kind": "complaint"}, key="open", about=one.record.id)
    (held,) = cw.erasures_asked(office.director)
    assert held.held
    office.clock.pass_(days=2)
    with pytest.raises(UserFacingError):
        cw.check_may_agree(office.director, held, office.clock(), code_fits=True)


def test_only_a_wish_to_be_erased_is_asked_about_and_only_of_somebody_known(office: Office) -> None:
    for told in ({"kind": "complaint"}, {"kind": "data_erasure"}):
        with pytest.raises(cw.NotNow):
            cw.ask_erasure(office.director, complained(office, **told), seen="received")


def test_of_a_request_everybody_goes_who_asked_in_it(office: Office) -> None:
    need = office.row("needs", office.make_need("phone_call"))
    again = office.make_request()
    cw.triage(office.director, again, seen="new", resident=need["resident_id"])
    told: ComplaintValues = {"kind": "data_erasure", "words": "Take me off, please"}
    one = cw.take_complaint(office.handler, told, key="erase", about=need["request_id"]).ids[0]
    cw.ask_erasure(office.director, one, seen="received")
    (seen,) = cw.erasures_asked(office.director)
    assert seen.record == Record("residents", str(need["resident_id"]))
    assert (seen.goes["residents"], seen.goes["help_requests"]) == (1, 2)


def test_what_is_nobody_s_record_is_not_erased(office: Office) -> None:
    told: ComplaintValues = {"kind": "data_erasure", "words": "Take me off, please"}
    one = cw.take_complaint(office.handler, told, key="erase", about=office.make_need("phone_call")).ids[0]
    with pytest.raises(cw.NotNow, match="whose record"):
        cw.ask_erasure(office.director, one, seen="received")


def spoken(office: Office) -> tuple[str, str, str, str]:
    """A request to be erased, a note about somebody else that names them, a request not joined to them, and them."""
    need = office.row("needs", office.make_need("phone_call", name="Ada Canary", telephone="07700 900321"))
    volunteer = office.make_volunteer(name="Vic Vole")
    note = cw.log_contact(office.handler, volunteer, words="Would rather not help Ada Canary again").ids[0]
    again = office.make_request(name="Ada Canary", telephone="07700 900321")
    told: ComplaintValues = {"kind": "data_erasure", "words": "Take me off, please"}
    one = cw.take_complaint(office.handler, told, key="erase", about=need["resident_id"]).ids[0]
    return one, note, again, str(need["resident_id"])


def test_what_others_records_say_of_them_is_shown_and_goes_only_where_it_was_chosen(office: Office) -> None:
    one, note, again, resident = spoken(office)
    found = cw.spoken_of(office.director, one)
    assert [each.place for each in found.mentions] == [f"{note}:words"]
    assert found.said[f"{note}:words"] == "Would rather not help Ada Canary again"
    assert [each.record.id for each in found.maybe] == [again]
    for wrong, why in (([f"{note}:notes"], "only a field"), ([office.make_request()], "only one")):
        with pytest.raises(UserFacingError, match=why):
            cw.ask_erasure(office.director, one, seen="received", also=wrong)
    cw.ask_erasure(office.director, one, seen="received", also=[f"{note}:words", again])
    (seen,) = cw.erasures_asked(office.director)
    assert seen.also == (f"{note}:words", again)
    assert (seen.emptied, seen.goes["help_requests"]) == ({"contacts": 1}, 2)
    with office.book.reading() as reader:
        records, fields = cw.erased_with(reader.connection, Record("residents", resident), seen.also)
    assert Record("help_requests", again) in records
    assert fields == {Record("contacts", note): ["words"]}
    for desk in (office.coordinator, office.handler):
        with pytest.raises(cw.NotAllowed):
            cw.spoken_of(desk, one)


def test_what_was_chosen_and_changed_since_is_in_nobodys_way(office: Office) -> None:
    one, note, again, resident = spoken(office)
    more = cw.log_contact(office.handler, again, words="Ada Canary rang").ids[0]
    chosen = [f"{note}:words", again, f"{more}:words"]
    cw.ask_erasure(office.director, one, seen="received", also=chosen)
    assert cw.erasures_asked(office.director)[0].goes["contacts"] == 1, "what belongs to it goes with it"
    cw.triage(office.director, again, seen="new", resident=resident)
    gone = [Record("contacts", note)]
    office.book.write(lambda connection: erase(connection, gone, by="x", at=instant(office.clock()), secret=b"x"))
    (seen,) = cw.erasures_asked(office.director)
    assert (seen.goes["help_requests"], seen.goes["contacts"], seen.emptied) == (2, 1, {})
    with office.book.reading() as reader:
        records, fields = cw.erased_with(reader.connection, Record("residents", resident), seen.also)
    assert (Record("help_requests", again) in records, fields) == (True, {})
    cw.ask_erasure(office.director, one, seen="received", also=chosen)


def test_a_field_that_speaks_of_them_no_more_is_left_and_another_s_record_refused(office: Office) -> None:
    one, note, again, resident = spoken(office)
    chosen = [f"{note}:words", again]
    cw.ask_erasure(office.director, one, seen="received", also=chosen)
    where, at = Record("contacts", note), instant(office.clock())
    office.book.write(lambda connection: erase_fields(connection, where, ["words"], by="x", at=at))
    cw.ask_erasure(office.director, one, seen="received", also=chosen)
    other = office.make_request(name="Zoe Other", telephone="01632 960444")
    with office.book.reading() as reader:
        assert cw.erased_with(reader.connection, Record("residents", resident), chosen)[1] == {}
        with pytest.raises(UserFacingError, match="only one that is listed"):
            cw.erased_with(reader.connection, Record("residents", resident), [other])


@pytest.mark.parametrize("of_the_note", [False, True])
def test_what_is_open_about_anything_chosen_holds_it(office: Office, of_the_note: bool) -> None:
    one, note, again, _ = spoken(office)
    cw.ask_erasure(office.director, one, seen="received", also=[f"{note}:words", again])
    about = str(office.row("contacts", note)["about"]) if of_the_note else again
    cw.take_complaint(office.handler, {"words": "Nobody came", "kind": "complaint"}, key="open", about=about)
    assert cw.erasures_asked(office.director)[0].held
