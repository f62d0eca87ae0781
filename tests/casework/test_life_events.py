"""Somebody dies or moves away: what ends is shown before, ends whole, is told by a person, and can be taken back."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.book import CannotUndo
from community.tables.message_codes import MessageKind
from community.tables.row_types import ContactRow, MessageRow, PairRow, VisitRow
from community.tables.vocabulary import ReachBy
from tests.casework.asking import approved, ask, message, switch_on, volunteer_of, worker
from tests.casework.coming import arrive, known, of_kind, resident_of, said_yes, tell, to_tell, told
from tests.casework.life import died, foresee_death, moved_away
from tests.casework.office import ELSEWHERE, HUB, TODAY, Office

YESTERDAY = TODAY - timedelta(days=1)
DIED = "Somebody whom they helped has died"


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def calls(office: Office) -> dict[str | None, str | None]:
    """By person, the words of the open call to them."""
    return {c.with_whom: c.words for c in office.book.rows(ContactRow, lambda c: [c.status == "open"])}


def unchanged(office: Office, before: dict[str, dict[str, object]]) -> list[str]:
    """The records that differ from before, but for the rows of calls and messages that were added since."""
    return [one for one, row in office.everything().items() if one in before and row != before[one]]


def test_a_resident_s_death_ends_all_at_once_and_the_volunteer_who_knew_them_hears_it_from_a_person(
    office: Office,
) -> None:
    match, _ = known(office)
    resident, volunteer = resident_of(office, match), volunteer_of(office, match)
    other = office.make_need("shopping", resident=resident)
    cw.not_given(office.handler, match, TODAY, "not_in", seen="active")
    before = office.everything()
    ending = foresee_death(office.handler, resident, YESTERDAY)
    assert office.everything() == before, "looking changes nothing"
    assert ([each.match_id for each in ending.matches], ending.needs, ending.calls) == ([match], 2, 1)
    assert [name.startswith("Vera") for name in ending.to_tell] == [True]
    done = died(office.handler, resident, YESTERDAY, knowing={match})
    assert office.row("residents", resident)["died_on"] == YESTERDAY.isoformat()
    assert [office.status(one) for one in (match, other, str(office.row("matches", match)["need_id"]))] == [
        "cancelled", "closed", "closed",
    ]  # fmt: skip
    assert office.row("needs", other)["closed_reason"] == "no_longer_here"
    assert [(who, DIED in str(words)) for who, words in calls(office).items()] == [(volunteer, True)]
    assert of_kind(office, match, "called_off") == of_kind(office, match, "nobody_comes") == []
    cw.undo(office.handler, done.id)
    assert unchanged(office, before) == []


def test_what_waits_to_go_to_somebody_who_died_stays_and_their_links_open_nothing(office: Office) -> None:
    match = said_yes(office)
    one = tell(office, match)
    resident = resident_of(office, match)
    done = died(office.coordinator, resident, TODAY)
    assert message(office, one).status == "withdrawn"
    assert cw.begin_sending(worker(office), one) is None
    assert cw.safe_contact(cw.see_person(office.handler, resident)).words[0].startswith("They died on 23 November")
    assert not any(DIED in str(words) for words in calls(office).values()), "the volunteer never knew whom it was for"
    assert list(calls(office)) == [volunteer_of(office, match)]
    cw.undo(office.coordinator, done.id)
    assert message(office, one).status == "queued"
    assert cw.begin_sending(worker(office), one) is not None


def test_somebody_who_was_only_asked_is_told_that_it_is_off_and_no_more(office: Office) -> None:
    match = approved(office)
    arrive(office, ask(office, match))
    died(office.handler, resident_of(office, match), TODAY)
    assert [str(words)[:22] for words in calls(office).values()] == ["They were asked to help"[:22]]


def test_a_lasting_pair_ends_and_hears_of_it_though_no_help_goes_on(office: Office) -> None:
    match, link = known(office)
    again = TODAY + timedelta(days=3)
    cw.report_visit(office.director, link, "done", cw.Visit(TODAY, again=again))  # type: ignore[arg-type]
    resident, volunteer = resident_of(office, match), volunteer_of(office, match)
    (pair,) = office.book.rows(PairRow)
    assert pair.next_check is not None
    planned = office.book.rows(VisitRow, lambda c: [c.status == "planned"])
    assert foresee_death(office.handler, resident, TODAY).visits == len(planned) == 1
    cw.end_match(office.director, match, seen="active", heard={resident, volunteer})
    died(office.handler, resident, TODAY)
    assert office.book.rows(PairRow)[0].next_check is None
    assert office.book.rows(VisitRow, lambda c: [c.status == "planned"]) == []
    assert [(who, DIED in str(words)) for who, words in calls(office).items()] == [(volunteer, True)]


def test_whoever_would_have_come_today_is_rung_at_once(office: Office) -> None:
    match, link = known(office)
    tomorrow = TODAY + timedelta(days=1)
    cw.report_visit(office.director, link, "done", cw.Visit(TODAY, again=tomorrow))  # type: ignore[arg-type]
    office.clock.pass_(days=1)
    died(office.handler, resident_of(office, match), TODAY)
    with office.book.reading() as reader:
        assert [call.with_whom for call in cw.pressing_calls(reader, office.clock())] == [volunteer_of(office, match)]


def test_a_volunteer_s_death_ends_what_they_promised_and_whom_they_helped_hears_it(office: Office) -> None:
    match, _ = told(office)
    open_offer = said_yes(office)
    resident, volunteer = resident_of(office, match), volunteer_of(office, match)
    need = str(office.row("matches", match)["need_id"])
    before = office.everything()
    done = died(office.coordinator, volunteer, YESTERDAY, knowing={match})
    row = office.row("volunteers", volunteer)
    assert (row["status"], row["died_on"]) == ("left", YESTERDAY.isoformat())
    assert (office.status(match), office.status(need), office.status(open_offer)) == ("cancelled", "open", "accepted")
    assert [who for who, words in calls(office).items() if "whom they knew has died" in str(words)] == [resident]
    assert volunteer not in calls(office)
    waiting = office.book.rows(MessageRow, lambda c: [c.to_whom == volunteer, c.status.in_(["queued", "by_hand"])])
    assert waiting == []
    cw.undo(office.coordinator, done.id)
    assert unchanged(office, before) == []


def test_a_resident_who_moves_away_is_not_rung_about_it_and_the_volunteer_is(office: Office) -> None:
    match, _ = known(office)
    resident, volunteer = resident_of(office, match), volunteer_of(office, match)
    moved_away(office.coordinator, resident, TODAY)
    assert office.row("residents", resident)["moved_on"] == TODAY.isoformat()
    assert [(who, "it ends here" in str(words)) for who, words in calls(office).items()] == [(volunteer, True)]
    assert "They moved away on 23 November" in cw.safe_contact(cw.see_person(office.handler, resident)).words[0]
    died(office.handler, resident, TODAY)
    with pytest.raises(cw.NotNow, match="already"):
        moved_away(office.coordinator, resident, TODAY)


def test_a_volunteer_who_moves_away_leaves_and_whom_they_helped_comes_first(office: Office) -> None:
    match, _ = told(office)
    moved_away(office.coordinator, volunteer_of(office, match), TODAY)
    assert office.status(match) == "cancelled"
    assert sum("comes no more" in line for line in to_tell(office)) == 1


def test_nothing_is_written_for_a_day_to_come_or_over_what_the_page_did_not_show(office: Office) -> None:
    match = said_yes(office)
    resident, before = resident_of(office, match), office.everything()
    for day in (TODAY + timedelta(days=1), None):
        with pytest.raises(cw.NotNow):
            died(office.handler, resident, day)
    with pytest.raises(cw.NotNow, match="Somebody else was found"):
        died(office.handler, resident, TODAY, knowing=())
    with pytest.raises(cw.NotNow, match="record of this kind"):
        died(office.handler, match, TODAY)
    assert office.everything() == before
    died(office.handler, resident, TODAY)
    with pytest.raises(cw.NotNow, match="already"):
        died(office.handler, resident, TODAY)


def test_it_is_for_those_who_may_see_the_person(office: Office) -> None:
    volunteer = office.make_volunteer(hub=ELSEWHERE)
    with pytest.raises((cw.NotFound, cw.NotAllowed)):
        died(office.coordinator, volunteer, TODAY)
    with pytest.raises(cw.NotAllowed):
        moved_away(office.handler, volunteer, TODAY)
    died(office.handler, volunteer, TODAY)


def test_it_can_be_taken_back_after_the_volunteer_was_rung_who_then_hears_that_it_was_a_mistake(office: Office) -> None:
    match, _ = known(office)
    done = died(office.handler, resident_of(office, match), TODAY)
    (call,) = office.book.rows(ContactRow, lambda c: [c.status == "open"])
    cw.deal_with_contact(office.handler, call.id)
    cw.undo(office.handler, done.id)
    assert office.status(match) == "active"
    assert sum("all is as before" in line for line in to_tell(office)) == 1


def test_the_undo_is_refused_once_somebody_helps_in_their_place(office: Office) -> None:
    match, _ = told(office)
    done = died(office.coordinator, volunteer_of(office, match), TODAY)
    need = str(office.row("matches", match)["need_id"])
    cw.choose(office.director, need, office.make_volunteer())
    with pytest.raises((CannotUndo, cw.NotNow)):
        cw.undo(office.director, done.id)


@pytest.mark.parametrize("kind", [MessageKind.RESIDENTS_VOICE, MessageKind.NOBODY_COMES])
def test_nothing_at_all_goes_to_somebody_who_died(kind: MessageKind, office: Office) -> None:
    match, _ = told(office)
    resident = resident_of(office, match)
    waits = {"about": match, "to_whom": resident, "kind": kind, "way": ReachBy.TEXT, "status": "by_hand"}
    one = office.book.append("messages", waits, by="test").id
    assert foresee_death(office.handler, resident, TODAY).messages == 2, "and the volunteer's link"
    died(office.handler, resident, TODAY)
    assert message(office, one).status == "withdrawn"


def test_what_was_lent_to_somebody_who_died_is_asked_for_without_their_number(office: Office) -> None:
    match, _ = told(office)
    resident = resident_of(office, match)
    for status in ("out", "back"):
        loan = {"what": "A heater", "resident_id": resident, "status": status, "hub": HUB}
        office.book.append("loans", loan, by="test")
    assert foresee_death(office.handler, resident, TODAY).lent == 1
    done = died(office.handler, resident, TODAY)
    (line,) = [i for i in cw.today(office.handler, office.clock.now) if "Something that we lent them" in i.title]
    assert line.title.startswith(str(office.row("residents", resident)["name"]))
    assert line.telephone is None
    cw.undo(office.handler, done.id)
    assert not any("Something that we lent them" in title for title in to_tell(office))
