import json
from datetime import timedelta

import pytest
from click.testing import CliRunner

import community.casework as cw
from community.book import Book
from community.commands.match import command
from tests.casework.office import MONDAY, Office


def proposed(office: Office) -> set[tuple[str, str]]:
    rows = office.book.rows("matches", lambda c: [c.status == "proposed"])
    return {(m["need_id"], m["volunteer_id"]) for m in rows}


def test_proposes_somebody_with_the_reasons_in_words(office: Office) -> None:
    need, volunteer = office.make_need(), office.make_volunteer()
    done = office.propose()
    assert (done.new, done.kept, done.superseded, done.unmatched) == (1, 0, 0, ())
    (match,) = office.book.rows("matches")
    assert (match["need_id"], match["volunteer_id"], match["by"]) == (need, volunteer, "matching")
    assert "Under 100 m away by car" in cw.why_matched(office.coordinator, match["id"])


def test_a_second_run_keeps_what_it_would_say_again(office: Office) -> None:
    office.make_need()
    office.make_volunteer()
    office.propose()
    before = office.everything()
    done = office.propose()
    assert (done.new, done.kept, done.superseded) == (0, 1, 0)
    assert office.everything() == before


def test_what_nobody_has_looked_at_is_replaced_by_something_better(office: Office) -> None:
    need, far = office.make_need(), office.make_volunteer(easting=379_000.0)
    office.propose()
    near = office.make_volunteer()
    done = office.propose()
    assert (done.new, done.superseded) == (1, 1)
    assert proposed(office) == {(need, near)}
    assert far != near


def test_what_somebody_has_looked_at_stays(office: Office) -> None:
    need, far = office.make_need(), office.make_volunteer(easting=379_000.0)
    office.propose()
    cw.look_at(office.coordinator, office.book.rows("matches")[0]["id"])
    office.make_volunteer()
    done = office.propose()
    assert (done.new, done.superseded) == (0, 0)
    assert proposed(office) == {(need, far)}


@pytest.mark.parametrize("status", ["approved", "accepted", "active"])
def test_what_is_decided_stays_though_it_would_not_be_proposed_any_more(office: Office, status: str) -> None:
    match = office.make_match(status)
    row = office.row("matches", match)
    cw.correct(office.director, "volunteers", row["volunteer_id"], "in_person", seen="yes", now="no")
    office.make_volunteer()
    assert office.propose().new == 0
    assert office.status(match) == status


def test_capacity_is_what_is_left_of_the_week(office: Office) -> None:
    volunteer = office.make_volunteer(how_many=2)
    cw.choose(office.director, office.make_need(), volunteer)
    for _ in range(3):
        office.make_need()
    done = office.propose()
    assert done.new == 1
    assert [u.rule for u in done.unmatched] == ["others came first", "others came first"]


def test_who_waits_is_not_proposed_and_neither_is_their_need(office: Office) -> None:
    volunteer, need = office.make_volunteer(), office.make_need()
    until = office.clock() + timedelta(days=2)
    cw.hold(office.director, "volunteers", volunteer, until, seen="ready")
    assert [u.rule for u in office.propose().unmatched] == ["task"]
    cw.hold(office.director, "volunteers", volunteer, None, seen="ready")
    cw.hold(office.director, "needs", need, until, seen="open")
    done = office.propose()
    assert (done.new, done.unmatched) == (0, ())
    office.clock.pass_(days=3)
    assert office.propose().new == 1


def test_the_one_they_know_comes_again(office: Office) -> None:
    strangers = [office.make_volunteer() for _ in range(3)]
    known = office.make_volunteer(easting=375_500.0)
    first = office.make_need()
    resident = office.row("needs", first)["resident_id"]
    match = cw.choose(office.director, first, known).ids[0]
    cw.rang(office.director, match, "yes", seen="approved")
    cw.done(office.director, match, MONDAY.date(), 20, seen="accepted")
    office.clock.pass_(days=40)
    again = office.make_need(resident=resident)
    office.propose()
    assert proposed(office) == {(again, known)}
    assert known not in strangers
    assert (
        cw.why_matched(office.director, office.book.rows("matches", order="-at")[0]["id"])[0]
        == "Knows this resident: 1 visit"
    )


def test_whom_the_resident_asks_for_and_avoids(office: Office) -> None:
    near, wanted = office.make_volunteer(), office.make_volunteer(easting=375_500.0)
    need = office.make_need()
    resident = office.row("needs", need)["resident_id"]
    cw.correct(office.coordinator, "residents", resident, "avoids", seen=None, now=[near])
    office.propose()
    assert proposed(office) == {(need, wanted)}
    cw.correct(office.coordinator, "residents", resident, "avoids", seen=[near], now=[wanted])
    office.propose()
    assert proposed(office) == {(need, near)}


def test_says_what_would_help_where_nobody_is_found(office: Office) -> None:
    office.make_volunteer(dbs=None)
    need = office.make_need("visit")
    (left,) = office.propose().unmatched
    assert (left.need_id, left.places, left.rule) == (need, 1, "dbs")
    assert left.remedy == "Start a DBS check (enhanced) for the volunteer who could then help."


def test_what_is_decided_while_the_machine_reckons_is_not_overrun(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    need, volunteer = office.make_need(), office.make_volunteer()
    decide = Book.decide

    def slowly(self: Book, verb: str, **told: object) -> object:
        if verb == "propose":
            monkeypatch.setattr(Book, "decide", decide)
            cw.choose(office.director, need, volunteer)
        return decide(self, verb, **told)  # type: ignore[arg-type]

    monkeypatch.setattr(Book, "decide", slowly)
    assert office.propose().new == 0
    assert [m["status"] for m in office.book.rows("matches")] == ["approved"]


def test_an_empty_book_is_matched_in_peace(office: Office) -> None:
    assert office.propose().new == 0


def test_the_command_writes_proposals_and_tells_a_program(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.make_need()
    office.make_need("visit", slots=("mon_morning",))
    office.make_volunteer(dbs="basic", how_many=2)
    monkeypatch.setenv("COMMUNITY_HOME", str(office.settings.home))
    monkeypatch.setenv("DEMO", "no")
    told = CliRunner().invoke(command, ["--json"], catch_exceptions=False)
    answer = json.loads(told.stdout)
    assert (answer["new"], [u["rule"] for u in answer["unmatched"]]) == (1, ["dbs"])
    words = CliRunner().invoke(command, [], catch_exceptions=False).stdout
    assert "0 new proposals, 1 as before, 0 withdrawn." in words
    assert "Start a DBS check" in words


def test_a_run_that_changes_nothing_writes_nothing(office: Office) -> None:
    """Otherwise a program that matches again after each change would never stop."""
    office.make_need()
    office.make_volunteer()
    office.propose()
    token = office.book.token()
    assert office.propose().action is None
    assert office.book.token() == token


def test_who_did_not_say_how_far_goes_a_little_way_and_the_reasons_say_so(office: Office) -> None:
    near = office.make_volunteer(max_distance_km=None)
    need = office.make_need()
    office.propose()
    (match,) = office.book.rows("matches")
    assert (match["need_id"], match["volunteer_id"]) == (need, near)
    assert cw.why_matched(office.coordinator, match["id"])[-1] == "Did not say how far they go: 5 km taken"
    far = office.make_volunteer(max_distance_km=None, easting=380_000.0)
    no = cw.why_not_any(office.coordinator, office.make_need(), [far])
    assert no == {far: "They live 6.0 km away and go up to 5.0 km."}


def test_a_number_in_the_wrong_box_stops_nobody_s_help(office: Office) -> None:
    """A telephone number where it says how many people: it is kept as typed, and the matching goes on."""
    need, volunteer = office.make_need(), office.make_volunteer(how_many=1)
    cw.correct(office.director, "volunteers", volunteer, "how_many", seen=1, now=7_700_900_123)
    office.set(office.row("needs", office.make_need("shopping")), "people", 7_700_900_123)
    office.propose()
    assert (need, volunteer) in proposed(office)
