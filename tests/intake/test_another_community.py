"""Another community's settings: no page, no form and no receipt says anything of the first one any more."""

import gzip
import re
from html import unescape
from pathlib import Path

import pytest

from community import forms
from community.settings import load
from intake.web_app import ADDRESSES
from tests.checkout import ROOT
from tests.forms.answers import HELP
from tests.intake.conftest import Serve, Service
from tests.intake.walking import Walker, visit
from tests.site.conftest import build_site

OTHER = {
    "name": "Kind & Near Neighbours",
    "place": "Little Wigborough",
    "run_by": "Wigborough <Together>",
    "director": "Ada O'Example",
    "telephone": "01632 960 123",
    "email": "hello@wigborough.example.org",
    "media_email": "news@wigborough.example.org",
    "social": "@wigborough",
    "hashtag": "#NearNeighbours",
    "opening": "Tuesday to Saturday, 10 am to 4.30 pm",
    "promise_working_days": 3,
    "urgent_hours": 2,
    "open_days": ["tue", "wed", "thu", "fri", "sat"],
    "day_starts": "10:00",
    "day_ends": "16:30",
}
GONE = [
    r"(?i:within one working day)", r"(?i:within four hours)", r"0300\s?247\s?0050", r"Monday to Friday",
    r"9 am", r"\b5 pm", r"Compassionate Community", r"CompassionateCommunity", r"(?i:3sg)",
    r"Third Sector Group", r"(?i:carlin)",
]  # fmt: skip


def toml(folder: Path) -> Path:
    """The file of settings of this community, each named one in place of the first community's."""
    told = (ROOT / "community.toml").read_text("utf-8")
    for name, value in OTHER.items():
        said = str(value) if isinstance(value, (int, list)) else f'"{value}"'
        told, many = re.subn(rf"^{name} = .*$", f"{name} = {said}", told, count=1, flags=re.MULTILINE)
        assert many == 1, name
    file = folder / "community.toml"
    file.write_text(told, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Give the folder of the site that is built for the other community, and the path of its settings."""
    folder = tmp_path_factory.mktemp("other")
    settings = str(toml(folder))
    build_site(folder / "built", COMMUNITY_TOML=settings)
    return folder / "built", settings


@pytest.fixture
def service(serve: Serve, other: tuple[Path, str]) -> Service:
    """Give the other community's service, over its site."""
    return serve(built=other[0], environ={"COMMUNITY_TOML": other[1]})


def left(said: str) -> list[str]:
    """What a page still says of the first community; a place to fill in counts too."""
    return re.findall("|".join([*GONE, r"%[a-z_]+%"]), unescape(said))


def test_no_built_page_says_anything_of_the_first_community(other: tuple[Path, str]) -> None:
    files = [file for file in other[0].rglob("*") if file.suffix in {".html", ".json", ".xml", ".js", ".txt", ".gz"}]
    assert len(files) > 30
    said = {file: file.read_bytes() for file in files}
    said |= {file: gzip.decompress(packed) for file, packed in said.items() if file.suffix == ".gz"}
    assert {
        file.relative_to(other[0]).as_posix(): found for file, words in said.items() if (found := left(words.decode()))
    } == {}


def test_the_pages_say_what_the_settings_say_and_nothing_in_a_name_is_markup(other: tuple[Path, str]) -> None:
    first = (other[0] / "index.html").read_text("utf-8")
    assert "We ring or write back within three working days" in first
    assert "Kind &amp; Near Neighbours" in first
    assert "Wigborough &lt;Together&gt;" in first
    assert '<a href="tel:01632960123">01632 960 123</a>' in first
    assert "Neighbours across Little Wigborough are ready" in first
    assert "it is within two hours of our opening times" in (other[0] / "get-help" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_no_page_of_a_form_says_anything_of_the_first_community(service: Service, name: str) -> None:
    page = visit("GET", f"{service.url}{ADDRESSES[name]}")
    assert page.status_code == 200
    assert left(page.text) == []


def test_no_form_says_anything_of_the_first_community(other: tuple[Path, str]) -> None:
    settings = load({"COMMUNITY_TOML": other[1]})
    assert {name: found for name, form in forms.load(settings).items() if (found := left(repr(form)))} == {}


def test_the_receipt_names_the_other_communitys_day_hour_and_number(service: Service) -> None:
    walker = Walker(f"{service.url}/get-help/ask/", HELP)
    service.clock.pass_by(minutes=3)
    walker.to_check().send()
    assert left(walker.page.text) == []
    # Asked on a Monday, when they are shut: three of their working days later.
    assert "Thursday 26 November, 4.30 pm" in walker.page.text
    assert "01632 960 123" in walker.page.text
