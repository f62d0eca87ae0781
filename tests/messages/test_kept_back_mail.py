"""A returned mail that is not handed out, or can't be read to its end, holds up no other, and a person sees it."""

import pytest

from community.book import utc_now
from community.jobs import JobView, overview
from community.messages import returned_mail
from community.runtime import job_desk
from community.tables.job_kinds import JobKind
from tests.casework.office import Office
from tests.messages.asking import READER
from tests.messages.mailbox_server import MailboxServer
from tests.messages.sending import now_again, work
from tests.messages.test_bounces import WHOM, endless
from tests.messages.test_return_mailbox import KEY, back, job, look, mailbox, office, out, status

__all__ = ["mailbox", "office"]


def test_a_mail_that_is_kept_back_holds_up_no_other_and_stands_on_today_until_it_could_be_read(
    office: Office, mailbox: MailboxServer
) -> None:
    kept, other = out(office), out(office)
    mailbox.land(back(kept), back(other))
    (first, _) = (int(each) for each in mailbox.unread())
    mailbox.kept_back[first] = "no"
    assert "kept_back" in look(office, code=1)
    assert status(office, kept, other) == ["sent", "bounced"]
    assert not job(office).fails, "the mailbox itself is well"
    (left,) = those_left(office)
    assert left.error == "mail_kept_back"
    assert [each.key for each in job_desk.troubles(office.director)] == []
    for _ in range(2):
        now_again(office, left.key)
        work(code=1)
    (trouble,) = job_desk.troubles(office.director)
    assert (trouble.key, trouble.tries) == (left.key, 3)
    for word in (WHOM, READER["email"], READER["name"]):
        assert word not in left.key
    mailbox.kept_back.clear()
    job_desk.do_again(office.director, JobKind.READ_RETURNED_MAIL, left.key)
    work()
    assert (status(office, kept), mailbox.unread(), job_desk.troubles(office.director)) == (["bounced"], [], [])


def test_a_mail_at_which_the_connection_breaks_each_time_holds_up_the_others_for_three_looks(
    office: Office, mailbox: MailboxServer
) -> None:
    kept, other = out(office), out(office)
    mailbox.land(back(kept), back(other))
    (first, _) = (int(each) for each in mailbox.unread())
    mailbox.kept_back[first] = "cut"
    for _ in range(2):
        look(office, code=1)
        assert (status(office, other), those_left(office)) == (["sent"], [])
    look(office, code=1)
    (left,) = those_left(office)
    look(office, code=0)
    assert (status(office, kept, other), job(office).error) == (["sent", "bounced"], None)
    assert left.error == "mailbox_shut"
    with mailbox.reader() as session:
        session.select()
        session.uid("STORE", str(first), "+FLAGS.SILENT", r"(\Deleted)")
        session.expunge()
    mailbox.kept_back.clear()
    now_again(office, left.key)
    work()
    assert those_left(office)[0].error is None, "a person has removed it"


def test_a_mail_that_was_made_to_be_read_for_years_holds_up_no_other_and_is_seen(
    office: Office, mailbox: MailboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(returned_mail, "SECONDS", 1)
    about, other = out(office), out(office)
    mailbox.land(endless(about), back(other))
    (first, _) = (int(each) for each in mailbox.unread())
    look(office, code=1)
    assert (status(office, about, other), [int(each) for each in mailbox.unread()]) == (["sent", "bounced"], [first])
    (left,) = those_left(office)
    assert (left.error, left.key.rpartition("-")[2]) == ("mail_kept_back", str(first))


def those_left(office: Office) -> list[JobView]:
    """The jobs that ask for one mail each."""
    with office.book.reading() as reader:
        every = overview(reader, utc_now())
    return [each for each in every if each.kind == JobKind.READ_RETURNED_MAIL and each.key != KEY]
