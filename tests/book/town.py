"""A small invented town with a canary in every place where words about one person can be."""

from dataclasses import dataclass
from typing import Any

from community.book import Append, Book, Change
from community.tables import TABLES, Table
from community.tables.verbs import Verb
from tests.book.builders import BY

CANARY = "Kanarienvogel"


@dataclass
class Town:
    """The ids of a resident with a request, its need, its match and visit, their volunteer, and an organisation."""

    resident: str
    request: str
    need: str
    match: str
    visit: str
    volunteer: str
    check: str
    contact: str
    organisation: str
    other_volunteer: str
    other_resident: str


def words_in_every_column(table: Table, word: str, **known: Any) -> dict[str, Any]:
    """A row with the word in every column that takes words, and what is known."""
    texts = {
        c.name: word for c in table.columns if c.kind in ("text", "long_text", "code", "codes") and c.name != "extra"
    }
    return texts | ({"extra.pets": word} if "extra" in table.by_name else {}) | known


def make_town(book: Book, word: str = CANARY) -> Town:
    """The town, with this word all about the resident and the volunteer; nobody else's record has it."""

    def add(table: str, **known: Any) -> str:
        return book.append(
            table, words_in_every_column(TABLES[table], word, **known), by="web", key=f"{word}-{table}"
        ).id

    resident, volunteer = add("residents"), add("volunteers", status="ready")
    request = add("help_requests", status="new", channel="web", hub="bath")
    need = add("needs", request_id=request, resident_id=resident, status="open", task_type="shopping")
    match = add("matches", need_id=need, volunteer_id=volunteer, status="active")
    visit = add("visits", match_id=match, need_id=need, resident_id=resident, volunteer_id=volunteer, status="done")
    check = add("checks", volunteer_id=volunteer, kind="dbs")
    contact = add("contacts", about=request, with_whom=resident)
    organisation = add(
        "organisations", name="Kind Shop", what_we_do="Sells", website="", commitments="", status="approved"
    )
    other_volunteer = book.append("volunteers", {"name": "Bo", "avoids": [resident, "P-OTHER"]}, by="web").id
    other_resident = book.append("residents", {"name": "Cy", "prefers": [volunteer], "avoids": []}, by="web").id
    book.act(
        Verb.TRIAGE,
        by=BY,
        reason=f"It is {word}",
        changes=[
            Change("help_requests", request, "resident_id", None, resident),
            Change("help_requests", request, "details", word, f"{word} again"),
            Change("residents", resident, "extra.pets", word, f"{word} II"),
            Change("volunteers", volunteer, "notes", word, f"{word} III"),
            Change("volunteers", other_volunteer, "notes", None, "rang"),
        ],
    )
    book.act(Verb.CORRECT, by=BY, changes=[Change("residents", other_resident, "avoids", None, [volunteer, "V-OTHER"])])
    book.act(Verb.CORRECT, by=BY, appends=[Append("pairs", {"resident_id": resident, "volunteer_id": volunteer})])
    return Town(
        resident, request, need, match, visit, volunteer, check, contact, organisation, other_volunteer, other_resident
    )
