"""What the hubs hand out on paper: each on as many sheets as it should be, as Chromium prints it, and about nobody."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Browser, Page

from community.__main__ import cli
from community.book import Book, utc_now
from community.publish import papers
from community.publish.hub_papers import PAPERS
from community.settings import Settings
from tests.browser.support import sheets_of

A4, A5 = (595, 842), (420, 595)
SHEETS = {"leaflet-a5": (1, A5), "poster-a4": (1, A4), "door-cards-a4": (1, A4), "call-sheet-a4": (1, A4)}
LONG = "Saint Catherine-under-the-Hill and the Seven Villages Beyond"


def told(book: Book, settings: Settings) -> dict[str, str]:
    with book.reading() as reader:
        return papers(reader, settings, utc_now())


@pytest.fixture
def long(settings: Settings) -> Settings:
    """A hub whose name, number, hours and address are as long as any, and one with the names that we have."""
    hub = settings.hubs["keynsham"].model_copy(
        update={
            "name": LONG,
            "telephone": "+44 1632 960 999",
            "opening": "Monday, Wednesday, Friday, 9.30 am to 4.30 pm",
        }
    )
    hubs = {"keynsham": hub, "bathavon": settings.hubs["bathavon"]}
    address = "https://community.a-rather-long-name-of-a-district.example.org"
    return settings.model_copy(update={"hubs": hubs, "public_url": address})


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def sheets(page: Page, html: str) -> tuple[int, tuple[int, int]]:
    """How many sheets Chromium prints, and the size of the first in points."""
    page.set_content(html)
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert box
    return sheets_of(pdf), (round(float(box[1])), round(float(box[2])))


def test_each_paper_fills_one_sheet_of_its_size_and_none_spills(book: Book, long: Settings, page: Page) -> None:
    for name, html in told(book, long).items():
        what = name.partition("-")[2].removesuffix(".html")
        if what in SHEETS:
            assert sheets(page, html) == SHEETS[what], name
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_a_pack_without_services_takes_two_sheets_and_one_with_forty_at_most_four(
    book: Book, settings: Settings, page: Page
) -> None:
    name = "keynsham-parish-pack-a4.html"
    assert sheets(page, told(book, settings)[name]) == (2, A4)
    for number in range(40):
        told_of = {"name": f"Lunch {number}", "what": "Soup and company for whoever comes.", "times": "Tuesday, noon"}
        own = {"kind": "group", "status": "approved", "hub": "keynsham", "public_telephone": "01632 960001"}
        book.append("services", told_of | own, by="web")
    html = told(book, settings)[name]
    assert html.count("Soup and company") == 40
    assert sheets(page, html)[0] in (3, 4)


def test_they_tell_of_the_hub_and_of_nobody(book: Book, settings: Settings) -> None:
    service = {"name": "<b>Larder</b>", "kind": "service", "status": "approved", "hub": "keynsham"}
    private = {"contact_name": "Canary", "telephone": "01632 960009", "email": "canary@example.org", "notes": "Canary"}
    book.append("services", service | private, by="web")
    book.append("services", service | {"name": "A room", "kind": "member_offer", "place": "Canary Row"}, by="web")
    book.append("services", service | {"name": "Canary, withdrawn", "status": "withdrawn"}, by="web")
    book.append("volunteers", {"name": "Canary", "hub": "keynsham", "status": "ready"}, by="web")
    pages = told(book, settings)
    assert len(pages) == 5 * len(settings.hubs)
    assert not re.search("canary|960009|<b>|A room", "".join(pages.values()), re.IGNORECASE)
    assert "&lt;b&gt;Larder&lt;/b&gt;" in pages["keynsham-parish-pack-a4.html"]
    assert "Larder" not in pages["bathavon-parish-pack-a4.html"]
    assert not re.search(r"(src|href)=|url\(|@import|<script", "".join(pages.values())), "they load nothing"


def test_a_code_leads_to_the_hub_only_where_the_public_address_is_known(book: Book, settings: Settings) -> None:
    assert "Code for a camera" not in "".join(told(book, settings).values())
    known = settings.model_copy(update={"public_url": "https://town.example.org"})
    pages = told(book, known)
    assert pages["keynsham-leaflet-a5.html"].count("Code for a camera") == 1
    assert "town.example.org/your-hub/keynsham" in pages["keynsham-leaflet-a5.html"]


@pytest.mark.long
def test_the_code_on_each_paper_as_it_is_printed_opens_the_page_of_the_hub(
    book: Book, settings: Settings, long: Settings, page: Page
) -> None:
    for known in (settings.model_copy(update={"public_url": "https://town.example.org"}), long):
        for name, html in told(book, known).items():
            page.set_content(html)
            page.emulate_media(media="print")
            seen = [code.text for code in zxingcpp.read_barcodes(Image.open(BytesIO(page.screenshot(full_page=True))))]
            hub = name.removesuffix(".html").removesuffix(next(each for each in PAPERS if each in name)).rstrip("-")
            carries = "call-sheet" not in name and "door-cards" not in name
            assert seen == [f"{known.public_url}/your-hub/{hub}/"] * carries, name


def test_the_command_writes_them_for_all_hubs_and_says_where(
    book: Book, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COMMUNITY_HOME", str(settings.home))
    monkeypatch.setenv("DEMO", "no")
    done = CliRunner().invoke(cli, ["leaflets", "--to", str(tmp_path / "paper")])
    assert done.exit_code == 0, done.output
    assert "PUBLIC_URL is not set" in done.output
    assert len(list((tmp_path / "paper").glob("*.html"))) == 5 * len(settings.hubs)
