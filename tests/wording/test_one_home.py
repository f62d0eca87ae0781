"""Words for codes, counts, days and times stand in community/wording and in no other room."""

import pytest

from community.wording import read
from tests.checkout import files, name
from tests.words_elsewhere import nouns_asked_for, words_elsewhere


def test_words_for_codes_counts_days_and_times_have_one_home() -> None:
    """A second language finds them all there, and nobody says the same in two ways."""
    elsewhere = [
        f"{name(path)}, {place}"
        for path in files("*.py")
        if not name(path).startswith(("tests/", "community/wording/", "community/book/migrations/"))
        for place in words_elsewhere(path.read_text(encoding="utf-8"))
    ]
    assert not elsewhere, "\n".join(["these belong into community/wording:", *elsewhere])


@pytest.mark.parametrize(
    "source",
    [
        'code.replace("_", " ")',
        "f\"{code.replace('_', ' ')}\"",
        'WHEN = {Urgency.TODAY: "today", Urgency.THIS_WEEK: "this week"}',
        'WAYS = {"telephone": "Call", "letter": "Letter"}',
        'DBS = {"none": "No check", "basic": "Basic DBS"}',
        'ROUTES = {ConcernRoute.ADULTS.value: "An adult", ConcernRoute.CHILDREN.value: "A child"}',
        'FLAGS = {"email_odd": "Odd email", Flag.AT_RISK: "At risk"}',
        'DAYS = ("Monday", "Tuesday")',
        'NUMBERS = ["", "one", "two"]',
        'DAYS = {0: "Mondays", 1: "Tuesdays"}',
        "f\"{count} row{'' if count == 1 else 's'}\"",
        "f\"{count} row{'s' * (count > 1)}\"",
        'f"{day:%d %B %Y}"',
        'at.strftime("%a %d")',
    ],
)
def test_words_that_stand_elsewhere_are_seen(source: str) -> None:
    assert len(words_elsewhere(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        'wording().urgency["today"]',
        'PAGES = {"help_requests": "triage", "needs": "matches"}',
        'LIKED = {"telephone": "ring", "letter": "write"}',
        'SAID = {"no": "Nobody is at risk", "yes": "Somebody may be"}',
        'f"{now:%Y-%m-%d}"',
        'KIND = {"one": "a choice", "many": "a list"}',
    ],
)
def test_what_is_no_such_word_is_left_alone(source: str) -> None:
    assert words_elsewhere(source) == []


def test_whatever_is_counted_has_a_noun() -> None:
    sources = [path for path in files("*.py") if not name(path).startswith("tests/")]
    wordless = [
        f"{name(path)}, line {line}: {noun}"
        for path in sources
        for line, noun in nouns_asked_for(path.read_text(encoding="utf-8"))
        if noun not in read("english").noun
    ]
    assert wordless == []
