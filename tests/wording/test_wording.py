"""Every code that a row may hold has its words, and a second language needs nothing but words of its own."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import community.wording
from community import forms
from community.settings import load
from community.tables import TABLES
from community.tables.column import Column
from community.tables.vocabulary import SLOTS, TAKES_OFF
from community.wording import (
    NoWords,
    ago,
    any_of_slots,
    counted,
    every_slot,
    from_words,
    joined,
    km,
    moment_words,
    number,
    read,
    slots_by_day,
    speaking,
    spoken,
    status_words,
    when_words,
    wording,
)
from community.wording.catalogue import CODES

ENGLISH = Path(community.wording.__file__).with_name("english.toml")
AT = datetime(2026, 3, 3, 17, 5, tzinfo=UTC)


@pytest.fixture
def words() -> dict[str, Any]:
    return tomllib.loads(ENGLISH.read_text(encoding="utf-8"))


def test_every_code_that_a_row_may_hold_has_words() -> None:
    """In a table of words, or as an answer of the form that asks for it. Lines of Today have headings there."""
    asked = {
        (form.table, column): set(question.options)
        for form in forms.load(load({})).values()
        for column, question in form.questions.items()
    }
    said = {*CODES.values(), frozenset(SLOTS), frozenset(TAKES_OFF)}
    said |= {frozenset(each) for each in read("english").status.values()}

    def is_said(table: str, column: Column) -> bool:
        codes = frozenset(column.words or ())
        return (
            column.kind == "yes_no"
            or any(codes <= each for each in said)
            or codes <= asked.get((table, column.name), set())
        )

    coded = [(table.name, column) for table in TABLES.values() for column in table.columns if column.words]
    assert [f"{table}.{column.name}" for table, column in coded if not is_said(table, column)] == []


@pytest.mark.parametrize(
    ("table", "code"), [("urgency", "today"), ("flag", "crisis_words"), ("role", "director"), ("days", "sun")]
)
def test_a_language_without_words_for_a_code_is_not_read(words: dict[str, Any], table: str, code: str) -> None:
    del words[table][code]
    with pytest.raises(NoWords, match=f"^{table}: {code} lacking$"):
        from_words(words)


def test_all_that_a_language_lacks_and_has_too_much_is_told_at_once(words: dict[str, Any]) -> None:
    del words["travel"], words["status"]["needs"]["open"], words["noun"]["visit"]["other"]
    words["dbs"]["super"] = "Super DBS check"
    with pytest.raises(NoWords) as refused:
        from_words(words)
    assert str(refused.value).split("; ") == [
        "tables of words: travel lacking",
        "dbs: super not known",
        "travel: bus, car, cycle, walk lacking",
        "status.needs: open lacking",
    ]


def test_a_noun_without_a_form_that_its_language_has_is_refused(words: dict[str, Any]) -> None:
    del words["noun"]["visit"]["one"]
    with pytest.raises(NoWords, match=r"^noun\.visit: one lacking$"):
        from_words(words)


def test_every_language_that_has_a_file_has_all_words() -> None:
    for file in Path(community.wording.__file__).parent.glob("*.toml"):
        assert read(file.stem).language


def test_a_second_language_needs_nothing_but_its_words(words: dict[str, Any]) -> None:
    """Polish, which has more forms of a noun than two, and months of its own."""
    for noun, forms_ in words["noun"].items():
        words["noun"][noun] = dict.fromkeys(("one", "few", "many", "other"), forms_["other"])
    words["language"] = "pl"
    words["noun"]["day"] = {"one": "dzień", "few": "dni", "many": "dni", "other": "dnia"}
    words["noun"]["week"] = {"one": "tydzień", "few": "tygodnie", "many": "tygodni", "other": "tygodnia"}
    words["number"]["words"] = ["brak"]
    words["urgency"]["today"] = "dzisiaj"
    words["status"]["matches"]["stood_down"] = "odwołana"
    words["days"]["mon"], words["every_part"]["morning"] = "poniedziałek", "rano"
    words["phrase"] |= {"ago": "{span} temu", "noon": "południe"}
    words["pattern"] |= {"minute": "HH:mm"}
    with speaking(from_words(words)):
        assert [spoken(count, "week") for count in (1, 3, 5, 22)] == [
            "1 tydzień",
            "3 tygodnie",
            "5 tygodni",
            "22 tygodnie",
        ]
        assert wording().urgency["today"] == "dzisiaj"
        assert status_words("matches", "stood_down") == "odwołana"
        assert any_of_slots("mon_morning") == "poniedziałek rano"
        assert moment_words(AT) == "wtorek 3 marca, 17:05"
        assert joined(["a", "b", "c"]) == "a, b i c"
        assert (ago(3), km(1.25)) == ("3 dni temu", "1,2 km")
    assert wording().urgency["today"] == "today"


def test_numbers_and_what_is_counted() -> None:
    assert [number(count) for count in (0, 1, 10, 11, 1234)] == ["no", "one", "ten", "11", "1,234"]
    assert [spoken(count, "visit") for count in (0, 1, 2, 12)] == ["no visits", "one visit", "two visits", "12 visits"]
    assert [counted(count, "person") for count in (0, 1, 1234)] == ["0 people", "1 person", "1,234 people"]


def test_lists() -> None:
    assert [joined(list("abcd")[:count]) for count in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert joined(["a", "b"], "or") == "a or b"


def test_slots() -> None:
    told = "mon_morning; mon_afternoon; fri_evening; sat_morning; sat_afternoon; sat_evening"
    assert any_of_slots(told) == "Monday mornings or afternoons, or Friday evenings, or any time on Saturdays"
    assert any_of_slots(None) == any_of_slots("somewhen") == ""
    assert slots_by_day(["mon_evening", "mon_morning", "somewhen"]) == "Monday: morning, evening\nsomewhen"
    assert every_slot(1) == "Monday mornings"
    assert every_slot(0b1101101, most=2) == "Monday mornings, Monday evenings and three other times"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today at 5.05 pm"),
        (1, "yesterday at 5.05 pm"),
        (-1, "tomorrow at 5.05 pm"),
        (9, "Tue 3 Mar at 5.05 pm"),
        (400, "Tue 3 Mar 2026 at 5.05 pm"),
    ],
)
def test_a_time_is_told_from_where_one_stands(days: int, said: str) -> None:
    now = datetime.fromtimestamp(AT.timestamp() + days * 86400, UTC)
    assert when_words(AT, now) == said


def test_a_record_of_each_table_of_the_spreadsheet_can_be_counted() -> None:
    asked = {table.name for table in TABLES.values() if table.sheet and table.name != "erasures"}
    assert asked <= read("english").noun.keys()
