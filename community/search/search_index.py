"""The search index: the pages' words, their synonyms, and words that may mean danger, in one file beside the pages."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from community.errors import UserFacingError
from community.forms import crisis_words
from community.search.built_pages import ReadPage, read_pages
from community.settings import Community
from community.settings.public_words import public_words

FILE = "search.json"
THESAURUS = Path(__file__).with_name("thesaurus.toml")


class ThesaurusError(UserFacingError):
    """The thesaurus names a page or a kind of danger that is not there."""


def write(folder: Path, community: Community) -> None:
    """Write the index of the site that is built in this folder. Raises ThesaurusError."""
    told = json.dumps(compiled(read_pages(folder), community), ensure_ascii=False, separators=(",", ":"))
    (folder / FILE).write_text(told, encoding="utf-8", newline="\n")


def compiled(pages: list[ReadPage], community: Community) -> dict[str, Any]:
    """The index as written to the file, of lists, texts and numbers only. Raises ThesaurusError."""
    thesaurus = tomllib.loads(THESAURUS.read_text("utf-8"))
    numbers = {page.address: number for number, page in enumerate(pages)}
    return {
        "pages": [{"url": page.address, "title": page.title, "lead": page.lead} for page in pages],
        "parts": [
            {"page": number, "id": section.place, "title": section.heading, "text": section.text}
            for number, page in enumerate(pages)
            for section in page.sections
            if section.text or section.heading
        ],
        "doors": [_door(door, numbers, community) for door in thesaurus["doors"]],
        "stop": thesaurus["stop"],
        "signs": list(_signs(thesaurus["danger"], community)),
        "between": _crisis()["between"],
        "others": _crisis()["other_words"],
        "ring": {"telephone": community.telephone, "opening": community.opening},
    }


def _door(door: dict[str, Any], numbers: dict[str, int], community: Community) -> dict[str, Any]:
    address, _, place = door["page"].partition("#")
    if address not in numbers:
        raise ThesaurusError(f"{THESAURUS.name}: there is no page {address}")
    ours = {f"%{name}%": words.lower() for name, words in public_words(community).items()}
    words = [ours.get(each, each) for each in door["words"]]
    return {"page": numbers[address], "id": place, "words": words, "says": door.get("says", "")}


def _signs(more: dict[str, list[str]], community: Community) -> Iterator[dict[str, Any]]:
    signs = crisis_words.signs()
    if unknown := more.keys() - signs.keys():
        raise ThesaurusError(f"{THESAURUS.name}: there is no danger {', '.join(sorted(unknown))}")
    for code, sign in signs.items():
        yield {
            "code": code,
            "words": [" ".join(phrase) for phrase in sign.phrases] + more.get(code, []),
            "not": [" ".join(phrase) for phrase in sign.others],
            "lines": [
                {"name": line.name, "telephone": line.telephone, "how": line.how, "helps": line.helps}
                for line in community.helplines.values()
                if line.crisis and (sign.group in line.kinds or line.telephone == "999")
            ],
        }


def _crisis() -> dict[str, Any]:
    return tomllib.loads(crisis_words.SIGNS.read_text("utf-8"))
