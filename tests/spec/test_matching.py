"""What the pages say about matching is what it does: every table in, every table out."""

from pathlib import Path

import pytest

from community.matching import (
    DEFAULT,
    RULES,
    TERMS,
    Proposals,
    changes,
    encode,
    instead,
    propose,
    reasons,
    recruits,
    why_not,
)
from community.tables.vocabulary import DAYS, DBS_LEVELS
from tests.checkout import ROOT
from tests.matching.boards import NEED, VOLUNTEER
from tests.spec.tables import Example, areas, examples, needs, table_with, volunteers, weights, whole

PAGE = ROOT / "docs/how-matching-works.md"
PAGES = [PAGE, *sorted((Path(__file__).parent / "matching").glob("*.md"))]
EXAMPLES = [(page.stem, example) for page in PAGES for example in examples(page)]


@pytest.mark.parametrize(("page", "example"), EXAMPLES, ids=[f"{page}: {example.name}" for page, example in EXAMPLES])
def test_an_example_comes_out_as_it_is_written(page: str, example: Example) -> None:
    told = example.tables
    frames = volunteers(told["Volunteers"]), needs(told["Needs"])
    board = encode(*frames)
    pinned = [(row["need"], row["volunteer"]) for row in told.get("Agreed already", [])]
    counts = weights(told.get("Weights", []))
    proposals = propose(board, weights=counts, pinned=pinned)
    where = areas(told["Needs"])
    found = {
        "If somebody else": [
            {"need": row["need"], "volunteer": row["volunteer"]} | _instead(proposals, row["need"], row["volunteer"])
            for row in told.get("If somebody else", [])
        ],
        "How many are left": [
            {"need": row.need_id, "after": rule, "left": str(count)}
            for row in proposals.unmatched.itertuples()
            for rule, count in row.left.items()
        ],
        "Whom to look for": [
            {
                "kind": one.task_type,
                "where": _where(one.area),
                "day": "any" if one.day is None else DAYS[one.day],
                "how many": str(one.people),
                "fills": str(one.fills),
                "check": DBS_LEVELS[one.min_dbs],
                "car": "yes" if one.needs_car else "no",
                "speaks": ", ".join(one.languages),
            }
            for one in (recruits(proposals, where) if "Whom to look for" in told else ())
        ],
        "Whom to ask": [
            {
                "rule": one.rule,
                "kind": one.task_type,
                "where": _where(one.area),
                "fills": str(one.fills),
                "one of": ", ".join(one.volunteer_ids),
            }
            for one in changes(proposals, where)
        ],
        "Proposed": [
            {
                "need": row.need_id,
                "volunteer": row.volunteer_id,
                "points": f"{row.cost:,}",
                "why": " ".join(f"{words}." for words in reasons(board, row.need_id, row.volunteer_id)),
            }
            for row in proposals.matches.itertuples()
        ],
        "Left empty": [
            {"need": row.need_id, "places": str(row.places), "rule": row.rule, "what would help": row.remedy}
            for row in proposals.unmatched.itertuples()
        ],
        "Who else": [
            {"need": row.need_id, "volunteer": row.volunteer_id, "adds": f"{row.extra:,}"}
            for row in proposals.alternates.itertuples()
        ],
        "Why not": [
            {**row, "because": why_not(board, row["need"], row["volunteer"], pinned=pinned)}
            for row in told.get("Why not", [])
        ],
    }
    for caption, rows in found.items():
        if caption in told:
            # A page shows the columns it is about, but all the rows.
            shown = [{name: row[name] for name in told[caption][0]} for row in rows] if told[caption] else rows
            assert _sorted(shown) == _sorted(told[caption]), caption


def _where(area: str | None) -> str:
    return "by telephone" if area is None else area or "no hub"


def _instead(proposals: Proposals, need_id: str, volunteer_id: str) -> dict[str, str]:
    then = instead(proposals, need_id, volunteer_id)
    return {
        "adds": f"{then.extra:,}",
        "nobody for": ", ".join(need for need in then.emptied if not then.left[need]),
        "one fewer for": ", ".join(need for need in then.emptied if then.left[need]),
        "somebody else for": ", ".join(f"{need}: {' and '.join(now)}" for need, _, now in then.moved),
    }


def _sorted(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return sorted(rows, key=lambda row: sorted(row.items()))


def test_the_page_lists_the_rules_in_their_order() -> None:
    assert [row["rule"].strip("`") for row in table_with(PAGE, "rule")] == [rule.name for rule in RULES]


def test_the_page_says_what_each_term_counts_for() -> None:
    listed = {row["term"].strip("`"): whole(row["at most"]) for row in table_with(PAGE, "term")}
    assert listed == {term: getattr(DEFAULT, term) for term in TERMS}


@pytest.mark.parametrize(
    ("header", "columns"),
    [("volunteers", {*VOLUNTEER, "active"}), ("needs", {*NEED, "known", "refused", "response_days", "in_pairs"})],
)
def test_the_page_lists_every_column_of_the_frames(header: str, columns: set[str]) -> None:
    listed = [name.strip("` ") for row in table_with(PAGE, header) for name in row[header].split(",")]
    assert len(listed) == len(set(listed))
    assert set(listed) == columns
