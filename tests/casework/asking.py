"""An office in which volunteers are asked by messages."""

import community.casework as cw
from community.tables.message_codes import SendOutcome
from community.tables.roles import Role
from community.tables.row_types import MessageRow
from community.tables.vocabulary import ReachBy
from tests.casework.office import Office
from tests.casework.test_telephone_calls import SECRET


def switch_on(office: Office, *, email: bool = True, text: bool = True) -> Office:
    """The office, with these channels set up."""
    messages = office.settings.messages.model_copy(update={"email": email, "text": text})
    office.settings = office.settings.model_copy(update={"messages": messages})
    office.__post_init__()
    return office


def worker(office: Office) -> cw.WorkContext:
    return office.desk(cw.User("messages", Role.WORKER))


def approved(office: Office, *, telephone: str = "07700 900123", email: str | None = "vera@example.org") -> str:
    match = office.make_match("approved", **SECRET)
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    office.set(volunteer, "telephone", telephone)
    office.set(volunteer, "email", email)
    return match


def ask(office: Office, match: str, way: ReachBy = ReachBy.EMAIL, seen: str = "approved") -> str:
    """The id of the message that asked."""
    action = cw.offer(office.coordinator, match, way, seen=seen)
    (message,) = [one for one in action.ids if one.startswith("D-")]
    return message


def sent(office: Office, match: str) -> str:
    """The id of an offer that has arrived, and that they have had time to read."""
    message = ask(office, match)
    cw.begin_sending(worker(office), message)
    cw.note_delivery(worker(office), message, SendOutcome.SENT, None)
    office.clock.pass_(minutes=1)
    return message


def jobs(office: Office) -> dict[str, tuple[str, str]]:
    with office.book.reading() as reader:
        found = reader.connection.exec_driver_sql("SELECT key, state, due FROM jobs WHERE kind = 'send_message'")
        return {key: (state, due) for key, state, due in found}


def message(office: Office, one: str) -> MessageRow:
    row = office.book.get(MessageRow, one)
    assert row is not None
    return row


def volunteer_of(office: Office, match: str) -> str:
    return str(office.row("matches", match)["volunteer_id"])


def titles(office: Office) -> list[str]:
    return [item.title for item in cw.today(office.director, office.clock.now)]
