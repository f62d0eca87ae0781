"""Today's list that is kept says at every step what one made anew says, whoever looks, whatever is written and when."""

import os
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

import community.casework as cw
from community.book import Append, Book
from community.casework.calls_to_make import WORDS
from community.casework.worklist import KeptList, kept_list
from community.casework.worklist.kept_part import KeptPart
from community.errors import UserFacingError
from community.tables.canonical import instant
from tests.casework import test_every_line_of_today as every_line
from tests.casework.any_history import FIELDS, AnyHistory
from tests.casework.office import ELSEWHERE, HUB, MONDAY, Office

STEPS = int(os.environ.get("KEPT_LIST_STEPS", "40"))
SEED = int(os.environ.get("KEPT_LIST_SEED", "7"))
LATER = [None, *(instant(MONDAY + timedelta(**{unit: 3})) for unit in ("minutes", "hours", "days"))]
DAYS = [None, "2026-11-23", "2026-11-24", "2026-12-20", "2027-01-01"]
PERSON = {
    "name": ["Ada Alder", "Ben Birch", None],
    "telephone": ["01632 960001", "07700 900002", None],
    "hub": [HUB, HUB, ELSEWHERE, None],
    "not_safe": [None, "ring", "text", "ring; text"],
    "unreached": [None, "text", "email"],
    "protected_address": [None, "yes"],
    "died_on": [None, None, "2026-11-20"],
}
OF_TODAY: dict[str, dict[str, list[Any]]] = {
    "volunteers": PERSON | {
        "status": ["applied", "applied", "ready", "ready", "paused", "left"],
        "hold_until": LATER,
        "flags": [None, "crisis_words"],
        "over_18": ["yes", None],
        "takes_care": [None, "yes"],
    },
    "residents": PERSON | {"text_only": [None, "yes"]},
    "help_requests": {
        "status": ["new", "new", "no_answer", "triaged", "closed"],
        "hub": [HUB, ELSEWHERE, None],
        "urgency": ["today", "this_week", None],
        "flags": [None, "crisis_words", "too_fast"],
        "hold_until": LATER,
        "name": ["Ada Alder", None],
        "resident_id": ["resident", None],
    },
    "needs": FIELDS["needs"] | {"hub": [HUB, ELSEWHERE], "hold_until": LATER},
    "matches": {
        "status": [*FIELDS["matches"]["status"], "offered", "offered"],
        "volunteer_id": ["volunteer"],
        "first_on": DAYS,
        "resident_told_at": LATER,
        "released_at": LATER,
    },
    "messages": {
        "status": ["queued", "by_hand", "sent", "bounced", "unknown", "withdrawn"],
        "not_before": LATER,
        "answer_by": LATER,
    },
    "contacts": {
        "status": ["open", "open", "dealt_with"],
        "words": [*list(WORDS.values())[:6], "She rings back", None],
        "about": ["match", "need", "volunteer", "request"],
        "with_whom": ["volunteer", "resident"],
        "way": ["telephone", "sheet"],
        "until": LATER,
        "takes_off": ["unmatched", "check_due", "unused", "proposal", "was_it_done", "carries_many"],
    },
    "checks": {"level": ["basic", "enhanced"], "renew_on": DAYS, "volunteer_id": ["volunteer"]},
    "pairs": {"next_check": DAYS},
    "organisations": {"status": ["offered", "approved"], "signed_on": DAYS, "name": ["The Wren", "Wren"]},
}  # fmt: skip


class TodaysHistory(AnyHistory):
    """What may put a line on Today, change it or take it off."""

    fields = OF_TODAY

    def __init__(self, office: Office, far: Book, seed: int) -> None:
        super().__init__(office, far, seed)
        self.remedies: dict[str, str] = {}
        self._begun: list[tuple[str, str]] = []

    def deeds(self) -> list[Callable[[], object]]:
        """What may happen, each as often as it is likely."""
        own = [self._begin, self._begin, self._finish, self._request, self._message, self._contact, self._signs]
        own += [self._introduce, self._introduce, self._propose]
        return [*super().deeds(), *own, *[self._change] * 8, self._remedy, self._waits]

    def _begin(self) -> None:
        """Make what leads to a line of any kind."""
        kind = self.lots.choice(list(every_line.KINDS))
        self._try(lambda: self._begun.append((kind, every_line.KINDS[kind][0](self.office))))

    def _finish(self) -> None:
        """Do what the line asks for, if it still can be done."""
        if self._begun:
            kind, one = self._begun.pop(self.lots.randrange(len(self._begun)))
            self._try(lambda: every_line.KINDS[kind][2](self.office, one))

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except (UserFacingError, ValueError, StopIteration, KeyError, IndexError):
            return  # something that happened since stands in the way

    def _request(self) -> None:
        self.office.make_request(hub=self.lots.choice([HUB, ELSEWHERE, None]))

    def _message(self) -> None:
        match = self._pick("matches")
        if match is None:
            return
        need = self.office.row("needs", match["need_id"]) if match["need_id"] else None
        kind = self.lots.choice(["offer", "who_comes", "resident_knows", "called_off", "nobody_comes"])
        whom = need["resident_id"] if need and kind in {"who_comes", "nobody_comes"} else match["volunteer_id"]
        if whom:
            status = self.lots.choice(OF_TODAY["messages"]["status"])
            told = {"about": match["id"], "to_whom": whom, "kind": kind, "way": "text", "status": status}
            self._act(appends=[Append("messages", told | {"not_before": self.lots.choice(LATER)})])

    def _contact(self) -> None:
        told = {name: self._value(of) for name, of in OF_TODAY["contacts"].items()}
        self._act(appends=[Append("contacts", told | {"direction": "out"})])

    def _signs(self) -> None:
        self.office.book.append("organisations", {"name": "The Wren", "status": "offered"}, by="web")

    def _introduce(self) -> None:
        """Let two who are proposed, or were, know each other."""
        match = self._pick("matches")
        if match is not None and match["need_id"]:
            self._try(lambda: self.office.make_known(match["id"]))

    def _propose(self) -> None:
        self.office.make_known(self.office.make_match())

    def _remedy(self) -> None:
        need = self._pick("needs")
        if need is not None:
            self.remedies[need["id"]] = self.lots.choice(["a lift", "another evening"])

    def _waits(self) -> None:
        self.office.clock.pass_(days=self.lots.choice([1, 5, 20]))


SIGHTS = [
    cw.User("", "director"),
    cw.User("", "coordinator", HUB),
    cw.User("", "coordinator", ELSEWHERE),
    cw.User("", "call_handler"),
    cw.User("", "call_handler", None, "lead"),
    cw.User("", "coordinator", None, "deputy"),
    cw.User("", None),
]


def test_a_kept_list_is_the_list(both: tuple[Office, Book], monkeypatch: pytest.MonkeyPatch) -> None:
    """After every step of a random history, for everybody who looks, where two processes write."""
    office, far = both
    history = TodaysHistory(office, far, SEED)
    monkeypatch.setattr(kept_list, "remedies_of", lambda _: dict(history.remedies))
    office.make_known(office.make_match())
    kept, pairs = {user: KeptList() for user in SIGHTS}, 0
    for number in range(STEPS):
        what = history.step() if number else "the beginning"
        now = office.clock()
        for user, one in kept.items():
            here, anew = one.at(cw.WorkContext(far, office.settings, user, office.places), now), KeptList()
            assert here == anew.at(office.desk(user), now), (number, what, user)
            assert one.known == anew.known, (number, what, user)
            pairs += len(anew.known)
    assert pairs, "nobody who knows each other was ever proposed"


def test_a_change_makes_no_list_anew(both: tuple[Office, Book], monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what hangs on the rows that changed is said anew; nothing at all where nothing changed."""
    office, _ = both
    match, _ = office.make_match(), office.make_match()
    kept = KeptList()
    first = kept.at(office.director, office.clock())
    monkeypatch.setattr(KeptPart, "make", lambda *_: pytest.fail("The whole list was made."))
    assert kept.at(office.director, office.clock()) is first
    made = _counted(monkeypatch)
    cw.approve(office.director, match)
    assert match in {item.id for item in kept.at(office.director, office.clock()) if item.kind == "not_rung"}
    assert made
    assert set(made) <= {match, office.row("matches", match)["need_id"]}


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The records of which something is said anew from now on."""
    made: list[str] = []
    say = KeptPart._say

    def counted(self: KeptPart, view: Any, records: Any) -> None:
        made.extend(records)
        say(self, view, records)

    monkeypatch.setattr(KeptPart, "_say", counted)
    return made
