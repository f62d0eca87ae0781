"""What the settings decide, every page says as they say it; what is a figure of a year says of which."""

import re

import pytest

from community.forms import load as load_forms
from community.settings import load
from tests.site.pages import BuiltPage

SETTINGS = load()
HUB = SETTINGS.community
NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\.\w+")


def said(pages: list[BuiltPage], pattern: str) -> list[tuple[str, str]]:
    """Return (address, what was found) for every place that the pattern finds."""
    return [(p.url, found[0]) for p in pages for block in p.blocks for found in re.finditer(pattern, block)]


def test_hours_are_the_hubs_hours_wherever_they_are_told(pages: list[BuiltPage]) -> None:
    told = {words for _, words in said(pages, r"Monday to \w+, [\d.]+ [ap]m to [\d.]+ [ap]m")}
    assert told == {HUB.opening}
    assert HUB.opening == "Monday to Friday, 9 am to 5 pm"
    assert (HUB.open_days, HUB.day_starts.hour, HUB.day_ends.hour) == (("mon", "tue", "wed", "thu", "fri"), 9, 17)


def test_every_promise_of_an_answer_is_the_one_that_the_settings_make(pages: list[BuiltPage]) -> None:
    days = NUMBERS[HUB.promise_working_days]
    usual = {words.lower() for _, words in said(pages, r"[Ww]ithin \w+ working days?")}
    assert usual == {f"within {days} working day{'s' * (HUB.promise_working_days > 1)}"}
    urgent = {words for _, words in said(pages, r"within \w+ hours")}
    assert urgent == {f"within {NUMBERS[HUB.urgent_hours]} hours"}


def test_names_and_addresses_are_those_of_the_settings(pages: list[BuiltPage]) -> None:
    assert {words for _, words in said(pages, ADDRESS.pattern)} == {HUB.email, HUB.media_email}
    about = " ".join(next(p for p in pages if p.url == "/about/").blocks)
    for each in (HUB.director, HUB.run_by.split(", ")[0], HUB.social, HUB.hashtag):
        assert each in about, each


def test_the_minutes_that_a_form_takes_are_its_own(pages: list[BuiltPage]) -> None:
    forms = load_forms(SETTINGS)
    for url, form in (
        ("/get-help/ask/", "help_request"),
        ("/charter/sign/", "organisation"),
        ("/directory/tell-us/", "service"),
    ):
        told = {words for each, words in said(pages, r"\w+ minutes") if each == url}
        assert told == {f"{NUMBERS[forms[form].minutes]} minutes"}, url


def test_a_number_to_ring_that_a_page_names_is_named_by_the_settings_too(pages: list[BuiltPage]) -> None:
    known = {(line.telephone or "").replace(" ", "") for line in HUB.helplines.values()} | {"03002470050"}
    linked = {link["href"].removeprefix("tel:") for page in pages for link in page.all("a") if "tel:" in link["href"]}
    assert linked <= known
    # A number that stands in letters alone is overlooked when the settings change, and nobody can press it.
    told = known | {number for line in HUB.helplines.values() for number in re.findall(r"\d{3,}", line.how)}
    for page in pages:
        pressed = {link["href"].removeprefix("tel:") for link in page.all("a")}
        for way, number in re.findall(
            r"\b(ring|dial|on to|text \w+ to) (\d{3,6})\b(?! \d)", " ".join(page.blocks), re.IGNORECASE
        ):
            assert number in told, f"{page.url}: {way} {number}"
            assert number in pressed or number not in known, f"{page.url}: {way} {number}"


@pytest.mark.parametrize("figure", ["2,500", "7,000", "60 organisations", "90%", "9 million"])
def test_a_figure_of_some_year_stands_beside_its_year(figure: str, pages: list[BuiltPage]) -> None:
    for page in pages:
        for number, block in enumerate(page.blocks):
            if figure in block:
                near = " ".join(page.blocks[max(number - 1, 0) : number + 6])
                assert re.search(r"20(16|20)", near), f"{page.url}: {block}"


def test_one_rule_is_told_on_the_page_and_at_the_question(pages: list[BuiltPage]) -> None:
    by_url = {page.url: " ".join(page.blocks) for page in pages}
    forms = load_forms(SETTINGS)
    assert "only if you choose “In person”" in by_url["/volunteer/"]
    assert "only if you choose “In person”" in (forms["volunteer"].questions["takes_care"].hint or "")
    for url in ("/get-help/", "/"):
        assert "Ask them first if you can." in by_url[url], url
    assert "Ask them first if you can." in (forms["help_request"].questions["they_agree"].hint or "")
    assert not said(pages, r"need to know that they said yes")


def test_the_charter_is_told_apart_from_what_is_new(pages: list[BuiltPage]) -> None:
    [charter] = [page for page in pages if page.url == "/charter/"]
    words = charter.blocks
    new = next(n for n, block in enumerate(words) if block.startswith("New: eight promises"))
    assert words.index("The vision") < words.index("The mission") < new
    assert "Those who signed before did not see them, and have not made them." in words[new + 1]
