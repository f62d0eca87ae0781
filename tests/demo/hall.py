"""One community at work: each deed that the invented town is made of, in whatever book it is done."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import community.casework as cw
from community.book import Book
from community.casework import User, proposal
from community.demo.demo_messages import with_email
from community.places import Places
from community.tables import TABLES
from community.tables.ids import derive
from community.tables.message_codes import BounceKind, OfferAnswer, SendOutcome
from community.tables.support_vocabulary import RoundWay
from community.tables.verbs import Verb
from tests.demo.towns import settings

MORNING = datetime(2026, 5, 11, 8, tzinfo=UTC)
DAY = date(2026, 5, 11)
HUB = "bath_north"


class Hall:
    """One community at work in a book: everybody does the same in it, at the same times, whichever book it is."""

    def __init__(self, book: Book, home: Path, tell_time: Callable[[datetime], object]) -> None:
        """Nobody is in it yet."""
        self.book, self.told, self.tell_time, self.now = book, settings(home), tell_time, MORNING
        self.told = with_email(self.told)
        self.places = Places.open(self.told.home, self.told.hubs)
        self.home = next(p for p in self.places.sample_postcodes() if p.hub == HUB and p.precision == "postcode")
        self.director = User("Dilys Director", "director")
        self.coordinator = User("Cora Coordinator", "coordinator", self.home.hub)
        self.handler = User("Hal Handler", "call_handler")

    def at(self, user: User, **later: float) -> cw.WorkContext:
        """Somebody at work some time later; left out, a minute."""
        self.now += timedelta(**(later or {"minutes": 1}))
        now = self.now
        self.tell_time(now)
        return cw.WorkContext(self.book, self.told, user, self.places, clock=lambda: now)

    def sent(self, table: str, number: int, **values: object) -> str:
        self.at(self.director)
        record_id = derive(TABLES[table].letter, "hall", str(number))
        return self.book.append(table, values, by="web", id=record_id).id

    def volunteer(self, number: int) -> str:
        places = ("postcode", "hub", "easting", "northing", "sector")
        told: dict[str, object] = {
            **{name: getattr(self.home, name) for name in places}, "name": f"Vera Volunteer {number}",
            "email": f"v{number}@example.org", "telephone": f"07700 900{number:03}",
            "tasks": ["shopping", "phone_call"], "slots": [], "status": "applied",
            "how_many": 9, "max_distance_km": 8, "in_person": "yes", "over_18": "yes", "consent": "yes",
        }  # fmt: skip
        return self.sent("volunteers", number, **told)

    def request(self, number: int, **values: object) -> str:
        told: dict[str, object] = {
            "name": f"Rita Resident {number}", "telephone": f"01632 960{number:03}", "tasks": ["shopping"],
            "postcode": self.home.postcode, "hub": self.home.hub, "channel": "web", "status": "new",
        }  # fmt: skip
        return self.sent("help_requests", number, **told | values)

    def in_no_hub(self, number: int) -> str:
        return self.request(number, postcode="near the church", hub=None, flags=["postcode_unreadable"])

    def correct_postcode(self, request_id: str) -> None:
        context, told = self.at(self.handler), self.home.postcode
        cw.correct(context, "help_requests", request_id, "postcode", seen="near the church", now=told)

    def proposed(self, need_id: str, volunteer_id: str) -> str:
        self.at(self.director)
        new = proposal(need_id, volunteer_id, 700, ["0.0 km away", "Offers shopping"])
        return self.book.decide(Verb.PROPOSE, by="matching", plan=lambda _: ((), [new])).ids[0]

    def agreed(self, need_id: str, volunteer_id: str) -> str:
        match = self.proposed(need_id, volunteer_id)
        cw.look_at(self.at(self.coordinator), match)
        cw.approve(self.at(self.coordinator), match)
        cw.rang(self.at(self.handler), match, "no_answer", seen="approved")
        cw.rang(self.at(self.handler), match, "yes", seen="approved")
        cw.resident_told(self.at(self.handler), match)
        cw.release(self.at(self.handler), match, seen="active")
        return match

    def need(self, number: int, *, resident: str = "new", **asked: Any) -> str:
        asking = [cw.NeedAsked("shopping", **asked)]
        made = cw.triage(self.at(self.handler), self.request(number), seen="new", resident=resident, needs=asking)
        return made.need_ids[0]

    def ask_by_messages(self, volunteer: str) -> None:
        """Ask twice by email: one answers by the link, one never arrives; then once more by hand."""
        worker, told = User("messages", "worker"), self.told
        for number, outcome in ((10, "yes"), (11, "came back"), (12, "by hand")):
            match = self.proposed(self.need(number), volunteer)
            cw.approve(self.at(self.coordinator), match)
            self.told = told if outcome != "by hand" else settings(told.home)
            [way, *_] = cw.ways_to_ask(self.at(self.handler), match) or [cw.WayToAsk("text", by_itself=False)]
            message = cw.offer(self.at(self.handler), match, way.way, seen="approved").ids[0]
            if outcome == "by hand":
                cw.pass_on(self.at(self.handler), message)
                break
            cw.begin_sending(self.at(worker), message)
            cw.note_delivery(self.at(worker), message, SendOutcome.SENT, None)
            if outcome == "came back":
                cw.note_bounce(self.at(worker), message, BounceKind.HARD)
            else:
                cw.answer_offer(self.at(worker), message, OfferAnswer.YES)
        self.told = told

    def _go_round(self, champion: str) -> None:
        """Let somebody be a Street Champion who brings leaflets, and another hub have a request."""
        told = {"list_name": "Winter", "name": "Hilda House", "address": "1 Mill Lane", "lawful_basis": "public_task"}
        more = {"postcode": self.home.postcode, "hub": self.home.hub, "status": "listed", "delete_by": "2026-07-01"}
        home = self.sent("households", 1, **told, **more)
        cw.happened(self.at(self.coordinator), Verb.CHAMPION, champion, {"streets": "Mill Lane"})
        cw.share_out(self.at(self.coordinator), RoundWay.LEAFLET, [home], [], [champion])
        cw.leaflets_done(self.at(self.coordinator), [home])
        other = next(hub for hub in self.told.hubs if hub != self.home.hub)
        cw.give_to_hub(self.at(self.coordinator), self.request(30), other, seen="new")

    def work(self) -> None:
        """Do each deed that the town is made of, for the most part once."""
        vera, adam, zoe = (self.volunteer(number) for number in range(3))
        for one in (vera, adam):
            cw.move_volunteer(self.at(self.coordinator), one, "checking", seen="applied")
            cw.induct(self.at(self.coordinator), one, DAY)
            cw.add_check(self.at(self.coordinator), one, kind="dbs", level="basic", number="INVENTED-1", seen_on=DAY)
            cw.add_check(self.at(self.coordinator), one, kind="dbs", level="enhanced_barred", seen_on=DAY)
            cw.correct(self.at(self.coordinator), "volunteers", one, "training", seen=None, now=["listening"])
            cw.move_volunteer(self.at(self.coordinator), one, "ready", seen="checking")
        refused = cw.move_volunteer(self.at(self.coordinator), zoe, "declined", seen="applied", reason="Moved away")
        cw.deal_with_contact(self.at(self.handler), refused.ids[0])

        first = self.in_no_hub(1)
        cw.no_answer(self.at(self.handler), first, seen="new")
        self.correct_postcode(first)
        rita = cw.triage(self.at(self.handler), first, seen="no_answer", resident="new").resident_id
        cw.mark_duplicate(self.at(self.handler), self.request(2), first, seen="new")
        cw.close_request(self.at(self.handler), self.request(3), "referred_on", seen="new")
        self.correct_postcode(self.in_no_hub(9))
        cw.hold(self.at(self.handler), "help_requests", self.request(4), self.now + timedelta(days=3), seen="new")

        weekly = self.need(5, resident=rita, recurs="weekly")
        cw.hold(self.at(self.coordinator), "needs", weekly, self.now + timedelta(days=3), seen="open")
        match = self.agreed(weekly, vera)
        cw.pack_parcels(self.at(self.director), [match], DAY)
        self._go_round(vera)
        cw.done(self.at(self.handler, hours=9), match, DAY, 40, seen="active")
        cw.not_given(self.at(self.handler, days=1), match, DAY + timedelta(days=1), "not_in", seen="active")
        pair = derive("J", rita, vera)
        cw.pair_asked(self.at(self.coordinator), pair, DAY + timedelta(days=60))
        cw.agree_day(self.at(self.handler), match, DAY + timedelta(days=9))
        cw.call_off_visit(self.at(self.handler), match, DAY + timedelta(days=9), seen="active", heard=[rita])
        cw.end_match(self.at(self.coordinator), match, "Well again", seen="active", heard=[vera])
        cw.close_need(self.at(self.coordinator), weekly, "done")
        cw.correct(self.at(self.handler), "residents", rita, "prefers", seen=None, now=[vera])

        once = self.agreed(self.need(6), adam)
        cw.done(self.at(self.handler), once, DAY, 25, seen="active")
        called_off = self.agreed(self.need(7), adam)
        cw.cancel(self.at(self.coordinator), called_off, "In hospital", seen="active")
        other = self.need(8)
        cw.decline(self.at(self.coordinator), self.proposed(other, vera), "Asked often lately")
        self.ask_by_messages(adam)
        last = self.proposed(other, adam)
        cw.approve(self.at(self.coordinator), last)
        cw.rang(self.at(self.handler), last, "no", seen="approved", reason="Away")
        cw.log_contact(self.at(self.handler), vera, with_whom=vera, direction="in", words="Please ring", status="open")

        signed = self.sent("organisations", 1, name="The Invented Choir", status="offered", flags=["honeypot"])
        cw.clear_flag(self.at(self.director), "organisations", signed, "honeypot")
        cw.approve_organisation(self.at(self.director), signed)
        cw.withdraw_organisation(self.at(self.director), signed, seen="approved")
        cw.propose(self.book, self.told, self.now)
