"""Matches on their way from a yes to a helped neighbour, told by messages."""

import community.casework as cw
from community.tables.canonical import moment
from community.tables.message_codes import SendOutcome
from community.tables.row_types import MessageRow
from community.tables.vocabulary import ReachBy
from tests.casework.asking import approved, ask, worker
from tests.casework.office import TODAY, Office


def said_yes(office: Office, asked_by: ReachBy = ReachBy.EMAIL) -> str:
    """A match whose volunteer was asked so and said yes by the link; the resident has a mobile telephone."""
    match = approved(office)
    message = ask(office, match, asked_by)
    arrive(office, message)
    cw.answer_offer(office.director, message, "yes")
    resident = office.row("residents", resident_of(office, match))
    office.set(resident, "telephone", "07700 900456")
    office.set(resident, "address", "1 High Street")
    office.set(resident, "postcode", "BA1 5AW")
    return match


def tell(office: Office, match: str, way: ReachBy = ReachBy.TEXT, **when: object) -> str:
    """The id of the message that tells the resident who comes; it is on its way."""
    action = cw.tell_resident(office.coordinator, match, way, **when)  # type: ignore[arg-type]
    (message,) = [one for one in action.ids if one.startswith("D-")]
    return message


def told(office: Office, **when: object) -> tuple[str, str]:
    """A match, and the message by which its resident was told; they have had time to read it."""
    match = said_yes(office)
    message = tell(office, match, **when)
    arrive(office, message)
    return match, message


def known(office: Office) -> tuple[str, str]:
    """A match, and the message with the volunteer's link, when name and address are open."""
    match, _ = told(office)
    (link,) = of_kind(office, match, "resident_knows")
    wait = moment(link.not_before or "") - office.clock()  # longer where the night comes between
    office.clock.pass_(seconds=max(wait.total_seconds(), 3 * 3600))
    arrive(office, link.id)
    return match, link.id


def expected_today(office: Office) -> str:
    """A match whose resident was told by telephone that the volunteer first comes today."""
    match = office.make_match("accepted")
    cw.resident_told(office.director, match, on=TODAY)
    return match


def arrive(office: Office, message: str) -> None:
    cw.begin_sending(worker(office), message)
    cw.note_delivery(worker(office), message, SendOutcome.SENT, None)
    office.clock.pass_(minutes=1)


def of_kind(office: Office, match: str, kind: str) -> list[MessageRow]:
    return office.book.rows(MessageRow, lambda c: [c.about == match, c.kind == kind])


def resident_of(office: Office, match: str) -> str:
    return str(office.row("needs", office.row("matches", match)["need_id"])["resident_id"])


def to_tell(office: Office) -> list[str]:
    """The words of the open lines of Today about somebody to tell, the most pressing first."""
    return [item.title for item in cw.today(office.director, office.clock()) if item.kind == "tell_them"]
