"""A person in the book is found by every contact detail they gave, and no other person's words come out with theirs."""

import json
from pathlib import Path

import pytest

from community.book import Append, Change
from tests.book.builders import append_many
from tests.commands.household import TOLD_NO, Run, lines, opened

ANN = {"name": "Ann Example", "telephone": "18001 07700 900123 or 0117 496 0001 (my son)", "email": "Ann@example.org"}
ASKED = {"name": "Somebody Else", "telephone": "0117 496 0099", "status": "new", "details": "Words of somebody else"}


@pytest.fixture
def known(run: Run) -> dict[str, str]:
    """Somebody in every part there is: resident, referrer, volunteer, guardian, contact of an organisation."""
    run("init")
    rows = {
        "resident": ("residents", ANN | {"postcode": "BA1 5AW"}),
        "request": ("help_requests", {"name": "A. Example", "telephone": "07700900123", "status": "new"}),
        "referrer": ("help_requests", ASKED | {f"referrer_{k}": v for k, v in ANN.items()}),
        "volunteer": ("volunteers", ANN | {"status": "left", "postcode": "ba1 5aw"}),
        "guardian": ("volunteers", {
            "name": "Kim Young", "telephone": "0117 496 0098", "status": "ready",
            "guardian_name": "Mrs Ann Example", "guardian_telephone": "+44 7700 900123",
        }),
        "contact": ("organisations", {
            "name": "Kind Shop", "contact_name": "Ann Example", "telephone": "٠٧٧٠٠٩٠٠١٢٣", "email": "ann@example.org",
            "status": "approved",
        }),
    }  # fmt: skip
    with opened() as book:
        return {what: book.append(table, row, by="web", key=what).id for what, (table, row) in rows.items()}


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("07700 900123", {"resident", "request", "referrer", "volunteer", "guardian", "contact"}),
        ("+44 117 496 0001", {"resident", "referrer", "volunteer"}),
        ("ANN@EXAMPLE.ORG", {"resident", "referrer", "volunteer", "contact"}),
        ("BA1 5AW", {"resident", "volunteer"}),
        ("example, ann", {"resident", "request", "referrer", "volunteer", "guardian", "contact"}),
        ("Kim Young", {"young"}),
    ],
)
@pytest.mark.parametrize("command", ["export-person", "erase-person"])
def test_everybody_is_found_by_every_way_to_reach_them(
    run: Run, home: Path, known: dict[str, str], command: str, typed: str, parts: set[str]
) -> None:
    said = run(command, typed).stdout
    young = known["guardian"] if "young" in parts else None
    assert {id_ for id_ in known.values() if id_ in said} == {young} - {None} | {known[p] for p in parts - {"young"}}
    assert ("--as guardian" in said) == ("guardian" in parts)
    assert not (home / "exports").exists()
    assert "Example" not in said
    assert len(lines(run("show", "volunteers", "--json"))) == 2


def test_nobody_like_it_is_said_without_repeating_it(run: Run, known: dict[str, str]) -> None:
    refused = run("export-person", "07700 900999", code=TOLD_NO)
    assert "Nobody is found" in refused.stderr
    assert "900999" not in refused.stderr


def test_an_export_lists_the_person_s_other_parts_and_leaves_other_people_s_words_out(
    run: Run, home: Path, known: dict[str, str]
) -> None:
    said = run("export-person", known["resident"]).stdout
    for part in ("referrer", "volunteer", "guardian", "contact"):
        assert f"{known[part]} ({part})" in said
    told = json.loads(next((home / "exports").glob("*.json")).read_text())
    assert [r["now"]["id"] for r in told["may_be_the_same_person"]] == [known["request"]]
    assert "Somebody Else" not in json.dumps(told)
    assert "Kim" not in json.dumps(told)


def test_a_referrer_s_export_holds_what_is_about_them_and_nothing_of_the_resident(
    run: Run, home: Path, known: dict[str, str]
) -> None:
    with opened() as book:
        book.act("correct", by="test", changes=[
            Change("help_requests", known["referrer"], "referrer_who", None, "daughter"),
            Change("help_requests", known["referrer"], "details", ASKED["details"], "More words of somebody else"),
        ])  # fmt: skip
    run("export-person", known["referrer"], "--as", "referrer")
    told = next((home / "exports").glob("*.json")).read_text()
    assert "Ann@example.org" in told
    assert "daughter" in told
    for word in ("Somebody Else", "0117 496 0099", "words of somebody"):
        assert word not in told
    assert "Ann@example.org" in next((home / "exports").glob("*.txt")).read_text()


@pytest.mark.parametrize("table", ["residents", "volunteers"])
def test_whom_to_ring_if_something_happens_is_found_told_and_erased_out_of_a_record_that_stays(
    run: Run, home: Path, table: str
) -> None:
    run("init")
    told = {"name": "Olive Old", "telephone": "0117 496 0090"} | ({"status": "ready"} if table == "volunteers" else {})
    whom = {"emergency_name": "Ned Near", "emergency_telephone": "07700 900777"}
    with opened() as book:
        id_ = book.append(table, told | whom, by="web").id
    found = run("export-person", "07700 900777").stdout
    assert f"{id_} --as emergency (emergency): same telephone" in found
    run("export-person", id_, "--as", "emergency")
    exported = next((home / "exports").glob("*.json")).read_text()
    assert "Ned Near" in exported
    assert "Olive" not in exported
    run("erase-person", id_, "--as", "emergency", "--approved-by", "Jo Invented", "--yes")
    with opened() as book:
        row = book.get(table, id_)
    assert row is not None
    assert (row["name"], row["emergency_name"], row["emergency_telephone"]) == ("Olive Old", None, None)


def test_a_guardian_is_erased_out_of_the_volunteer_s_record_which_stays(run: Run, known: dict[str, str]) -> None:
    young = known["guardian"]
    assert "Nothing was erased" in run("erase-person", young, "--as", "guardian").stdout
    run("erase-person", young, "--as", "guardian", "--approved-by", "Jo Invented", "--yes")
    row = next(r for r in lines(run("show", "volunteers", "--json")) if r["id"] == young)
    assert row["name"] == "Kim Young"
    assert not {"guardian_name", "guardian_telephone"} & {k for k, v in row.items() if v}
    with opened() as book, book.reading() as reader:
        received = reader.received("volunteers", young)
        assert received is not None
        assert received["guardian_name"] is None
    assert "stands in a volunteer's record" in run(
        "erase-person", known["resident"], "--as", "guardian", code=TOLD_NO
    ).stderr  # fmt: skip


def test_erasing_somebody_takes_their_other_whole_records_where_they_are_named(run: Run, known: dict[str, str]) -> None:
    said = run("erase-person", known["resident"]).stdout
    assert f"erase-person {known['guardian']} --as guardian" in said
    run("erase-person", known["resident"], "--also", known["guardian"], code=TOLD_NO)
    also = ("--also", known["volunteer"], "--also", known["request"])
    run("erase-person", known["resident"], *also, "--approved-by", "Jo Invented", "--yes")
    left = {
        row["id"]
        for table in ("residents", "help_requests", "volunteers")
        for row in lines(run("show", table, "--json"))
    }
    assert left == {known["referrer"], known["guardian"]}


def test_an_export_asks_the_book_as_often_for_thousands_of_records_as_for_a_few(
    run: Run, known: dict[str, str]
) -> None:
    asked: list[int] = []
    for more in (10, 1_000):
        with opened() as book:
            needs = [Append("needs", {"resident_id": known["resident"], "status": "open"}) for _ in range(more)]
            calls = [Append("contacts", {"about": known["resident"], "status": "dealt_with"}) for _ in range(more)]
            append_many(book, [*needs, *calls], by="test")
        asked.append(_statements(run, known["resident"]))
    assert asked[1] < asked[0] * 3


def _statements(run: Run, person: str) -> int:
    import sqlalchemy as sa

    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    sa.event.listen(sa.Engine, "before_cursor_execute", counted)
    try:
        run("export-person", person)
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", counted)
    return count
