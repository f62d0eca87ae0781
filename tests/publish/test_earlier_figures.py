"""Nobody learns of a few people by subtracting one publication of the figures from the next."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from community.book import Book
from community.publish.earlier_figures import KEPT, Printed, earlier, protect_from, with_this
from community.publish.publish_site import prepare
from community.publish.suppression import Sums, TableCell, protect
from community.settings import Settings
from tests.publish.test_suppression import Table, tables

MOST = 1_000


def provable(before: Printed, cells: Mapping[str, TableCell], sums: Sums, name: str) -> bool:
    """Whether a reader of both tables, who takes it that counts only grow, can prove a difference of 1 to 4."""
    found = []
    for sign in (1, -1):
        model = cp_model.CpModel()
        then = {n: model.new_int_var(*TableCell(before[n]).bounds(MOST), n) for n in cells}
        now = {n: model.new_int_var(*cell.bounds(MOST), n) for n, cell in cells.items()}
        for table in (then, now):
            for total, parts in sums:
                model.add(table[total] == sum(table[part] for part in parts))
        for each in cells:
            model.add(now[each] >= then[each])
        model.minimize(sign * (now[name] - then[name]))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        assert solver.solve(model) == cp_model.OPTIMAL
        found.append(solver.value(now[name]) - solver.value(then[name]))
    return found[0] >= 1 and found[1] <= 4


@st.composite
def successive(draw: st.DrawFn) -> tuple[Table, Table]:
    """The table of one publication, and that of the next, in which some counts have grown, mostly a little."""
    counts, sums = draw(tables())
    totals = {total for total, _ in sums}
    more = {n: c + draw(st.sampled_from([0, 0, 1, 2, 4, 9])) for n, c in counts.items() if n not in totals}
    for total, parts in sums:
        more[total] = sum(more[part] for part in parts)
    return (counts, sums), (more, sums)


@settings(max_examples=20)
@given(successive())
def test_no_difference_of_two_successive_publications_is_surely_of_a_few(pair: tuple[Table, Table]) -> None:
    (first, sums), (second, _) = pair
    before = {name: cell.shown for name, cell in protect(first, sums).items()}
    cells = protect_from([before], second, sums, protect(second, sums), second)
    for name in second:
        if before[name] != 0:  # its difference is the count itself, which its own table protects
            assert not provable(before, cells, sums, name), name


def test_the_tables_alone_give_a_difference_away_and_more_is_hidden_then() -> None:
    """Five were not helped, for one reason; then seven, for two. Both print 5, and the parts tell of 2 more."""
    sums = [("all", ["a", "b"])]
    first, second = {"a": 5, "b": 0, "all": 5}, {"a": 5, "b": 2, "all": 7}
    before = {name: cell.shown for name, cell in protect(first, sums).items()}
    alone = protect(second, sums)
    assert any(provable(before, alone, sums, name) for name in ("a", "all"))
    cells = protect_from([before], second, sums, alone, second)
    assert not any(provable(before, cells, sums, name) for name in ("a", "all"))


def test_counts_that_fell_stop_nothing() -> None:
    sums = [("all", ["a", "b"])]
    before: list[Printed] = [{"a": 50, "b": 20, "all": 70}]
    counts = {"a": 12, "b": 9, "all": 21}
    assert protect_from(before, counts, sums, protect(counts, sums), counts)["all"].shown == 20


def test_the_same_figures_printed_again_are_the_same_and_what_was_hidden_for_an_earlier_list_stays_hidden(
    book: Book, settings: Settings
) -> None:
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    resident = book.append("residents", {"name": "Ada"}, by="web").id

    def need(**told: object) -> None:
        book.append("needs", {"resident_id": resident, "task_type": "shopping", **told}, by="web")

    for _ in range(5):
        need(status="closed", closed_reason="out_of_area")
    own = settings.model_copy(update={"site_told": settings.home})
    file = settings.home / "site/_generated/published.json"
    file.parent.mkdir(parents=True)
    first = prepare(book, own, now)
    file.write_text(first["published.json"], encoding="utf-8")
    for _ in range(2):
        need(status="closed", closed_reason="unable")
    second = prepare(book, own, now)
    assert len(json.loads(second["published.json"])) == 2
    file.write_text(second["published.json"], encoding="utf-8")
    assert prepare(book, own, now) == second


@pytest.mark.parametrize("broken", [None, "", "{", '{"a": 5}', "[1, 2]"])
def test_a_file_that_cant_be_read_counts_as_none(broken: str | None) -> None:
    assert earlier(broken) == []


def test_so_many_publications_are_kept_and_only_what_is_printed() -> None:
    told: Sequence[Printed] = []
    for count in range(10, 100, 10):
        told = earlier(with_this(told, {"a": TableCell(count), "secret": TableCell(3)}, ["a"]))
    assert len(told) == KEPT
    assert told[-1] == {"a": 90}
