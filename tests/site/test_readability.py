"""Every public page reads at the age of 11 or below, and says in its head what it is."""

import re

import pytest

from tests.site.pages import BuiltPage

# Grade 6 of the index is the age of 11. https://en.wikipedia.org/wiki/Automated_readability_index
GRADE_OF_ELEVEN = 6.0
_LEAST = 60
"""So many words a page needs before a formula says anything about it."""
NO_PROSE = {"/404.html", "/from-us/"}


def sentences(page: BuiltPage) -> list[list[str]]:
    """The words of the page's whole sentences, one list for each. Names, numbers and addresses are no prose."""
    found = []
    for block in page.blocks[1:]:
        for sentence in re.split(r"(?<=[.?!:])\s+", block):
            words = re.findall(r"[A-Za-z]+(?:[’'-][A-Za-z]+)*", sentence)
            if len(words) > 3 and sentence.endswith((".", "?", "!", ":")):
                found.append(words)
    return found


def grade(found: list[list[str]]) -> float:
    """The automated readability index: letters to a word and words to a sentence, as a grade of school."""
    words = [word for sentence in found for word in sentence]
    return 4.71 * sum(map(len, words)) / len(words) + 0.5 * len(words) / len(found) - 21.43


def test_every_page_reads_at_eleven_or_below(pages: list[BuiltPage]) -> None:
    harder = {}
    for page in pages:
        found = sentences(page)
        if page.url not in NO_PROSE and sum(map(len, found)) >= _LEAST and (known := grade(found)) > GRADE_OF_ELEVEN:
            harder[page.url] = round(known, 1)
    assert harder == {}


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("The cat sat on the mat by the door.", -3.3),
        ("Organisational accountability necessitates comprehensive stakeholder consultation arrangements.", 41.3),
    ],
)
def test_the_formula_tells_easy_from_hard(words: str, known: float) -> None:
    assert grade([re.findall(r"\w+", words)]) == pytest.approx(known, abs=0.1)


def test_each_page_says_in_its_head_what_it_is(pages: list[BuiltPage]) -> None:
    told = {}
    for page in pages:
        [words] = [each["content"] for each in page.all("meta") if each.get("name") == "description"]
        assert 20 <= len(words) <= 200, page.url
        told[page.url] = words
    ours = {url: words for url, words in told.items() if url not in NO_PROSE | {"/"}}
    assert len(set(ours.values())) == len(ours), "two pages say the same of themselves"
