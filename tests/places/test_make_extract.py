"""The extract can be made again by anybody, byte for byte, and for any district."""

import gzip
import math
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.places.code_point_open import PostcodeRow
from community.places.make_extract import Around, main
from community.places.shipped_postcodes import EXTRACT, pack, shipped
from tests.places.zips import BEYOND, make_row, make_zip

POINT = st.tuples(st.integers(0, 5000), st.integers(0, 5000))
ROWS = [
    make_row("BS31 1AA", 100_000, 100_000),
    make_row("BS31 1AB", 100_000, 190_000),  # far away, but of a sector that is near: sectors are kept whole
    make_row("SN1 1AA", 103_000, 104_000, BEYOND),  # 5,000 metres
    make_row("SN1 2AA", 103_000, 104_001, BEYOND),
    make_row("SN1 3AA", 100_001, 100_001, None),
]


def run(monkeypatch: pytest.MonkeyPatch, *told: str) -> int:
    monkeypatch.setattr(sys, "argv", ["extract", *told])
    return main()


def test_whole_sectors_within_the_distance_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [row for row in ROWS if row.postcode != "BS31 1AB"] + [make_row("SN1 1AB", 300_000, 300_000, BEYOND)]
    zipped, out = make_zip(tmp_path / "codepo_gb.zip", *rows), tmp_path / "out.gz"
    assert run(monkeypatch, str(zipped), "--out", str(out)) == 0
    extract = shipped(out)
    assert extract.source == "Code-Point Open 2026.1.0, within 5 km of E06000022"
    found = {sector: extract.sector(sector) for sector in ("BS31 1", "SN1 1", "SN1 2", "SN1 3")}
    assert found == {"BS31 1": rows[:1], "SN1 1": [rows[1], rows[4]], "SN1 2": [], "SN1 3": [rows[3]]}


def test_an_unknown_district_is_told_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    zipped, out = make_zip(tmp_path / "codepo_gb.zip", *ROWS), tmp_path / "out.gz"
    assert run(monkeypatch, str(zipped), "--out", str(out), "--district", "E99999999") == 1
    assert "in that district" in capsys.readouterr().err
    assert not out.exists()


@given(st.permutations(ROWS))
def test_the_order_of_the_rows_changes_no_byte(rows: list[PostcodeRow]) -> None:
    assert pack("source", rows) == pack("source", ROWS)


def test_the_file_holds_no_time_of_making() -> None:
    assert pack("source", ROWS)[4:8] == EXTRACT.read_bytes()[4:8] == bytes(4)


def test_what_is_packed_comes_back(tmp_path: Path) -> None:
    (tmp_path / "out.gz").write_bytes(pack("source", ROWS))
    extract = shipped(tmp_path / "out.gz")
    assert [extract.postcode(row.postcode) for row in ROWS] == ROWS


def test_the_committed_extract_is_as_the_maker_writes_it() -> None:
    extract = shipped()
    rows = [row for sector in _sectors() for row in extract.sector(sector)]
    assert gzip.decompress(pack(extract.source, rows)) == gzip.decompress(EXTRACT.read_bytes())
    assert EXTRACT.stat().st_size < 250_000


def _sectors() -> list[str]:
    lines = gzip.decompress(EXTRACT.read_bytes()).decode("ascii").splitlines()
    return [line for line in lines[2:] if line[0] != "E" and line.count(" ") == 1 and line != "- -"]


def test_the_licence_goes_with_the_extract() -> None:
    licence = (EXTRACT.parent / "LICENCE.md").read_text("utf-8")
    year = shipped().source.split()[2].split(".")[0]
    for owner in ("Ordnance Survey", "Royal Mail", "National Statistics"):
        assert f"Contains {owner} data © " in licence
    assert licence.count(f"database right {year}.") == 3


@given(st.lists(POINT, max_size=20), POINT, st.integers(1, 3000))
def test_around_finds_what_a_plain_search_finds(points: list[tuple[int, int]], point: tuple[int, int], m: int) -> None:
    assert (point in Around(points, m)) == any(math.dist(point, other) <= m for other in points)
