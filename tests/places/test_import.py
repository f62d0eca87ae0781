"""Code-Point Open is taken in whole or not at all, and a zip that won't do is told in plain words."""

import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from community.errors import UserFacingError
from community.places import CodePointError, ImportedError, Places, import_codepoint
from tests.places.zips import BEYOND, HUBS, SALTFORD, as_csv, cells, make_row, make_zip, zip_of


def test_an_import_says_what_it_took_in(tmp_path: Path) -> None:
    zipped = make_zip(tmp_path / "codepo_gb.zip", make_row(), make_row("BS31 1AB", ward=None), make_row("E1 6AN"))
    report = import_codepoint(zipped, tmp_path / "new" / "home", HUBS)
    assert (report.source, report.postcodes, report.without_place) == ("Code-Point Open 2026.1.0", 3, 0)
    assert report.wards.absent == (SALTFORD,)
    assert Places.open(tmp_path / "new" / "home", HUBS).source == "Code-Point Open 2026.1.0"


def test_a_postcode_without_a_point_is_no_place(tmp_path: Path) -> None:
    without = [
        cells(make_row("BS31 1AB", 0, 0), 90),
        cells(make_row("BS31 1AD", 0, 0)),
        cells(make_row("BS31 1AE"), 90),
    ]
    content = as_csv([cells(make_row("BS31 1AA")), *without])
    report = import_codepoint(zip_of(tmp_path / "codepo_gb.zip", {"Data/CSV/bs.csv": content}), tmp_path, HUBS)
    assert (report.postcodes, report.without_place) == (1, 3)
    place = Places.open(tmp_path, HUBS).find("BS31 1AB")
    assert (place.easting, place.northing, place.precision) == (365_000, 168_000, "sector")


def test_of_a_postcode_that_comes_twice_the_later_row_counts(tmp_path: Path) -> None:
    zipped = make_zip(tmp_path / "codepo_gb.zip", make_row(east=1000), make_row(east=2000))
    assert import_codepoint(zipped, tmp_path, HUBS).postcodes == 1
    assert Places.open(tmp_path, HUBS).find("BS31 1AA").easting == 2000


@pytest.mark.parametrize("written", ["BS311AA", "BS31 1AA", "BS31  1AA"])
def test_older_ways_of_spacing_postcodes_are_read(tmp_path: Path, written: str) -> None:
    content = as_csv([cells(make_row(written))])
    import_codepoint(zip_of(tmp_path / "codepo_gb.zip", {"Data/CSV/bs.csv": content}), tmp_path, HUBS)
    assert Places.open(tmp_path, HUBS).find("BS31 1AA").precision == "postcode"


def test_a_zip_packed_again_in_another_folder_is_read(tmp_path: Path) -> None:
    files = {"codepo_gb/Data/CSV/bs.csv": as_csv([cells(make_row())]), "__MACOSX/Data/CSV/bs.csv": b"\0\1"}
    assert import_codepoint(zip_of(tmp_path / "codepo_gb.zip", files), tmp_path, HUBS).postcodes == 1


def test_without_hubs_any_list_is_taken_in(tmp_path: Path) -> None:
    assert import_codepoint(make_zip(tmp_path / "codepo_gb.zip", make_row()), tmp_path, {}).postcodes == 1


GOOD = cells(make_row("BS31 1AB"))
HEADER = ["PC", "PQ", "EA", "NO", "CY", "RH", "LH", "CC", "DC", "WC"]


def _one_file(content: bytes) -> Callable[[Path], object]:
    return lambda path: zip_of(path, {"Data/CSV/bs.csv": content})


def _cut_short(path: Path) -> None:
    make_zip(path, *(make_row(f"BS31 {n}AA") for n in range(10)))
    path.write_bytes(path.read_bytes()[:-40])


def _damaged_inside(path: Path) -> None:
    make_zip(path, *(make_row(f"BS31 {n}AA", 365_000 + n) for n in range(10)))
    content = bytearray(path.read_bytes())
    content[60:90] = bytes(30)
    path.write_bytes(content)


def _locked(path: Path) -> None:
    make_zip(path, make_row())
    content = bytearray(path.read_bytes())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # bit 0 of the flags: a password is needed
        begin = content.index(signature) + at
        content[begin : begin + 2] = struct.pack("<H", struct.unpack_from("<H", content, begin)[0] | 1)
    path.write_bytes(content)


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "absent": (lambda path: None, "no such file"),
    "a folder": (lambda path: path.mkdir(), "not a zip"),
    "empty": (lambda path: path.write_bytes(b""), "not a zip"),
    "a CSV file": (lambda path: path.write_bytes(as_csv([GOOD])), "not a zip"),
    "cut short": (_cut_short, "not a zip"),
    "damaged inside": (_damaged_inside, "bs.csv in the zip is damaged"),
    "with a password": (_locked, "damaged or locked"),
    "the GeoPackage": (lambda path: zip_of(path, {"Data/codepo_gb.gpkg": b""}), "GeoPackage"),
    "another product": (lambda path: zip_of(path, {"Data/ONSPD.csv": b"a,b"}), "no CSV files in Data/CSV"),
    "without rows": (_one_file(b""), "no postcode with a place"),
    "only rows without a point": (
        _one_file(as_csv([cells(make_row("BS31 1AA", 0, 0), 90)])),
        "no postcode with a place",
    ),
    "with a header": (_one_file(as_csv([HEADER, GOOD])), "bs.csv, line 1: .* not in whole metres"),
    "with a column less": (_one_file(as_csv([GOOD, GOOD[:9]])), "bs.csv, line 2: .* 9 columns"),
    "with a blank line": (_one_file(as_csv([GOOD]) + b"\r\n"), "bs.csv, line 2: .* 0 columns"),
    "in degrees": (_one_file(as_csv([[*GOOD[:2], "51.4", "-2.3", *GOOD[4:]]])), "whole metres"),
    "swapped axes far north": (_one_file(as_csv([cells(make_row(east=1_200_000))])), "outside Great Britain"),
    "without postcodes": (_one_file(as_csv([cells(make_row("1"))])), "does not begin with a postcode"),
    "not text": (_one_file(b"\xff\xfe" + as_csv([GOOD])), "bs.csv, line 1: .* not text"),
    "one endless field": (_one_file(b'"' + b"x" * 200_000), "can't be read as CSV"),
    "none of our wards": (lambda path: make_zip(path, make_row(ward=BEYOND)), "None of the hubs' wards"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_zip_that_will_not_do_is_told_and_the_earlier_list_stays(tmp_path: Path, case: str) -> None:
    home = tmp_path / "home"
    import_codepoint(make_zip(tmp_path / "good.zip", make_row("BS31 1ZZ")), home, HUBS)
    before = (home / "places.db").read_bytes()
    make, words = BROKEN[case]
    make(tmp_path / "broken.zip")
    with pytest.raises(CodePointError, match=words) as told:
        import_codepoint(tmp_path / "broken.zip", home, HUBS)
    assert isinstance(told.value, UserFacingError)
    assert [path.name for path in home.iterdir()] == ["places.db"]
    assert (home / "places.db").read_bytes() == before


def test_what_a_killed_import_left_behind_is_cleared_away(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "places.db-x1y2.partial").write_bytes(b"half")
    import_codepoint(make_zip(tmp_path / "codepo_gb.zip", make_row()), home, HUBS)
    assert [path.name for path in home.iterdir()] == ["places.db"]


def test_a_data_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be", "utf-8")
    with pytest.raises(ImportedError, match="can't be written"):
        import_codepoint(make_zip(tmp_path / "codepo_gb.zip", make_row()), tmp_path / "home", HUBS)


def test_a_file_of_a_later_version_is_not_misread(tmp_path: Path) -> None:
    import_codepoint(make_zip(tmp_path / "codepo_gb.zip", make_row()), tmp_path, HUBS)
    with sqlite3.connect(tmp_path / "places.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ImportedError, match="can't be read by this version"):
        Places.open(tmp_path, HUBS)
