"""What holds for every built page, read as text."""

import gzip
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs.config import load_config

from community.forms.training_modules import training_modules
from community.settings import load
from community.settings.public_words import public_words
from tests.checkout import ROOT
from tests.site.pages import BuiltPage

PUBLIC = [
    "/", "/get-help/", "/get-help/ask/", "/volunteer/", "/volunteer/join/", "/volunteer/roles/",
    "/charter/", "/charter/sign/",
    "/resources/food/", "/resources/medicine/", "/resources/company/", "/resources/lifts/",
    "/resources/money/", "/resources/housing/", "/resources/mind/", "/resources/safety/", "/training/",
    "/training/book/", "/training/welcome/", "/training/staying-safe/", "/training/listening/",
    "/training/safeguarding/", "/training/money-and-medicine/", "/training/check/",
    "/resources/bereavement/", "/resources/illness/", "/resources/caring/", "/get-help/now/", "/get-help/refer/",
    "/directory/", "/easy/ask/", "/easy/volunteer/",
    "/directory/services/", "/directory/groups/", "/directory/shops/", "/directory/warm-places/", "/directory/offers/",
    "/directory/tell-us/", "/directory/share/", "/volunteer/interested/", "/volunteer/we-need-volunteers/",
    "/newsletter/", "/newsletter/stop/",
    "/about/", "/good-news/", "/contact/", "/questions/", "/press/", "/put-it-right/", "/put-it-right/tell-us/",
    "/put-it-right/director/",
    "/your-hub/", "/your-hub/bath-north/", "/your-hub/bath-south-west/", "/your-hub/bath-south-east/",
    "/your-hub/bathavon/", "/your-hub/keynsham/", "/your-hub/chew-valley/", "/your-hub/somer-valley/",
    "/your-hub/cam-valley/",
    "/is-it-really-us/", "/privacy/", "/accessibility/", "/safeguarding/", "/safeguarding/adult/",
    "/safeguarding/child/", "/search/",
]  # fmt: skip
NEWS = ["/news/2020-03-30-one-number-for-everybody/", "/news/2020-08-12-two-thousand-tasks/"]
"""Pages to which the list of the good news leads, and no menu."""
FORMS = {
    "/get-help/ask/": "help_request",
    "/volunteer/join/": "volunteer",
    "/charter/sign/": "organisation",
    "/directory/tell-us/": "service",
    "/directory/share/": "offer",
    "/volunteer/we-need-volunteers/": "opportunity",
    "/volunteer/interested/": "enquiry",
    "/newsletter/": "newsletter",
    "/newsletter/stop/": "newsletter_stop",
    "/training/book/": "booking",
    "/put-it-right/tell-us/": "complaint",
    "/get-help/refer/": "referral",
    "/safeguarding/adult/": "concern_adult",
    "/safeguarding/child/": "concern_child",
    "/put-it-right/director/": "complaint_director",
}
OPENED_BY_A_LINK = "/from-us/"
"""The frame for what the links in messages open; no page leads there."""
# What a browser fetches by itself.
FETCHED = {
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "use": "href",
    "object": "data",
}
FOR_PROGRAMS = {".jsonld", ".xml"}
"""How files end that pages lead to and that are no pages."""
WITHOUT_SCRIPT, WITH_SCRIPT = 35_000, 80_000


def test_every_public_address_is_there_and_no_other(pages: list[BuiltPage]) -> None:
    assert {page.url for page in pages} == {*PUBLIC, *NEWS, "/404.html", OPENED_BY_A_LINK}


def test_each_page_has_one_heading_a_language_and_a_title_of_its_own(pages: list[BuiltPage]) -> None:
    for page in pages:
        assert len(page.all("h1")) == 1, page.url
        assert page.all("html")[0]["lang"] == "en-GB"
    titles = [page.blocks[0] for page in pages]
    assert len(set(titles)) == len(titles)
    assert all("Compassionate Community" in title for title in titles)


def test_no_page_holds_a_script_a_style_or_a_handler_in_its_lines(pages: list[BuiltPage]) -> None:
    for page in pages:
        assert not page.all("style"), page.url
        assert all("src" in script for script in page.all("script")), page.url
        for tag, attributes in page.elements:
            inline = [name for name in attributes if name == "style" or name.startswith("on")]
            assert not inline, f"{page.url}: {tag} {inline}"
            assert not attributes.get("href", "").startswith("javascript:"), page.url


def test_nothing_is_fetched_from_anybody_else(pages: list[BuiltPage], built_site: Path) -> None:
    for page in pages:
        for tag, attributes in page.elements:
            address = attributes.get(FETCHED.get(tag, ""), "")
            if tag == "link" and attributes.get("rel") == "canonical":
                continue
            assert not urlsplit(address).netloc, f"{page.url}: {tag} {address}"
            assert "srcset" not in attributes
    for sheet in (built_site / "assets").glob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "@import" not in text, sheet.name
        assert "url(" not in text, sheet.name


def test_every_link_inside_the_site_leads_somewhere(pages: list[BuiltPage], built_site: Path) -> None:
    by_url = {page.url: page for page in pages}
    for page in pages:
        for link in page.all("a"):
            target = urlsplit(urljoin(f"http://site{page.url}", link["href"]))
            if target.netloc != "site" or target.scheme != "http":
                continue
            if Path(target.path).suffix in FOR_PROGRAMS:
                assert (built_site / target.path.lstrip("/")).is_file(), f"{page.url} -> {link['href']}"
                continue
            assert target.path in by_url, f"{page.url} -> {link['href']}"
            if target.fragment:
                assert unquote(target.fragment) in by_url[target.path].ids, f"{page.url} -> {link['href']}"


def test_nobody_is_sent_to_another_site_but_the_regulator(pages: list[BuiltPage]) -> None:
    hosts = {urlsplit(link["href"]).netloc for page in pages for link in page.all("a")}
    assert hosts <= {"", "ico.org.uk"}


def test_each_form_page_holds_one_empty_place_and_a_way_without_the_form(pages: list[BuiltPage]) -> None:
    found = {}
    for page in pages:
        places = [attributes["data-form"] for _, attributes in page.elements if "data-form" in attributes]
        if places and page.url != "/search/":
            assert len(places) == 1
            found[page.url] = places[0]
            html = page.file.read_text(encoding="utf-8")
            fallback = html.split("data-form=", 1)[1].split("</div>", 1)[0]
            # The form is put in place of the element: a second <div> inside would end it too early.
            assert "<div" not in fallback
            assert "tel:03002470050" in fallback
            assert any(link.get("href", "").endswith("assets/forms.css") for link in page.all("link"))
    modules = {f"/training/{name.replace('_', '-')}/": f"module-{name}" for name in training_modules()}
    assert found == FORMS | modules | {"/training/check/": "module-certificate", OPENED_BY_A_LINK: "link"}


def test_what_is_only_included_is_not_a_page(built_site: Path) -> None:
    assert not (built_site / "_generated").exists()
    assert not (built_site / "overrides").exists()


def test_the_lists_that_are_written_by_publishing_reach_the_pages(built_site: Path) -> None:
    charter = (built_site / "charter" / "index.html").read_text(encoding="utf-8")
    signed = re.findall(r"^- (.*)", (ROOT / "site/_generated/signatories.md").read_text("utf-8"), re.MULTILINE)
    assert len(signed) > 5
    for name in signed:
        assert unescape(name) in unescape(charter)
    volunteer = (built_site / "volunteer" / "index.html").read_text(encoding="utf-8")
    assert load().community.check_costs in unescape(volunteer)
    privacy = (built_site / "privacy" / "index.html").read_text(encoding="utf-8")
    assert (ROOT / "site/_generated/processors.md").read_text(encoding="utf-8").strip() in privacy
    about = (built_site / "about" / "index.html").read_text(encoding="utf-8")
    assert 'class="cc-figures"' in about
    assert "--8&lt;--" not in charter + about
    assert "--8<--" not in charter + about


def test_a_page_stays_light(pages: list[BuiltPage], built_site: Path) -> None:
    def weight(file: Path) -> int:
        return len(gzip.compress(file.read_bytes()))

    search = [built_site / "search.json", built_site / "assets/search.js"]
    for page in pages:

        def own(address: str, url: str = page.url) -> Path:
            return built_site / urlsplit(urljoin(f"http://site{url}", address)).path.lstrip("/")

        sheets = {own(link["href"]) for link in page.all("link") if link["rel"] != "canonical"}
        scripts = {own(script["src"]) for script in page.all("script")}
        plain = weight(page.file) + sum(map(weight, sheets))
        assert plain <= WITHOUT_SCRIPT, f"{page.url}: {plain} bytes without JavaScript"
        # Search is fetched only by those who open it; it is counted all the same.
        full = plain + sum(map(weight, scripts)) + sum(map(weight, search))
        assert full <= WITH_SCRIPT, f"{page.url}: {full} bytes with JavaScript"


def test_the_search_is_our_own_and_what_the_page_names_is_there(pages: list[BuiltPage], built_site: Path) -> None:
    for page in pages:
        if page.url == OPENED_BY_A_LINK:  # without any script: its search is a link
            assert page.all("dialog") == page.all("script") == []
            continue
        [dialog] = page.all("dialog")
        for name in ("data-rules", "data-index"):
            target = urlsplit(urljoin(f"http://site{page.url}", dialog[name])).path
            assert (built_site / target.lstrip("/")).is_file(), dialog[name]
    assert not (built_site / "search" / "search_index.json").exists()


def test_the_page_of_the_search_lists_every_page(pages: list[BuiltPage]) -> None:
    [search] = [page for page in pages if page.url == "/search/"]
    html = search.file.read_text(encoding="utf-8").split("<main", 1)[1].split("</main", 1)[0]
    listed = {urljoin("/search/", address) for address in re.findall(r'<li><a href="([^"]+)"', html)}
    assert listed == {*PUBLIC} - {"/search/"}


def test_the_site_and_the_settings_name_the_same_hub() -> None:
    config, community = load_config(str(ROOT / "mkdocs.yml")), load({}).community
    assert config.site_name == community.name
    assert config.extra["hub"] == public_words(community)
