"""An event written down a second time replaces the first, and nobody is asked to ring somebody who has died."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.book import Stale
from community.tables.row_types import ContactRow, HelpRequestRow, NeedRow, ResidentRow
from community.tables.statuses import VolunteerStatus
from community.tables.support_vocabulary import AtRiskIn
from community.tables.verbs import Verb
from tests.casework.life import SOON, died, key_of, pair_of
from tests.casework.office import TODAY, Office

LATER, SOONER = SOON + timedelta(days=5), SOON - timedelta(days=5)


def happens(office: Office, verb: Verb, one: str, **answers: object) -> str:
    return cw.happened(office.director, verb, one, answers).id


def still(office: Office) -> list[tuple[str, str | None]]:
    """The calls still to be made, on Today now or later: how their words begin, and to whom."""
    rows = office.book.rows(ContactRow, lambda c: [c.status == "open"])
    return sorted((str(row.words)[:20], row.with_whom) for row in rows)


def resident_of(office: Office) -> tuple[str, str]:
    need = office.make_need("phone_call")
    return str(office.row("needs", need)["resident_id"]), need


@pytest.mark.parametrize("until", [LATER, SOONER])
def test_away_for_longer_or_shorter_than_was_said(office: Office, until: object) -> None:
    one, need = resident_of(office)
    happens(office, Verb.AWAY, one, until=SOON)
    happens(office, Verb.AWAY, one, until=until)
    assert str(office.row("needs", need)["hold_until"])[:10] == str(until)
    assert still(office) == [("The day has come unt", one)], "they are asked once, on the day that holds"
    happens(office, Verb.HOME_AGAIN, one)
    assert office.row("needs", need)["hold_until"] is None
    assert still(office) == []


def test_what_was_put_aside_for_another_reason_waits_on_when_they_come_home(office: Office) -> None:
    one, need = resident_of(office)
    cw.hold(office.director, "needs", need, office.clock() + timedelta(days=60), seen="open")
    put_aside = office.row("needs", need)["hold_until"]
    happens(office, Verb.AWAY, one, until=SOON)
    happens(office, Verb.DISCHARGE, one, home_on=TODAY)
    assert office.row("needs", need)["hold_until"] == put_aside


def test_coming_home_later_than_was_said_holds_their_help_until_then_and_asks_no_more(office: Office) -> None:
    one, need = resident_of(office)
    happens(office, Verb.AWAY, one, until=SOONER)
    happens(office, Verb.DISCHARGE, one, home_on=SOON)
    assert str(office.row("needs", need)["hold_until"])[:10] == SOON.isoformat()
    assert {words for words, _ in still(office)} == {"They come home from ", "They came home from "}
    assert len(still(office)) == 3
    happens(office, Verb.DISCHARGE, one, home_on=LATER)
    assert len(still(office)) == 3, "the new day replaces the old one"


def test_a_goodbye_is_planned_anew_for_another_day(office: Office) -> None:
    pair = office.row("pairs", pair_of(office))
    for day in (SOON, LATER):
        happens(office, Verb.PLAN_GOODBYE, pair["id"], ends_on=day, another_after=True)
    both = {pair["resident_id"], pair["volunteer_id"]}
    assert {who for words, who in still(office) if words.startswith("Their regular")} == both
    assert [words for words, _ in still(office)] == ["The day has come on "] + ["Their regular visits"] * 2
    (after,) = [n for n in office.book.rows(NeedRow) if n.hold_until is not None]
    assert after.hold_until[:10] == LATER.isoformat()  # type: ignore[index]


def test_a_goodbye_that_was_taken_back_can_be_planned_again(office: Office) -> None:
    pair = pair_of(office)
    cw.undo(office.director, happens(office, Verb.PLAN_GOODBYE, pair, ends_on=SOON, another_after=True))
    office.clock.pass_(seconds=60)
    happens(office, Verb.PLAN_GOODBYE, pair, ends_on=LATER, another_after=True)
    assert [n.hold_until[:10] for n in office.book.rows(NeedRow) if n.hold_until] == [LATER.isoformat()]


def test_two_who_part_need_no_goodbye_any_more(office: Office) -> None:
    pair = pair_of(office)
    happens(office, Verb.PLAN_GOODBYE, pair, ends_on=SOON)
    happens(office, Verb.PART, pair, talk="Gifts", part=True)
    assert {words for words, _ in still(office)} == {"It ends between them "[:20]}


def test_what_we_could_not_help_with_is_asked_about_once(office: Office) -> None:
    _, need = resident_of(office)
    for day in (SOON, LATER):
        happens(office, Verb.UNABLE, need, why="Too few", waits_until=day, told=True)
    assert len(still(office)) == 1
    happens(office, Verb.UNABLE, need, why="Too few", told=True)
    assert still(office) == []


def test_nobody_is_to_ring_a_volunteer_or_resident_who_has_died(office: Office) -> None:
    pair, cover = office.row("pairs", pair_of(office)), office.make_volunteer()
    happens(office, Verb.PAIR_COVER, pair["id"], cover=cover)
    happens(office, Verb.PLAN_GOODBYE, pair["id"], ends_on=SOON)
    died(office.director, cover, TODAY)
    ill = cw.happened(office.director, Verb.ILL, pair["volunteer_id"], {})
    assert [c for c in office.book.rows(ContactRow) if c.id in ill.ids and c.with_whom == cover] == []
    died(office.director, pair["volunteer_id"], TODAY)
    assert [words for words, _ in still(office)] == ["The volunteer whom t"]
    died(office.director, pair["resident_id"], TODAY)
    happens(office, Verb.PART, pair["id"], talk="Gifts", part=True)
    assert still(office) == []


def test_nobody_covers_for_what_is_over(office: Office) -> None:
    pair, cover = office.row("pairs", pair_of(office)), office.make_volunteer()
    happens(office, Verb.PAIR_COVER, pair["id"], cover=cover)
    happens(office, Verb.PART, pair["id"], talk="Gifts", part=True)
    ill = cw.happened(office.director, Verb.ILL, pair["volunteer_id"], {})
    assert [c.with_whom for c in office.book.rows(ContactRow) if c.id in ill.ids] == [pair["volunteer_id"]]


def test_an_accident_of_which_somebody_died_asks_nobody_how_they_are(office: Office) -> None:
    one = office.make_volunteer()
    died(office.director, one, TODAY)
    happens(office, Verb.ACCIDENT, one, kind="fall", on=TODAY, what="On the ice")
    assert still(office) == [("There was an acciden", None)]
    (line,) = [item for item in cw.today(office.director, office.clock()) if item.kind == "tell_them"]
    assert "how they are" not in line.title
    assert "insurer" in line.title


def test_a_lost_key_of_somebody_who_died_is_told_to_whoever_they_named(office: Office) -> None:
    key = key_of(office)
    died(office.director, office.row("door_keys", key)["resident_id"], TODAY)
    happens(office, Verb.KEY_LOST, key)
    (line,) = [item for item in cw.today(office.director, office.clock()) if "lost" in item.title]
    assert "whoever they named" in line.title


@pytest.mark.parametrize("how", ["died", "moved_away", "left"])
def test_a_key_that_a_volunteer_has_is_asked_for_when_they_are_gone(office: Office, how: str) -> None:
    one, key = office.make_volunteer(), key_of(office)
    happens(office, Verb.KEY_OUT, key, to=one)
    if how == "left":
        cw.move_volunteer(office.director, one, VolunteerStatus.LEFT, seen="ready")
    else:
        happens(office, Verb(how), one, on=TODAY)
    assert still(office) == [("Something that we le", None) if how == "died" else ("They help no more, a", one)]


def test_a_couple_of_whom_one_died_lives_together_no_more(office: Office) -> None:
    one, _ = resident_of(office)
    other, _ = resident_of(office)
    happens(office, Verb.LIVE_TOGETHER, one, other=other, cares=True)
    died(office.director, other, TODAY)
    row = office.row("residents", one)
    assert (row["lives_with"], row["cares_for"]) == (None, None)


def test_who_was_rung_today_is_not_rung_again_and_tomorrow_is(office: Office) -> None:
    one, _ = resident_of(office)
    happens(office, Verb.AT_RISK, one, at_risk_in=["snow"])
    cw.begin_ring_round(office.director, AtRiskIn.SNOW, [one])
    office.clock.pass_(days=1)
    (call,) = [c.id for c in office.book.rows(ContactRow, lambda c: [c.status == "open"])]
    cw.deal_with_contact(office.director, call)
    stands = cw.ring_round(office.director, AtRiskIn.SNOW)
    assert (stands.to_ring, stands.reached) == ((), 1), "who was put there yesterday and rung today was rung today"
    with pytest.raises(cw.NotNow, match="was rung today"):
        cw.begin_ring_round(office.director, AtRiskIn.SNOW, [one])  # a page that was opened before
    office.clock.pass_(days=1)
    assert [each.id for each in cw.ring_round(office.director, AtRiskIn.SNOW).to_ring] == [one]


def test_where_somebody_with_a_protected_address_is_the_lead_alone_reads_and_writes(office: Office) -> None:
    one, need = resident_of(office)
    lead = office.desk(cw.User("Lena Lead", "director", safeguarding="lead"))
    home = {"address": "The Limes", "staff": "Sister Moore, The Limes"}
    happens(office, Verb.AWAY, one, until=SOON, where="Ward 4")
    happens(office, Verb.INTO_A_HOME, one, **home)
    cw.keep_contact_safe(lead, one, seen={}, now={"protected_address": "yes"})
    asked = cw.see(office.director, HelpRequestRow, str(office.row("needs", need)["request_id"]))
    for here, told in ((office.director, False), (office.handler, False), (lead, True)):
        row = cw.see(here, ResidentRow, one)
        said = [*cw.safe_contact(row).also, *cw.safe_contact_for(here, asked).also, row.staff or ""]
        assert ("Ward 4" in str(said), "Limes" in str(said)) == (told, told), here.user.name
    with pytest.raises(cw.NotAllowed, match="protected"):
        cw.happened(office.coordinator, Verb.INTO_A_HOME, one, home)
    cw.happened(lead, Verb.INTO_A_HOME, one, {"address": "The Elms"})
    assert office.row("residents", one)["address"] == "The Elms"


def test_two_at_one_moment_do_not_write_over_each_other(office: Office) -> None:
    key, first, second = key_of(office), office.make_volunteer(), office.make_volunteer()
    seen = {"held_by": None}
    cw.happened(office.coordinator, Verb.KEY_OUT, key, {"to": first}, seen=seen)
    with pytest.raises(Stale) as faster:
        cw.happened(office.director, Verb.KEY_OUT, key, {"to": second}, seen=seen)
    assert faster.value.now == first
    assert office.row("door_keys", key)["held_by"] == first
    cw.happened(office.director, Verb.KEY_OUT, key, {"to": second}, seen={"held_by": first})
    assert office.row("door_keys", key)["held_by"] == second


def test_whoever_moved_into_a_home_lives_with_nobody_here_and_cares_for_nobody(office: Office) -> None:
    one, other = resident_of(office)[0], resident_of(office)[0]
    happens(office, Verb.LIVE_TOGETHER, one, other=other, cares=True)
    before = office.everything()
    moved = happens(office, Verb.INTO_A_HOME, one, address="The Limes")
    for each in (one, other):
        row = office.row("residents", each)
        assert (row["lives_with"], row["cares_for"]) == (None, None)
    calls = still(office)
    assert [who for _, who in calls] == [other], "nobody asks the one who moved how caring goes"
    away = happens(office, Verb.AWAY, one, until=SOON)
    assert [who for words, who in still(office) if (words, who) not in calls] == [one], "nobody is without a carer"
    for action in (away, moved):
        cw.undo(office.director, action)
    after = office.everything()
    assert {key: after[key] for key in before} == before
