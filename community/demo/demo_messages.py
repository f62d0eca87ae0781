"""Writes to volunteers, and plays what comes of it: it goes, comes back, waits for somebody, or is answered."""

import random
from datetime import datetime, timedelta

from community.casework import (
    User,
    answer_offer,
    begin_sending,
    note_bounce,
    note_delivery,
    offer,
    pass_on,
    ways_to_ask,
)
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_town import Town
from community.settings import Messages, Settings
from community.tables.message_codes import BounceKind, MessageKind, OfferAnswer, SendOutcome, SendReason
from community.tables.roles import Role
from community.tables.row_types import MatchRow
from community.tables.statuses import MatchStatus, MessageStatus

SENDER = User("messages", Role.WORKER)


def with_email(settings: Settings) -> Settings:
    """The settings of a town whose emails go out by themselves; none does in truth, for the story is over by then."""
    server = Messages(email=True, email_server="localhost", email_encryption="none", sender_address="hello@example.org")
    return settings.model_copy(update={"messages": server})


def ask(
    town: Town,
    lots: random.Random,
    match: LedgerRecord[MatchRow],
    at: datetime,
    unhappy: set[MessageStatus] | None = None,
) -> None:
    """Ask the volunteer in the way they like best, if there is one.

    The message goes; or, once for each of `unhappy`, it comes back (BOUNCED), nobody knows whether it went (UNKNOWN),
    or it lies until somebody passes it on (BY_HAND).
    """
    by = town.call_handler(lots)
    context = town.at_work(by, at)
    ways = ways_to_ask(context, match.id)
    if not ways:
        return
    left = set() if unhappy is None else unhappy
    by_hand = [each for each in ways if not each.by_itself and MessageStatus.BY_HAND in left]
    chosen = (by_hand or ways)[0]
    message = offer(context, match.id, chosen.way, seen=match.now.status).ids[0]
    soon = at + timedelta(seconds=lots.randint(5, 40))
    if chosen.by_itself:
        begin_sending(town.at_work(SENDER, soon), message)
        lost = MessageStatus.UNKNOWN in left and MessageStatus.BOUNCED not in left
        outcome = (SendOutcome.UNKNOWN, SendReason.ANSWER_LOST) if lost else (SendOutcome.SENT, None)
        note_delivery(town.at_work(SENDER, soon + timedelta(seconds=1)), message, *outcome)
        if lost:
            left.remove(MessageStatus.UNKNOWN)
        elif MessageStatus.BOUNCED in left:
            left.remove(MessageStatus.BOUNCED)
            note_bounce(town.at_work(SENDER, soon + timedelta(seconds=15)), message, BounceKind.HARD)
    elif by_hand:
        left.remove(MessageStatus.BY_HAND)
    else:
        pass_on(town.at_work(by, soon), message)


def say_yes_by_link(town: Town, match: LedgerRecord[MatchRow], at: datetime) -> bool:
    """Whether the volunteer could say yes behind the link of a message that reached them."""
    messages = town.ledger.found("messages", "about", [match.id]) or []
    if match.now.status != MatchStatus.OFFERED or messages[-1].now.status != MessageStatus.SENT:
        return False
    answer_offer(town.at_work(User(match.now.volunteer_id, Role.VOLUNTEER), at), messages[-1].id, OfferAnswer.YES)
    return True


def give_link(town: Town, match: LedgerRecord[MatchRow], by: User, at: datetime) -> None:
    """Send a volunteer who was asked by a message the link that they get once the resident knows; nothing for others.

    `by` passes on what does not go by itself.
    """
    for message in town.ledger.found("messages", "about", [match.id]) or []:
        if message.now.kind == MessageKind.RESIDENT_KNOWS and message.now.status == MessageStatus.QUEUED:
            begin_sending(town.at_work(SENDER, at), message.id)
            note_delivery(town.at_work(SENDER, at + timedelta(seconds=1)), message.id, SendOutcome.SENT, None)
        elif message.now.kind == MessageKind.RESIDENT_KNOWS and message.now.status == MessageStatus.BY_HAND:
            pass_on(town.at_work(by, at), message.id)
