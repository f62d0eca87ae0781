"""The way from a yes to a helped neighbour, one press for each step: by telephone, by message, and by hand."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.casework.calls_to_make import ANOTHER_DAY, WORDS, open_call
from community.links import door_word
from community.settings.response_promise import answer_by
from community.tables.canonical import moment
from community.tables.message_codes import MessageKind
from community.tables.row_types import MessageRow
from community.tables.vocabulary import ReachBy
from dashboard import display_words
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, headings, labels, press, shown

LETTERS = {"telephone": "07700 900456", "address": "1 Invented Street"}


def agreed(office: Office, **resident: object) -> str:
    match = office.make_match("accepted", **{"name": "Rita Resident"} | LETTERS | resident)
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    office.set(volunteer, "telephone", "07700 900123")
    office.set(office.row("volunteers", volunteer["id"]), "postcode", "BA1 5AA")
    return match


def who_comes(office: Office) -> MessageRow:
    (message,) = office.book.rows(MessageRow, lambda c: [c.kind == MessageKind.WHO_COMES])
    return message


def test_a_resident_is_told_by_telephone_and_only_then_the_volunteer(open_app: OpenApp, office: Office) -> None:
    match, today = agreed(office), office.today
    app = open_app("matches", id=match)
    assert any("Ring the resident" in each for each in headings(app))
    assert "Vera" in app.code[0].value, "what to say names who comes"
    assert "stands in these words once you have left its field" in shown(app)
    assert "Show the message" not in labels(app)
    app.date_input(key=f"first-on-{match}").set_value(today + timedelta(days=2))
    app.selectbox(key=f"first-part-{match}").select("morning").run()
    press(app, "The resident knows who comes")
    row = office.row("matches", match)
    assert (row["first_on"], row["first_part"]) == ((today + timedelta(days=2)).isoformat(), "morning")
    assert "The first day: " in shown(app)
    assert "We hold:" in shown(app), "somebody who rings us proves who they are"
    assert "BA1 5AA" in shown(app)
    press(app, "Show the message")
    assert "1 Invented Street" in app.code[0].value
    assert f"Password: {door_word(office.settings, match)}." in app.code[0].value, "as the resident was told"


def test_a_letter_is_shown_first_then_printed_and_posted(open_app: OpenApp, office: Office) -> None:
    match = agreed(office)
    app = open_app("matches", id=match)
    press(app, "Tell them by letter")
    assert "1 Invented Street" in shown(app)
    assert "You print it and post it" in shown(app)
    assert "May object until" in shown(app)
    (letter_way,) = [way for way in cw.ways_to_tell(office.director, match) if way.way == ReachBy.LETTER]
    assert f"{display_words.when(letter_way.object_until, office.clock.now)}, if it goes now" in shown(app)
    assert office.book.count("messages") == 0, "nothing is written before somebody says so"
    press(app, "Tell them")
    assert who_comes(office)["status"] == "by_hand"
    assert "to be passed on by letter" in shown(app)
    assert "he resident gets a letter that says who comes; now print it, and post it." in shown(app)
    assert "Once it is posted, the help is under way" in shown(app)
    (letter,) = app.get("iframe")
    assert "1 Invented Street" in letter.proto.srcdoc
    assert "Print the letter" in labels(app)
    press(app, "I posted it")
    assert office.status(match) == "active"
    assert "The resident may still object until" in shown(app)
    assert "Show the message" not in labels(app)
    press(app, "The resident says that it is fine")
    press(app, "Show the message")
    assert "1 Invented Street" in app.code[0].value


def test_another_day_is_agreed_and_takes_the_call_about_it_off_today(open_app: OpenApp, office: Office) -> None:
    match = agreed(office)
    cw.resident_told(office.director, match)
    resident = office.row("needs", office.row("matches", match)["need_id"])["resident_id"]
    office.book.decide("test", by="test", plan=lambda _: ([], [open_call(ANOTHER_DAY, match, resident)], []))
    app = open_app("matches", id=match)
    press(app, "Both know this day")
    assert "Say which day" in app.error[0].value
    new = office.today + timedelta(days=3)
    app.date_input(key=f"first-on-{match}").set_value(new).run()
    press(app, "Both know this day")
    assert office.row("matches", match)["first_on"] == new.isoformat()
    assert [row["status"] for row in office.book.rows("contacts", lambda c: [c.words == WORDS[ANOTHER_DAY]])] == [
        "dealt_with"
    ]


def test_who_is_being_told_can_be_rung_instead(open_app: OpenApp, office: Office) -> None:
    match = agreed(office)
    cw.tell_resident(office.director, match, ReachBy.TEXT)
    app = open_app("matches", id=match)
    assert "Ring instead" in [each.label for each in app.expander]
    assert "Tell them by text" not in labels(app)
    press(app, "The resident knows who comes")
    assert office.status(match) == "active"
    assert who_comes(office)["status"] == "withdrawn"
    assert "I sent it" not in labels(app)


def test_what_has_gone_is_taken_back_by_words_that_a_person_looks_at_first(open_app: OpenApp, office: Office) -> None:
    match = agreed(office)
    app = open_app("matches", id=match)
    press(app, "Tell them by text")
    press(app, "Tell them")
    assert "the resident gets a message that says who comes; now pass the words on." in shown(app)
    told = app.query_params["did"]
    cw.pass_on(office.director, who_comes(office).id)
    app = open_app("matches", id=match, did=told)
    press(app, "Undo")
    assert "may have read our message" in shown(app)
    assert office.status(match) == "active", "it is asked first"
    press(app, "Take it back, and put it on Today")
    assert office.status(match) == "accepted"
    assert any("Please expect nobody" in code.value for code in app.code)
    assert ", and taken back since" in shown(app)
    press(app, "I sent it")
    assert who_comes(office)["status"] == "withdrawn"


def test_a_volunteer_gets_their_link_and_the_page_says_how_often_it_was_used(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://community.example.org")
    match = agreed(office)
    cw.resident_told(office.director, match)
    app = open_app("matches", id=match)
    press(app, "Send them their link by text")
    assert "https://community.example.org" in app.code[0].value
    assert "the volunteer gets the link; now send them the words." in shown(app)
    press(app, "I sent it")
    assert "Not opened so far." in shown(app)
    (link,) = office.book.rows(MessageRow, lambda c: [c.kind == MessageKind.RESIDENT_KNOWS])
    assert cw.prove_who(office.director, link.id, "BA1 5AA")
    for _ in range(2):
        cw.read_details(office.director, link.id)
    assert "Opened 2 times, last today" in shown(open_app("matches", id=match))
    assert cw.details_read(office.coordinator, match)
    with pytest.raises(cw.NotFound):
        cw.details_read(office.neighbour, match)


def test_without_a_public_address_there_is_no_link_to_send(open_app: OpenApp, office: Office) -> None:
    app = open_app("matches", id=office.make_match("active"))
    assert not [label for label in labels(app) if "link" in label]


def test_a_visit_is_written_down_with_its_miles_its_worry_and_the_next_day(open_app: OpenApp, office: Office) -> None:
    match, today = office.make_match("active"), office.today
    app = open_app("matches", id=match)
    app.number_input(key=f"minutes-{match}").set_value(40)
    app.number_input(key=f"miles-{match}").set_value(3.5)
    app.checkbox(key=f"worried-{match}").check()
    app.date_input(key=f"again-{match}").set_value(today + timedelta(days=7)).run()
    press(app, "Done")
    done, planned = office.book.rows("visits", order="on")
    assert (done["minutes"], done["miles"], done["worried"]) == (40, 3.5, "yes")
    assert planned["status"] == "planned"
    assert "Next on " in shown(app)
    assert "done · 40 minutes · 3.5 miles · the volunteer was worried" in shown(app)
    assert app.number_input(key=f"minutes-{match}").value is None, "another visit is another story"
    assert not app.checkbox(key=f"worried-{match}").value
    press(app, "Nobody was in")
    assert "That day's visit is written down already." in [each.value for each in app.error]


@pytest.mark.parametrize(
    ("pressed", "title", "settles"),
    [
        ("Nobody was in", "Nobody opened the door", "They are safe"),
        ("Done", "A volunteer is worried", "We have heard what they saw"),
    ],
)
def test_somebody_who_may_be_in_trouble_is_on_today_until_it_is_settled(
    open_app: OpenApp, office: Office, pressed: str, title: str, settles: str
) -> None:
    match = office.make_match("active", name="Ada Asks")
    app = open_app("matches", id=match)
    app.checkbox(key=f"worried-{match}").check().run()
    press(app, pressed)
    today = open_app()
    (call,) = office.book.rows("contacts", lambda c: [c.status == "open"])
    (line,) = [item for item in cw.today(office.director, office.clock()) if item.id == call["id"]]
    assert line.due == answer_by(office.settings.community, moment(call["at"]), "today"), "as soon as can be"
    assert any("Can’t wait" in each for each in headings(today))
    assert f"id={call['id']}" in [link.proto.query_string for link in today.get("page_link")]
    page = open_app("history", id=call["id"])
    assert f">{title}</h1>" in headings(page)[0]
    assert "Somebody may come to harm?" in [each.label for each in page.expander]
    press(page, settles)
    assert title not in shown(open_app())
    assert office.row("contacts", call["id"])["status"] == "dealt_with"


def test_what_the_resident_says_is_written_down_and_read_where_the_help_stands(
    open_app: OpenApp, office: Office
) -> None:
    match = office.make_match("active", name="Ada Asks")
    cw.done(office.director, match, office.today, seen="active")
    app = open_app("matches", id=match)
    assert any("Help was given" in each for each in headings(app))
    press(app, "Write down what they said")
    assert "Say how it was" in app.error[0].value
    app.button_group(key=f"score-{match}").set_value(2)
    app.text_area(key=f"words-{match}").input("She came late")
    app.selectbox(key=f"print-{match}").select("without_name").run()
    press(app, "Write down what they said")
    (said,) = office.book.rows("feedback")
    assert (said["score"], said["words"], said["may_publish"]) == (2, "She came late", "without_name")
    assert "The resident said · Not so good" in shown(app)
    assert "She came late" in shown(app)
    assert not app.text_area(key=f"words-{match}").value
    page = open_app("history", id=office.book.rows("contacts", lambda c: [c.status == "open"])[0]["id"])
    press(page, "We have heard them")


def test_two_who_know_each_other_need_no_more_than_a_yes(open_app: OpenApp, office: Office) -> None:
    match = agreed(office)
    office.make_known(match)
    app = open_app("matches", id=match)
    assert "The resident knows who comes" in labels(app)
    press(app, "Show the message")
    assert "1 Invented Street" in app.code[-1].value
