"""Who has which duty in the tests of concerns, and an office in which they work."""

from dataclasses import dataclass
from pathlib import Path

import community.casework as cw
from community.book import Book
from community.settings import load
from tests.book.databases import new_book
from tests.casework.office import PLACES, Clock, Office

LEAD, DEPUTY, CHAIR = "Lena Lead", "Dan Deputy", "Charlie Chair"
PEOPLE = """
[[people]]
name = "Lena Lead"
email = "lena@example.org"
role = "call_handler"
safeguarding = "lead"

[[people]]
name = "Dan Deputy"
email = "dan@example.org"
safeguarding = "deputy"

[[people]]
name = "Charlie Chair"
email = "charlie@example.org"
safeguarding = "chair"

[[people]]
name = "Cora Coordinator"
email = "cora@example.org"
role = "coordinator"
hub = "bath_north"

[[people]]
name = "Dilys Director"
email = "dilys@example.org"
role = "director"
"""


def listed(folder: Path, people: str = PEOPLE) -> None:
    """Write the list of people into this data folder."""
    (folder / "people.toml").write_text(people, "utf-8")


@dataclass
class Duties:
    """The office, and the desks of those whose duty it is."""

    office: Office
    folder: Path
    lead: cw.WorkContext
    deputy: cw.WorkContext
    chair: cw.WorkContext

    @property
    def ordinary(self) -> tuple[cw.WorkContext, ...]:
        """Everybody who works here without a duty."""
        o = self.office
        return (o.director, o.coordinator, o.handler, o.neighbour)


def open_duties(folder: Path, address: str) -> Duties:
    """An office whose list of people has a lead, a deputy and a chair."""
    listed(folder)
    settings, clock = load(), Clock()
    book = Book.open(address if "://" in address else new_book(Path(address)), clock=clock)
    office = Office(book, settings, PLACES, clock)
    lead = office.desk(cw.User(LEAD, "call_handler", safeguarding="lead"))
    deputy = office.desk(cw.User(DEPUTY, None, safeguarding="deputy"))
    return Duties(office, folder, lead, deputy, office.desk(cw.User(CHAIR, None, safeguarding="chair")))
