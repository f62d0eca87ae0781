import community.casework as cw
from tests.casework.office import ELSEWHERE, Office


def test_what_people_did_comes_newest_first_and_says_what_was_taken_back(office: Office) -> None:
    match = office.make_match()
    approved = cw.approve(office.coordinator, match)
    back = cw.undo(office.director, approved.id)
    newest, before = cw.latest(office.director)[:2]
    assert (newest.verb, newest.action, newest.by, newest.undone) == ("undo", back.id, "Dilys Director", False)
    assert (before.verb, before.by, before.undone) == ("approve", "Cora Coordinator", True)
    assert match in before.records


def test_a_coordinator_learns_nothing_of_another_hub(office: Office) -> None:
    cw.no_answer(office.director, office.make_request(hub=ELSEWHERE), seen="new")
    assert cw.latest(office.coordinator) == []
    assert [done.verb for done in cw.latest(office.neighbour)] == ["no_answer"]


def test_what_the_machine_did_and_who_looked_is_left_out(office: Office) -> None:
    office.make_volunteer()
    office.make_need()
    office.propose()
    match = office.book.rows("matches")[0]["id"]
    cw.look_at(office.director, match)
    assert not {done.verb for done in cw.latest(office.director)} & {"propose", "look_at"}


def test_a_reason_is_read_only_by_whoever_may_read_notes(office: Office) -> None:
    cw.close_request(office.director, office.make_request(), "unable", seen="new", words="Moved to Wales")
    assert cw.latest(office.director)[0].reason == "Moved to Wales"
    assert cw.latest(office.handler)[0].reason is None
