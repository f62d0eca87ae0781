"""Every kind of message to the two of a match whose turn comes late: what has changed since holds it back."""

import pytest

import community.casework as cw
from community.tables.message_codes import MessageKind
from tests.casework.asking import message, switch_on, volunteer_of, worker
from tests.casework.coming import known, resident_of, to_tell
from tests.casework.office import TODAY, Office

TO_READERS = {kind for kind in MessageKind if cw.MESSAGE_RULES[kind].to_reader}
OTHERS = cw.ABOUT_BOOKINGS | TO_READERS | {MessageKind.RECEIPT, MessageKind.REFERRAL, MessageKind.CIRCULAR}
"""Kinds that are about no match; and of one day's visit there is one only once it is off."""
OF_A_MATCH = frozenset(MessageKind) - OTHERS - {kind for kind in MessageKind if cw.MESSAGE_RULES[kind].of_one_day}


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def test_no_kind_goes_a_way_that_is_not_safe_any_more_nor_to_somebody_who_died(office: Office) -> None:
    match, _ = known(office)
    people = {True: ("volunteers", volunteer_of(office, match)), False: ("residents", resident_of(office, match))}
    wrong = []
    for number, kind in enumerate(sorted(OF_A_MATCH)):
        rules = cw.MESSAGE_RULES[kind]
        status = min(rules.goes_while or {"active"})
        office.set(office.row("matches", match), "status", status)
        table, reader = people[rules.to_volunteer]
        way = ("text", "email")[number % 2]
        for field, value, goes in (
            (None, None, True),
            ("not_safe", way, False),
            ("stopped", way, False),
            ("unreached", way, False),
            ("died_on", TODAY.isoformat(), False),
        ):
            told = {"about": match, "to_whom": reader, "kind": kind, "way": way, "status": "queued"}
            one = office.book.append("messages", told, by="test").id
            person = office.row(table, reader)
            if field:
                office.set(person, field, value)
            went = cw.begin_sending(worker(office), one) is not None
            if went != goes or message(office, one).status != ("unknown" if goes else "withdrawn"):
                wrong.append(f"{kind} by {way}, {field}: {message(office, one).status}")
            if field:
                office.set(office.row(table, reader), field, None)
    assert wrong == []


def test_help_that_was_written_down_is_taken_back_after_the_thanks(office: Office) -> None:
    match, _ = known(office)
    volunteer = volunteer_of(office, match)
    done = cw.done(office.handler, match, TODAY, seen="active")
    cw.log_contact(office.handler, volunteer, with_whom=volunteer, outcome="told", words="We thanked them.")
    cw.undo(office.director, done.id)
    assert office.status(match) == "active"
    assert [v["status"] for v in office.book.rows("visits", lambda c: [c.match_id == match])] == []
    assert [c["words"] for c in office.book.rows("contacts", lambda c: [c.about == volunteer])] == ["We thanked them."]
    assert to_tell(office) == [], "thanks hurt nobody"
    cw.done(office.handler, match, TODAY, seen="active")
    assert office.status(match) == "completed"
