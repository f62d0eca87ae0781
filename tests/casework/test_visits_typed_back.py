"""A volunteer's day on paper: typed back as one action, all of it or none."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.casework.reported_visit import Visit
from community.tables.statuses import VisitStatus
from tests.casework.office import Office


def helped(office: Office, volunteer: str, task: str = "shopping", **need: object) -> str:
    """Somebody whom this volunteer helps, with the resident told who comes."""
    made = cw.choose(office.director, office.make_need(task, **need), volunteer).ids[0]
    cw.rang(office.director, made, "yes", seen="approved")
    cw.resident_told(office.director, made)
    return made


def three(office: Office) -> list[str]:
    """Three people whom one volunteer helps: with shopping, every week by telephone, and with shopping again."""
    volunteer = office.make_volunteer(how_many=9)
    return [helped(office, volunteer, task) for task in ("shopping", "phone_call", "shopping")]


def report(office: Office, match: str, status: VisitStatus = VisitStatus.DONE, **visit: object) -> cw.PaperReport:
    on = office.today
    return cw.PaperReport(match, office.status(match), status, Visit(on, **visit))  # type: ignore[arg-type]


def test_a_day_is_written_down_whole_and_taken_back_whole(office: Office) -> None:
    shopping, weekly, closed = three(office)
    done = cw.type_back(office.handler, [
        report(office, shopping, minutes=40, miles=3.5),
        report(office, weekly, minutes=20, worried=True),
        report(office, closed, VisitStatus.NOT_IN),
    ])  # fmt: skip
    visits = {row["match_id"]: row for row in office.book.rows("visits")}
    assert [(visits[one]["status"], visits[one]["minutes"]) for one in (shopping, weekly, closed)] == [
        ("done", 40), ("done", 20), ("not_in", None),
    ]  # fmt: skip
    assert [office.status(one) for one in (shopping, weekly, closed)] == ["completed", "active", "active"]
    kinds = sorted(item.kind for item in cw.today(office.director, office.clock()) if item.table == "contacts")
    assert kinds == ["tell_them", "tell_them"], "a worry, and a door that nobody opened"
    cw.undo(office.handler, done.id)
    assert office.book.rows("visits") == []
    assert office.status(shopping) == "active"


def test_none_is_written_down_where_one_cannot_be(office: Office) -> None:
    shopping, weekly, _ = three(office)
    with pytest.raises(cw.NotNow):
        cw.type_back(office.handler, [report(office, shopping, minutes=40), report(office, weekly, minutes=0)])
    with pytest.raises(cw.NotNow):
        cw.type_back(office.handler, [])
    assert office.book.rows("visits") == []


def test_two_kinds_of_help_for_one_resident_make_one_pair_that_is_asked_how_it_goes(office: Office) -> None:
    volunteer = office.make_volunteer(how_many=9)
    once = helped(office, volunteer)
    resident = office.row("needs", office.row("matches", once)["need_id"])["resident_id"]
    weekly = helped(office, volunteer, "phone_call", resident=resident)
    cw.type_back(office.handler, [report(office, once, minutes=40), report(office, weekly, minutes=20)])
    (pair,) = office.book.rows("pairs")
    assert pair["next_check"] == (office.today + timedelta(weeks=4)).isoformat()
