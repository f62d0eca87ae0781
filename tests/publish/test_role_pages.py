"""Volunteering roles on the public page, and for other programs, held against the ontology of Volunteering Data."""

import re
import warnings
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path

from rdflib import OWL, RDF, SKOS, Graph, URIRef

from community.book import Book
from community.publish import publish, stale
from community.publish.publish_site import prepare_lists
from community.settings import Settings

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ONTOLOGY = Path(__file__).parent / "volunteering_data"
NS = "https://ns.volunteeringdata.io/"
DRIVER = {
    "name": "Minibus & <b>driver</b>", "what": "Drives people to lunch.", "place": "the old school",
    "times": "Tuesdays",
    "slots": "tue_morning; sat_evening", "min_age": 25, "min_dbs": "enhanced", "expenses": "yes",
    "support": "Somebody comes with you.", "hub": "keynsham", "status": "approved", "checked_on": "2026-11-01",
    "contact_name": "Canary Smith", "telephone": "01225 999999", "email": "canary@example.org", "postcode": "BA1 9ZZ",
    "notes": "Canary notes", "extra": None, "flags": "too_fast",
}  # fmt: skip


def role(book: Book, **values: object) -> str:
    return book.append("opportunities", DRIVER | values, by="web").id


def lists(book: Book, settings: Settings, now: datetime = NOW) -> dict[str, str]:
    return prepare_lists(book, settings, now)


def test_an_approved_role_says_what_where_when_what_is_asked_and_whom_to_ring(book: Book, settings: Settings) -> None:
    one = role(book, ends_on="2026-12-01")
    told = unescape(lists(book, settings)["roles.md"])
    for part in (
        "## Keynsham and Saltford", f'id="{one.lower()}"', "Drives people to lunch.", "<dd>Tuesdays</dd>",
        "the old school",
        "25 or over", "Enhanced DBS check", "Paid back to you", "Somebody comes with you.", "1 December 2026",
        "Last checked on 1 November 2026.", "%telephone%", "Minibus & ",
    ):  # fmt: skip
        assert part in told, part
    everything = "".join(lists(book, settings).values())
    assert not re.search("canary|999999|BA1 ?9ZZ|too_fast", everything, re.IGNORECASE)
    assert "<b>" not in lists(book, settings)["roles.md"]


def test_what_is_not_approved_is_nowhere_and_its_last_day_ends_a_role(
    book: Book, settings: Settings, root: Path
) -> None:
    empty = lists(book, settings)
    role(book, status="offered")
    role(book, status="withdrawn")
    role(book, name=None)
    role(book, ends_on="2026-11-20")
    assert lists(book, settings) == empty
    assert "No organisation has told us of a role just now" in empty["roles.md"]
    role(book, ends_on="2026-11-21")
    publish(root, lists(book, settings), lambda: None)
    assert set(stale(root, lists(book, settings, NOW + timedelta(days=1)))) == {"roles.md", "roles.json"}


def test_an_organisation_is_named_only_if_it_is_printed_as_a_signatory(book: Book, settings: Settings) -> None:
    told = {"name": "Friends of Canary Lane", "website": "https://lane.example.org", "contact_name": "Ada"}
    signed = book.append("organisations", told | {"status": "approved", "signed_on": "2026-01-01"}, by="web").id
    other = book.append("organisations", told | {"name": "Not printed", "status": "offered"}, by="web").id
    role(book, organisation_id=signed)
    role(book, organisation_id=other)
    role(book, **{"extra.organisation": "The <i>Allotments</i>"})
    assert "<i>" not in lists(book, settings)["roles.md"]
    assert "The <i>Allotments" in unescape(lists(book, settings)["roles.md"]), "as its form was told it"
    words = unescape(lists(book, settings)["roles.md"] + lists(book, settings)["roles.json"])
    assert words.count("Friends of Canary Lane") == 2
    assert "Not printed" not in words
    assert "Ada" not in words


def test_a_long_list_goes_on_on_a_page_of_its_own(book: Book, settings: Settings) -> None:
    for number in range(51):
        role(book, name=f"Role {number:02}")
    told = lists(book, settings)
    assert told["roles.md"].count('<li class="service"') == 50
    assert told["volunteer/roles/2.md"].count('<li class="service"') == 1


def test_every_term_is_one_of_the_standard_and_means_what_the_book_says(book: Book, settings: Settings) -> None:
    settings = settings.model_copy(update={"public_url": "https://help.example.org"})
    one = role(book, ends_on="2026-12-01")
    for name in ("Weeding", "Digging"):
        role(book, name=name, **{"extra.organisation": "The Allotments"})
    role(book, name="Bare", **dict.fromkeys(set(DRIVER) - {"name", "status"}))
    known = Graph()
    for path in ONTOLOGY.glob("*.ttl"):
        known.parse(path, format="turtle")
    # The standard's own guide pays expenses by this name, and its list of rewards does not have it yet.
    terms = {str(each) for each in known.subjects()} | {f"{NS}ExpensesReimbursed"}
    with warnings.catch_warnings(action="ignore"):  # rdflib reads JSON-LD through a class of its own that it gives up
        told = Graph().parse(data=lists(book, settings)["roles.json"], format="json-ld")
    used = {str(each) for triple in told for each in triple[1:] if str(each).startswith(NS)}
    assert used <= terms, used - terms
    properties = {*known.subjects(RDF.type, OWL.DatatypeProperty), *known.subjects(RDF.type, OWL.ObjectProperty)}
    assert {each for each in told.predicates() if each != RDF.type} <= properties
    classes = set(known.subjects(RDF.type, OWL.Class))
    assert set(told.objects(None, RDF.type)) <= classes
    assert (URIRef(f"{NS}DBSCheck"), RDF.type, SKOS.Concept) in known

    def of(title: str, way: str) -> set[object]:
        found = told.query(f'SELECT ?x {{ ?a <{NS}title> "{title}" . ?a {way} ?x }}')
        return {value.toPython() for each in found.bindings for value in each.values()}  # type: ignore[attr-defined]

    name = str(DRIVER["name"])
    assert of(name, f"<{NS}role>/<{NS}requirement>") == {f"{NS}DBSCheck"}
    assert of(name, f"<{NS}role>/<{NS}minimumAge>") == {25}
    assert of(name, f"<{NS}session>/<{NS}time>") == {f"{NS}TuesdayMorning", f"{NS}SaturdayEvening"}
    assert of(name, f"<{NS}publishEndDate>") == {date(2026, 12, 1)}
    assert of(name, f"<{NS}applyLink>") == {f"https://help.example.org/volunteer/roles/#{one.lower()}"}
    assert of("Bare", f"<{NS}session>") == set()
    runs = set(told.subjects(RDF.type, URIRef(f"{NS}Organisation")))
    assert len(runs) == 3
    names = {str(each) for one in runs for each in told.objects(one, URIRef(f"{NS}name"))}
    assert names == {"The Allotments"}, "whoever told us of no organisation is not told under our own name"
