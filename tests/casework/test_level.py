"""The check follows what is done for this person: a kind of help proposes a level, a person decides it for the need."""

import pytest

import community.casework as cw
from tests.casework.office import Office


def could(office: Office, need: str, volunteer: str) -> bool:
    return cw.why_not_any(office.director, need, [volunteer])[volunteer] is None


def test_shopping_proposes_the_highest_check_and_a_person_may_set_it_lower_for_who_only_stays_at_home(
    office: Office,
) -> None:
    volunteer = office.make_volunteer(dbs=None)
    usual, lower = office.make_need("shopping"), office.make_need("shopping", min_dbs="none")
    assert (could(office, usual, volunteer), could(office, lower, volunteer)) == (False, True)
    cw.choose(office.director, lower, volunteer)


def test_a_parcel_may_ask_for_more_than_its_kind_and_what_was_agreed_then_waits_for_the_check(office: Office) -> None:
    volunteer = office.make_volunteer(dbs="basic")
    need = office.make_need("food_parcel")
    assert could(office, need, volunteer)
    match = cw.choose(office.director, need, volunteer).ids[0]
    cw.rang(office.director, match, "yes", seen="approved")
    cw.resident_told(office.director, match)
    cw.correct(office.coordinator, "needs", need, "min_dbs", seen=None, now="enhanced")
    with pytest.raises(cw.NotNow, match="enhanced"):
        cw.release(office.director, match, seen="active")
    assert (match, "check_missing") in {(i.id, i.kind) for i in cw.today(office.director, office.clock())}
    cw.correct(office.coordinator, "needs", need, "min_dbs", seen="enhanced", now=None)
    assert cw.release(office.director, match, seen="active").words


def test_no_basic_check_is_asked_for_unless_the_settings_want_one(office: Office) -> None:
    kind = office.settings.task_types["food_parcel"]
    assert (kind.min_dbs, kind.model_copy(update={"dbs_required": None}).min_dbs) == ("basic", "none")
    assert office.settings.task_types["lift"].model_copy(update={"dbs_required": None}).min_dbs == "enhanced_barred"


def test_how_somebody_was_asked_is_written_down_and_help_is_never_held_back_for_it(office: Office) -> None:
    request = office.make_request(for_whom="somebody_else", they_agree="unable", flags="cannot_agree")
    cw.correct(office.handler, "help_requests", request, "consent_notes", seen=None, now="Her attorney, papers seen")
    assert cw.triage(office.handler, request, seen="new", resident="new").need_ids
    (change,) = [c for c in office.book.changes(record_id=request) if c["field"] == "consent_notes"]
    assert (change["by"], change["now"]) == ("Hal Handler", "Her attorney, papers seen")
