import community.casework as cw
from tests.casework.office import ELSEWHERE, Office


def test_what_people_did_comes_newest_first_and_says_what_was_taken_back(office: Office) -> None:
    match = office.make_match()
    approved = cw.approve(office.coordinator, match)
    back = cw.undo(office.director, approved.id)
    newest, before = cw.latest_actions(office.director)[:2]
    assert (newest.verb, newest.action, newest.by, newest.undone) == ("undo", back.id, "Dilys Director", False)
    assert (before.verb, before.by, before.undone) == ("approve", "Cora Coordinator", True)
    assert match in before.records


def test_a_coordinator_learns_nothing_of_another_hub(office: Office) -> None:
    cw.no_answer(office.director, office.make_request(hub=ELSEWHERE), seen="new")
    assert cw.latest_actions(office.coordinator) == []
    assert [done.verb for done in cw.latest_actions(office.neighbour)] == ["no_answer"]


def test_what_the_machine_did_and_who_looked_is_left_out(office: Office) -> None:
    office.make_volunteer()
    office.make_need()
    office.propose()
    match = office.book.rows("matches")[0]["id"]
    cw.look_at(office.director, match)
    assert not {done.verb for done in cw.latest_actions(office.director)} & {"propose", "look_at"}


def test_only_those_who_may_read_notes_read_a_reason(office: Office) -> None:
    cw.close_request(office.director, office.make_request(), "unable", seen="new", words="Moved to Wales")
    assert cw.latest_actions(office.director)[0].reason == "Moved to Wales"
    assert cw.latest_actions(office.handler)[0].reason is None


def test_nobody_reads_a_reason_kept_in_a_column_that_they_may_not_see(office: Office) -> None:
    match = office.make_match("approved")
    cw.cancel(office.coordinator, match, "A quarrel", seen="approved")
    (read,) = [d.reason for d in cw.latest_actions(office.coordinator) if d.verb == "cancel"]
    assert read == "A quarrel"
    assert [d.reason for d in cw.latest_actions(office.handler) if d.verb == "cancel"] == [None]
    assert "A quarrel" in [e.reason for e in cw.history(office.coordinator, match)]
    assert "A quarrel" not in str(cw.history(office.handler, match))


def test_why_a_volunteer_left_is_not_told_in_the_history_of_their_match(office: Office) -> None:
    match = office.make_match("approved")
    volunteer = office.row("matches", match)["volunteer_id"]
    office.set(office.row("volunteers", volunteer), "hub", ELSEWHERE)
    cw.move_volunteer(office.neighbour, volunteer, "left", seen="ready", reason="A quarrel")
    assert "A quarrel" in [e.reason for e in cw.history(office.director, match)]
    for context in (office.handler, office.coordinator):
        assert "A quarrel" not in str(cw.history(context, match))
        assert "A quarrel" not in str(cw.latest_actions(context))


def test_what_was_undone_an_odd_number_of_times_stands_no_more(office: Office) -> None:
    match = office.make_match()
    last = approved = cw.approve(office.director, match)
    for times in range(1, 6):
        last = cw.undo(office.director, last.id)
        undone = {d.action: d.undone for d in cw.latest_actions(office.director)}
        assert undone[approved.id] == (times % 2 == 1)
        assert {e.action: e.undone for e in cw.history(office.director, match)}[approved.id] == undone[approved.id]
        assert not undone[last.id]


def test_each_action_tells_whom_it_was_about_as_far_as_one_may_read_it(office: Office) -> None:
    match = office.make_match(name="Ada Asks")
    cw.approve(office.director, match)
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])["name"]
    assert cw.latest_actions(office.coordinator)[0].who == f"{volunteer} for Ada Asks"
    assert "Ada Asks" not in repr(cw.latest_actions(office.coordinator)[0])


def test_a_time_in_a_story_is_told_as_people_say_it(office: Office) -> None:
    match = office.make_match()
    cw.look_at(office.director, match)
    said = [words for entry in cw.history(office.director, match) for words in entry.words]
    assert "Looked at: 23 November 2026, 10 am" in said
