"""What people of the invented town say back: about the help and themselves, in complaints, and who wants news."""

from datetime import date, timedelta
from random import Random

import sqlalchemy as sa

from community.book.equality_answers import take_equality_answers, write_equality_answers
from community.casework import User
from community.demo.demo_names import words
from community.demo.demo_town import Town
from community.forms.equality_questions import GROUPS, equality_questions
from community.tables.message_codes import DATA_REQUESTS, ComplaintKind, MayPublish
from community.tables.row_types import ComplaintRow, FeedbackRow, ResidentRow, SubscriberRow, VisitRow
from community.tables.statuses import ComplaintStatus, FeedbackStatus, SubscriberStatus, VisitStatus
from community.tables.vocabulary import Channel, YesNo

READERS = (*[SubscriberStatus.CONFIRMED] * 24, *[SubscriberStatus.ASKED] * 3, *[SubscriberStatus.LEFT] * 3)
SAID = (
    *[(FeedbackStatus.GIVEN, MayPublish.NO)] * 5,
    (FeedbackStatus.GIVEN, MayPublish.WITHOUT_NAME),
    *[(FeedbackStatus.MAY_PUBLISH, MayPublish.WITHOUT_NAME)] * 2,
    *[(FeedbackStatus.PUBLISHED, MayPublish.WITH_FIRST_NAME)] * 3,
    (FeedbackStatus.WITHDRAWN, MayPublish.WITHOUT_NAME),
)
STEPS = (FeedbackStatus.MAY_PUBLISH, FeedbackStatus.PUBLISHED, FeedbackStatus.WITHDRAWN)
BY_LINK = User(Channel.WEB.value, None)


def add_subscribers(town: Town) -> None:
    """Thirty readers: most confirmed, a few who asked this week, and a few who left this month."""
    lots = town.lots("subscribers")
    topics = words("organisations")["topics"]
    for status in READERS:
        days = lots.randint(0, 5) if status == SubscriberStatus.ASKED else lots.randint(25, 140)
        at = town.calendar.moment(lots, town.calendar.today - timedelta(days=days), 8, 22)
        name = town.cast.name()
        wanted = [topic for topic in topics if lots.random() < 0.3]
        values = {"name": name, "email": town.cast.email(name), "topics": wanted, "status": SubscriberStatus.ASKED}
        reader = town.came_in(SubscriberRow, values, at=at, by=BY_LINK.name)
        if status != SubscriberStatus.ASKED:
            at += timedelta(minutes=lots.randint(2, 90))
            town.write_down(reader, BY_LINK, at, SubscriberStatus.CONFIRMED, confirmed_at=at)
        if status == SubscriberStatus.LEFT:
            at = town.calendar.now - timedelta(days=lots.randint(1, 20))
            town.write_down(reader, BY_LINK, at, status, left_at=at)


def write_who_answered(connection: sa.Connection, seed: str, today: date) -> None:
    """Answers about equality, of some who asked for help or volunteered in each of the last eight months."""
    lots = Random(f"{seed} equality")
    for back in range(8):
        month = f"{today - timedelta(days=30 * back):%Y-%m}"
        for number in range(2 * 35):
            group = list(GROUPS)[number % 2]
            given = [
                (f"{group}.{name}", lots.choices(list(each.lines), range(len(each.lines), 0, -1))[0])
                for name, each in equality_questions().items()
                if lots.random() < 0.9
            ]
            take_equality_answers(connection, given, month, f"{seed} {back} {number}")
    write_equality_answers(connection, f"{today:%Y-%m}")


def add_feedback(town: Town) -> None:
    """What residents and volunteers said after a visit: some of it printed, with their leave."""
    lots = town.lots("feedback")
    visits = [v for v in town.ledger.all(VisitRow) if v.now.status == VisitStatus.DONE]
    for visit, (status, leave) in zip(lots.sample(visits, min(len(SAID), len(visits))), SAID, strict=False):
        said = lots.choice(words("people")["praise"])
        values = {
            "words": said, "score": lots.choice([5, 5, 5, 4, 4, 2]), "may_publish": leave, "about": visit.now.match_id,
            "from_whom": lots.choice([visit.now.resident_id, visit.now.volunteer_id]), "status": FeedbackStatus.GIVEN,
        }  # fmt: skip
        at = min(town.calendar.later(lots, visit.at, timedelta(hours=2), timedelta(days=3)), town.calendar.now)
        feedback = town.came_in(FeedbackRow, values, at=at, by=BY_LINK.name)
        for step in STEPS[: STEPS.index(status) + 1] if status != FeedbackStatus.GIVEN else ():
            at = min(town.calendar.later(lots, at, timedelta(hours=2), timedelta(days=2)), town.calendar.now)
            printed = {"as_printed": said} if step == FeedbackStatus.PUBLISHED else {}
            town.write_down(feedback, town.director, at, step, **printed)


def add_complaints(town: Town) -> None:
    """A complaint that was answered, a request about somebody's own data of each kind, and a complaint of today."""
    lots, told, residents = town.lots("complaints"), words("people"), town.ledger.all(ResidentRow)
    for kind, words_, days in (
        (ComplaintKind.COMPLAINT, "complaint", 47),
        (ComplaintKind.DATA_CORRECTION, "data_correction", 19),
        (ComplaintKind.DATA_OBJECTION, "data_objection", 11),
        (ComplaintKind.DATA_ERASURE, "data_erasure", 8),
        (ComplaintKind.DATA_REQUEST, "data_request", 4),
        (ComplaintKind.COMPLAINT, "complaint_of_today", 0),
    ):
        said, whose = told[words_], lots.choice(residents).now if residents and kind in DATA_REQUESTS else None
        at = town.calendar.moment(lots, town.calendar.today - timedelta(days=days), 9, 17)
        values = {
            "kind": kind, "name": whose.name if whose else town.cast.name(), "about": whose.id if whose else None,
            "telephone": whose.telephone if whose else town.cast.telephone(mobile=False), "words": said["words"],
            "wants": said["wants"], "harm": YesNo.NO, "stage": 1, "status": ComplaintStatus.RECEIVED,
        }  # fmt: skip
        complaint = town.came_in(ComplaintRow, values, at=at, by=town.call_handler(lots).name)
        at = town.calendar.later(lots, at, timedelta(hours=1), timedelta(hours=20))
        if at > town.calendar.now:
            continue
        by_when = at.date() + timedelta(days=30)
        status = ComplaintStatus.ACKNOWLEDGED
        town.write_down(complaint, town.director, at, status, acknowledged_on=at.date(), answer_by=by_when)
        if "answer" in said:
            at = town.calendar.later(lots, at, timedelta(days=2), timedelta(days=9))
            town.write_down(complaint, town.director, at, ComplaintStatus.CLOSED, answer=said["answer"])
