"""The page of each hub: what settings and book put there, whose area is drawn, and what is never on it."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import combinations
from math import hypot
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.book import Book
from community.places import Places
from community.publish import HubMap, publish, sector_svg, stale
from community.publish.hub_shapes import hub_shapes
from community.publish.publish_site import prepare_lists
from community.settings import HubContact, Settings, load

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PAGE = "your-hub/keynsham.md"
SERVICE = {"name": "The Larder", "kind": "service", "status": "approved", "hub": "keynsham"}


def test_a_page_says_whom_to_ring_and_what_is_near(book: Book, settings: Settings) -> None:
    before = prepare_lists(book, settings, NOW)[PAGE]
    assert '<a href="tel:%dial%">%telephone%</a><br>%opening%<' in before
    assert "We list nothing in this area yet" in before
    book.append("services", SERVICE | {"public_telephone": "01632 960001", "contact_name": "Canary"}, by="web")
    book.append("services", SERVICE | {"name": "Elsewhere", "hub": "bathavon"}, by="web")
    book.append("services", SERVICE | {"name": "Not yet", "status": "offered"}, by="web")
    book.append("services", SERVICE | {"name": "A spare room", "kind": "member_offer"}, by="web")
    page = prepare_lists(book, settings, NOW)[PAGE]
    assert re.search(r'href="\.\./\.\./directory/services/#s-[^"]+">The Larder</a>', page)
    assert "tel:01632960001" in page
    assert not re.search("Elsewhere|Not yet|spare room|Canary", page)


def test_a_hub_has_a_number_hours_and_a_door_of_its_own_where_the_settings_say_so(
    book: Book, settings: Settings
) -> None:
    own = {"telephone": "01632 960002", "opening": "Tuesdays, 10 to 12", "where": "The <Hall>, High Street"}
    hub = settings.hubs["keynsham"].model_copy(update=own)
    told = settings.model_copy(update={"hubs": settings.hubs | {"keynsham": hub}})
    pages = prepare_lists(book, told, NOW)
    assert 'tel:01632960002">01632 960002</a><br>Tuesdays, 10 to 12' in pages[PAGE]
    assert "come in: The &#60;Hall&#62;, High Street" in pages[PAGE]
    assert "Tuesdays" not in pages["your-hub/bathavon.md"]


def test_those_who_agreed_stand_on_the_page_of_their_hub_alone(book: Book, settings: Settings) -> None:
    told = [
        HubContact(hub="keynsham", name="Ada *Invented*", knows="lifts", telephone="01632 960003", agreed_on=date.min),
        HubContact(hub="keynsham", name="Bo Invented", agreed_on=date.min),
        HubContact(hub="bathavon", name="Cy Invented", agreed_on=date.min),
    ]
    page = prepare_lists(book, settings.model_copy(update={"hub_contacts": tuple(told)}), NOW)[PAGE]
    assert "<strong>Ada &#42;Invented&#42;</strong><span>lifts</span>" in page
    assert "tel:01632960003" in page
    assert '<strong>Bo Invented</strong><a href="tel:%dial%">' in page
    assert "Cy" not in page


CONTACT = '[[hub_contacts]]\nhub = "keynsham"\nname = "Canary"\nagreed_on = 2026-11-01\n'


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (CONTACT.replace("agreed_on = 2026-11-01\n", ""), "hub_contacts.1.agreed_on: Field required"),
        (CONTACT.replace("keynsham", "canary"), "hub_contacts.1.hub: no such hub"),
        (CONTACT + 'telephone = "canary"\n', "hub_contacts.1.telephone: String should match"),
        (CONTACT * 3, "hub_contacts.4.hub: a hub names at most 3 people"),
        ('hub_contacts = "canary"\n', "begins with [[hub_contacts]]"),
    ],
)
def test_without_a_day_of_consent_nobody_is_named_and_the_mistake_is(tmp_path: Path, wrong: str, said: str) -> None:
    other = "" if wrong.startswith("hub_contacts =") else CONTACT.replace("Canary", "Other")
    (tmp_path / "people.toml").write_text(wrong + other, encoding="utf-8")
    settings = load({"COMMUNITY_HOME": str(tmp_path), "DEMO": "no"})
    assert len(settings.hub_contacts) == (0 if not other else 3 if wrong == CONTACT * 3 else 1)
    assert said in "\n".join(settings.hub_contact_mistakes)
    assert "canary" not in "\n".join(settings.hub_contact_mistakes).lower()
    assert settings.people_mistakes == (), "the dashboard stays open"


def test_a_hub_that_is_no_more_loses_its_page(book: Book, settings: Settings, root: Path) -> None:
    assert stale(root, prepare_lists(book, settings, NOW)) == []
    fewer = {code: hub for code, hub in settings.hubs.items() if code != "keynsham"}
    told = prepare_lists(book, settings.model_copy(update={"hubs": fewer}), NOW)
    assert PAGE in publish(root, told, lambda: None)
    assert not (root / "site" / PAGE).exists()
    assert (root / "site/your-hub/index.md").is_file()
    assert "keynsham" not in (root / "site/_generated/hubs.md").read_text(encoding="utf-8")


def outline(path: str) -> list[list[tuple[int, int]]]:
    """The corners of each line of a path, as `_smooth` writes them."""
    loops = []
    for line in path.split("M")[1:]:
        start, *bends = line.rstrip("z").split("q")
        x, y = map(int, start.split())
        corners = []
        for bend in bends:
            a, b, dx, dy = map(int, bend.split())
            corners.append((x + a, y + b))
            x, y = x + dx, y + dy
        loops.append(corners)
    return loops


def inside(point: tuple[float, float], path: str) -> bool:
    """Whether a line from the point to the right crosses the outline an odd number of times."""
    x, y = point
    crossed = 0
    for loop in outline(path):
        for (ax, ay), (bx, by) in zip(loop, loop[1:] + loop[:1], strict=True):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                crossed += 1
    return crossed % 2 == 1


def spots(paths: dict[str, str], size: tuple[int, int]) -> Iterator[tuple[tuple[int, int], list[str]]]:
    for x in range(10, size[0], 20):
        for y in range(10, size[1], 20):
            yield (x, y), [hub for hub, path in paths.items() if inside((x, y), path)]


ON_THE_GRID = st.lists(
    st.tuples(st.integers(0, 9000), st.integers(0, 9000), st.sampled_from("abc")), min_size=1, max_size=25
)


@given(ON_THE_GRID)
def test_each_place_belongs_to_one_hub_and_each_hub_has_its_middle_in_its_own_area(
    points: list[tuple[int, int, str]],
) -> None:
    paths, middles, size = hub_shapes(points)
    for hub, middle in middles.items():
        assert inside(middle, paths[hub]), hub
    assert all(len(hubs) <= 1 for _, hubs in spots(paths, size))
    assert set(paths) <= {hub for *_, hub in points}


def test_our_own_hubs_are_drawn_with_every_part_of_them(settings: Settings) -> None:
    known = Places.open(settings.home, settings.hubs).sample_postcodes()
    points = [(each.easting, each.northing, each.hub) for each in known if each.hub and each.easting and each.northing]
    paths, _, _ = hub_shapes(points)
    assert set(paths) == set(settings.hubs)
    assert sum(map(len, paths.values())) < 9_000, "it stands in each hub's page"


def test_marks_of_sectors_in_one_place_are_all_to_be_read_each_with_a_line_to_its_place() -> None:
    many = {f"BA1 {n}": (110 + n, 100) for n in range(6)} | {"BA2 1": (110, 100), "BA9 9": (600, 300)}
    drawn = HubMap({"north": "M0 0z"}, {"north": (1, 1)}, (700, 400), {}, many)
    picture = sector_svg(drawn, dict.fromkeys(many, ("waiting", "7")), ["north"])
    spots = [(int(x), int(y)) for x, y in re.findall(r'cx="(\d+)" cy="(\d+)" r="20"', picture)]
    assert len(spots) == len(many)
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(spots, 2)) > 40, "none lies on another"
    assert all(20 <= x <= 680 and 20 <= y <= 380 for x, y in spots)
    assert (600, 300) in spots, "what lies alone stays in its place"
    assert 1 <= picture.count("<line") <= len(many) - 1
    assert picture == sector_svg(drawn, dict.fromkeys(many, ("waiting", "7")), ["north"])
