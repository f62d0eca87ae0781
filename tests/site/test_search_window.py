"""The search in a real browser: its window over every page, its own page, and without a script."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.support import DESK, PHONE, OpenPage, assert_axe_clean, assert_axe_clean_light_and_dark
from tests.site.test_browser import open_search

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_in_the_open_search(viewport: dict[str, int], open_page: OpenPage, site_url: str) -> None:
    page = open_page(f"{site_url}/get-help/", viewport=viewport)
    page.get_by_role("button", name="Search").click()
    assert_axe_clean_light_and_dark(page, "search open, nothing asked")
    page.keyboard.press("Escape")
    open_search(page, "shopping")
    assert_axe_clean_light_and_dark(page, "search open, with results")
    page.get_by_label("What are you looking for?").fill("zzzz")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    assert_axe_clean_light_and_dark(page, "search open, nothing found")


def test_search_is_asked_and_answered_by_keyboard(open_page: OpenPage, site_url: str) -> None:
    page = open_page(site_url)
    page.get_by_role("button", name="Search").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("What are you looking for?")).to_be_focused()
    page.keyboard.type("prescription")
    expect(page.get_by_role("status")).to_contain_text("found")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/resources/medicine/**")


def test_what_matched_is_marked_so_that_it_can_be_read(open_page: OpenPage, site_url: str) -> None:
    page = open_page(site_url)
    open_search(page, "prescription")
    expect(page.locator(".search__results mark").first).to_have_text(re.compile("^[Pp]rescriptions?$"))
    assert_axe_clean(page, "words marked")


def test_search_shows_words_as_words(open_page: OpenPage, site_url: str) -> None:
    page = open_page(site_url)
    told = {
        "pages": [{"url": "x/", "title": "<b>Tea</b>", "lead": "tea <img src=x> & cake", "continues": False}],
        "parts": [],
        "entries": [1],
        "doors": [{"page": 0, "id": "", "words": ["tea"], "says": "<script>x</script>"}],
        "signs": [],
        "stop": [],
        "weak": [],
        "danger": {"groups": {}, "between": [], "others": [], "spelt": {}, "signs": {}},
        "ring": {"telephone": "1", "opening": "now"},
    }
    page.route("**/search.json", lambda route: route.fulfill(json=told))
    page.route("**/search-entries/t.json", lambda route: route.abort())
    open_search(page, "tea")
    expect(page.locator(".search__results")).to_contain_text("<b>Tea</b>tea <img src=x> & cake")
    expect(page.locator("dialog .cc-note")).to_have_text("<script>x</script>")
    assert page.locator(".search__results img, .search__results b, dialog script").count() == 0


def test_numbers_to_ring_stand_above_all_pages_for_words_that_may_mean_danger(
    open_page: OpenPage, site_url: str
) -> None:
    page = open_page(site_url)
    open_search(page, "I want to kill myself")
    numbers = page.locator("dialog .cc-callout a[href='tel:116123']")
    expect(numbers).to_be_visible()
    box, first = numbers.bounding_box(), page.locator("dialog .search__results a").first.bounding_box()
    assert box
    assert first
    assert box["y"] + box["height"] <= first["y"]
    assert_axe_clean(page, "search with numbers")
    page.get_by_label("What are you looking for?").fill("alcohol")
    expect(page.locator("dialog .cc-note")).to_contain_text("no page about drinking")
    expect(page.locator("dialog .cc-callout")).to_have_count(0)


def test_the_page_of_the_search_answers_by_itself_where_nothing_but_pages_is_served(
    open_page: OpenPage, site_url: str
) -> None:
    page = open_page(f"{site_url}/search/")
    page.get_by_label("Your words").fill("evicted")
    expect(page.locator("main .search__results a").first).to_have_attribute("href", "../resources/housing/")
    assert_axe_clean(page, "page of the search, with results")


def test_without_a_script_the_search_leads_to_a_list_of_every_page(open_page: OpenPage, site_url: str) -> None:
    page = open_page(f"{site_url}/get-help/", javascript=False)
    page.get_by_role("link", name="Search").first.click()
    assert page.url == f"{site_url}/search/"
    expect(page.get_by_label("Your words")).to_be_hidden()
    expect(page.locator("main").get_by_role("link", name="Housing")).to_be_visible()


def test_closing_search_gives_the_focus_back(open_page: OpenPage, site_url: str) -> None:
    page = open_page(site_url)
    open_search(page, "food")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_be_focused()


def test_search_that_fails_says_so(open_page: OpenPage, site_url: str) -> None:
    page = open_page(site_url)
    page.route("**/search.json", lambda route: route.abort())
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("status")).to_contain_text("not working")
