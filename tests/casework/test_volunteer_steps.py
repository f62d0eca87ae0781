from datetime import date, timedelta

import pytest

import community.casework as cw
from community.book import Stale
from tests.casework.office import TODAY, Office


def test_from_applying_to_ready(office: Office) -> None:
    one = office.make_volunteer(status="applied", inducted_on=None)
    cw.move_volunteer(office.coordinator, one, "checking", seen="applied")
    with pytest.raises(cw.NotNow, match="induction"):
        cw.move_volunteer(office.coordinator, one, "ready", seen="checking")
    cw.induct(office.coordinator, one, TODAY)
    cw.move_volunteer(office.coordinator, one, "ready", seen="checking")
    assert office.status(one) == "ready"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"consent": None}, "agreed"),
        ({"over_18": "no"}, "guardian"),
        ({"over_18": "no", "guardian_consent": "no"}, "guardian"),
    ],
)
def test_nobody_is_ready_without_what_we_must_have(office: Office, told: dict[str, str], words: str) -> None:
    one = office.make_volunteer(status="checking", **told)
    with pytest.raises(cw.NotNow, match=words):
        cw.move_volunteer(office.director, one, "ready", seen="checking")


def test_a_step_that_may_not_follow_is_refused(office: Office) -> None:
    one = office.make_volunteer(status="declined")
    with pytest.raises(cw.NotNow):
        cw.move_volunteer(office.director, one, "ready", seen="declined")
    with pytest.raises(Stale):
        cw.move_volunteer(office.director, one, "checking", seen="applied")


def test_who_rests_keeps_what_is_under_way_and_gets_nothing_new(office: Office) -> None:
    volunteer = office.make_volunteer(how_many=3)
    active = cw.choose(office.coordinator, office.make_need(), volunteer).ids[0]
    office.make_need()
    office.propose()
    (proposed,) = office.book.rows("matches", lambda c: [c.status == "proposed"])
    cw.move_volunteer(office.coordinator, volunteer, "paused", seen="ready")
    assert (office.status(active), office.status(proposed["id"])) == ("approved", "superseded")
    assert office.propose().new == 0


def test_who_leaves_has_nothing_promised_left(office: Office) -> None:
    match = office.make_match("active")
    volunteer = office.row("matches", match)["volunteer_id"]
    cw.move_volunteer(office.coordinator, volunteer, "left", seen="ready")
    assert office.status(match) == "cancelled"
    assert office.status(office.row("matches", match)["need_id"]) == "open"


def test_a_check_is_its_level_and_its_day_and_who_saw_it(office: Office) -> None:
    one = office.make_volunteer(dbs=None)
    (check,) = cw.add_check(office.coordinator, one, kind="dbs", level="enhanced", number="001", seen_on=TODAY).ids
    row = office.row("checks", check)
    assert (row["level"], row["seen_on"], row["seen_by"]) == ("enhanced", "2026-11-23", "Cora Coordinator")


@pytest.mark.parametrize(
    "told",
    [
        {"kind": "dbs", "level": None, "seen_on": TODAY},
        {"kind": "dbs", "level": "platinum", "seen_on": TODAY},
        {"kind": "reference", "level": "basic", "seen_on": TODAY},
        {"kind": "horoscope", "level": None, "seen_on": TODAY},
        {"kind": "dbs", "level": "basic", "seen_on": TODAY + timedelta(days=1)},
        {"kind": "dbs", "level": "basic", "seen_on": TODAY, "renew_on": TODAY},
    ],
)
def test_a_check_that_can_t_be_is_not_written_down(office: Office, told: dict[str, object]) -> None:
    with pytest.raises(cw.NotNow):
        cw.add_check(office.director, office.make_volunteer(), **told)  # type: ignore[arg-type]


def test_the_highest_valid_check_counts(office: Office) -> None:
    one = office.make_volunteer(dbs="enhanced")
    cw.add_check(office.director, one, kind="dbs", level="basic", seen_on=date(2026, 11, 1))
    cw.choose(office.director, office.make_need("visit"), one)


def test_an_induction_is_a_day_that_has_come(office: Office) -> None:
    with pytest.raises(cw.NotNow):
        cw.induct(office.director, office.make_volunteer(), TODAY + timedelta(days=1))


def test_an_induction_is_written_down_once_whatever_was_decided_meanwhile(office: Office) -> None:
    one = office.make_volunteer(status="checking", inducted_on=None)
    cw.move_volunteer(office.director, one, "paused", seen="checking")
    cw.induct(office.director, one, TODAY)
    cw.induct(office.coordinator, one, TODAY)
    with pytest.raises(Stale):
        cw.induct(office.coordinator, one, TODAY - timedelta(days=7))
    assert office.row("volunteers", one)["inducted_on"] == TODAY.isoformat()
