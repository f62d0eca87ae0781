"""Ticks, totals, errors and what Google makes of a text: none of it becomes a person, none overwrites what we know."""

from typing import Any

import pytest

from tests.book.builders import make_request, make_volunteer
from tests.google_sheets.a1 import column_letters
from tests.sheets_sync.equality import read_sheet
from tests.sheets_sync.office import Machine, Office, settings


def fill(office: Office, tab: str, field: str, rows: range, *raw: Any) -> None:
    """Values as Google holds them, in a column that somebody formatted anew; several take turns."""
    found = read_sheet(office.google, office.sheet.id, settings()).tabs[tab]
    sheet = office.sheet.titled(found.title)
    assert sheet is not None
    column = found.columns[field]
    area = {"sheetId": sheet.id, "startColumnIndex": column, "endColumnIndex": column + 1}
    form = {"cell": {"userEnteredFormat": {}}, "fields": "userEnteredFormat.numberFormat"}
    cells = []
    for n in range(len(rows)):
        one = raw[n % len(raw)]
        kind = "boolValue" if isinstance(one, bool) else "stringValue" if isinstance(one, str) else "numberValue"
        kind = "formulaValue" if isinstance(one, str) and one.startswith("=") else kind
        cells.append({"values": [{"userEnteredValue": {kind: one}}]})
    start = {"sheetId": sheet.id, "rowIndex": rows[0] - 1, "columnIndex": column}
    update = {"start": start, "rows": cells, "fields": "userEnteredValue"}
    if rows[-1] > sheet.row_count:
        office.person.more_rows(found.title, rows[-1] - sheet.row_count)
    office.service.batch([{"repeatCell": {"range": area, **form}}, {"updateCells": update}])
    assert column_letters(column)


@pytest.fixture
def v(office: Office, one: Machine) -> str:
    """A volunteer who stands in the sheet."""
    own = one.book.append("volunteers", make_volunteer(name="Bo", telephone="07700 900123"), by="web").id
    office.settle()
    return own


@pytest.mark.parametrize("field", ["over_18", "in_person", "name", "consent"])
@pytest.mark.parametrize("tick", [True, False])
def test_check_boxes_down_an_empty_column_make_nobody_and_trouble_nobody(
    office: Office, one: Machine, v: str, field: str, tick: bool
) -> None:
    fill(office, "volunteers", field, range(3, 194), tick)
    office.settle()
    assert [row["id"] for row in one.book.rows("volunteers")] == [v]
    assert one.status.aside == ()


@pytest.mark.parametrize(
    "line",
    [
        {"name": "Total", "how_many": 191},
        {"name": "TOTAL:", "telephone": 191, "email": 12},
        {"how_many": 7.5},
        {"about": "keep an eye on these"},
        {"name": "#REF!"},
        {"telephone": "no phone"},
        {"name": "TRUE"},
        {"name": "FALSE", "email": "FALSE"},
        {"name": "x", "over_18": "x"},
        {"name": "#SPILL!"},
        {"name": "#######", "telephone": "########"},
    ],
)
def test_a_line_without_a_name_or_a_way_to_reach_anybody_is_shown_and_not_taken_in(
    office: Office, one: Machine, v: str, line: dict[str, Any]
) -> None:
    for field, raw in line.items():
        fill(office, "volunteers", field, range(5, 6), raw)
    office.settle()
    assert [row["id"] for row in one.book.rows("volunteers")] == [v]
    ((tab, place, why),) = [(a.tab, a.place, a.why) for a in one.status.aside]
    assert (tab, place) == ("volunteers", 5)
    assert why.startswith("This row says nobody's name")


def test_a_check_without_a_volunteer_is_shown_and_not_taken_in(office: Office, one: Machine, v: str) -> None:
    fill(office, "checks", "level", range(2, 3), "basic")
    office.settle()
    assert one.book.rows("checks") == []
    fill(office, "checks", "volunteer_id", range(2, 3), v)
    office.settle()
    assert [row["volunteer_id"] for row in one.book.rows("checks")] == [v]
    assert one.status.aside == ()


@pytest.mark.parametrize(
    "line",
    [
        {"name": "Ty"},
        {"telephone": "01225 496000"},
        {"telephone": 7700900456},
        {"email": "a@example.org"},
        {"name": "Total Eclipse"},
        {"name": "No", "telephone": "01225 496000"},
        {"name": "#1 Helper"},
    ],
)
def test_a_name_or_a_way_to_reach_them_is_enough(office: Office, one: Machine, v: str, line: dict[str, Any]) -> None:
    for field, raw in line.items():
        fill(office, "volunteers", field, range(5, 6), raw)
    office.settle()
    (row,) = (each for each in one.book.rows("volunteers") if each["id"] != v)
    assert row["telephone"] in (None, "01225 496000", "07700900456")
    assert one.status.aside == ()


@pytest.mark.parametrize(
    "error", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "Loading...", "#SPILL!", "#GETTING_DATA", "#####"]
)
def test_an_error_is_no_correction(office: Office, one: Machine, v: str, error: str) -> None:
    fill(office, "volunteers", "name", range(2, 3), error)
    one.sync()
    one.sync()
    assert one.get("volunteers", v)["name"] == "Bo"
    assert one.book.changes() == []
    ((own, why),) = [(a.id, a.why) for a in one.status.aside]
    assert own == v
    assert "it shows an error" in why


@pytest.mark.parametrize(
    ("field", "said", "raw"),
    [
        ("telephone", "07700 900123", 7700900123),
        ("telephone", "07700900123", 7700900123.0),
        ("telephone", "+44 7700 900123", 447700900123),
        ("postcode", "21/11/2026", 46347),
        ("about", "3-4 pm", 46347),
        ("about", "10:30", 0.4375),
    ],
)
def test_what_google_made_of_our_text_is_brought_back_and_is_no_correction(
    office: Office, one: Machine, field: str, said: str, raw: float
) -> None:
    own = one.book.append("volunteers", make_volunteer(**{"name": "Bo", field: said}), by="web").id
    office.settle()
    fill(office, "volunteers", field, range(2, 3), raw)
    one.sync()
    assert one.book.changes() == []
    assert one.get("volunteers", own)[field] == said
    if said == "3-4 pm":  # that it once said this can't be known
        assert [a.id for a in one.status.aside] == [own]
    else:
        assert office.line("volunteers", own).cells[field] == said
        office.settle()


@pytest.mark.parametrize(("field", "raw"), [("name", 42), ("name", True), ("about", 46347.5), ("tasks", 7)])
def test_a_number_or_a_tick_never_takes_the_place_of_words(
    office: Office, one: Machine, v: str, field: str, raw: Any
) -> None:
    before = one.get("volunteers", v)[field]
    fill(office, "volunteers", field, range(2, 3), raw)
    one.sync()
    one.sync()
    assert one.get("volunteers", v)[field] == before
    assert one.book.changes() == []
    ((own, why),) = [(a.id, a.why) for a in one.status.aside]
    assert own == v
    assert "Plain text" in why
    office.correct("volunteers", v, field, "food" if field == "tasks" else "w-typed")
    one.sync()
    assert one.status.aside == ()


@pytest.mark.parametrize("raw", [False, "FALSE"])
def test_an_empty_check_box_is_no_answer_and_one_unticked_is_no(
    office: Office, one: Machine, v: str, raw: object
) -> None:
    assert one.get("volunteers", v)["health_consent"] is None
    fill(office, "volunteers", "health_consent", range(2, 3), raw)
    office.person.type_row("volunteers", {"Name": "Typed Person", "Telephone": "07700 900124"})
    fill(office, "volunteers", "consent", range(3, 4), raw)
    office.settle()
    assert one.book.changes() == []
    assert {row["consent"] for row in one.book.rows("volunteers") if row["id"] != v} == {None}
    fill(office, "volunteers", "health_consent", range(2, 3), True)
    office.settle()
    fill(office, "volunteers", "health_consent", range(2, 3), raw)
    office.settle()
    assert [change["now"] for change in one.book.changes()] == ["yes", "no"]


@pytest.mark.parametrize(
    ("tab", "field", "words", "held"),
    [
        ("volunteers", "health_consent", "✓", "yes"),
        ("volunteers", "health_consent", "Yes.", "yes"),
        ("volunteers", "health_consent", "when I know more", None),
        ("volunteers", "name", "Bob\u200b\u00a0Baker", "Bob Baker"),
        ("volunteers", "telephone", "1632960001", "01632960001"),
        ("volunteers", "telephone", "\u202a01632 960001\u202c", "01632 960001"),
        ("volunteers", "telephone", "1.63296E+09", "07700 900123"),
        ("volunteers", "telephone", "7700 900123", "07700 900123"),
        ("volunteers", "telephone", "353861234567", "353861234567"),
        ("volunteers", "telephone", "48601234567", "48601234567"),
        ("volunteers", "telephone", "7.7009E+09", "07700 900123"),
        ("volunteers", "how_many", "99999999999", None),
        ("checks", "seen_on", "21/11/2025", "2025-11-21"),
        ("checks", "seen_on", "3 May 2026", "2026-05-03"),
        ("checks", "seen_on", "03/05/2026", "2026-01-31"),
        ("checks", "seen_on", "11/21/2025", "2026-01-31"),
        ("checks", "volunteer_id", "Bo", "the volunteer"),
        ("checks", "volunteer_id", "", "the volunteer"),
    ],
)
def test_words_are_read_as_they_are_meant_or_wait(
    office: Office, one: Machine, v: str, tab: str, field: str, words: str, held: str | None
) -> None:
    if field == "how_many":
        one.set("volunteers", v, how_many=None)
    check = {"volunteer_id": v, "kind": "dbs", "level": "basic", "seen_on": "2026-01-31"}
    own = v if tab == "volunteers" else one.book.append("checks", check, by="ada").id
    office.settle()
    office.correct(tab, own, field, words)
    before = one.get(tab, own)[field]
    office.rest()
    assert one.get(tab, own)[field] == (v if held == "the volunteer" else held)
    restored = office.says(tab, own, field) == (before or "")
    assert bool(one.status.aside) == (before == one.get(tab, own)[field] and not restored)


def test_a_check_is_found_by_a_number_in_small_letters(office: Office, one: Machine, v: str) -> None:
    other = one.book.append("volunteers", make_volunteer(name="Cy"), by="web").id
    own = one.book.append("checks", {"volunteer_id": v, "kind": "dbs", "level": "basic"}, by="ada").id
    office.settle()
    office.correct("checks", own, "volunteer_id", other.lower().replace("-", " "))
    office.settle()
    assert one.get("checks", own)["volunteer_id"] == other


def test_a_telephone_number_typed_as_a_number_gets_its_nought_back(office: Office, one: Machine, v: str) -> None:
    fill(office, "volunteers", "telephone", range(2, 3), 1225496000)
    office.settle()
    assert one.get("volunteers", v)["telephone"] == "01225496000"
    assert office.line("volunteers", v).cells["telephone"] == "01225496000"


def test_a_formula_is_told_once_and_then_shown_to_a_person(
    office: Office, one: Machine, other: Machine, v: str
) -> None:
    at = office.place_at("volunteers", "at", 900)
    for number in (3, 4, 5, 6):  # what the formula looks at goes on changing
        fill(office, "volunteers", "at", range(900, 901), number)
        fill(office, "volunteers", "how_many", range(2, 3), f"={at}")
        for machine in (one, other, one, other):
            machine.sync()
    assert [(c["field"], c["now"]) for c in one.book.changes()] == [("how_many", "3")]
    for machine in (one, other):
        (why,) = (a.why for a in machine.status.aside)
        assert why.startswith("How many holds a formula")
    office.correct("volunteers", v, "how_many", "7")
    office.settle()
    assert one.get("volunteers", v)["how_many"] == 7
    assert one.status.aside == ()


def test_somebody_who_corrects_a_cell_again_and_again_is_believed_each_time(
    office: Office, one: Machine, other: Machine
) -> None:
    r = one.book.append("help_requests", make_request(name="Mabel"), by="web").id
    office.settle()
    for words in ("w-1", "w-2", "w-3", "w-2"):
        office.correct("help_requests", r, "details", words)
        office.settle()
        assert one.get("help_requests", r)["details"] == other.get("help_requests", r)["details"] == words
