"""Requests about somebody's own data: the law's month, longer only with a reason, and their file without others."""

import json
from datetime import date, timedelta

import pytest

import community.casework as cw
from community.casework.complaint_times import months_later
from tests.casework.complaining import complained, data_requested
from tests.casework.office import TODAY, Office


def test_the_month_is_the_laws_and_counts_from_the_day_it_came(office: Office) -> None:
    days = {date(2026, 1, 31): date(2026, 2, 28), date(2026, 12, 3): date(2027, 1, 3)}
    assert {day: months_later(day, 1) for day in days} == days
    one = complained(office, kind="data_erasure")
    cw.acknowledge_complaint(office.director, one, came_on=TODAY - timedelta(days=4))
    assert office.row("complaints", one)["answer_by"] == "2026-12-19", "the 30 days of the settings are sooner"
    with pytest.raises(cw.NotNow):
        cw.acknowledge_complaint(office.director, complained(office), came_on=TODAY + timedelta(days=1))
    office.clock.pass_(days=20)
    due = [item.id for item in cw.today(office.director, office.clock()) if item.kind == "complaint_due"]
    assert due == [one], "it is on Today before it is due"


def test_it_takes_longer_once_within_the_month_and_with_the_reason_that_was_told(office: Office) -> None:
    one, until = data_requested(office), TODAY + timedelta(days=60)
    for when, why in ((until, " "), (TODAY, "Much"), (TODAY + timedelta(days=120), "Much")):
        with pytest.raises(cw.NotNow):
            cw.extend_data_request(office.director, one, when, why)
    other = complained(office)
    cw.acknowledge_complaint(office.director, other)
    with pytest.raises(cw.NotNow, match="own data"):
        cw.extend_data_request(office.director, other, until, "Much")
    done = cw.extend_data_request(office.director, one, until, "Ten years of paper")
    row = office.row("complaints", one)
    assert (row["answer_by"], "Ten years of paper" in str(row["answer"])) == (until.isoformat(), True)
    with pytest.raises(cw.NotNow, match="once"):
        cw.extend_data_request(office.director, one, until + timedelta(days=5), "More")
    cw.undo(office.director, done.id)
    office.clock.pass_(days=40)
    with pytest.raises(cw.NotNow, match="month is over"):
        cw.extend_data_request(office.director, one, until, "Much")


def test_their_file_holds_all_of_theirs_and_nobody_else(office: Office) -> None:
    nurse = {"referrer_name": "Nia Nurse", "referrer_telephone": "01632 960790", "for_whom": "somebody_else"}
    request = office.make_request(name="Olive Asks", tasks=["phone_call"], **nurse)
    cw.triage(office.director, request, seen="new", resident="new", needs=[cw.NeedAsked("phone_call")])
    person = str(office.row("help_requests", request)["resident_id"])
    office.set(office.row("residents", person), "notes", "Nia says that Olive Asks likes tea")
    one = cw.take_complaint(office.handler, {"kind": "data_request", "words": "A copy"}, key="copy", about=person).ids[
        0
    ]
    made = cw.data_file(office.director, one)
    assert made.person == person
    held = json.loads(made.as_json)
    assert {record["table"] for record in held["records"]} >= {"residents", "help_requests", "needs"}
    for text in (made.as_json, made.as_text):
        assert "01632 960790" not in text
        assert "Nia" not in text
        assert "(somebody else) says that Olive Asks likes tea" in text
        assert "They have a right to that as you have" in " ".join(text.split())
    with pytest.raises(cw.NotAllowed):
        cw.data_file(office.coordinator, one)
    with pytest.raises(cw.NotNow, match="whose record"):
        cw.data_file(office.director, data_requested(office))
    with pytest.raises(cw.NotNow, match="no request"):
        cw.data_file(office.director, complained(office))


@pytest.mark.parametrize(
    ("nurse", "note", "left"),
    [
        ("ANN Example", "ANN rang", "(somebody else) rang"),
        ("BOB Smith", "Bob will ring, as SMITH said", "(somebody else) will ring, as (somebody else) said"),
        ("O'NEILL Ann", "Ann O'Neill rang", "(somebody else) (somebody else) rang"),
        ("Mrs Jo Will", "Mrs Will and Jo will ring", "Mrs (somebody else) and (somebody else) will ring"),
        ("Asks Peter, of Bath", "Peter Asks of Olive Asks", "(somebody else) Asks of Olive Asks"),
        ("सीता देवी", "सीता rang", "(somebody else) rang"),
    ],
)
def test_whichever_word_of_anothers_name_is_the_first_name_it_is_left_out(
    nurse: str, note: str, left: str, office: Office
) -> None:
    told = {"referrer_name": nurse, "referrer_telephone": "01632 960790", "for_whom": "somebody_else"}
    request = office.make_request(name="Olive Asks", tasks=["phone_call"], **told)
    cw.triage(office.director, request, seen="new", resident="new", needs=[cw.NeedAsked("phone_call")])
    person = str(office.row("help_requests", request)["resident_id"])
    office.set(office.row("residents", person), "notes", note)
    one = cw.take_complaint(office.handler, {"kind": "data_request", "words": "A copy"}, key="copy", about=person).ids[
        0
    ]
    made = cw.data_file(office.director, one)
    (resident,) = [each["now"] for each in json.loads(made.as_json)["records"] if each["table"] == "residents"]
    assert resident["notes"] == left
