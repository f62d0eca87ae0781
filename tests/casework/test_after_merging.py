"""What holds once two records were joined: who asks by the other number is known, and what was lent is seen."""

import pytest

import community.casework as cw
from tests.casework.office import ELSEWHERE, HUB, Office
from tests.casework.test_merging import join, roses

__all__ = ["roses"]


def test_who_asks_again_by_the_number_that_was_not_kept_is_known(office: Office, roses: tuple[str, str]) -> None:
    first, second = roses
    done = join(office, first, second)
    assert office.row("residents", first)["telephone"] == "01632 960111"
    asks = office.make_request(name="Rose Tilman", telephone="01632 960222")
    found = cw.who_is_it(office.coordinator, asks)
    assert (found.sure, [each.resident_id for each in found.candidates]) == (None, [first])
    with pytest.raises(cw.WhichResident):
        cw.triage(office.coordinator, asks, seen="new")
    assert cw.triage(office.coordinator, asks, seen="new", resident=first).resident_id == first
    nobody = office.make_request(name="Ida Else", telephone="01632 960999")
    assert cw.who_is_it(office.coordinator, nobody).candidates == ()
    assert done


def test_what_is_lent_by_another_hub_is_seen_by_whoever_looks_after_them(
    office: Office, roses: tuple[str, str]
) -> None:
    first, second = roses
    (loan,) = office.book.rows("loans")
    office.set(loan, "hub", ELSEWHERE)
    done = join(office, first, second, office.director)
    assert office.row("loans", loan["id"])["hub"] == HUB
    cw.undo(office.director, done)
    assert office.row("loans", loan["id"])["hub"] == ELSEWHERE
