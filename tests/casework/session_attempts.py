"""Each action about sessions and bookings, as the tests of permissions try it at each desk."""

from collections.abc import Callable
from datetime import timedelta

import community.casework as cw
from community.casework import training
from community.tables.row_types import SessionValues
from tests.casework.office import Office

Attempt = Callable[[cw.WorkContext], object]


def _evening(o: Office) -> SessionValues:
    return {"name": "Induction", "kind": "induction", "starts_at": o.clock.now + timedelta(days=3)}


def _over(o: Office) -> str:
    return o.make_session(starts_at=o.clock.now - timedelta(hours=3))


def _booking(o: Office) -> str:
    return o.make_booking(o.make_session())


def _linked(o: Office) -> Attempt:
    booking, volunteer = _booking(o), o.make_volunteer()
    return lambda d: training.link_booking(d, booking, volunteer, seen=None)


def _on(make: Callable[[Office], str], act: Callable[[cw.WorkContext, str], object]) -> Callable[[Office], Attempt]:
    def prepare(office: Office) -> Attempt:
        record = make(office)
        return lambda context: act(context, record)

    return prepare


SESSION_ATTEMPTS: dict[str, Callable[[Office], Attempt]] = {
    "plan_session": lambda o: lambda d: training.plan_session(d, _evening(o)),
    "announce_session": _on(lambda o: o.make_session("planned"), training.announce_session),
    "change_session": _on(
        Office.make_session, lambda d, s: training.change_session(d, s, seen={"place": None}, now={"place": "Hall"})
    ),
    "call_off_session": _on(Office.make_session, lambda d, s: training.call_off_session(d, s, seen="open")),
    "session_held": _on(_over, lambda d, s: training.session_held(d, s, [], seen="open")),
    "book_place": _on(
        Office.make_session, lambda d, s: training.book_place(d, s, {"name": "Bea", "email": "b@example.org"})
    ),
    "give_place": _on(lambda o: o.make_booking(o.make_session(), "waiting"), training.give_place),
    "cancel_booking": _on(_booking, lambda d, b: training.cancel_booking(d, b, seen="booked")),
    "link_booking": _linked,
}
