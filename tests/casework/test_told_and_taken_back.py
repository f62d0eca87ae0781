"""What was told on the telephone can't be untold: whoever knows is put on Today, until somebody has told them."""

import community.casework as cw
from tests.casework.office import Office


def to_tell(office: Office, desk: cw.Desk | None = None) -> list[str]:
    desk = desk or office.director
    return [item.title for item in cw.today(desk, office.clock()) if item.kind == "tell_them"]


def last_action(office: Office, verb: str) -> str:
    return next(done.action for done in cw.latest(office.director) if done.verb == verb)


def test_a_release_that_is_taken_back_puts_the_volunteer_on_today(office: Office) -> None:
    match = office.make_match("accepted")
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    cw.release(office.handler, match, seen="accepted")
    released = last_action(office, "release")
    (told,) = cw.told_by(office.director, released)
    assert (told.what, told.who) == ("given", volunteer["id"])
    undone = cw.undo(office.director, released)
    for desk in (office.director, office.coordinator, office.handler):
        (line,) = to_tell(office, desk)
        assert line.startswith(f"{volunteer['name']}: They were told whom it is for")
    (item,) = [i for i in cw.today(office.handler, office.clock()) if i.kind == "tell_them"]
    assert item.telephone == volunteer["telephone"]
    cw.undo(office.director, undone.id)
    assert to_tell(office) == [], "it is so again"


def test_the_line_goes_once_somebody_has_told_them(office: Office) -> None:
    match = office.make_match("accepted")
    cw.release(office.handler, match, seen="accepted")
    cw.undo(office.director, last_action(office, "release"))
    (item,) = [i for i in cw.today(office.handler, office.clock()) if i.kind == "tell_them"]
    cw.deal_with_contact(office.handler, item.id)
    assert to_tell(office) == []


def test_a_yes_that_is_taken_back_after_a_release_is_told_too(office: Office) -> None:
    match = office.make_match("accepted")
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
