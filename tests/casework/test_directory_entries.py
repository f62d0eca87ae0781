"""What the director decides about the local directory, and what of it is taken back."""

from datetime import date, timedelta

import pytest

from community import casework as cw
from community.book import Stale
from community.tables.support_vocabulary import HELPS_WITH, UNTIL
from tests.casework.life import offer_of
from tests.casework.office import HUB, Office

SOUP = {"name": "Soup and Company", "kind": "group", "postcode": "BA1 5LS"}


def test_a_service_is_added_approved_checked_and_withdrawn_and_each_step_is_undone(office: Office) -> None:
    added = cw.add_service(office.director, SOUP, ["food", "company"])
    (soup,) = added.ids
    row = office.row("services", soup)
    assert (row["status"], row["hub"], row[HELPS_WITH]) == ("offered", HUB, "company; food")
    assert row["checked_on"] is None
    first = office.today
    approved = cw.approve_service(office.director, soup)
    assert office.row("services", soup)["checked_on"] == first.isoformat(), "whoever approves has looked"
    office.clock.pass_(days=200)
    checked = cw.check_service(office.director, soup)
    assert office.row("services", soup)["checked_on"] == (first + timedelta(days=200)).isoformat()
    cw.undo(office.director, checked.id)
    assert office.row("services", soup)["checked_on"] == first.isoformat()
    withdrawn = cw.withdraw_service(office.director, soup, seen="approved")
    assert office.status(soup) == "withdrawn"
    for action in (withdrawn, approved):
        cw.undo(office.director, action.id)
    assert office.status(soup) == "offered"
    cw.undo(office.director, added.id)
    assert not office.book.rows("services")


def test_the_kinds_of_help_are_put_right_unless_somebody_was_faster(office: Office) -> None:
    (soup,) = cw.add_service(office.director, SOUP, ["food"]).ids
    done = cw.change_helps_with(office.director, soup, seen=["food"], now=["company"])
    assert office.row("services", soup)[HELPS_WITH] == "company"
    assert cw.history(office.director, soup)[0].words == ("Helps with changed",)
    with pytest.raises(Stale):
        cw.change_helps_with(office.director, soup, seen=["food"], now=["mind"])
    with pytest.raises(cw.NotNow, match="kinds of help"):
        cw.change_helps_with(office.director, soup, seen=["company"], now=["gold"])
    cw.undo(office.director, done.id)
    assert office.row("services", soup)[HELPS_WITH] == "food"


def test_the_last_day_of_an_offer_is_put_right_unless_somebody_was_faster(office: Office) -> None:
    van = offer_of(office, **{UNTIL: "by Easter"})
    done = cw.change_until(office.director, van, seen="by Easter", now=date(2027, 3, 28))
    assert office.row("services", van)[UNTIL] == "2027-03-28"
    assert cw.history(office.director, van)[0].words == ("Until changed",)
    with pytest.raises(Stale):
        cw.change_until(office.director, van, seen="by Easter", now=None)
    cw.undo(office.director, done.id)
    assert office.row("services", van)[UNTIL] == "by Easter"


def test_what_is_printed_can_be_corrected_and_a_new_postcode_finds_the_hub(office: Office) -> None:
    (soup,) = cw.add_service(office.director, {**SOUP, "postcode": None}, []).ids
    assert office.row("services", soup)["hub"] is None
    cw.correct(office.director, "services", soup, "times", seen=None, now="Wednesday, noon")
    cw.correct(office.director, "services", soup, "postcode", seen=None, now="BA1 5LS")
    row = office.row("services", soup)
    assert (row["times"], row["hub"]) == ("Wednesday, noon", HUB)


@pytest.mark.parametrize(
    "told", [{"kind": "group"}, {"name": "Soup"}, {"name": "Soup", "kind": "group", "status": "approved"}]
)
def test_a_service_needs_a_name_and_a_kind_and_nobody_adds_what_is_decided(
    office: Office, told: dict[str, str]
) -> None:
    with pytest.raises(cw.NotNow):
        cw.add_service(office.director, told, [])  # type: ignore[arg-type]
    assert not office.book.rows("services")
