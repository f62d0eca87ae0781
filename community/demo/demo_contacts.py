"""Keeping in touch: people who ring us, and pairs who are asked how it goes."""

from datetime import date, datetime, timedelta

from community.demo.demo_help import CHECK_AGAIN, Helping
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_names import words
from community.demo.demo_town import Town
from community.tables.statuses import ContactStatus, VisitStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction

CALLS_FOR_EACH_REQUEST = 0.6
PREFERS = 0.3


def ask_pairs(town: Town, helping: Helping) -> None:
    """Each lasting pair is asked how it goes when it is time, for a few a day or two late; some want the same again."""
    lots = town.lots("pairs")
    done = [v for v in town.ledger.records["visits"] if v["status"] == VisitStatus.DONE]
    for (resident_id, volunteer_id), pair in sorted(helping.pairs.items()):
        while pair["next_check"] is not None:
            due = date.fromisoformat(pair["next_check"])
            at = town.calendar.moment(lots, due + timedelta(days=lots.choice([0, 0, 0, 1, 1, 2, 5])), 9, 17)
            if at.date() >= town.calendar.today:
                break
            by = town.call_handler(lots)
            goes_on = any(v["on"] > due.isoformat() for v in done if v["volunteer_id"] == volunteer_id)
            again = due + CHECK_AGAIN if goes_on else None
            helping.call(
                pair.id, resident_id, ContactOutcome.NOTE, at, by, Verb.PAIR_ASKED, [(pair, {"next_check": again})]
            )
    counts: dict[tuple[str, str], int] = {}
    for visit in done:
        who = (visit["resident_id"], visit["volunteer_id"])
        counts[who] = counts.get(who, 0) + 1
    residents = {r.id: r for r in town.ledger.records["residents"]}
    for (resident_id, volunteer_id), number in sorted(counts.items()):
        resident = residents[resident_id]
        if number > 3 and resident["prefers"] is None and lots.random() < PREFERS:
            _correct(town, resident, {"prefers": [volunteer_id]}, town.call_handler(lots))
        elif number == 1 and lots.random() < 0.01:
            _correct(town, resident, {"avoids": [volunteer_id]}, town.coordinator(resident["hub"]))


def add_calls(town: Town) -> None:
    """People who ring us: most at once dealt with, this morning's and a few of yesterday's still open."""
    lots = town.lots("calls")
    people = town.ledger.records["residents"] + town.ledger.records["volunteers"][::6]
    told = words("people")
    for number in range(round(len(town.ledger.records["help_requests"]) * CALLS_FOR_EACH_REQUEST) if people else 0):
        who = lots.choice(people)
        late = number < 5
        earliest = max(who.at + timedelta(days=1), town.calendar.now - timedelta(days=2 if late else 200))
        if earliest >= town.calendar.now:
            continue
        at = _between(lots.random(), earliest, town.calendar.now)
        at = town.calendar.moment(lots, at.date(), 9, 17)
        if at <= who.at:
            continue
        values = {
            "about": who.id,
            "with_whom": who.id,
            "way": lots.choices([ContactWay.TELEPHONE, ContactWay.EMAIL, ContactWay.LETTER], [85, 13, 2])[0],
            "direction": Direction.IN,
            "outcome": ContactOutcome.NOTE,
            "words": lots.choice(told["notes_open" if late else "notes_call"]),
            "status": ContactStatus.OPEN if late else ContactStatus.DEALT_WITH,
        }
        contact = ("contacts", town.ledger.id_of("contacts", "in", str(number)), values)
        town.ledger.act(Verb.LOG_CONTACT, at=at, by=town.call_handler(lots), appends=[contact])


def _between(share: float, one: datetime, other: datetime) -> datetime:
    return one + (other - one) * share


def _correct(town: Town, record: LedgerRecord, values: dict[str, object], by: str) -> None:
    at = max(record.changed_at + timedelta(hours=1), town.calendar.now - timedelta(days=20))
    if at < town.calendar.now:
        town.ledger.act(Verb.CORRECT, at=at, by=by, changes=[(record, values)])
