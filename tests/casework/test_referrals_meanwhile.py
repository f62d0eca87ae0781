"""What happens while a referral is open: a death, a move, a service that is withdrawn, an address that is protected."""

import pytest

import community.casework as cw
from community import messages
from community.tables.row_types import ReferralRow
from community.tables.verbs import Verb
from tests.book.test_erasing import erase_whom, everywhere
from tests.casework.life import over_for_the_nurse
from tests.casework.office import TODAY, Office
from tests.casework.test_referrals import refer, resident, service


def test_an_email_stays_where_what_it_says_is_no_longer_so(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("community.casework.referral_words.sends", lambda *_: True)
    worker, one = office.desk(messages.MESSENGER), resident(office)
    told = {"service": None, "way": "email", "may_tell": ["address"]}
    there, gone, before = (service(office, name=name) for name in ("Stays", "Goes", "Sent before"))
    sent = [refer(office, one, service_id=each, **told).id for each in (there, gone, before)]
    waiting = {str(row["about"]): str(row["id"]) for row in office.book.rows("messages")}
    assert cw.begin_sending(worker, waiting[sent[2]]) is not None, "nothing has happened yet"
    office.set(office.row("services", gone), "status", "withdrawn")
    assert cw.begin_sending(worker, waiting[sent[1]]) is None
    office.set(office.row("residents", one), "protected_address", "yes")
    assert cw.begin_sending(worker, waiting[sent[0]]) is None, "the address stands in it"
    for verb in (Verb.DIED, Verb.MOVED_AWAY):
        other = resident(office, name="Olive Other", telephone="01632 960779")
        referral = refer(office, other, service_id=there, **told).id
        (message,) = office.book.rows("messages", lambda c, about=referral: [c.about == about])
        cw.happened(office.director, verb, other, {"on": TODAY})
        assert cw.begin_sending(worker, str(message["id"])) is None, verb


def test_two_who_press_at_once_write_it_down_once_and_a_closed_need_does_not_hinder_the_answer(office: Office) -> None:
    need = office.make_need("phone_call")
    referral = refer(office, need)
    cw.close_need(office.director, need, "unable")
    cw.happened(office.handler, Verb.REFERRAL_TAKEN_UP, referral.id, {"by": "Jo", "on": TODAY})
    with pytest.raises(cw.NotNow, match="written down already"):
        cw.happened(office.director, Verb.REFERRAL_TAKEN_UP, referral.id, {"by": "Flo", "on": TODAY})
    with pytest.raises(cw.NotNow):
        refer(office, need)
    (row,) = office.book.rows(ReferralRow)
    assert (row.status, row.acknowledged_by) == ("acknowledged", "Jo")


def test_who_has_died_is_said_before_anybody_rings_whoever_sent_them_and_who_is_forgotten_leaves_nothing(
    office: Office,
) -> None:
    person = str(office.row("referrals", over_for_the_nurse(office))["resident_id"])
    cw.happened(office.director, Verb.DIED, person, {"on": TODAY})
    (due,) = [item.title for item in cw.today(office.director, office.clock()) if item.kind == "referrer_due"]
    assert due.endswith("who has died")
    one = resident(office)
    refer(office, one)
    erase_whom(office.book, one)
    erase_whom(office.book, person)
    left = everywhere(office.book)
    assert [word for word in ("Rails for", "Rita", "Nia Nurse", "960790") if word in left] == []
