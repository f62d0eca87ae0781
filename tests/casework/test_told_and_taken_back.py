"""News given by telephone can't be taken back: everybody who heard it is on Today until they are told of the change."""

from collections.abc import Callable
from datetime import timedelta

import pytest

import community.casework as cw
from community.book import Action
from community.casework.calls_to_make import WORDS
from tests.casework.office import Office


def to_tell(office: Office, context: cw.WorkContext | None = None) -> list[str]:
    context = context or office.director
    return [item.title for item in cw.today(context, office.clock()) if item.kind == "tell_them"]


def last_action(office: Office, verb: str) -> str:
    return next(done.action for done in cw.latest_actions(office.director) if done.verb == verb)


def test_a_release_that_is_taken_back_puts_the_volunteer_on_today(office: Office) -> None:
    match = office.make_match("active")
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    cw.release(office.handler, match, seen="active")
    released = last_action(office, "release")
    (told,) = cw.told_by(office.director, released)
    assert (told.what, told.who) == ("given", volunteer["id"])
    undone = cw.undo(office.director, released)
    for context in (office.director, office.coordinator, office.handler):
        (line,) = to_tell(office, context)
        assert line.startswith(f"{volunteer['name']}: They were told whom it is for")
    (item,) = [i for i in cw.today(office.handler, office.clock()) if i.kind == "tell_them"]
    assert item.telephone == volunteer["telephone"]
    cw.undo(office.director, undone.id)
    assert to_tell(office) == [], "it is so again"


def test_the_line_goes_once_somebody_has_told_them(office: Office) -> None:
    match = office.make_match("active")
    cw.release(office.handler, match, seen="active")
    cw.undo(office.director, last_action(office, "release"))
    (item,) = [i for i in cw.today(office.handler, office.clock()) if i.kind == "tell_them"]
    cw.deal_with_contact(office.handler, item.id)
    assert to_tell(office) == []


def test_a_yes_that_is_taken_back_after_a_release_is_told_too(office: Office) -> None:
    match = office.make_match("accepted")
    office.make_known(match)
    said_yes = last_action(office, "rang")
    assert cw.told_by(office.director, said_yes) == [], "nothing was given yet"
    cw.release(office.handler, match, seen="accepted")
    cw.undo(office.director, said_yes)
    (line,) = to_tell(office)
    assert "They said yes and know whom it is for" in line


def test_a_resident_who_was_told_who_comes_is_put_on_today(office: Office) -> None:
    office.make_match("active", name="Ada Asks")
    cw.undo(office.director, last_action(office, "resident_told"))
    (line,) = to_tell(office)
    assert line.startswith("Ada Asks: They were told who comes")


def test_what_nobody_was_told_is_taken_back_without_a_word(office: Office) -> None:
    match = office.make_match()
    approved = cw.approve(office.director, match)
    assert cw.told_by(office.director, approved.id) == []
    cw.undo(office.director, approved.id)
    assert to_tell(office) == []


def lines(office: Office) -> set[tuple[str, str]]:
    """Who is to be told (V: the volunteer, P: the resident), and by which words."""
    known = {words: what for what, words in WORDS.items()}
    found = office.book.rows("contacts", lambda c: [c.status == "open", c.words.in_(WORDS.values())])
    shown = {item.id for item in cw.today(office.director, office.clock()) if item.kind == "tell_them"}
    assert {row["id"] for row in found} == shown, "each of them is a line of Today"
    return {(row["with_whom"][0], known[row["words"]]) for row in found}


def tell_everybody(office: Office) -> None:
    for item in cw.today(office.handler, office.clock()):
        if item.kind == "tell_them":
            cw.deal_with_contact(office.handler, item.id)


def of(office: Office, match: str, column: str) -> str:
    return str(office.row("matches", match)[column])


def pause(office: Office, match: str) -> Action:
    volunteer = of(office, match, "volunteer_id")
    status = office.status(volunteer)
    return cw.move_volunteer(office.director, volunteer, "paused", seen=status)


def away(office: Office, match: str) -> Action:
    until = office.clock() + timedelta(days=7)
    return cw.hold(office.director, "volunteers", of(office, match, "volunteer_id"), until, seen="ready")


STEPS: dict[str, tuple[str, Callable[[Office, str], Action], set[tuple[str, str]]]] = {
    "call off, not asked yet": ("approved", lambda o, m: cw.cancel(o.director, m, seen="approved"), set()),
    "call off, agreed": ("accepted", lambda o, m: cw.cancel(o.director, m, seen="accepted"), {("V", "called_off")}),
    "call off, told": (
        "active",
        lambda o, m: cw.cancel(o.director, m, seen="active"),
        {("V", "called_off"), ("P", "no_more")},
    ),
    "end": ("active", lambda o, m: cw.end_match(o.director, m, seen="active"), {("V", "ends"), ("P", "ends")}),
    "close the need, we can’t": (
        "active",
        lambda o, m: cw.close_need(o.director, of(o, m, "need_id"), "unable"),
        {("V", "called_off"), ("P", "no_more")},
    ),
    "close the need, they said so": (
        "active",
        lambda o, m: cw.close_need(o.director, of(o, m, "need_id"), "not_wanted"),
        {("V", "called_off")},
    ),
    "close the request": (
        "active",
        lambda o, m: cw.close_request(
            o.director, str(o.row("needs", of(o, m, "need_id"))["request_id"]), "out_of_area", seen="triaged"
        ),
        {("V", "called_off"), ("P", "no_more")},
    ),
    "they leave": (
        "active",
        lambda o, m: cw.move_volunteer(o.director, of(o, m, "volunteer_id"), "left", seen="ready"),
        {("P", "no_more")},
    ),
    "pause": ("active", pause, {("P", "away")}),
    "pause, the resident not told yet": ("accepted", pause, set()),
    "ill until": ("active", away, {("P", "away")}),
}


@pytest.mark.parametrize("step", STEPS)
def test_people_who_must_be_told_of_a_step_are_on_today_until_it_is_taken_back(office: Office, step: str) -> None:
    status, do, expected = STEPS[step]
    match = office.make_match(status)
    before = office.everything()
    done = do(office, match)
    assert lines(office) == expected
    undone = cw.undo(office.director, done.id)
    assert lines(office) == set()
    assert office.everything() == before
    cw.undo(office.director, undone.id)
    assert lines(office) == expected


@pytest.mark.parametrize("step", [step for step, (_, _, expected) in STEPS.items() if expected])
def test_people_who_were_told_are_told_again_when_the_step_is_taken_back(office: Office, step: str) -> None:
    status, do, expected = STEPS[step]
    match = office.make_match(status)
    done = do(office, match)
    tell_everybody(office)
    assert lines(office) == set()
    assert {each.what for each in cw.told_by(office.director, done.id)} == {"turned"}
    undone = cw.undo(office.director, done.id)
    assert lines(office) == {(who, "turned") for who, _ in expected}
    assert office.status(match) == status
    cw.undo(office.director, undone.id)
    assert lines(office) == set(), "they know that it is so"
    tell_everybody(office)


def test_people_who_know_already_are_not_put_on_today(office: Office) -> None:
    match = office.make_match("active")
    cw.cancel(office.director, match, seen="active", heard=[of(office, match, "volunteer_id")])
    assert lines(office) == {("P", "no_more")}


def test_a_volunteer_whom_we_say_no_to_is_told(office: Office) -> None:
    one = office.make_volunteer(status="applied")
    cw.move_volunteer(office.director, one, "declined", seen="applied")
    assert lines(office) == {("V", "refused")}


def test_back_from_a_pause_is_told_to_those_who_heard_of_it_and_to_nobody_else(office: Office) -> None:
    told, untold = office.make_match("active"), office.make_match("active")
    pause(office, told)
    tell_everybody(office)
    pause(office, untold)
    for match in (told, untold):
        cw.move_volunteer(office.director, of(office, match, "volunteer_id"), "ready", seen="paused")
    assert lines(office) == {("P", "back")}
    (item,) = [each for each in cw.today(office.director, office.clock()) if each.kind == "tell_them"]
    assert office.row("contacts", item.id)["about"] == told


def test_one_call_is_open_to_somebody_about_a_match_never_two(office: Office) -> None:
    match = office.make_match("active")
    pause(office, match)
    cw.move_volunteer(office.director, of(office, match, "volunteer_id"), "left", seen="paused")
    assert lines(office) == {("P", "no_more")}


def test_a_resident_who_hears_who_comes_instead_need_not_be_told_who_does_not(office: Office) -> None:
    match = office.make_match("active")
    cw.cancel(office.director, match, seen="active", heard=[of(office, match, "volunteer_id")])
    assert lines(office) == {("P", "no_more")}
    office.make_match("active", need=of(office, match, "need_id"))
    assert lines(office) == set()


def test_a_volunteer_who_was_given_an_address_hears_that_it_was_put_right(office: Office) -> None:
    match = office.make_match("active", address="1 Old Road")
    resident = str(office.row("needs", of(office, match, "need_id"))["resident_id"])
    cw.correct(office.handler, "residents", resident, "address", seen="1 Old Road", now="2 New Road")
    assert lines(office) == set(), "nothing was given yet"
    cw.release(office.handler, match, seen="active")
    cw.correct(office.handler, "residents", resident, "address", seen="2 New Road", now="3 New Road")
    assert lines(office) == {("V", "put_right")}


@pytest.mark.parametrize(("field", "now"), [("slots", ["mon_morning"]), ("recurs", "weekly"), ("urgency", "today")])
def test_a_volunteer_who_said_yes_hears_that_the_time_was_put_right(office: Office, field: str, now: object) -> None:
    for status, told in (("approved", set()), ("accepted", {("V", "put_right")})):
        need = of(office, office.make_match(status), "need_id")
        cw.correct(office.handler, "needs", need, field, seen=office.row("needs", need)[field], now=now)
        assert lines(office) == told, status


def test_a_call_that_is_to_be_made_does_not_count_as_asking_the_volunteer(office: Office) -> None:
    match = office.make_match("accepted")
    office.clock.pass_(days=20)
    cw.cancel(office.director, match, seen="accepted")
    to_be_told = office.book.rows("contacts", lambda c: [c.status == "open"])
    assert [row["direction"] for row in to_be_told] == [None], "nobody has rung yet"


@pytest.mark.parametrize(("field", "now"), [("not_safe", ["ring"]), ("hazards", "A dog that bites")])
def test_a_volunteer_who_was_given_a_number_hears_what_to_heed(office: Office, field: str, now: object) -> None:
    match = office.make_match("active")
    resident = str(office.row("needs", of(office, match, "need_id"))["resident_id"])
    cw.release(office.handler, match, seen="active")
    cw.keep_contact_safe(office.handler, resident, seen={field: None}, now={field: now})
    assert lines(office) == {("V", "put_right")}
