"""Asking a volunteer by a message on the page of a need: what goes is read first, and what became of it is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

import community.casework as cw
from community.tables.message_codes import BounceKind, SendOutcome, SendReason
from community.tables.roles import Role
from tests.casework.office import Office
from tests.checkout import ROOT
from tests.dashboard.conftest import OpenApp, labels, press, shown

EMAIL = "vera@example.org"


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have emails go by themselves, with these quiet hours. It is called before the office is opened."""

    def opened(**more: str) -> None:
        told = {"email": "true", "sender_address": '"help@example.org"', "email_server": '"localhost"'} | more
        lines = "\n".join(f"{name} = {value}" for name, value in told.items())
        file = tmp_path / "community.toml"
        file.write_text(f"{(ROOT / 'community.toml').read_text()}\n[messages]\n{lines}\n")
        monkeypatch.setenv("COMMUNITY_TOML", str(file))

    return opened


@pytest.fixture
def match(office: Office) -> str:
    """Make an approved match whose volunteer has an email address and a landline."""
    return approved(office, email=EMAIL)


def approved(office: Office, email: str | None = None, telephone: str = "01225 960000", **need: object) -> str:
    one = office.make_match("approved", **need)
    volunteer = office.row("volunteers", office.row("matches", one)["volunteer_id"])
    office.set(volunteer, "telephone", telephone)
    if email is not None:
        office.set(office.row("volunteers", volunteer["id"]), "email", email)
    return one


def worker(office: Office) -> cw.WorkContext:
    return office.desk(cw.User("worker", Role.WORKER))


def asked(office: Office) -> dict[str, object]:
    """The last message that there is."""
    return dict(office.book.rows("messages", order="at")[-1])


def test_somebody_who_can_only_be_rung_is_rung_as_before(open_app: OpenApp, office: Office) -> None:
    app = open_app("matches", id=approved(office))
    assert not [label for label in labels(app) if label.startswith("Ask by")]
    assert "by a message" not in shown(app)


def test_somebody_without_a_number_is_not_to_be_rung(open_app: OpenApp, office: Office) -> None:
    match = approved(office, email=EMAIL, telephone="none")
    (line,) = [each for each in cw.today(office.director, office.clock.now) if each.kind == "not_rung"]
    assert line.title.startswith("Get in touch with Vera")
    app = open_app("matches", id=match)
    assert ("Ring the volunteer" in shown(app), "Did they tell you?" in shown(app)) == (False, True)
    assert "Ask by email" in labels(app)
    cw.rang(office.handler, match, "yes", seen="approved")
    cw.resident_told(office.handler, match)
    text = shown(open_app("matches", id=match))
    assert ("Ring them: name" in text, "once they are in touch" in text) == (False, True)


def test_what_goes_to_whom_and_when_is_read_before_it_is_asked(open_app: OpenApp, office: Office, match: str) -> None:
    app = open_app("matches", id=match)
    press(app, "Ask by email")
    said = shown(app)
    for words in (f" · {EMAIL}", "Answer awaited by", "You send it yourself", "A neighbour would be glad of help"):
        assert words in said, words
    assert office.status(match) == "approved"
    press(app, "Ask")
    assert office.status(match) == "offered"
    assert "to be passed on by email" in shown(app)
    assert "now send them the words" in shown(app)


def test_words_are_copied_and_said_to_have_been_sent(open_app: OpenApp, office: Office, match: str) -> None:
    cw.offer(office.handler, match, "email", seen="approved")
    app = open_app("matches", id=match)
    assert "Copy it into an email to them." in shown(app)
    assert any("A neighbour would be glad of help" in code.value for code in app.code)
    press(app, "I sent it")
    assert asked(office)["status"] == "sent"
    assert "sent by email today" in shown(app)
    assert not [label for label in labels(app) if label.startswith("Ask by")], "nobody is asked twice"
    press(app, "Said yes")
    assert office.status(match) == "accepted"


@pytest.fixture
def posting(post: Callable[..., None], request: pytest.FixtureRequest) -> Office:
    """Give an office whose emails go by themselves."""
    post()
    return request.getfixturevalue("office")  # type: ignore[no-any-return]


@pytest.fixture
def at_night(post: Callable[..., None], request: pytest.FixtureRequest) -> Office:
    """Give such an office in its quiet hours: in these tests it is always noon."""
    post(quiet_from="10:00:00", quiet_until="14:00:00")
    return request.getfixturevalue("office")  # type: ignore[no-any-return]


def test_an_email_that_goes_by_itself_is_followed_to_its_end(posting: Office, open_app: OpenApp) -> None:
    one = approved(posting, email=EMAIL)
    app = press(open_app("matches", id=one), "Ask by email")
    assert "It goes at once." in shown(app)
    press(app, "Ask")
    assert "on its way by email; answer awaited by" in shown(app)
    assert "I sent it" not in labels(app)
    message = str(asked(posting)["id"])
    assert cw.begin_sending(worker(posting), message)
    app.run()
    assert "nobody knows whether it went" in shown(app)
    assert {"They got it", "Pass it on myself"} <= set(labels(app))
    cw.note_delivery(worker(posting), message, SendOutcome.SENT, None)
    app.run()
    assert "sent by email today" in shown(app)
    assert cw.note_bounce(worker(posting), message, BounceKind.SOFT)
    app.run()
    assert "it came back" in shown(app)
    assert "The mailbox takes nothing just now." in shown(app)
    press(app, "Ask by email")
    press(app, "Ask")
    assert asked(posting)["id"] != message
    assert "it came back" not in shown(app), "what counts is the last one"


def test_in_quiet_hours_it_is_said_when_it_goes(at_night: Office, open_app: OpenApp) -> None:
    one = approved(at_night, email=EMAIL)
    app = press(open_app("matches", id=one), "Ask by email")
    assert "after the quiet hours" in shown(app)
    press(app, "Ask")
    assert "on its way by email, from " in shown(app)


def test_of_a_message_that_nobody_knows_of_a_person_says_what_came_of_it(posting: Office, open_app: OpenApp) -> None:
    for answer, status in (("They got it", "sent"), ("Pass it on myself", "by_hand")):
        one = approved(posting, email=EMAIL)
        sent = cw.offer(posting.director, one, "email", seen="approved").ids[0]
        cw.begin_sending(worker(posting), sent)
        cw.note_delivery(worker(posting), sent, SendOutcome.UNKNOWN, SendReason.ANSWER_LOST)
        app = open_app("matches", id=one)
        assert "so it may have gone out" in shown(app)
        press(app, answer)
        assert posting.row("messages", sent)["status"] == status
        assert ("I sent it" in labels(app)) == (status == "by_hand")


def test_what_names_the_person_who_asked_is_left_out_of_the_message(open_app: OpenApp, office: Office) -> None:
    one = approved(office, email=EMAIL, name="Ada Asks", details="Bread and milk")
    need = office.row("needs", office.row("matches", one)["need_id"])
    office.set(need, "details", "Bread for Ada")
    app = press(open_app("matches", id=one), "Ask by email")
    assert "is left out" in shown(app)
    press(app, "Ask")
    assert office.status(one) == "offered"
    assert "Bread for Ada" not in app.code[0].value


def test_words_that_name_somebody_of_the_household_go_only_with_a_tick(open_app: OpenApp, office: Office) -> None:
    one = approved(office, email=EMAIL, name="Ada Asks", details="Bread for Bertie")
    need = office.row("needs", office.row("matches", one)["need_id"])
    resident = office.row("residents", need["resident_id"])
    office.make_request(name="Bertie Asks", telephone=resident["telephone"])
    app = press(open_app("matches", id=one), "Ask by email")
    assert "This may tell who it is for, by a name: Bertie" in shown(app)
    app.button(key="dialog-Ask").click().run()
    assert office.status(one) == "approved"
    next(box for box in app.checkbox if box.label == "A volunteer may read it as it is").check().run()
    app.button(key="dialog-Ask").click().run()
    assert office.status(one) == "offered"


def test_an_offer_that_may_have_been_read_is_taken_back_by_words_to_pass_on(open_app: OpenApp, office: Office) -> None:
    one = approved(office, email=EMAIL)
    app = press(open_app("matches", id=one), "Ask by email")
    press(app, "Ask")
    offered = app.query_params["did"]
    press(app, "I sent it")
    app.query_params["did"] = offered
    app.run()
    press(app, "Undo")
    assert "may have read our message" in shown(app)
    assert office.status(one) == "offered", "it is asked first"
    press(app, "Take it back, and put it on Today")
    assert office.status(one) == "approved"
    assert "words to pass on are ready" in shown(app)
    assert any("That is settled now" in code.value for code in app.code)
    assert "Messages to pass on" in shown(open_app())
    press(app, "I sent it")
    assert asked(office)["status"] == "sent"
    assert "Messages to pass on" not in shown(open_app())


def test_an_offer_that_nobody_read_is_taken_back_at_once(open_app: OpenApp, office: Office, match: str) -> None:
    app = press(open_app("matches", id=match), "Ask by email")
    press(app, "Ask")
    press(app, "Undo")
    assert office.status(match) == "approved"
    assert "I sent it" not in labels(app)


def test_what_is_still_to_be_told_stays_on_the_page_of_a_match_that_is_over(open_app: OpenApp, office: Office) -> None:
    one = approved(office, email=EMAIL)
    offered = cw.offer(office.director, one, "email", seen="approved")
    cw.pass_on(office.director, offered.ids[0])
    cw.undo(office.director, offered.id)
    cw.cancel(office.director, one, seen="approved")
    app = open_app("matches", id=one)
    assert "Still to tell" in shown(app)
    press(app, "I sent it")
    assert asked(office)["status"] == "sent"


def test_a_new_address_is_put_in_and_then_they_are_written_to_again(open_app: OpenApp, office: Office) -> None:
    volunteer = office.make_volunteer(email="old@example.org", unreached="email")
    assert "A new address" in shown(open_app())
    app = open_app("volunteers", id=volunteer)
    app.text_input(key=f"reach-email-{volunteer}").input("new@example.org")
    press(app, "This is right")
    row = office.row("volunteers", volunteer)
    assert (row["email"], row["unreached"]) == ("new@example.org", None)
    assert "A new address" not in shown(open_app())


def test_an_address_may_be_right_after_all(open_app: OpenApp, office: Office) -> None:
    need = office.make_need()
    resident = office.row("residents", office.row("needs", need)["resident_id"])
    office.set(resident, "unreached", "text")
    app = open_app("matches", id=need)
    press(app, "This is right")
    row = office.row("residents", resident["id"])
    assert (row["telephone"], row["unreached"]) == (resident["telephone"], None)


def test_on_today_itself_both_are_asked_and_told_by_words_that_a_person_sends(
    open_app: OpenApp, office: Office
) -> None:
    need = office.make_need(telephone="07700 900124")
    match = approved(office, telephone="07700 900123", need=need)
    app = open_app()
    for each in (
        *("What to say, or ask by a message", "Ask by text", "Ask", "Show the words", "I sent it"),
        *("Said yes", "What to say, or tell them by a message", "Tell them by text", "Tell them"),
        *("Show the words", "I sent it"),
    ):
        app.session_state["last_press"] = ("", 0.0)  # each was thought over
        press(app, each)
    assert office.status(match) == "active"
    sent = office.book.rows("messages", lambda c: [c.status == "sent"])
    assert [row["kind"] for row in sent] == ["offer", "who_comes"]
