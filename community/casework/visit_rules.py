"""What holds for every visit, whoever helps whom: money, medicine, a door that nobody opens, a call unanswered."""

from collections.abc import Iterator

from community.casework.detail_release import Details
from community.settings import Settings
from community.tables.row_types import NeedRow

MONEY = (
    "Agree first, with us, how it is paid. Bring the receipt and the change. Never take their bank card, not even for "
    "a contactless payment, nor a PIN. Lend nothing, borrow nothing, and have no part in a will."
)
MONEY_ON_CALLS = "Never ask for the number of a card or account, nor for a PIN. Lend nothing, and borrow nothing."
MEDICINE = (
    "Bring the bag as the chemist sealed it, from hand to hand. Never open it, and never leave it at the door. If "
    "nobody answers, take it back to the chemist. What to take, and when, only the chemist says, or 111."
)


def rules_to_say(settings: Settings, need: NeedRow, details: Details) -> Iterator[tuple[str, str]]:
    """The rules for this help, to be read out on the telephone after name and address: what each is about, and it."""
    task, ring = settings.task_types.get(need.task_type), settings.community.telephone
    if task is None or task.in_person:
        call = "" if not details.telephone else " text them," if details.text_only else " ring their number,"
        never = " Don’t ring or text them: that is not safe for them." if details.number_kept else ""
        yield (
            "Nobody opens?",
            (
                f"Knock, ring the bell,{call} and look whether anything is odd.{never} Wait five minutes and "
                f"try again. Then ring us on {ring}. If you think that they are in danger, ring 999 first."
            ),
        )
    elif details.number_kept:
        yield "Before you call,", f"ring us on {ring}, and ask how you can talk to them safely."
    else:
        yield (
            "Nobody answers?",
            (
                f"Try again an hour later. If nobody answers then, ring us on {ring}. If you think that "
                "they are in danger, ring 999 first."
            ),
        )
    if task is not None and task.group == "medicine":
        yield "Medicine:", MEDICINE
    yield "Money:", MONEY if task is None or task.in_person else MONEY_ON_CALLS
