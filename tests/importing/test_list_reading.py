"""How a list is read: its letters, its headers, its dates and times, whatever shape it has. No line is lost."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community.importing import NotAList
from community.importing.header_words import field_of, why_never
from community.importing.list_file import read
from community.importing.list_layout import table_of_list
from community.importing.told_codes import read_codes
from community.importing.told_days import month_first, read_day
from community.importing.told_slots import read_slots
from tests.casework.office import TODAY

NAMES = "Name;Notes\nZoë O’Brien;José’s café, £5\nBjörk – “Bee”;naïve\n"


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"])
def test_letters_are_read_as_they_were_written(letters: str) -> None:
    found = read(NAMES.encode(letters))
    assert [line.cells for line in found.lines] == [
        ("Name", "Notes"), ("Zoë O’Brien", "José’s café, £5"), ("Björk – “Bee”", "naïve"),
    ]  # fmt: skip


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_any_separator_and_any_end_of_line(separator: str, ends: str) -> None:
    lines = [["Name", "Notes"], ["Smith, Ann", "a; b | c"], ["Bob", 'said "no"\nthen yes']]
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(lines)
    assert [list(line.cells) for line in read(text.getvalue().replace("\n", ends).encode()).lines] == lines


@pytest.mark.parametrize("data", [b"", b"\n\n", b"%PDF-1.7" + bytes(range(256)) * 9, b"PK\x03\x04zip"])
def test_what_is_no_list_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(NotAList):
        read(data)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("03/04/2021", date(2021, 4, 3)),
        ("13.4.21", date(2021, 4, 13)),
        ("04/13/2021", date(2021, 4, 13)),
        ("2021-04-03 00:00", date(2021, 4, 3)),
        ("3rd March 2021", date(2021, 3, 3)),
        ("March 3, 2021", date(2021, 3, 3)),
        ("Wed 3-Mar-21", date(2021, 3, 3)),
        ("44289", date(2021, 4, 3)),
        ("1 Apr 52", date(1952, 4, 1)),
        ("31/02/2020", None),
        ("soon", None),
    ],
)
def test_a_date_in_any_form_is_read_the_day_first(told: str, day: date | None) -> None:
    found = read_day(told, TODAY)
    assert (found.day if found else None) == day


def test_a_date_that_can_be_read_two_ways_is_said_unless_its_column_tells() -> None:
    doubtful, plain = read_day("03/04/2021", TODAY), read_day("03/04/2021", TODAY, month_first(["25/12/2020"]))
    assert doubtful is not None
    assert plain is not None
    assert (doubtful.doubt, plain.doubt) == ("two_ways", None)
    american = read_day("03/04/2021", TODAY, month_first(["12/25/2020", "1/2/2020"]))
    assert american is not None
    assert american.day == date(2021, 3, 4)


@pytest.mark.parametrize(
    ("told", "slots", "whole"),
    [
        ("Mon am, Tues pm", {"mon_morning", "tue_afternoon"}, True),
        ("Mon, Wed & Fri mornings", {"mon_morning", "wed_morning", "fri_morning"}, True),
        ("Fri-Sun eve", {"fri_evening", "sat_evening", "sun_evening"}, True),
        ("I am free on Tuesdays: morning", {"tue_morning"}, True),
        ("not Fridays", set(), False),
        ("Mon am or when my sister is here", {"mon_morning"}, False),
    ],
)
def test_times_in_words_are_read_and_what_is_not_understood_is_said(told: str, slots: set[str], whole: bool) -> None:
    found, understood = read_slots(told)
    assert (set(found), understood) == (slots, whole)


def test_every_hour_of_the_week() -> None:
    assert len(read_slots("any time")[0]) == len(read_slots("Every day")[0]) == 21


def test_what_somebody_does_not_do_is_no_offer() -> None:
    words = {"shopping": "shopping", "dog walking": "dog_walk"}
    assert read_codes("Shopping, no dog walking", words) == (["shopping"], ["no dog walking"])


@pytest.mark.parametrize(
    ("group", "own", "field"),
    [
        ("", "Tel. No", "telephone"),
        ("", "Surname, Forename", "name"),
        ("", "Emergency contact telephone", "emergency_telephone"),
        ("Emergency contact", "Name", "emergency_name"),
        ("", "GP telephone", None),
        ("Next of kin", "Address", None),
        ("", "Carer's phone", None),
        ("", "DBS Expiry Date", "dbs_renew_on"),
        ("", "Key safe code", "leave_out"),
    ],
)
def test_a_header_means_a_field_only_if_it_is_about_the_person(group: str, own: str, field: str | None) -> None:
    assert field_of("volunteers", group, own) == field


@pytest.mark.parametrize("header", ["Key-safe", "Sort Code", "NI Number", "Ethnic origin", "Criminal convictions?"])
def test_what_is_never_taken_in_is_known_with_its_reason(header: str) -> None:
    assert why_never("", header)


WORDS = st.sampled_from(["Name", "Phone", "Total", "01632 960001"])
CELLS = WORDS | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(CELLS | st.sampled_from(["Name", "Phone", "Total", "01632 960001"]), min_size=1, max_size=5),
        min_size=1,
        max_size=12,
    )
)
def test_every_line_is_a_header_a_row_or_left_out_with_a_reason(lines: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(lines)
    try:
        found = read(text.getvalue().encode())
    except NotAList:
        assert not any(cell.strip() for line in lines for cell in line)
        return
    refused = ""
    try:
        table = table_of_list(found, "volunteers")
    except NotAList as error:
        refused = str(error)
    if refused:
        assert "table" in refused, "there are two, and nothing is taken of either"
        return
    told = [*table.header_lines, *(row.number for row in table.rows), *(number for number, _ in table.left_out)]
    assert sorted(told) == [line.number for line in found.lines]
