"""A row typed into the sheet is read as what comes by a form: the same flags, the same signature."""

import pytest

from tests.sheets_sync.office import Machine, Office


def test_words_that_may_mean_danger_are_seen_in_a_typed_row_as_in_a_form(office: Office, one: Machine) -> None:
    office.person.type_row("help_requests", {"Name": "Typed Person", "Details": "I want to end my life"})
    one.sync()
    one.sync()
    (row,) = one.book.rows("help_requests")
    assert "crisis_words" in row["flags"].split("; ")
    office.settle()


@pytest.mark.parametrize(
    ("signs", "may", "signed"), [("yes", "yes", True), ("no", "yes", False), ("yes", "unsure", False), ("", "", False)]
)
def test_a_typed_organisation_has_signed_where_it_would_have_by_the_form(
    office: Office, one: Machine, signs: str, may: str, signed: bool
) -> None:
    office.person.type_row("organisations", {"Name": "Typed Club", "Signs charter": signs, "May sign": may})
    one.sync()
    one.sync()
    (row,) = one.book.rows("organisations")
    assert (row["status"], row["signed_on"] is not None) == ("offered", signed)
    office.settle()
