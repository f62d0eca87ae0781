"""The directory as other programs read it, held against the official schemas of Open Referral UK."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from community.book import Book
from community.publish import open_referral
from community.publish.publish_site import prepare_lists
from community.settings import Settings
from tests.publish.test_service_lists import SOUP

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SCHEMAS = Path(__file__).parent / "open_referral"


def check(told: object, name: str) -> None:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(told)


@pytest.fixture
def files(book: Book, settings: Settings, tmp_path: Path) -> dict[str, Any]:
    """By address, what is written for 120 services, of which the first has every public column."""
    for number in range(119):
        bare = {"name": f"Walk {number:03}", "kind": "group", "status": "approved"}
        book.append("services", bare, by="web")
    book.append("services", SOUP | {"name": "A Soup & Company", "checked_on": "2020-01-01"}, by="web")
    book.append("services", SOUP | {"name": "Not approved", "status": "offered"}, by="web")
    source = tmp_path / "services.json"
    source.write_text(prepare_lists(book, settings, NOW)["services.json"], encoding="utf-8")
    open_referral.write(tmp_path / "site", source)
    return {
        path.relative_to(tmp_path / "site/open-referral").as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in (tmp_path / "site").rglob("*.json")
    }


def test_every_list_and_every_service_is_as_the_official_schemas_want_it(files: dict[str, Any]) -> None:
    lists = [files[f"services/page-{number}.json"] for number in (1, 2, 3)]
    assert files["services.json"] == lists[0]
    assert [each["size"] for each in lists] == [50, 50, 20]
    assert [each["last_page"] for each in lists] == [False, False, True]
    ids = [each["id"] for page in lists for each in page["contents"]]
    assert len(set(ids)) == 120
    for page in lists:
        for each in page["contents"]:
            check(each, "service_list")
    for one in ids:
        check(files[f"services/{one}.json"], "service")
    with pytest.raises(jsonschema.ValidationError):
        check({"id": "no uuid"}, "service")


def test_all_that_is_printed_is_in_it_and_nothing_else(files: dict[str, Any]) -> None:
    first = files["services.json"]["contents"][0]
    soup = files[f"services/{first['id']}.json"]
    assert soup["name"] == "A Soup & Company"
    assert soup["phones"][0]["number"] == "01225 960123 or 07700 900456"
    assert soup["service_at_locations"][0]["location"]["name"] == "the old school"
    assert soup["url"] == "https://soup.example.org"
    assert "may be different now" in soup["alert"]
    words = json.dumps(files, ensure_ascii=False).lower()
    assert not [mark for mark in ("canary", "999999", "ba1 9zz", "not approved", "too_fast") if mark in words]


def test_an_id_stays_the_same_on_another_day_and_an_empty_directory_is_an_empty_list(
    book: Book, settings: Settings, tmp_path: Path
) -> None:
    source = tmp_path / "services.json"
    source.write_text(prepare_lists(book, settings, NOW)["services.json"], encoding="utf-8")
    open_referral.write(tmp_path / "site", source)
    empty = json.loads((tmp_path / "site/open-referral/services.json").read_text(encoding="utf-8"))
    assert (empty["empty"], empty["contents"], empty["total_items"]) == (True, [], 0)
    book.append("services", SOUP, by="web")
    today, later = (prepare_lists(book, settings, now)["services.json"] for now in (NOW, NOW + timedelta(days=2)))
    assert today == later
