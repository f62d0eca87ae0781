"""Erasing takes two: whoever asks does not agree, a trustee agrees without reading, and one alone waits a day."""

from dataclasses import replace

import pytest

import community.casework as cw
from community.errors import UserFacingError
from community.settings import ListedPerson
from community.tables.roles import Role
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
