"""Taking back that somebody was told by a message: what waits does not go, and what has gone stays told."""

import pytest

import community.casework as cw
from community.book import CannotUndo
from community.messages import words_for
from community.tables.message_codes import MessageKind, OfferAnswer, ResidentAnswer, SendOutcome
from community.tables.row_types import MessageRow
from community.tables.vocabulary import ReachBy
from tests.casework.asking import approved, jobs, switch_on, worker
from tests.casework.office import Office
from tests.casework.test_told_and_taken_back import lines


@pytest.fixture
def told(office: Office) -> tuple[Office, str, str]:
    """Give an office, a match after a yes, and the action by which its resident is told by an email."""
    match = approved(switch_on(office))
    cw.rang(office.director, match, "yes", seen="approved")
    need = office.row("needs", office.row("matches", match)["need_id"])
    office.set(office.row("residents", need["resident_id"]), "email", "rita@example.org")
    return office, match, cw.tell_resident(office.handler, match, ReachBy.EMAIL).id


def who_comes(office: Office) -> list[MessageRow]:
    return office.book.rows(MessageRow, lambda c: [c.kind == MessageKind.WHO_COMES])


def test_what_has_not_gone_does_not_go_and_goes_when_that_is_taken_back(told: tuple[Office, str, str]) -> None:
    office, _, action = told
    (message,) = who_comes(office)
    undone = cw.undo(office.handler, action)
    assert who_comes(office) == []
    assert jobs(office)[message.id][0] == "withdrawn"
    cw.undo(office.handler, undone.id)
    assert [row.status for row in who_comes(office)] == ["queued"]
    assert jobs(office)[message.id][0] == "waiting"


@pytest.mark.parametrize("outcome", [SendOutcome.SENT, SendOutcome.UNKNOWN])
def test_words_take_back_what_has_gone_or_may_have_and_a_person_looks_at_them_first(
    told: tuple[Office, str, str], outcome: SendOutcome
) -> None:
    office, match, action = told
    (message,) = who_comes(office)
    goes(office, message.id, outcome)
    assert [each.to_whom for each in cw.may_have_been_read(office.handler, action)] == [message.to_whom]
    cw.undo(office.handler, action)
    assert office.status(match) == "accepted"
    (after,) = who_comes(office)
    assert (after.status, bool(after.sent_at)) == ("withdrawn", True), "that it went stays written down"
    with pytest.raises(cw.LinkClosed):
        cw.see_who_comes(office.director, message.id)
    assert waiting(office) == [("taken_back", message.to_whom, "email")]
    (words,) = office.book.rows(MessageRow, lambda c: [c.status == "by_hand"])
    assert "Please expect nobody" in words_for(office.handler, words.id).text
    assert "message_by_hand" in {item.kind for item in cw.today(office.handler, office.clock()) if item.id == match}
    cw.pass_on(office.handler, words.id)


def test_a_link_that_the_volunteer_has_is_closed_and_somebody_rings_them(told: tuple[Office, str, str]) -> None:
    office, match, _ = told
    cw.resident_told(office.handler, match)
    given = cw.tell_volunteer(office.handler, match, ReachBy.EMAIL, seen="active")
    (message,) = [one for one in given.ids if one.startswith("D-")]
    goes(office, message)
    assert cw.see_visit(office.director, message)
    undone = cw.undo(office.handler, given.id)
    with pytest.raises(cw.LinkClosed):
        cw.see_visit(office.director, message)
    assert lines(office) == {("V", "link_back")}
    assert office.status(match) == "active"
    cw.undo(office.handler, undone.id)
    assert cw.see_visit(office.director, message)


def goes(office: Office, message: str, outcome: SendOutcome = SendOutcome.SENT) -> None:
    cw.begin_sending(worker(office), message)
    cw.note_delivery(worker(office), message, outcome, None)
    office.clock.pass_(minutes=1)


def waiting(office: Office) -> list[tuple[str, str, str]]:
    """What waits for a person to look at and pass on: its kind, to whom, and how."""
    found = office.book.rows(MessageRow, lambda c: [c.status == "by_hand"])
    return sorted((each.kind, each.to_whom, each.way) for each in found)


ASKED, YES, TOLD, SHOWN = range(4)


def walk(office: Office, to: int) -> tuple[str, dict[str, str]]:
    """A match that was walked by messages and links as far as that, and by name its actions."""
    match = approved(switch_on(office))
    need = office.row("needs", office.row("matches", match)["need_id"])
    office.set(office.row("residents", need["resident_id"]), "email", "rita@example.org")
    actions = {"approve": last_of(office, "approve")}
    asked = cw.offer(office.coordinator, match, ReachBy.EMAIL, seen="approved")
    actions["offer"], message = asked.id, asked.ids[0]
    goes(office, message)
    if to >= YES:
        cw.answer_offer(office.director, message, OfferAnswer.YES)
        actions["yes"] = last_of(office, "answer_offer")
    if to >= TOLD:
        told = cw.tell_resident(office.handler, match, ReachBy.EMAIL)
        actions["told"] = told.id
        goes(office, told.ids[0])
        cw.answer_who_comes(office.director, told.ids[0], ResidentAnswer.FINE)
    if to >= SHOWN:
        (link,) = office.book.rows(MessageRow, lambda c: [c.kind == MessageKind.RESIDENT_KNOWS])
        office.clock.pass_(hours=6)
        goes(office, link.id)
        assert cw.prove_who(office.director, link.id, "0123")
        assert cw.read_details(office.director, link.id)
        actions["shown"] = last_of(office, "prove_who")
    return match, actions


def last_of(office: Office, verb: str) -> str:
    with office.book.reading() as reader:
        return [c.action for c in reader.changes() if c.action.startswith(f"{verb}-")][-1]


# By how far it came and what is undone: where the match is then, and what waits to be passed on, or to be rung about.
UNDONE: dict[tuple[int, str], tuple[str, set[tuple[str, str]], set[tuple[str, str]]]] = {
    (ASKED, "offer"): ("approved", {("offer_withdrawn", "V")}, set()),
    (ASKED, "approve"): ("proposed", {("offer_withdrawn", "V")}, set()),
    (YES, "yes"): ("offered", set(), {("V", "said_yes")}),
    (YES, "offer"): ("approved", {("called_off", "V")}, set()),
    (YES, "approve"): ("proposed", {("called_off", "V")}, set()),
    (TOLD, "told"): ("accepted", {("taken_back", "P")}, set()),
    (TOLD, "yes"): ("offered", {("taken_back", "P")}, {("V", "said_yes")}),
    (TOLD, "approve"): ("proposed", {("called_off", "V"), ("taken_back", "P")}, set()),
    (SHOWN, "shown"): ("active", set(), {("V", "given")}),
    (SHOWN, "told"): ("accepted", {("taken_back", "P")}, {("V", "wait")}),
    (SHOWN, "yes"): ("offered", {("taken_back", "P")}, {("V", "agreed")}),
    (SHOWN, "approve"): ("proposed", {("called_off", "V"), ("taken_back", "P")}, set()),
}


@pytest.mark.parametrize(("to", "what"), list(UNDONE))
def test_an_undo_at_any_point_prepares_words_or_a_call_to_each_who_knows(office: Office, to: int, what: str) -> None:
    match, actions = walk(office, to)
    before = office.status(match)
    undone = cw.undo(office.coordinator, actions[what])
    status, words, rings = UNDONE[to, what]
    assert office.status(match) == status
    assert {(kind, who[0]) for kind, who, _ in waiting(office)} == words
    assert lines(office) == rings
    row = office.row("matches", match)
    assert not row["released_at"] or status == "accepted", "the name is not given any more"
    for message in office.book.rows(MessageRow, lambda c: [c.kind == MessageKind.RESIDENT_KNOWS]):
        with pytest.raises((cw.LinkClosed, cw.NotNow)):
            cw.read_details(office.director, message.id)
    assert not office.book.rows(MessageRow, lambda c: [c.status == "queued"]), "nothing goes out by itself"
    cw.undo(office.coordinator, undone.id)
    if (what in {"shown", "offer", "yes"} and to <= YES) or what == "shown":
        assert (office.status(match), lines(office)) == (before, set()) or what in {"offer", "yes"}


def test_a_choice_that_the_volunteer_heard_of_is_put_aside_and_can_be_made_again(office: Office) -> None:
    switch_on(office)
    need = office.row("matches", office.make_match("proposed"))["need_id"]
    chosen = office.make_volunteer(email="vera@example.org")
    choice = cw.choose(office.coordinator, str(need), chosen)
    (match,) = [one for one in choice.ids if one.startswith("M-")]
    goes(office, cw.offer(office.coordinator, match, ReachBy.EMAIL, seen="approved").ids[0])
    undone = cw.undo(office.coordinator, choice.id)
    assert office.status(match) == "superseded"
    assert waiting(office) == [("offer_withdrawn", chosen, "email")]
    cw.undo(office.coordinator, undone.id)
    assert office.status(match) == "approved"


def test_once_help_was_given_that_is_undone_first(office: Office) -> None:
    match, actions = walk(office, SHOWN)
    done = cw.done(office.handler, match, office.today, seen="active")
    before = office.everything()
    with pytest.raises(CannotUndo, match="Undo the later step first"):
        cw.undo(office.coordinator, actions["approve"])
    assert office.everything() == before
    cw.undo(office.handler, done.id)
    cw.undo(office.coordinator, actions["approve"])


def test_a_call_handler_takes_back_no_step_of_another(office: Office) -> None:
    match, actions = walk(office, TOLD)
    for what in ("yes", "offer", "approve"):
        with pytest.raises(cw.NotAllowed):
            cw.undo(office.handler, actions[what])
    assert office.status(match) == "active"


def test_all_of_it_can_be_done_again_step_by_step(office: Office) -> None:
    match, actions = walk(office, SHOWN)
    before = office.row("matches", match)
    cw.undo(office.coordinator, actions["approve"])
    with office.book.reading() as reader:
        undone = list(dict.fromkeys(c.action for c in reader.changes() if c.action.startswith("undo-")))
    for each in reversed(undone):
        cw.undo(office.director, each)
    now = office.row("matches", match)
    assert {name: now[name] for name in now if name != "changed_at"} == {
        name: before[name] for name in before if name != "changed_at"
    }
    assert (waiting(office), lines(office)) == ([], set())
