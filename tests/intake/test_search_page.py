"""The search without a script: asked and answered by the service, and kept nowhere."""

import re
from pathlib import Path

import pytest
import structlog

from tests.intake.conftest import Serve, Service
from tests.intake.walking import visit


@pytest.fixture
def site(serve: Serve, built_site: Path) -> Service:
    return serve(built=built_site)


def found(html: str) -> list[str]:
    main = html.split("<main", 1)[1].split("</main", 1)[0]
    return re.findall(r'<li><a href="([^"]+)"><strong>', main)


@pytest.mark.parametrize("said", ["evicted", "homless", "I’ve been thrown out"])
def test_words_are_answered_with_pages_and_never_stand_in_an_address(site: Service, said: str) -> None:
    page = visit("POST", f"{site.url}/search/", data={"q": said})
    assert page.status_code == 200
    assert found(page.text)[0].startswith("../resources/housing/")
    assert visit("GET", f"{site.url}/search/{found(page.text)[0]}").status_code == 200
    assert f'value="{said}"' in page.text, "what was asked is still in the field"
    assert page.headers["cache-control"] == "no-store"
    assert page.url.query == b""
    assert '<form class="search-form" method="post" action="./"' in page.text


def test_what_matched_is_marked_and_a_page_found_by_other_words_is_not(site: Service) -> None:
    page = visit("POST", f"{site.url}/search/", data={"q": "prescription"}).text
    assert re.search(r"<mark>[Pp]rescriptions?</mark>", page.split('<ol class="search__results"')[1])
    other = visit("POST", f"{site.url}/search/", data={"q": "thrown out"}).text
    first = other.split('<ol class="search__results"')[1].split("</li>")[0]
    assert "resources/housing/" in first
    assert "<mark>" not in first.split("</strong>")[0], "it is found by what people say instead of its name"


def test_a_link_may_ask_too_and_the_address_needs_no_slash(site: Service) -> None:
    leads = visit("GET", f"{site.url}/search?q=hungry")
    assert (leads.status_code, leads.headers["location"]) == (308, "/search/?q=hungry")
    assert found(visit("GET", f"{site.url}/search/?q=hungry").text)[0] == "../resources/food/"


@pytest.mark.parametrize("said", ["suicide", "we moved here in the spring and at first it went well. " * 6 + "suicide"])
def test_numbers_come_first_where_words_may_mean_danger(site: Service, said: str) -> None:
    page = visit("POST", f"{site.url}/search/", data={"q": said}).text
    assert page.index('href="tel:116123"') < page.index('<ol class="search__results"')
    assert 'href="tel:999"' in page.split('<ol class="search__results"')[0]


def test_nothing_found_says_so_and_whom_to_ring(site: Service) -> None:
    page = visit("POST", f"{site.url}/search/", data={"q": "zzzz qqqq"}).text
    assert "Nothing found." in page
    assert "0300 247 0050" in page


def test_what_was_typed_stays_words_and_reaches_no_log(site: Service) -> None:
    with structlog.testing.capture_logs() as logged:
        page = visit("POST", f"{site.url}/search/", data={"q": '"><script>Zwitscher()</script>'}).text
        visit("GET", f"{site.url}/search/?q=Zwitscher")
    assert "<script>Zwitscher" not in page
    assert "Zwitscher" not in str(logged)


def test_without_a_question_there_is_the_field_and_the_list_of_every_page(site: Service) -> None:
    page = visit("GET", f"{site.url}/search/").text
    assert 'name="q"' in page
    assert page.count("<input") - page.split("<dialog")[1].count("<input") == 1, "one field, not two"
    assert "Everything, by topic" in page


def test_more_than_anybody_asks_is_refused_in_peace(site: Service) -> None:
    assert visit("POST", f"{site.url}/search/", data={"q": "x" * 600_000}).status_code == 413
    assert visit("POST", f"{site.url}/search/", json={"q": "x"}).status_code == 415
    assert visit("POST", f"{site.url}/search/", data={"q": "lift " * 5000}).status_code == 200
