"""The resident is told who comes, and only then may the volunteer know whom they help."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

import community.casework as cw
from community.casework.detail_release import objection_ends
from community.tables.canonical import moment
from community.tables.message_codes import BounceKind, SendOutcome
from community.tables.vocabulary import ReachBy
from tests.casework.asking import jobs, message, switch_on, worker
from tests.casework.coming import arrive, of_kind, resident_of, said_yes, tell, to_tell, told
from tests.casework.office import TODAY, Office


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def kinds(office: Office) -> list[str]:
    return [item.kind for item in cw.today(office.handler, office.clock())]


def ways(office: Office, match: str, **resident: object) -> list[ReachBy]:
    row = office.row("residents", resident_of(office, match))
    for column, value in resident.items():
        office.set(row, column, value)
    return [each.way for each in cw.ways_to_tell(office.handler, match)]


def test_the_telephone_comes_first_and_what_they_like_before_it(office: Office) -> None:
    match = said_yes(office)
    assert ways(office, match) == ["telephone", "text", "letter"]
    assert ways(office, match, reach_by="letter", email="rita@example.org") == ["letter", "telephone", "text", "email"]


@pytest.mark.parametrize(
    ("resident", "left"),
    [
        ({"telephone": "01225 000000"}, ["telephone", "letter"]),
        ({"text_only": "yes"}, ["text", "letter"]),
        ({"not_safe": "ring"}, ["text", "letter"]),
        ({"not_safe": "text"}, ["telephone", "letter"]),
        ({"not_safe": "post"}, ["telephone", "text"]),
        ({"stopped": "text"}, ["telephone", "letter"]),
        ({"unreached": "text"}, ["telephone", "letter"]),
        ({"telephone": None, "address": "as above"}, []),
    ],
)
def test_only_ways_that_reach_them_and_are_safe_are_offered(
    office: Office, resident: dict[str, object], left: list[str]
) -> None:
    match = said_yes(office)
    assert ways(office, match, **resident) == left
    for way in set(ReachBy) - set(left):
        with pytest.raises(cw.NotNow):
            cw.tell_resident(office.handler, match, way)


def test_name_and_address_wait_until_the_resident_knows_and_has_had_time_to_object(office: Office) -> None:
    match = said_yes(office)
    with pytest.raises(cw.NotNow, match="first"):
        cw.release(office.handler, match, seen="accepted")
    one = tell(office, match)
    with pytest.raises(cw.NotNow, match="first"):
        cw.release(office.handler, match, seen="accepted")
    arrive(office, one)
    assert office.status(match) == "active"
    with pytest.raises(cw.NotNow, match="may still object until"):
        cw.release(office.handler, match, seen="active")
    office.clock.pass_(hours=office.settings.messages.object_hours)
    assert "1 High Street" in cw.release(office.handler, match, seen="active").words


def test_a_letter_gives_them_working_days_and_a_call_no_time_at_all(office: Office) -> None:
    match = said_yes(office)
    letter = tell(office, match, ReachBy.LETTER)
    assert message(office, letter).status == "by_hand"
    cw.pass_on(office.handler, letter)
    office.clock.pass_(days=2)
    with pytest.raises(cw.NotNow, match="may still object"):
        cw.release(office.handler, match, seen="active")
    office.clock.pass_(days=2)
    assert cw.release(office.handler, match, seen="active").words
    other = said_yes(office)
    cw.resident_told(office.handler, other)
    assert cw.release(office.handler, other, seen="active").words


def test_two_who_know_each_other_need_no_more_than_a_yes(office: Office) -> None:
    match = said_yes(office)
    office.make_known(match)
    assert cw.release(office.handler, match, seen="accepted").words


def test_the_volunteer_gets_their_link_by_the_way_they_were_asked_once_there_was_time_to_object(office: Office) -> None:
    match, _ = told(office)
    (link,) = of_kind(office, match, "resident_knows")
    volunteer = office.row("matches", match)["volunteer_id"]
    assert (link.to_whom, link.way, link.status) == (volunteer, "email", "queued")
    state, due = jobs(office)[link.id]
    told_at = office.row("matches", match)["resident_told_at"]
    assert state == "waiting"
    assert due > told_at
    hours = timedelta(hours=office.settings.messages.object_hours)
    assert moment(due) - moment(told_at) >= hours


def test_who_is_expected_today_and_has_not_opened_their_link_is_rung(office: Office) -> None:
    match, _ = told(office, on=TODAY + timedelta(days=1))
    (link,) = of_kind(office, match, "resident_knows")
    office.clock.pass_(hours=3)
    arrive(office, link.id)
    assert kinds(office) == []
    office.clock.pass_(hours=12)
    (line,) = cw.today(office.handler, office.clock())
    assert (line.kind, line.urgency) == ("volunteer_to_tell", "today")
    assert "has not opened their link" in line.title
    assert cw.prove_who(office.director, link.id, "0123")
    cw.read_details(office.director, link.id)
    assert kinds(office) == []


@pytest.mark.parametrize(
    ("told_at", "opens_at"),
    [
        ((2026, 11, 23, 20, 30), (2026, 11, 24, 9, 30)),  # half an hour before the quiet hours
        ((2026, 11, 23, 23), (2026, 11, 24, 10)),  # passed on by hand, late
        ((2026, 11, 24, 3), (2026, 11, 24, 10)),
        ((2026, 11, 23, 19), (2026, 11, 23, 21)),
        ((2027, 3, 27, 20), (2027, 3, 28, 8)),  # the clocks go forward: 9 in the morning is 8 in UTC
        ((2026, 10, 24, 19), (2026, 10, 25, 9)),  # and back: 8 in the evening is 7 in UTC
    ],
)
def test_nobody_has_to_object_in_their_sleep(
    office: Office, told_at: tuple[int, ...], opens_at: tuple[int, ...]
) -> None:
    sent, opens = (datetime(*each, tzinfo=UTC) for each in (told_at, opens_at))  # type: ignore[misc]
    assert (office.settings.messages.quiet_from, office.settings.messages.object_hours) == (time(21), 2)
    assert objection_ends(office.settings, sent, ReachBy.TEXT) == opens


def test_a_volunteer_who_was_rung_is_rung_again_or_sent_their_link(office: Office) -> None:
    match = office.make_match("active")
    assert of_kind(office, match, "resident_knows") == []
    assert kinds(office) == ["volunteer_to_tell"]
    office.set(office.row("volunteers", office.row("matches", match)["volunteer_id"]), "telephone", "07700 900123")
    cw.tell_volunteer(office.handler, match, ReachBy.TEXT, seen="active")
    assert kinds(office) == []
    with pytest.raises(cw.NotNow):
        cw.tell_volunteer(office.handler, match, ReachBy.EMAIL, seen="active")
    cw.tell_volunteer(office.handler, match, ReachBy.TEXT, seen="active")
    assert sorted(m.status for m in of_kind(office, match, "resident_knows")) == ["queued", "withdrawn"]


@pytest.mark.parametrize("way_back", ["bounce", "refused"])
def test_a_message_that_never_reached_them_puts_the_resident_back_on_today(office: Office, way_back: str) -> None:
    match = said_yes(office)
    one = tell(office, match)
    if way_back == "bounce":
        arrive(office, one)
        assert cw.note_bounce(worker(office), one, BounceKind.HARD)
    else:
        cw.begin_sending(worker(office), one)
        cw.note_delivery(worker(office), one, SendOutcome.REFUSED, None)
    assert office.status(match) == "accepted"
    assert office.row("matches", match)["resident_told_at"] is None
    assert all(m.status == "withdrawn" for m in of_kind(office, match, "resident_knows"))
    assert "resident_to_tell" in kinds(office)
    with pytest.raises(cw.NotNow):
        cw.release(office.handler, match, seen="accepted")


def test_a_bounce_of_what_was_said_again_by_telephone_changes_nothing(office: Office) -> None:
    match = said_yes(office)
    one = tell(office, match)
    cw.begin_sending(worker(office), one)
    cw.resident_told(office.handler, match)
    cw.note_bounce(worker(office), one, BounceKind.HARD)
    assert office.status(match) == "active"
    assert cw.release(office.handler, match, seen="active").words


def test_a_call_takes_the_place_of_a_message_that_has_not_gone(office: Office) -> None:
    match = said_yes(office)
    one = tell(office, match)
    cw.resident_told(office.handler, match)
    assert message(office, one).status == "withdrawn"
    assert cw.begin_sending(worker(office), one) is None


def test_another_way_takes_the_place_of_the_first(office: Office) -> None:
    match = said_yes(office)
    one = tell(office, match)
    other = tell(office, match, ReachBy.LETTER)
    assert (message(office, one).status, message(office, other).status) == ("withdrawn", "by_hand")


def test_while_a_message_is_on_its_way_nobody_is_asked_to_ring(office: Office) -> None:
    match = said_yes(office)
    assert kinds(office) == ["resident_to_tell"]
    one = tell(office, match)
    assert kinds(office) == []
    office.clock.pass_(hours=3)
    assert kinds(office) == ["message_back"], "it does not go by itself"
    cw.begin_sending(worker(office), one)
    assert kinds(office) == ["message_unsure"]
    cw.settle_message(office.handler, one, arrived=True)
    assert office.status(match) == "active"


def test_the_day_is_today_or_later_and_asked_about_the_morning_after(office: Office) -> None:
    match = said_yes(office)
    for on in (TODAY - timedelta(days=1), TODAY + timedelta(days=500)):
        with pytest.raises(cw.NotNow):
            cw.tell_resident(office.handler, match, ReachBy.TEXT, on=on)
    with pytest.raises(cw.NotNow):
        cw.resident_told(office.handler, match, on=TODAY, part="noon")
    cw.resident_told(office.handler, match, on=date(2026, 11, 26), part="morning")
    row = office.row("matches", match)
    assert (row["first_on"], row["first_part"]) == ("2026-11-26", "morning")
    (asked,) = of_kind(office, match, "how_was_it")
    assert jobs(office)[asked.id][1].startswith("2026-11-27T09")


def test_calling_it_off_withdraws_what_has_not_gone(office: Office) -> None:
    match, _ = told(office, on=TODAY + timedelta(days=3))
    cw.cancel(office.director, match, seen="active")
    assert {m.status for kind in ("resident_knows", "how_was_it") for m in of_kind(office, match, kind)} == {
        "withdrawn"
    }
    assert len(to_tell(office)) == 2


def test_a_protected_address_is_told_by_the_lead_alone(office: Office) -> None:
    match, _ = told(office)
    office.set(office.row("residents", resident_of(office, match)), "protected_address", "yes")
    office.clock.pass_(hours=3)
    for context in (office.handler, office.coordinator, office.director):
        words = cw.release(context, match, seen="active").words
        assert "High Street" not in words
        assert "BA1 5AW" not in words
        assert "safeguarding lead" in words
    lead = office.desk(cw.User("Lena Lead", "call_handler", safeguarding="lead"))
    assert "1 High Street, BA1 5AW" in cw.release(lead, match, seen="active").words


def test_who_is_told_is_the_same_on_a_book_that_the_sheet_keeps(office: Office) -> None:
    match = said_yes(office)
    office.settings = office.settings.model_copy(update={"kept_in_sheet": True})
    office.__post_init__()
    assert not any(each.by_itself for each in cw.ways_to_tell(office.handler, match))
    one = tell(office, match)
    assert message(office, one).status == "by_hand"
    cw.pass_on(office.handler, one)
    assert office.status(match) == "active"
    assert of_kind(office, match, "resident_knows") == [], "a message could hold no link, and say no more than ring us"
    office.clock.pass_(hours=3)
    (line,) = [i for i in cw.today(office.handler, office.clock()) if i.id == match]
    assert line.kind == "volunteer_to_tell"
