"""What the tests of messages to both sides of a match share: two people, and what of them may stand nowhere."""

from dataclasses import dataclass
from typing import Any

from community.messages import Rendered, words_for
from community.tables.message_codes import MessageKind
from community.tables.vocabulary import ReachBy
from tests.casework.office import Office
from tests.messages.asking import worker

RESIDENT = {
    "name": "Canaria Casewell",
    "telephone": "07700 900777",
    "email": "canaria@example.org",
    "address": "7 Canary Close",
    "postcode": "BA1 5AW",
    "access_needs": "A canary on the stairs",
    "hazards": "A hostile parrot",
}
VOLUNTEER = {
    "name": "Vera Vandersteen",
    "telephone": "07700 900123",
    "email": "vera@example.org",
    "postcode": "BA2 4ZZ",
}
TO_RESIDENT = (
    MessageKind.WHO_COMES,
    MessageKind.NOBODY_COMES,
    MessageKind.NOT_THIS_DAY,
    MessageKind.RESIDENTS_VOICE,
)
TO_VOLUNTEER = (
    MessageKind.RESIDENT_KNOWS,
    MessageKind.CALLED_OFF,
    MessageKind.VISIT_OFF,
    MessageKind.HOW_WAS_IT,
)
OF_RESIDENT = ("canaria", "casewell", "900777", "7 canary", "canary close", "ba1 5aw", "on the stairs", "parrot")
OF_VOLUNTEER = ("vandersteen", "900123", "vera@", "ba2 4zz")
OF_BOTH = ("casewell", "900777", "canaria@", "7 canary", "ba1 5aw", "on the stairs", "parrot", *OF_VOLUNTEER)
"""What no message to a resident holds; a letter is addressed, and no more."""


@dataclass
class Pair:
    """A match whose volunteer said yes, and the two people of it."""

    office: Office
    match: str
    need: str
    resident: str
    volunteer: str

    def set(self, record: str, **values: Any) -> None:
        tables = {"M": "matches", "N": "needs", "P": "residents", "V": "volunteers"}
        for field, value in values.items():
            self.office.set(self.office.row(tables[record[0]], record), field, value)

    def message(self, kind: MessageKind, way: ReachBy, status: str = "by_hand") -> str:
        to = self.resident if kind in TO_RESIDENT else self.volunteer
        told = {"about": self.match, "to_whom": to, "kind": kind, "way": way, "status": status}
        return self.office.book.append("messages", told, by="test").id

    def words(self, kind: MessageKind, way: ReachBy) -> Rendered:
        return words_for(worker(self.office), self.message(kind, way))


def pair(office: Office, status: str = "accepted", **need: Any) -> Pair:
    match = office.make_match(status, name=RESIDENT["name"], telephone=RESIDENT["telephone"], **need)
    row = office.row("matches", match)
    resident = str(office.row("needs", row["need_id"])["resident_id"])
    made = Pair(office, match, str(row["need_id"]), resident, str(row["volunteer_id"]))
    made.set(made.resident, **RESIDENT)
    made.set(made.volunteer, **VOLUNTEER)
    made.set(made.need, sector="BA1 5", details="Bess is a friendly dog")
    return made


def everything(words: Rendered) -> str:
    return "\n".join([words.subject, words.text, words.html or ""])


def found(words: Rendered, what: tuple[str, ...]) -> list[str]:
    return [each for each in what if each in everything(words).lower()]
