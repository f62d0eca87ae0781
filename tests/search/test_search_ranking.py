"""People who search in their own words find the page, the number, or a plain statement that there is none."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.forms import crisis_words
from community.search import ENTRIES, FILE, Index, SearchHit
from community.search.search_html import marked, pieces
from tests.checkout import ROOT
from tests.search.danger_table import DANGER, NO_DANGER
from tests.search.table import NO_PAGE, WORDS
from tests.site.conftest import built_site

__all__ = ["built_site"]

HELP = "get-help/"
SAID = [
    line
    for name in ("said_in_danger", "said_without_danger")
    for line in (ROOT / f"tests/forms/{name}.txt").read_text("utf-8").splitlines()
] + [
    re.sub(r" ?[.]{2}|/\S+|~", "", line)
    for sign in crisis_words.compiled()["signs"].values()
    for line in (*sign["words"][::5], *sign["not"][::3])
    if "{" not in line
]
"""What may mean danger, and what may not, in a form and in the search."""


@pytest.fixture(scope="session")
def index(built_site: Path) -> Index:
    """Give the index of the built site, as the service reads it."""
    entries = {each.stem: each.read_bytes() for each in (built_site / ENTRIES).iterdir()}
    return Index.read((built_site / FILE).read_bytes(), entries)


def pages(found: SearchHit) -> list[str]:
    return [each.url.partition("#")[0] for each in found.results]


def numbers(found: SearchHit) -> set[str]:
    return {line["telephone"] for sign in found.signs for line in sign["lines"]}


def test_what_people_say_finds_its_page_among_the_first_two(index: Index) -> None:
    assert len(WORDS) >= 80
    missed = {said: (page, pages(index.rank(said))[:2]) for said, page in WORDS.items()}
    assert {said: told for said, told in missed.items() if told[0] not in told[1]} == {}


def test_where_no_page_helps_it_says_so_and_leads_to_get_help(index: Index) -> None:
    missed = {said: (index.rank(said).says, pages(index.rank(said))[:3]) for said in NO_PAGE}
    assert {said: told for said, told in missed.items() if not told[0] or HELP not in told[1]} == {}
    assert [said for said in WORDS if index.rank(said).says] == [], "where a page helps, nothing says that none does"


def test_words_that_may_mean_danger_show_numbers_and_others_show_none(index: Index) -> None:
    found = {said: numbers(index.rank(said)) for said in DANGER}
    assert {said: told for said, told in found.items() if DANGER[said] not in told or "999" not in told} == {}
    assert [said for said in NO_DANGER if index.rank(said).signs] == []


def test_the_page_that_helps_in_danger_stands_first_whatever_else_fits(index: Index) -> None:
    told = index.told["pages"]
    for said in DANGER:
        found = index.rank(said)
        assert pages(found)[0] == told[found.signs[0]["page"]]["url"], said


def test_whatever_counts_as_danger_in_a_form_counts_in_the_search(index: Index) -> None:
    for said in SAID:
        found = [sign["code"] for sign in index.rank(said).signs]
        assert {sign.code for sign in crisis_words.signs_in(said)} <= set(found), said


def test_every_page_but_the_search_itself_can_be_found_by_its_own_name(index: Index) -> None:
    for page in filter(lambda each: each["url"], index.told["pages"]):
        assert page["url"] in pages(index.rank(page["title"]))[:3], page


def test_leads_are_found_and_what_stands_on_every_page_is_not(index: Index) -> None:
    told = json.dumps(index.told["parts"] + index.told["pages"], ensure_ascii=False)
    assert all(page["lead"] for page in index.told["pages"] if page["url"])
    assert "This form is not open" not in told
    assert "Talk to a person" not in told
    assert "A person will answer" not in told


@given(asked=st.text(max_size=300))
def test_whatever_is_asked_is_answered(index: Index, asked: str) -> None:
    assert len(index.rank(asked).results) <= 8


def by_script(built: Path, asked: list[str]) -> list[dict[str, Any]]:
    """What the script of the pages finds, run by Node."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed (Debian: apt-get install nodejs)")
    program = """
      require(process.argv[1]);
      const read = (name) => JSON.parse(require('fs').readFileSync(name));
      const { rank, wanted, take } = globalThis.communitySearch.prepare(read(process.argv[2]));
      const answer = (words) => {
        for (const name of wanted(words)) take(name, read(`${process.argv[3]}/${name}.json`));
        for (const name of rank(words).lacking) take(name, read(`${process.argv[3]}/${name}.json`));
        return rank(words);
      };
      const asked = JSON.parse(require('fs').readFileSync(0));
      const { pieces } = globalThis.communitySearch;
      console.log(JSON.stringify(asked.map(answer).map((found) => (
        { ...found, pieces: found.results.map((each) => pieces(each.excerpt, new Set(found.stems))) }
      ))));
    """
    command = [node, "-e", program, str(ROOT / "site/assets/search.js"), str(built / FILE), str(built / ENTRIES)]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def test_the_script_of_the_pages_finds_the_very_same(index: Index, built_site: Path) -> None:
    asked = [
        *WORDS,
        *NO_PAGE,
        *DANGER,
        *NO_DANGER,
        "",
        "   ",
        "the",
        "zzzz",
        "ÉVICTION!!",
        "can’t pay",
        "x" * 500,
        "I want to... die",
        "chest; pain\nsince noon",
        "王小明",
        "💩",
    ]
    asked += SAID
    for said, told in zip(asked, by_script(built_site, asked), strict=True):
        found = index.rank(said)
        assert told["says"] == list(found.says), said
        assert [sign["code"] for sign in told["signs"]] == [sign["code"] for sign in found.signs], said
        assert told["results"] == [vars(each) for each in found.results], said
        assert set(told["stems"]) == found.stems, said
        for each, by_hand in zip(told["pieces"], found.results, strict=True):
            assert [tuple(piece) for piece in each] == pieces(by_hand.excerpt, found.stems), said


@pytest.mark.parametrize(
    ("asked", "text", "shown"),
    [
        ("shopping", "Help with shopping: we shop for you", "Help with [shopping]: we [shop] for you"),
        ("SHOP", "Shops, shopping and a workshop", "[Shops], [shopping] and a workshop"),
        ("shoping", "Help with shopping", "Help with [shopping]"),
        ("can’t pay", "You can't pay <b>rent</b>", "You can't [pay] &lt;b&gt;rent&lt;/b&gt;"),
        ("the", "The form", "The form"),
    ],
)
def test_the_words_that_were_asked_for_are_marked_and_no_others(
    index: Index, asked: str, text: str, shown: str
) -> None:
    told = str(marked(text, index.rank(asked).stems))
    assert told.replace("<mark>", "[").replace("</mark>", "]").replace("&#39;", "'") == shown


@given(text=st.text(max_size=300), stems=st.sets(st.text(alphabet="abcdefgh", min_size=1, max_size=3)))
def test_marking_leaves_every_letter_where_it_is(text: str, stems: set[str]) -> None:
    assert "".join(piece for piece, _ in pieces(text, stems)) == text
