"""The site from a static host, with Google's forms and no server of ours: what is off there says what to do instead."""

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from community import forms
from community.book import Book
from community.forms.training_modules import training_modules
from community.publish import build, publish
from community.publish.publish_site import prepare
from community.settings import GoogleForm, Settings
from tests.publish.test_publish import NOW
from tests.site.pages import read_pages

AT_GOOGLE = {"help_request", "volunteer", "organisation", "service", "offer", "opportunity"}
INSTEAD = {
    "booking": "We book for you",
    "complaint": "Say that you want to complain",
    "complaint_director": "Ask for the chair of the trustees",
    "enquiry": "You can still ask for a role",
    "newsletter": "You can still ask us for news",
    "newsletter_stop": "You can still tell us that you want no more",
    "referral": "ask us to ring you",
    "concern_adult": "Ask for the safeguarding lead",
    "concern_child": "Ask for the safeguarding lead",
    "module-certificate": "Codes are checked by our own server",
    "link": "Ring us",
} | {f"module-{name}": "talk it through with us" for name in training_modules()}
"""What only a server of ours does, by its place on a page, and what the page says to do instead."""
OUR_NUMBER = "tel:03002470050"
PLACE = re.compile(r'data-form="([\w-]+)"[^>]*>(.*?)</div>', re.DOTALL)


@pytest.mark.long
def test_each_place_for_a_server_leads_to_google_or_says_what_to_do_instead(
    settings: Settings, root: Path, book: Book
) -> None:
    google = {name: GoogleForm(address=f"https://docs.google.com/forms/d/e/{name}/viewform") for name in AT_GOOGLE}
    told = settings.model_copy(update={"google_forms": google})
    publish(root, prepare(book, told, NOW), lambda: build(root, told))
    pages = read_pages(root / "build" / "site")
    found = {}
    for page in pages:
        html = page.file.read_text(encoding="utf-8")
        found |= dict(PLACE.findall(html))
        assert not re.search(r"<form[^>]*(method|action)=", html), f"{page.url} sends something to nobody"
    search = found.pop("search")
    assert set(found) == AT_GOOGLE | set(INSTEAD)
    assert {name for name, form in forms.load(told).items() if form.only_here} <= set(INSTEAD)
    assert not [name for name, words in found.items() if "moment" in words], "no form comes back where nobody draws it"
    for name in AT_GOOGLE:
        assert google[name].address in found[name], name
    for name, instead in INSTEAD.items():
        assert instead in found[name], name
        assert "docs.google.com" not in found[name], name
        assert OUR_NUMBER in found[name], name
    assert "data-search-page" in search  # by a script; without one, all pages stand below it
    addresses = {page.url for page in pages}
    for page in pages:  # nothing leads to what only a server answers
        for link in page.all("a"):
            target = urlsplit(urljoin(f"http://site{page.url}", link["href"]))
            if target.netloc == "site" and target.scheme == "http" and "." not in target.path:
                assert target.path in addresses, f"{page.url} -> {link['href']}"
