"""From a typed postcode to a point, a hub and what a person should look at."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.places import FLAGS, ImportedError, Place, Places, import_codepoint
from community.places.code_point_open import PostcodeRow
from community.places.shipped_postcodes import EXTRACT, Shipped, shipped
from community.settings import Settings, load
from tests.checkout import ROOT
from tests.places.zips import BEYOND, HUBS, KEYNSHAM, SALTFORD, make_row, make_zip


@pytest.fixture(params=["extract", "imported"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Places:
    """The same postcodes from either source."""
    rows = [
        make_row("BS31 1AA", 100, 1000),
        make_row("BS31 1AB", 200, 3000),
        make_row("BS31 1AD", 900, 2000, SALTFORD),
        make_row("BS31 2AA", 500, 500, BEYOND),
        make_row("BS31 2AB", 500, 500, BEYOND),
        make_row("BS31 2AD", 500, 500, SALTFORD),
        make_row("BS31 3AA", 600, 600, SALTFORD),
        make_row("BS31 3AB", 700, 700, None),
        make_row("BS31 4AA", 700, 700, BEYOND),
        make_row("BS31 4AB", 800, 800, KEYNSHAM),
        make_row("BS3 1ZZ", 1, 1),
    ]
    if request.param == "extract":
        return Places(Shipped("test", rows), HUBS)
    import_codepoint(make_zip(tmp_path / "codepo_gb.zip", *rows), tmp_path, HUBS)
    return Places.open(tmp_path, HUBS)


def test_a_known_postcode_has_its_own_point_ward_and_hub(places: Places) -> None:
    assert places.find("bs311ad") == Place(
        "BS31 1AD", 900, 2000, SALTFORD, "west", "BS31 1", flags=(), precision="postcode"
    )


def test_an_unknown_postcode_gets_the_middle_of_its_sector_and_its_most_common_hub(places: Places) -> None:
    assert places.find("BS31 1ZZ") == Place(
        "BS31 1ZZ", 200, 2000, None, "east", "BS31 1", ("postcode_unknown",), "sector"
    )


def test_a_sector_alone_is_placed_in_its_middle(places: Places) -> None:
    assert places.find("BS31 1") == Place(None, 200, 2000, None, "east", "BS31 1", ("sector_only",), "sector")


def test_a_known_postcode_outside_every_hub_has_a_point_and_is_flagged(places: Places) -> None:
    assert places.find("BS31 2AA") == Place(
        "BS31 2AA", 500, 500, BEYOND, None, "BS31 2", ("postcode_outside",), "postcode"
    )


def test_an_unknown_postcode_in_a_sector_mostly_outside_has_no_hub(places: Places) -> None:
    place = places.find("BS31 2ZZ")
    assert (place.hub, place.precision) == (None, "sector")
    assert place.flags == ("postcode_unknown", "postcode_outside")


def test_where_a_sector_is_half_outside_a_hub_comes_before_none(places: Places) -> None:
    assert places.find("BS31 4ZZ").hub == "east"


def test_a_postcode_without_a_ward_keeps_its_point_and_takes_the_hub_of_its_sector(places: Places) -> None:
    assert places.find("BS31 3AB") == Place("BS31 3AB", 700, 700, None, "west", "BS31 3", ("ward_missing",), "postcode")


@pytest.mark.parametrize(
    ("typed", "flags"),
    [
        ("SW1A 1AA", ("postcode_unknown",)),
        ("SW1A 1", ("sector_only", "postcode_unknown")),
        ("GIR 0AA", ("postcode_unknown",)),
        ("BS31", ("outward_only",)),
        ("by the church", ("postcode_odd",)),
        (None, ("postcode_missing",)),
    ],
)
def test_what_cannot_be_placed_has_no_point_and_no_hub(places: Places, typed: str | None, flags: tuple[str]) -> None:
    place = places.find(typed)
    assert (place.easting, place.northing, place.hub, place.precision) == (None, None, None, "unknown")
    assert place.flags == flags


@given(st.text())
def test_every_text_finds_some_answer(typed: str) -> None:
    place = Places(shipped(), HUBS).find(typed)
    assert set(place.flags) <= set(FLAGS)
    assert (place.easting is None) == (place.northing is None) == (place.precision == "unknown")
    assert place.hub or place.flags


def test_the_committed_extract_and_an_import_of_it_answer_alike(tmp_path: Path) -> None:
    settings = load()
    extract = Places(shipped(), settings.hubs)
    rows = shipped().in_wards(shipped().wards().keys())
    import_codepoint(make_zip(tmp_path / "codepo_gb.zip", *rows), tmp_path, settings.hubs)
    imported = Places.open(tmp_path, settings.hubs)
    assert imported.sample_postcodes() == extract.sample_postcodes()
    for sector in sorted({row.postcode[:-2] for row in rows}):
        assert imported.find(sector) == extract.find(sector)


def test_without_an_import_the_extract_is_used(tmp_path: Path) -> None:
    guildhall = Places.open(tmp_path, load().hubs).find("BA1 5AW")
    assert (guildhall.hub, guildhall.precision) == ("bath_north", "postcode")
    assert math.dist((guildhall.easting or 0, guildhall.northing or 0), (375_100, 164_900)) < 300


def test_distance_is_pythagoras_in_metres() -> None:
    assert math.dist((1000, 1000), (4000, 5000)) == 5000


def test_sample_postcodes_are_all_of_our_hubs_and_placed(places: Places) -> None:
    samples = places.sample_postcodes()
    found = " ".join(sample.postcode or "" for sample in samples)
    assert found == "BS3 1ZZ BS31 1AA BS31 1AB BS31 1AD BS31 2AD BS31 3AA BS31 4AB"
    assert all(sample == places.find(sample.postcode) for sample in samples)


def test_wards_that_nobody_lives_in_and_wards_without_a_hub_are_told() -> None:
    rows = [make_row(), make_row("BS31 1AB", ward="E05000003"), make_row("BS31 1AD", ward=BEYOND)]
    check = Places(Shipped("test", rows), HUBS).check_wards()
    assert (check.absent, check.uncovered) == ((SALTFORD,), ("E05000003",))


def test_a_list_that_vanishes_while_in_use_turns_nobody_away(tmp_path: Path) -> None:
    import_codepoint(make_zip(tmp_path / "codepo_gb.zip", make_row()), tmp_path, HUBS)
    places = Places.open(tmp_path, HUBS)
    (tmp_path / "places.db").unlink()
    place = places.find("BS31 1AA")
    assert (place.postcode, place.sector, place.precision) == ("BS31 1AA", "BS31 1", "unknown")
    assert place.flags == ("places_unreadable",)


def test_a_newer_import_is_seen_without_a_restart(tmp_path: Path) -> None:
    import_codepoint(make_zip(tmp_path / "old.zip", make_row()), tmp_path, HUBS)
    places = Places.open(tmp_path, HUBS)
    import_codepoint(make_zip(tmp_path / "new.zip", make_row("BS31 9ZZ")), tmp_path, HUBS)
    assert places.find("BS31 9ZZ").precision == "postcode"


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 500])
def test_a_spoilt_list_is_told_when_it_is_opened(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "places.db").write_bytes(content)
    with pytest.raises(ImportedError, match="Import Code-Point Open again"):
        Places.open(tmp_path, HUBS)


def test_where_somebody_lives_never_shows_in_a_log_or_traceback(places: Places) -> None:
    shown = repr(places.find("BS31 1AD"))
    assert "1AD" not in shown
    assert "2000" not in shown


@pytest.fixture
def settings() -> Settings:
    return load()


def test_every_ward_of_the_district_belongs_to_exactly_one_hub(settings: Settings) -> None:
    wards = sorted(ward for ward, district in shipped().wards().items() if district == "E06000022")
    assert len(wards) == 33
    assert sorted(ward for hub in settings.hubs.values() for ward in hub.wards) == wards


def test_every_hub_is_a_place_of_its_own(settings: Settings) -> None:
    samples = Places(shipped(), settings.hubs).sample_postcodes()
    counts = {hub: sum(sample.hub == hub for sample in samples) for hub in settings.hubs}
    assert min(counts.values()) > 300, counts
    middles = {hub: _middle([row for row in samples if row.hub == hub]) for hub in settings.hubs}
    assert len(set(middles.values())) == len(settings.hubs)


def _middle(places: list[Place]) -> tuple[int, int]:
    return sum(p.easting or 0 for p in places) // len(places), sum(p.northing or 0 for p in places) // len(places)


def test_no_place_of_the_extract_is_in_the_sea() -> None:
    rows: list[PostcodeRow] = shipped().in_wards(shipped().wards().keys())
    assert all(340_000 < row.easting < 395_000 and 140_000 < row.northing < 185_000 for row in rows)


def test_every_flag_and_the_licence_are_documented() -> None:
    page = (ROOT / "docs" / "places.md").read_text("utf-8")
    assert [flag for flag in FLAGS if f"`{flag}`" not in page] == []
    licence = (EXTRACT.parent / "LICENCE.md").read_text("utf-8").splitlines()
    assert [line for line in licence if line.startswith("Contains") and line not in page] == []
