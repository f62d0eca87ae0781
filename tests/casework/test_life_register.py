"""What happens in a life: each event is read before, done all or none, told by a person, and taken back whole."""

from datetime import date, timedelta

import pytest

import community.casework as cw
from community.casework.calls_to_make import PRESSING
from community.tables.row_types import ContactRow, NeedRow
from community.tables.verbs import Verb
from tests.casework.life import AGREED, PREPARED, SOON, charter_member, pair_of, referral_of
from tests.casework.office import TODAY, Office


def lines(office: Office, context: cw.WorkContext | None = None) -> list[str]:
    """What Today says of people to be told."""
    here = context or office.director
    return [item.title.partition(": ")[2] for item in cw.today(here, office.clock()) if item.kind == "tell_them"]


def due(office: Office) -> list[cw.WorklistItem]:
    return [item for item in cw.today(office.director, office.clock()) if item.kind == "referral_due"]


def happens(office: Office, verb: Verb, one: str, **answers: object) -> str:
    return cw.happened(office.director, verb, one, answers).id


def open_calls(office: Office, who: str) -> list[str]:
    """The words of the calls to this person that are still to be made."""
    calls = office.book.rows(ContactRow, lambda c: [c.with_whom == who, c.status == "open"])
    return [str(call.words) for call in calls]


def test_every_event_is_prepared_here() -> None:
    assert {event.verb for event in cw.LIFE_EVENTS} == set(PREPARED)


@pytest.mark.parametrize("verb", PREPARED)
def test_it_is_read_before_it_is_done_and_taken_back_whole(office: Office, verb: Verb) -> None:
    one, answers = PREPARED[verb](office)
    before = office.everything()
    row = cw.see(office.director, cw.row_type_of(one), one)
    assert verb in {event.verb for event in cw.events_of(office.director, row)}
    follows = cw.foresee_event(office.director, verb, one, answers)
    assert office.everything() == before, "looking changes nothing"
    known = {each.match_id for each in follows.matches}
    done = cw.happened(office.director, verb, one, answers, knowing=known)
    now = office.everything()
    assert now != before
    calls = [r for i, r in now.items() if i.startswith("C-") and i not in before and r["status"] == "open"]
    assert len(calls) == len(follows.lines)
    assert sum(i.startswith("N-") and i not in before for i in now) == follows.opened
    cw.undo(office.director, done.id)
    after = office.everything()
    assert {i: r for i, r in after.items() if i in before} == before
    assert [r for i, r in after.items() if i not in before and r.get("status") == "open"] == []


@pytest.mark.parametrize("verb", PREPARED)
def test_what_is_missing_is_asked_for_and_nothing_is_written(office: Office, verb: Verb) -> None:
    one, answers = PREPARED[verb](office)
    (event,) = [e for e in cw.LIFE_EVENTS if e.verb is verb and e.about is cw.row_type_of(one)]
    before = office.everything()
    for ask in event.asks:
        if ask.must:
            with pytest.raises(cw.NotNow, match="Answer this first"):
                cw.happened(office.director, verb, one, {**answers, ask.name: None})
        if ask.codes:
            with pytest.raises(cw.NotNow, match="one of the words"):
                cw.happened(office.director, verb, one, {**answers, ask.name: "volcano"})
    with pytest.raises(cw.NotNow, match="record of this kind"):
        cw.happened(office.director, verb, office.make_session(), answers)
    assert {i: r for i, r in office.everything().items() if i in before} == before


def test_while_they_are_away_nobody_comes_and_on_the_day_somebody_rings(office: Office) -> None:
    match = office.make_match("active", task_type="phone_call")
    need = office.row("needs", office.row("matches", match)["need_id"])
    one = str(need["resident_id"])
    cw.done(office.director, match, TODAY, seen="active", again=TODAY + timedelta(days=2))
    happens(office, Verb.AWAY, one, until=SOON, where="Ward 4")
    assert str(office.row("needs", need["id"])["hold_until"])[:10] == SOON.isoformat()
    assert {v["status"] for v in office.book.rows("visits")} == {"done", "cancelled"}
    assert [words[:37] for words in lines(office)] == ["Whom they help is away for a while, a"]
    heed = cw.safe_contact(cw.see_person(office.handler, one))
    assert heed.also == ("They are away until 2 December 2026 (Ward 4). Nobody goes there before.",)
    assert heed.words == [], "a volunteer is not told where"
    office.clock.pass_(days=9)
    back = "The day has come until which they were away. Ring and ask how they are, and whether help goes on"
    assert back in lines(office)
    happens(office, Verb.HOME_AGAIN, one)
    assert (office.row("residents", one)["away_until"], office.row("needs", need["id"])["hold_until"]) == (None, None)
    assert back not in lines(office)


def test_somebody_who_comes_home_has_their_needs_today_and_is_rung_three_times(office: Office) -> None:
    one = str(office.row("needs", office.make_need("phone_call"))["resident_id"])
    happens(office, Verb.DISCHARGE, one, home_on=TODAY, ward="Ward 4", tasks=["shopping", "phone_call"])
    new = [n for n in office.book.rows(NeedRow, lambda c: [c.resident_id == one]) if n.urgency == "today"]
    assert {n.task_type for n in new} == {"shopping", "phone_call"}
    (request,) = {n.request_id for n in new}
    assert office.row("help_requests", request)["status"] == "triaged"
    said = [words[:45] for words in lines(office)]
    assert said == ["They come home from hospital today. Ring and a"[:45]]
    for days in (1, 2):
        office.clock.pass_(days=days)
    assert len(lines(office)) == 3
    with office.book.reading() as reader:
        pressing = cw.pressing_calls(reader, office.clock())
    assert len(pressing) == 1, "only the day itself can't wait"


def test_what_is_planned_for_a_day_to_come_calls_nobody_out_of_bed(office: Office) -> None:
    one, answers = PREPARED[Verb.DISCHARGE](office)
    cw.happened(office.handler, Verb.DISCHARGE, one, answers)
    with office.book.reading() as reader:
        assert cw.pressing_calls(reader, office.clock()) == []


def test_whoever_does_not_open_stays_on_today_until_seen(office: Office) -> None:
    one, answers = PREPARED[Verb.NOBODY_OPENS](office)
    cw.happened(office.handler, Verb.NOBODY_OPENS, one, answers)
    cw.happened(office.handler, Verb.NOBODY_OPENS, one, {"tried": "The neighbour"})
    (line,) = [item for item in cw.today(office.handler, office.clock()) if item.kind == "tell_them"]
    assert "999" in line.title
    office.clock.pass_(days=3)
    with pytest.raises(cw.NotNow):
        cw.snooze(office.handler, line.id, "tell_them", office.clock() + timedelta(days=1))
    cw.deal_with_contact(office.handler, line.id)
    assert lines(office) == []


def test_a_home_is_a_new_address_and_the_volunteer_who_knew_the_old_one_is_told(office: Office) -> None:
    match = office.make_match("active", task_type="phone_call")
    cw.release(office.director, match, seen="active")
    one = str(office.row("needs", office.row("matches", match)["need_id"])["resident_id"])
    happens(office, Verb.INTO_A_HOME, one, address="The Limes", postcode="BA1 5AW", staff="Sister Moore", agreed=True)
    resident = office.row("residents", one)
    assert (resident["address"], resident["staff"]) == ("The Limes", "Sister Moore")
    assert {words[:22] for words in lines(office)} == {"What they were told on", "They live in a home no"}
    assert office.status(match) == "active"


def test_a_couple_is_two_and_the_carer_is_asked_what_they_need(office: Office) -> None:
    one, answers = PREPARED[Verb.LIVE_TOGETHER](office)
    other = str(answers["other"])
    happens(office, Verb.LIVE_TOGETHER, one, other=other, cares=True)
    assert (office.row("residents", one)["lives_with"], office.row("residents", other)["lives_with"]) == (other, one)
    assert (office.row("residents", one)["cares_for"], office.row("residents", other)["cares_for"]) == (other, None)
    with pytest.raises(cw.NotNow, match="same record"):
        happens(office, Verb.LIVE_TOGETHER, one, other=one)
    done = cw.happened(office.handler, Verb.CARER_DOWN, other, {"tasks": ["shopping"]})
    rung = office.book.rows(ContactRow, lambda c: [c.status == "open"])
    assert {(c.with_whom, str(c.words)[:15]) for c in rung if c.id in done.ids} == {
        (other, "Whoever cares f"), (one, "They care for s"),
    }  # fmt: skip


def test_whoever_lived_with_somebody_who_dies_or_goes_is_rung_and_nobody_asks_any_more_how_caring_goes(
    office: Office, subtests: pytest.Subtests
) -> None:
    gone = {
        Verb.DIED: ({"on": TODAY}, "has died. Ring kindly"),
        Verb.MOVED_AWAY: ({"on": TODAY}, "lives elsewhere now"),
        Verb.INTO_A_HOME: ({"address": "The Limes", "staff": "Sister Moore"}, "lives elsewhere now"),
    }
    for verb, (answers, words) in gone.items():
        with subtests.test(verb.value):
            cared, _ = PREPARED[Verb.LIVE_TOGETHER](office)
            carer = str(office.row("needs", office.make_need("phone_call"))["resident_id"])
            happens(office, Verb.LIVE_TOGETHER, cared, other=carer, is_cared_for=True)
            name = str(office.row("residents", carer)["name"])
            assert name in cw.foresee_event(office.director, verb, cared, answers).to_tell
            done = cw.happened(office.director, verb, cared, answers)
            assert [words in said for said in open_calls(office, carer)] == [True]
            assert (office.row("residents", carer)["lives_with"], office.row("residents", carer)["cares_for"]) == (
                None, None,
            )  # fmt: skip
            cw.undo(office.director, done.id)
            assert ["They care for somebody" in said for said in open_calls(office, carer)] == [True]
            cw.happened(office.director, verb, carer, answers)
            assert [{said} <= PRESSING and "Whoever cared for them" in said for said in open_calls(office, cared)] == [
                True,
            ]  # fmt: skip


def test_whom_somebody_cares_for_is_rung_when_the_carer_is_away(office: Office) -> None:
    carer = str(office.row("needs", office.make_need("phone_call"))["resident_id"])
    cared, _ = PREPARED[Verb.LIVE_TOGETHER](office)
    happens(office, Verb.LIVE_TOGETHER, carer, other=cared, cares=True)
    for _ in range(2):
        happens(office, Verb.AWAY, carer, until=SOON)
    assert ["Whoever cares for them can't" in said for said in open_calls(office, cared)] == [True]


def test_a_volunteer_who_is_ill_is_covered_and_whoever_relied_on_them_is_told(office: Office) -> None:
    match = office.make_match("active", task_type="phone_call")
    cw.done(office.director, match, TODAY, seen="active", again=SOON)
    (pair,) = office.book.rows("pairs")
    cover = office.make_volunteer()
    happens(office, Verb.PAIR_COVER, pair["id"], cover=cover)
    volunteer = str(office.row("matches", match)["volunteer_id"])
    follows = cw.foresee_event(office.coordinator, Verb.ILL, volunteer, {})
    assert len(follows.lines) == 3
    assert "There is nothing you need to do" in str(follows.say)
    happens(office, Verb.ILL, volunteer)
    assert office.status(volunteer) == "paused"
    assert {words[:17] for words in lines(office)} == {"They were told wh", "They are ill. Rin", "They said that th"}


def test_whoever_drives_no_more_keeps_what_needs_no_car(office: Office) -> None:
    lift, call = office.make_match("approved", task_type="lift"), office.make_match("approved", task_type="phone_call")
    volunteer = office.row("matches", lift)["volunteer_id"]
    office.set(office.row("matches", call), "volunteer_id", volunteer)
    happens(office, Verb.DRIVES_NO_MORE, str(volunteer), why="A scrape")
    row = office.row("volunteers", volunteer)
    assert (row["travel"], "lift" in str(row["tasks"]), "phone_call" in str(row["tasks"])) == (None, False, True)
    assert (office.status(lift), office.status(call)) == ("cancelled", "approved")
    assert cw.events_of(office.handler, cw.see_person(office.handler, str(volunteer))) != []


def test_a_goodbye_is_planned_told_to_both_and_followed_by_somebody_else(office: Office) -> None:
    pair = pair_of(office)
    happens(office, Verb.PLAN_GOODBYE, pair, ends_on=SOON, another_after=True)
    assert office.row("pairs", pair)["ends_on"] == SOON.isoformat()
    assert [words[:12] for words in lines(office)] == ["Their regula"] * 2
    (after,) = [n for n in office.book.rows(NeedRow) if n.hold_until is not None]
    assert (after.task_type, after.people, after.status) == ("phone_call", 1, "open")
    office.clock.pass_(days=9)
    assert any("The day has come on which it ends" in words for words in lines(office))


def test_two_who_part_are_never_proposed_again_and_nobody_is_blamed(office: Office) -> None:
    pair = office.row("pairs", pair_of(office))
    happens(office, Verb.PART, pair["id"], talk="Gifts", part=True)
    resident, volunteer = pair["resident_id"], pair["volunteer_id"]
    assert office.row("residents", resident)["avoids"] == volunteer
    assert office.row("volunteers", volunteer)["avoids"] == resident
    assert [words.startswith("It ends between them") for words in lines(office)] == [True, True]
    assert {office.status(m["id"]) for m in office.book.rows("matches")} <= {"cancelled", "completed"}
    (talk,) = office.book.rows(ContactRow, lambda c: [c.words == "Gifts"])
    assert cw.see(office.handler, ContactRow, talk.id).words is None, "coordinators read it"


def test_nobody_is_left_in_silence_when_we_cannot_help(office: Office) -> None:
    need = office.make_need("phone_call")
    for answers, instead in (
        ({"waits_until": SOON}, "ring you on 2 December 2026"),
        ({"service": "Care and Repair", **AGREED}, "we have asked Care and Repair"),
        ({}, "If it changes with us, we ring you"),
    ):
        say = str(cw.foresee_event(office.director, Verb.UNABLE, need, {"why": "We are too few", **answers}).say)
        assert instead in say
        assert office.settings.community.telephone in say
        assert "too few" not in say, "what is for coordinators is not read out"
    happens(office, Verb.UNABLE, need, why="Nobody drives so far", waits_until=SOON)
    assert office.status(need) == "open"
    assert [words[:25] for words in lines(office)] == ["We can't help with someth"]
    with pytest.raises(cw.NotNow, match="Choose one"):
        happens(office, Verb.UNABLE, need, why="x", waits_until=SOON, service="Another", **AGREED)
    with pytest.raises(cw.NotNow, match="agreed"):
        happens(office, Verb.UNABLE, need, why="x", service="Another")
    office.clock.pass_(days=9)
    assert any("They wait for help" in words for words in lines(office))
    happens(office, Verb.UNABLE, need, why="x", told=True)
    assert office.row("needs", need)["closed_reason"] == "unable"
    assert lines(office) == [], "whoever was told waits no more"


def test_a_service_is_asked_again_until_somebody_has_taken_it_up(office: Office) -> None:
    referral = referral_of(office)
    assert office.row("referrals", referral)["agreed"] == ("They themselves: On the telephone. May be told: Telephone")
    assert date.fromisoformat(str(office.row("referrals", referral)["chase_on"])) > TODAY
    office.clock.pass_(days=8)
    (line,) = due(office)
    assert line.title.startswith("Ask Care and Repair whether somebody has taken it up: Rita Resident")
    happens(office, Verb.REFERRAL_TAKEN_UP, referral, by="Jo at the desk", on=TODAY)
    assert due(office) == []
    row = office.row("referrals", referral)
    assert (row["status"], row["acknowledged_by"], row["chase_on"]) == ("acknowledged", "Jo at the desk", None)
    happens(office, Verb.REFERRAL_OVER, referral, outcome="Rails fitted")
    with pytest.raises(cw.NotNow):
        happens(office, Verb.REFERRAL_TAKEN_UP, referral, by="Jo", on=TODAY)


def test_an_organisation_that_needs_twenty_meals_asks_once(office: Office) -> None:
    organisation = charter_member(office)
    happens(office, Verb.ORGANISATION_ASKS, organisation, task="shopping", many=20)
    (request,) = office.book.rows("help_requests")
    needs = office.book.rows(NeedRow)
    assert (request["name"], len(needs), {n.request_id for n in needs}) == ("Chapel Row Choir", 20, {request["id"]})
    happens(office, Verb.ORGANISATION_ASKS, organisation, task="shopping", lines="To the High Street\nTo the Paragon")
    assert len(office.book.rows("residents")) == 1
    assert {n.details for n in office.book.rows(NeedRow)} == {None, "To the High Street", "To the Paragon"}
    for wrong in ({"many": 0}, {"many": 61}, {"many": 3, "lines": "One\nTwo"}):
        with pytest.raises(cw.NotNow, match="how many"):
            happens(office, Verb.ORGANISATION_ASKS, organisation, task="shopping", **wrong)
