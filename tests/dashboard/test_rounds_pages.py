"""The pages Outreach, Food round, and Keeping and erasing: a round stays open, danger is seen, a code is seen once."""

import pytest

import community.casework as cw
from community.tables.support_vocabulary import RoundWay
from dashboard import elements
from dashboard.parts.outreach_view import round_id
from tests.casework.office import Office
from tests.casework.rounds import erasure_wanted, household, parcel
from tests.dashboard.conftest import OpenApp, labels, press, shown

CRISIS = "Their words may mean danger"


def test_words_of_danger_in_a_call_are_answered_at_once_and_read_first(open_app: OpenApp, office: Office) -> None:
    homes = [household(office) for _ in range(2)]
    cw.share_out(office.director, RoundWay.CALL, homes, ["Cora"], [])
    (one,) = cw.rounds_of(cw.households(office.director))
    app = open_app("outreach", round=round_id(one))
    app.text_area(key=f"words-{homes[0]}").input("I want to kill myself").run()
    assert CRISIS in shown(app)
    app.button(key=f"help-{homes[0]}").click().run()
    assert CRISIS in shown(app), "the card is gone, and the caller is still there"
    (request,) = office.book.rows("help_requests")
    assert request["flags"] == "crisis_words"
    assert "Hattie Home" in shown(app)
    app.text_area(key=f"words-{homes[1]}").input("A lift on Monday").run()
    app.button(key=f"volunteers-{homes[1]}").click().run()
    assert CRISIS not in shown(app)


def test_a_round_is_on_paper_as_a_whole(open_app: OpenApp, office: Office) -> None:
    homes = [household(office) for _ in range(14)]
    cw.share_out(office.director, RoundWay.CALL, homes, ["Cora"], [])
    (one,) = cw.rounds_of(cw.households(office.director))
    words = shown(open_app("outreach", round=round_id(one)))
    assert all(words.count(f"{number} Widcombe Hill") == (2 if number <= 12 else 1) for number in range(13, 15))
    assert "Cora" not in round_id(one)


def test_what_is_done_for_many_is_counted(open_app: OpenApp, office: Office) -> None:
    for _ in range(2):
        parcel(office)
    app = press(open_app("food_round"), "All packed (2)")
    assert "2 parcels: " in shown(app)
    assert "2 still to go out, 2 of them packed" in shown(app)


def test_the_erasing_code_is_seen_in_the_session_that_asked_and_in_no_other(open_app: OpenApp, office: Office) -> None:
    one = erasure_wanted(office)
    cw.acknowledge_complaint(office.director, one)
    app = press(open_app("complaints", id=one), "Ask somebody else to agree")
    (code,) = [each.value for each in app.code]
    other = open_app("complaints", id=one)
    assert not other.code
    (anew,) = [each.value for each in press(other, "Ask anew, with a new code").code]
    assert anew != code
    assert not app.run().code
    assert "Ask anew, with a new code" in labels(app)


def test_a_line_without_any_fact_is_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(elements.st, "html", drawn.append)
    elements.line([])
    assert drawn == []
    elements.line(["One", "two"])
    assert "One" in drawn[0]
