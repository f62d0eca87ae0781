"""The directory on the public pages: approved entries by kind of help, place and day, with nothing about anybody."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from community.book import Book
from community.publish import build, publish, stale
from community.publish.publish_site import prepare_lists
from community.search import ENTRIES, FILE, Index
from community.settings import Settings
from tests.site.pages import read_pages

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SEEN = "2026-11-01"
SOUP = {
    "name": "Soup & Company", "kind": "group", "what": "Lunch <b>together</b>.", "times": "Wednesday, noon",
    "cost": "£3", "access": "No steps", "place": "the old school", "hub": "keynsham",
    "public_telephone": "01225 960123 or 07700 900456",
    "public_email": "soup@example.org", "website": "soup.example.org", "languages": "english; polish",
    "extra.helps_with": "company; food; gold", "status": "approved", "checked_on": SEEN,
    "contact_name": "Canary Smith", "telephone": "01225 999999", "email": "canary@example.org", "postcode": "BA1 9ZZ",
    "notes": "Canary notes", "organisation_id": None, "flags": "too_fast",
}  # fmt: skip

LISTED = {"directory-groups.md", "services-company.md", "services-food.md", "services.json", "your-hub/keynsham.md"}
"""Where that one stands: on pages of its kind, of its hub and of what it helps with, and for other programs."""


def service(book: Book, **values: object) -> str:
    return book.append("services", SOUP | values, by="web").id


def lists(book: Book, settings: Settings, now: datetime = NOW) -> dict[str, str]:
    return prepare_lists(book, settings, now)


def test_an_approved_service_stands_on_the_page_of_its_kind_and_of_each_kind_of_help(
    book: Book, settings: Settings
) -> None:
    one = service(book, website="https://soup.example.org/")
    told = lists(book, settings)
    there = {name for name, words in told.items() if "Soup" in words}
    assert there == LISTED
    words = told["directory-groups.md"]
    assert "## Wednesday" in words
    for part in (
        '<a href="tel:01225960123" itemprop="telephone">01225 960123</a>',
        'href="tel:07700900456"',
        "<dd>£3</dd>",
        ">soup&#46;example&#46;org</a>",
    ):
        assert part in words, part
    for part in ("the old school", "Keynsham and Saltford", "English and Polish", "Last checked on 1 November 2026."):
        assert part in words, part
    assert f'id="{one.lower()}"' in words
    assert not re.search(
        "canary|999999|BA1 ?9ZZ|<b>|too_fast|gold", "".join(told.values()).replace(told["services.json"], ""), re.I
    )


def test_of_what_a_member_would_share_nothing_leads_to_them(book: Book, settings: Settings) -> None:
    service(book, kind="member_offer", name="A drill to borrow", place="4 Canary Row")
    told = lists(book, settings)
    assert "A drill to borrow" in told["directory-member-offers.md"]
    assert "Ring us to find out more" in told["directory-member-offers.md"]
    for name, words in told.items():
        assert not re.search("canary|960123|900456|soup@|soup.example", words, re.IGNORECASE), name


def test_what_a_member_would_share_is_printed_until_its_last_day(book: Book, settings: Settings) -> None:
    for until, name in (("2026-11-21", "A van"), ("2026-11-20", "A tent"), ("till the frost", "A spade")):
        service(book, kind="member_offer", name=name, **{"extra.until": until})
    told = lists(book, settings)["directory-member-offers.md"]
    assert "A van" in told
    assert "<dt>Until</dt><dd>21 November 2026</dd>" in told
    assert "A tent" not in "".join(lists(book, settings).values())
    assert "A spade" in told, "until somebody has asked them"


def test_what_nobody_approved_or_what_is_withdrawn_is_nowhere(book: Book, settings: Settings) -> None:
    empty = lists(book, settings)
    for status in ("offered", "withdrawn"):
        service(book, status=status)
    assert lists(book, settings) == empty
    assert "Nothing is listed here yet" in empty["services-food.md"]


def test_an_overdue_service_says_so_from_the_day_on_though_nobody_changed_anything(
    book: Book, settings: Settings, root: Path
) -> None:
    service(book, checked_on=(NOW.date() - timedelta(days=183)).isoformat())
    publish(root, lists(book, settings), lambda: None)
    assert "may be different now" not in lists(book, settings)["directory-groups.md"]
    tomorrow = lists(book, settings, NOW + timedelta(days=1))
    assert set(stale(root, tomorrow)) == LISTED - {"your-hub/keynsham.md"}
    assert "That is a while ago, so it may be different now" in tomorrow["directory-groups.md"]
    service(book, name="Walk", checked_on=None)
    assert "We have not checked this yet" in lists(book, settings)["directory-groups.md"]


def test_a_service_without_any_way_to_reach_it_leads_to_us_and_places_are_in_their_order(
    book: Book, settings: Settings
) -> None:
    told = {"kind": "warm_place", "public_telephone": None, "public_email": None, "website": None}
    service(book, **told, name="Chapel", hub="keynsham")
    service(book, **told, name="Library", hub=None)
    words = lists(book, settings)["directory-warm-places.md"]
    assert (
        words.index("## Keynsham and Saltford")
        < words.index("Chapel")
        < words.index("## Everywhere")
        < words.index("Library")
    )
    assert words.count('<a href="tel:%dial%">%telephone%</a>') == 2


def test_a_long_list_goes_on_page_by_page_and_the_search_leads_to_the_right_one(
    book: Book, settings: Settings, root: Path
) -> None:
    for number in range(120):
        service(book, name=f"Soup {number}", kind="service", hub=list(settings.hubs)[number % 5])
    for number in range(120):
        signed = {"name": f"Ammonite {number:03}", "status": "approved", "signed_on": SEEN}
        book.append("organisations", signed, by="web")
    publish(root, lists(book, settings), lambda: build(root, settings))
    built = root / "build/site"
    for folder, each, many in (
        ("directory/services", 'class="service"', [50, 50, 20]),
        ("resources/food", 'class="service"', [50, 50, 20]),
        ("charter", "<li data-entry", [100, 20 + len(settings.community.signed_before)]),
    ):
        pages = [built / folder / part / "index.html" for part in ("", *map(str, range(2, len(many) + 1)))]
        told = [page.read_text(encoding="utf-8") for page in pages]
        assert [page.count(each) for page in told] == many, folder
        assert all(
            ('rel="next"' in page, 'rel="prev"' in page) == (n < len(many), n > 1) for n, page in enumerate(told, 1)
        )
        assert all("<b>together" not in page for page in told)
    by_url = {page.url: page for page in read_pages(built)}
    for page in by_url.values():
        for link in (urlsplit(urljoin(f"http://site{page.url}", link["href"])) for link in page.all("a")):
            assert link.netloc != "site" or not link.fragment or unquote(link.fragment) in by_url[link.path].ids, link
    entries = {each.stem: each.read_bytes() for each in (built / ENTRIES).iterdir()}
    index = Index.read((built / FILE).read_bytes(), entries)
    found = [each for each in index.rank("soup 119").results if each.section == "Soup 119"]
    assert len(found) == 1, "found on its own page, and not once more on those of kinds of help"
    path, _, place = found[0].url.partition("#")
    assert place in by_url[f"/{path}"].ids
    assert "Ammonite 118" in [each.section for each in index.rank("ammonite 118").results[:2]]
    fewer = {name: words for name, words in lists(book, settings).items() if not name.endswith("/3.md")}
    publish(root, fewer, lambda: None)
    assert not (root / "site/directory/services/3.md").exists(), "a page that the list no longer needs goes"


def test_who_can_be_rung_when_we_are_closed_is_as_the_settings_say(book: Book, settings: Settings) -> None:
    told = lists(book, settings)
    assert told["help-now.md"].index("tel:999") < told["help-now.md"].index("tel:116123")
    assert "Shelter" in told["closed-housing.md"]
    assert "Shelter" not in told["closed-food.md"]
    community = settings.community.model_copy(update={"helplines": {}})
    bare = lists(book, settings.model_copy(update={"community": community}))
    assert "We know of nobody else to ring" in bare["closed-housing.md"]
