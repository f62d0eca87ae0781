"""What residents say of the help, by their link or on the telephone."""

import pytest

import community.casework as cw
from community.tables.row_types import FeedbackRow
from tests.casework.asking import switch_on
from tests.casework.coming import arrive, known, of_kind, resident_of, to_tell
from tests.casework.office import TODAY, Office


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def asked(office: Office) -> tuple[str, str]:
    match, link = known(office)
    cw.report_visit(office.director, link, "done", cw.Visit(TODAY))
    (message,) = of_kind(office, match, "residents_voice")
    office.clock.pass_(days=1)
    arrive(office, message.id)
    return match, message.id


def test_what_they_say_is_written_down_once(office: Office) -> None:
    match, message = asked(office)
    seen = cw.see_voice(office.director, message)
    assert (seen.who, seen.task, seen.given) == ("Vera", "dog walking", False)
    assert cw.give_voice(office.director, message, cw.Voice(5, " Lovely. ", "without_name"))
    assert cw.give_voice(office.director, message, cw.Voice(1, "Somebody else opened this"))
    (row,) = office.book.rows(FeedbackRow)
    assert (row.score, row.words, row.may_publish, row.status) == (5, "Lovely.", "without_name", "given")
    assert (row.about, row.from_whom) == (match, resident_of(office, match))
    assert cw.see_voice(office.director, message).given
    assert to_tell(office) == []


def test_who_wants_them_again_or_was_not_content_is_rung(office: Office) -> None:
    _, message = asked(office)
    cw.give_voice(office.director, message, cw.Voice(4, again=True))
    (line,) = to_tell(office)
    assert "same volunteer again" in line
    match = office.make_match("active")
    cw.note_voice(office.handler, match, cw.Voice(1, again=True), seen="active")
    assert sum("not good" in line for line in to_tell(office)) == 1


@pytest.mark.parametrize(
    "voice", [cw.Voice(None), cw.Voice(None, "  "), cw.Voice(0), cw.Voice(6), cw.Voice(3, "x" * 2001)]
)
def test_nothing_and_nonsense_are_asked_about(office: Office, voice: cw.Voice) -> None:
    _, message = asked(office)
    with pytest.raises(cw.NotNow):
        cw.give_voice(office.director, message, voice)
    assert office.book.count(FeedbackRow) == 0


def test_leave_to_print_is_for_words_alone(office: Office) -> None:
    match = office.make_match("active")
    cw.note_voice(office.handler, match, cw.Voice(5, may_publish="with_first_name"), seen="active")
    (row,) = office.book.rows(FeedbackRow)
    assert row.may_publish == "no"


def test_other_messages_and_none_lead_nowhere(office: Office) -> None:
    match, _ = asked(office)
    others = [one.id for kind in ("offer", "who_comes", "resident_knows") for one in of_kind(office, match, kind)]
    for message in [*others, "D-0000-0000-0", ""]:
        with pytest.raises(cw.LinkClosed):
            cw.see_voice(office.director, message)
        with pytest.raises(cw.LinkClosed):
            cw.give_voice(office.director, message, cw.Voice(5))
