"""No small count can be told from what is published, by whatever adding and subtracting."""

from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from community.publish.suppression import LEAST, Counts, Sums, TableCell, protect, rounded

MOST = 1_000  # no count in these tables is as large

Table = tuple[dict[str, int], list[tuple[str, list[str]]]]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table with totals of its rows and columns; small counts are likely, as in a small town."""
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    some = st.one_of(st.integers(0, 7), st.integers(0, 40))
    counts = {f"{r}{c}": draw(some) for r, c in product(range(rows), range(columns))}
    sums = [(f"row{r}", [f"{r}{c}" for c in range(columns)]) for r in range(rows)]
    sums += [(f"column{c}", [f"{r}{c}" for r in range(rows)]) for c in range(columns)]
    for total, parts in sums:
        counts[total] = sum(counts[part] for part in parts)
    for splits in ([f"row{r}" for r in range(rows)], [f"column{c}" for c in range(columns)]):
        counts["all"] = sum(counts[part] for part in splits)
        sums.append(("all", splits))
    return counts, sums


def narrowed(cells: dict[str, TableCell], sums: Sums, name: str) -> tuple[int, int]:
    """Return the least and the most that this count can be, for a reader who knows the rule and solves exactly."""
    found = []
    for sign in (1, -1):
        model = cp_model.CpModel()
        unknown = {}
        for each, cell in cells.items():
            least, most = cell.bounds(MOST)
            unknown[each] = model.new_int_var(least, most, each)
        for total, parts in sums:
            model.add(unknown[total] == sum(unknown[part] for part in parts))
        model.minimize(sign * unknown[name])
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        assert solver.solve(model) == cp_model.OPTIMAL
        found.append(solver.value(unknown[name]))
    return found[0], found[1]


CIRCLE = {
    "00": 0,
    "01": 0,
    "02": 4,
    "10": 0,
    "11": 1,
    "12": 1,
    "20": 1,
    "21": 4,
    "22": 0,
    "row0": 4,
    "row1": 2,
    "row2": 5,
    "column0": 1,
    "column1": 5,
    "column2": 5,
    "all": 11,
}
SUMS_3_BY_3 = [
    *((f"row{r}", [f"{r}0", f"{r}1", f"{r}2"]) for r in range(3)),
    *((f"column{c}", [f"0{c}", f"1{c}", f"2{c}"]) for c in range(3)),
    ("all", ["row0", "row1", "row2"]),
    ("all", ["column0", "column1", "column2"]),
]


@given(tables())
# No single sum narrows anything down here, only all of them together.
@example((CIRCLE, SUMS_3_BY_3))
def test_a_reader_who_solves_the_whole_table_learns_no_small_count(table: Table) -> None:
    counts, sums = table
    cells = protect(counts, sums)
    for name, count in counts.items():
        if 0 < count < LEAST:
            least, most = narrowed(cells, sums, name)
            assert most - least >= LEAST - 2, f"{name} can only be {least} to {most}"


@given(tables())
def test_no_small_count_is_shown_and_every_other_is_rounded_or_hidden(table: Table) -> None:
    counts, sums = table
    for name, cell in protect(counts, sums).items():
        if 0 < counts[name] < LEAST:
            assert cell.shown is None
        elif cell.shown is not None:
            assert cell.shown % 5 == 0
            assert abs(cell.shown - counts[name]) <= 2
            least, most = cell.bounds(MOST)
            assert least <= counts[name] <= most


@given(tables())
def test_it_does_not_matter_in_which_order_the_counts_come(table: Table) -> None:
    counts, sums = table
    backwards = dict(reversed(counts.items()))
    assert protect(backwards, [(total, parts[::-1]) for total, parts in sums]) == protect(counts, sums)


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_larger_count_is_never_shown_as_a_smaller_one(one: int, other: int) -> None:
    if one <= other:
        assert rounded(one) <= rounded(other)


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ({"a": 3, "b": 40}, {"a": None, "b": 40, "all": 45}),  # 38 to 42 beside 43 to 47: rounding hides it enough
        ({"a": 1, "b": 5}, {"a": None, "b": None, "all": 5}),  # 5 to 7 beside 5 to 7 would leave 1 or 2
        ({"a": 0, "b": 3}, {"a": 0, "b": None, "all": None}),
        ({"a": 0, "b": 0}, {"a": 0, "b": 0, "all": 0}),
        ({"a": 12, "b": 13}, {"a": 10, "b": 15, "all": 25}),
        ({"a": 1, "b": 1, "c": 1, "d": 1, "e": 1}, dict.fromkeys(["a", "b", "c", "d", "e", "all"])),
    ],
)
def test_small_counts_and_what_would_give_them_away_are_hidden(
    parts: dict[str, int], shown: dict[str, int | None]
) -> None:
    counts: Counts = parts | {"all": sum(parts.values())}
    assert {name: cell.shown for name, cell in protect(counts, [("all", list(parts))]).items()} == shown


def test_a_total_that_is_no_sum_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="not the sum"):
        protect({"a": 3, "all": 4}, [("all", ["a"])])
    with pytest.raises(ValueError, match="below nought"):
        protect({"a": -1})


def test_a_hidden_count_is_a_dash_and_a_large_one_is_easy_to_read() -> None:
    assert str(TableCell(None)) == "–"
    assert str(TableCell(2500)) == "2,500"
