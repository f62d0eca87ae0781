"""A feed of services (Open Referral UK): read from a file or its address, whatever is in it, and back out again."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import community.casework as cw
from community.importing import Fate, ImportPlan, NotAList, bring_list_in, download, plan_list
from community.importing.open_referral_feed import HEADERS, is_feed, read_feed
from community.publish import open_referral
from community.publish.service_listings import listings
from tests.casework.office import Office, open_office
from tests.importing.conftest import Answers

LUNCH = {
    "id": "ac148810-d857-441c-9679-408f346de14b", "name": "Lunch Club", "status": "active",
    "description": "<p>Lunch &amp; talk.</p>", "url": "https://lunch.example.org", "email": "lunch@example.org",
    "fees": "£3", "assured_date": "2026-10-01", "organization": {"name": "Friends of Lunch"},
    "phones": [{"number": "01225 960123"}, {"number": "07700 900456"}],
    "schedules": [{"byday": "WE,FR", "opens_at": "12:00:00", "closes_at": "14:30"}],
    "cost_options": [{"option": "£3"}, {"option": "Carers", "amount": 1.5, "amount_description": "each"}],
    "languages": [{"name": "English"}, {"name": "Polish"}],
    "service_at_locations": [{"location": {
        "name": "The old school", "accessibility": [{"description": "No steps"}],
        "addresses": [{"address_1": "1 High Street", "city": "Keynsham", "postal_code": "BS31 1AA"}],
    }}],
}  # fmt: skip


def planned(office: Office, *services: object, **more: object) -> ImportPlan:
    data = json.dumps({"contents": services}).encode()
    return plan_list(office.director, data, "feed", "services", basis="public_task", **more)  # type: ignore[arg-type]


def brought(office: Office, *services: object) -> ImportPlan:
    plan = planned(office, *services)
    bring_list_in(office.director, plan)
    return plan


def test_a_service_of_a_feed_is_offered_with_all_that_the_directory_prints(office: Office) -> None:
    [row] = brought(office, LUNCH).rows
    told = office.row("services", str(row.record_id))
    assert {name: told[name] for name in ("name", "what", "website", "public_email", "status", "access")} == {
        "name": "Lunch Club", "what": "Lunch & talk.", "website": "https://lunch.example.org",
        "public_email": "lunch@example.org", "status": "offered", "access": "No steps",
    }  # fmt: skip
    assert told["times"] == "Wednesday and Friday, 12 noon to 2.30 pm"
    assert told["cost"] == "£3; Carers £1.5 each"
    assert told["place"] == "The old school, 1 High Street, Keynsham"
    assert (told["public_telephone"], told["languages"]) == ("01225 960123 or 07700 900456", "english; polish")
    assert (told["postcode"], told["hub"]) == ("BS31 1AA", "keynsham")
    assert "Run by Friends of Lunch" in told["notes"]
    assert "Checked there on 2026-10-01" in told["notes"]


def test_a_feed_brought_again_corrects_what_changed_in_it_and_nothing_that_a_person_put_right(office: Office) -> None:
    [row] = brought(office, LUNCH).rows
    one = str(row.record_id)
    assert planned(office, LUNCH).counts[Fate.RECOGNISED] == 1
    cw.correct(office.director, "services", one, "cost", seen="£3; Carers £1.5 each", now="£4")
    changed = LUNCH | {"name": "Lunch and Tea", "description": "Lunch and tea.", "fees": "£5", "cost_options": []}
    plan = brought(office, changed)
    told = office.row("services", one)
    assert plan.counts[Fate.CORRECTED] == 1, "its id says that it is the same one, whatever it is called"
    assert (told["name"], told["what"]) == ("Lunch and Tea", "Lunch and tea.")
    assert told["cost"] == "£4"
    cw.undo(office.director, bring_list_in(office.director, planned(office, changed | {"name": "Tea"})).id)
    assert office.row("services", one)["name"] == "Lunch and Tea"


def test_two_services_of_one_name_and_website_are_two_if_their_ids_say_so(office: Office) -> None:
    other = LUNCH | {"id": "0b7f6a54-1c1f-4f6e-9f52-6d2f0c6f7a11", "description": "In the next village."}
    assert brought(office, LUNCH, other, LUNCH).counts[Fate.BROUGHT_IN] == 2
    assert planned(office, other, LUNCH).counts[Fate.RECOGNISED] == 2


def test_what_a_feed_calls_closed_stays_out_and_is_counted(office: Office) -> None:
    plan = planned(office, LUNCH, {"id": "x", "name": "Gone", "status": "defunct"})
    assert len(plan.rows) == 1
    assert "without 1 that it calls closed" in plan.read_as


def test_a_feed_of_services_is_no_list_of_people(office: Office) -> None:
    with pytest.raises(NotAList, match="holds services"):
        plan_list(office.director, json.dumps([LUNCH]).encode(), "feed.json", "volunteers")


def test_our_own_feed_comes_back_as_it_went_out(serve: Answers, office: Office, tmp_path: Path) -> None:
    for number in range(60):
        told = {"name": f"Walk {number:02}", "kind": "group", "times": "Sundays, 11 am", "status": "approved"}
        office.book.append("services", told | {"public_telephone": f"01225 9601{number:02}"}, by="web")
    told = {
        "name": "Soup & Company", "kind": "warm_place", "what": "Soup, for anybody.",
        "cost": "£3", "access": "No steps",
        "place": "the old school", "website": "https://soup.example.org", "languages": "english; polish",
        "public_email": "soup@example.org", "public_telephone": "01225 960123 or 07700 900456", "status": "approved",
    }  # fmt: skip
    office.book.append("services", told, by="web")
    first = feed(office, tmp_path / "first")
    where = serve({f"/{path.relative_to(tmp_path / 'first').as_posix()}": json.loads(path.read_text("utf-8"))
                   for path in (tmp_path / "first").rglob("*.json")})  # fmt: skip
    other = open_office(tmp_path / "other")
    data = download(f"{where}/open-referral/services.json")
    plan = plan_list(other.director, data, where, "services", basis="public_task")
    bring_list_in(other.director, plan)
    assert plan.counts[Fate.BROUGHT_IN] == 61
    for row in plan.rows:
        cw.approve_service(other.director, str(row.record_id))
    second = feed(other, tmp_path / "second")
    other.book.close()
    assert second == first


def feed(office: Office, folder: Path) -> list[dict[str, Any]]:
    """What is published, without ids, which are each book's own, and the day on which somebody checked it here."""
    with office.book.reading() as reader:
        found = listings(reader, office.settings, datetime(2026, 11, 21, tzinfo=UTC).date())
    (folder / "x").mkdir(parents=True)
    source = folder / "x" / "services"
    source.write_text(open_referral.services_json(found, office.settings), "utf-8")
    open_referral.write(folder, source)

    def plain(told: Any) -> Any:
        if isinstance(told, dict):
            own = {"assured_date", "alert", "service_areas"}
            return {name: plain(each) for name, each in told.items() if not name.endswith("id") and name not in own}
        return [plain(each) for each in told] if isinstance(told, list) else told

    pages = sorted((folder / "open-referral" / "services").glob("*-*-*-*.json"))
    return sorted((plain(json.loads(path.read_text("utf-8"))) for path in pages), key=lambda each: each["name"])


NAMES = [
    *LUNCH, "location", "addresses", "accessibility", "number", "byday", "opens_at", "amount", "taxonomy_term",
    "attributes", "code", "contents",
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(["active", "MO"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=12,
)


@given(told=JSON | st.fixed_dictionaries({"contents": st.lists(st.dictionaries(st.sampled_from(list(LUNCH)), JSON))}))
def test_nothing_in_a_feed_stops_the_reading_of_it(told: object) -> None:
    try:
        found = read_feed(json.dumps(told).encode())
    except NotAList:
        return
    for line in found.lines:
        assert len(line.cells) == len(HEADERS)
        assert not [cell for cell in line.cells if "\n" in cell or "\0" in cell]
        "".join(line.cells).encode()


@given(data=st.binary(max_size=50))
def test_what_is_no_text_is_refused_in_words(data: bytes) -> None:
    begun = b'[{"' + data
    assert is_feed(begun)
    with pytest.raises(NotAList):
        read_feed(begun)
