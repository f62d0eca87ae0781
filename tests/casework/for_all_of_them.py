"""What is done for many volunteers, and about their money: attempts by each role, and steps without the matching."""

from collections.abc import Callable
from dataclasses import replace

import community.casework as cw
from community.casework.newsletter import write_newsletter
from community.tables.row_types import PaymentRow
from tests.casework.office import TODAY, Office

SAID = {"subject": "Thank you", "words": "Hello {first name}, come to our party.", "chosen": "ready"}


def laid_out(office: Office) -> str:
    """Money that a volunteer laid out, of which nobody has seen the receipt."""
    return cw.note_payment(office.director, office.make_volunteer(), kind="expenses", on=TODAY, pence=320).ids[0]


def drove(office: Office) -> str:
    """The volunteer who drove today, and has not had it back."""
    one = office.make_volunteer()
    cw.note_payment(office.director, one, kind="expenses", on=office.today, miles=4)
    return one


def paid_back(office: Office, volunteer: str) -> None:
    """Pay back all that this volunteer laid out."""
    for each in office.book.rows(PaymentRow, lambda c: [c.volunteer_id == volunteer]):
        cw.settle_payment(office.director, each.id, office.today, seen="noted")


def _write(office: Office) -> Callable[[cw.WorkContext], object]:
    one, key = office.make_volunteer(email="vera@example.org"), office.book.new_id("circulars")
    return lambda desk: cw.write_to_many(desk, [one], key=key, **SAID)


def _newsletter(office: Office) -> Callable[[cw.WorkContext], object]:
    office.book.append("subscribers", {"email": "nell@example.org", "status": "confirmed"}, by="web")
    key, messages = office.book.new_id("circulars"), office.settings.messages.model_copy(update={"email": True})
    on = office.settings.model_copy(update={"messages": messages, "public_url": "https://town.example.org"})
    return lambda desk: write_newsletter(replace(desk, settings=on), subject="Tea", words="On Friday", key=key)


def _note(office: Office) -> Callable[[cw.WorkContext], object]:
    one = office.make_volunteer()
    return lambda desk: cw.note_payment(desk, one, kind="expenses", on=TODAY, pence=320)


def _see(office: Office) -> Callable[[cw.WorkContext], object]:
    one = laid_out(office)
    return lambda desk: cw.see_receipt(desk, one, TODAY)


def _settle(office: Office) -> Callable[[cw.WorkContext], object]:
    one = laid_out(office)
    return lambda desk: cw.settle_payment(desk, one, TODAY, seen="noted", reason="The till was broken")


ATTEMPTS_FOR_MANY = {
    "write_to_many": _write,
    "write_newsletter": _newsletter,
    "note_payment": _note,
    "see_receipt": _see,
    "settle_payment": _settle,
}
"""By verb, what a role may try."""


def steps_for_many(office: Office, volunteer: str) -> dict[str, Callable[[], object]]:
    """By verb, each step of these, in its order, about this volunteer."""
    desk, today, newsletter = office.director, office.today, _newsletter(office)

    def sum_of_theirs() -> str:
        return office.book.rows(PaymentRow)[-1].id

    return {
        "write_to_many": lambda: cw.write_to_many(desk, [volunteer], key=office.book.new_id("circulars"), **SAID),
        "write_newsletter": lambda: newsletter(desk),
        "note_payment": lambda: cw.note_payment(desk, volunteer, kind="expenses", on=today, miles=3),
        "see_receipt": lambda: cw.see_receipt(desk, sum_of_theirs(), today),
        "settle_payment": lambda: cw.settle_payment(desk, sum_of_theirs(), today),
    }
