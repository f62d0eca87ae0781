"""A translation that is missing, or older than its English, is found; so is one that says something else's name."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from community.commands.languages import spoken_words
from community.settings import load
from community.wording import catalogue_words, in_language, is_unsaid, languages, say, spoken, translation
from community.wording.catalogue_words import bring_up_to_date, mistakes, template
from community.wording.translation import language, of_catalogue, read_catalogue
from tests.checkout import ROOT


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    return template(spoken_words(load()))


@pytest.mark.parametrize("code", languages())
def test_no_translation_of_the_ways_in_is_missing_or_stale(code: str, wanted: Catalog) -> None:
    own = load().languages[code].words if code in load().languages else ()
    assert mistakes(read_catalogue(code), wanted, own) == []


def changed(message: Message) -> None:
    message.id = "Ask us for help"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda message: setattr(message, "string", ""), ["empty: Ask for help"]),
        (lambda message: message.flags.add("fuzzy"), ["to be looked at: Ask for help"]),
        (lambda message: setattr(message, "string", "{x}"), ["other placeholders: Ask for help"]),
        (changed, ["missing: Ask for help", "not said any more: Ask us for help"]),
    ],
    ids=["empty", "fuzzy", "placeholders", "changed English"],
)
def test_a_translation_that_is_stale_is_named(
    change: Callable[[Message], object], told: list[str], wanted: Catalog
) -> None:
    catalogue = read_catalogue("pl")
    change(catalogue["Ask for help"])
    assert mistakes(catalogue, wanted) == told
    assert mistakes(catalogue, wanted, own=["Ask for help"]) == [each for each in told if "missing" not in each]


def test_what_a_catalogue_does_not_say_stays_english_and_says_so() -> None:
    catalogue = Catalog(locale="pl")
    catalogue.add("Yes", "Tak")
    catalogue.add("Ring {number}", "Telefon {number}", flags=["fuzzy"])
    with in_language(of_catalogue("pl", catalogue)):
        assert (say("Yes"), is_unsaid(say("Yes"))) == ("Tak", False)
        assert say("Ring {number}", number="1") == "Ring 1"
        assert is_unsaid(say("Ring {number}", number="1"))
    assert not is_unsaid(say("Yes"))


def test_words_that_a_community_says_itself_stay_out_of_the_catalogue_and_what_it_does_not_say_stays_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: Catalog
) -> None:
    shutil.copy(translation.CATALOGUES / "pl.po", tmp_path)
    for module in (catalogue_words, translation):
        monkeypatch.setattr(module, "CATALOGUES", tmp_path)
    spoken = {str(each.id) for each in wanted if each.id and not each.context}
    other = template(spoken - {"My dog walked"} | {"My bins put out", "My hens fed"}, ["My bins put out"])
    other.delete("My dog walked")
    bring_up_to_date("pl", other, ["My bins put out"])
    told = read_catalogue("pl")
    assert told["My dog walked"].string
    assert "My bins put out" not in told
    assert "My hens fed" in told
    assert [each for each in mistakes(told, other, ["My bins put out"]) if "hens" not in each] == []


def test_counted_nouns_follow_the_language() -> None:
    with in_language(language("pl")):
        assert [spoken(count, "working_day") for count in (1, 3, 5, 22)] == [
            "1 dzień roboczy",
            "3 dni robocze",
            "5 dni roboczych",
            "22 dni robocze",
        ]


def test_each_page_of_a_language_says_which_it_is_and_has_an_english_one_beside_it() -> None:
    """So the switch leads from the one to the other."""
    for code in languages():
        for page in (ROOT / "site" / code).rglob("*.md"):
            assert f"\nlanguage: {code}\n" in page.read_text("utf-8"), page
            assert (ROOT / "site" / page.relative_to(ROOT / "site" / code)).is_file(), page
