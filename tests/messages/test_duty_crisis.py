"""Words that may mean danger reach those on duty, whichever form they were written on, and nothing of them does."""

from pathlib import Path

import community.casework as cw
from tests.casework.office import Office
from tests.messages.on_duty import CANARIES, duty, leaks, listed, texts
from tests.messages.sending import office, server, service, work
from tests.messages.text_service import ServiceStandIn

__all__ = ["office", "server", "service"]


def test_words_of_danger_in_a_complaint_or_an_offer_to_help_are_told_until_somebody_looked(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty(hears_of=("urgent_call",)))
    told = {"name": CANARIES["name"], "words": CANARIES["details"], "kind": "complaint", "status": "received"}
    odd = office.book.append("complaints", told | {"flags": "crisis_words"}, by="web").id
    office.book.append("complaints", told | {"flags": "honeypot"}, by="web")
    offer = office.make_volunteer(status="applied", flags="crisis_words")
    said = work()
    words = " ".join(each for _, each in texts(service))
    assert "to be rung at once: " in words
    assert odd in words
    assert offer in words
    assert leaks(said, words) == []
    cw.clear_flag(office.director, "complaints", odd, "crisis_words")
    cw.clear_flag(office.director, "volunteers", offer, "crisis_words")
    many = len(texts(service))
    work()
    assert len(texts(service)) == many
