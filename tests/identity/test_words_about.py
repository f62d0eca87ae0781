"""Mentions of a person are found by whole name in any script and order, by any of their numbers, and by email."""

import pytest

from community.identity import Person, WordsAbout, email_addresses, phone_numbers


def about(name: str | None = None, telephone: str | None = None, email: str | None = None) -> WordsAbout:
    person = Person("resident", name, phone_numbers(telephone), email_addresses(email), None, None)
    return WordsAbout([person])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("सीता देवी", "आज सीता देवी से बात हुई।"),
        ("सीता देवी", "देवी,सीता: फ़ोन नहीं उठाया"),
        ("முத்து லட்சுமி", "அக்கா முத்து லட்சுமி வந்தார்"),
        ("فاطمة الزهراء", "اتصلت فاطمة الزهراء اليوم"),
        ("မမြင့်မြင့်", "ဒီနေ့ မမြင့်မြင့် ကိုဖုန်းဆက်"),
        ("김민수", "오늘 김민수씨와 통화"),
        ("Kaʻiulani Kealoha", "Spoke to Ka'iulani Kealoha's sister"),
        ("Zoë Núñez", "ZOE NUNEZ has moved"),
        ("Jane O'Neil-Smith", "Jane ONeil Smith/daughter"),
        ("O’Neil-Smith, Jane", "saw Jane O'Neil-Smith"),
    ],
)
def test_the_whole_name_is_found_in_any_script_order_and_spelling_of_its_marks(name: str, text: str) -> None:
    assert about(name).in_text(text) == ("name",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("सीता देवी", "सती दवा ली"),
        ("Ann Lee", "Annette Leeson rang"),
        ("Ann Lee", "Ann rang, then Bo"),
        ("Jane O'Neil-Smith", "Mr O'Neil and Jane"),
        ("A", "A letter came"),
    ],
)
def test_parts_of_words_other_vowels_and_a_first_name_alone_are_nobody(name: str, text: str) -> None:
    assert about(name).in_text(text) == ()


@pytest.mark.parametrize(
    "text",
    ["0117 496 0001 (eves)", "18001 0117 496 0001", "ring (0117) 4960001/496002", "٠١١٧ ٤٩٦ ٠٠٠١", "+44 117–496–0001"],
)
def test_a_number_is_found_however_it_was_written_and_wherever_it_stands(text: str) -> None:
    for before in ("", "x" * 1_000 + " ", "no. 3, 12/11/2026, " * 30):
        assert "telephone" in about(telephone="0117 496 0001").in_text(before + text)
    assert about(telephone="0117 496 0009").in_text(text) == ()


def test_nothing_is_found_of_somebody_who_tells_nothing() -> None:
    assert not about()
    assert about(None, "none", "-").in_text("none - 0117 496 0001") == ()
