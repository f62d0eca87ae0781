"""What somebody told us, in words."""

from community.forms import load
from community.settings import load as load_settings
from community.tables import TABLES
from community.tables.row_types import HelpRequestRow
from dashboard import display_words, elements

FORMS = load(load_settings())


def request(**told: str) -> HelpRequestRow:
    empty = {column.name: None for column in TABLES["help_requests"].columns}
    return HelpRequestRow.of({"id": "R-0000-0000-0", "at": "2026-11-21T20:21:48.123Z", **empty, **told})


def test_words_that_fit_no_question_are_shown_with_the_request() -> None:
    row = request(details="Bread", extra='{"other_answers":"Phone, if you have one: 0117 496 0001"}')
    assert display_words.told(FORMS, "help_request", row)[-1] == (
        "Other answers",
        "Phone, if you have one: 0117 496 0001",
    )


def test_without_such_words_there_is_no_line_for_them() -> None:
    assert display_words.told(FORMS, "help_request", request(details="Bread")) == [("A little more", "Bread")]


def test_each_of_two_telephone_numbers_says_whose_it_is() -> None:
    row = request(for_whom="somebody_else", referrer_name="Nora Niece", referrer_telephone="01632 960001",
                  referrer_email="nora@example.org", telephone="01632 960002", details="Bread")  # fmt: skip
    assert display_words.told(FORMS, "help_request", row)[:4] == [
        ("Telephone number", "01632 960002"),
        ("Name of the person who asks", "Nora Niece"),
        ("Telephone number of the person who asks", "01632 960001"),
        ("Email address of the person who asks", "nora@example.org"),
    ]


def test_a_button_bears_a_name_and_nothing_that_could_be_drawn() -> None:
    for name in ("Rosemary Hill", "Zoë O’Brien-Åse", "J. Smith"):
        assert elements.label(name, "V-1") == name
    for name in (None, "", "**bold**", "[x](y)", "www.evil.example", "http://evil", ":tada:", "a_b_", "$x$", "<b>"):
        assert elements.label(name, "V-1") == "V-1"
