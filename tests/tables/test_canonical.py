"""One form for each value: equal answers are equal text, wherever they come from."""

import json
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from community.tables import TABLES, Column
from community.tables import canonical as canon

KINDS = ["text", "long_text", "code", "codes", "date", "time", "integer", "number", "yes_no", "ref", "refs"]
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=zones)  # noqa: DTZ001 (they get one)
raw = st.one_of(
    st.none(),
    st.text(),
    st.lists(st.text(max_size=5), max_size=4),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    moments,
    st.sampled_from(
        ["", "  ", " 3 ", "3.0", "2026-11-21", "20261121", "2026-11-21T20:21:48Z", "b; a;a", "é", "e\u0301"]
    ),
)


def column(kind: str) -> Column:
    return Column("it", kind, "Something")  # type: ignore[arg-type]


@given(st.sampled_from(KINDS), raw)
@example("text", " \u0338")
@example("number", -0.0)
def test_a_canonical_value_stays_itself(kind: str, value: object) -> None:
    try:
        once = canon.of(column(kind), value)
    except canon.NotCanonical:
        return
    assert canon.of(column(kind), once) == once
    if once is not None:
        assert once != ""
        assert canon.of(column(kind), canon.as_text(once)) == once, "what changes and sheets hold leads back"


@given(st.text())
def test_text_is_one_text_however_it_was_composed_and_broken_into_lines(text: str) -> None:
    kept = canon.text(text)
    assert kept == canon.text(unicodedata.normalize("NFD", text))
    assert kept == canon.text(text.replace("\r\n", "\n").replace("\n", "\r\n"))
    assert kept == canon.text(f"\n {text}\t ")
    assert kept is None or ("\r" not in kept and "\0" not in kept and kept == kept.strip())
    (kept or "").encode()  # nothing that a database can't store


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r")))
def test_no_character_that_people_write_is_lost(text: str) -> None:
    assert (canon.text(text) or "") == unicodedata.normalize("NFC", text).strip()


def test_lone_halves_of_characters_and_nul_are_marked_and_the_rest_is_kept() -> None:
    assert canon.text("a\ud800b\0c") == "a\ufffdb\ufffdc"


@given(st.lists(st.text(alphabet="ab é;", max_size=4)), st.randoms())
def test_a_list_is_one_text_in_whatever_order_it_was_ticked(words: list[str], random: object) -> None:
    shuffled = [*words, *words]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    kept = canon.codes(words)
    assert canon.codes(shuffled) == kept
    assert canon.codes([";".join(words)]) == kept
    assert canon.codes(canon.split(kept)) == kept
    assert canon.split(kept) == sorted(set(canon.split(kept)))


@given(moments)
def test_a_moment_is_one_text_in_whatever_zone_it_was_told(moment: datetime) -> None:
    kept = canon.instant(moment)
    assert kept == canon.instant(moment.astimezone(UTC))
    assert len(kept) == 24
    assert kept.endswith("Z")
    assert abs(canon.moment(kept) - moment) < timedelta(milliseconds=1)


@given(moments, moments)
def test_moments_sort_as_their_texts_do(one: datetime, two: datetime) -> None:
    assert (canon.instant(one) < canon.instant(two)) <= (one < two)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        canon.instant(datetime(2026, 11, 21))  # noqa: DTZ001
    with pytest.raises(canon.NotCanonical):
        canon.of(column("time"), "2026-11-21T20:21:48")


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        ("integer", "3.0", 3),
        ("integer", " 12 ", 12),
        ("integer", "", None),
        ("number", "2.50", 2.5),
        ("number", float("nan"), None),
        ("yes_no", True, "yes"),
        ("yes_no", False, "no"),
        ("date", date(2026, 11, 21), "2026-11-21"),
        ("date", "  ", None),
        ("time", "2026-11-21T20:21:48.123456+00:00", "2026-11-21T20:21:48.123Z"),
        ("time", "2026-06-21T21:21:48+01:00", "2026-06-21T20:21:48.000Z"),
        ("codes", ["visit", "shopping", "visit"], "shopping; visit"),
        ("codes", "visit;shopping", "shopping; visit"),
        ("codes", [], None),
        ("code", " today ", "today"),
        ("text", "", None),
    ],
)
def test_values_have_one_form(kind: str, value: object, kept: object) -> None:
    assert canon.of(column(kind), value) == kept


@pytest.mark.parametrize(
    ("kind", "value"),
    [("integer", "three"), ("integer", 2.5), ("integer", 1e300), ("integer", "inf"), ("number", "far"),
     ("number", "inf"), ("date", "yesterday"), ("date", "2026-02-30"), ("time", "noon"), ("codes", 7)],
)  # fmt: skip
def test_a_value_that_its_column_can_t_hold_is_refused_without_being_repeated(kind: str, value: object) -> None:
    with pytest.raises(canon.NotCanonical) as refused:
        canon.of(column(kind), value)
    assert str(value) not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_words_outside_the_vocabulary_are_kept() -> None:
    assert canon.of(TABLES["volunteers"]["reach_by"], ["pigeon", "email"]) == "email; pigeon"


def test_a_row_has_every_column_and_nothing_is_none(subtests: pytest.Subtests) -> None:
    for table in TABLES.values():
        with subtests.test(table.name):
            row = canon.row(table, {})
            assert set(row) == set(table.by_name)
            assert set(row.values()) == {None}
            assert canon.row(table, dict.fromkeys(table.by_name, "")) == row


def test_a_column_that_is_none_of_the_table_s_is_refused_by_name() -> None:
    with pytest.raises(canon.NotCanonical, match="volunteers has no column shoe_size"):
        canon.row(TABLES["volunteers"], {"name": "Ada", "shoe_size": 38})
    with pytest.raises(canon.NotCanonical, match="matches has no column shoe_size"):
        canon.row(TABLES["matches"], {"extra.shoe_size": 38})


def test_added_answers_are_gathered_in_one_column_whatever_form_they_came_in() -> None:
    table = TABLES["volunteers"]
    spread = canon.row(
        table, {"extra.pets": ["dog", "cat"], "extra.allergies": " nuts ", "extra.empty": "", "extra.drives": True}
    )
    whole = canon.row(table, {"extra": {"allergies": "nuts", "drives": "yes", "pets": "cat; dog", "empty": None}})
    text = canon.row(table, {"extra": json.dumps({"pets": "cat; dog", "drives": "yes", "allergies": "nuts"})})
    assert spread["extra"] == whole["extra"] == text["extra"] == '{"allergies":"nuts","drives":"yes","pets":"cat; dog"}'


def test_added_answers_that_are_no_answers_are_refused_without_being_repeated() -> None:
    for wrong in ("my cat", "[1]", "7"):
        with pytest.raises(canon.NotCanonical) as refused:
            canon.row(TABLES["volunteers"], {"extra": wrong})
        assert "cat" not in str(refused.value)


def test_an_added_answer_told_beside_the_gathered_ones_counts() -> None:
    row = canon.row(TABLES["volunteers"], {"extra": '{"pets":"dog"}', "extra.pets": "cat"})
    assert row["extra"] == '{"pets":"cat"}'
    assert canon.row(TABLES["volunteers"], {"extra": '{"pets":"dog"}', "extra.pets": ""})["extra"] is None
