"""From a volunteer's yes to both sides: the resident is told by a real mail server first, then the volunteer waits."""

from datetime import timedelta

import pytest
from click.testing import CliRunner

import community.casework as cw
from community.__main__ import cli
from community.book import utc_now
from community.messages import letter_html
from community.tables.canonical import LONDON, moment
from community.tables.link_purposes import Purpose
from community.tables.message_codes import MessageKind
from community.tables.row_types import MessageRow
from community.tables.vocabulary import ReachBy
from tests.casework.office import Office
from tests.messages.asking import message, opens
from tests.messages.mail_server import MailServer
from tests.messages.sending import body, office, server, service, work
from tests.messages.telling import OF_BOTH, RESIDENT, VOLUNTEER, Pair, pair
from tests.messages.test_bounces import report, returned

__all__ = ["office", "server", "service"]


@pytest.fixture
def two(office: Office) -> Pair:
    """The volunteer was asked by an email, and said yes to somebody who rang them."""
    made = pair(office, "approved")
    cw.offer(office.coordinator, made.match, ReachBy.EMAIL, seen="approved")
    work()
    cw.rang(office.coordinator, made.match, "yes", seen="offered")
    return made


def told(two: Pair, way: ReachBy = ReachBy.EMAIL) -> str:
    # By letter they have working days to object, and weekends and holidays lie between.
    day = (utc_now() + timedelta(days=21 if way == ReachBy.LETTER else 1)).astimezone(LONDON).date()
    ids = cw.tell_resident(two.office.coordinator, two.match, way, on=day, part="morning").ids
    return next(each for each in ids if each.startswith("D-"))


def messages(two: Pair, kind: MessageKind) -> list[MessageRow]:
    return [row for row in two.office.book.rows(MessageRow) if row.kind == kind]


def test_the_resident_is_told_then_the_volunteer_not_before_they_had_time_to_object(
    two: Pair, server: MailServer
) -> None:
    server.letters.clear()
    one = told(two)
    work()
    assert server.tried == [VOLUNTEER["email"], RESIDENT["email"]]
    words = body(server)
    assert "Hello Canaria," in words
    assert "Vera comes to you on" in words
    assert [each for each in OF_BOTH if each in (words + server.raw[-1].decode()).lower()] == ["canaria@"], (
        "in To alone"
    )
    assert opens(two.office.settings, words, Purpose.RESIDENT_TOLD, utc_now()) == one
    assert two.office.status(two.match) == "active"
    (knows,) = messages(two, MessageKind.RESIDENT_KNOWS)
    sent = moment(message(two.office, one).sent_at or "")
    assert knows.status == "queued"
    assert moment(knows.not_before or "") >= sent + timedelta(hours=two.office.settings.messages.object_hours)
    work()
    assert len(server.letters) == 1, "the volunteer waits"


def test_a_message_that_comes_back_lets_somebody_tell_the_resident_again(two: Pair, server: MailServer) -> None:
    one = told(two)
    work()
    mail = report(one, status="5.1.1", to=returned(one))
    assert CliRunner().invoke(cli, ["bounces"], input=mail).exit_code == 0
    assert two.office.status(two.match) == "accepted"
    assert {row.status for row in messages(two, MessageKind.RESIDENT_KNOWS)} == {"withdrawn"}
    server.letters.clear()
    work()
    assert server.letters == []
    assert [each.way for each in cw.ways_to_tell(two.office.coordinator, two.match)] == ["telephone", "text", "letter"]


def test_who_asked_for_other_words_gets_an_email_from_no_name(two: Pair, server: MailServer) -> None:
    two.set(two.resident, say_instead="Jo from the choir")
    told(two)
    work()
    letter = server.letters[-1]
    assert letter["Subject"] == "Jo from the choir"
    assert letter["From"].addresses[0].display_name == ""
    assert server.letters[0]["From"].addresses[0].display_name == two.office.settings.community.name
    for kind in ("plain", "html"):
        part = letter.get_body((kind,))
        assert part is not None
        assert "Compassionate" not in part.get_content()


def test_a_letter_is_printed_with_where_it_goes_and_nothing_of_the_other(two: Pair) -> None:
    one = told(two, ReachBy.LETTER)
    page = letter_html(two.office.coordinator, one)
    for each in ("Canaria Casewell\n7 Canary Close\nBA1 5AW</address>", "Dear Canaria,", "Vera comes to you on", "A4"):
        assert each in page
    told_ = page.lower()
    assert [each for each in OF_BOTH if each in told_] == ["casewell", "7 canary", "ba1 5aw"], (
        "where it goes, and no more"
    )
    for each in ("src=", "<link", "<script", "url(", "@import", "href="):
        assert each not in page
    cw.pass_on(two.office.coordinator, one)
    assert two.office.status(two.match) == "active"


def test_what_is_no_letter_or_not_theirs_is_not_printed(two: Pair) -> None:
    with pytest.raises(cw.NotNow, match="no letter"):
        letter_html(two.office.coordinator, told(two))
    one = told(two, ReachBy.LETTER)
    with pytest.raises(cw.NotFound):
        letter_html(two.office.neighbour, one)
    told(two, ReachBy.LETTER)
    with pytest.raises(cw.NotNow, match="withdrawn"):
        letter_html(two.office.coordinator, one)
