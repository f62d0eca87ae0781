"""From a decision to a person: the worker sends what casework asked for, to real servers, each message once."""

import json

import pytest
from click.testing import CliRunner

import community.casework as cw
from community.__main__ import cli
from community.book import utc_now
from community.tables.job_kinds import JobState
from community.tables.link_purposes import Purpose
from community.tables.vocabulary import ReachBy
from tests.casework.office import Office
from tests.messages.asking import PUBLIC, READER, asked, message, opens, telling
from tests.messages.mail_server import MailServer
from tests.messages.sending import body, job, office, server, service, work
from tests.messages.text_service import ServiceStandIn

__all__ = ["office", "server", "service"]


def test_an_approved_volunteer_gets_a_letter_whose_link_reads(office: Office, server: MailServer) -> None:
    one = asked(office)
    work()
    assert server.tried == [READER["email"]]
    assert server.sender == [f"bounces+{one.replace('-', '')}@back.example.org"]
    words = body(server)
    assert "Hello Vera," in words
    assert telling(words + server.raw[0].decode()) == []
    assert opens(office.settings, words, Purpose.OFFER, utc_now()) == one
    assert cw.see_offer(office.handler, one).state == cw.OfferState.OPEN
    stop = server.letters[0]["List-Unsubscribe"].strip("<>")
    assert stop in words
    assert opens(office.settings, stop, Purpose.STOP, utc_now()) == one
    row = message(office, one)
    assert (row.status, row.problem) == ("sent", None)
    assert row.sent_at is not None
    assert job(office, one).state == JobState.DONE
    work()
    assert len(server.letters) == 1, "once is once"


def test_an_approved_volunteer_gets_a_text(office: Office, service: ServiceStandIn) -> None:
    one = asked(office, ReachBy.TEXT)
    work()
    ((_, _, _, said),) = service.asked
    told = json.loads(said)
    assert (told["to"], told["ref"]) == ("+447700900123", one)
    assert opens(office.settings, told["text"], Purpose.OFFER, utc_now()) == one
    assert opens(office.settings, told["text"], Purpose.STOP, utc_now()) == one
    assert message(office, one).status == "sent"


@pytest.mark.parametrize(
    ("field", "told", "way", "to"),
    [
        ("email", "vera@example.org or vera@work.example.org", ReachBy.EMAIL, "vera@example.org"),
        ("email", "me: o'brien@example.org, Vera <vera@work.example.org>", ReachBy.EMAIL, "o'brien@example.org"),
        ("email", "o'brien@example.org", ReachBy.EMAIL, "o'brien@example.org"),
        ("telephone", "01225 444000, 07700 900123 or 07700 900124", ReachBy.TEXT, "+447700900123"),
        ("telephone", "07700 900123 ext 4, 07700 900124", ReachBy.TEXT, "+447700900124"),
        ("telephone", "07700 9001", ReachBy.TEXT, None),
        ("telephone", "01632 960123, or my son 07700 900456", ReachBy.TEXT, None),
        ("telephone", "07700 900456, my wife's", ReachBy.TEXT, None),
        ("telephone", "mine: 07700 900123 (best after 6 pm) or 07700 900456 (Kasia)", ReachBy.TEXT, "+447700900123"),
        ("email", "my old one was vera@old.example.org, now vera@example.org", ReachBy.EMAIL, "vera@example.org"),
        ("email", "(daughter) kate@example.org", ReachBy.EMAIL, None),
        ("email", "son:kate@example.org", ReachBy.EMAIL, None),
        ("email", "(son)kate@example.org", ReachBy.EMAIL, None),
        ("email", "<kate@example.org>(daughter)", ReachBy.EMAIL, None),
        ("email", "Kate Volunteer <kate@example.org>", ReachBy.EMAIL, None),
        ("email", "Vera Volunteer <vera@example.org>", ReachBy.EMAIL, "vera@example.org"),
        ("telephone", "Vera: 07700 900123", ReachBy.TEXT, "+447700900123"),
    ],
)
def test_it_goes_to_the_first_address_that_is_certain_or_to_a_person(
    field: str, told: str, way: ReachBy, to: str | None, office: Office, server: MailServer, service: ServiceStandIn
) -> None:
    one = asked(office, way, READER | {field: told})
    work()
    went = server.tried or [json.loads(said)["to"] for *_, said in service.asked]
    row = message(office, one)
    assert went == ([to] if to else [])
    assert row.status == ("sent" if to else "by_hand")
    assert to or row.problem == ("bad_address" if way == ReachBy.EMAIL else "bad_number")


def test_the_address_is_the_one_of_the_row_as_it_stands_now(office: Office, server: MailServer) -> None:
    one = asked(office)
    office.set(office.row("volunteers", message(office, one).to_whom), "email", "new@example.org")
    work()
    assert server.tried == ["new@example.org"]


@pytest.mark.parametrize("answers", [{}, {"RCPT": "450 later"}, {"RCPT": "550 vera@example.org is unknown"}])
def test_nothing_that_would_tell_of_anybody_is_kept_or_said(
    answers: dict[str, str], office: Office, server: MailServer
) -> None:
    """Neither in the jobs, nor with the message, nor in what is written of both, nor in the worker's log."""
    one, other = asked(office), asked(office, ReachBy.TEXT)
    server.answers = answers
    done = CliRunner().invoke(cli, ["worker", "--once"])
    kept = [done.output, done.stderr]
    with office.book.reading() as reader:
        ask = reader.connection.exec_driver_sql
        kept += [str(row) for table in ("jobs", "messages", "messages_now") for row in ask(f"SELECT * FROM {table}")]
        changes = ask("SELECT * FROM changes WHERE action LIKE 'send_message%' OR action LIKE 'offer%'")
        kept += [str(row) for row in changes]
    everything = "\n".join(kept)
    assert one in everything
    assert other in everything
    assert telling(everything) == []
    for word in ("vera", "07700", "900123", "dog walking", "neighbour", PUBLIC, "/offer/", "/stop/"):
        assert word not in everything.lower(), word


@pytest.mark.parametrize("way", [ReachBy.EMAIL, ReachBy.TEXT])
def test_nothing_goes_by_itself_to_whoever_is_safe_at_some_times_only(
    way: ReachBy, office: Office, server: MailServer, service: ServiceStandIn
) -> None:
    """No program heeds such words, so a person sends it when it is safe; also where it was noted meanwhile."""
    one = asked(office, way)
    office.set(office.row("volunteers", message(office, one).to_whom), "safe_when", "Tuesdays, 10 to 12 only")
    work()
    assert (server.tried, service.asked) == ([], [])
    assert message(office, one).status == "by_hand"
    match = message(office, one).about
    assert {each.by_itself for each in cw.ways_to_ask(office.coordinator, match)} == {False}


@pytest.mark.parametrize(("noted", "said"), [("not_safe", ""), ("safe_when", "Tuesdays, 10 to 12 only")])
@pytest.mark.parametrize(("way", "shared"), [(ReachBy.EMAIL, "Vera@example.org"), (ReachBy.TEXT, "07700 900123 text")])
def test_a_telephone_that_is_not_safe_in_one_record_is_not_safe_in_another(
    way: ReachBy, shared: str, noted: str, said: str, office: Office, server: MailServer, service: ServiceStandIn
) -> None:
    """Whoever helps and is helped stands in two records. Where it is never safe, nobody sends it by hand either."""
    one = asked(office, way)
    resident = office.row("needs", office.make_need(name="Vera Volunteer"))["resident_id"]
    office.set(office.row("residents", resident), "telephone" if way == ReachBy.TEXT else "email", shared)
    office.set(office.row("residents", resident), noted, way if noted == "not_safe" else said)
    work()
    assert (server.tried, service.asked) == ([], [])
    assert message(office, one).status == "by_hand"
    why = cw.why_not_passed_on(office.coordinator, one)
    assert (why is not None and "not safe" in why) == (noted == "not_safe")
