import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.identity import phone_numbers

MOBILE, LANDLINE, IRISH = "+447700900123", "+441174960001", "+353871234567"


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("07700 900123", [MOBILE]),
        ("07700900123", [MOBILE]),
        ("7700900123", [MOBILE]),
        ("+44 7700 900123", [MOBILE]),
        ("+44 (0)7700 900 123", [MOBILE]),
        ("0044 7700 900123", [MOBILE]),
        ("44 7700 900123", [MOBILE]),
        ("(07700) 900-123", [MOBILE]),
        ("07700–900–123", [MOBILE]),
        ("07700 900123 (ask for Ann)", [MOBILE]),
        ("ring after 6 07700900123", [MOBILE]),
        ("ring after 6 07700 900123", [MOBILE]),
        ("not between 0900-1700: 07700 900123", [MOBILE]),
        ("from 01/02/2026 on 07700 900123", [MOBILE]),
        ("07700 900123, not before 10.30", [MOBILE]),
        ("07700 900123 07700 900456", [MOBILE, "+447700900456"]),
        ("0770090012307700900456", [MOBILE, "+447700900456"]),
        ("0117 496 0001 or 07700 900123", [LANDLINE, MOBILE]),
        ("0117 496 0001/07700 900123", [LANDLINE, MOBILE]),
        ("0117 496 0001 / 496002", [LANDLINE, "+441174496002"]),
        ("0117/496 0001", [LANDLINE]),
        ("18001 0117 496 0001", [LANDLINE]),
        ("180010117 4960001", [LANDLINE]),
        ("18001-07700 900123", [MOBILE]),
        ("18002 +44 7700 900123", [MOBILE]),
        ("٠٧٧٠٠ ٩٠٠١٢٣", [MOBILE]),
        ("०७७०० ९००१२३", [MOBILE]),
        ("０７７００　９００１２３", [MOBILE]),
        ("+353 87 123 4567", [IRISH]),
        ("00353 (87) 123 4567", [IRISH]),
        ("353871234567", [IRISH]),
        ("01632 960999", ["+441632960999"]),
        ("0117 496 0001 07700900123 ext 5", [LANDLINE, MOBILE]),
        ("tel:+447700900123", [MOBILE]),
        ("‪+44 7700 900123‬", [MOBILE]),
        ("no phone", []),
        ("none", []),
        ("n/a", []),
        ("12", []),
        ("Mon 9-5", []),
        ("0900-1700", []),
        ("01/02/2026", []),
        (None, []),
    ],
)
def test_every_number_of_a_field_is_found_in_one_form(typed: str | None, numbers: list[str]) -> None:
    found = phone_numbers(typed)
    assert [n.form for n in found] == numbers
    assert not any(n.doubtful for n in found)


def test_an_extension_and_text_relay_are_told_beside_the_number() -> None:
    (desk,) = phone_numbers("0117 496 0001 ext. 42")
    assert (desk.form, desk.extension, desk.relay) == (LANDLINE, "42", False)
    (relay,) = phone_numbers("18001 07700 900123 (text relay)")
    assert (relay.form, relay.relay) == (MOBILE, True)
    assert [n.extension for n in phone_numbers("0117 496 0001 x7")] == ["7"]


def test_digits_that_are_no_whole_number_are_doubtful_and_still_kept() -> None:
    for typed in ("425000", "07700 90012", "0770090012345"):
        (found,) = phone_numbers(typed)
        assert found.doubtful


def test_a_landline_takes_no_text_message() -> None:
    assert [n.texts for n in phone_numbers("0117 496 0001, 07700 900123")] == [False, True]
    assert [n.texts for n in phone_numbers("01632 960123, 0300 123 4567, +33 6 12 34 56 78")] == [False, False, True]
    free, dear, personal = "0800 123 456", "0909 879 0123", "070 1234 5678"
    assert [n.texts for n in phone_numbers(f"{free}, {dear}, {personal}")] == [False] * 3


@given(st.text(max_size=500))
def test_whatever_was_typed_gives_numbers_and_never_trouble(typed: str) -> None:
    for number in phone_numbers(typed):
        assert number.form.lstrip("+").isascii()
        assert number.form.lstrip("+").isdigit()
        if not number.doubtful:
            assert phone_numbers(number.form)[0].form == number.form
