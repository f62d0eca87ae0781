"""A volunteer's visits for paper: released as the rules allow, in one action, and what may not be told is left out."""

import pytest

import community.casework as cw
from tests.casework.office import Office
from tests.casework.test_visits_typed_back import helped


def packed(office: Office, *matches: str) -> cw.DayPack:
    return cw.pack_day(office.director, [(one, office.status(one)) for one in matches])


def test_what_may_be_told_is_released_in_one_action_and_what_may_not_is_left_out_with_its_reason(
    office: Office,
) -> None:
    volunteer = office.make_volunteer(name="Vic Vole", how_many=9)
    shopping = helped(office, volunteer, name="Ada Asks", access_needs="A step")
    call = helped(office, volunteer, "phone_call", name="Bea Asks", telephone="07700 900123")
    not_yet = cw.choose(office.director, office.make_need(name="Cy Secret"), volunteer).ids[0]
    cw.rang(office.director, not_yet, "yes", seen="approved")
    pack = packed(office, shopping, call, not_yet)
    assert pack.first_name == "Vic"
    assert [each.match_id for each in pack.visits] == [shopping, call]
    assert [each.in_person for each in pack.visits] == [True, False]
    assert dict(pack.visits[0].lines)["For:"] == "Ada Asks"
    assert "Address:" not in dict(pack.visits[1].lines)
    [(left, why)] = pack.left_out
    assert (left, "Tell the resident first" in why) == (not_yet, True)
    assert "Secret" not in repr([each.lines for each in pack.visits])
    released = [office.row("matches", one)["released_at"] for one in (shopping, call, not_yet)]
    assert [at is not None for at in released] == [True, True, False]
    assert packed(office, shopping, call).action.id == "", "written down the first time only"
    cw.undo(office.director, pack.action.id)
    assert office.row("matches", shopping)["released_at"] is None


def test_nothing_is_put_on_paper_where_nothing_may_be_told(office: Office) -> None:
    volunteer = office.make_volunteer()
    asked = cw.choose(office.director, office.make_need(), volunteer).ids[0]
    cw.rang(office.director, asked, "yes", seen="approved")
    with pytest.raises(cw.NotNow, match="Tell the resident first"):
        packed(office, asked)


def test_a_protected_address_stays_with_the_lead(office: Office) -> None:
    match = helped(office, office.make_volunteer(), address="9 Hidden Row")
    need = office.row("needs", office.row("matches", match)["need_id"])
    office.set(office.row("residents", need["resident_id"]), "protected_address", "yes")
    lines = packed(office, match).visits[0].lines
    assert "Hidden" not in repr(lines)
    assert "safeguarding lead" in dict(lines)["Address:"]
