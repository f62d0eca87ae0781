"""Messages about help today or tomorrow that did not reach their reader: what counts as lost, and until when."""

from datetime import date, timedelta

import pytest

import community.casework as cw
from community.tables.message_codes import BounceKind, ResidentAnswer, SendOutcome, SendReason
from community.tables.vocabulary import ReachBy
from tests.casework.asking import approved, ask, message, sent, switch_on, volunteer_of, worker
from tests.casework.coming import arrive, known, of_kind, resident_of, said_yes, tell, told
from tests.casework.office import TODAY, Office

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def lost(office: Office) -> list[str]:
    with office.book.reading() as reader:
        return [each.id for each in cw.lost_messages(reader, office.clock())]


def urgent(office: Office, match: str) -> None:
    office.set(office.row("needs", office.row("matches", match)["need_id"]), "urgency", "today")


def back(office: Office, one: str, kind: BounceKind = BounceKind.HARD) -> None:
    cw.note_bounce(worker(office), one, kind)


def test_an_urgent_question_that_comes_back_is_lost_until_somebody_rang_or_it_is_asked_anew(office: Office) -> None:
    match, calm = approved(office), approved(office)
    urgent(office, match)
    first, other = sent(office, match), sent(office, calm)
    assert lost(office) == []
    back(office, first, BounceKind.SOFT)
    back(office, other)
    assert lost(office) == [first], "what is not urgent waits for office hours"
    again = ask(office, match, seen="offered")
    assert lost(office) == []
    cw.begin_sending(worker(office), again)
    cw.note_delivery(worker(office), again, SendOutcome.REFUSED, SendReason.CONTENT_REFUSED)
    assert lost(office) == [again]
    cw.log_contact(office.handler, match, with_whom=volunteer_of(office, match), direction="out")
    assert lost(office) == []


def test_what_is_just_being_sent_is_not_lost_and_what_nobody_knows_of_later_is(office: Office) -> None:
    match = approved(office)
    urgent(office, match)
    one = ask(office, match)
    cw.begin_sending(worker(office), one)
    assert lost(office) == []
    office.clock.pass_(minutes=6)
    assert lost(office) == [one]
    cw.settle_message(office.handler, one, arrived=True)
    assert lost(office) == []


def test_what_does_not_leave_or_was_given_up_is_lost_and_what_a_person_is_to_pass_on_from_the_start_is_not(
    office: Office,
) -> None:
    stuck, given_up, letter = (said_yes(office) for _ in range(3))
    for match in (stuck, given_up, letter):
        urgent(office, match)
    queued, tried = tell(office, stuck), tell(office, given_up)
    tell(office, letter, ReachBy.LETTER)
    cw.begin_sending(worker(office), tried)
    cw.note_delivery(worker(office), tried, SendOutcome.BY_HAND, SendReason.UNREACHABLE)
    assert lost(office) == [tried]
    office.clock.pass_(hours=3)
    assert sorted(lost(office)) == sorted([queued, tried])
    cw.resident_told(office.handler, stuck)
    assert lost(office) == [tried], "they know"


def test_a_question_that_could_not_go_any_more_is_lost(office: Office) -> None:
    match = approved(office)
    urgent(office, match)
    one = ask(office, match)
    office.set(office.row("volunteers", volunteer_of(office, match)), "stopped", "email")
    assert cw.begin_sending(worker(office), one) is None
    assert message(office, one).status == "withdrawn"
    assert lost(office) == [one]
    cw.rang(office.handler, match, "no", seen="offered")
    assert lost(office) == []


@pytest.mark.parametrize(
    ("on", "is_lost"), [(TODAY, True), (TOMORROW, True), (TODAY + timedelta(days=2), False), (None, False)]
)
def test_word_to_a_resident_is_missed_on_the_day_agreed_and_the_day_before(
    on: date | None, is_lost: bool, office: Office
) -> None:
    match = said_yes(office)
    one = tell(office, match)
    arrive(office, one)
    office.set(office.row("matches", match), "first_on", on.isoformat() if on else None)
    back(office, one)
    assert office.status(match) == "accepted"
    assert lost(office) == ([one] if is_lost else [])


def test_a_day_far_off_is_not_missed_however_urgently_it_was_asked_for(office: Office) -> None:
    match = said_yes(office)
    urgent(office, match)
    one = tell(office, match, on=TODAY + timedelta(days=5))
    arrive(office, one)
    back(office, one)
    assert lost(office) == []


def test_a_volunteer_s_link_is_lost_until_a_person_gave_them_name_and_address(office: Office) -> None:
    match, link = known(office)
    office.set(office.row("matches", match), "first_on", TOMORROW.isoformat())
    back(office, link)
    assert lost(office) == [link]
    cw.release(office.handler, match, seen="active")
    assert lost(office) == []


def test_word_that_nobody_comes_is_lost_until_they_were_told(office: Office) -> None:
    match, who_comes = told(office, on=TOMORROW)
    office.clock.pass_(hours=3)
    (knows,) = of_kind(office, match, "resident_knows")
    arrive(office, knows.id)
    cw.answer_who_comes(office.director, who_comes, ResidentAnswer.NOT_NEEDED)
    (off,) = of_kind(office, match, "called_off")
    arrive(office, off.id)
    back(office, off.id)
    assert lost(office) == [off.id]
    cw.log_contact(office.handler, match, with_whom=resident_of(office, match), direction="out")
    assert lost(office) == [off.id], "it is the volunteer who would come in vain"
    cw.log_contact(office.handler, match, with_whom=volunteer_of(office, match), direction="out")
    assert lost(office) == []


def test_help_of_every_week_is_missed_on_its_days(office: Office) -> None:
    match, link = known(office)
    office.set(office.row("matches", match), "first_on", (TODAY - timedelta(days=14)).isoformat())
    need = office.row("needs", office.row("matches", match)["need_id"])
    office.set(need, "recurs", "weekly")
    office.set(office.row("needs", need["id"]), "slots", "wed_morning")
    back(office, link)
    assert lost(office) == []
    office.clock.pass_(days=1)
    assert lost(office) == [link]


def test_how_it_was_is_asked_in_another_way_and_what_is_weeks_old_has_been_seen(office: Office) -> None:
    match, link = known(office)
    office.set(office.row("matches", match), "first_on", TODAY.isoformat())
    cw.report_visit(office.director, link, "done", cw.Visit(TODAY, again=TOMORROW))  # type: ignore[arg-type]
    (voice,) = of_kind(office, match, "residents_voice")
    arrive(office, voice.id)
    back(office, voice.id)
    assert lost(office) == []
    back(office, link)
    assert lost(office) == [link], "the next visit is tomorrow"
    office.clock.pass_(days=20)
    assert lost(office) == []
