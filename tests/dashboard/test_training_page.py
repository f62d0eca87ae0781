"""The page of training: a session from its plan to who came, booking by telephone, and what a coordinator may do."""

from datetime import timedelta

import pytest

from community.casework import training
from community.tables.canonical import LONDON, moment
from tests.casework.office import ELSEWHERE, Office
from tests.dashboard.conftest import OpenApp, checked, come_back, labels, press, shown


def test_a_session_is_planned_announced_changed_and_called_off(open_app: OpenApp, office: Office) -> None:
    app = open_app("training")
    assert "No session is planned yet" in shown(app)
    app = press(app, "Plan a session")
    app.text_input(key="new-session-name").set_value("Helping in a crisis")
    press(app, "Plan it")
    assert not office.book.rows("sessions"), "it has no day yet"
    day = (office.clock.now + timedelta(days=20)).date()
    app.date_input(key="new-session-day").set_value(day)
    press(app, "Plan it")
    (row,) = office.book.rows("sessions")
    assert (row["name"], row["status"], row["online"], row["places"], row["hub"]) == (
        "Helping in a crisis", "planned", "yes", 12, None,
    )  # fmt: skip
    assert moment(row["starts_at"]).astimezone(LONDON).date() == day
    assert "Not announced yet · 1" in shown(open_app("training"))
    app = press(open_app("training", id=row["id"]), "Announce it")
    assert office.status(row["id"]) == "open"
    (places,) = [field for field in app.number_input if field.label.startswith("Places")]
    places.set_value(3)
    press(app, "Change it")
    assert office.row("sessions", row["id"])["places"] == 3
    assert office.row("sessions", row["id"])["starts_at"] == row["starts_at"], "what was not touched stays"
    press(press(open_app("training", id=row["id"]), "Call it off"), "Yes, call it off")
    assert office.status(row["id"]) == "cancelled"
    assert "Over · 1" in shown(open_app("training"))


def test_somebody_is_booked_on_the_telephone_told_and_cancelled(open_app: OpenApp, office: Office) -> None:
    one = office.make_session()
    app = open_app("training", id=one)
    app.text_input(key=f"book-{one}-name").set_value("Bea Booker")
    app.text_input(key=f"book-{one}-telephone").set_value("01225 960123")
    press(app, "Book it")
    (row,) = office.book.rows("bookings")
    assert (row["name"], row["status"]) == ("Bea Booker", "booked")
    app = open_app("training", id=row["id"])
    assert "Bea Booker" in shown(app)
    assert "You have a place" in " ".join(each.value for each in app.code)
    press(app, "I told them")
    (message,) = office.book.rows("messages")
    assert message["status"] == "sent"
    press(open_app("training", id=one), "They can’t come")
    office.make_booking(one, "waiting", name="Wim Waits")
    press(open_app("training", id=one), "Give a place")
    assert sorted(each["status"] for each in office.book.rows("bookings")) == ["booked", "cancelled"]


def test_who_came_is_ticked_and_who_they_are_is_said_by_a_person(open_app: OpenApp, office: Office) -> None:
    volunteer = office.make_volunteer(name="Bea Booker", telephone="07700 900555", inducted_on=None)
    one = office.make_session(kind="induction", places=5, starts_at=office.clock.now - timedelta(hours=2))
    bea = office.make_booking(one, name="Bea Booker", telephone="07700 900555")
    away = office.make_booking(one, name="Ada Away")
    app = press(open_app("training", id=one), "It is our volunteer Bea Booker")
    assert office.row("bookings", bea)["volunteer_id"] == volunteer
    app.checkbox(key=f"came-{away}").uncheck()
    app = come_back(checked(app.run()), "volunteers", "training", id=one)
    press(app.run(), "Write down who came")
    assert [office.status(each) for each in (one, bea, away)] == ["held", "came", "absent"]
    assert office.row("volunteers", volunteer)["inducted_on"] is not None
    assert "Helping in a crisis" in shown(open_app("volunteers", id=volunteer))


def test_who_passed_a_module_stands_there_and_on_the_page_of_the_volunteer(open_app: OpenApp, office: Office) -> None:
    volunteer = office.make_volunteer(name="Bea Booker")
    told = {"key": "A", "name": "Bea Booker", "reference": volunteer, "score": 80, "too_many": False}
    training.record_module(office.director, "listening", "Listening well", **told)  # type: ignore[arg-type]
    app = open_app("training")
    assert "Modules that people take at any time on the site · 1" in shown(app)
    assert "1 person passed" in shown(app)
    app = open_app("training", id=training.module_id("listening"))
    assert "80 of 100" in shown(app)
    assert not {"Call it off", "Change it", "Announce it", "Book it"} & set(labels(app))
    page = shown(open_app("volunteers", id=volunteer))
    assert "Listening well" in page
    assert "passed" in page


def test_a_coordinator_plans_nothing_and_sees_who_booked_with_their_own_hub(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = office.make_session(), office.make_session(name="Elsewhere", hub=ELSEWHERE)
    office.make_booking(ours, name="Ours")
    office.make_booking(theirs, name="Theirs", hub=ELSEWHERE)
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: office.coordinator.user)
    app = open_app("training")
    assert "Plan a session" not in labels(app)
    assert "Elsewhere" in shown(app)
    assert "Ours" in shown(open_app("training", id=ours))
    app = open_app("training", id=theirs)
    assert "Theirs" not in shown(app)
    assert not {"Call it off", "Change it", "They can’t come", "Book it"} & set(labels(app))
