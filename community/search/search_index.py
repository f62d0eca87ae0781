"""The search index: the pages' words, their synonyms, and words that may mean danger, in one file beside the pages.

The entries of long lists, as of the directory, are in a folder beside it: their words in a file for each first letter,
their names in a file for each page. So whoever searches fetches only what the words may match, however many there are.
"""

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from community.errors import UserFacingError
from community.forms import crisis_words
from community.search.built_pages import ReadPage, read_pages
from community.search.search_ranking import entry_weights
from community.settings import Community
from community.settings.public_words import public_words

FILE = "search.json"
ENTRIES = "search-entries"
MOST_OF_A_SECTION = 300
"""So many letters of a section are searched: its beginning says what it is about, and every browser fetches them."""
FIGURES, OTHERS = "figures", "others"
LETTERS = (*"abcdefghijklmnopqrstuvwxyz", FIGURES, OTHERS)
THESAURUS = Path(__file__).with_name("thesaurus.toml")


class ThesaurusError(UserFacingError):
    """The thesaurus names a page or a kind of danger that is not there."""


def write(folder: Path, community: Community) -> None:
    """Write the index of the site that is built in this folder. Raises ThesaurusError."""
    pages = read_pages(folder)
    told = compiled(pages, community)
    (folder / ENTRIES).mkdir(exist_ok=True)
    for name, words in entry_files(pages, set(told["stop"])).items():
        _write(folder / ENTRIES / f"{name}.json", words)
    _write(folder / FILE, told)


def compiled(pages: list[ReadPage], community: Community) -> dict[str, Any]:
    """The index as written to the file, of lists, texts and numbers only. Raises ThesaurusError."""
    thesaurus = tomllib.loads(THESAURUS.read_text("utf-8"))
    numbers = {page.address: number for number, page in enumerate(pages)}
    return {
        "pages": [
            {"url": page.address, "title": page.title, "lead": page.lead, "continues": page.continues} for page in pages
        ],
        "parts": [
            {"page": number, "id": section.place, "title": section.heading, "text": section.text[:MOST_OF_A_SECTION]}
            for number, page in enumerate(pages)
            for section in page.sections
            if (section.text or section.heading) and not section.entry
        ],
        "entries": [sum(section.entry for section in page.sections) for page in pages],
        "doors": [_door(door, numbers, community) for door in thesaurus["doors"]],
        "stop": thesaurus["stop"],
        "weak": thesaurus["weak"],
        "signs": list(_signs(thesaurus, numbers, community)),
        "danger": crisis_words.compiled(thesaurus["danger"]),
        "ring": {"telephone": community.telephone, "opening": community.opening},
    }


def entry_files(pages: list[ReadPage], stop: set[str]) -> dict[str, Any]:
    """By letter, the entries that have words which begin so: by stem, number and weight. By page, what they are called.

    They are numbered through all pages. There is a file for each letter of English, for figures, and for all others.
    """
    entries = [(page, section) for page in range(len(pages)) for section in pages[page].sections if section.entry]
    told: dict[str, Any] = {letter: defaultdict(list) for letter in LETTERS}
    for number, (page, section) in enumerate(entries):
        told.setdefault(str(page), []).append([section.place, section.heading, section.says])
        for stem, weight in entry_weights(section.heading, section.text, stop).items():
            told[letter_of(stem)][stem] += [number, weight]
    return told


def letter_of(stem: str) -> str:
    """The name of the file in which entries with this stem stand."""
    if stem[0] in LETTERS:
        return stem[0]
    return FIGURES if stem[0] in "0123456789" else OTHERS


def _write(path: Path, told: object) -> None:
    path.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="\n")


def _door(door: dict[str, Any], numbers: dict[str, int], community: Community) -> dict[str, Any]:
    address, _, place = door["page"].partition("#")
    if address not in numbers:
        address = door.get("otherwise", address)
    if address not in numbers:
        raise ThesaurusError(f"{THESAURUS.name}: there is no page {address}")
    ours = {f"%{name}%": words.lower() for name, words in public_words(community).items()}
    words = [ours.get(each, each) for each in door["words"]]
    return {"page": numbers[address], "id": place, "words": words, "says": door.get("says", "")}


def _signs(thesaurus: dict[str, Any], numbers: dict[str, int], community: Community) -> Iterator[dict[str, Any]]:
    more, first = thesaurus["danger"], thesaurus["first"]
    signs = crisis_words.signs()
    if missing := [code for code in signs if first.get(code) not in numbers]:
        raise ThesaurusError(f"{THESAURUS.name}: no page comes first for {', '.join(missing)}")
    if unknown := more.keys() - signs.keys():
        raise ThesaurusError(f"{THESAURUS.name}: there is no danger {', '.join(sorted(unknown))}")
    for code, sign in signs.items():
        yield {
            "code": code,
            "page": numbers[first[code]],
            "lines": [
                {"name": line.name, "telephone": line.telephone, "how": line.how, "helps": line.helps}
                for name, line in community.helplines.items()
                if name in sign.lines or (line.crisis and (sign.group in line.kinds or line.telephone == "999"))
            ],
        }
